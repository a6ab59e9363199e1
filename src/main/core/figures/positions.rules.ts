import { type Day, daysBetween } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import type { Stretch } from './figures.model.ts'

/** What the ledger says at the end of a day, in the company's currency. */
export type Position = {
  day: Day
  /** All movements: what the aged balance adds up to. */
  total: Minor
  /** Open debts not yet due, and those late, by the bounds of the buckets asked for. */
  notDue: Minor
  late: Minor[]
  /** Credits not matched yet, below zero. */
  unallocated: Minor
}

/** Open debts past their due day: their amount, and amount times days late. */
export type Overdue = { amount: Minor; weighted: bigint }

/**
 * Collects what moved the ledger and tells its state at the end of each of some days: a move counts from its day on, in the
 * bucket that its due day falls into at each. A debt booked, a part of it matched: with its due day; a credit: with none.
 * @param days ascending, each once
 * @param bounds upper bounds of the buckets in days late, ascending; what is later still stands in one bucket more
 */
export const positions = (days: readonly Day[], bounds: readonly number[]) => {
  const firsts = new Map<Day, number>()
  const firstOf = (day: Day): number => {
    let first = firsts.get(day)
    if (first === undefined) {
      first = firstFrom(days, day)
      firsts.set(day, first)
    }
    return first
  }
  // By due day, what moved between a day asked for and the one before it.
  const byDue = new Map<Day | null, Float64Array>()
  const add = (day: Day, due: Day | null, amount: Minor): void => {
    const at = firstOf(day)
    if (at === days.length) return
    let moved = byDue.get(due)
    if (!moved) {
      moved = new Float64Array(days.length)
      byDue.set(due, moved)
    }
    moved[at] = (moved[at] as number) + amount
  }
  const read = (): (Position & { overdue: Overdue })[] => {
    const found = days.map((day) => ({
      day,
      total: 0,
      notDue: 0,
      late: new Array<Minor>(bounds.length + 1).fill(0),
      unallocated: 0,
      overdue: { amount: 0, weighted: 0n },
    }))
    for (const [due, moved] of byDue) {
      let open = 0
      for (const [at, position] of found.entries()) {
        open += moved[at] as number
        if (open === 0) continue
        position.total += open
        if (due === null) position.unallocated += open
        else {
          const age = daysBetween(due, position.day)
          if (age <= 0) position.notDue += open
          else {
            const bucket = bounds.findIndex((bound) => age <= bound)
            const place = bucket === -1 ? bounds.length : bucket
            position.late[place] = (position.late[place] as number) + open
            position.overdue.amount += open
            position.overdue.weighted += BigInt(open) * BigInt(age)
          }
        }
      }
    }
    return found
  }
  return { add, read }
}
export type Positions = ReturnType<typeof positions>

/** Place of the first day that is not before a day; their number where all are. */
export const firstFrom = (days: readonly Day[], day: Day): number => {
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
  return ({ from, until: last }: Stretch): Minor => upTo(last) - upTo(from)
}
