import { fraction, toInteger } from '../financials/fraction.rules.ts'
import type { Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import type { Dated, DebtCount, DisputedDebt } from './figures.model.ts'
import { firstFrom } from './positions.rules.ts'

const until = (parts: readonly Dated[], day: Day): Minor =>
  parts.reduce((sum, part) => (part.day <= day ? sum + part.amount : sum), 0)

/** What is contested of debts at the end of a day and still open: how many debts, and what it is worth (domain 4.6). */
export const disputedOn = (debts: readonly DisputedDebt[], day: Day): { items: number; amount: Minor } => {
  let [items, amount] = [0, 0]
  for (const debt of debts) {
    if (debt.booked > day || debt.worth === null) continue
    const contested = debt.disputes.reduce(
      (sum, one) =>
        one.opened <= day && (one.closed === null || one.closed > day)
          ? sum + one.amount - until(one.conceded, day)
          : sum,
      0,
    )
    const part = Math.min(contested, debt.amount - until(debt.matches, day))
    if (part <= 0) continue
    items += 1
    amount += toInteger(fraction(BigInt(part) * BigInt(debt.worth), debt.amount))
  }
  return { items, amount }
}

/** How many debts were open at the end of each of some days, ascending. */
export const openOn = (counts: readonly DebtCount[], days: readonly Day[]): number[] => {
  const open = new Array<number>(days.length).fill(0)
  for (const { settled, booked, debts } of counts)
    for (
      let at = firstFrom(days, booked);
      at < days.length && (settled === null || (days[at] as Day) < settled);
      at += 1
    )
      open[at] = (open[at] as number) + debts
  return open
}
