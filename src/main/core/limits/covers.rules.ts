import { addDays, type Day, daysBetween, minDay } from '../kernel/day.ts'
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
 * the days it then leaves (domain 3.6; both are the policy's own). An insolvency ends the extension: the days then run
 * from its judgment, and a policy may allow fewer.
 */
export const claimDays = (
  due: Day,
  { extensionDays, noticeDays }: { extensionDays: number; noticeDays: number },
  insolventSince: Day | null = null,
): { from: Day; deadline: Day } => {
  const extended = addDays(due, extensionDays)
  const from = insolventSince === null ? extended : minDay(extended, insolventSince)
  return { from, deadline: addDays(from, noticeDays) }
}

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
