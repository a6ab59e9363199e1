import type { InstalmentPlan } from '../../../main/core/instalments/instalments.contract.ts'
import type { Minor } from '../../../main/core/kernel/money.ts'

/** What is still to come of plans that go on, by currency, and how many of these missed a day. */
export const sumsOf = (plans: readonly InstalmentPlan[]): { currency: string; open: Minor; missed: number }[] =>
  [
    ...Map.groupBy(
      plans.filter(({ state }) => state !== 'cancelled' && state !== 'kept'),
      ({ currency }) => currency,
    ),
  ].map(([currency, of]) => ({
    currency,
    open: of.reduce((sum, { open }) => sum + open, 0),
    missed: of.filter(({ state }) => state === 'late' || state === 'broken').length,
  }))
