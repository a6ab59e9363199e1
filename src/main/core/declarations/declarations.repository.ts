import { sql } from 'kysely'
import { runForEach } from '../db/connection.ts'
import { openAsOf, openItemsAsOf } from '../db/open-items.ts'
import type { Reader, Writer } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { ClaimDeclarationItemTable, ClaimDeclarationTable, InsolvencyOfficerTable } from './declarations.table.ts'

const listOf = (values: readonly string[]) => sql<string>`(SELECT value FROM json_each(${JSON.stringify(values)}))`

const PERFORMED = sql`coalesce((SELECT delivered_on FROM invoice_dates WHERE item_id = i.id),
  (SELECT min(delivered_on) FROM delivery WHERE item_id = i.id))`

export type OwedRecord = {
  itemId: string
  number: string
  kind: string
  issued: Day
  due: Day
  currency: string
  amount: number
  open: number
  invoicedAfter: number
}

/**
 * What a customer owed on the eve of a judgment, and what was delivered before it and invoiced after, as it stands on a day.
 * Once born before the judgment, a claim is declared (C. com. L622-24).
 */
export const owedBefore = async (
  db: Reader,
  customerId: string,
  { judgment, eve, asOf }: { judgment: Day; eve: Day; asOf: Day },
): Promise<OwedRecord[]> => {
  const { rows } = await sql<OwedRecord>`
    SELECT o.id AS itemId, o.number, o.kind, o.issued, o.due, o.currency, o.amount, item.open, 0 AS invoicedAfter
    FROM ${openItemsAsOf(eve, customerId, sql`i.amount > 0 AND i.issued < ${judgment}`)} item
    CROSS JOIN open_item o ON o.rowid = item.place WHERE item.open > 0
    UNION ALL
    SELECT i.id, i.number, i.kind, i.issued, i.due, i.currency, i.amount, ${openAsOf(asOf)}, i.issued >= ${judgment}
    FROM open_item i WHERE i.customer_id = ${customerId} AND i.amount > 0 AND i.booked BETWEEN ${judgment} AND ${asOf}
      AND (i.issued < ${judgment} OR ${PERFORMED} < ${judgment}) AND ${openAsOf(asOf)} > 0
    ORDER BY 5, 2`.execute(db)
  return rows
}

/** Receipts and credit notes matched with nothing on a day, above zero, by currency. */
export const creditsOn = async (db: Reader, customerId: string, asOf: Day) => {
  const { rows } = await sql<{ currency: string; amount: number }>`
    SELECT currency, -sum(open) AS amount FROM ${openItemsAsOf(asOf, customerId, sql`i.amount < 0`)} item
    WHERE open < 0 GROUP BY currency`.execute(db)
  return rows
}

/** By item, the payments and credit notes matched with it by a day, each on its own day; a match taken back never counted. */
export const movementsUntil = async (db: Reader, itemIds: readonly string[], asOf: Day) => {
  const { rows } = await sql<{ itemId: string; day: Day; amount: number }>`
    SELECT a.debit_id AS itemId, credit.booked AS day, a.amount
    FROM allocation a JOIN open_item credit ON credit.id = a.credit_id
    WHERE a.debit_id IN ${listOf(itemIds)} AND a.day <= ${asOf} AND a.amount > 0
      AND NOT EXISTS (SELECT 1 FROM allocation back WHERE back.reverses = a.id AND back.day <= ${asOf})`.execute(db)
  return Map.groupBy(rows, (row) => row.itemId)
}

export type ReceiptRecord = {
  itemId: string
  number: string
  day: Day
  currency: string
  amount: number
  onEarlier: number
}

/** Receipts from a judgment on, and what of each was matched with invoices of before it. */
export const receiptsSince = async (
  db: Reader,
  customerId: string,
  judgment: Day,
  asOf: Day,
): Promise<ReceiptRecord[]> => {
  const { rows } = await sql<ReceiptRecord>`
    SELECT i.id AS itemId, i.number, i.booked AS day, i.currency, -i.amount AS amount, coalesce((SELECT sum(a.amount)
      FROM allocation a JOIN open_item debit ON debit.id = a.debit_id
      WHERE a.credit_id = i.id AND a.day <= ${asOf} AND debit.issued < ${judgment}), 0) AS onEarlier
    FROM open_item i WHERE i.customer_id = ${customerId} AND i.kind = 'payment' AND i.amount < 0
      AND i.booked BETWEEN ${judgment} AND ${asOf} ORDER BY i.booked, i.number`.execute(db)
  return rows
}

/** Items that declarations of a judgment hold; of those that were sent only, or of all that are not cancelled. */
export const declaredItems = async (
  db: Reader,
  customerId: string,
  judgment: Day,
  which: 'sent' | 'all',
): Promise<Set<string>> => {
  const { rows } = await sql<{ id: string }>`
    SELECT item.item_id AS id FROM claim_declaration_item item JOIN claim_declaration d ON d.id = item.declaration_id
    WHERE d.customer_id = ${customerId} AND d.judgment = ${judgment} AND d.cancelled_on IS NULL
      ${which === 'sent' ? sql`AND d.sent_on IS NOT NULL` : sql``}`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

export type DeclarationRecord = ClaimDeclarationTable & { items: number }

const DECLARATION = sql`d.*, (SELECT count(*) FROM claim_declaration_item x WHERE x.declaration_id = d.id) AS items`

export const declarationsOf = async (db: Reader, customerIds: readonly string[]): Promise<DeclarationRecord[]> => {
  const { rows } = await sql<DeclarationRecord>`
    SELECT ${DECLARATION} FROM claim_declaration d WHERE d.customer_id IN ${listOf(customerIds)}
    ORDER BY d.prepared_on DESC, d.id DESC`.execute(db)
  return rows
}

export const findDeclaration = async (db: Reader, id: string): Promise<DeclarationRecord | undefined> => {
  const { rows } = await sql<DeclarationRecord>`
    SELECT ${DECLARATION} FROM claim_declaration d WHERE d.id = ${id}`.execute(db)
  return rows[0]
}

export const itemsOfDeclaration = async (db: Reader, id: string): Promise<string[]> =>
  (await db.selectFrom('claim_declaration_item').select('item_id').where('declaration_id', '=', id).execute()).map(
    (row) => row.item_id,
  )

export const insertDeclaration = async (
  db: Writer,
  row: ClaimDeclarationTable,
  items: readonly ClaimDeclarationItemTable[],
): Promise<void> => {
  await db.insertInto('claim_declaration').values(row).execute()
  await runForEach(
    db,
    `INSERT INTO claim_declaration_item (declaration_id, item_id, due, currency, principal, worth, interest, indemnity)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    items.map((item) => [
      item.declaration_id,
      item.item_id,
      item.due,
      item.currency,
      item.principal,
      item.worth,
      item.interest,
      item.indemnity,
    ]),
  )
}

export const updateDeclaration = async (
  db: Writer,
  id: string,
  changes: Partial<ClaimDeclarationTable>,
): Promise<void> => {
  await db.updateTable('claim_declaration').set(changes).where('id', '=', id).execute()
}

/** The next reference of a series of papers: `DC-2026-0003`. */
export const nextReference = async (
  db: Reader,
  table: 'claim_declaration' | 'retention_claim',
  series: string,
): Promise<string> => {
  const { rows } = await sql<{ last: number | null }>`
    SELECT max(CAST(substr(reference, ${series.length + 1}) AS INTEGER)) AS last FROM ${sql.table(table)}
    WHERE reference >= ${series} AND reference < ${`${series}:`}`.execute(db)
  return `${series}${String((rows[0]?.last ?? 0) + 1).padStart(4, '0')}`
}

/** Officers that were not taken back, the last named first. */
export const officersOf = (db: Reader, customerId: string): Promise<InsolvencyOfficerTable[]> =>
  db
    .selectFrom('insolvency_officer')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('removed_on', 'is', null)
    .orderBy('since', 'desc')
    .orderBy('id', 'desc')
    .execute()

export const findOfficer = (db: Reader, id: string) =>
  db.selectFrom('insolvency_officer').selectAll().where('id', '=', id).executeTakeFirst()

export const insertOfficer = async (db: Writer, row: InsolvencyOfficerTable): Promise<void> => {
  await db.insertInto('insolvency_officer').values(row).execute()
}

export const removeOfficerOn = async (db: Writer, id: string, day: Day, by: string): Promise<void> => {
  await db.updateTable('insolvency_officer').set({ removed_on: day, removed_by: by }).where('id', '=', id).execute()
}

export type EvidenceRecord = { kind: string; title: string; number: string | null }

/** Documents that prove items: their own, and those of the customer as a whole. */
export const evidenceOf = async (
  db: Reader,
  customerId: string,
  itemIds: readonly string[],
): Promise<EvidenceRecord[]> => {
  const { rows } = await sql<EvidenceRecord>`
    SELECT p.kind, p.title, i.number FROM proof p LEFT JOIN open_item i ON i.id = p.item_id
    WHERE p.customer_id = ${customerId} AND (p.item_id IN ${listOf(itemIds)} OR (p.item_id IS NULL
      AND p.kind IN ('contract', 'terms', 'guarantee', 'acknowledgement')))
    ORDER BY p.item_id IS NOT NULL, p.kind, p.day, p.title`.execute(db)
  return rows
}

export const namesOf = async (db: Reader, customerIds: readonly string[]) => {
  const { rows } = await sql<{ id: string; code: string; name: string }>`
    SELECT id, code, name FROM customer WHERE id IN ${listOf(customerIds)}`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Customers whose papers are not at their end, whatever the registers tell. */
export const withOpenPapers = async (db: Reader): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    SELECT customer_id AS id FROM claim_declaration WHERE cancelled_on IS NULL AND contested_on IS NOT NULL AND answered_on IS NULL
    UNION SELECT customer_id FROM retention_claim WHERE cancelled_on IS NULL AND sent_on IS NOT NULL AND outcome IS NULL`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}
