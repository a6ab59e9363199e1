import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { DunningTabs } from '../../components/DunningTabs.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { HolidaysPanel } from './HolidaysPanel.tsx'
import { PlanEditor } from './PlanEditor.tsx'
import { PlanList } from './PlanList.tsx'
import classes from './plans.module.css'

const route = getRouteApi('/book/dunning/plan')

/** The dunning plans at the left, the one chosen beside it, or the holidays that all of them count by. */
export const PlansPage = () => {
  const t = useT()
  const readOnly = useReadOnly('configure')
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const plans = useQuery(api.dunning.plans.queryOptions({ input: {} }))
  const use = useQuery(api.dunning.planUse.queryOptions({ input: {} }))
  const company = useQuery(api.company.get.queryOptions({ input: {} }))
  const all = plans.data?.plans ?? []
  const chosen = search.plan === 'new' ? null : (all.find(({ id }) => id === search.plan) ?? all[0] ?? null)
  const go = (part: typeof search) => navigate({ search: part, replace: true })

  return (
    <>
      <PageHeader
        title={t('dunning:plan.title')}
        actions={
          !readOnly && (
            <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => go({ plan: 'new' })}>
              {t('dunning:plan.new')}
            </Button>
          )
        }
      >
        <DunningTabs value="plan" />
      </PageHeader>
      <ErrorNote error={plans.error ?? use.error} />
      {plans.data && use.data && company.data && (
        <div className={classes.page}>
          <PlanList
            plans={all}
            use={use.data}
            chosen={search.show === 'holidays' ? 'holidays' : (chosen?.id ?? 'new')}
            onPlan={(id) => go({ plan: id })}
            onHolidays={() => go({ show: 'holidays' })}
          />
          <div className={classes.main}>
            {search.show === 'holidays' ? (
              <HolidaysPanel country={company.data.country} />
            ) : (
              <PlanEditor
                key={`${chosen?.id} ${search.from}`}
                plan={chosen}
                from={all.find(({ id }) => id === search.from) ?? all[0] ?? null}
                copied={search.from !== undefined}
                use={use.data}
                currency={company.data.currency}
                onSaved={(id) => go({ plan: id })}
                onCopy={(id) => go({ plan: 'new', from: id })}
              />
            )}
          </div>
        </div>
      )}
    </>
  )
}
