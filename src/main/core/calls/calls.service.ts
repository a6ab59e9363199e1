import { uuidv7 } from 'uuidv7'
import { readCustomer } from '../customers/customers.service.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { CommandContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { policyInForce } from '../policy/policy.service.ts'
import { makePromise } from '../promises/promises.service.ts'
import type { Call, CallInput, callsContract } from './calls.contract.ts'
import {
  countCalls,
  countTasks,
  disputeOf,
  insertCall,
  itemsOfCalls,
  itemsOfCustomer,
  listCalls,
  listTasks,
} from './calls.repository.ts'
import { nextAction } from './calls.rules.ts'
import type { CallTable } from './calls.table.ts'
import { addTask, doTask, postponeTask, type Reading, tellTask } from './tasks.service.ts'

const ONE = { offset: 0, limit: 1 }

const tellCalls = async (ctx: Reading, rows: readonly CallTable[]): Promise<Call[]> => {
  const ids = rows.map(({ id }) => id)
  const items = Map.groupBy(await itemsOfCalls(ctx.db, ids), ({ callId }) => callId)
  const tasks = await listTasks(ctx.db, ctx.today, { callIds: ids, show: 'all' }, { offset: 0, limit: ids.length })
  const next = new Map(tasks.map((task) => [task.call_id, task]))
  return rows.map((call): Call => {
    const task = next.get(call.id)
    if (!task) throw new RangeError(`the talk ${call.id} left no next action`)
    return {
      id: call.id,
      customerId: call.customer_id,
      day: call.day,
      at: call.at,
      by: call.by,
      channel: call.channel,
      incoming: call.incoming === 1,
      contact: call.contact,
      phone: call.phone,
      outcome: call.outcome,
      note: call.note,
      seconds: call.seconds,
      items: (items.get(call.id) ?? []).map(({ itemId, number }) => ({ itemId, number })),
      promiseId: call.promise_id,
      disputeId: call.dispute_id,
      next: tellTask(task),
    }
  })
}

/** What an outcome needs comes with it, and with no other. */
const refuseMismatch = ({ outcome, promise, disputeId }: CallInput): void => {
  const parts = [
    ['promise', promise],
    ['dispute', disputeId],
  ] as const
  for (const [of, part] of parts) {
    if (outcome === of && part === null)
      throw new Refusal('call.outcome-incomplete', `the outcome ${of} says what it is about`, { outcome })
    if (outcome !== of && part !== null)
      throw new Refusal('call.outcome-mismatch', `a ${of} does not come with ${outcome}`, { outcome, part: of })
  }
}

const refuseStrangers = async (ctx: CommandContext, customerId: string, itemIds: readonly string[]): Promise<void> => {
  if (itemIds.length === 0) return
  const found = await itemsOfCustomer(ctx.db, customerId, itemIds)
  const known = new Set(found.map(({ id }) => id))
  const missing = itemIds.find((id) => !known.has(id))
  if (missing !== undefined) throw new Refusal('not-found', 'no such item', { id: missing })
  const stranger = found.find(({ own }) => own === 0)
  if (stranger)
    throw new Refusal('call.item-invalid', `${stranger.number} is another customer’s`, { number: stranger.number })
}

/** The deadline of the dispute that was opened for a talk. */
const deadlineOf = async (ctx: CommandContext, customerId: string, disputeId: string): Promise<Day | null> => {
  const dispute = await disputeOf(ctx.db, disputeId)
  if (!dispute || dispute.customer_id !== customerId)
    throw new Refusal('not-found', 'no such dispute of this customer', { id: disputeId })
  return dispute.deadline
}

/**
 * Records a talk, the promise that came of it, what it settled of what was to be done, and the next action: all or nothing.
 * Refuses `call.outcome-incomplete`, `call.outcome-mismatch`, `call.item-invalid`, and whatever the promise is refused for.
 */
const recordCall = async (ctx: CommandContext, input: CallInput): Promise<Call> => {
  const { customerId, channel, contact, outcome, disputeId, next } = input
  await readCustomer(ctx, customerId)
  refuseMismatch(input)
  const itemIds = [...new Set(input.itemIds)]
  await refuseStrangers(ctx, customerId, itemIds)
  const deadline = disputeId === null ? null : await deadlineOf(ctx, customerId, disputeId)
  const promise = input.promise && (await makePromise(ctx, { ...input.promise, customerId, channel, contact }))
  const { content } = await policyInForce(ctx)
  const id = uuidv7()
  await insertCall(
    ctx.db,
    {
      id,
      customer_id: customerId,
      day: ctx.today,
      at: ctx.now,
      by: ctx.user,
      channel,
      incoming: input.incoming ? 1 : 0,
      contact,
      phone: input.phone,
      outcome,
      note: input.note,
      seconds: input.seconds,
      promise_id: promise?.id ?? null,
      dispute_id: disputeId,
    },
    itemIds,
  )
  for (const taskId of input.doneTaskIds) await doTask(ctx, taskId, true, customerId)
  const proposed = nextAction(outcome, {
    today: ctx.today,
    graceUntil: promise?.graceUntil ?? null,
    deadline,
    disputeDays: content.disputeDays,
  })
  const { kind = proposed.kind, day = proposed.day, note = '', owner = '' } = next
  await addTask(ctx, { customerId, kind, day, note, owner }, id)
  const [call] = await tellCalls(ctx, await listCalls(ctx.db, { id }, ONE))
  return call as Call
}

export const callsCalls: Handlers<typeof callsContract> = {
  list: async (ctx, { customerId, offset, limit }) => ({
    total: await countCalls(ctx.db, customerId),
    calls: await tellCalls(ctx, await listCalls(ctx.db, { customerId }, { offset, limit })),
  }),
  record: (ctx, input) => recordCall(ctx, input),
  tasks: async (ctx, { offset, limit, ...selection }) => ({
    total: await countTasks(ctx.db, ctx.today, selection),
    tasks: (await listTasks(ctx.db, ctx.today, selection, { offset, limit })).map(tellTask),
  }),
  addTask: (ctx, input) => addTask(ctx, input),
  postponeTask: (ctx, { id, day }) => postponeTask(ctx, id, day),
  doTask: async (ctx, { id, done }) => {
    await doTask(ctx, id, done)
    return {}
  },
}
