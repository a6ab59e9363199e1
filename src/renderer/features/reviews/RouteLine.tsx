import { IconCheck, IconClock, IconDots, IconMinus } from '@tabler/icons-react'
import type { Day } from '../../../main/core/kernel/day.ts'
import type { RouteStep } from '../../../main/core/reviews/reviews.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import classes from './reviews.module.css'

const icons = { done: IconCheck, waiting: IconClock, escalated: IconClock, later: IconDots, skipped: IconMinus }

type Props = {
  route: readonly RouteStep[]
  /** Of a review that is decided. */
  decidedOn: Day | null
}

/** People on the way to the decision, in a line: who did what, who is asked since when, who comes next. */
export const RouteLine = ({ route, decidedOn }: Props) => {
  const t = useT()
  const format = useFormat()
  if (route.length === 0) return <p className={classes.words}>{t('reviews:review.route.none')}</p>
  return (
    <ol className={classes.route} aria-label={t('reviews:review.route.label')}>
      {route.map((step) => {
        const Icon = icons[step.state]
        return (
          <li key={`${step.role} ${step.person}`} className={classes.step} data-state={step.state}>
            <span className={classes.stepMark}>
              <Icon size={14} stroke={2.2} aria-hidden />
            </span>
            <strong>{step.person || t('reviews:review.route.anyone')}</strong>
            <span className={classes.small}>
              {step.role === 'author' && (step.state === 'done' || step.state === 'waiting' || step.state === 'skipped')
                ? t(`reviews:review.route.author.${step.state}`)
                : t(`reviews:review.route.state.${step.state}`)}
            </span>
            {step.since && (
              <span className={classes.small}>
                {t(step.state === 'done' ? 'reviews:review.route.on' : 'reviews:review.route.since', {
                  day: format.day((step.role === 'decider' && step.state === 'done' && decidedOn) || step.since),
                })}
                {step.until &&
                  step.state === 'waiting' &&
                  ` ${t('reviews:review.route.until', { day: format.day(step.until) })}`}
              </span>
            )}
            {step.deputies.map(({ person, until }) => (
              <span key={person} className={classes.small}>
                {until
                  ? t('reviews:review.route.deputyUntil', { person, day: format.day(until) })
                  : t('reviews:review.route.deputy', { person })}
              </span>
            ))}
          </li>
        )
      })}
    </ol>
  )
}
