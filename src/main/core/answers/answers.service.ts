import { recordApplication } from '../applications/applications.keep.ts'
import { doTask } from '../calls/tasks.service.ts'
import { requireCompany } from '../company/company.service.ts'
import { editCustomer, readCustomer } from '../customers/customers.service.ts'
import { openDispute } from '../disputes/disputes.service.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { CommandContext } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import { makePromise } from '../promises/promises.service.ts'
import type { AnswerKind, AnswerRequest } from './answer.model.ts'
import type { AnswerDetail, AnswerState, answersContract } from './answers.contract.ts'
import { readAnswer, recordOf, takeAnswer, toRow } from './answers.read.ts'
import { type AnswerRecord, countAnswers, listAnswers, taskStands, updateAnswer } from './answers.repository.ts'
import { promiseNote } from './answers.words.ts'

const waitingOf = async (ctx: CommandContext, id: string): Promise<AnswerRecord> => {
  const record = await recordOf(ctx, id)
  if (record.state !== 'waiting')
    throw new Refusal('answer.decided', `${record.state} on ${record.decided_on}`, { day: record.decided_on })
  return record
}

/** A waiting answer of a kind, with what it asks; refuses `answer.other-kind` and `answer.decided`. */
const asked = async <K extends AnswerKind>(ctx: CommandContext, id: string, kind: K) => {
  const { customerId, sender, request } = toRow(await waitingOf(ctx, id))
  if (request.kind !== kind) throw new Refusal('answer.other-kind', `it is a ${request.kind}`, { kind: request.kind })
  return { customerId, sender, request: request as Extract<AnswerRequest, { kind: K }> }
}

const decided = async (
  ctx: CommandContext,
  id: string,
  state: Exclude<AnswerState, 'waiting'>,
  { madeId = null, reason = '' }: { madeId?: string | null; reason?: string } = {},
): Promise<AnswerDetail> => {
  const { task_id } = await recordOf(ctx, id)
  const changes = { state, decided_on: ctx.today, decided_by: ctx.user, reason, made_id: madeId, task_id: null }
  await updateAnswer(ctx.db, id, changes)
  if (task_id !== null && (await taskStands(ctx.db, task_id))) await doTask(ctx, task_id, true)
  return readAnswer(ctx, id)
}

export const answersCalls: Handlers<typeof answersContract> = {
  read: (ctx, input) => takeAnswer(ctx, input),
  list: async (ctx, { offset, limit, ...selection }) => ({
    total: await countAnswers(ctx.db, selection),
    waiting: await countAnswers(ctx.db, { customerId: selection.customerId, show: 'waiting', search: '' }),
    answers: (await listAnswers(ctx.db, selection, { offset, limit })).map(toRow),
  }),
  get: (ctx, { id }) => readAnswer(ctx, id),
  acceptPayment: async (ctx, { id, note, ...told }) => {
    const { customerId, sender, request } = await asked(ctx, id, 'payment')
    const { language } = await requireCompany(ctx)
    const promise = await makePromise(ctx, {
      ...{ customerId, currency: request.currency, ...told, replace: true, channel: 'other' },
      contact: sender.name,
      note: note || promiseNote[language],
    })
    return decided(ctx, id, 'accepted', { madeId: promise.id })
  },
  acceptDispute: async (ctx, { id, ...told }) => {
    const { request } = await asked(ctx, id, 'dispute')
    const dispute = await openDispute(ctx, { itemId: request.itemId, owner: '', deadline: null, ...told })
    return decided(ctx, id, 'accepted', { madeId: dispute.id })
  },
  acceptCredit: async (ctx, { id, ...told }) => {
    const { customerId, sender, request } = await asked(ctx, id, 'credit')
    const { currency } = request
    const madeId = await recordApplication(ctx, {
      ...{ id: null, customerId, currency, purchases: null, applicant: sender.name, capacity: '' },
      ...told,
    })
    return decided(ctx, id, 'accepted', { madeId })
  },
  acceptContact: async (ctx, { id, contacts, addresses }) => {
    const { customerId } = await asked(ctx, id, 'contact')
    const { id: _id, createdAt: _createdAt, updatedAt: _updatedAt, ...customer } = await readCustomer(ctx, customerId)
    await editCustomer(ctx, customerId, { ...customer, contacts, addresses })
    return decided(ctx, id, 'accepted')
  },
  decline: async (ctx, { id, reason }) => {
    await waitingOf(ctx, id)
    return decided(ctx, id, 'declined', { reason })
  },
}
