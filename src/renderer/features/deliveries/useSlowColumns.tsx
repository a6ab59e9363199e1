import { useMemo } from 'react'
import { useT } from '../../app/i18n.ts'
import type { Column } from '../../components/DataTable.tsx'
import { DayText } from '../../components/DayText.tsx'
import { MoneyText } from '../../components/MoneyText.tsx'
import type { Delays } from './DelayFigures.tsx'

type Slow = Delays['slowest'][number]

export const useSlowColumns = (currency: string): Column<Slow>[] => {
  const t = useT()
  return useMemo(
    () => [
      {
        id: 'customer',
        header: t('deliveries:columns.customer'),
        width: 'minmax(150px, 2fr)',
        cell: (row) => row.customerName,
      },
      {
        id: 'number',
        header: t('deliveries:columns.number'),
        width: 'minmax(110px, 1fr)',
        cell: (row) => row.number,
      },
      {
        id: 'delivered',
        header: t('deliveries:columns.delivered'),
        width: 106,
        cell: (row) => <DayText day={row.deliveredOn} />,
      },
      {
        id: 'issued',
        header: t('deliveries:columns.issued'),
        width: 106,
        cell: (row) => <DayText day={row.issued} />,
      },
      { id: 'sent', header: t('deliveries:columns.sent'), width: 106, cell: (row) => <DayText day={row.sentOn} /> },
      {
        id: 'days',
        header: t('deliveries:columns.days'),
        width: 84,
        align: 'right',
        cell: (row) => t('deliveries:days', { count: row.days }),
      },
      {
        id: 'amount',
        header: `${t('deliveries:columns.amount')} ${currency}`,
        width: 130,
        align: 'right',
        cell: (row) => <MoneyText amount={row.amount} currency={currency} strong />,
      },
    ],
    [t, currency],
  )
}
