import { type RawBuilder, sql } from 'kysely'
import { rowsAsArrays } from '../db/connection.ts'
import { openItemsAsOf } from '../db/open-items.ts'
import type { Reader, Writer } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'

const listed = (values: readonly string[]): RawBuilder<string> =>
  sql<string>`(SELECT value FROM json_each(${JSON.stringify(values)}))`
const own = (customerId: string | undefined): RawBuilder<unknown> =>
  customerId === undefined ? sql`` : sql`AND customer_id = ${customerId}`

/** Customer, currency, open debits, open credits above zero, overdue, overdue items, the oldest due day. */
export type AccountRow = readonly [string, string, number, number, number, number, Day | null]

/** The whole book in one statement, or one customer. */
export const accounts = (db: Reader, asOf: Day, customerId?: string): Promise<AccountRow[]> =>
  rowsAsArrays<AccountRow>(
    db,
    sql`SELECT customer_id, currency, sum(CASE WHEN amount > 0 THEN open ELSE 0 END),
      -sum(CASE WHEN amount < 0 THEN open ELSE 0 END), sum(CASE WHEN amount > 0 AND due < ${asOf} THEN open ELSE 0 END),
      sum(amount > 0 AND due < ${asOf}), min(CASE WHEN amount > 0 AND due < ${asOf} THEN due END)
    FROM ${openItemsAsOf(asOf, customerId)} item WHERE open <> 0 GROUP BY customer_id, currency`,
  )

/** Item, customer, currency, due day, open. */
export type DebtRow = readonly [string, string, string, Day, number]

/** What is overdue of customers, item by item. */
export const overdueOf = (db: Reader, asOf: Day, customerIds: readonly string[]): Promise<DebtRow[]> =>
  rowsAsArrays<DebtRow>(
    db,
    sql`SELECT id, customer_id, currency, due, open
    FROM ${openItemsAsOf(asOf, customerIds, sql`i.amount > 0 AND i.due < ${asOf}`)} item WHERE open > 0`,
  )

/** Whose items these are. */
export const ownersOf = async (db: Reader, itemIds: readonly string[]): Promise<string[]> => {
  if (itemIds.length === 0) return []
  const rows = await rowsAsArrays<readonly [string]>(
    db,
    sql`SELECT DISTINCT customer_id FROM open_item WHERE id IN ${listed(itemIds)}`,
  )
  return rows.map(([id]) => id)
}

export type HoldRow = { customerId: string; itemId: string | null; until: Day | null }

/** Holds in force on a day. */
export const holdsOn = async (db: Reader, asOf: Day): Promise<HoldRow[]> => {
  const { rows } = await sql<HoldRow>`
    SELECT customer_id AS customerId, item_id AS itemId, until FROM hold
    WHERE released_on IS NULL AND (until IS NULL OR until >= ${asOf})`.execute(db)
  return rows
}

export const excludedCustomers = async (db: Reader): Promise<Set<string>> => {
  const rows = await rowsAsArrays<readonly [string]>(db, sql`SELECT id FROM customer WHERE no_reminders = 1`)
  return new Set(rows.map(([id]) => id))
}

export type TaskRow = {
  customer_id: string
  kind: 'call' | 'email' | 'letter' | 'visit' | 'check-payment' | 'find-contact' | 'settle-dispute' | 'decide' | 'other'
  day: Day
  note: string
  created_on: Day
  call_id: string | null
}

/** What is to be done, the earliest first. */
export const openTasks = async (db: Reader, customerId?: string): Promise<TaskRow[]> => {
  const { rows } = await sql<TaskRow>`
    SELECT customer_id, kind, day, note, created_on, call_id FROM task WHERE done_on IS NULL ${own(customerId)}
    ORDER BY day, id`.execute(db)
  return rows
}

/** Customers with a talk or a task done on a day. */
export const workedOn = async (db: Reader, day: Day): Promise<string[]> => {
  const rows = await rowsAsArrays<readonly [string]>(
    db,
    sql`SELECT customer_id FROM call WHERE day = ${day} UNION SELECT customer_id FROM task WHERE done_on = ${day}`,
  )
  return rows.map(([id]) => id)
}

/** Customers written to on a day. */
export const writtenTo = async (db: Reader, day: Day): Promise<string[]> => {
  const rows = await rowsAsArrays<readonly [string]>(
    db,
    sql`SELECT customer_id FROM dunning_letter WHERE day = ${day} AND cancelled_on IS NULL`,
  )
  return rows.map(([id]) => id)
}

export type Named = { id: string; code: string; name: string; contact: string; phone: string }

/** Names, and the contact to ask first: the one that reminders go to, or else one with a telephone. */
export const namesOf = async (db: Reader, customerIds: readonly string[]): Promise<Named[]> => {
  const best = (column: string) => sql`coalesce((SELECT ${sql.ref(column)} FROM contact WHERE contact.customer_id = c.id
    ORDER BY contact.dunning DESC, contact.phone = '', contact.id LIMIT 1), '')`
  const { rows } = await sql<Named>`
    SELECT c.id, c.code, c.name, ${best('contact.name')} AS contact, ${best('contact.phone')} AS phone
    FROM customer c WHERE c.id IN ${listed(customerIds)}`.execute(db)
  return rows
}

/** Of these customers, those whose code, name or contacts hold a text; folded. */
export const matching = async (db: Reader, wanted: string): Promise<Set<string>> => {
  const rows = await rowsAsArrays<readonly [string]>(
    db,
    sql`SELECT id FROM customer WHERE instr(search, ${wanted}) > 0`,
  )
  return new Set(rows.map(([id]) => id))
}

export const findWeights = async (db: Reader): Promise<string | null> =>
  (await db.selectFrom('worklist_weights').select('weights').executeTakeFirst())?.weights ?? null

export const keepWeights = async (db: Writer, weights: string): Promise<void> => {
  await db
    .insertInto('worklist_weights')
    .values({ id: 1, weights })
    .onConflict((conflict) => conflict.doUpdateSet({ weights }))
    .execute()
}
