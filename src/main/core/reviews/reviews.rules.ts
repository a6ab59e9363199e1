import type { Minor } from '../kernel/money.ts'
import type { RiskClass } from '../policy/credit-policy.schema.ts'
import type { DecisionKind } from './reviews.contract.ts'

/** The limit that a proposal is measured against: the last one decided, also when it has ended; null when there is none. */
export type Measured = { amount: Minor | null; inForce: boolean }

/**
 * Whether the words agree with the figures: more, as much, less, nothing. A first limit extends, also one of zero (cash
 * only); where no limit was ever decided nothing can be kept or reduced.
 */
export const agrees = (kind: DecisionKind, amount: Minor, { amount: current }: Measured): boolean => {
  if (kind === 'withdraw') return amount === 0
  if (current === null) return kind === 'extend'
  if (kind === 'extend') return amount > current
  return kind === 'reduce' ? amount < current : amount === current
}

/** What the decider must have authority for; null where any authority will do, because less is granted than stands. */
export const countedOf = (kind: DecisionKind, amount: Minor, { inForce }: Measured): Minor | null =>
  kind === 'withdraw' || (kind === 'reduce' && inForce) ? null : amount

/**
 * The class that the decider must have authority for. A judgement that is better than the scorecard’s class is for the
 * decider to accept: it does not choose a lower one. Where the scorecard has none, the judgement stands.
 */
export const countedClassOf = (judgement: RiskClass | null, scorecard: RiskClass | null): RiskClass | null =>
  judgement === null || scorecard === null ? (judgement ?? scorecard) : Math.max(judgement, scorecard)

/** `R-2026-0007`, numbered in the year of the opening. */
export const referenceOf = (year: string, number: number): string => `R-${year}-${String(number).padStart(4, '0')}`
