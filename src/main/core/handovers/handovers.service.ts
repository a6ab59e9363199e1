import { uuidv7 } from 'uuidv7'
import { readCustomer } from '../customers/customers.service.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import type { Handover, handoversContract, handoverTargets } from './handovers.contract.ts'
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

type Reading = Pick<QueryContext, 'db' | 'today'>

const ONE = { offset: 0, limit: 1 }

const totalsOf = (items: readonly HandedRecord[]): Handover['totals'] =>
  [...Map.groupBy(items, ({ currency }) => currency)].map(([currency, own]) => ({
    currency,
    handed: own.reduce((sum, { handed }) => sum + handed, 0),
    open: own.reduce((sum, { open }) => sum + open, 0),
  }))

const withItems = async (ctx: Reading, rows: readonly HandoverRecord[]): Promise<Handover[]> => {
  const items = await handedItems(
    ctx.db,
    rows.map(({ id }) => id),
    ctx.today,
  )
  const byHandover = Map.groupBy(items, ({ handoverId }) => handoverId)
  return rows.map((row) => {
    const own = byHandover.get(row.id) ?? []
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
      items: own.map(({ handoverId: _, ...item }) => item),
      totals: totalsOf(own),
      closedOn: row.closed_on,
      closedBy: row.closed_by,
      closedBecause: row.closed_because,
    }
  })
}

const readHandover = async (ctx: Reading, id: string): Promise<Handover> => {
  const [handover] = await withItems(ctx, await listHandovers(ctx.db, { id, show: 'all' }, ONE))
  if (!handover) throw new Refusal('not-found', 'no such hand-over', { id })
  return handover
}

export type HandingOver = {
  customerId: string
  to: (typeof handoverTargets)[number]
  reason: string
  reviewId: string | null
}

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
  const { customerId, to, reason, reviewId } = input
  const { code } = await readCustomer(ctx, customerId)
  const earlier = await openHandoverOf(ctx, customerId)
  if (earlier) throw new Refusal('handover.open', `${code} was handed over on ${earlier.on}`, { day: earlier.on, code })
  const items = await openItemsOf(ctx.db, customerId, ctx.today)
  if (!items.some(({ open }) => open > 0)) return null
  const id = uuidv7()
  await insertHandover(
    ctx.db,
    { id, customer_id: customerId, target: to, day: ctx.today, at: ctx.now, by: ctx.user, reason, review_id: reviewId },
    items,
  )
  return readHandover(ctx, id)
}

const close = async (ctx: CommandContext, id: string, reason: string): Promise<Handover> => {
  const { closedOn } = await readHandover(ctx, id)
  if (closedOn) throw new Refusal('handover.closed', `closed on ${closedOn} already`, { day: closedOn })
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
  handOver: async (ctx, input) => {
    const handover = await handOver(ctx, { ...input, reviewId: null })
    if (handover) return handover
    throw new Refusal('handover.nothing-owed', 'nothing is open of this account', { id: input.customerId })
  },
  close: (ctx, { id, reason }) => close(ctx, id, reason),
}
