import { z } from 'zod'
import { Refusal } from './errors.ts'

/** A business date, `YYYY-MM-DD`: a day in the creditor's country, never an instant. */
export type Day = string

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const MS_PER_DAY = 86_400_000
// Beyond them nobody owes anything, and days added to the last one must not need a fifth digit: texts would no longer sort.
const [FIRST_YEAR, LAST_YEAR] = [1900, 2199]
export const FIRST_DAY: Day = `${FIRST_YEAR}-01-01`

export const isDay = (text: string): boolean => {
  const match = DAY.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= FIRST_YEAR && year <= LAST_YEAR && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

export const daySchema = z.string().refine(isDay, { message: 'not a day (YYYY-MM-DD)' })

/**
 * Days since 1970, below zero before. Days are compared and subtracted for every open item: Date.UTC on a plain date is
 * exact and much cheaper than Temporal.
 */
export const epochDay = (day: Day): number =>
  Date.UTC(digits(day, 0, 4), digits(day, 5, 7) - 1, digits(day, 8, 10)) / MS_PER_DAY

const digits = (text: string, from: number, to: number): number => {
  let value = 0
  for (let at = from; at < to; at += 1) value = value * 10 + text.charCodeAt(at) - 48
  return value
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => epochDay(to) - epochDay(from)

export const addDays = (day: Day, days: number): Day => textOf(epochDay(day) + days)

// Writing a day costs ten times what counting it does, and a book knows few of them: each is written once.
const FIRST_EPOCH = Date.UTC(FIRST_YEAR, 0, 1) / MS_PER_DAY
const LAST_DAY = Date.UTC(LAST_YEAR, 11, 31) / MS_PER_DAY
const written: (Day | undefined)[] = new Array(LAST_DAY - FIRST_EPOCH + 1)

const textOf = (epoch: number): Day => {
  const known = written[epoch - FIRST_EPOCH]
  if (known !== undefined) return known
  const text = new Date(epoch * MS_PER_DAY).toISOString().slice(0, 10)
  if (epoch >= FIRST_EPOCH && epoch <= LAST_DAY) written[epoch - FIRST_EPOCH] = text
  return text
}

/** Same day number `months` later, or the month's last day when it is missing (CPC 641). */
export const addMonths = (day: Day, months: number): Day => {
  const month = 12 * digits(day, 0, 4) + digits(day, 5, 7) - 1 + months
  const last = new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate()
  const date = Date.UTC(Math.floor(month / 12), month % 12, Math.min(digits(day, 8, 10), last))
  return new Date(date).toISOString().slice(0, 10)
}

export const endOfMonth = (day: Day): Day =>
  new Date(Date.UTC(digits(day, 0, 4), digits(day, 5, 7), 0)).toISOString().slice(0, 10)

export const minDay = (a: Day, b: Day): Day => (a < b ? a : b)
export const maxDay = (a: Day, b: Day): Day => (a > b ? a : b)

/** `2026-S1` or `2026-S2`: the half-year that anchors a statutory rate (C. com. L441-10 II). */
export const semesterOf = (day: Day): string => `${day.slice(0, 4)}-S${day.slice(5, 7) < '07' ? 1 : 2}`

export const isLeapYear = (year: number): boolean => new Date(Date.UTC(year, 1, 29)).getUTCDate() === 29

/** Refuses `clock.behind` to end on the working day what began on a later one: the clock of the machine was set back. */
export const notBefore = (today: Day, since: Day): void => {
  if (today < since)
    throw new Refusal('clock.behind', `the working day ${today} lies before ${since}`, { today, since })
}
