import { addMonths, type Day } from '../kernel/day.ts'
import type { CreditPolicy, RiskClass } from '../policy/credit-policy.schema.ts'
import type { DueRow } from './reviews.contract.ts'

/** What the day of a customer's next review follows from. */
export type DueFacts = {
  /** The last review that was decided. */
  review: { decidedOn: Day; nextOn: Day | null } | null
  /** The limit of the customer, or else of its group. */
  limit: { decidedOn: Day; until: Day | null } | null
  riskClass: RiskClass | null
  /** The first invoice of a customer that owes more than is granted without a decision; null for the others. */
  owesSince: Day | null
  /** The last day on which a dunning level asked for a review; null when none did. */
  askedOn: Day | null
}

export type Due = Pick<DueRow, 'dueOn' | 'because'>

/** Months until the next review of a class; of a class not known the shortest. */
export const reviewMonthsOf = (
  { reviewMonths }: Pick<CreditPolicy, 'reviewMonths'>,
  riskClass: RiskClass | null,
): number => (riskClass === null ? Math.min(...reviewMonths) : (reviewMonths[riskClass - 1] as number))

/**
 * When the credit of a customer is to be reviewed: on the day that the last review named; else the policy's months after
 * its limit was decided; earlier when the limit ends before. A customer without any decision that owes more than new
 * ones get is due once it is no longer new. A dunning level that asks for a review makes it due on the day of its letter, unless one was
 * decided since. Null for one of whom nothing is to be reviewed.
 */
export const dueOf = (facts: DueFacts, policy: Pick<CreditPolicy, 'reviewMonths' | 'newCustomers'>): Due | null => {
  const { review, limit, riskClass, owesSince, askedOn } = facts
  const months = reviewMonthsOf(policy, riskClass)
  const next: Due | null = review
    ? { dueOn: review.nextOn ?? addMonths(review.decidedOn, months), because: review.nextOn ? 'decision' : 'policy' }
    : limit
      ? { dueOn: addMonths(limit.decidedOn, months), because: 'policy' }
      : owesSince
        ? { dueOn: addMonths(owesSince, policy.newCustomers.months), because: 'never-reviewed' }
        : null
  const ends = limit?.until ?? null
  const endsFirst =
    ends !== null && (next === null || ends < next.dueOn) && (review === null || ends >= review.decidedOn)
  const due: Due | null = endsFirst ? { dueOn: ends, because: 'limit-ends' } : next
  const asked = askedOn !== null && (review === null || review.decidedOn < askedOn)
  return asked && (due === null || askedOn < due.dueOn) ? { dueOn: askedOn, because: 'dunning-level' } : due
}
