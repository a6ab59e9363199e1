import { requireCompany } from '../company/company.service.ts'
import { bookHolidays } from '../holidays/holidays.service.ts'
import type { QueryContext } from '../kernel/context.ts'
import { addDays, type Day, maxDay, minDay } from '../kernel/day.ts'
import { policyInForce } from '../policy/policy.service.ts'
import { openOn, settledOn, unmatchedOn } from './arrivals.rules.ts'
import {
  customersOwingPromised,
  customersPromised,
  customersPromising,
  type PromisedItemRecord,
  promisedItems,
  promisesMade,
  receiptsLeft,
  settlementsOf,
} from './promises.repository.ts'
import { judgePromises, type PromiseFacts, type Standing, stillAsking } from './promises.rules.ts'

export type Reading = Pick<QueryContext, 'db' | 'today'>

/** An item of a promise and what is open of it on the day the promise is judged. */
type PromisedItem = Omit<PromisedItemRecord, 'owed'> & { open: number }

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

/**
 * Promises of some customers or of all, and whatever says how they stand on days between two, both included: four
 * statements for any number of promises and days. What it gives judges them on such a day, the earliest made first, those
 * of some of the customers where told so.
 */
const readPromises = async (
  ctx: Reading,
  { from, until }: { from: Day; until: Day },
  customerIds?: readonly string[],
): Promise<{ rows: Judged['row'][]; on: (asOf: Day, whose?: ReadonlySet<string>) => Judged[] }> => {
  const rows = await promisesMade(ctx.db, until, customerIds)
  if (rows.length === 0) return { rows, on: () => [] }
  const records = await promisedItems(
    ctx.db,
    rows.map(({ id }) => id),
  )
  const settlements = await settlementsOf(ctx.db, [...new Set(records.map(({ item_id }) => item_id))], until)
  const customers = [...new Set(rows.map(({ customer_id }) => customer_id))]
  const receipts = await receiptsLeft(ctx.db, customers, { from, until })
  const { content } = await policyInForce(ctx)
  const holidays = await bookHolidays(ctx, (await requireCompany(ctx)).country)
  const recordsOf = Map.groupBy(records, ({ promise_id }) => promise_id)
  const settled = Map.groupBy(settlements, ({ itemId }) => itemId)
  const itemsOn = (id: string, asOf: Day) =>
    (recordsOf.get(id) ?? []).map(
      ({ owed, ...item }): PromisedItem => ({ ...item, open: openOn(owed, settled.get(item.item_id) ?? [], asOf) }),
    )
  const on = (asOf: Day, whose?: ReadonlySet<string>): Judged[] => {
    const told = rows
      .filter((row) => row.made_on <= asOf && (whose?.has(row.customer_id) ?? true))
      .map((row) => {
        const items = itemsOn(row.id, asOf)
        return { row, items, promise: factsOf(row, items) }
      })
    const standings = judgePromises(
      told.map(({ promise }) => promise),
      [...settledOn(settlements, asOf), ...unmatchedOn(receipts, asOf)],
      asOf,
      content.promiseGraceDays,
      holidays,
    )
    return told.map((one) => ({ ...one, standing: standings.get(one.row.id) as Standing }))
  }
  return { rows, on }
}

/** Promises of some customers or of all as they stand on a day, the earliest made first; four statements for any number. */
export const judgedAsOf = async (ctx: Reading, asOf: Day, customerIds?: readonly string[]): Promise<Judged[]> =>
  (await readPromises(ctx, { from: asOf, until: asOf }, customerIds)).on(asOf)

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

const tellDue = ({ row, standing }: Judged): PromiseDue => ({
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
})

type Stretch = { readonly from: Day; readonly until: Day }

/** For each stretch of days, the promises for a day of it (its first left out) as they stand at its end, whatever became of them. */
export const promisesDueOver = async (ctx: Reading, stretches: readonly Stretch[]): Promise<PromiseDue[][]> => {
  const ends = stretches.map(({ until }) => until).sort()
  const [first, last] = [ends[0], ends.at(-1)]
  if (first === undefined || last === undefined) return []
  const from = stretches.reduce((earliest, stretch) => minDay(earliest, stretch.from), first)
  const customers = await customersPromised(ctx.db, { from, until: last })
  if (customers.length === 0) return stretches.map(() => [])
  const { rows, on } = await readPromises(ctx, { from: first, until: last }, customers)
  return stretches.map((stretch) => {
    const isDue = ({ day }: { day: Day }) => day > stretch.from && day <= stretch.until
    const whose = new Set(rows.filter(isDue).map(({ customer_id }) => customer_id))
    return on(stretch.until, whose).flatMap((judged) => (isDue(judged.row) ? [tellDue(judged)] : []))
  })
}
