import { fraction, toInteger } from '../financials/fraction.rules.ts'
import type { Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'

type Dated = { day: Day; amount: Minor }

/** A debt that was ever disputed, in its own currency. */
export type DisputedDebt = {
  booked: Day
  amount: Minor
  /** In the company's currency; null where that is not known. */
  worth: Minor | null
  matches: readonly Dated[]
  /** Closed: from that day on it contests nothing. What was given up when it was closed, and opened again, it contests no more. */
  disputes: readonly { amount: Minor; opened: Day; closed: Day | null; conceded: readonly Dated[] }[]
}

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
