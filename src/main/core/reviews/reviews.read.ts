import type { QueryContext } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import { policyInForce } from '../policy/policy.service.ts'
import type { Evidence, Review, ReviewRow } from './reviews.contract.ts'
import {
  documentsOf,
  evidenceOf,
  listReviews,
  notesOf,
  proposalsOf,
  type ReviewRecord,
  type ReviewSelection,
} from './reviews.repository.ts'
import { askedOf, stepsOf, toProposal, toRow } from './reviews.rows.ts'
import type { ReviewProposalTable } from './reviews.table.ts'
import { mayAnswer } from './route.rules.ts'

export type Reading = Pick<QueryContext, 'db' | 'today' | 'user'>

/** Reviews with who is asked to answer them on the working day. */
export const reviewRows = async (
  ctx: Reading,
  selection: ReviewSelection,
  page?: { offset: number; limit: number },
): Promise<ReviewRow[]> => {
  const policy = (await policyInForce(ctx)).content.credit
  const records = await listReviews(ctx.db, selection, page)
  const ids = records.map(({ id }) => id)
  const last = new Map((await proposalsOf(ctx.db, ids)).map((proposal) => [proposal.review_id, proposal]))
  return records.map((record) => toRow(record, last.get(record.id), policy, { day: ctx.today, person: ctx.user }))
}

/** A review with its last proposal; refuses `not-found`. */
export const recordOf = async (
  ctx: Pick<QueryContext, 'db'>,
  id: string,
): Promise<{ record: ReviewRecord; proposals: ReviewProposalTable[] }> => {
  const [record] = await listReviews(ctx.db, { id, show: 'all', search: '' })
  if (!record) throw new Refusal('not-found', 'no such review', { id })
  return { record, proposals: await proposalsOf(ctx.db, [id]) }
}

/** A review as it stands on the working day for the acting person; refuses `not-found`. */
export const readReview = async (ctx: Reading, id: string): Promise<Review> => {
  const { record, proposals } = await recordOf(ctx, id)
  const policy = (await policyInForce(ctx)).content.credit
  const last = proposals.at(-1)
  const standing = record.state === 'submitted' && last ? mayAnswer(policy, askedOf(last), ctx.user, ctx.today) : null
  return {
    review: toRow(record, last, policy, { day: ctx.today, person: ctx.user }),
    applicationId: record.application_id,
    evidence: JSON.parse(await evidenceOf(ctx.db, id)) as Evidence,
    proposals: proposals.map(toProposal),
    route: stepsOf(record, last, policy, ctx.today),
    mayDecide: standing?.may ?? false,
    mayNotBecause: standing === null ? 'not-submitted' : standing.may ? null : standing.because,
    mayTakeBack: record.state === 'submitted' && last?.by === ctx.user,
    notes: (await notesOf(ctx.db, id)).map(({ review_id: _review, ...note }) => note),
    decision:
      record.outcome === null || record.decided_on === null || record.policy_version === null
        ? null
        : {
            outcome: record.outcome,
            by: record.decided_by,
            for: record.decided_for,
            on: record.decided_on,
            reason: record.decided_because,
            limitId: record.limit_id,
            policyVersion: record.policy_version,
            nextReviewOn: record.next_review_on,
          },
    cancelled:
      record.cancelled_on === null
        ? null
        : { by: record.cancelled_by, on: record.cancelled_on, reason: record.cancelled_because },
    documents: await documentsOf(ctx.db, id),
  }
}
