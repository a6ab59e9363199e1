import { requireCompany } from '../company/company.service.ts'
import { bookHolidays } from '../holidays/holidays.service.ts'
import type { QueryContext } from '../kernel/context.ts'
import { addDays, type Day, maxDay } from '../kernel/day.ts'
import { policyInForce } from '../policy/policy.service.ts'
import {
  customersOwingPromised,
  customersPromised,
  customersPromising,
  type PromisedItem,
  promisedItems,
  promisesMade,
  settledByReceipts,
  unmatchedReceipts,
} from './promises.repository.ts'
import { judgePromises, type PromiseFacts, type Standing, stillAsking } from './promises.rules.ts'

export type Reading = Pick<QueryContext, 'db' | 'today'>

export type Judged = {
  promise: PromiseFacts
  row: Awaited<ReturnType<typeof promisesMade>>[number]
  items: PromisedItem[]
  standing: Standing
}

const factsOf = (row: Judged['row'], items: readonly PromisedItem[]): PromiseFacts => ({
  id: row.id,
  customerId: row.customer_id,
  currency: row.currency,
  amount: row.amount,
  day: row.day,
  madeOn: row.made_on,
  cancelledOn: row.cancelled_on,
  items: items.map(({ item_id, covered, open }) => ({ itemId: item_id, covered, open })),
})

/** Promises of some customers or of all as they stand on a day, the earliest made first; four statements for any number. */
export const judgedAsOf = async (ctx: Reading, asOf: Day, customerIds?: readonly string[]): Promise<Judged[]> => {
  const rows = await promisesMade(ctx.db, asOf, customerIds)
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const items = await promisedItems(ctx.db, ids, asOf)
  const arrivals = [
    ...(await settledByReceipts(ctx.db, [...new Set(items.map(({ item_id }) => item_id))], asOf)),
    ...(await unmatchedReceipts(ctx.db, [...new Set(rows.map(({ customer_id }) => customer_id))], asOf)),
  ]
  const { content } = await policyInForce(ctx)
  const holidays = await bookHolidays(ctx, (await requireCompany(ctx)).country)
  const itemsOf = Map.groupBy(items, ({ promise_id }) => promise_id)
  const promises = rows.map((row) => factsOf(row, itemsOf.get(row.id) ?? []))
  const standings = judgePromises(promises, arrivals, asOf, content.promiseGraceDays, holidays)
  return rows.map((row, place) => ({
    promise: promises[place] as PromiseFacts,
    row,
    items: itemsOf.get(row.id) ?? [],
    standing: standings.get(row.id) as Standing,
  }))
}

/** By item, the promise it waits for on a day and the last day on which that may be kept. */
export const promisesInForce = async (
  ctx: Reading,
  asOf: Day,
): Promise<Map<string, { promiseId: string; until: Day }>> => {
  const { content } = await policyInForce(ctx)
  // Of ten working days, none in a row of more than four is lost to weekends and holidays: three days for one are enough.
  const from = addDays(asOf, -(3 * content.promiseGraceDays + 7))
  const customers = await customersPromising(ctx.db, asOf, from)
  const waiting = new Map<string, { promiseId: string; until: Day }>()
  if (customers.length === 0) return waiting
  for (const { promise, items, standing } of await judgedAsOf(ctx, asOf, customers)) {
    if (standing.state !== 'running') continue
    for (const { item_id } of items) {
      const earlier = waiting.get(item_id)
      const until = maxDay(standing.graceUntil, earlier?.until ?? standing.graceUntil)
      waiting.set(item_id, until === earlier?.until ? earlier : { promiseId: promise.id, until })
    }
  }
  return waiting
}

/** Promises that run on a day, the earliest first: what is still to come of each, and what is open of its items. */
export const runningPromises = async (
  ctx: Reading,
  asOf: Day,
): Promise<{ day: Day; left: number; items: { itemId: string; open: number }[] }[]> => {
  const { content } = await policyInForce(ctx)
  const customers = await customersPromising(ctx.db, asOf, addDays(asOf, -(3 * content.promiseGraceDays + 7)))
  if (customers.length === 0) return []
  return (await judgedAsOf(ctx, asOf, customers))
    .filter(({ standing }) => standing.state === 'running')
    .map(({ promise: { day, items }, standing: { expected, received } }) => ({
      day,
      left: expected - received,
      items: items.map(({ itemId, covered, open }) => ({ itemId, open: Math.min(covered, open) })),
    }))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
}

export type BrokenPromise = {
  promiseId: string
  customerId: string
  brokenOn: Day
  day: Day
  currency: string
  /** Still open of what was promised. */
  left: number
}

/** Promises that were not kept, in whole or in part, and still ask for something on a day: of some customers, or of all. */
export const brokenPromises = async (
  ctx: Reading,
  asOf: Day,
  customerIds?: readonly string[],
): Promise<BrokenPromise[]> => {
  const judged = await judgedAsOf(ctx, asOf, customerIds ?? (await customersOwingPromised(ctx.db, asOf)))
  const asking = stillAsking(judged)
  return judged.flatMap(({ promise: { id, customerId, day, currency }, standing: { judgedOn, left } }) =>
    asking.has(id) && judgedOn !== null ? [{ promiseId: id, customerId, brokenOn: judgedOn, day, currency, left }] : [],
  )
}

/** By customer, how many promises were broken whole in a stretch of days, `from` excluded and `to` included. */
export const brokenCounts = async (
  ctx: Reading,
  { from, to }: { from: Day; to: Day },
  customerIds?: readonly string[],
): Promise<Map<string, number>> => {
  const counts = new Map<string, number>()
  for (const { promise, standing } of await judgedAsOf(ctx, to, customerIds)) {
    if (standing.state !== 'broken' || standing.judgedOn === null || standing.judgedOn <= from) continue
    counts.set(promise.customerId, (counts.get(promise.customerId) ?? 0) + 1)
  }
  return counts
}

export type PromiseDue = Standing & {
  promiseId: string
  customerId: string
  customerName: string
  currency: string
  amount: number
  day: Day
  madeOn: Day
  by: string
  cancelledOn: Day | null
  renegotiated: boolean
}

/** Promises for a day of a stretch (its first left out) as they stand at its end, whatever became of them. */
export const promisesDue = async (ctx: Reading, { from, until }: { from: Day; until: Day }): Promise<PromiseDue[]> => {
  const customers = await customersPromised(ctx.db, { from, until })
  if (customers.length === 0) return []
  return (await judgedAsOf(ctx, until, customers)).flatMap(({ row, standing }) =>
    row.day <= from || row.day > until
      ? []
      : [
          {
            ...standing,
            promiseId: row.id,
            customerId: row.customer_id,
            customerName: row.name,
            currency: row.currency,
            amount: row.amount,
            day: row.day,
            madeOn: row.made_on,
            by: row.by,
            cancelledOn: row.cancelled_on,
            renegotiated: row.replaced_by !== null,
          },
        ],
  )
}
