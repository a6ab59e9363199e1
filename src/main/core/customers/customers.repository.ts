import { sql } from 'kysely'
import { openItemsAsOf } from '../db/open-items.ts'
import type { Reader, Writer } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { matchesSearch } from './customers.search.ts'
import type { AddressTable, ContactTable, CustomerEventTable, CustomerTable } from './customers.table.ts'

export const findCustomer = (db: Reader, id: string) =>
  db.selectFrom('customer').selectAll().where('id', '=', id).executeTakeFirst()

export const findCustomerByCode = (db: Reader, code: string) =>
  db.selectFrom('customer').selectAll().where('code', '=', code).executeTakeFirst()

export const listContacts = (db: Reader, customerId: string) =>
  db.selectFrom('contact').selectAll().where('customer_id', '=', customerId).orderBy('id').execute()

export const listAddresses = (db: Reader, customerId: string) =>
  db.selectFrom('address').selectAll().where('customer_id', '=', customerId).orderBy('kind').execute()

export const insertCustomer = async (db: Writer, row: CustomerTable): Promise<void> => {
  await db.insertInto('customer').values(row).execute()
}

export const updateCustomer = async (db: Writer, id: string, changes: Partial<CustomerTable>): Promise<void> => {
  await db.updateTable('customer').set(changes).where('id', '=', id).execute()
}

export const replaceContacts = async (db: Writer, customerId: string, rows: ContactTable[]): Promise<void> => {
  await db.deleteFrom('contact').where('customer_id', '=', customerId).execute()
  if (rows.length > 0) await db.insertInto('contact').values(rows).execute()
}

export const replaceAddresses = async (db: Writer, customerId: string, rows: AddressTable[]): Promise<void> => {
  await db.deleteFrom('address').where('customer_id', '=', customerId).execute()
  if (rows.length > 0) await db.insertInto('address').values(rows).execute()
}

export const insertEvent = async (db: Writer, event: CustomerEventTable): Promise<void> => {
  await db.insertInto('customer_event').values(event).execute()
}

export const listSegments = async (db: Reader): Promise<string[]> => {
  const rows = await db
    .selectFrom('customer')
    .select('segment')
    .distinct()
    .where('segment', '<>', '')
    .orderBy('segment')
    .execute()
  return rows.map((row) => row.segment)
}

export const findBySiren = (db: Reader, siren: string, exceptId: string | null) =>
  db
    .selectFrom('customer')
    .select(['id', 'code', 'name'])
    .where('siren', '=', siren)
    .$if(exceptId !== null, (query) => query.where('id', '<>', exceptId as string))
    .execute()

/** At most `limit` customers for what was typed; a code or name that begins with it comes first. */
export const findCustomers = async (db: Reader, typed: string, folded: string, limit: number) => {
  const condition = matchesSearch(typed)
  let query = db.selectFrom('customer').select(['id', 'code', 'name', 'siren']).limit(limit)
  if (condition) query = query.where(condition)
  // Ranking reads at most a few hundred matches: a common word would otherwise sort the whole file.
  if (folded.length < 3) return query.orderBy('sort_name').execute()
  const ranked = db.selectFrom(query.limit(400).as('found')).selectAll()
  return ranked
    .orderBy(
      sql`CASE WHEN lower(code) LIKE ${`${folded}%`} THEN 0 WHEN lower(name) LIKE ${`${folded}%`} THEN 1 ELSE 2 END`,
    )
    .orderBy('name')
    .limit(limit)
    .execute()
}

export type CustomerQuery = {
  search: string
  show: 'all' | 'withBalance' | 'overdue' | 'inCredit' | 'onHold'
  segment?: string | undefined
  sort: 'name' | 'code' | 'balance' | 'overdue' | 'daysLate'
  descending: boolean
  offset: number
  limit: number
}

const holdInForce = (today: Day) => sql<number>`EXISTS (
  SELECT 1 FROM hold WHERE hold.customer_id = customer.id AND hold.item_id IS NULL AND hold.released_on IS NULL
  AND (hold.until IS NULL OR hold.until >= ${today}))`

/** Position of each customer in the currency where it owes (or is owed) most; others have no row. */
const positions = (db: Reader, today: Day) =>
  db
    .selectFrom((eb) =>
      eb
        .selectFrom(openItemsAsOf(today).as('item'))
        .select(['item.customer_id', 'item.currency'])
        .select(sql<number>`sum(item.open)`.as('balance'))
        .select(
          sql<number>`sum(CASE WHEN item.amount > 0 AND item.due < ${today} THEN item.open ELSE 0 END)`.as('overdue'),
        )
        .select(
          sql<string | null>`min(CASE WHEN item.amount > 0 AND item.due < ${today} THEN item.due END)`.as('oldest'),
        )
        .groupBy(['item.customer_id', 'item.currency'])
        .as('by_currency'),
    )
    // SQLite takes the other columns from the row that holds the maximum.
    .select(['customer_id', 'currency', 'balance', 'overdue', 'oldest', sql<number>`max(abs(balance))`.as('size')])
    .groupBy('customer_id')

export const listCustomers = async (db: Reader, today: Day, currency: string, input: CustomerQuery) => {
  let query = db
    .selectFrom('customer')
    .leftJoin(positions(db, today).as('position'), 'position.customer_id', 'customer.id')
    .where(matchesSearch(input.search) ?? sql<boolean>`1`)
  if (input.segment) query = query.where('customer.segment', '=', input.segment)
  if (input.show === 'withBalance') query = query.where('position.balance', '<>', 0)
  if (input.show === 'overdue') query = query.where('position.overdue', '>', 0)
  if (input.show === 'inCredit') query = query.where('position.balance', '<', 0)
  if (input.show === 'onHold') query = query.where(holdInForce(today), '=', 1)

  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const direction = input.descending ? 'desc' : 'asc'
  const sorted = {
    name: sql`customer.sort_name`,
    code: sql`customer.code`,
    balance: sql`coalesce(position.balance, 0)`,
    overdue: sql`coalesce(position.overdue, 0)`,
    // The older the due date, the later the customer is.
    daysLate: sql`julianday(${today}) - julianday(coalesce(position.oldest, ${today}))`,
  }[input.sort]
  const rows = await query
    .select(['customer.id', 'customer.code', 'customer.name', 'customer.siren', 'customer.segment'])
    .select([
      sql<string>`coalesce(position.currency, ${currency})`.as('currency'),
      sql<number>`coalesce(position.balance, 0)`.as('balance'),
      sql<number>`coalesce(position.overdue, 0)`.as('overdue'),
      sql<string | null>`position.oldest`.as('oldest'),
      sql<string>`coalesce((SELECT city FROM address WHERE address.customer_id = customer.id ORDER BY kind = 'billing' DESC LIMIT 1), '')`.as(
        'city',
      ),
      holdInForce(today).as('onHold'),
    ])
    .orderBy(sorted, direction)
    .orderBy('customer.sort_name')
    .orderBy('customer.id')
    .limit(input.limit)
    .offset(input.offset)
    .execute()
  return { total, rows }
}

export const findDuplicates = async (db: Reader) => {
  const { rows } = await sql<{
    reason: 'siren' | 'vat' | 'name'
    value: string
    id: string
    code: string
    name: string
  }>`
    WITH keyed AS (
      SELECT 'siren' AS reason, siren AS value, id, code, name FROM customer WHERE siren <> ''
      UNION ALL SELECT 'vat', vat_number, id, code, name FROM customer WHERE vat_number <> ''
      UNION ALL SELECT 'name', sort_name, id, code, name FROM customer
    ), repeated AS (SELECT reason, value FROM keyed GROUP BY reason, value HAVING count(*) > 1)
    SELECT keyed.* FROM keyed JOIN repeated USING (reason, value) ORDER BY reason, value, code LIMIT 2000`.execute(db)
  return rows
}

/** Moves everything of one customer to another and removes the emptied one. */
export const moveCustomer = async (db: Writer, from: string, to: string): Promise<void> => {
  for (const table of ['open_item', 'hold', 'dunning_letter', 'customer_event', 'contact'] as const)
    await db.updateTable(table).set({ customer_id: to }).where('customer_id', '=', from).execute()
  await sql`UPDATE OR IGNORE address SET customer_id = ${to} WHERE customer_id = ${from}`.execute(db)
  await db.deleteFrom('customer').where('id', '=', from).execute()
}

export const listTimeline = async (db: Reader, id: string, limit: number, offset: number) => {
  const { rows } = await sql<{
    day: string
    kind: string
    title: string
    currency: string | null
    amount: number | null
    user: string | null
    details: string
  }>`
    SELECT booked AS day, kind, number AS title, currency, amount, NULL AS user, json_object('itemId', id, 'label', label) AS details
      FROM open_item WHERE customer_id = ${id}
    UNION ALL
    SELECT day, CASE channel WHEN 'call' THEN 'call' ELSE 'letter' END, reference, currency, total, dunning_run.user,
      json_object('letterId', dunning_letter.id, 'levelName', level_name, 'level', level, 'channel', channel,
        'sentOn', sent_on, 'cancelledOn', cancelled_on, 'documentId', document_id)
      FROM dunning_letter JOIN dunning_run ON dunning_run.id = run_id WHERE customer_id = ${id}
    UNION ALL
    SELECT created_on, 'hold', reason, NULL, NULL, created_by, json_object('until', until, 'releasedOn', released_on, 'itemId', item_id)
      FROM hold WHERE customer_id = ${id}
    UNION ALL
    SELECT day, kind, '', NULL, NULL, user, details FROM customer_event WHERE customer_id = ${id}
    ORDER BY 1 DESC LIMIT ${limit} OFFSET ${offset}`.execute(db)
  return rows
}
