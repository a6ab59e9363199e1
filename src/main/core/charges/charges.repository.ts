import { type RawBuilder, sql } from 'kysely'
import { runForEach } from '../db/connection.ts'
import { openItemsAsOf } from '../db/open-items.ts'
import type { Reader, Writer } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { ChargeKind } from './charges.contract.ts'
import type { ChargeEntryTable } from './charges.table.ts'

const listOf = (values: readonly string[]) => sql<string>`(SELECT value FROM json_each(${JSON.stringify(values)}))`

/** A payment from a receipt counts while the match with that receipt stands: a bounce takes it back by itself. */
const standsAsOf = (asOf: Day): RawBuilder<number> => sql<number>`(
  NOT EXISTS (SELECT 1 FROM charge_entry u WHERE u.refers_to = e.id AND u.event = 'undone' AND u.day <= ${asOf})
  AND (e.debit_item_id IS NULL OR (SELECT sum(a.amount) FROM allocation a WHERE a.debit_id = e.debit_item_id
    AND a.credit_id = e.credit_item_id AND a.day <= ${asOf}) > 0))`

/** Whether credit notes took the whole invoice of item `i` back, all its instalments: it was never owed. */
const fullyCreditedAsOf = (asOf: Day): RawBuilder<number> => sql<number>`NOT EXISTS (
  SELECT 1 FROM open_item part WHERE part.number = i.number AND part.customer_id = i.customer_id AND part.kind = i.kind
    AND part.issued = i.issued AND part.amount > coalesce((SELECT sum(a.amount) FROM allocation a
      JOIN open_item credit ON credit.id = a.credit_id
      WHERE a.debit_id = part.id AND credit.kind = 'credit_note' AND a.day <= ${asOf}), 0))`

export type SumRecord = {
  customer_id: string
  currency: string
  kind: ChargeKind
  item_id: string | null
  claimed: number
  paid: number
  waived: number
  withdrawn: number
  /** 1 when credit notes took the whole invoice back; of indemnities only. */
  credited: number
  /** 1 when nothing is open of the item any more. */
  settled: number
  item_number: string | null
  item_due: Day | null
  invoice: string | null
}

/** What was claimed, paid, waived and withdrawn by a day: by customer, currency, kind and item. */
export const sumsAsOf = async (db: Reader, asOf: Day, customerIds?: readonly string[]): Promise<SumRecord[]> => {
  const { rows } = await sql<SumRecord>`
    SELECT s.*, CASE WHEN s.kind = 'indemnity' AND i.id IS NOT NULL THEN ${fullyCreditedAsOf(asOf)} ELSE 0 END AS credited,
      coalesce(i.settled_on <= ${asOf}, 0) AS settled, i.number AS item_number, i.due AS item_due,
      i.kind || ' ' || i.number || ' ' || i.issued AS invoice FROM (
      SELECT e.customer_id, e.currency, e.kind, e.item_id,
        sum(CASE e.event WHEN 'claimed' THEN e.amount ELSE 0 END) AS claimed,
        sum(CASE WHEN e.event = 'paid' AND ${standsAsOf(asOf)} THEN e.amount ELSE 0 END) AS paid,
        sum(CASE WHEN e.event = 'waived' AND ${standsAsOf(asOf)} THEN e.amount ELSE 0 END) AS waived,
        sum(CASE e.event WHEN 'withdrawn' THEN e.amount ELSE 0 END) AS withdrawn
      FROM charge_entry e WHERE e.day <= ${asOf}
        AND ${customerIds === undefined ? sql`1` : sql`e.customer_id IN ${listOf(customerIds)}`}
      GROUP BY e.customer_id, e.currency, e.kind, e.item_id
    ) s LEFT JOIN open_item i ON i.id = s.item_id`.execute(db)
  return rows
}

export type EntryRecord = ChargeEntryTable & {
  item_number: string | null
  letter_reference: string | null
  credit_number: string | null
  document_name: string | null
  stands: number
}

const entriesWhere = (asOf: Day, where: RawBuilder<unknown>) => sql<EntryRecord>`
  SELECT e.*, item.number AS item_number, letter.reference AS letter_reference, credit.number AS credit_number,
    document.name AS document_name, ${standsAsOf(asOf)} AS stands
  FROM charge_entry e LEFT JOIN open_item item ON item.id = e.item_id LEFT JOIN dunning_letter letter ON letter.id = e.letter_id
  LEFT JOIN open_item credit ON credit.id = e.credit_item_id LEFT JOIN document ON document.id = e.document_id
  WHERE ${where} ORDER BY e.day DESC, e.at DESC, e.id DESC`

/** Every entry of a customer by a day, newest first. */
export const entriesOf = async (db: Reader, customerId: string, asOf: Day): Promise<EntryRecord[]> =>
  (await entriesWhere(asOf, sql`e.customer_id = ${customerId} AND e.day <= ${asOf}`).execute(db)).rows

export const entryById = async (db: Reader, id: string, asOf: Day): Promise<EntryRecord | undefined> =>
  (await entriesWhere(asOf, sql`e.id = ${id}`).execute(db)).rows[0]

/** The entries made in one act with this one: the parts of a payment from a receipt. */
export const entriesOfDebit = async (db: Reader, debitItemId: string, asOf: Day): Promise<EntryRecord[]> =>
  (await entriesWhere(asOf, sql`e.debit_item_id = ${debitItemId}`).execute(db)).rows

/** What a letter claimed, and whether it was withdrawn. */
export const claimsOfLetter = async (db: Reader, letterId: string) => {
  const { rows } = await sql<ChargeEntryTable & { withdrawn: number }>`
    SELECT e.*, EXISTS (SELECT 1 FROM charge_entry w WHERE w.refers_to = e.id AND w.event = 'withdrawn') AS withdrawn
    FROM charge_entry e WHERE e.letter_id = ${letterId} AND e.event = 'claimed' ORDER BY e.id`.execute(db)
  return rows
}

const COLUMNS = [
  'id',
  'customer_id',
  'currency',
  'item_id',
  'letter_id',
  'kind',
  'event',
  'amount',
  'day',
  'at',
  'by',
  'reason',
  'refers_to',
  'credit_item_id',
  'debit_item_id',
  'document_id',
] as const satisfies readonly (keyof ChargeEntryTable)[]

export const insertEntries = async (db: Writer, entries: readonly ChargeEntryTable[]): Promise<void> => {
  await runForEach(
    db,
    `INSERT INTO charge_entry (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})`,
    entries.map((entry) => COLUMNS.map((column) => entry[column])),
  )
}

/** Whose letter it is, and in which currency. */
export const letterOf = (db: Reader, id: string) =>
  db.selectFrom('dunning_letter').select(['customer_id', 'currency', 'level']).where('id', '=', id).executeTakeFirst()

/** Open items that were in a letter which charged a fee that was not withdrawn, with the level of that letter. */
export const feesByItem = async (db: Reader, asOf: Day): Promise<{ itemId: string; level: number }[]> => {
  const { rows } = await sql<{ itemId: string; level: number }>`
    SELECT DISTINCT x.item_id AS itemId, l.level FROM charge_entry e JOIN dunning_letter l ON l.id = e.letter_id
    JOIN dunning_letter_item x ON x.letter_id = l.id JOIN open_item i ON i.id = x.item_id
    WHERE e.kind = 'fee' AND e.event = 'claimed' AND e.day <= ${asOf} AND i.settled_on IS NULL
      AND NOT EXISTS (SELECT 1 FROM charge_entry w WHERE w.refers_to = e.id AND w.event = 'withdrawn')`.execute(db)
  return rows
}

/** Receipts of a customer that are not all allocated, the oldest first. */
export const receiptsLeft = async (db: Reader, customerId: string, asOf: Day) => {
  const { rows } = await sql<{ itemId: string; number: string; day: Day; currency: string; left: number }>`
    SELECT o.id AS itemId, o.number, o.booked AS day, o.currency, -item.open AS left
    FROM ${openItemsAsOf(asOf, customerId)} item JOIN open_item o ON o.id = item.id
    WHERE item.amount < 0 AND item.open < 0 AND o.kind IN ('payment', 'opening') ORDER BY o.booked, o.number`.execute(
    db,
  )
  return rows
}

/** What is open of debts, by customer and currency. */
export const principalOf = async (db: Reader, asOf: Day, customerIds: readonly string[]) => {
  const { rows } = await sql<{ customerId: string; currency: string; open: number }>`
    SELECT customer_id AS customerId, currency, sum(open) AS open FROM ${openItemsAsOf(asOf, customerIds)} item
    WHERE item.amount > 0 GROUP BY customer_id, currency`.execute(db)
  return new Map(rows.map(({ customerId, currency, open }) => [`${customerId} ${currency}`, open]))
}

export const customersNamed = async (db: Reader, ids: readonly string[]) => {
  const rows = await db.selectFrom('customer').select(['id', 'code', 'name']).where('id', 'in', listOf(ids)).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Whether an item is one of this customer's, in this currency. */
export const isItemOf = async (db: Reader, itemId: string, customerId: string, currency: string): Promise<boolean> =>
  (await db
    .selectFrom('open_item')
    .select('id')
    .where('id', '=', itemId)
    .where('customer_id', '=', customerId)
    .where('currency', '=', currency)
    .executeTakeFirst()) !== undefined

/** The customers who have a late-payment regime of their own. */
export const regimesOf = async (db: Reader): Promise<Map<string, string>> => {
  const rows = await db
    .selectFrom('customer')
    .select(['id', 'late_regime'])
    .where('late_regime', 'is not', null)
    .execute()
  return new Map(rows.map(({ id, late_regime }) => [id, late_regime as string]))
}
