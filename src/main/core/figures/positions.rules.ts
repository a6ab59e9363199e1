import { type Day, daysBetween } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import type { Move } from './figures.model.ts'
import type { Position } from './figures.rules.ts'

/**
 * The state of the ledger at the end of each of some days, in one pass over what moved it: a move counts from its day on,
 * in the bucket that its due day falls into at each.
 * @param days ascending
 * @param bounds upper bounds of the buckets in days late, ascending; what is later still stands in one bucket more
 */
export const positionsOn = (days: readonly Day[], bounds: readonly number[], moves: Iterable<Move>): Position[] => {
  const columns = bounds.length + 3
  const sums = new Float64Array(days.length * columns)
  const buckets = new Map<Day, Uint8Array>()
  const bucketsOf = (due: Day): Uint8Array => {
    let found = buckets.get(due)
    if (!found) {
      found = Uint8Array.from(days, (day) => columnOf(daysBetween(due, day), bounds))
      buckets.set(due, found)
    }
    return found
  }
  for (const { day, due, amount } of moves) {
    const column = due === null ? null : bucketsOf(due)
    for (let at = firstFrom(days, day); at < days.length; at += 1) {
      const place = at * columns + (column ? (column[at] as number) : columns - 1)
      sums[place] = (sums[place] as number) + amount
    }
  }
  return days.map((day, at) => {
    const [notDue = 0, ...rest] = sums.subarray(at * columns, (at + 1) * columns)
    const unallocated = rest.pop() ?? 0
    return { day, total: rest.reduce((sum, late) => sum + late, notDue + unallocated), notDue, late: rest, unallocated }
  })
}

/** Open debts past their due day at the end of a day: their amount, and amount times days late. */
export const overdueDelay = (moves: Iterable<Move>, asOf: Day): { amount: Minor; weighted: bigint } => {
  let [amount, weighted] = [0, 0n]
  for (const move of moves) {
    if (move.due === null || move.due >= asOf || move.day > asOf) continue
    amount += move.amount
    weighted += BigInt(move.amount) * BigInt(daysBetween(move.due, asOf))
  }
  return { amount, weighted }
}

/** 0: not yet due; then one for each bucket. */
const columnOf = (daysLate: number, bounds: readonly number[]): number => {
  if (daysLate <= 0) return 0
  const bucket = bounds.findIndex((bound) => daysLate <= bound)
  return 1 + (bucket === -1 ? bounds.length : bucket)
}

/** Place of the first day that is not before a day. */
const firstFrom = (days: readonly Day[], day: Day): number => {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] as Day) < day) low = middle + 1
    else high = middle
  }
  return low
}

/** Sums of any stretch of days, its first day left out, from amounts by day. */
export const sumsBetween = (rows: readonly { day: Day; amount: Minor }[]) => {
  const sorted = [...rows].sort((a, b) => (a.day < b.day ? -1 : 1))
  const days = sorted.map(({ day }) => day)
  const until: number[] = [0]
  for (const { amount } of sorted) until.push((until.at(-1) as number) + amount)
  // The first day after: what is on the day itself is in.
  const upTo = (day: Day): number => until[firstFrom(days, `${day}~`)] as number
  return ({ from, until: last }: { from: Day; until: Day }): Minor => upTo(last) - upTo(from)
}
