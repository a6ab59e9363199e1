import { type Day, maxDay } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'

/** What is open of an item, one customer and one currency: positive for a debit and for a credit alike. */
export type Allocatable = { readonly id: string; readonly day: Day; readonly amount: Minor }
export type Allocation = { debitId: string; creditId: string; amount: Minor; day: Day }

const oldestFirst = (items: readonly Allocatable[]): Allocatable[] =>
  items.filter(({ amount }) => amount > 0).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))

/**
 * Settles the oldest debits with the oldest credits (C. civ. 1342-10 for equal debts): by day, then in the order given.
 * A match exists from the day both sides do. Items that are not above zero take no part.
 */
export const allocateOldestFirst = (debits: readonly Allocatable[], credits: readonly Allocatable[]): Allocation[] => {
  const allocations: Allocation[] = []
  const waiting = oldestFirst(credits).values()
  let credit = waiting.next().value
  let available = credit?.amount ?? 0
  for (const debit of oldestFirst(debits)) {
    let open = debit.amount
    while (open > 0 && credit) {
      const amount = Math.min(open, available)
      allocations.push({ debitId: debit.id, creditId: credit.id, amount, day: maxDay(debit.day, credit.day) })
      open -= amount
      available -= amount
      if (available === 0) {
        credit = waiting.next().value
        available = credit?.amount ?? 0
      }
    }
    if (!credit) break
  }
  return allocations
}
