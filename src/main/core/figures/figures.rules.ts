import { type Fraction, fraction, minus, over, sumOf, times } from '../financials/fraction.rules.ts'
import { addMonths, type Day, daysBetween, endOfMonth, FIRST_DAY, isDay, maxDay } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import type { missingReasons } from './figures.contract.ts'
import type { Delays, Stretch } from './figures.model.ts'

/** An exact value, or the reason why there is none: never a zero that only means "unknown". */
export type Figure = Fraction | (typeof missingReasons)[number]
export const isKnown = (figure: Figure): figure is Fraction => typeof figure !== 'string'

/** The same day so many months before; from the end of a month it is the end of a month. */
export const monthsBefore = (day: Day, months: number): Day =>
  day === endOfMonth(day) ? endOfMonth(addMonths(`${day.slice(0, 7)}-01`, -months)) : addMonths(day, -months)

/** A day and the same one of so many months before, the oldest first; the program knows none before 1900. */
export const monthlyUntil = (day: Day, history: number): Day[] =>
  Array.from({ length: history + 1 }, (_, n) => monthsBefore(day, history - n)).filter(isDay)

/** A stretch as it is told: it begins with the first day the program knows, if it began before. */
export const toldStretch = ({ from, until }: Stretch) => {
  const stretch = { from: maxDay(from, FIRST_DAY), until }
  return { ...stretch, days: lengthOf(stretch) }
}

const amountDays = (amount: Minor, days: number): Fraction => fraction(BigInt(amount) * BigInt(days))

/** Days of sales in what is owed: receivables / sales × days, both with VAT (domain 4.2, S130; 4.3 of what is not due). */
export const daysOfSales = (receivables: Minor | Fraction, sales: Minor, days: number): Figure => {
  if (sales <= 0) return 'no-sales'
  const owed = typeof receivables === 'number' ? fraction(receivables) : receivables
  if (owed.n < 0n) return 'credit-balance'
  return over(times(owed, fraction(days)), fraction(sales))
}

/** The same of the mean of what was owed at both ends of the period (domain 4.2). */
export const daysOfAverage = (opening: Minor, closing: Minor, sales: Minor, days: number): Figure =>
  daysOfSales(fraction(BigInt(opening) + BigInt(closing), 2), sales, days)

/**
 * Count-back (domain 4.2, S131): whole months of sales are taken off what is owed, the newest first; of the last one, the
 * part that is left. `months` come newest first.
 */
export const countBack = (receivables: Minor, months: readonly { sales: Minor; days: number }[]): Figure => {
  if (receivables < 0) return 'credit-balance'
  if (months.every(({ sales }) => sales <= 0)) return 'no-sales'
  let rest = receivables
  let days = fraction(0)
  for (const month of months) {
    if (rest <= month.sales)
      return month.sales > 0 ? sumOf([days, over(amountDays(rest, month.days), fraction(month.sales))]) : days
    rest -= month.sales
    days = sumOf([days, fraction(month.days)])
  }
  return rest <= 0 ? days : 'history-too-short'
}

/** What lateness adds: DSO less the best possible one, by the same method over the same period (domain 4.3). */
export const daysDelinquent = (dso: Figure, best: Figure): Figure =>
  isKnown(dso) ? (isKnown(best) ? minus(dso, best) : best) : dso

/**
 * Collection effectiveness of one month in percent (domain 4.5, S127): what was collected of what could be. `current` is
 * what is not yet due at its end.
 */
export const effectiveness = (month: { opening: Minor; sales: Minor; closing: Minor; current: Minor }): Figure => {
  const collectable = month.opening + month.sales - month.current
  if (collectable <= 0) return 'nothing-owed'
  return percent(month.opening + month.sales - month.closing, collectable)
}

/** A part of a whole in percent (domain 4.6). */
export const percent = (part: Minor, whole: Minor): Figure =>
  whole <= 0 ? 'nothing-owed' : fraction(100n * BigInt(part), whole)

/** Amount-weighted days (domain 4.4); below zero where most came early. */
export const weightedDays = ({ amount, weighted }: Pick<Delays, 'amount' | 'weighted'>): Figure =>
  amount <= 0 ? 'nothing-paid' : fraction(weighted, amount)

/** Days by number of parts, whatever their amount. */
export const plainDays = ({ parts, days }: Pick<Delays, 'parts' | 'days'>): Figure =>
  parts === 0 ? 'nothing-paid' : fraction(days, parts)

/** Days from one end of a period to the other: the first day is not in it, the last is. */
export const lengthOf = ({ from, until }: Stretch): number => daysBetween(from, until)
