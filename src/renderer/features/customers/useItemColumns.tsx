import { useMemo } from 'react'
import type { ItemRow } from '../../../main/core/receivables/receivables.contract.ts'
import { useT } from '../../app/i18n.ts'
import type { Column } from '../../components/DataTable.tsx'
import { DaysLate } from '../../components/DaysLate.tsx'
import { DayText } from '../../components/DayText.tsx'
import { LevelBadge } from '../../components/LevelBadge.tsx'
import { MoneyText } from '../../components/MoneyText.tsx'
import { ToneBadge } from '../../components/ToneBadge.tsx'

export type ItemSort = 'due' | 'issued' | 'number' | 'amount' | 'open' | 'daysLate'
type ItemColumn = Column<ItemRow, ItemSort> & { from?: number }

/** @param width in pixels; what matters least is left out where there is no room */
export const useItemColumns = (width: number, severalCurrencies: boolean): Column<ItemRow, ItemSort>[] => {
  const t = useT()
  return useMemo(() => {
    const columns: ItemColumn[] = [
      {
        id: 'number',
        header: t('customers:items.columns.number'),
        width: 'minmax(116px, 1fr)',
        sort: 'number',
        cell: (row) => row.number,
      },
      {
        id: 'kind',
        header: t('customers:items.columns.kind'),
        width: 110,
        cell: (row) => t(`customers:items.kind.${row.kind}`),
        from: 910,
      },
      {
        id: 'issued',
        header: t('customers:items.columns.issued'),
        width: 108,
        sort: 'issued',
        cell: (row) => <DayText day={row.issued} />,
        from: 690,
      },
      {
        id: 'due',
        header: t('customers:items.columns.due'),
        width: 108,
        sort: 'due',
        cell: (row) => <DayText day={row.due} />,
      },
      {
        id: 'daysLate',
        header: t('customers:items.columns.daysLate'),
        width: 84,
        align: 'right',
        sort: 'daysLate',
        cell: (row) => <DaysLate days={row.daysLate} />,
      },
      {
        id: 'level',
        header: t('customers:items.columns.level'),
        width: 116,
        cell: (row) => {
          if (row.onHold) return <ToneBadge tone="late">{t('receivables:items.onHold')}</ToneBadge>
          if (row.disputed > 0) return <ToneBadge tone="late">{t('receivables:items.disputed')}</ToneBadge>
          if (row.planned) return <ToneBadge>{t('receivables:items.planned')}</ToneBadge>
          return row.level ? <LevelBadge level={row.level} /> : null
        },
        from: 800,
      },
      {
        id: 'amount',
        header: t('customers:items.columns.amount'),
        width: 108,
        align: 'right',
        sort: 'amount',
        from: 590,
        cell: (row) => <MoneyText amount={row.amount} currency={row.currency} />,
      },
      {
        id: 'open',
        header: t('customers:items.columns.open'),
        width: 108,
        align: 'right',
        sort: 'open',
        cell: (row) => <MoneyText amount={row.open} currency={row.currency} strong />,
      },
    ]
    const currency: ItemColumn = {
      id: 'currency',
      header: t('customers:items.columns.currency'),
      width: 70,
      cell: (row) => row.currency,
    }
    return (severalCurrencies ? [...columns, currency] : columns).filter(
      ({ from }) => from === undefined || width >= from,
    )
  }, [t, width, severalCurrencies])
}
