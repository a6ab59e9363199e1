import { useMemo } from 'react'
import type { Limitation, LimitationRow } from '../../../main/core/limitations/limitations.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import type { Column } from '../../components/DataTable.columns.ts'
import { DayText } from '../../components/DayText.tsx'
import { MoneyText } from '../../components/MoneyText.tsx'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import { leftWords, levelTone, whyOf } from './limitation.words.ts'

type Wide<Row> = Column<Row> & { from?: number }

/** Columns that fit a list of a width; of one customer without its name. */
export const useLimitationColumns = <Row extends Limitation>(width: number, ofOne = false): Column<Row>[] => {
  const t = useT()
  const format = useFormat()
  return useMemo(() => {
    const customer: Wide<Row>[] = ofOne
      ? []
      : [
          {
            id: 'customer',
            header: t('limitation:columns.customer'),
            width: 'minmax(150px, 1.3fr)',
            cell: (row) => (row as unknown as LimitationRow).customerName,
          },
        ]
    const columns: Wide<Row>[] = [
      ...customer,
      {
        id: 'number',
        header: t('limitation:columns.number'),
        width: 'minmax(126px, 0.8fr)',
        cell: (row) => row.number,
      },
      {
        id: 'issued',
        header: t('limitation:columns.issued'),
        width: 98,
        from: 1000,
        cell: (row) => <DayText day={row.issued} />,
      },
      {
        id: 'cautious',
        header: t('limitation:columns.cautious'),
        width: 112,
        cell: (row) => <DayText day={row.cautious.day} />,
      },
      {
        id: 'usual',
        header: t('limitation:columns.usual'),
        width: 106,
        from: 880,
        cell: (row) => <DayText day={row.usual.day} />,
      },
      {
        id: 'left',
        header: t('limitation:columns.left'),
        width: 118,
        cell: (row) =>
          row.suspended ? null : <ToneBadge tone={levelTone(row.level)}>{leftWords(row.daysLeft, t)}</ToneBadge>,
      },
      {
        id: 'why',
        header: t('limitation:columns.why'),
        width: 'minmax(180px, 1.6fr)',
        from: ofOne ? 620 : 800,
        cell: (row) => whyOf(row, t, format),
      },
      {
        id: 'open',
        header: t('limitation:columns.open'),
        width: 108,
        align: 'right',
        cell: (row) => <MoneyText amount={row.open} currency={row.currency} />,
      },
    ]
    return columns.filter(({ from = 0 }) => width === 0 || width >= from)
  }, [t, format, width, ofOne])
}
