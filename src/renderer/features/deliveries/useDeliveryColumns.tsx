import { useMemo } from 'react'
import type { DeliveryRow } from '../../../main/core/deliveries/deliveries.contract.ts'
import { useT } from '../../app/i18n.ts'
import type { Column } from '../../components/DataTable.tsx'
import { DayText } from '../../components/DayText.tsx'
import { MoneyText } from '../../components/MoneyText.tsx'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import classes from './deliveries.module.css'

type DeliveryColumn = Column<DeliveryRow> & {
  /** Pixels of list below which the column gives way to the others. */
  from?: number
}

export const useDeliveryColumns = (width: number): Column<DeliveryRow>[] => {
  const t = useT()
  return useMemo(() => {
    const columns: DeliveryColumn[] = [
      {
        id: 'customer',
        header: t('deliveries:columns.customer'),
        width: 'minmax(124px, 2fr)',
        cell: (row) => row.customerName,
      },
      {
        id: 'reference',
        header: t('deliveries:columns.reference'),
        width: 'minmax(136px, 1fr)',
        cell: (row) => row.reference,
      },
      {
        id: 'delivered',
        header: t('deliveries:columns.delivered'),
        width: 106,
        cell: (row) => <DayText day={row.deliveredOn} />,
      },
      {
        id: 'waiting',
        header: t('deliveries:columns.waiting'),
        width: 72,
        align: 'right',
        cell: (row) => (
          <span className={row.late ? classes.late : undefined}>{t('deliveries:days', { count: row.days })}</span>
        ),
      },
      {
        id: 'late',
        header: '',
        width: 88,
        cell: (row) => row.late && <ToneBadge tone="late">{t('deliveries:late')}</ToneBadge>,
      },
      {
        id: 'invoice',
        header: t('deliveries:columns.invoice'),
        width: 'minmax(110px, 1fr)',
        from: 800,
        cell: (row) => row.itemNumber ?? <span className={classes.dim}>{t('common:none')}</span>,
      },
      {
        id: 'amount',
        header: t('deliveries:columns.amount'),
        width: 116,
        align: 'right',
        cell: (row) =>
          row.amount === null ? (
            <span className={classes.dim}>{t('common:none')}</span>
          ) : (
            <MoneyText amount={row.amount} currency={row.currency} showCurrency strong />
          ),
      },
    ]
    return columns.filter(({ from = 0 }) => width === 0 || width >= from)
  }, [t, width])
}
