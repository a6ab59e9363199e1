import { Sparkline } from '@mantine/charts'
import '@mantine/charts/styles.css'
import type { ReactNode } from 'react'
import type { LedgerFigureName } from '../../../main/core/figures/figures.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import { AnchorLink } from '../../components/links.tsx'
import classes from './figures.module.css'
import { type Report, readFigure } from './figures.rows.ts'

type Point = Report['points'][number]
type Card = {
  name: 'total' | 'overdue' | 'dso' | 'addedDays' | 'effectiveness' | 'overNinety'
  value: ReactNode
  hint: string
  of: (point: Point) => number | null
  late?: boolean
}

const lateOf = ({ late }: Pick<Point, 'late'>) => late.reduce((sum, part) => sum + part, 0)

/** Six figures with two years behind each. */
const FigureCards = ({ report }: { report: Report }) => {
  const t = useT()
  const format = useFormat()
  const { currency, figures, position, points } = report
  const money = (amount: number) => format.money(amount, currency)
  const before = points.at(-2)
  const past = (name: LedgerFigureName) => (point: Point) => {
    const { value } = point.figures[name]
    return value === null ? null : Number(value)
  }
  const told = (name: LedgerFigureName) => readFigure(name, figures[name].value, t, format, currency)
  const since = (value: string | undefined) => (value === undefined ? '' : t('figures:before', { value }))
  const monthBefore = (name: LedgerFigureName) => {
    const { why } = figures[name]
    return why
      ? t(`figures:why.${why}`)
      : since(before && readFigure(name, before.figures[name].value, t, format, currency))
  }
  const share = (name: 'overdue' | 'overNinety') => {
    const { value } = figures[name]
    return value === null ? '' : t('figures:share', { percent: format.percent(value) })
  }
  const cards: Card[] = [
    {
      name: 'total',
      value: money(position.total),
      hint: since(before && money(before.total)),
      of: ({ total }) => total,
    },
    { name: 'overdue', value: money(lateOf(position)), hint: share('overdue'), of: lateOf, late: true },
    { name: 'dso', value: told('dso'), hint: monthBefore('dso'), of: past('dso') },
    { name: 'addedDays', value: told('addedDays'), hint: monthBefore('addedDays'), of: past('addedDays'), late: true },
    {
      name: 'effectiveness',
      value: told('effectiveness'),
      hint: monthBefore('effectiveness'),
      of: past('effectiveness'),
    },
    {
      name: 'overNinety',
      value: money(position.late.at(-1) ?? 0),
      hint: share('overNinety'),
      of: ({ late }) => late.at(-1) ?? 0,
      late: true,
    },
  ]
  return (
    <ul className={classes.cards}>
      {cards.map(({ name, value, hint, of, late = false }) => (
        <li key={name}>
          <AnchorLink
            to="/receivables/aged"
            search={{ asOf: report.asOf }}
            underline="never"
            c="inherit"
            className={classes.card}
          >
            <KeyFigure label={t(`figures:cards.${name}`)} value={value} hint={hint} />
          </AnchorLink>
          {/* A picture of the past beside its figure, not a stop of its own. */}
          <div inert>
            <Sparkline
              h={36}
              data={points.map(of)}
              color={late ? 'var(--late)' : 'var(--mantine-primary-color-filled)'}
              fillOpacity={0.12}
              strokeWidth={1.5}
              curveType="linear"
              connectNulls={false}
              areaProps={{ isAnimationActive: false }}
            />
          </div>
        </li>
      ))}
    </ul>
  )
}
export default FigureCards
