import { Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { addDays, addMonths } from '../../../main/core/kernel/day.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { DayInput } from '../../components/DayInput.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import { DisputesTabs } from './DisputesTabs.tsx'
import classes from './disputes.module.css'
import { cycleOf, totalsOf } from './figures.totals.ts'
import { useFigureColumns } from './useFigureColumns.tsx'

const route = getRouteApi('/book/disputes/figures')

/** How many disputes, how old, how long they take and how they end, by reason; a year back unless asked otherwise. */
export const FiguresPage = () => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const until = search.until ?? today
  const from = search.from ?? addDays(addMonths(today, -12), 1)
  const { data, error, isPlaceholderData } = useQuery({
    ...api.disputes.figures.queryOptions({ input: { from, until } }),
    enabled: from <= until,
    placeholderData: keepPreviousData,
  })
  const rows = data?.reasons ?? []
  const totals = totalsOf(rows)
  const cycle = cycleOf(rows)
  const columns = useFigureColumns(totals.length === 1 ? (totals[0]?.currency ?? null) : null)
  const change = (part: { from?: string; until?: string }) =>
    navigate({ search: (old) => ({ ...old, ...part }), replace: true })
  return (
    <>
      <PageHeader title={t('disputes:figures.title')}>
        <DisputesTabs value="figures" />
      </PageHeader>
      <ErrorNote error={error} />
      <Toolbar
        end={
          rows.length > 0 && (
            <Text size="sm" c="dimmed">
              {t('disputes:figures.about')}
            </Text>
          )
        }
      >
        <div className={classes.period}>
          <Text size="sm">{t('disputes:figures.from')}</Text>
          <DayInput
            aria-label={t('disputes:figures.from')}
            maxDate={until}
            value={from}
            onChange={(day) => day && change({ from: day })}
          />
          <Text size="sm">{t('disputes:figures.until')}</Text>
          <DayInput
            aria-label={t('disputes:figures.until')}
            minDate={from}
            value={until}
            onChange={(day) => day && change({ until: day })}
          />
        </div>
      </Toolbar>
      {rows.length > 0 && (
        <div className={classes.figures}>
          {totals.map(({ currency, open, openAmount }) => (
            <KeyFigure
              key={currency}
              label={t('disputes:figures.open', { day: format.day(until) })}
              value={format.money(openAmount, currency)}
              hint={t('disputes:figures.openHint', { count: open })}
            />
          ))}
          <KeyFigure
            label={t('disputes:figures.cycle')}
            value={
              cycle.days === null
                ? t('common:none')
                : t('disputes:figures.daysValue', { days: format.number(Math.round(cycle.days * 10) / 10) })
            }
            hint={
              cycle.days === null
                ? t('disputes:figures.noCycle')
                : t('disputes:figures.cycleHint', { count: cycle.closed })
            }
          />
          {totals
            .filter(({ conceded }) => conceded > 0)
            .map(({ currency, conceded }) => (
              <KeyFigure
                key={currency}
                label={t('disputes:figures.conceded')}
                value={format.money(conceded, currency)}
                hint={t('disputes:figures.concededHint')}
              />
            ))}
        </div>
      )}
      <div className={classes.list}>
        {data && (
          <DataTable
            label={t('disputes:figures.title')}
            columns={columns}
            rows={rows}
            rowId={({ reason, currency }) => `${reason} ${currency}`}
            onOpen={({ reason }) => navigate({ to: '/disputes', search: { reason, show: 'all' } })}
            stale={isPlaceholderData}
            empty={
              <EmptyState
                title={t('disputes:figures.empty.title')}
                text={t('disputes:figures.empty.text')}
                action={
                  <ButtonLink to="/disputes" variant="default">
                    {t('disputes:figures.empty.action')}
                  </ButtonLink>
                }
              />
            }
          />
        )}
      </div>
    </>
  )
}
