import { addDays, type Day, daysBetween, maxDay } from '../kernel/day.ts'
import type { Basis } from './expectations.contract.ts'

/** A part of an invoice that was paid: days from its due day (below zero when early), and its share of the invoice. */
export type PaidPart = {
  readonly late: number
  readonly share: number
  readonly issued: Day
  readonly disputed: boolean
}

type Point = { late: number; weight: number }

/** The habit of a customer, a segment or the whole book as of a day: past delays, the earliest first, recent ones weighing more. */
export type Habit = {
  readonly basis: Basis
  readonly asOf: Day
  readonly points: readonly Point[]
  /** What it says of a lateness, kept: in a whole book many items are as late as each other. */
  readonly told: Map<number, Expectation | null>
}

export type Expectation = { from: Day; expected: Day; until: Day; basis: Basis; payments: number }

/** An invoice of this many days before weighs half as much. */
const HALF_LIFE = 120
/** Fewer payments than this are no habit. */
const FEWEST = 3

/** What past payments say of the next ones, as of a day. */
export const habitOf = (basis: Basis, paid: readonly PaidPart[], asOf: Day): Habit => ({
  basis,
  asOf,
  points: paid
    .map(({ late, share, issued }) => ({ late, weight: share * 0.5 ** (daysBetween(issued, asOf) / HALF_LIFE) }))
    .sort((a, b) => a.late - b.late),
  told: new Map(),
})

const quantile = (points: readonly Point[], part: number): number => {
  const whole = points.reduce((sum, { weight }) => sum + weight, 0)
  let passed = 0
  for (const { late, weight } of points) {
    passed += weight
    if (passed >= part * whole) return late
  }
  return points.at(-1)?.late ?? 0
}

/** When what was due on a day, `daysLate` days ago, will be paid: by those payments that were later still. */
const toldOf = ({ basis, asOf, points, told }: Habit, due: Day, daysLate: number): Expectation | null => {
  const known = told.get(daysLate)
  if (known !== undefined) return known
  const possible = points.filter(({ late }) => late > daysLate)
  const dayOf = (part: number) => maxDay(addDays(due, part), addDays(asOf, 1))
  const answer =
    possible.length < FEWEST
      ? null
      : {
          from: dayOf(quantile(possible, 0.25)),
          expected: dayOf(
            Math.round((quantile(possible, 0.4) + quantile(possible, 0.5) + quantile(possible, 0.6)) / 3),
          ),
          until: dayOf(quantile(possible, 0.75)),
          basis,
          payments: possible.length,
        }
  told.set(daysLate, answer)
  return answer
}

/**
 * When an item that is still open will probably be paid: the first habit that knows enough payments at least as late as
 * the item is today says by how much. The central day is the mean of the 40, 50 and 60 % quantiles, the range the middle
 * half; never before tomorrow. Null when no habit knows such a payment.
 * Method: reference domain 4.11 (median delay, segment and book as fallback), with recent invoices weighing more, which
 * was closer out of sample.
 */
export const expectationOf = (habits: readonly Habit[], due: Day, asOf: Day): Expectation | null => {
  const daysLate = daysBetween(due, asOf)
  for (const habit of habits) {
    const told = toldOf(habit, due, daysLate)
    if (told !== null) return told
  }
  return null
}
