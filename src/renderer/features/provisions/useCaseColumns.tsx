import { useMemo } from 'react'
import type { ProvisionCase } from '../../../main/core/provisions/provisions.schema.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import type { Column } from '../../components/DataTable.columns.ts'
import { MoneyText } from '../../components/MoneyText.tsx'
import classes from './provisions.module.css'
import type { Show } from './provisions.search.ts'

type Wide = Column<ProvisionCase> & { from?: number }

/** Columns that fit a list of a width, for what it shows. */
export const useCaseColumns = (currency: string, show: Show, width: number): Column<ProvisionCase>[] => {
  const t = useT()
  const format = useFormat()
  return useMemo(() => {
    // Probability and impairment take room from the others.
    const more = show === 'proposed' ? 0 : 200
    const columns: Wide[] = [
      {
        id: 'customer',
        header: t('provisions:cases.columns.customer'),
        width: 'minmax(150px, 1.2fr)',
        cell: (row) => row.customerName,
      },
      {
        id: 'number',
        header: t('provisions:cases.columns.number'),
        width: 112,
        cell: (row) => <span className={classes.code}>{row.number}</span>,
      },
      {
        id: 'late',
        header: t('provisions:cases.columns.late'),
        width: 84,
        align: 'right',
        from: 560 + more,
        cell: (row) =>
          row.daysLate > 0 ? t('provisions:cases.days', { count: row.daysLate }) : t('provisions:cases.notDue'),
      },
      {
        id: 'signs',
        header: t('provisions:cases.columns.signs'),
        width: 'minmax(190px, 1.6fr)',
        from: 700 + more,
        cell: (row) => row.signs.map(({ ground }) => t(`provisions:ground.${ground}`)).join(', '),
      },
      {
        id: 'gross',
        header: t('provisions:cases.columns.gross'),
        width: 104,
        align: 'right',
        from: 620 + more,
        cell: (row) => <MoneyText amount={row.gross} currency={currency} />,
      },
      {
        id: 'base',
        header: t('provisions:cases.columns.base'),
        width: 104,
        align: 'right',
        cell: (row) => <MoneyText amount={row.base} currency={currency} strong={show === 'proposed'} />,
      },
      ...(show === 'proposed'
        ? []
        : ([
            {
              id: 'probability',
              header: t('provisions:cases.columns.probability'),
              width: 92,
              align: 'right',
              cell: (row) => (row.decision?.kind === 'doubtful' ? format.percent(row.decision.probability) : '–'),
            },
            {
              id: 'amount',
              header: t('provisions:cases.columns.amount'),
              width: 108,
              align: 'right',
              cell: (row) => <MoneyText amount={row.amount ?? 0} currency={currency} strong />,
            },
          ] satisfies Wide[])),
    ]
    return columns.filter(({ from = 0 }) => width === 0 || width >= from)
  }, [t, format, currency, show, width])
}
