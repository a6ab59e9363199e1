import { exactly, type Fraction, fraction, minus, over, plus, times } from '../financials/fraction.rules.ts'
import type { Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import { type Figure, isKnown } from './figures.rules.ts'

const HUNDRED = fraction(100)

/**
 * What overdue receivables cost to finance (domain 4.6): overdue × rate × average days delinquent ÷ 365, in minor units.
 * @param rate percent a year, a decimal
 */
export const costOfLateness = (overdue: Minor, rate: string, added: Figure): Figure =>
  isKnown(added) ? over(times(times(fraction(overdue), exactly(rate)), added), fraction(36_500)) : added

/** An amount without its VAT. @param rate percent, a decimal */
export const withoutTax = (amount: Minor, rate: string): Fraction =>
  over(times(fraction(amount), HUNDRED), plus(HUNDRED, exactly(rate)))

/**
 * Losses against sales, both without VAT, in percent (domain 4.6). What was lost without its VAT being told, and the sales,
 * are taken at one rate.
 */
export const lossRatio = (lost: { net: Minor; untold: Minor }, sales: Minor, rate: string): Figure =>
  sales <= 0
    ? 'no-sales'
    : over(times(HUNDRED, plus(fraction(lost.net), withoutTax(lost.untold, rate))), withoutTax(sales, rate))

/** A promise as it stands on the day it is counted; amounts in the company's currency. */
export type PromiseOutcome = {
  day: Day
  graceUntil: Day
  madeOn: Day
  state: 'running' | 'kept' | 'partly' | 'broken' | 'cancelled' | 'void'
  expected: Minor
  received: Minor
  cancelledOn: Day | null
  /** Taken back because another one took its place. */
  renegotiated: boolean
}

/**
 * Whether a promise counts for a stretch of days, and as what (domain 4.6): due within it and over by its end; put off
 * before its day it never was, put off on its day or later it was not kept; taken back without another one it never was.
 */
export const promiseCounts = (
  promise: PromiseOutcome,
  { from, until }: { from: Day; until: Day },
): 'kept' | 'not-kept' | null => {
  const { day, graceUntil, state, cancelledOn, renegotiated } = promise
  if (day <= from || day > until || state === 'void') return null
  if (cancelledOn !== null && cancelledOn <= until) return renegotiated && cancelledOn >= day ? 'not-kept' : null
  if (state === 'kept') return 'kept'
  return state === 'partly' || state === 'broken' ? (graceUntil < until ? 'not-kept' : null) : null
}

export type PromiseSums = { due: number; kept: number; expected: Minor; received: Minor }

/** Of those that count: how many were kept whole and in time, and what arrived of what was promised, a part for its part. */
export const promiseSums = (promises: readonly PromiseOutcome[], stretch: { from: Day; until: Day }): PromiseSums => {
  const sums = { due: 0, kept: 0, expected: 0, received: 0 }
  for (const promise of promises) {
    const counts = promiseCounts(promise, stretch)
    if (counts === null) continue
    sums.due += 1
    sums.kept += counts === 'kept' ? 1 : 0
    sums.expected += promise.expected
    sums.received += promise.received
  }
  return sums
}

/** A part of a whole in percent; the reason where there is no whole. */
export const shareOf = (part: Minor, whole: Minor, none: Exclude<Figure, Fraction>): Figure =>
  whole <= 0 ? none : fraction(100n * BigInt(part), whole)

/** One figure less another; the reason of the first that cannot be told. */
export const difference = (a: Figure, b: Figure): Figure => (isKnown(a) ? (isKnown(b) ? minus(a, b) : b) : a)
