import { useMemo } from 'react'
import type { OrderRow } from '../../../main/core/orders/orders.contract.ts'
import { useT } from '../../app/i18n.ts'
import type { Column } from '../../components/DataTable.tsx'
import { DayText } from '../../components/DayText.tsx'
import { MoneyText } from '../../components/MoneyText.tsx'
import { OrderState } from './OrderState.tsx'

type OrderColumn = Column<OrderRow> & {
  /** Pixels of list below which the column gives way to the others. */
  from?: number
}

/** Columns that fit a list of a width. */
export const useOrderColumns = (width: number): Column<OrderRow>[] => {
  const t = useT()
  return useMemo(() => {
    const columns: OrderColumn[] = [
      {
        id: 'customer',
        header: t('orders:columns.customer'),
        width: 'minmax(130px, 2fr)',
        cell: (order) => order.customerName,
      },
      { id: 'number', header: t('orders:columns.number'), width: 'minmax(144px, 1fr)', cell: (order) => order.number },
      {
        id: 'state',
        header: t('orders:columns.state'),
        width: 96,
        cell: (order) => <OrderState state={order.state} />,
      },
      { id: 'day', header: t('orders:columns.day'), width: 106, cell: (order) => <DayText day={order.day} /> },
      {
        id: 'expected',
        header: t('orders:columns.expected'),
        width: 106,
        from: 680,
        cell: (order) => <DayText day={order.expected} />,
      },
      {
        id: 'delivered',
        header: t('orders:columns.delivered'),
        width: 124,
        align: 'right',
        from: 820,
        cell: (order) => <MoneyText amount={order.delivered} currency={order.currency} showCurrency />,
      },
      {
        id: 'amount',
        header: t('orders:columns.amount'),
        width: 130,
        align: 'right',
        cell: (order) => <MoneyText amount={order.amount} currency={order.currency} showCurrency strong />,
      },
    ]
    return columns.filter(({ from = 0 }) => width === 0 || width >= from)
  }, [t, width])
}
