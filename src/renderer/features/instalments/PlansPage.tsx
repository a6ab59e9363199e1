import { SegmentedControl } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { InstalmentPlan } from '../../../main/core/instalments/instalments.contract.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { ReceivablesTabs } from '../../components/ReceivablesTabs.tsx'
import { SidePanel } from '../../components/SidePanel.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import classes from './instalments.module.css'
import { PlanDetail } from './PlanDetail.tsx'
import { sumsOf } from './plan.sums.ts'
import { usePlanColumns } from './usePlanColumns.tsx'

const route = getRouteApi('/book/receivables/plans')

/** Every instalment plan of the book: what is still to come, and what was missed. */
export const PlansPage = () => {
  const t = useT()
  const format = useFormat()
  const { show = 'current' } = route.useSearch()
  const navigate = route.useNavigate()
  const { data, error, isPlaceholderData } = useQuery({
    ...api.instalments.list.queryOptions({ input: { show } }),
    placeholderData: keepPreviousData,
  })
  const [chosenId, setChosenId] = useState<string | null>(null)
  const { ref, width } = useElementSize()
  const columns = usePlanColumns(width)
  const plans = data?.plans ?? []
  const chosen = plans.find(({ id }) => id === chosenId)
  const open = (plan: InstalmentPlan) =>
    navigate({ to: '/customers/$id', params: { id: plan.customerId }, search: { tab: 'plans' } })
  return (
    <>
      <PageHeader title={t('instalments:page.title')}>
        <ReceivablesTabs value="plans" />
      </PageHeader>
      <ErrorNote error={error} />
      <Toolbar>
        <SegmentedControl
          aria-label={t('instalments:show.label')}
          value={show}
          onChange={(value) => navigate({ search: value === 'all' ? { show: 'all' } : {}, replace: true })}
          data={(['current', 'all'] as const).map((value) => ({ value, label: t(`instalments:show.${value}`) }))}
        />
      </Toolbar>
      {plans.length > 0 && (
        <div className={classes.figures}>
          {sumsOf(plans).map(({ currency, open: rest, missed }) => (
            <KeyFigure
              key={currency}
              label={t('instalments:page.open')}
              value={format.money(rest, currency)}
              tone={missed > 0 ? 'late' : 'neutral'}
              hint={missed > 0 ? t('instalments:page.missed', { count: missed }) : t('instalments:page.noneMissed')}
            />
          ))}
        </div>
      )}
      <div className={classes.list} ref={ref}>
        {data && (
          <DataTable
            label={t('instalments:page.title')}
            columns={columns}
            rows={plans}
            rowId={({ id }) => id}
            selectedId={chosenId}
            onSelect={(plan) => setChosenId(plan?.id ?? null)}
            onOpen={open}
            stale={isPlaceholderData}
            empty={
              <EmptyState
                title={t('instalments:empty.title')}
                text={t('instalments:empty.text')}
                action={
                  <ButtonLink to="/receivables" search={{ show: 'overdue' }} variant="default">
                    {t('instalments:empty.action')}
                  </ButtonLink>
                }
              />
            }
          />
        )}
      </div>
      {chosen && (
        <SidePanel opened title={chosen.customerName} onClose={() => setChosenId(null)}>
          <PlanDetail plan={chosen} />
          <ButtonLink to="/customers/$id" params={{ id: chosen.customerId }} variant="default">
            {t('instalments:page.openCustomer')}
          </ButtonLink>
        </SidePanel>
      )}
    </>
  )
}
