import { uuidv7 } from 'uuidv7'
import { readCustomer } from '../customers/customers.service.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { CommandContext } from '../kernel/context.ts'
import { addMonths, type Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import type { Minor } from '../kernel/money.ts'
import { exposureRows } from '../limits/exposure.list.ts'
import { readGroup } from '../limits/groups.service.ts'
import type { CreditPolicy, RiskClass } from '../policy/credit-policy.schema.ts'
import { policyInForce } from '../policy/policy.service.ts'
import { formatTerms, parseTerms } from '../receivables/terms.rules.ts'
import type { Evidence, ProposalInput, Review, reviewsContract, Trigger } from './reviews.contract.ts'
import { decideReview } from './reviews.decide.ts'
import { reviewDossier } from './reviews.dossier.ts'
import { dueCalendar, dueReviews } from './reviews.due.ts'
import { evidenceOn } from './reviews.evidence.ts'
import { issueDecisionLetter, previewDecisionLetter } from './reviews.letter.ts'
import { type Measure, measureOf, measureToDecide } from './reviews.measure.ts'
import { readReview, recordOf, reviewRows } from './reviews.read.ts'
import {
  answerProposal,
  applicationAsked,
  countReviews,
  evidenceOf,
  firstInvoices,
  insertNote,
  insertProposal,
  insertReview,
  lastReference,
  openReviewOf,
  updateReview,
} from './reviews.repository.ts'
import { agrees, countedClassOf, countedOf, referenceOf } from './reviews.rules.ts'
import { type Asked, nobodyFor } from './route.rules.ts'

export { readReview } from './reviews.read.ts'

export type Opening = {
  customerId: string
  trigger: Trigger
  detail: string
  dueOn: Day | null
  applicationId: string | null
}

/**
 * Opens the credit review of a customer and freezes what is known that day. Refuses `review.open` with the reference of
 * the one under way, and `not-found` for an application of somebody else.
 */
export const openReview = async (ctx: CommandContext, opening: Opening): Promise<Review> => {
  const { customerId, trigger, detail, dueOn, applicationId } = opening
  await readCustomer(ctx, customerId)
  const other = await openReviewOf(ctx.db, customerId)
  if (other)
    throw new Refusal('review.open', `${other.reference} is under way`, { id: other.id, reference: other.reference })
  if (applicationId !== null && (await applicationAsked(ctx.db, applicationId))?.customer_id !== customerId)
    throw new Refusal('not-found', 'no such application of this customer', { id: applicationId })
  const year = ctx.today.slice(0, 4)
  const id = uuidv7()
  await insertReview(ctx.db, {
    id,
    reference: referenceOf(year, (await lastReference(ctx.db, `R-${year}-`)) + 1),
    customer_id: customerId,
    cause: trigger,
    detail,
    application_id: applicationId,
    state: 'preparing',
    opened_on: ctx.today,
    opened_by: ctx.user,
    opened_at: ctx.now,
    due_on: dueOn,
    ...(await frozen(ctx, customerId, applicationId)),
    outcome: null,
    decided_on: null,
    decided_by: '',
    decided_for: '',
    decided_at: null,
    decided_because: '',
    limit_id: null,
    policy_version: null,
    next_review_on: null,
    cancelled_on: null,
    cancelled_by: '',
    cancelled_because: '',
  })
  return readReview(ctx, id)
}

const frozen = async (ctx: CommandContext, customerId: string, applicationId: string | null) => {
  const evidence = await evidenceOn(ctx, customerId, applicationId)
  const { home, amount } = await measureOf(ctx, customerId, 'customer')
  return {
    currency: home,
    current_limit: amount,
    class: evidence.scorecard.class,
    frozen_on: evidence.frozenOn,
    evidence: JSON.stringify(evidence),
  }
}

/** A review that is still prepared, or was returned; refuses `review.submitted` and `review.closed`. */
const readPreparing = async (ctx: CommandContext, id: string) => {
  const { record, proposals } = await recordOf(ctx, id)
  const { state, reference } = record
  if (state === 'submitted')
    throw new Refusal('review.submitted', `${reference} waits for its answer`, { id, reference })
  if (state === 'decided' || state === 'cancelled')
    throw new Refusal('review.closed', `${reference} is closed`, { id, reference, state })
  return { record, proposals }
}

const freeze = async (ctx: CommandContext, id: string): Promise<Review> => {
  const { record } = await readPreparing(ctx, id)
  await updateReview(ctx.db, id, await frozen(ctx, record.customer_id, record.application_id))
  return readReview(ctx, id)
}

const addNote = async (ctx: CommandContext, id: string, text: string): Promise<Review> => {
  await recordOf(ctx, id)
  await insertNote(ctx.db, { id: uuidv7(), review_id: id, day: ctx.today, at: ctx.now, by: ctx.user, text })
  return readReview(ctx, id)
}

const refuseDays = ({ until, nextReviewOn }: ProposalInput, today: Day): void => {
  const past = [
    until !== null && until < today ? until : null,
    nextReviewOn !== null && nextReviewOn <= today ? nextReviewOn : null,
  ]
  const day = past.find((one) => one !== null)
  if (day) throw new Refusal('review.day-invalid', `${day} is not ahead`, { day, today })
}

const refuseKind = ({ kind, amount, until }: ProposalInput, measure: Measure): void => {
  const { home, amount: current, inForce, base } = measure
  if (!agrees(kind, amount, measure))
    throw new Refusal('review.kind-amount', `${amount} does not ${kind} a limit of ${current ?? 'nothing'}`, {
      kind,
      amount,
      current,
      currency: home,
    })
  // The end of a limit without one is moved by deciding another limit.
  const endless = kind === 'maintain' && inForce && base.limit?.until == null
  if (until !== null && (kind === 'withdraw' || endless))
    throw new Refusal('input.invalid', `what is decided has no end: ${kind}`, { field: 'until' })
}

/** The policy's ceiling where a new customer would get more than it; null for the others. */
const firstCeilingOf = async (
  ctx: CommandContext,
  customerId: string,
  { kind, scope, amount }: ProposalInput,
  { months, ceiling }: CreditPolicy['newCustomers'],
): Promise<Minor | null> => {
  if (kind !== 'extend' || scope === 'group' || amount <= ceiling || months === 0) return null
  const first = (await firstInvoices(ctx.db, [customerId])).get(customerId)
  return first === undefined || first > addMonths(ctx.today, -months) ? ceiling : null
}

/**
 * Submits a version of the proposal. Refuses `review.kind-amount`, `review.day-invalid`, `review.first-ceiling` where a
 * new customer gets more than the policy’s ceiling without it being said, and `review.nobody-decides` where no authority
 * reaches it.
 */
const submit = async (ctx: CommandContext, { id, ...input }: ProposalInput & { id: string }): Promise<Review> => {
  const { record, proposals } = await readPreparing(ctx, id)
  const { version: policyVersion, content } = await policyInForce(ctx)
  const policy = content.credit
  const measure = await measureToDecide(ctx, record.customer_id, input.scope)
  refuseDays(input, ctx.today)
  refuseKind(input, measure)
  const terms = input.terms ? formatTerms(parseTerms(input.terms)) : null
  const ceiling = await firstCeilingOf(ctx, record.customer_id, input, policy.newCustomers)
  if (ceiling !== null && !input.aboveFirstCeiling)
    throw new Refusal('review.first-ceiling', 'more than the policy grants new customers', {
      amount: input.amount,
      ceiling,
      months: policy.newCustomers.months,
      currency: measure.home,
    })
  const scorecard = await scorecardClass(ctx, id)
  const riskClass = input.riskClass ?? scorecard
  const countedClass = countedClassOf(input.riskClass, scorecard)
  const counted = countedOf(input.kind, input.amount, measure)
  const asked: Asked = { author: ctx.user, counted, riskClass: countedClass, first: ceiling !== null }
  const nobody = nobodyFor(policy, asked)
  if (nobody)
    throw new Refusal('review.nobody-decides', 'nobody has the authority to decide it', {
      ...nobody,
      amount: input.amount,
      currency: measure.home,
    })
  await insertProposal(ctx.db, {
    review_id: id,
    version: (proposals.at(-1)?.version ?? 0) + 1,
    kind: input.kind,
    group_id: measure.groupId,
    amount: input.amount,
    until: input.until,
    terms,
    conditions: input.conditions,
    reason: input.reason,
    risk_class: input.riskClass,
    class: riskClass,
    next_review_on: input.nextReviewOn,
    counted,
    counted_class: countedClass,
    first_ceiling: ceiling,
    measured_limit_id: measure.base.limit?.id ?? null,
    policy_version: policyVersion,
    by: ctx.user,
    day: ctx.today,
    at: ctx.now,
    state: 'submitted',
    answered_by: '',
    answered_for: '',
    answered_on: null,
    answer: '',
  })
  await updateReview(ctx.db, id, { state: 'submitted', class: riskClass, current_limit: measure.amount })
  return readReview(ctx, id)
}

const scorecardClass = async (ctx: CommandContext, id: string): Promise<RiskClass | null> =>
  (JSON.parse(await evidenceOf(ctx.db, id)) as Evidence).scorecard.class

const takeBack = async (ctx: CommandContext, id: string): Promise<Review> => {
  const { record, proposals } = await recordOf(ctx, id)
  const last = proposals.at(-1)
  if (record.state !== 'submitted' || !last)
    throw new Refusal('review.not-submitted', `${record.reference} waits for no answer`, {
      reference: record.reference,
    })
  if (last.by !== ctx.user)
    throw new Refusal('review.not-author', `${last.by} submitted it`, { person: last.by, reference: record.reference })
  const answered = { answered_by: ctx.user, answered_for: '', answered_on: ctx.today, answer: '' }
  await answerProposal(ctx.db, id, { state: 'taken-back', ...answered })
  await updateReview(ctx.db, id, { state: 'preparing' })
  return readReview(ctx, id)
}

const cancel = async (ctx: CommandContext, id: string, reason: string): Promise<Review> => {
  await readPreparing(ctx, id)
  const cancelled = { cancelled_on: ctx.today, cancelled_by: ctx.user, cancelled_because: reason }
  await updateReview(ctx.db, id, { state: 'cancelled', ...cancelled })
  return readReview(ctx, id)
}

export const reviewsCalls: Handlers<typeof reviewsContract> = {
  list: async (ctx, { customerId, show, search, offset, limit }) => {
    const customerIds = customerId === undefined ? undefined : [customerId]
    if (show === 'mine') {
      const mine = (await reviewRows(ctx, { customerIds, show: 'submitted', search })).filter((row) => row.mine)
      return { total: mine.length, reviews: mine.slice(offset, offset + limit) }
    }
    const selection = { customerIds, show, search }
    return {
      total: await countReviews(ctx.db, selection),
      reviews: await reviewRows(ctx, selection, { offset, limit }),
    }
  },
  get: (ctx, { id }) => readReview(ctx, id),
  due: (ctx, { until = ctx.today, search, offset, limit }) => dueReviews(ctx, until, search, { offset, limit }),
  calendar: (ctx, { months }) => dueCalendar(ctx, months),
  open: (ctx, input) => openReview(ctx, input),
  freeze: (ctx, { id }) => freeze(ctx, id),
  note: (ctx, { id, text }) => addNote(ctx, id, text),
  submit: (ctx, input) => submit(ctx, input),
  takeBack: (ctx, { id }) => takeBack(ctx, id),
  decide: (ctx, input) => decideReview(ctx, input),
  cancel: (ctx, { id, reason }) => cancel(ctx, id, reason),
  previewLetter: (ctx, input) => previewDecisionLetter(ctx, input),
  letter: (ctx, input) => issueDecisionLetter(ctx, input),
  dossier: (ctx, input) => reviewDossier(ctx, input),
  group: async (ctx, { groupId }) => {
    const members = (await readGroup(ctx, groupId)).members.map((member) => member.id)
    return {
      reviews: await reviewRows(ctx, { customerIds: members, show: 'all', search: '' }),
      members: (await exposureRows(ctx, ctx.today, 30, members)).rows,
    }
  },
}
