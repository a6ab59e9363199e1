import { DateInput, type DateInputProps } from '@mantine/dates'
import type { Day } from '../../main/core/kernel/day.ts'
import { isDay } from '../../main/core/kernel/day.ts'
import { useT } from '../app/i18n.ts'
import { calendarLabels } from './calendarLabels.ts'

/** Reads `28/02/2026`, `28022026`, `280226`, `28/2` (of the year given) and `2026-02-28`; null when it is none. */
const readDay = (text: string, year: string): Day | null => {
  const trimmed = text.trim()
  if (isDay(trimmed)) return trimmed
  const match =
    /^(\d{1,2})[/. -](\d{1,2})(?:[/. -](\d{4}|\d{2}))?$/.exec(trimmed) ?? /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(trimmed)
  if (!match) return null
  const [, day = '', month = '', written] = match
  const full = written === undefined ? year : written.length === 2 ? `20${written}` : written
  const found = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(found) ? found : null
}

type Props = Omit<DateInputProps, 'value' | 'onChange' | 'defaultValue' | 'dateParser' | 'valueFormat'> & {
  value: Day | null
  onChange: (day: Day | null) => void
}

/** A day, typed or picked; always `YYYY-MM-DD` in and out. */
export const DayInput = ({ value, onChange, ...rest }: Props) => {
  const t = useT()
  return (
    <DateInput
      value={value}
      onChange={(day) => onChange(day === null ? null : String(day).slice(0, 10))}
      valueFormat="DD/MM/YYYY"
      placeholder={t('common:day.placeholder')}
      dateParser={(text) => readDay(text, (value ?? new Date().toISOString()).slice(0, 4))}
      size="sm"
      clearButtonProps={{ 'aria-label': t('common:day.clear') }}
      {...calendarLabels(t)}
      w={140}
      {...rest}
    />
  )
}
