import { type RawBuilder, sql } from 'kysely'
import { runForEach } from '../db/connection.ts'
import { openAsOf, openItemsAsOf } from '../db/open-items.ts'
import type { Reader, Writer } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { PromiseItemTable, PromiseTable } from './promises.table.ts'

const listed = (values: readonly string[]): RawBuilder<string> =>
  sql<string>`(SELECT value FROM json_each(${JSON.stringify(values)}))`

/** Promises made by a day: of some customers, or all there are; the earliest made first. */
export const promisesMade = async (
  db: Reader,
  asOf: Day,
  customerIds?: readonly string[],
): Promise<(PromiseTable & { code: string; name: string })[]> =>
  db
    .selectFrom('promise')
    .innerJoin('customer', 'customer.id', 'promise.customer_id')
    .selectAll('promise')
    .select(['customer.code', 'customer.name'])
    .where('made_on', '<=', asOf)
    .$if(customerIds !== undefined, (query) => query.where('customer_id', 'in', listed(customerIds ?? [])))
    .orderBy('made_on')
    .orderBy('promise.id')
    .execute()

export type PromisedItem = PromiseItemTable & { number: string; due: Day; open: number }

/** The items of promises as they are open on a day, the oldest due first. */
export const promisedItems = async (db: Reader, promiseIds: readonly string[], asOf: Day): Promise<PromisedItem[]> => {
  const { rows } = await sql<PromisedItem>`
    SELECT p.promise_id, p.item_id, p.covered, p.amount, i.number, i.due, ${openAsOf(asOf)} AS open
    FROM promise_item p CROSS JOIN open_item i ON i.id = p.item_id
    WHERE p.promise_id IN ${listed(promiseIds)} ORDER BY i.due, i.number, i.id`.execute(db)
  return rows
}

export type ArrivalRecord = {
  customerId: string
  currency: string
  itemId: string | null
  receiptId: string
  booked: Day
  amount: number
  bouncedOn: Day | null
}

/** What receipts had settled of items by a day; a match taken back by then counts as none. */
export const settledByReceipts = async (
  db: Reader,
  itemIds: readonly string[],
  asOf: Day,
): Promise<ArrivalRecord[]> => {
  const { rows } = await sql<ArrivalRecord>`
    SELECT c.customer_id AS customerId, c.currency, a.debit_id AS itemId, a.credit_id AS receiptId, c.booked,
      sum(a.amount) AS amount, max(CASE WHEN a.undone_because = 'bounced' THEN a.day END) AS bouncedOn
    FROM allocation a CROSS JOIN open_item c ON c.id = a.credit_id
    WHERE a.debit_id IN ${listed(itemIds)} AND a.day <= ${asOf} AND c.kind = 'payment'
    GROUP BY a.debit_id, a.credit_id`.execute(db)
  return rows
}

/** What is left on a day of the receipts of customers that are not matched whole. */
export const unmatchedReceipts = async (
  db: Reader,
  customerIds: readonly string[],
  asOf: Day,
): Promise<ArrivalRecord[]> => {
  const { rows } = await sql<ArrivalRecord>`
    SELECT item.customer_id AS customerId, item.currency, NULL AS itemId, item.id AS receiptId, item.booked,
      -item.open AS amount, NULL AS bouncedOn
    FROM ${openItemsAsOf(asOf, customerIds, sql`i.amount < 0 AND i.kind = 'payment'`, sql`i.kind`)} item
    WHERE item.open < 0`.execute(db)
  return rows
}

/** Customers with a promise that may run on a day: made by then, for a day from `from` on. */
export const customersPromising = async (db: Reader, asOf: Day, from: Day): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    SELECT customer_id AS id FROM promise
    WHERE day >= ${from} AND made_on <= ${asOf} AND (cancelled_on IS NULL OR cancelled_on > ${asOf})`.execute(db)
  // Told apart here: asked to, SQLite reads every promise in the order of customers instead of those of the days.
  return [...new Set(rows.map(({ id }) => id))]
}

/** Customers with a promise for a day of a stretch (its first left out), whatever became of it. */
export const customersPromised = async (db: Reader, { from, until }: { from: Day; until: Day }): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    SELECT customer_id AS id FROM promise WHERE day > ${from} AND day <= ${until}`.execute(db)
  return [...new Set(rows.map(({ id }) => id))]
}

/** Customers who promised something that is not settled on a day: in an old book, few of those who ever promised. */
export const customersOwingPromised = async (db: Reader, asOf: Day): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    SELECT DISTINCT p.customer_id AS id
    FROM promise p CROSS JOIN promise_item t ON t.promise_id = p.id CROSS JOIN open_item i ON i.id = t.item_id
    WHERE p.made_on <= ${asOf} AND (i.settled_on IS NULL OR i.settled_on > ${asOf})`.execute(db)
  return rows.map(({ id }) => id)
}

export type DebtRecord = { id: string; currency: string; number: string; open: number }

/** What a customer owes on a day, the oldest due first. */
export const debtsOf = async (db: Reader, customerId: string, asOf: Day): Promise<DebtRecord[]> => {
  const { rows } = await sql<DebtRecord>`
    SELECT item.id, item.currency, item.number, item.open
    FROM ${openItemsAsOf(asOf, customerId, sql`i.amount > 0`, sql`i.number`)} item
    WHERE item.open > 0 ORDER BY item.due, item.number, item.id`.execute(db)
  return rows
}

export const numberOf = async (db: Reader, itemId: string): Promise<string | null> =>
  (await db.selectFrom('open_item').select('number').where('id', '=', itemId).executeTakeFirst())?.number ?? null

export const customerOfPromise = async (db: Reader, id: string): Promise<string | null> =>
  (await db.selectFrom('promise').select('customer_id').where('id', '=', id).executeTakeFirst())?.customer_id ?? null

export const insertPromise = async (
  db: Writer,
  promise: PromiseTable,
  items: readonly PromiseItemTable[],
): Promise<void> => {
  await db.insertInto('promise').values(promise).execute()
  await runForEach(
    db,
    'INSERT INTO promise_item (promise_id, item_id, covered, amount) VALUES (?, ?, ?, ?)',
    items.map((item) => [item.promise_id, item.item_id, item.covered, item.amount]),
  )
}

export const endPromise = async (
  db: Writer,
  id: string,
  end: Pick<PromiseTable, 'cancelled_on' | 'cancelled_by' | 'cancelled_because' | 'replaced_by'>,
): Promise<void> => {
  await db.updateTable('promise').set(end).where('id', '=', id).execute()
}
