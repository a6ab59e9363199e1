import { type Day, isDay } from '../kernel/day.ts'
import { fold } from '../kernel/text.ts'

const MONTHS = 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(' ')

const dayOf = (year: string, month: number | string, day: string): Day | null => {
  const text = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(text) ? text : null
}

/** A day as registers write it: `2026-09-08`, with or without an hour, `08/09/2026` or `8 septembre 2026`; null otherwise. */
export const readDay = (text: string): Day | null => {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(text.trim())
  if (iso) return dayOf(iso[1] ?? '', iso[2] ?? '', iso[3] ?? '')
  const slashes = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim())
  if (slashes) return dayOf(slashes[3] ?? '', slashes[2] ?? '', slashes[1] ?? '')
  const words = /^(\d{1,2})(?:er)? ([a-z]+) (\d{4})$/.exec(fold(text))
  const month = words ? MONTHS.indexOf(words[2] ?? '') + 1 : 0
  return words && month > 0 ? dayOf(words[3] ?? '', month, words[1] ?? '') : null
}
