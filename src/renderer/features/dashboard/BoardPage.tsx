import { Button, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { api } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { FiguresTabs } from '../../components/FiguresTabs.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { SheetButton } from '../../components/SheetButton.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import { BoardCards } from './BoardCards.tsx'
import { Breakdown } from './Breakdown.tsx'
import { DsoChange } from './DsoChange.tsx'
import classes from './dashboard.module.css'
import type { DashboardSearch } from './dashboard.search.ts'
import { LateList } from './LateList.tsx'
import { LimitsChart } from './LimitsChart.tsx'

const route = getRouteApi('/book/figures')
// The charts are the heaviest part of the window.
const AgeChart = lazy(() => import('../../components/AgeChart.tsx'))

/** Where the cash is and why, in ten seconds: what is expected, late, at risk, to do; each number opens its list. */
export const BoardPage = () => {
  const t = useT()
  const today = useWorkingDay()
  const { asOf = today, by = 'segment', since = '3' } = route.useSearch()
  const navigate = route.useNavigate()
  const change = (part: DashboardSearch) => navigate({ search: (old) => ({ ...old, ...part }), replace: true })
  const { data: overview, error } = useQuery({
    ...api.dashboard.overview.queryOptions({ input: { asOf } }),
    placeholderData: keepPreviousData,
  })
  const { data: trend } = useQuery({
    ...api.dashboard.trend.queryOptions({ input: { asOf } }),
    placeholderData: keepPreviousData,
  })
  const isEmpty =
    overview !== undefined &&
    trend !== undefined &&
    overview.customers.owing === 0 &&
    trend.points.every(({ total, sales }) => total === 0 && sales === 0)
  return (
    <>
      <PageHeader
        title={t('dashboard:title')}
        actions={!isEmpty && <SheetButton of={['overview', 'late', 'trend', 'dsoChange', 'breakdowns']} asOf={asOf} />}
      >
        <FiguresTabs value="board" />
      </PageHeader>
      <ErrorNote error={error} />
      <Toolbar>
        <div className={classes.bar}>
          <Text size="sm">{t('dashboard:asOf')}</Text>
          <DayInput
            aria-label={t('dashboard:asOf')}
            value={asOf}
            onChange={(day) => change({ asOf: day && day !== today ? day : undefined })}
          />
          {asOf !== today && (
            <Button variant="subtle" size="xs" onClick={() => change({ asOf: undefined })}>
              {t('dashboard:back')}
            </Button>
          )}
        </div>
      </Toolbar>
      {isEmpty && (
        <EmptyState
          title={t('dashboard:empty.title')}
          text={t('dashboard:empty.text')}
          action={
            <ButtonLink to="/imports" variant="default">
              {t('dashboard:empty.action')}
            </ButtonLink>
          }
        />
      )}
      {overview && !isEmpty && (
        <div className={classes.page}>
          <BoardCards overview={overview} trend={trend} />
          {overview.leftOut > 0 && (
            <Text size="sm" c="var(--late)">
              {t('dashboard:leftOut', { count: overview.leftOut })}
            </Text>
          )}
          <div className={classes.halves}>
            <div className={classes.chart}>
              <Suspense>{trend && <AgeChart report={trend} height={250} />}</Suspense>
            </div>
            <LateList late={overview.late} currency={overview.currency} asOf={asOf} />
          </div>
          <div className={classes.halves}>
            <DsoChange asOf={asOf} since={since} onSince={(months) => change({ since: months })} />
            <LimitsChart asOf={asOf} />
          </div>
          <Breakdown asOf={asOf} by={by} onBy={(chosen) => change({ by: chosen })} />
        </div>
      )}
    </>
  )
}
