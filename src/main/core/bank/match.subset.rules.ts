import type { Minor } from '../kernel/money.ts'

export type Addend = { readonly amount: Minor }

const MOST = 28
const STEPS = 4000

/**
 * Some of the debts that add up to a sum, in the order given (oldest first): neighbours before others, fewer before more.
 * Bounded: of a long account only the first are tried, and a sum that takes too long to find is not found. `alone` says
 * that no other choice makes the same sum, as far as was looked.
 */
export const subsetOf = <T extends Addend>(debts: readonly T[], sum: Minor): { items: T[]; alone: boolean } | null => {
  if (sum <= 0) return null
  const tried = debts.filter(({ amount }) => amount > 0 && amount <= sum).slice(0, MOST)
  const found = [...neighbours(tried, sum, 2), ...search(tried, sum, 2)]
  const [first] = found
  if (!first) return null
  const same = (other: T[]) => other.length === first.length && other.every((item) => first.includes(item))
  return { items: first, alone: found.every(same) }
}

/** Runs of neighbours: what a payer who settles a month at a time pays. */
const neighbours = <T extends Addend>(debts: readonly T[], sum: Minor, most: number): T[][] => {
  const found: T[][] = []
  let from = 0
  let total = 0
  debts.forEach((debt, until) => {
    total += debt.amount
    while (total > sum) {
      total -= debts[from]?.amount ?? 0
      from += 1
    }
    if (total === sum && from <= until && found.length < most) found.push(debts.slice(from, until + 1))
  })
  return found
}

const search = <T extends Addend>(debts: readonly T[], sum: Minor, most: number): T[][] => {
  const sorted = debts.map((debt, place) => ({ debt, place })).sort((a, b) => b.debt.amount - a.debt.amount)
  // What all those from a place on come to: less than what is missing cannot do.
  const rest = new Array<Minor>(sorted.length + 1).fill(0)
  for (let i = sorted.length - 1; i >= 0; i -= 1) rest[i] = (rest[i + 1] ?? 0) + (sorted[i]?.debt.amount ?? 0)
  const found: T[][] = []
  const chosen: typeof sorted = []
  let steps = 0
  const walk = (at: number, missing: Minor): void => {
    if (missing === 0) {
      found.push(chosen.toSorted((a, b) => a.place - b.place).map(({ debt }) => debt))
      return
    }
    steps += 1
    if (found.length >= most || steps > STEPS || (rest[at] ?? 0) < missing) return
    const next = sorted[at]
    if (!next) return
    if (next.debt.amount <= missing) {
      chosen.push(next)
      walk(at + 1, missing - next.debt.amount)
      chosen.pop()
    }
    walk(at + 1, missing)
  }
  walk(0, sum)
  return found.sort((a, b) => a.length - b.length)
}
