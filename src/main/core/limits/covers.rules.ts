import { addDays, type Day, daysBetween } from '../kernel/day.ts'
import { type Minor, parseDecimal, roundHalfUp } from '../kernel/money.ts'
import type { claimStates } from './covers.schema.ts'

/** A part of an amount in percent, rounded once, half up. */
export const shareOfAmount = (amount: Minor, percent: string): Minor => {
  const parsed = parseDecimal(percent)
  if (!parsed) throw new RangeError(`${percent} is no percentage`)
  return roundHalfUp(BigInt(amount) * parsed.units, 100n * 10n ** BigInt(parsed.scale))
}

/**
 * By when an unpaid invoice must be declared to the insurer: its due day, the extension that the policy lets pass, and
 * the days it then leaves (domain 3.6; both are the policy's own).
 */
export const claimDays = (due: Day, extensionDays: number, noticeDays: number): { from: Day; deadline: Day } => ({
  from: addDays(due, extensionDays),
  deadline: addDays(due, extensionDays + noticeDays),
})

/** Where a claim stands on a day: the deadline itself is the last day to declare. */
export const claimStanding = (
  { from, deadline }: { from: Day; deadline: Day },
  declaredOn: Day | null,
  asOf: Day,
): { state: (typeof claimStates)[number]; daysLeft: number } => {
  const daysLeft = daysBetween(asOf, deadline)
  if (declaredOn !== null) return { state: 'declared', daysLeft }
  if (asOf <= from) return { state: 'waiting', daysLeft }
  return { state: daysLeft < 0 ? 'late' : 'declare', daysLeft }
}
