import type { QueryContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import type { Minor } from '../kernel/money.ts'
import type { LimitKind } from '../limits/limits.contract.ts'
import type { CreditPolicy, RiskClass } from '../policy/credit-policy.schema.ts'
import { dueOf } from './due.rules.ts'
import { approvedBy, reviewedRows } from './reviews.repository.ts'

type Reading = Pick<QueryContext, 'db'>

type Setting = {
  kind: LimitKind
  currency?: string | undefined
  customerId?: string | undefined
  groupId?: string | undefined
  amount: Minor | null
  until: Day | null
}

/**
 * Refuses `review.not-approved` unless a review approved just this: the last one decided of its customer, with the same
 * owner, amount, currency and end. Covers and guarantees are not approved by reviews.
 */
export const refuseUnapproved = async (ctx: Reading, reviewId: string, setting: Setting): Promise<void> => {
  const approved = await approvedBy(ctx.db, reviewId)
  const owner =
    approved &&
    (approved.group_id === null ? approved.customer_id === setting.customerId : approved.group_id === setting.groupId)
  const measured = setting.kind === 'internal' || setting.kind === 'temporary'
  const same =
    owner &&
    measured &&
    approved.amount === setting.amount &&
    approved.until === setting.until &&
    (setting.currency ?? approved.currency) === approved.currency
  if (!same) throw new Refusal('review.not-approved', 'no review approved this', { id: reviewId })
}

/** The day since which a customer's limit waits for its review; null when the review is not overdue. */
export const reviewOverdueSince = async (
  ctx: Reading,
  customerId: string,
  limit: { decidedOn: Day; until: Day | null },
  riskClass: RiskClass | null,
  policy: CreditPolicy,
  asOf: Day,
): Promise<Day | null> => {
  const [last] = await reviewedRows(ctx.db, asOf, [customerId])
  const due = dueOf(
    {
      review: last?.decided_on == null ? null : { decidedOn: last.decided_on, nextOn: last.next_review_on },
      // The end of a limit has a rule of its own.
      limit: { ...limit, until: null },
      riskClass,
      owesSince: null,
      askedOn: null,
    },
    policy,
  )
  return due && due.dueOn < asOf ? due.dueOn : null
}
