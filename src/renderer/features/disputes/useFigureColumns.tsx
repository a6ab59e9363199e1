import { useMemo } from 'react'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import type { Column } from '../../components/DataTable.tsx'
import { MoneyText } from '../../components/MoneyText.tsx'
import { useReasons } from '../../components/useReasons.ts'
import type { ReasonFigures } from './figures.totals.ts'

/** @param currency the one all rows share, said in the header; null when there are several */
export const useFigureColumns = (currency: string | null): Column<ReasonFigures>[] => {
  const t = useT()
  const format = useFormat()
  const { all } = useReasons()
  const names = JSON.stringify(all)
  return useMemo(() => {
    const nameOf = new Map((JSON.parse(names) as typeof all).map(({ value, label }) => [value, label]))
    const unit = currency ? ` ${currency}` : ''
    const count = (value: number) => (value === 0 ? t('common:none') : format.number(value))
    const days = (value: number | null) =>
      value === null
        ? t('common:none')
        : t('disputes:figures.daysValue', { days: format.number(Math.round(value * 10) / 10) })
    const header = (name: 'open' | 'age' | 'closed' | 'cycle' | 'upheld') => t(`disputes:figures.columns.${name}`)
    const money = (row: ReasonFigures, amount: number) => (
      <MoneyText amount={amount} currency={row.currency} showCurrency={!currency} />
    )
    return [
      {
        id: 'reason',
        header: t('disputes:figures.columns.reason'),
        width: 'minmax(160px, 2fr)',
        cell: (row) => nameOf.get(row.reason) ?? row.reason,
      },
      { id: 'open', header: header('open'), align: 'right', cell: (row) => count(row.open) },
      {
        id: 'openAmount',
        header: t('disputes:figures.columns.openAmount') + unit,
        width: 'minmax(124px, 1fr)',
        align: 'right',
        cell: (row) => money(row, row.openAmount),
      },
      { id: 'age', header: header('age'), align: 'right', cell: (row) => days(row.averageAge) },
      { id: 'closed', header: header('closed'), align: 'right', cell: (row) => count(row.closed) },
      {
        id: 'cycle',
        header: header('cycle'),
        width: 'minmax(124px, 1fr)',
        align: 'right',
        cell: (row) => days(row.averageCycle),
      },
      {
        id: 'conceded',
        header: t('disputes:figures.columns.conceded') + unit,
        width: 'minmax(136px, 1fr)',
        align: 'right',
        cell: (row) => money(row, row.conceded),
      },
      {
        id: 'upheld',
        header: header('upheld'),
        align: 'right',
        cell: (row) =>
          row.upheldShare === null ? t('common:none') : format.percent(String(Math.round(row.upheldShare * 100))),
      },
    ]
  }, [t, format, names, currency])
}
