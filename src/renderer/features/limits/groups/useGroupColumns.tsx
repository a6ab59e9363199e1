import { useMemo } from 'react'
import { useFormat } from '../../../app/format.ts'
import { useT } from '../../../app/i18n.ts'
import { LimitText } from '../../../components/credit/LimitText.tsx'
import type { Column } from '../../../components/DataTable.tsx'
import { MoneyText } from '../../../components/MoneyText.tsx'
import { UsedBar } from '../UsedBar.tsx'
import type { GroupRow } from './useGroups.ts'

type GroupColumn = Column<GroupRow> & {
  /** Pixels of list below which the column gives way to the others. */
  from?: number
}

/** Columns that fit a list of a width. */
export const useGroupColumns = (width: number, currency: string): Column<GroupRow>[] => {
  const t = useT()
  const format = useFormat()
  return useMemo(() => {
    const columns: GroupColumn[] = [
      { id: 'name', header: t('limits:groups.columns.name'), width: 'minmax(150px, 2fr)', cell: ({ name }) => name },
      {
        id: 'members',
        header: t('limits:groups.columns.members'),
        width: 84,
        align: 'right',
        cell: ({ members }) => format.number(members.length),
      },
      {
        id: 'total',
        header: `${t('limits:groups.columns.total')} ${currency}`,
        width: 128,
        align: 'right',
        cell: ({ total }) => <MoneyText amount={total} currency={currency} strong />,
      },
      {
        id: 'limit',
        header: t('limits:groups.columns.limit'),
        width: 128,
        align: 'right',
        cell: (group) => <LimitText limit={group.limit} state={group.limitState} currency={currency} />,
      },
      {
        id: 'used',
        header: t('limits:groups.columns.used'),
        width: 110,
        align: 'right',
        from: 560,
        cell: (group) => <UsedBar used={group} />,
      },
      {
        id: 'available',
        header: t('limits:groups.columns.available'),
        width: 124,
        align: 'right',
        from: 700,
        cell: ({ available }) => (available === null ? null : <MoneyText amount={available} currency={currency} />),
      },
    ]
    return columns.filter(({ from = 0 }) => width === 0 || width >= from)
  }, [t, format, width, currency])
}
