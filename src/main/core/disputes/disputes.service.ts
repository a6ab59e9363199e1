import { uuidv7 } from 'uuidv7'
import type { Handlers } from '../kernel/calls.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import { addDays, type Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import type { Minor } from '../kernel/money.ts'
import { allocateMatches, creditFor } from '../payments/payments.service.ts'
import { policyInForce } from '../policy/policy.service.ts'
import type { DisputeRow, disputesContract } from './disputes.contract.ts'
import {
  type DisputeRecord,
  disputedParts,
  disputeFigures,
  findContestable,
  findCreditNote,
  insertDispute,
  insertStep,
  listDisputes,
  listOwners,
  listSteps,
  sumsOfDisputes,
  updateDispute,
} from './disputes.repository.ts'
import {
  ageOf,
  changesOf,
  concededFits,
  type DisputeOutcome,
  disputable,
  isClaim,
  type Told,
} from './disputes.rules.ts'
import type { DisputeStepTable } from './disputes.table.ts'

/**
 * By item, the disputed part of what is open on a day: never above what is open, and nothing of an item that is settled.
 * A dispute counts from the day it was opened to the day before it was closed.
 */
export const disputedAsOf = async (ctx: Pick<QueryContext, 'db'>, asOf: Day): Promise<Map<string, Minor>> =>
  new Map((await disputedParts(ctx.db, asOf)).map(({ itemId, amount }) => [itemId, amount]))

const toRow = (record: DisputeRecord, today: Day): DisputeRow => ({
  id: record.id,
  customerId: record.customer_id,
  customerCode: record.customer_code,
  customerName: record.customer_name,
  itemId: record.item_id,
  itemNumber: record.number,
  itemDue: record.due,
  currency: record.currency,
  itemAmount: record.item_amount,
  itemOpen: record.item_open,
  reason: record.reason,
  amount: record.amount,
  openedOn: record.opened_on,
  openedBy: record.opened_by,
  owner: record.owner,
  deadline: record.deadline,
  description: record.description,
  age: ageOf({ openedOn: record.opened_on, closedOn: record.closed_on }, today),
  overdue: record.closed_on === null && record.deadline !== null && record.deadline < today,
  outcome: record.outcome,
  closedOn: record.closed_on,
  closedBy: record.closed_by,
  conceded: record.conceded,
  creditItemId: record.credit_item_id,
  creditNumber: record.credit_number,
  conclusion: record.conclusion,
})

const ANY = { show: 'all', search: '' } as const
const FIRST = { sort: 'age', descending: true, offset: 0, limit: 1 } as const

const readDispute = async (ctx: Pick<QueryContext, 'db' | 'today'>, id: string): Promise<DisputeRow> => {
  const [record] = await listDisputes(ctx.db, ctx.today, { ...ANY, id }, FIRST)
  if (!record) throw new Refusal('not-found', 'no such dispute', { id })
  return toRow(record, ctx.today)
}

const readOpen = async (ctx: CommandContext, id: string): Promise<DisputeRow> => {
  const dispute = await readDispute(ctx, id)
  if (dispute.closedOn)
    throw new Refusal('dispute.closed', `the dispute was closed on ${dispute.closedOn}`, {
      id,
      closedOn: dispute.closedOn,
    })
  return dispute
}

const recordStep = async (
  ctx: CommandContext,
  disputeId: string,
  kind: DisputeStepTable['kind'],
  text = '',
  details: Record<string, unknown> = {},
) => {
  const step = { id: uuidv7(), day: ctx.today, at: ctx.now, user: ctx.user, kind, text }
  await insertStep(ctx.db, { ...step, dispute_id: disputeId, details: JSON.stringify(details) })
  return { ...step, details }
}

const refuseUnknownReason = async (ctx: CommandContext, reason: string) => {
  const { content } = await policyInForce(ctx)
  if (!content.disputeReasons.some(({ code, active }) => code === reason && active))
    throw new Refusal('dispute.reason-unknown', `${reason} is no active reason of the policy`, { reason })
  return content
}

const refuseAbove = (amount: Minor, item: { open: Minor; currency: string }, contestedElsewhere: Minor) => {
  const available = disputable(item.open, contestedElsewhere)
  if (amount > available)
    throw new Refusal('dispute.above-open', `${available} of ${item.open} may still be contested`, {
      amount,
      open: item.open,
      disputed: contestedElsewhere,
      available,
      currency: item.currency,
    })
}

const contestable = async (ctx: CommandContext, itemId: string) => {
  const item = await findContestable(ctx.db, itemId, ctx.today)
  if (!item) throw new Refusal('not-found', 'no such item', { id: itemId })
  return item
}

const refuseEarlyDeadline = (openedOn: Day, deadline: Day | null) => {
  if (deadline !== null && deadline < openedOn)
    throw new Refusal('dispute.day-invalid', 'the deadline is before the opening', { openedOn, deadline })
}

/** Records that an item is contested; the refusals are those of `disputes.open`. */
export const openDispute = async (
  ctx: CommandContext,
  input: Told & { itemId: string; openedOn?: Day | undefined },
) => {
  const { itemId, openedOn = ctx.today, ...told } = input
  const item = await contestable(ctx, itemId)
  if (!isClaim(item)) throw new Refusal('dispute.not-a-claim', `${item.number} is no claim`, { number: item.number })
  if (openedOn > ctx.today || openedOn < item.booked)
    throw new Refusal('dispute.day-invalid', `opened between ${item.booked} and ${ctx.today}`, {
      openedOn,
      booked: item.booked,
    })
  const policy = await refuseUnknownReason(ctx, told.reason)
  const deadline = told.deadline ?? addDays(openedOn, policy.disputeDays)
  refuseEarlyDeadline(openedOn, deadline)
  refuseAbove(told.amount, item, item.contested)
  const id = uuidv7()
  await insertDispute(ctx.db, {
    ...told,
    id,
    deadline,
    customer_id: item.customer_id,
    item_id: itemId,
    opened_on: openedOn,
    opened_by: ctx.user,
    outcome: null,
    closed_on: null,
    closed_by: null,
    conceded: 0,
    credit_item_id: null,
    conclusion: '',
  })
  await recordStep(ctx, id, 'opened', told.description, { reason: told.reason, amount: told.amount })
  return readDispute(ctx, id)
}

const changeDispute = async (ctx: CommandContext, { id, ...told }: Told & { id: string }): Promise<DisputeRow> => {
  const before = await readOpen(ctx, id)
  const changes = changesOf(before, told)
  if (Object.keys(changes).length === 0) return before
  if (changes.reason) await refuseUnknownReason(ctx, told.reason)
  if (changes.deadline) refuseEarlyDeadline(before.openedOn, told.deadline)
  if (told.amount <= before.conceded && before.conceded > 0)
    throw new Refusal('dispute.conceded-invalid', `${before.conceded} was given up already`, {
      conceded: before.conceded,
      amount: told.amount,
    })
  // What was contested rightly stays so when a payment comes in; only more of it is looked at again.
  if (told.amount > before.amount) {
    const item = await contestable(ctx, before.itemId)
    refuseAbove(told.amount - before.conceded, item, item.contested - (before.amount - before.conceded))
  }
  await updateDispute(ctx.db, id, told)
  await recordStep(ctx, id, 'changed', '', changes)
  return readDispute(ctx, id)
}

type Closing = { id: string; outcome: DisputeOutcome; conceded: Minor; creditNumber: string; conclusion: string }

/**
 * The credit note of what is given up, matched with the item as far as both are open: the one of that number which the
 * accounting program already brought, matched by it or not, else a new one. On an item that was paid it stays in the customer's credit.
 */
const creditOf = async (ctx: CommandContext, dispute: DisputeRow, conceded: Minor, number: string): Promise<string> => {
  const { customerId, itemId, itemNumber: label, currency } = dispute
  const known = number ? await findCreditNote(ctx.db, dispute, number, ctx.today) : undefined
  if (!known) {
    const made = { customerId, itemId, number: number || undefined, amount: conceded, day: ctx.today, label }
    return (await creditFor(ctx, made)).itemId
  }
  if (known.currency !== currency)
    throw new Refusal('match.other-currency', `${number} is in ${known.currency}`, { number, currency: known.currency })
  // What the accounting program matched already counts; what an earlier closing gave up by it does not.
  const used = known.id === dispute.creditItemId ? dispute.conceded : 0
  const settling = Math.max(0, known.settling - used)
  if (known.left + settling < conceded)
    throw new Refusal('dispute.conceded-invalid', `${number} does not reach ${conceded}`, {
      conceded,
      number,
      left: known.left + settling,
    })
  const amount = Math.min(conceded - settling, known.left, dispute.itemOpen)
  if (amount > 0) await allocateMatches(ctx, [{ debitId: itemId, creditId: known.id, amount }], {})
  return known.id
}

const closeDispute = async (ctx: CommandContext, input: Closing): Promise<DisputeRow> => {
  const { id, outcome, conceded, conclusion } = input
  const dispute = await readOpen(ctx, id)
  if (!concededFits(outcome, conceded, dispute.amount - dispute.conceded))
    throw new Refusal('dispute.conceded-invalid', `${conceded} given up does not fit ${outcome}`, {
      outcome,
      conceded,
      amount: dispute.amount - dispute.conceded,
    })
  const creditItemId = conceded > 0 ? await creditOf(ctx, dispute, conceded, input.creditNumber) : null
  await updateDispute(ctx.db, id, {
    outcome,
    conclusion,
    conceded: dispute.conceded + conceded,
    credit_item_id: creditItemId ?? dispute.creditItemId,
    closed_on: ctx.today,
    closed_by: ctx.user,
  })
  const closed = await readDispute(ctx, id)
  await recordStep(ctx, id, 'closed', conclusion, { outcome, conceded, creditNumber: closed.creditNumber })
  return closed
}

const reopenDispute = async (ctx: CommandContext, id: string, text: string): Promise<DisputeRow> => {
  const before = await readDispute(ctx, id)
  if (!before.closedOn) throw new Refusal('dispute.open', 'the dispute is open', { id })
  if (before.conceded >= before.amount)
    throw new Refusal('dispute.nothing-left', 'all that was contested was given up', { id })
  await updateDispute(ctx.db, id, { outcome: null, closed_on: null, closed_by: null, conclusion: '' })
  await recordStep(ctx, id, 'reopened', text, { outcome: before.outcome, closedOn: before.closedOn })
  return readDispute(ctx, id)
}

export const disputesCalls: Handlers<typeof disputesContract> = {
  list: async (ctx, { sort, descending, offset, limit, ...selection }) => {
    const sums = await sumsOfDisputes(ctx.db, ctx.today, selection)
    const records = await listDisputes(ctx.db, ctx.today, selection, { sort, descending, offset, limit })
    return {
      total: sums.reduce((total, { count }) => total + count, 0),
      disputes: records.map((record) => toRow(record, ctx.today)),
      sums: offset > 0 ? [] : sums,
    }
  },
  get: async (ctx, { id }) => {
    const dispute = await readDispute(ctx, id)
    const steps = await listSteps(ctx.db, id)
    return {
      dispute,
      steps: steps.map(({ dispute_id: _dispute, details, ...step }) => ({
        ...step,
        details: JSON.parse(details) as Record<string, unknown>,
      })),
    }
  },
  open: (ctx, input) => openDispute(ctx, input),
  update: (ctx, input) => changeDispute(ctx, input),
  addStep: async (ctx, { id, text }) => {
    await readDispute(ctx, id)
    return recordStep(ctx, id, 'note', text)
  },
  close: (ctx, input) => closeDispute(ctx, input),
  reopen: (ctx, { id, text }) => reopenDispute(ctx, id, text),
  figures: async (ctx, { from, until }) => ({ reasons: await disputeFigures(ctx.db, from, until) }),
  owners: async (ctx) => ({ owners: await listOwners(ctx.db) }),
}
