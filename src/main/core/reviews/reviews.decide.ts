import { editCustomer, readCustomer } from '../customers/customers.service.ts'
import { handOver, openHandoverOf } from '../handovers/handovers.service.ts'
import type { CommandContext } from '../kernel/context.ts'
import { addMonths, type Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { blockCustomer, setLimit } from '../limits/limits.service.ts'
import { policyInForce } from '../policy/policy.service.ts'
import { reviewMonthsOf } from './due.rules.ts'
import type { Review } from './reviews.contract.ts'
import { type Measure, measureToDecide } from './reviews.measure.ts'
import { readReview, recordOf } from './reviews.read.ts'
import { answerProposal, type ReviewRecord, updateReview } from './reviews.repository.ts'
import { askedOf } from './reviews.rows.ts'
import type { ReviewProposalTable } from './reviews.table.ts'
import { type Matrix, mayAnswer, nobodyFor, routeOf } from './route.rules.ts'

export type Answer = { id: string; answer: 'approve' | 'refuse' | 'return'; reason: string; nextReviewOn: Day | null }

const ANSWERED = { approve: 'approved', refuse: 'refused', return: 'returned' } as const

/** Whose authority an answer is given under; refuses `review.own-proposal` and `review.above-authority`. */
const authorityOf = (ctx: CommandContext, proposal: ReviewProposalTable, policy: Matrix): string => {
  const asked = askedOf(proposal)
  const standing = mayAnswer(policy, asked, ctx.user, ctx.today)
  if (standing.may) return standing.for
  const people = [...new Set(routeOf(policy, asked, proposal.day, ctx.today).map(({ person }) => person))]
  if (standing.because === 'own-proposal')
    throw new Refusal('review.own-proposal', `${ctx.user} proposed it: another person decides`, {
      person: ctx.user,
      people,
    })
  throw new Refusal('review.above-authority', `${ctx.user} may not decide it`, {
    person: ctx.user,
    people: nobodyFor(policy, asked) ? [] : people,
  })
}

/** Sets the limit as it was approved; null where it stands already. */
const applyLimit = async (
  ctx: CommandContext,
  record: ReviewRecord,
  proposal: ReviewProposalTable,
  measure: Measure,
): Promise<string | null> => {
  const { kind, amount, until } = proposal
  const { base, inForce, internal } = measure
  if (kind === 'maintain' && inForce && (until === null || until === base.limit?.until)) return null
  const decided = {
    ...(proposal.group_id === null ? { customerId: record.customer_id } : { groupId: proposal.group_id }),
    reason: `${record.reference} · ${proposal.reason}`,
    documentId: null,
    reviewId: record.id,
    riskClass: proposal.class,
  }
  const sameEnd = kind === 'maintain' && base.limit?.kind === 'internal'
  if (until !== null && internal !== null && !sameEnd)
    return (await setLimit(ctx, { ...decided, kind: 'temporary', amount, until })).limit.id
  // A temporary limit that still runs would stand in for what is decided now.
  if (inForce && base.limit?.kind === 'temporary')
    await setLimit(ctx, { ...decided, kind: 'temporary', amount: null, until: ctx.today })
  return (await setLimit(ctx, { ...decided, kind: 'internal', amount, until })).limit.id
}

const applyTerms = async (ctx: CommandContext, customerId: string, terms: string | null): Promise<void> => {
  if (terms === null) return
  const { id: _id, createdAt: _created, updatedAt: _updated, ...customer } = await readCustomer(ctx, customerId)
  if (customer.terms !== terms) await editCustomer(ctx, customerId, { ...customer, terms })
}

/** Of a withdrawal: no sale any more, and the account goes to collection unless it is there. */
const withdraw = async (ctx: CommandContext, record: ReviewRecord, proposal: ReviewProposalTable): Promise<void> => {
  const { id: reviewId, customer_id: customerId, reference } = record
  const reason = `${reference} · ${proposal.reason}`
  await blockCustomer(ctx, { customerId, until: null, reason })
  if (!(await openHandoverOf(ctx, customerId))) await handOver(ctx, { customerId, to: 'collection', reason, reviewId })
}

const approve = async (
  ctx: CommandContext,
  record: ReviewRecord,
  proposal: ReviewProposalTable,
): Promise<string | null> => {
  const measure = await measureToDecide(ctx, record.customer_id, proposal.group_id === null ? 'customer' : 'group')
  const same = (measure.base.limit?.id ?? null) === proposal.measured_limit_id && measure.groupId === proposal.group_id
  if (!same)
    throw new Refusal('review.limit-changed', 'another limit was decided since it was submitted', {
      reference: record.reference,
      current: measure.amount,
      currency: measure.home,
    })
  const limitId = await applyLimit(ctx, record, proposal, measure)
  await applyTerms(ctx, record.customer_id, proposal.terms)
  if (proposal.kind === 'withdraw') await withdraw(ctx, record, proposal)
  return limitId
}

/**
 * Answers a proposal in the name of the acting person. Approving sets the limit and the terms, refusing leaves them;
 * both close the review under the policy in force. Returning hands it back to its author. Refuses `review.not-submitted`,
 * `review.own-proposal`, `review.above-authority`, `review.day-invalid` and `review.limit-changed`.
 */
export const decideReview = async (ctx: CommandContext, input: Answer): Promise<Review> => {
  const { id, answer, reason, nextReviewOn } = input
  const { record, proposals } = await recordOf(ctx, id)
  const proposal = proposals.at(-1)
  if (record.state !== 'submitted' || !proposal)
    throw new Refusal('review.not-submitted', `${record.reference} waits for no answer`, {
      reference: record.reference,
    })
  const { version, content } = await policyInForce(ctx)
  const policy = content.credit
  const behalf = authorityOf(ctx, proposal, policy)
  if (nextReviewOn !== null && nextReviewOn <= ctx.today)
    throw new Refusal('review.day-invalid', `${nextReviewOn} is not ahead`, { day: nextReviewOn, today: ctx.today })
  const limitId = answer === 'approve' ? await approve(ctx, record, proposal) : null
  await answerProposal(ctx.db, id, {
    state: ANSWERED[answer],
    answered_by: ctx.user,
    answered_for: behalf,
    answered_on: ctx.today,
    answer: reason,
  })
  const proposed = proposal.next_review_on
  const byPolicy = addMonths(ctx.today, reviewMonthsOf(policy, proposal.class))
  await updateReview(
    ctx.db,
    id,
    answer === 'return'
      ? { state: 'returned' }
      : {
          state: 'decided',
          outcome: answer === 'approve' ? 'approved' : 'refused',
          decided_on: ctx.today,
          decided_by: ctx.user,
          decided_for: behalf,
          decided_at: ctx.now,
          decided_because: reason,
          limit_id: limitId,
          policy_version: version,
          next_review_on: nextReviewOn ?? (proposed !== null && proposed > ctx.today ? proposed : byPolicy),
        },
  )
  return readReview(ctx, id)
}
