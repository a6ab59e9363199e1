import { Button, SegmentedControl, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { usualRates } from '../../../main/core/figures/figures.contract.ts'
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
import { FigureTable } from './FigureTable.tsx'
import classes from './figures.module.css'
import { type FiguresSearch, periods, type ShownList, type ShownPast } from './figures.search.ts'
import { ListPanel } from './ListPanel.tsx'
import { PercentField } from './PercentField.tsx'
import { RecoveryTables } from './RecoveryTables.tsx'

const route = getRouteApi('/book/figures/key')
// The charts are the heaviest part of the window.
const FigureCards = lazy(() => import('./FigureCards.tsx'))
const AgeChart = lazy(() => import('../../components/AgeChart.tsx'))
const Payables = lazy(() => import('./Payables.tsx'))
const PastPanel = lazy(() => import('./PastPanel.tsx'))

/** Key figures of a day: six with their past, receivables by age over two years, and how each is worked out. */
export const FiguresPage = () => {
  const t = useT()
  const today = useWorkingDay()
  const search = route.useSearch()
  const { asOf = today, months = '12', shown, past } = search
  const rates = {
    financingRate: search.financing ?? usualRates.financingRate,
    vatRate: search.vat ?? usualRates.vatRate,
  }
  const navigate = route.useNavigate()
  const change = (part: FiguresSearch) => navigate({ search: (old) => ({ ...old, ...part }), replace: true })
  const { data, error } = useQuery({
    ...api.figures.key.queryOptions({ input: { asOf, months: Number(months), ...rates } }),
    placeholderData: keepPreviousData,
  })
  const handling = useQuery({
    ...api.figures.handling.queryOptions({ input: { asOf, months: Number(months) } }),
    placeholderData: keepPreviousData,
  })
  const onList = (list: ShownList) => change({ shown: list, past: undefined })
  const onPast = (past: ShownPast) => change({ past, shown: undefined })
  const onDay = (day: string) => change({ asOf: day === today ? undefined : day })
  const hasLedger = data?.points.some(({ total, sales }) => total !== 0 || sales !== 0)
  return (
    <>
      <PageHeader
        title={t('figures:title')}
        actions={<SheetButton of={['figures', 'trend', 'handling']} asOf={asOf} months={Number(months)} {...rates} />}
      >
        <FiguresTabs value="key" />
      </PageHeader>
      <ErrorNote error={error ?? handling.error} />
      <Toolbar>
        <div className={classes.bar}>
          <Text size="sm">{t('figures:asOf')}</Text>
          <DayInput
            aria-label={t('figures:asOf')}
            value={asOf}
            onChange={(day) => change({ asOf: day && day !== today ? day : undefined })}
          />
          <Text size="sm">{t('figures:months')}</Text>
          <SegmentedControl
            aria-label={t('figures:months')}
            value={months}
            onChange={(value) => change({ months: periods.find((one) => one === value && one !== '12') })}
            data={periods.map((value) => ({ value, label: t(`figures:period.${value}`) }))}
          />
          <PercentField
            label={t('figures:rates.financing')}
            value={rates.financingRate}
            onChange={(financing) =>
              change({ financing: financing === usualRates.financingRate ? undefined : financing })
            }
          />
          <PercentField
            label={t('figures:rates.vat')}
            value={rates.vatRate}
            onChange={(vat) => change({ vat: vat === usualRates.vatRate ? undefined : vat })}
          />
        </div>
      </Toolbar>
      {data && !hasLedger && asOf === today && (
        <EmptyState
          title={t('figures:empty.title')}
          text={t('figures:empty.text')}
          action={
            <ButtonLink to="/imports" variant="default">
              {t('figures:empty.action')}
            </ButtonLink>
          }
        />
      )}
      {data && !hasLedger && asOf !== today && (
        <EmptyState
          title={t('figures:nothingYet.title')}
          text={t('figures:nothingYet.text')}
          action={
            <Button variant="default" onClick={() => onDay(today)}>
              {t('figures:nothingYet.action')}
            </Button>
          }
        />
      )}
      {data && hasLedger && (
        <div className={classes.page}>
          {data.leftOut > 0 && (
            <Text size="sm" c="var(--late)">
              {t('figures:leftOut', { count: data.leftOut })}
            </Text>
          )}
          <Suspense>
            <FigureCards report={data} />
            <AgeChart report={data} />
            <Payables report={data} months={Number(months)} onList={onList} onDay={onDay} />
          </Suspense>
          <FigureTable report={data} handling={handling.data} onList={onList} onPast={onPast} />
          {handling.data && <RecoveryTables handling={handling.data} onList={onList} onPast={onPast} />}
        </div>
      )}
      {data && past && (
        <Suspense>
          <PastPanel
            report={data}
            handling={handling.data}
            shown={past}
            onDay={onDay}
            onClose={() => change({ past: undefined })}
          />
        </Suspense>
      )}
      <ListPanel shown={shown} asOf={asOf} months={Number(months)} onClose={() => change({ shown: undefined })} />
    </>
  )
}
