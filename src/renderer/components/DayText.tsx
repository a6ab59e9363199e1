import type { Day } from '../../main/core/kernel/day.ts'
import { useFormat } from '../app/format.ts'
import classes from './figures.module.css'

export const DayText = ({ day }: { day: Day | null }) => {
  const format = useFormat()
  return day ? (
    <time className={classes.figure} dateTime={day}>
      {format.day(day)}
    </time>
  ) : (
    <span className={classes.figure} data-zero>
      –
    </span>
  )
}
