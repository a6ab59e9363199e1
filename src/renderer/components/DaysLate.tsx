import { useT } from '../app/i18n.ts'
import classes from './figures.module.css'

// Beyond a month a delay is no longer an oversight.
const AT_RISK = 30

/** Days late of an item or a customer; a dash when nothing is. */
export const DaysLate = ({ days }: { days: number }) => {
  const t = useT()
  if (days <= 0)
    return (
      <span className={classes.figure} data-zero>
        –
      </span>
    )
  return (
    <span className={classes.tone} data-tone={days > AT_RISK ? 'risk' : 'late'}>
      {t('common:daysLate', { count: days })}
    </span>
  )
}
