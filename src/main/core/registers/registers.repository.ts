import { sql } from 'kysely'
import { runForEach } from '../db/connection.ts'
import { openItemsAsOf } from '../db/open-items.ts'
import type { Reader, Writer } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { RegisterCheckTable, RegisterEventTable } from './registers.table.ts'

const listOf = (values: readonly string[]) => sql<string>`(SELECT value FROM json_each(${JSON.stringify(values)}))`

/** Events of the customers named, or of all, in the order they were recorded. */
export const eventsOfMany = (db: Reader, customerIds: readonly string[] | null): Promise<RegisterEventTable[]> =>
  db
    .selectFrom('register_event')
    .selectAll()
    .$if(customerIds !== null, (query) => query.where('customer_id', 'in', listOf(customerIds ?? [])))
    .orderBy('customer_id')
    .orderBy('id')
    .execute()

export const findEvent = (db: Reader, id: string) =>
  db.selectFrom('register_event').selectAll().where('id', '=', id).executeTakeFirst()

export const eventByReference = (db: Reader, customerId: string, register: string, reference: string) =>
  db
    .selectFrom('register_event')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('register', '=', register as 'entry')
    .where('reference', '=', reference)
    .executeTakeFirst()

const COLUMNS = [
  'id',
  'customer_id',
  'register',
  'reference',
  'kind',
  'stage',
  'day',
  'published_on',
  'court',
  'department',
  'nature',
  'source',
  'replaces',
  'recorded_at',
  'recorded_by',
] as const
export type NewEvent = Pick<RegisterEventTable, (typeof COLUMNS)[number]>

export const insertEvents = (db: Writer, events: readonly NewEvent[]): Promise<number> =>
  runForEach(
    db,
    `INSERT INTO register_event (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})`,
    events.map((event) => COLUMNS.map((column) => event[column])),
  )

/**
 * Marks notices that another one corrects or annuls, of the same customer, and those annulled by number alone; returns
 * how many were marked.
 */
export const withdrawReplaced = async (db: Writer, annulled: readonly string[], today: Day): Promise<number> => {
  const corrected = await sql`UPDATE register_event SET withdrawn_on = coalesce(newer.published_on, newer.day),
      withdrawn_by = newer.reference
    FROM register_event newer WHERE newer.replaces <> '' AND newer.customer_id = register_event.customer_id
      AND newer.register = register_event.register AND newer.replaces = register_event.reference
      AND newer.dismissed_on IS NULL AND register_event.withdrawn_on IS NULL`.execute(db)
  const named = await sql`UPDATE register_event SET withdrawn_on = ${today}, withdrawn_by = 'annulation'
    WHERE register = 'bodacc' AND withdrawn_on IS NULL AND reference IN ${listOf(annulled)}`.execute(db)
  return Number(corrected.numAffectedRows ?? 0n) + Number(named.numAffectedRows ?? 0n)
}

export const dismissEvent = async (db: Writer, id: string, day: Day, user: string, reason: string): Promise<void> => {
  const dismissed = { dismissed_on: day, dismissed_by: user, dismissed_because: reason }
  await db.updateTable('register_event').set(dismissed).where('id', '=', id).execute()
}

/** What a dismissed correction had withdrawn counts again. */
export const restoreWithdrawnBy = async (db: Writer, customerId: string, reference: string): Promise<void> => {
  await db
    .updateTable('register_event')
    .set({ withdrawn_on: null, withdrawn_by: '' })
    .where('customer_id', '=', customerId)
    .where('withdrawn_by', '=', reference)
    .execute()
}

export type Known = {
  id: string
  code: string
  name: string
  country: string
  siren: string
  siret: string
  lei: string
  vat: string
}

/** Every customer with its numbers. */
export const allCustomers = async (db: Reader): Promise<Known[]> =>
  db
    .selectFrom('customer')
    .select(['id', 'code', 'name', 'siren', 'siret', 'lei', 'vat_number as vat', 'country'])
    .orderBy('code')
    .execute()

export const namesOf = (db: Reader, ids: readonly string[]) =>
  db.selectFrom('customer').select(['id', 'code', 'name']).where('id', 'in', listOf(ids)).execute()

export const customerExists = async (db: Reader, id: string): Promise<boolean> =>
  (await db.selectFrom('customer').select('id').where('id', '=', id).executeTakeFirst()) !== undefined

export const insertCheck = async (db: Writer, row: RegisterCheckTable): Promise<void> => {
  await db.insertInto('register_check').values(row).execute()
}

export const listChecks = (db: Reader): Promise<RegisterCheckTable[]> =>
  db.selectFrom('register_check').selectAll().orderBy('id', 'desc').limit(1000).execute()

export const creditorAddress = (db: Reader) =>
  db.selectFrom('company').select(['country', 'postal_code as postalCode']).executeTakeFirst()

/** What is open of a customer on a day, with its sign, by currency and by whether it was issued before a judgment. */
export const openBySide = async (db: Reader, customerId: string, judgment: Day, asOf: Day) => {
  const { rows } = await sql<{ before: number; currency: string; amount: number }>`
    SELECT item.issued < ${judgment} AS before, item.currency, sum(item.open) AS amount
    FROM ${openItemsAsOf(asOf, customerId)} item GROUP BY before, currency HAVING sum(item.open) <> 0
    ORDER BY currency`.execute(db)
  return rows
}
