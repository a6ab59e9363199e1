import { useMemo } from 'react'
import type { InstalmentPlan } from '../../../main/core/instalments/instalments.contract.ts'
import { useT } from '../../app/i18n.ts'
import type { Column } from '../../components/DataTable.tsx'
import { DayText } from '../../components/DayText.tsx'
import { MoneyText } from '../../components/MoneyText.tsx'
import { PlanProgress } from './PlanProgress.tsx'
import { PlanState } from './PlanState.tsx'

const WITH_PROGRESS = 780

/** @param width in pixels of the list: progress gives way to the figures */
export const usePlanColumns = (width: number): Column<InstalmentPlan>[] => {
  const narrow = width > 0 && width < WITH_PROGRESS
  const t = useT()
  return useMemo(() => {
    const columns: Column<InstalmentPlan>[] = [
      {
        id: 'customer',
        header: t('instalments:columns.customer'),
        width: 'minmax(160px, 2fr)',
        cell: (plan) => plan.customerName,
      },
      { id: 'state', header: t('instalments:columns.state'), width: 104, cell: (plan) => <PlanState plan={plan} /> },
      {
        id: 'next',
        header: t('instalments:columns.next'),
        width: 112,
        cell: (plan) => <DayText day={plan.nextDue} />,
      },
      {
        id: 'progress',
        header: t('instalments:columns.progress'),
        width: 'minmax(120px, 1fr)',
        cell: (plan) => <PlanProgress plan={plan} />,
      },
      {
        id: 'total',
        header: t('instalments:columns.total'),
        width: 124,
        align: 'right',
        cell: (plan) => <MoneyText amount={plan.total} currency={plan.currency} showCurrency />,
      },
      {
        id: 'open',
        header: t('instalments:columns.open'),
        width: 124,
        align: 'right',
        cell: (plan) => <MoneyText amount={plan.open} currency={plan.currency} showCurrency strong />,
      },
    ]
    return columns.filter(({ id }) => !(narrow && id === 'progress'))
  }, [t, narrow])
}
