import { Text } from '@mantine/core'
import type { LevelInput } from '../../../main/core/dunning/dunning.plan.schema.ts'
import { useT } from '../../app/i18n.ts'
import classes from './plans.module.css'
import { useLevelWords } from './useLevelWords.ts'

/** A month with 31 days, due on its 10th: what the ladder looks like for one invoice. */
const MONTH_END = 21

/** The day of each level from the due date, when every letter goes on its day: earliest first. */
const daysOf = (levels: readonly LevelInput[]): number[] => {
  let last = 0
  return levels.map((level, i) => {
    const plain =
      level.basis === 'due' ? level.days : level.basis === 'month-end' ? MONTH_END + level.days : last + level.days
    const free = i === 0 || level.days < 0 ? plain : Math.max(plain, last + level.minimumGap)
    const granted = levels[i - 1]?.newDeadlineDays
    last = level.days < 0 ? plain : Math.max(1, free, granted == null ? 0 : last + granted + 1)
    return last
  })
}

/** The ladder as a line of days around the due date: what a customer that never pays would get, and when. */
export const PlanTimeline = ({ levels }: { levels: readonly LevelInput[] }) => {
  const t = useT()
  const words = useLevelWords()
  if (levels.length === 0) return null
  const days = daysOf(levels)
  const first = Math.min(0, ...days)
  const span = Math.max(1, Math.max(...days) - first)
  const at = (day: number) => `${((day - first) / span) * 100}%`
  return (
    <figure className={classes.timeline} aria-label={t('dunning:plan.timeline.title')}>
      <div className={classes.line}>
        <span className={classes.due} style={{ left: at(0) }}>
          {t('dunning:plan.timeline.due')}
        </span>
        {levels.map((level, i) => (
          <span
            key={level.position}
            className={classes.stop}
            data-notice={(days[i] ?? 0) < 0 || undefined}
            data-above={i % 2 === 1 || undefined}
            data-end={(days[i] ?? 0) - first > span * 0.85 || undefined}
            style={{ left: at(days[i] ?? 0) }}
          >
            <span className={classes.mark} />
            <span className={classes.stopText}>
              <strong>{t('dunning:plan.timeline.day', { days: signed(days[i] ?? 0) })}</strong> {level.name}
              {level.effect && <em>{words.effect(level)}</em>}
            </span>
          </span>
        ))}
      </div>
      <Text size="xs" c="dimmed">
        {t(
          levels.some(({ basis }) => basis === 'month-end')
            ? 'dunning:plan.timeline.noteMonth'
            : 'dunning:plan.timeline.note',
        )}
      </Text>
    </figure>
  )
}

const signed = (days: number): string => (days < 0 ? `−${-days}` : `+${days}`)
