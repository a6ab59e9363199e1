import { useMemo } from 'react'
import type { DisputeRow } from '../../../main/core/disputes/disputes.contract.ts'
import { useT } from '../../app/i18n.ts'
import type { Column } from '../../components/DataTable.tsx'
import { DayText } from '../../components/DayText.tsx'
import { MoneyText } from '../../components/MoneyText.tsx'
import { useReasons } from '../../components/useReasons.ts'
import { DisputeState } from './DisputeState.tsx'
import classes from './disputes.module.css'
import type { disputeSorts } from './disputes.search.ts'

export type DisputeSort = (typeof disputeSorts)[number]
type DisputeColumn = Column<DisputeRow, DisputeSort> & {
  /** Pixels of list below which the column gives way to the others. */
  from?: number
}

/** Columns that fit a list of a width; without the customer on its own page. */
export const useDisputeColumns = (width: number, ofCustomer = false): Column<DisputeRow, DisputeSort>[] => {
  const t = useT()
  const { all } = useReasons()
  const names = JSON.stringify(all)
  return useMemo(() => {
    const nameOf = new Map((JSON.parse(names) as typeof all).map(({ value, label }) => [value, label]))
    const columns: (DisputeColumn | false)[] = [
      !ofCustomer && {
        id: 'customer',
        header: t('disputes:columns.customer'),
        width: 'minmax(130px, 2fr)',
        sort: 'customer',
        cell: (dispute) => dispute.customerName,
      },
      {
        id: 'item',
        header: t('disputes:columns.item'),
        width: 'minmax(112px, 1fr)',
        cell: (dispute) => dispute.itemNumber,
      },
      {
        id: 'reason',
        header: t('disputes:columns.reason'),
        width: 'minmax(106px, 1.5fr)',
        cell: (dispute) => nameOf.get(dispute.reason) ?? dispute.reason,
      },
      {
        id: 'owner',
        header: t('disputes:columns.owner'),
        width: 'minmax(100px, 1fr)',
        from: 800,
        cell: (dispute) => dispute.owner || <span className={classes.dim}>{t('common:none')}</span>,
      },
      {
        id: 'age',
        header: t('disputes:columns.age'),
        width: 64,
        align: 'right',
        sort: 'age',
        cell: (dispute) => t('disputes:days', { count: dispute.age }),
      },
      {
        id: 'deadline',
        header: t('disputes:columns.deadline'),
        width: 106,
        sort: 'deadline',
        from: ofCustomer ? 620 : 720,
        cell: (dispute) => <DayText day={dispute.deadline} />,
      },
      {
        id: 'state',
        header: t('disputes:columns.state'),
        width: width >= 900 ? 144 : 100,
        cell: (dispute) => <DisputeState dispute={dispute} />,
      },
      {
        id: 'amount',
        header: t('disputes:columns.amount'),
        width: 118,
        align: 'right',
        sort: 'amount',
        cell: (dispute) => <MoneyText amount={dispute.amount} currency={dispute.currency} showCurrency strong />,
      },
    ]
    return columns.filter((column) => column !== false).filter(({ from = 0 }) => width === 0 || width >= from)
  }, [t, names, width, ofCustomer])
}
