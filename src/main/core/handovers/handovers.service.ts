import { uuidv7 } from 'uuidv7'
import { readCustomer } from '../customers/customers.service.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import { type Day, notBefore } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import type {
  AccountSettings,
  Handover,
  HandoverDetail,
  handoversContract,
  handoverTargets,
  Mandate,
} from './handovers.contract.ts'
import {
  closeHandover,
  countHandovers,
  type HandedRecord,
  type HandoverRecord,
  handedItems,
  insertHandover,
  itemsOutside,
  listHandovers,
  openItemsOf,
} from './handovers.repository.ts'
import { deadlinesFromSteps, keepStep, stepsAndFilesOf, takeStepBack, toStep } from './handovers.steps.ts'
import type { HandoverTable } from './handovers.table.ts'
import { pendingOf } from './procedure.rules.ts'
import type { Procedure } from './procedure.schema.ts'
import { leftOutOf, setLeftOut, stepsOfMany, updateHandover } from './steps.repository.ts'

export { issueFile, procedureDeadlines } from './handovers.steps.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>

const ONE = { offset: 0, limit: 1 }

const totalsOf = (items: readonly HandedRecord[]): Handover['totals'] =>
  [...Map.groupBy(items, ({ currency }) => currency)].map(([currency, own]) => ({
    currency,
    handed: own.reduce((sum, { handed }) => sum + handed, 0),
    open: own.reduce((sum, { open }) => sum + open, 0),
  }))

const withItems = async (ctx: Reading, rows: readonly HandoverRecord[]): Promise<Handover[]> => {
  const ids = rows.map(({ id }) => id)
  const byHandover = Map.groupBy(await handedItems(ctx.db, ids, ctx.today), ({ handoverId }) => handoverId)
  const steps = Map.groupBy(await stepsOfMany(ctx.db, ids), ({ handover_id }) => handover_id)
  return rows.map((row) => {
    const own = byHandover.get(row.id) ?? []
    const deadlines = deadlinesFromSteps(row.procedure, (steps.get(row.id) ?? []).map(toStep))
    return {
      id: row.id,
      customerId: row.customer_id,
      customerCode: row.customer_code,
      customerName: row.customer_name,
      to: row.target,
      on: row.day,
      by: row.by,
      reason: row.reason,
      reviewId: row.review_id,
      mandate: {
        name: row.recipient_name,
        reference: row.recipient_reference,
        email: row.recipient_email,
        address: row.recipient_address,
        feeBasis: row.fee_basis,
      },
      procedure: row.procedure,
      court: row.court,
      debtorForm: row.debtor_form,
      debtorRegistry: row.debtor_registry,
      account: {
        imputation: row.imputation,
        capitalisedFrom: row.capitalised_from,
        capitalisedBy: row.capitalised_by,
        asOf: row.account_as_of,
      },
      next: row.closed_on ? null : (pendingOf(deadlines, ctx.today)[0] ?? null),
      items: own.map(({ handoverId: _, ...item }) => item),
      totals: totalsOf(own),
      closedOn: row.closed_on,
      closedBy: row.closed_by,
      closedBecause: row.closed_because,
    }
  })
}

/** Refuses `not-found`. */
export const readHandover = async (ctx: Reading, id: string): Promise<Handover> => {
  const [handover] = await withItems(ctx, await listHandovers(ctx.db, { id, show: 'all' }, ONE))
  if (!handover) throw new Refusal('not-found', 'no such hand-over', { id })
  return handover
}

export type HandingOver = {
  customerId: string
  to: (typeof handoverTargets)[number]
  reason: string
  reviewId: string | null
} & Partial<Proceeding>

type Proceeding = {
  mandate: Mandate
  procedure: Procedure | null
  court: string
  debtorForm: string
  debtorRegistry: string
}

const columnsOf = ({ mandate, procedure, court, debtorForm, debtorRegistry }: Partial<Proceeding>) =>
  ({
    recipient_name: mandate?.name ?? '',
    recipient_reference: mandate?.reference ?? '',
    recipient_email: mandate?.email ?? '',
    recipient_address: mandate?.address ?? '',
    fee_basis: mandate?.feeBasis ?? '',
    procedure: procedure ?? null,
    court: court ?? '',
    debtor_form: debtorForm ?? '',
    debtor_registry: debtorRegistry ?? '',
  }) satisfies Partial<HandoverTable>

/** Ids of the items that an agency, a lawyer, a bailiff or a court has in hand on a day: our own reminders stop. */
export const handedOutside = async (ctx: Pick<QueryContext, 'db'>, asOf: Day): Promise<ReadonlySet<string>> =>
  new Set(await itemsOutside(ctx.db, asOf))

/** The hand-over of a customer that is not closed; null when it was handed to nobody. */
export const openHandoverOf = async (ctx: Reading, customerId: string): Promise<Handover | null> => {
  const [handover] = await withItems(ctx, await listHandovers(ctx.db, { customerId, show: 'open' }, ONE))
  return handover ?? null
}

/**
 * Hands an account over: what is open of it on the working day, owed and to its credit, is frozen with its sign. Null
 * when nothing is owed: there is nothing to collect. Refuses `handover.open` while an earlier one is open.
 */
export const handOver = async (ctx: CommandContext, input: HandingOver): Promise<Handover | null> => {
  const { customerId, to, reason, reviewId, ...proceeding } = input
  const { code } = await readCustomer(ctx, customerId)
  const earlier = await openHandoverOf(ctx, customerId)
  if (earlier) throw new Refusal('handover.open', `${code} was handed over on ${earlier.on}`, { day: earlier.on, code })
  const items = await openItemsOf(ctx.db, customerId, ctx.today)
  if (!items.some(({ open }) => open > 0)) return null
  const id = uuidv7()
  await insertHandover(
    ctx.db,
    {
      id,
      customer_id: customerId,
      target: to,
      day: ctx.today,
      at: ctx.now,
      by: ctx.user,
      reason,
      review_id: reviewId,
      ...columnsOf(proceeding),
      imputation: 'interest-first',
      capitalised_from: null,
      capitalised_by: '',
      account_as_of: null,
    },
    items,
  )
  return readHandover(ctx, id)
}

/** A hand-over with its steps, the deadlines that they set, and what was issued for it; refuses `not-found`. */
export const handoverDetail = async (ctx: Reading, id: string): Promise<HandoverDetail> => {
  const handover = await readHandover(ctx, id)
  const { steps, files } = await stepsAndFilesOf(ctx, id)
  return { handover, steps, deadlines: deadlinesFromSteps(handover.procedure, steps), files }
}

const stillOpen = async (ctx: Reading, id: string): Promise<Handover> => {
  const handover = await readHandover(ctx, id)
  const { closedOn } = handover
  if (closedOn) throw new Refusal('handover.closed', `closed on ${closedOn} already`, { day: closedOn })
  return handover
}

// Capitalisation needs its ground, the contract or a court (C. civ. 1343-2), and its day.
const accountColumns = ({ imputation, capitalisedFrom, capitalisedBy, asOf }: AccountSettings) => {
  if ((capitalisedFrom === null) !== (capitalisedBy === ''))
    throw new Refusal('handover.capitalisation-unfounded', 'capitalisation needs its day and its ground', {})
  return {
    imputation,
    capitalised_from: capitalisedFrom,
    capitalised_by: capitalisedBy,
    account_as_of: asOf,
  } satisfies Partial<HandoverTable>
}

const update = async (
  ctx: CommandContext,
  { id, account, ...proceeding }: Proceeding & { id: string; account: AccountSettings },
): Promise<HandoverDetail> => {
  await stillOpen(ctx, id)
  await updateHandover(ctx.db, id, { ...columnsOf(proceeding), ...accountColumns(account) })
  return handoverDetail(ctx, id)
}

/** Pieces found in the book that its file does without, by their keys. */
export const piecesLeftOut = (ctx: Pick<QueryContext, 'db'>, handoverId: string): Promise<Set<string>> =>
  leftOutOf(ctx.db, handoverId)

/** Leaves a piece out of the file of a hand-over, or takes it in again. */
export const leavePieceOut = async (ctx: CommandContext, id: string, piece: string, out: boolean): Promise<void> => {
  await stillOpen(ctx, id)
  await setLeftOut(ctx.db, { handover_id: id, piece, by: ctx.user, at: ctx.now }, out)
}

/** Closes a hand-over: paid, given up or taken back; refuses `handover.closed`. */
export const endHandover = async (ctx: CommandContext, id: string, reason: string): Promise<Handover> => {
  const { on } = await stillOpen(ctx, id)
  notBefore(ctx.today, on)
  await closeHandover(ctx.db, id, ctx.today, ctx.user, reason)
  return readHandover(ctx, id)
}

export const handoversCalls: Handlers<typeof handoversContract> = {
  list: async (ctx, { offset, limit, ...selection }) => {
    const [total, rows] = [
      await countHandovers(ctx.db, selection),
      await listHandovers(ctx.db, selection, { offset, limit }),
    ]
    return { total, handovers: await withItems(ctx, rows) }
  },
  get: (ctx, { id }) => handoverDetail(ctx, id),
  update: (ctx, input) => update(ctx, input),
  addStep: async (ctx, { id, ...step }) => {
    await keepStep(ctx, await stillOpen(ctx, id), step)
    return handoverDetail(ctx, id)
  },
  withdrawStep: async (ctx, { stepId, reason }) => handoverDetail(ctx, await takeStepBack(ctx, stepId, reason)),
  handOver: async (ctx, input) => {
    const handover = await handOver(ctx, { ...input, reviewId: null })
    if (handover) return handover
    throw new Refusal('handover.nothing-owed', 'nothing is open of this account', { id: input.customerId })
  },
  close: (ctx, { id, reason }) => endHandover(ctx, id, reason),
}
