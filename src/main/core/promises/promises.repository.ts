import { type RawBuilder, sql } from 'kysely'
import { rowsAsArrays, runForEach } from '../db/connection.ts'
import { openItemsAsOf } from '../db/open-items.ts'
import type { Reader, Writer } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import type { Dated, Receipt, Settlement } from './promises.model.ts'
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

export type PromisedItemRecord = PromiseItemTable & { number: string; due: Day; owed: Minor }

/** The items of promises and what was owed of each at first, the oldest due first. */
export const promisedItems = async (db: Reader, promiseIds: readonly string[]): Promise<PromisedItemRecord[]> => {
  const { rows } = await sql<PromisedItemRecord>`
    SELECT p.promise_id, p.item_id, p.covered, p.amount, i.number, i.due, i.amount AS owed
    FROM promise_item p CROSS JOIN open_item i ON i.id = p.item_id
    WHERE p.promise_id IN ${listed(promiseIds)} ORDER BY i.due, i.number, i.id`.execute(db)
  return rows
}

/** What credits settled of debts, the matches dated by a day. */
export const settlementsOf = async (db: Reader, itemIds: readonly string[], until: Day): Promise<Settlement[]> => {
  type Row = readonly [string, string, Day, Minor, number, string, string, Day, number]
  const rows = await rowsAsArrays<Row>(
    db,
    sql`SELECT a.debit_id, a.credit_id, a.day, a.amount, a.undone_because IS 'bounced',
      c.customer_id, c.currency, c.booked, c.kind = 'payment'
    FROM allocation a CROSS JOIN open_item c ON c.id = a.credit_id
    WHERE a.debit_id IN ${listed(itemIds)} AND a.day <= ${until}`,
  )
  const settlements = new Map<string, Settlement & { matches: Dated[] }>()
  for (const [itemId, receiptId, day, amount, bounced, customerId, currency, booked, paid] of rows) {
    const match = { day, amount, bounced: bounced === 1 }
    const pair = `${itemId} ${receiptId}`
    const known = settlements.get(pair)
    if (known) known.matches.push(match)
    else
      settlements.set(pair, {
        customerId,
        currency,
        itemId,
        receiptId,
        booked,
        isReceipt: paid === 1,
        matches: [match],
      })
  }
  return [...settlements.values()]
}

/** Receipts of customers that were not matched whole on some day between two, both included, and their matches by the last. */
export const receiptsLeft = async (
  db: Reader,
  customerIds: readonly string[],
  { from, until }: { from: Day; until: Day },
): Promise<Receipt[]> => {
  const own = sql`customer_id IN ${listed(customerIds)} AND booked <= ${until}`
  const columns = sql`id, customer_id, currency, booked, amount FROM open_item INDEXED BY open_item_by_customer`
  const which = sql`amount < 0 AND kind = 'payment'`
  // Two searches of one index, as in db/open-items; most receipts are matched whole on the day they are booked.
  const left = sql`SELECT ${columns} WHERE settled_on IS NULL AND ${own} AND ${which}
    UNION ALL SELECT ${columns} WHERE settled_on > ${from} AND settled_on > booked AND ${own} AND ${which}`
  type Row = readonly [string, string, string, Day, Minor, Day | null, Minor | null]
  const rows = await rowsAsArrays<Row>(
    db,
    sql`SELECT r.id, r.customer_id, r.currency, r.booked, -r.amount, a.day, a.amount
    FROM (${left}) r LEFT JOIN allocation a ON a.credit_id = r.id AND a.day <= ${until}`,
  )
  const receipts = new Map<string, Receipt & { matches: Dated[] }>()
  for (const [receiptId, customerId, currency, booked, amount, day, matched] of rows) {
    const receipt = receipts.get(receiptId) ?? { customerId, currency, receiptId, booked, amount, matches: [] }
    receipts.set(receiptId, receipt)
    if (day !== null && matched !== null) receipt.matches.push({ day, amount: matched, bounced: false })
  }
  return [...receipts.values()]
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
