import { useMemo } from 'react'
import { useT } from '../../app/i18n.ts'
import type { Column } from '../../components/DataTable.tsx'
import { DayText } from '../../components/DayText.tsx'
import { MoneyText } from '../../components/MoneyText.tsx'
import type { Delays } from './DelayFigures.tsx'

type Slow = Delays['slowest'][number]

type SlowColumn = Column<Slow> & {
  /** Pixels of list below which the column gives way to the others. */
  from?: number
}

export const useSlowColumns = (width: number, currency: string): Column<Slow>[] => {
  const t = useT()
  return useMemo(() => {
    const columns: SlowColumn[] = [
      {
        id: 'customer',
        header: t('deliveries:columns.customer'),
        width: 'minmax(130px, 2fr)',
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
        from: 760,
        header: t('deliveries:columns.issued'),
        width: 106,
        cell: (row) => <DayText day={row.issued} />,
      },
      { id: 'sent', header: t('deliveries:columns.sent'), width: 106, cell: (row) => <DayText day={row.sentOn} /> },
      {
        id: 'days',
        header: t('deliveries:columns.days'),
        width: 72,
        align: 'right',
        cell: (row) => t('deliveries:days', { count: row.days }),
      },
      {
        id: 'amount',
        header: `${t('deliveries:columns.amount')} ${currency}`,
        width: 120,
        align: 'right',
        cell: (row) => <MoneyText amount={row.amount} currency={currency} strong />,
      },
    ]
    return columns.filter(({ from = 0 }) => width === 0 || width >= from)
  }, [t, width, currency])
}
