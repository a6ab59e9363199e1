import { SegmentedControl, Text, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { FiguresTabs } from '../../components/FiguresTabs.tsx'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { SheetButton } from '../../components/SheetButton.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import { BackTest } from './BackTest.tsx'
import classes from './forecasts.module.css'
import { type ForecastsSearch, horizons } from './forecasts.search.ts'
import { Scenario } from './Scenario.tsx'

const route = getRouteApi('/book/figures/forecast')
// The charts are the heaviest part of the window.
const ForecastCharts = lazy(() => import('./ForecastCharts.tsx'))

const apartNames = ['disputed', 'insolvent', 'unknown', 'credits'] as const

/** Cash to come from what is open: week by week, what stands apart, what if, and what past forecasts were worth. */
export const ForecastPage = () => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const { asOf = today, weeks = '13' } = route.useSearch()
  const navigate = route.useNavigate()
  const change = (part: ForecastsSearch) => navigate({ search: (old) => ({ ...old, ...part }), replace: true })
  const [shifts, setShifts] = useState<Record<string, number>>({})
  const [asked] = useDebouncedValue(shifts, 150)
  const moves = Object.entries(asked).flatMap(([customerId, days]) => (days === 0 ? [] : [{ customerId, days }]))
  const { data, error } = useQuery({
    ...api.forecasts.cash.queryOptions({ input: { asOf, weeks: Number(weeks), shifts: moves } }),
    placeholderData: keepPreviousData,
  })
  const money = (amount: number) => format.money(amount, data?.currency ?? '')
  const last = data?.weeks.at(-1)
  const apart = apartNames.reduce((sum, name) => sum + (data?.apart[name] ?? 0), 0)
  const isEmpty = data !== undefined && data.largest.length === 0 && apartNames.every((name) => data.apart[name] === 0)
  return (
    <>
      <PageHeader
        title={t('forecasts:title')}
        actions={!isEmpty && <SheetButton of={['forecast', 'largest', 'backTest']} asOf={asOf} weeks={Number(weeks)} />}
      >
        <FiguresTabs value="forecast" />
      </PageHeader>
      <ErrorNote error={error} />
      <Toolbar>
        <div className={classes.bar}>
          <Text size="sm">{t('forecasts:asOf')}</Text>
          <DayInput
            aria-label={t('forecasts:asOf')}
            value={asOf}
            onChange={(day) => change({ asOf: day && day !== today ? day : undefined })}
          />
          <Text size="sm">{t('forecasts:weeks')}</Text>
          <SegmentedControl
            aria-label={t('forecasts:weeks')}
            value={weeks}
            onChange={(value) => change({ weeks: horizons.find((one) => one === value && one !== '13') })}
            data={horizons.map((value) => ({ value, label: t(`forecasts:horizon.${value}`) }))}
          />
        </div>
      </Toolbar>
      {isEmpty && (
        <EmptyState
          title={t('forecasts:empty.title')}
          text={t('forecasts:empty.text')}
          action={
            <ButtonLink to="/imports" variant="default">
              {t('forecasts:empty.action')}
            </ButtonLink>
          }
        />
      )}
      {data && last && !isEmpty && (
        <div className={classes.page}>
          <div className={classes.cards}>
            <KeyFigure
              label={t('forecasts:cards.upTo', { day: format.day(last.until) })}
              value={data.why === null ? money(last.upTo.central) : t('figures:none')}
              hint={
                data.why === null
                  ? t('forecasts:cards.between', { low: money(last.upTo.low), high: money(last.upTo.high) })
                  : t(`forecasts:why.${data.why}`)
              }
            />
            {data.why === null && <KeyFigure label={t('forecasts:cards.later')} value={money(data.later)} />}
            <KeyFigure label={t('forecasts:cards.apart')} value={money(apart)} hint={t('forecasts:cards.apartAbout')} />
            <KeyFigure label={t('forecasts:cards.total', { day: format.day(data.asOf) })} value={money(data.total)} />
          </div>
          {data.leftOut > 0 && (
            <Text size="sm" c="var(--late)">
              {t('forecasts:leftOut', { count: data.leftOut })}
            </Text>
          )}
          {data.largest.length > 0 && (
            <Suspense>
              <ForecastCharts weeks={data.weeks} currency={data.currency} />
            </Suspense>
          )}
          <div className={classes.halves}>
            {data.largest.length > 0 && (
              <Scenario largest={data.largest} currency={data.currency} shifts={shifts} onShift={setShifts} />
            )}
            <section>
              <Title order={2} id="forecast-apart">
                {t('forecasts:apart.title')}
              </Title>
              <table className={classes.table} aria-labelledby="forecast-apart">
                <tbody>
                  {apartNames.map((name) => (
                    <tr key={name}>
                      <th scope="row">{t(`forecasts:apart.${name}`)}</th>
                      <td className={classes.right}>{data.apart[name] === 0 ? '–' : money(data.apart[name])}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          </div>
          <BackTest asOf={asOf} />
        </div>
      )}
    </>
  )
}
