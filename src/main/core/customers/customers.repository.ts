import { type RawBuilder, sql } from 'kysely'
import { disputeInForce } from '../db/disputed-items.ts'
import { openItemsAsOf, unsettledAsOf } from '../db/open-items.ts'
import { unprovedBy } from '../db/proved-items.ts'
import type { Reader, Writer } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { countFound, matchesSearch } from './customers.search.ts'
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

/** Each segment, or each salesperson, that a customer has, once. */
export const listWords = async (db: Reader, column: 'segment' | 'salesperson'): Promise<string[]> => {
  const rows = await db
    .selectFrom('customer')
    .select(`${column} as word`)
    .distinct()
    .where(column, '<>', '')
    .orderBy('word')
    .execute()
  return rows.map(({ word }) => word)
}

export const findBySiren = (db: Reader, siren: string, exceptId: string | null) =>
  db
    .selectFrom('customer')
    .select(['id', 'code', 'name'])
    .where('siren', '=', siren)
    .$if(exceptId !== null, (query) => query.where('id', '<>', exceptId as string))
    .execute()

/** Other customers of the same VAT number or the same name. */
export const findAlike = (db: Reader, vatNumber: string, sortName: string, exceptId: string | null) =>
  db
    .selectFrom('customer')
    .select(['id', 'code', 'name', 'siren', 'vat_number'])
    .where((is) =>
      is.or([is.and([is('vat_number', '=', vatNumber), is('vat_number', '<>', '')]), is('sort_name', '=', sortName)]),
    )
    .$if(exceptId !== null, (query) => query.where('id', '<>', exceptId as string))
    .limit(5)
    .execute()

/**
 * At most `limit` customers for what was typed: first those whose code or name begins with it, the whole code before
 * all others. Both come from indexes, so that neither is lost among a great many matches.
 */
export const findCustomers = async (db: Reader, typed: string, folded: string, limit: number) => {
  const code = typed.trim()
  const beginning = folded ? await beginningWith(db, code, folded, limit) : []
  if (beginning.length === limit) return beginning
  const shown = new Set(beginning.map(({ id }) => id))
  const others = await db
    .selectFrom('customer')
    .select(['id', 'code', 'name', 'siren'])
    .where(matchesSearch(typed))
    .orderBy('sort_name')
    .orderBy('id')
    .limit(limit)
    .execute()
  return [...beginning, ...others.filter(({ id }) => !shown.has(id))].slice(0, limit)
}

const LAST_CHARACTER = '\u{10FFFF}'

const beginningWith = async (db: Reader, code: string, folded: string, limit: number) => {
  const upper = code.toUpperCase()
  const { rows } = await sql<{ id: string; code: string; name: string; siren: string }>`
    SELECT id, code, name, siren FROM customer WHERE rowid IN (
      SELECT rowid FROM (SELECT rowid FROM customer WHERE code >= ${code} AND code < ${code + LAST_CHARACTER} ORDER BY code LIMIT ${limit})
      UNION SELECT rowid FROM (SELECT rowid FROM customer WHERE code >= ${upper} AND code < ${upper + LAST_CHARACTER} ORDER BY code LIMIT ${limit})
      UNION SELECT rowid FROM (SELECT rowid FROM customer WHERE sort_name >= ${folded} AND sort_name < ${folded + LAST_CHARACTER} ORDER BY sort_name LIMIT ${limit}))
    ORDER BY CASE WHEN upper(code) = ${upper} THEN 0 WHEN upper(substr(code, 1, ${code.length})) = ${upper} THEN 1 ELSE 2 END, sort_name, code
    LIMIT ${limit}`.execute(db)
  return rows
}

export type CustomerQuery = {
  search: string
  show: 'all' | 'withBalance' | 'overdue' | 'inCredit' | 'onHold' | 'disputed' | 'unproved'
  /** Of `unproved`: of each list of kinds, one document is needed. */
  required: readonly (readonly string[])[]
  segment?: string | undefined
  salesperson?: string | undefined
  sort: 'name' | 'code' | 'balance' | 'overdue' | 'daysLate'
  descending: boolean
  offset: number
  limit: number
}

const holdInForce = (today: Day) => sql<number>`EXISTS (
  SELECT 1 FROM hold WHERE hold.customer_id = customer.id AND hold.item_id IS NULL AND hold.released_on IS NULL
  AND (hold.until IS NULL OR hold.until >= ${today}))`

const disputeOpen = (today: Day) => sql<number>`EXISTS (
  SELECT 1 FROM dispute WHERE dispute.customer_id = customer.id AND ${disputeInForce('dispute', today)})`

// Worked out once for all open invoices, not customer by customer.
const someUnproved = (today: Day, required: CustomerQuery['required']) => sql<boolean>`customer.id IN (
  SELECT i.customer_id FROM ${unsettledAsOf(today)} i JOIN open_item o ON o.rowid = i.place
  WHERE i.amount > 0 AND o.kind = 'invoice' AND ${unprovedBy(required, today)})`

const sizes: Record<CustomerQuery['show'], RawBuilder<number>> = {
  all: sql`abs(balance)`,
  withBalance: sql`abs(balance)`,
  onHold: sql`abs(balance)`,
  disputed: sql`abs(balance)`,
  unproved: sql`abs(balance)`,
  overdue: sql`overdue`,
  inCredit: sql`-balance`,
}

/**
 * Position of each customer in one currency: where it owes (or is owed) most; of those late or in credit, where it is
 * most so. Others have no row. Of the customers named, or of all.
 */
const positions = (today: Day, show: CustomerQuery['show'], ids?: readonly string[]) => sql<Position>`(
  SELECT customer_id, currency, balance, overdue, oldest, max(${sizes[show]}) FROM (
    SELECT customer_id, currency, sum(open) AS balance,
      sum(CASE WHEN amount > 0 AND due < ${today} THEN open ELSE 0 END) AS overdue,
      min(CASE WHEN amount > 0 AND due < ${today} THEN due END) AS oldest
    FROM ${openItemsAsOf(today, ids)} item GROUP BY customer_id, currency)
  -- SQLite takes the other columns from the row that holds the maximum.
  GROUP BY customer_id)`

type Position = { customer_id: string; currency: string; balance: number; overdue: number; oldest: Day | null }

const shown = (today: Day, { show, required }: CustomerQuery): RawBuilder<unknown> =>
  ({
    all: sql`1`,
    withBalance: sql`position.balance <> 0`,
    overdue: sql`position.overdue > 0`,
    inCredit: sql`position.balance < 0`,
    onHold: holdInForce(today),
    disputed: disputeOpen(today),
    unproved: someUnproved(today, required),
  })[show]

/** The selections that need everybody's amounts. */
const BY_POSITION: ReadonlySet<CustomerQuery['show']> = new Set(['withBalance', 'overdue', 'inCredit'])

const MANY = 1000

/** Only what asks for amounts works them out for everybody; otherwise they are those of the page. */
export const listCustomers = async (db: Reader, today: Day, currency: string, input: CustomerQuery) => {
  const { show, sort, segment, salesperson } = input
  const byAmount = sort !== 'name' && sort !== 'code'
  const everybody = (wanted: boolean) =>
    wanted ? sql`LEFT JOIN ${positions(today, show)} position ON position.customer_id = customer.id` : sql``
  const where = (many: boolean) => sql`${matchesSearch(input.search, many)}
    AND ${segment ? sql`customer.segment = ${segment}` : sql`1`}
    AND ${salesperson ? sql`customer.salesperson = ${salesperson}` : sql`1`}
    AND ${shown(today, input)}`
  const filtered = BY_POSITION.has(show)
  const sorted = {
    name: sql`customer.sort_name`,
    code: sql`customer.code`,
    balance: sql`coalesce(position.balance, 0)`,
    overdue: sql`coalesce(position.overdue, 0)`,
    // The older the due date, the later the customer is.
    daysLate: sql`julianday(${today}) - julianday(coalesce(position.oldest, ${today}))`,
  }[sort]
  const total =
    (show === 'all' && !segment && !salesperson ? await countFound(db, input.search) : null) ??
    (
      await sql<{
        total: number
      }>`SELECT count(*) AS total FROM customer ${everybody(filtered)} WHERE ${where(true)}`.execute(db)
    ).rows[0]?.total ??
    0
  const page = await sql<{ id: string }>`
    SELECT customer.id FROM customer ${everybody(filtered || byAmount)} WHERE ${where(total > MANY)}
    ORDER BY ${sorted} ${input.descending ? sql`DESC` : sql`ASC`}, customer.sort_name, customer.id
    LIMIT ${input.limit} OFFSET ${input.offset}`.execute(db)
  const ids = page.rows.map(({ id }) => id)
  const { rows } = await sql<CustomerRecord>`
    SELECT customer.id, customer.code, customer.name, customer.siren, customer.segment, customer.salesperson,
      coalesce(position.currency, ${currency}) AS currency, coalesce(position.balance, 0) AS balance,
      coalesce(position.overdue, 0) AS overdue, position.oldest, ${holdInForce(today)} AS onHold, ${disputeOpen(today)} AS disputed,
      coalesce((SELECT city FROM address WHERE address.customer_id = customer.id ORDER BY kind = 'billing' DESC LIMIT 1), '') AS city
    FROM json_each(${JSON.stringify(ids)}) page JOIN customer ON customer.id = page.value
    LEFT JOIN ${positions(today, show, ids)} position ON position.customer_id = customer.id
    ORDER BY page.key`.execute(db)
  return { total, rows }
}

type CustomerRecord = {
  id: string
  code: string
  name: string
  siren: string
  segment: string
  salesperson: string
  currency: string
  balance: number
  overdue: number
  oldest: Day | null
  onHold: number
  disputed: number
  city: string
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

/** Tables whose rows simply follow their customer; those that may hold the same thing of both are merged below. */
const FOLLOWING = [
  'open_item',
  'hold',
  'dunning_letter',
  'dunning_approval',
  'customer_event',
  'contact',
  'instalment_plan',
  'promise',
  'call',
  'task',
  'dispute',
  'financial_statement',
  'proof',
  'delivery',
  'e_invoice',
  'credit_limit',
  'credit_block',
  'credit_override',
  'customer_order',
  'external_rating',
  'handover',
  'write_off',
  'credit_application',
  'credit_review',
  'mail_message',
  'limitation_act',
  'insolvency_officer',
  'claim_declaration',
  'retention_clause',
  'retained_goods',
  'retention_claim',
  'charge_entry',
  'erasure',
  'statement_issue',
  'confirmation',
  'customer_space',
  'customer_answer',
] as const

/** Where both customers have a review under way, that of the one to be removed ends: it names the one that goes on. */
export const endSecondReview = async (
  db: Writer,
  { from, to, day, by }: { from: string; to: string; day: Day; by: string },
): Promise<void> => {
  const open = sql`state IN ('preparing', 'submitted', 'returned')`
  const goesOn = sql`(SELECT reference FROM credit_review WHERE customer_id = ${to} AND ${open})`
  await sql`UPDATE review_proposal SET state = 'taken-back', answered_by = ${by}, answered_on = ${day}
    WHERE state = 'submitted' AND ${goesOn} IS NOT NULL
      AND review_id IN (SELECT id FROM credit_review WHERE customer_id = ${from} AND state = 'submitted')`.execute(db)
  await sql`UPDATE credit_review SET state = 'cancelled', cancelled_on = ${day}, cancelled_by = ${by},
      cancelled_because = ${goesOn} WHERE customer_id = ${from} AND ${open} AND ${goesOn} IS NOT NULL`.execute(db)
}

/** Moves everything of one customer to another and removes the emptied one. */
export const moveCustomer = async (db: Writer, from: string, to: string): Promise<void> => {
  // Both may have a delivery or an order of the same reference: each stays one, told apart by the code it came with.
  await sql`UPDATE delivery SET reference = reference || ' (' || (SELECT code FROM customer WHERE id = ${from}) || ')'
    WHERE customer_id = ${from} AND reference IN (SELECT reference FROM delivery WHERE customer_id = ${to})`.execute(db)
  await sql`UPDATE customer_order SET number = number || ' (' || (SELECT code FROM customer WHERE id = ${from}) || ')'
    WHERE customer_id = ${from} AND number IN (SELECT number FROM customer_order WHERE customer_id = ${to})`.execute(db)
  for (const table of FOLLOWING)
    await db.updateTable(table).set({ customer_id: to }).where('customer_id', '=', from).execute()
  await sql`INSERT INTO payer (kind, value, customer_id, uses, last_used)
    SELECT kind, value, ${to}, uses, last_used FROM payer WHERE customer_id = ${from}
    ON CONFLICT DO UPDATE SET uses = uses + excluded.uses, last_used = max(last_used, excluded.last_used)`.execute(db)
  await sql`UPDATE OR IGNORE customer_group_member SET customer_id = ${to} WHERE customer_id = ${from}`.execute(db)
  // What a register says of both stays once.
  await sql`UPDATE OR IGNORE register_event SET customer_id = ${to} WHERE customer_id = ${from}`.execute(db)
  // Of two rules of limitation, that of the customer that stays.
  await sql`UPDATE OR IGNORE limitation_regime SET customer_id = ${to} WHERE customer_id = ${from}`.execute(db)
  await sql`UPDATE OR IGNORE dunning_plan_of_customer SET customer_id = ${to} WHERE customer_id = ${from}`.execute(db)
  await sql`UPDATE OR IGNORE alert_seen SET customer_id = ${to} WHERE customer_id = ${from}`.execute(db)
  await sql`UPDATE OR IGNORE address SET customer_id = ${to} WHERE customer_id = ${from}`.execute(db)
  await db.deleteFrom('customer').where('id', '=', from).execute()
}
