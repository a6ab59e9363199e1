import { decimalsOf, type Minor, splitMinor } from '../kernel/money.ts'

/** One percent of what is owed, and never more than 500 units of the currency. */
export const isNear = (paid: Minor, owed: Minor, currency: string): boolean =>
  owed > 0 &&
  paid > 0 &&
  Math.abs(paid - owed) * 100 <= owed &&
  Math.abs(paid - owed) <= 500 * 10 ** decimalsOf(currency)

/** Early-payment discounts that firms agree on, in hundredths of a percent. */
const DISCOUNTS = [50, 100, 150, 200, 250, 300, 400, 500] as const

/**
 * The discount that makes a payment of what was owed: one of the usual rates, to the cent or rounded down by the payer.
 * `percent` as people write it (`2`, `1.5`). Null when it is none.
 */
export const discountTaken = (paid: Minor, owed: Minor): { percent: string; amount: Minor } | null => {
  const amount = owed - paid
  if (amount <= 0 || paid <= 0) return null
  for (const rate of DISCOUNTS) {
    // Less than a cent from the exact discount.
    if (owed * rate >= 10_000 && Math.abs(amount * 10_000 - owed * rate) < 10_000)
      return { percent: String(rate / 100), amount }
  }
  return null
}

/** An amount over debts in proportion to what is open of each; never above it, and no cent is lost. */
export const spread = (amount: Minor, opens: readonly Minor[]): Minor[] =>
  amount === 0 ? opens.map(() => 0) : splitMinor(amount, opens)
