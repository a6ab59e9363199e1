import { useMemo } from 'react'
import type { ItemRow } from '../../../main/core/receivables/receivables.contract.ts'
import { useT } from '../../app/i18n.ts'
import type { Column } from '../../components/DataTable.tsx'
import { DaysLate } from '../../components/DaysLate.tsx'
import { DayText } from '../../components/DayText.tsx'
import { MoneyText } from '../../components/MoneyText.tsx'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import classes from './receivables.module.css'
import type { itemSorts } from './receivables.search.ts'

export type ItemSort = (typeof itemSorts)[number]
type ItemColumn = Column<ItemRow, ItemSort> & {
  /** Pixels of list below which the column gives way to the others. */
  from?: number
}

/** Columns that fit a list of a width; the currency stands in the header when all rows share it. */
export const useItemColumns = (width: number, currency: string | null): Column<ItemRow, ItemSort>[] => {
  const t = useT()
  return useMemo(() => {
    const unit = currency ? ` ${currency}` : ''
    const columns: ItemColumn[] = [
      {
        id: 'customer',
        header: t('receivables:items.columns.customer'),
        width: 'minmax(126px, 2fr)',
        sort: 'customer',
        cell: (item) => (
          <span className={classes.customer}>
            <span>{item.customerName}</span>
            <span className={classes.code}>{item.customerCode}</span>
          </span>
        ),
      },
      {
        id: 'kind',
        header: t('receivables:items.columns.kind'),
        width: 128,
        from: 960,
        cell: (item) => t(`receivables:kind.${item.kind}`),
      },
      {
        id: 'number',
        header: t('receivables:items.columns.number'),
        width: 'minmax(116px, 1fr)',
        sort: 'number',
        cell: (item) => item.number,
      },
      {
        id: 'label',
        header: t('receivables:items.columns.label'),
        width: 'minmax(120px, 1.5fr)',
        from: 1240,
        cell: (item) => item.label,
      },
      {
        id: 'issued',
        header: t('receivables:items.columns.issued'),
        width: 106,
        sort: 'issued',
        from: 1100,
        cell: (item) => <DayText day={item.issued} />,
      },
      {
        id: 'due',
        header: t('receivables:items.columns.due'),
        width: 106,
        sort: 'due',
        from: 620,
        cell: (item) => <DayText day={item.due} />,
      },
      {
        id: 'daysLate',
        header: t('receivables:items.columns.daysLate'),
        width: 84,
        align: 'right',
        sort: 'daysLate',
        cell: (item) => <DaysLate days={item.open > 0 ? item.daysLate : 0} />,
      },
      {
        id: 'level',
        header: t('receivables:items.columns.level'),
        width: 96,
        from: 860,
        cell: (item) =>
          item.onHold ? (
            <ToneBadge tone="late">{t('receivables:items.onHold')}</ToneBadge>
          ) : item.disputed > 0 ? (
            <ToneBadge tone="late">{t('receivables:items.disputed')}</ToneBadge>
          ) : item.planned ? (
            <ToneBadge>{t('receivables:items.planned')}</ToneBadge>
          ) : item.level ? (
            t('receivables:items.level', { level: item.level })
          ) : (
            <span className={classes.dim}>{t('common:none')}</span>
          ),
      },
      {
        id: 'amount',
        header: t('receivables:items.columns.amount') + unit,
        width: 120,
        align: 'right',
        sort: 'amount',
        from: 780,
        cell: (item) => <MoneyText amount={item.amount} currency={item.currency} showCurrency={!currency} />,
      },
      {
        id: 'open',
        header: t('receivables:items.columns.open') + unit,
        width: 116,
        align: 'right',
        sort: 'open',
        cell: (item) => <MoneyText amount={item.open} currency={item.currency} showCurrency={!currency} strong />,
      },
    ]
    return columns.filter(({ from = 0 }) => width === 0 || width >= from)
  }, [t, width, currency])
}
