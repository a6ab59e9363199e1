import { UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import classes from './reviews.module.css'

type Props = { value: string | undefined; onChange: (month: string | undefined) => void }

/** Reviews that are late, and those due in each of the next twelve months; a click shows them. */
export const CalendarStrip = ({ value, onChange }: Props) => {
  const t = useT()
  const format = useFormat()
  const language = useLanguage()
  const { data } = useQuery(api.reviews.calendar.queryOptions({ input: { months: 12 } }))
  if (!data) return null
  const cells = [
    { key: 'overdue', label: t('reviews:calendar.overdue'), due: data.overdue },
    ...data.months.map(({ month, due }) => ({
      key: month,
      label: monthName(month, language),
      due,
    })),
  ]
  return (
    <section className={classes.calendar} aria-label={t('reviews:calendar.title')}>
      {cells.map(({ key, label, due }) => (
        <UnstyledButton
          key={key}
          className={classes.month}
          aria-pressed={value === key}
          data-late={(key === 'overdue' && due > 0) || undefined}
          onClick={() => onChange(value === key ? undefined : key)}
        >
          <span className={classes.monthName}>{label}</span>
          <span className={classes.monthCount} data-zero={due === 0 || undefined}>
            {due === 0 ? '–' : format.number(due)}
          </span>
        </UnstyledButton>
      ))}
    </section>
  )
}

/** `mars 27` */
const monthName = (month: string, language: string): string =>
  new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    month: 'short',
    year: '2-digit',
    timeZone: 'UTC',
  }).format(Date.parse(`${month}-15`))
