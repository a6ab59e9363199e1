import { type Day, epochDay, FIRST_DAY } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import { type Delays, type DelaysOfDay, type PaidPart, SPLIT, type Stretch } from './figures.model.ts'

export type PaidSums = {
  /** Days from due to receipt, those of the late ones, and days from issue to receipt. */
  all: Delays
  late: Delays
  sinceIssue: Delays
  /** Each due line of an invoice counts once, its parts by their share of it, in millionths. */
  instalments: { shares: number; days: number }
}

const joined = (high: number, low: number): bigint => BigInt(high) * BigInt(SPLIT) + BigInt(low)
const WIDTH = 5
const columns = { all: 0, late: WIDTH, sinceIssue: 2 * WIDTH, shares: 3 * WIDTH, shareDays: 3 * WIDTH + 1 }
const COLUMNS = columns.shareDays + 1

// Once for every payment of a book: no array is made.
const addDelay = (sums: Float64Array, at: number, amount: Minor, days: number): void => {
  sums[at] = (sums[at] as number) + 1
  sums[at + 1] = (sums[at + 1] as number) + amount
  sums[at + 2] = (sums[at + 2] as number) + days
  sums[at + 3] = (sums[at + 3] as number) + Math.trunc(amount / SPLIT) * days
  sums[at + 4] = (sums[at + 4] as number) + (amount % SPLIT) * days
}

const delaysAt = (sums: Float64Array, at: number): Delays => {
  const [parts = 0, amount = 0, days = 0, high = 0, low = 0] = sums.subarray(at, at + WIDTH)
  return { parts, amount, days, weighted: joined(high, low) }
}

// A day as a number of 17 bits: three of them make one key that a number holds exactly.
const BITS = 2 ** 17
const FIRST = epochDay(FIRST_DAY)
const NEVER = BITS - 1

type Group = { paid: number; matched: number; undone: number; sums: Float64Array }

/** Collects parts that were paid, and tells their sums over any stretch of days (its first left out) as known at its end. */
export const paidDelays = () => {
  const groups = new Map<number, Group>()
  const numbers = new Map<Day, number>()
  const numberOf = (day: Day): number => {
    let number = numbers.get(day)
    if (number === undefined) {
      number = epochDay(day) - FIRST
      numbers.set(day, number)
    }
    return number
  }
  const groupOf = (paid: number, matched: number, undone: number): Group => {
    const key = (paid * BITS + matched) * BITS + undone
    let group = groups.get(key)
    if (!group) {
      group = { paid, matched, undone, sums: new Float64Array(COLUMNS) }
      groups.set(key, group)
    }
    return group
  }
  const add = ({ paid, matched, undone, amount, due, issued, share }: PaidPart): void => {
    const day = numberOf(paid)
    const known = Math.max(day, numberOf(matched))
    const { sums } = groupOf(day, known, undone === null ? NEVER : numberOf(undone))
    const late = day - numberOf(due)
    addDelay(sums, columns.all, amount, late)
    if (late > 0) addDelay(sums, columns.late, amount, late)
    addDelay(sums, columns.sinceIssue, amount, day - numberOf(issued))
    sums[columns.shares] = (sums[columns.shares] as number) + share
    sums[columns.shareDays] = (sums[columns.shareDays] as number) + share * late
  }
  const within = (stretch: Stretch): PaidSums => {
    const [from, until] = [epochDay(stretch.from) - FIRST, epochDay(stretch.until) - FIRST]
    const sums = new Float64Array(COLUMNS)
    for (const group of groups.values()) {
      if (group.paid <= from || group.matched > until || group.undone <= until) continue
      for (let at = 0; at < COLUMNS; at += 1) sums[at] = (sums[at] as number) + (group.sums[at] as number)
    }
    return {
      all: delaysAt(sums, columns.all),
      late: delaysAt(sums, columns.late),
      sinceIssue: delaysAt(sums, columns.sinceIssue),
      instalments: { shares: sums[columns.shares] as number, days: sums[columns.shareDays] as number },
    }
  }
  return { add, within }
}

/** Sums of a stretch of days from those of each day. */
export const delaysIn = (rows: readonly DelaysOfDay[], { from, until }: Stretch): Delays => {
  const sums: Delays = { parts: 0, amount: 0, days: 0, weighted: 0n }
  for (const { day, parts, amount, days, high, low } of rows) {
    if (day <= from || day > until) continue
    sums.parts += parts
    sums.amount += amount
    sums.days += days
    sums.weighted += joined(high, low)
  }
  return sums
}
