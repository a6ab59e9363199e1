import type { Minor } from '../../../main/core/kernel/money.ts'

/** Shares of the bar, 0 to 1: what is owed before, what the order adds, where the limit stands; null without one. */
export type BarShares = { before: number; order: number; limit: number | null }

/** The bar is as long as the larger of the limit and what would be owed; what is owed to the customer draws nothing. */
export const barShares = (exposure: Minor, after: Minor, limit: Minor | null): BarShares => {
  const [owed, then] = [Math.max(0, exposure), Math.max(0, after)]
  // Room past the end, so that a limit just reached is still seen to be one.
  const whole = Math.max(then, limit ?? 0) * 1.04 || 1
  return { before: owed / whole, order: Math.max(0, then - owed) / whole, limit: limit === null ? null : limit / whole }
}
