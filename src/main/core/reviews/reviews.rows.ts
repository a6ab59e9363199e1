import type { Day } from '../kernel/day.ts'
import type { ReviewProposal, ReviewRow, RouteStep } from './reviews.contract.ts'
import type { ReviewRecord } from './reviews.repository.ts'
import type { ReviewProposalTable } from './reviews.table.ts'
import { type Asked, askedNow, type Matrix, mayAnswer, routeOf } from './route.rules.ts'

export const toProposal = (row: ReviewProposalTable): ReviewProposal => ({
  version: row.version,
  kind: row.kind,
  scope: row.group_id === null ? 'customer' : 'group',
  amount: row.amount,
  until: row.until,
  terms: row.terms,
  conditions: row.conditions,
  reason: row.reason,
  riskClass: row.risk_class,
  nextReviewOn: row.next_review_on,
  aboveFirstCeiling: row.first_ceiling !== null,
  class: row.class,
  firstCeiling: row.first_ceiling,
  policyVersion: row.policy_version,
  by: row.by,
  on: row.day,
  at: row.at,
  state: row.state,
  answeredBy: row.answered_by,
  answeredFor: row.answered_for,
  answeredOn: row.answered_on,
  answer: row.answer,
})

export const askedOf = (proposal: ReviewProposalTable): Asked => ({
  author: proposal.by,
  counted: proposal.counted,
  riskClass: proposal.counted_class,
  first: proposal.first_ceiling !== null,
})

/** The way of a review on a day; of one that is decided, the way it went. */
export const stepsOf = (
  review: ReviewRecord,
  proposal: ReviewProposalTable | undefined,
  policy: Matrix,
  day: Day,
): RouteStep[] => {
  const author = (state: RouteStep['state'], since: Day): RouteStep => ({
    role: 'author',
    person: proposal?.by ?? review.opened_by,
    deputies: [],
    state,
    since,
    until: null,
  })
  if (review.state === 'submitted' && proposal)
    return [author('done', proposal.day), ...routeOf(policy, askedOf(proposal), proposal.day, day)]
  if (review.state === 'decided' && proposal)
    return [
      author('done', proposal.day),
      {
        role: 'decider',
        person: review.decided_for || review.decided_by,
        deputies: review.decided_for ? [{ person: review.decided_by, deputyOf: review.decided_for, until: null }] : [],
        state: 'done',
        since: proposal.day,
        until: null,
      },
    ]
  if (review.state === 'cancelled') return proposal ? [author('skipped', proposal.day)] : []
  return [author('waiting', proposal?.answered_on ?? review.opened_on)]
}

/** A review with who is asked to answer it. */
export const toRow = (
  review: ReviewRecord,
  proposal: ReviewProposalTable | undefined,
  policy: Matrix,
  { day, person }: { day: Day; person: string },
): ReviewRow => {
  const waits = review.state === 'submitted' && proposal !== undefined
  const waitsFor = waits ? askedNow(stepsOf(review, proposal, policy, day)) : []
  return {
    id: review.id,
    reference: review.reference,
    customerId: review.customer_id,
    customerCode: review.customer_code,
    customerName: review.customer_name,
    trigger: review.cause,
    triggerDetail: review.detail,
    state: review.state,
    openedOn: review.opened_on,
    openedBy: review.opened_by,
    dueOn: review.due_on,
    currency: review.currency,
    currentLimit: review.current_limit,
    proposed: proposal?.amount ?? null,
    kind: proposal?.kind ?? null,
    class: review.class,
    waitsFor,
    waitsSince: waits ? proposal.day : null,
    mine:
      waits &&
      mayAnswer(policy, askedOf(proposal), person, day).may &&
      (policy.authority.length === 0 || waitsFor.includes(person)),
    decidedOn: review.decided_on,
    decidedBy: review.decided_by,
    outcome: review.outcome,
    nextReviewOn: review.next_review_on,
  }
}
