import { useQuery } from '@tanstack/react-query'
import { type CSSProperties, lazy, type ReactNode, Suspense } from 'react'
import { defaultBuckets } from '../../../main/core/receivables/ageing.rules.ts'
import { api, type client } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import { AnchorLink } from '../../components/links.tsx'
import classes from './dashboard.module.css'

export type Overview = Awaited<ReturnType<typeof client.dashboard.overview>>
export type Trend = Awaited<ReturnType<typeof client.dashboard.trend>>

const Past = lazy(() => import('./Past.tsx'))

type Props = { overview: Overview; trend: Trend | undefined }

/** The numbers of the board, each with the list it comes from: cash expected, late, at risk, to do, DSO. */
export const BoardCards = ({ overview, trend }: Props) => {
  const t = useT()
  const format = useFormat()
  const { asOf, currency, position, customers, cash, risk } = overview
  const money = (amount: number) => format.money(amount, currency)
  const overdue = position.late.reduce((sum, part) => sum + part, 0)
  const owed = position.notDue + overdue
  const points = trend?.points ?? []
  const [last, before] = [points.at(-1), points.at(-2)]
  return (
    <ul className={classes.cards}>
      <Card
        figure={
          <AnchorLink to="/figures/forecast" search={{ asOf }} underline="never" c="inherit" className={classes.card}>
            <KeyFigure
              label={t('dashboard:cards.cash', { day: format.day(cash.weeks.at(-1)?.until ?? asOf) })}
              value={cash.why === null ? money(cash.central) : t('figures:none')}
              hint={
                cash.why === null ? (
                  t('dashboard:cards.cashAbout', { low: money(cash.low), high: money(cash.high) })
                ) : (
                  <Why>{t('dashboard:cards.cashUntold')}</Why>
                )
              }
            />
          </AnchorLink>
        }
      >
        {cash.why === null && <Weeks cash={cash} currency={currency} />}
      </Card>
      <Card
        figure={
          <AnchorLink
            to="/receivables"
            search={{ asOf, show: 'overdue' }}
            underline="never"
            c="inherit"
            className={classes.card}
          >
            <KeyFigure
              label={t('dashboard:cards.late')}
              value={money(overdue)}
              tone={overdue > 0 ? 'late' : 'neutral'}
              hint={
                overdue > 0 && owed > 0
                  ? t('dashboard:cards.lateAbout', {
                      count: customers.late,
                      percent: format.percent(((100 * overdue) / owed).toFixed(1)),
                    })
                  : t('dashboard:cards.lateNone')
              }
            />
          </AnchorLink>
        }
      >
        <Suspense>
          <Past late values={points.map(({ late }) => late.reduce((sum, part) => sum + part, 0))} />
        </Suspense>
      </Card>
      <Card
        figure={
          <KeyFigure
            label={t('dashboard:cards.risk')}
            value={money(risk.total)}
            tone={risk.total > 0 ? 'risk' : 'neutral'}
            hint={
              risk.customers > 0
                ? t('dashboard:cards.riskAbout', { count: risk.customers })
                : t('dashboard:cards.riskNone')
            }
          />
        }
      >
        <RiskParts overview={overview} />
      </Card>
      <Card figure={<ToDo />}>
        <OverLimit asOf={asOf} />
      </Card>
      <Card
        figure={
          <AnchorLink to="/figures/key" search={{ asOf }} underline="never" c="inherit" className={classes.card}>
            <KeyFigure
              label={t('dashboard:cards.dso')}
              value={
                last?.dso.value
                  ? t('dashboard:days', { value: format.decimal(last.dso.value) })
                  : last
                    ? t('figures:none')
                    : '\u00a0'
              }
              hint={
                last?.dso.why ? (
                  <Why>{t(`figures:why.${last.dso.why}`)}</Why>
                ) : last?.dso.value && before?.dso.value ? (
                  t('dashboard:cards.dsoAbout', {
                    change: t('dashboard:days', {
                      value: signed(last.dso.value, before.dso.value, format.decimal),
                    }),
                  })
                ) : (
                  '\u00a0'
                )
              }
            />
          </AnchorLink>
        }
      >
        <Suspense>
          <Past values={points.map(({ dso }) => (dso.value === null ? null : Number(dso.value)))} />
        </Suspense>
      </Card>
    </ul>
  )
}

const Card = ({ figure, children }: { figure: ReactNode; children: ReactNode }) => (
  <li className={classes.cell}>
    {figure}
    <div className={classes.below}>{children}</div>
  </li>
)

/** Why a number cannot be told: a sentence, over as many lines as it takes. */
const Why = ({ children }: { children: string }) => <span className={classes.why}>{children}</span>

/** Days from one decimal to another, with its sign. */
const signed = (now: string, before: string, decimal: (text: string) => string): string => {
  const tenths = Math.round(Number(now) * 10) - Math.round(Number(before) * 10)
  return `${tenths > 0 ? '+' : tenths < 0 ? '−' : ''}${decimal((Math.abs(tenths) / 10).toFixed(1))}`
}

/** Cash of each of the next weeks as bars, read out as amounts. */
const Weeks = ({ cash: { weeks }, currency }: { cash: Overview['cash']; currency: string }) => {
  const t = useT()
  const format = useFormat()
  const most = Math.max(1, ...weeks.map(({ amount }) => amount))
  return (
    <ul className={classes.weeks} aria-label={t('dashboard:weeks')}>
      {weeks.map(({ from, until, amount }) => {
        const words = t('dashboard:week', {
          amount: format.money(amount, currency),
          from: format.day(from),
          until: format.day(until),
        })
        return (
          <li key={from} title={words}>
            <span
              className={classes.week}
              style={{ '--part': `${Math.round((100 * Math.max(0, amount)) / most)}%` } as CSSProperties}
              aria-hidden
            />
            <span className={classes.weekDay} aria-hidden>
              {format.day(until).slice(0, 5)}
            </span>
            <span className={classes.spoken}>{words}</span>
          </li>
        )
      })}
    </ul>
  )
}

/** What is at risk, by why; each part opens its list. */
const RiskParts = ({ overview: { asOf, currency, risk } }: { overview: Overview }) => {
  const t = useT()
  const format = useFormat()
  const words = (name: 'insolvent' | 'disputed' | 'old') => t(`dashboard:risk.${name}`)
  const amount = (name: 'insolvent' | 'disputed' | 'old') => (
    <span className={classes.partAmount}>{risk[name] === 0 ? '–' : format.money(risk[name], currency)}</span>
  )
  return (
    <ul className={classes.parts}>
      <li>
        <AnchorLink
          to="/receivables/aged"
          search={{ asOf, cell: { customer: null, column: `over${defaultBuckets.at(-1)}` } }}
        >
          {words('old')}
        </AnchorLink>
        {amount('old')}
      </li>
      <li>
        <AnchorLink to="/disputes">{words('disputed')}</AnchorLink>
        {amount('disputed')}
      </li>
      <li>
        <AnchorLink to="/credit/registers">{words('insolvent')}</AnchorLink>
        {amount('insolvent')}
      </li>
    </ul>
  )
}

/** Customers left on today's worklist: the same count as beside its name. */
const ToDo = () => {
  const t = useT()
  const { data } = useQuery(api.worklist.get.queryOptions({ input: { search: '' } }))
  const toDoAbout = ({ left, done }: { left: number; done: number }) =>
    done > 0
      ? t('dashboard:cards.todoAbout', { count: done })
      : t(left > 0 ? 'dashboard:cards.todoUntouched' : 'dashboard:cards.todoNone')
  return (
    <AnchorLink to="/today" underline="never" c="inherit" className={classes.card}>
      <KeyFigure
        label={t('dashboard:cards.todo')}
        value={data ? t('dashboard:cards.customers', { count: data.left }) : '\u00a0'}
        hint={data ? toDoAbout(data) : '\u00a0'}
      />
    </AnchorLink>
  )
}

const OverLimit = ({ asOf }: { asOf: string }) => {
  const t = useT()
  const { data } = useQuery(api.limits.exposures.queryOptions({ input: { asOf, show: 'passed', limit: 1 } }))
  if (!data) return null
  if (data.total === 0) return <span className={classes.quiet}>{t('dashboard:underLimit')}</span>
  return (
    <AnchorLink to="/credit/exposure" search={{ show: 'passed' }} className={classes.wide}>
      {t('dashboard:overLimit', { count: data.total })}
    </AnchorLink>
  )
}
