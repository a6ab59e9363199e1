import type { Handlers } from '../kernel/calls.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import { openReview } from '../reviews/reviews.service.ts'
import type { Application, applicationsContract, ReferenceAnswer } from './applications.contract.ts'
import { nameReference, recordApplication, refuseFuture } from './applications.keep.ts'
import { applicationsOf, readApplication, readUnderWay, refuseClosed } from './applications.read.ts'
import {
  countApplications,
  deleteReference,
  findReference,
  updateApplication,
  updateReference,
} from './applications.repository.ts'
import type { TradeReferenceTable } from './applications.table.ts'
import { applicationForm, referenceForm } from './forms.issue.ts'
import { readApplicationForm } from './forms.read.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>

/** A reference of an application that is not set aside; answers come in after the decision too. */
const readReference = async (ctx: Reading, id: string): Promise<TradeReferenceTable> => {
  const reference = await findReference(ctx.db, id)
  if (!reference) throw new Refusal('not-found', 'no such reference', { id })
  const application = await readApplication(ctx, reference.application_id)
  if (application.state === 'dropped') refuseClosed(application)
  return reference
}

const recordAnswer = async (ctx: CommandContext, id: string, answer: ReferenceAnswer): Promise<Application> => {
  const reference = await readReference(ctx, id)
  refuseFuture(ctx, answer.answeredOn)
  const { askedOn, customerSince } = { askedOn: reference.asked_on, customerSince: answer.customerSince }
  if (
    (askedOn !== null && answer.answeredOn < askedOn) ||
    (customerSince !== null && customerSince > answer.answeredOn)
  )
    throw new Refusal('application.day-invalid', 'the answer is dated before the question, or the customer after it', {
      day: answer.answeredOn,
    })
  if (answer.overdue !== null && answer.balance !== null && answer.overdue > answer.balance)
    throw new Refusal('application.overdue-above-balance', 'more is overdue than is owed', {
      overdue: answer.overdue,
      balance: answer.balance,
    })
  await updateReference(ctx.db, id, { answered_on: answer.answeredOn, answer: JSON.stringify(answer) })
  return readApplication(ctx, reference.application_id)
}

const dropApplication = async (ctx: CommandContext, id: string, reason: string): Promise<void> => {
  const application = await readUnderWay(ctx, id)
  if (application.state === 'in-review')
    throw new Refusal('application.in-review', 'its review is open', { reviewId: application.reviewId })
  await updateApplication(ctx.db, id, { dropped_on: ctx.today, dropped_by: ctx.user, dropped_because: reason })
}

const reviewApplication = async (ctx: CommandContext, id: string): Promise<{ reviewId: string }> => {
  const application = await readUnderWay(ctx, id)
  if (application.state === 'in-review')
    throw new Refusal('application.in-review', 'its review is open', { reviewId: application.reviewId })
  const review = await openReview(ctx, {
    customerId: application.customerId,
    trigger: 'application',
    detail: '',
    dueOn: null,
    applicationId: id,
  })
  return { reviewId: review.review.id }
}

export const applicationsCalls: Handlers<typeof applicationsContract> = {
  list: async (ctx, { offset, limit, ...selection }) => ({
    total: await countApplications(ctx.db, selection),
    applications: await applicationsOf(ctx, selection, { offset, limit }),
  }),
  get: (ctx, { id }) => readApplication(ctx, id),
  record: async (ctx, input) => readApplication(ctx, await recordApplication(ctx, input)),
  form: (ctx, input) => applicationForm(ctx, input),
  readForm: async (ctx, input) => readApplication(ctx, await readApplicationForm(ctx, input)),
  addReference: async (ctx, input) => {
    await readUnderWay(ctx, input.applicationId)
    await nameReference(ctx, input)
    return readApplication(ctx, input.applicationId)
  },
  referenceForm: async (ctx, { id, language }) => {
    const reference = await readReference(ctx, id)
    const { customerId } = await readApplication(ctx, reference.application_id)
    return referenceForm(ctx, { reference, customerId, language })
  },
  asked: async (ctx, { id, on = ctx.today }) => {
    const reference = await readReference(ctx, id)
    refuseFuture(ctx, on)
    await updateReference(ctx.db, id, { asked_on: on })
    return readApplication(ctx, reference.application_id)
  },
  answered: (ctx, { id, answer }) => recordAnswer(ctx, id, answer),
  removeReference: async (ctx, { id }) => {
    const reference = await readReference(ctx, id)
    if (reference.answer !== null)
      throw new Refusal('application.reference-answered', `${reference.supplier} has answered`, {
        supplier: reference.supplier,
      })
    await deleteReference(ctx.db, id)
    return readApplication(ctx, reference.application_id)
  },
  review: (ctx, { id }) => reviewApplication(ctx, id),
  drop: async (ctx, { id, reason }) => {
    await dropApplication(ctx, id, reason)
    return {}
  },
}
