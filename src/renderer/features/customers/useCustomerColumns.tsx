import { useMemo } from 'react'
import type { CustomerRow } from '../../../main/core/customers/customers.contract.ts'
import { useT } from '../../app/i18n.ts'
import type { Column } from '../../components/DataTable.tsx'
import { DaysLate } from '../../components/DaysLate.tsx'
import { MoneyText } from '../../components/MoneyText.tsx'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import classes from './customers.module.css'
import type { customerSorts } from './customers.search.ts'
import { spacedSiren } from './identity.ts'

type Sorted = (typeof customerSorts)[number]
type CustomerColumn = Column<CustomerRow, Sorted> & { from?: number }

/** @param width in pixels; what matters least is left out where there is no room */
export const useCustomerColumns = (width: number): Column<CustomerRow, Sorted>[] => {
  const t = useT()
  return useMemo(() => {
    const columns: CustomerColumn[] = [
      {
        id: 'name',
        header: t('customers:list.columns.name'),
        width: 'minmax(150px, 2fr)',
        sort: 'name',
        cell: (row) => (
          <span className={classes.name}>
            <span className={classes.cut}>{row.name}</span>
            {row.onHold && <ToneBadge>{t('customers:list.onHold')}</ToneBadge>}
            {row.disputed && <ToneBadge>{t('customers:list.disputed')}</ToneBadge>}
          </span>
        ),
      },
      {
        id: 'code',
        header: t('customers:list.columns.code'),
        width: 100,
        sort: 'code',
        cell: (row) => row.code,
        from: 540,
      },
      {
        id: 'siren',
        header: t('customers:list.columns.siren'),
        width: 110,
        cell: (row) => spacedSiren(row.siren),
        from: 820,
      },
      {
        id: 'city',
        header: t('customers:list.columns.city'),
        width: 'minmax(110px, 1fr)',
        cell: (row) => row.city,
        from: 960,
      },
      {
        id: 'segment',
        header: t('customers:list.columns.segment'),
        width: 'minmax(100px, 0.8fr)',
        cell: (row) => row.segment,
        from: 1100,
      },
      {
        id: 'salesperson',
        header: t('customers:list.columns.salesperson'),
        width: 'minmax(110px, 0.9fr)',
        cell: (row) => row.salesperson,
        from: 1240,
      },
      {
        id: 'balance',
        header: t('customers:list.columns.balance'),
        width: 110,
        align: 'right',
        sort: 'balance',
        cell: (row) => <MoneyText amount={row.balance} currency={row.currency} />,
      },
      {
        id: 'overdue',
        header: t('customers:list.columns.overdue'),
        width: 110,
        align: 'right',
        sort: 'overdue',
        cell: (row) => <MoneyText amount={row.overdue} currency={row.currency} />,
      },
      {
        id: 'currency',
        header: t('customers:list.columns.currency'),
        width: 70,
        cell: (row) => row.currency,
        from: 700,
      },
      {
        id: 'daysLate',
        header: t('customers:list.columns.daysLate'),
        width: 84,
        align: 'right',
        sort: 'daysLate',
        cell: (row) => <DaysLate days={row.daysLate} />,
      },
    ]
    return columns.filter(({ from }) => from === undefined || width >= from)
  }, [t, width])
}
