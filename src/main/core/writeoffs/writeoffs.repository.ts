import { type RawBuilder, sql } from 'kysely'
import { runForEach } from '../db/connection.ts'
import { openAsOf } from '../db/open-items.ts'
import type { Reader, Writer } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { ItemKind } from '../receivables/receivables.table.ts'
import type {
  WriteOffDocumentTable,
  WriteOffItemTable,
  WriteOffRecoveryItemTable,
  WriteOffRecoveryTable,
  WriteOffTable,
} from './writeoffs.table.ts'

const listed = (values: readonly string[]): RawBuilder<string> =>
  sql<string>`(SELECT value FROM json_each(${JSON.stringify(values)}))`

export type WriteOffRecord = WriteOffTable & { customer_code: string; customer_name: string }

export type Selection = {
  ids?: readonly string[] | undefined
  states?: readonly WriteOffTable['state'][] | undefined
  customerId?: string | undefined
  from?: Day | undefined
  until?: Day | undefined
}

/** Proposals first, then the latest. */
export const listWriteOffs = async (db: Reader, selection: Selection): Promise<WriteOffRecord[]> => {
  const { ids, states, customerId, from, until } = selection
  const day = sql`coalesce(w.day, w.proposed_on)`
  const { rows } = await sql<WriteOffRecord>`
    SELECT w.*, c.code AS customer_code, c.name AS customer_name FROM write_off w JOIN customer c ON c.id = w.customer_id
    WHERE ${ids ? sql`w.id IN ${listed(ids)}` : sql`TRUE`} AND ${states ? sql`w.state IN ${listed(states)}` : sql`TRUE`}
      AND ${customerId ? sql`w.customer_id = ${customerId}` : sql`TRUE`}
      AND ${from ? sql`${day} >= ${from}` : sql`TRUE`} AND ${until ? sql`${day} <= ${until}` : sql`TRUE`}
    ORDER BY w.state = 'proposed' DESC, ${day} DESC, w.id DESC`.execute(db)
  return rows
}

export type ItemFacts = {
  id: string
  customer_id: string
  number: string
  kind: ItemKind
  issued: Day
  due: Day
  booked: Day
  currency: string
  amount: number
  open: number
  /** Of its electronic invoice. */
  gross: number | null
  tax: number | null
  insured: number | null
}

const FACTS = (asOf: Day) => sql`i.id, i.customer_id, i.number, i.kind, i.issued, i.due, i.booked, i.currency, i.amount,
  ${openAsOf(asOf)} AS open, e.gross, e.content ->> '$.tax' AS tax, cover.amount AS insured`
const FROM = sql`open_item i LEFT JOIN e_invoice_item link ON link.item_id = i.id LEFT JOIN e_invoice e ON e.id = link.e_invoice_id
  LEFT JOIN invoice_cover cover ON cover.item_id = i.id`

/** Items as they are open on a day, the earliest due first, with the VAT their electronic invoice tells. */
export const itemFacts = async (db: Reader, ids: readonly string[], asOf: Day): Promise<ItemFacts[]> => {
  const { rows } = await sql<ItemFacts>`
    SELECT ${FACTS(asOf)} FROM ${FROM} WHERE i.id IN ${listed(ids)} ORDER BY i.due, i.number, i.id`.execute(db)
  return rows
}

export type WrittenItem = WriteOffItemTable & {
  number: string
  kind: ItemKind
  issued: Day
  due: Day
  invoiced: number
  open: number
  insured: number | null
  credit_number: string | null
  recovered: number
  recovered_tax: number
}

/** The items of write-offs, the earliest due first, with what of each is owed again. */
export const itemsOf = async (db: Reader, writeOffIds: readonly string[], asOf: Day): Promise<WrittenItem[]> => {
  const again = (column: 'amount' | 'tax') =>
    sql`coalesce((SELECT sum(r.${sql.raw(column)}) FROM write_off_recovery_item r JOIN write_off_recovery one ON one.id = r.recovery_id
      WHERE one.write_off_id = w.write_off_id AND r.item_id = w.item_id), 0)`
  const { rows } = await sql<WrittenItem>`
    SELECT w.*, i.number, i.kind, i.issued, i.due, i.amount AS invoiced, ${openAsOf(asOf)} AS open, cover.amount AS insured,
      credit.number AS credit_number, ${again('amount')} AS recovered, ${again('tax')} AS recovered_tax
    FROM write_off_item w JOIN open_item i ON i.id = w.item_id LEFT JOIN open_item credit ON credit.id = w.credit_id
      LEFT JOIN invoice_cover cover ON cover.item_id = i.id
    WHERE w.write_off_id IN ${listed(writeOffIds)} ORDER BY i.due, i.number, i.id`.execute(db)
  return rows
}

export type DocumentRecord = WriteOffDocumentTable & { name: string }

export const documentsOf = async (db: Reader, writeOffIds: readonly string[]): Promise<DocumentRecord[]> => {
  const { rows } = await sql<DocumentRecord>`
    SELECT d.*, document.name FROM write_off_document d JOIN document ON document.id = d.document_id
    WHERE d.write_off_id IN ${listed(writeOffIds)} ORDER BY d.at, d.document_id`.execute(db)
  return rows
}

export type RecoveryRecord = WriteOffRecoveryTable & {
  reference: string
  customer_id: string
  customer_name: string
  currency: string
  receipt_number: string | null
}

/** The latest first. */
export const listRecoveries = async (
  db: Reader,
  selection: {
    writeOffIds?: readonly string[] | undefined
    customerId?: string | undefined
    from?: Day | undefined
    until?: Day | undefined
  },
): Promise<RecoveryRecord[]> => {
  const { writeOffIds, customerId, from, until } = selection
  const { rows } = await sql<RecoveryRecord>`
    SELECT r.*, w.reference, w.customer_id, c.name AS customer_name, w.currency, receipt.number AS receipt_number
    FROM write_off_recovery r JOIN write_off w ON w.id = r.write_off_id JOIN customer c ON c.id = w.customer_id
      LEFT JOIN open_item receipt ON receipt.id = r.receipt_id
    WHERE ${writeOffIds ? sql`r.write_off_id IN ${listed(writeOffIds)}` : sql`TRUE`}
      AND ${customerId ? sql`w.customer_id = ${customerId}` : sql`TRUE`}
      AND ${from ? sql`r.day >= ${from}` : sql`TRUE`} AND ${until ? sql`r.day <= ${until}` : sql`TRUE`}
    ORDER BY r.day DESC, r.id DESC`.execute(db)
  return rows
}

export type RecoveredItem = WriteOffRecoveryItemTable & { number: string; issued: Day }

export const recoveredItems = async (db: Reader, recoveryIds: readonly string[]): Promise<RecoveredItem[]> => {
  const { rows } = await sql<RecoveredItem>`
    SELECT r.*, i.number, i.issued FROM write_off_recovery_item r JOIN open_item i ON i.id = r.item_id
    WHERE r.recovery_id IN ${listed(recoveryIds)} ORDER BY i.due, i.number, i.id`.execute(db)
  return rows
}

/** A proposal that waits and has one of the items. */
export const proposalWith = async (
  db: Reader,
  itemIds: readonly string[],
): Promise<{ reference: string; number: string } | undefined> => {
  const { rows } = await sql<{ reference: string; number: string }>`
    SELECT w.reference, i.number FROM write_off_item p JOIN write_off w ON w.id = p.write_off_id JOIN open_item i ON i.id = p.item_id
    WHERE w.state = 'proposed' AND p.item_id IN ${listed(itemIds)} ORDER BY i.due, i.number LIMIT 1`.execute(db)
  return rows[0]
}

export type LastLetter = { itemId: string; number: string; letter: string; day: Day }

/** Of each item, the last letter that claims it and was not cancelled; the latest first. */
export const lastLetters = async (db: Reader, itemIds: readonly string[]): Promise<LastLetter[]> => {
  const { rows } = await sql<LastLetter>`
    SELECT l.item_id AS itemId, i.number, letter.reference AS letter, max(letter.day) AS day
    FROM dunning_letter_item l JOIN dunning_letter letter ON letter.id = l.letter_id JOIN open_item i ON i.id = l.item_id
    WHERE l.item_id IN ${listed(itemIds)} AND letter.cancelled_on IS NULL GROUP BY l.item_id ORDER BY day DESC`.execute(
    db,
  )
  return rows
}

export const countProposed = async (db: Reader): Promise<number> => {
  const { rows } = await sql<{
    count: number
  }>`SELECT count(*) AS count FROM write_off WHERE state = 'proposed'`.execute(db)
  return rows[0]?.count ?? 0
}

/** The last number of a series: 12 for `PP-2026-12`, 0 for none. */
export const lastReference = async (db: Reader, series: string): Promise<number> => {
  const { rows } = await sql<{ last: number | null }>`
    SELECT max(CAST(substr(reference, ${series.length + 1}) AS INTEGER)) AS last FROM write_off
    WHERE reference >= ${series} AND reference < ${`${series}:`}`.execute(db)
  return rows[0]?.last ?? 0
}

export const insertWriteOff = async (
  db: Writer,
  row: WriteOffTable,
  items: readonly WriteOffItemTable[],
): Promise<void> => {
  await db.insertInto('write_off').values(row).execute()
  await runForEach(
    db,
    `INSERT INTO write_off_item (write_off_id, item_id, amount, tax, tax_source, tax_rate, credit_id)
      VALUES (?, ?, ?, ?, ?, ?, ?)`,
    items.map((item) => [
      item.write_off_id,
      item.item_id,
      item.amount,
      item.tax,
      item.tax_source,
      item.tax_rate,
      item.credit_id,
    ]),
  )
}

export const insertWriteOffDocument = async (db: Writer, row: WriteOffDocumentTable): Promise<void> => {
  await db.insertInto('write_off_document').values(row).execute()
}

export const updateWriteOff = async (db: Writer, id: string, change: Partial<WriteOffTable>): Promise<void> => {
  await db.updateTable('write_off').set(change).where('id', '=', id).execute()
}

export const setCredits = async (
  db: Writer,
  writeOffId: string,
  credits: readonly { itemId: string; creditId: string }[],
): Promise<void> => {
  await runForEach(
    db,
    'UPDATE write_off_item SET credit_id = ? WHERE write_off_id = ? AND item_id = ?',
    credits.map(({ itemId, creditId }) => [creditId, writeOffId, itemId]),
  )
}

export const setTaxes = async (
  db: Writer,
  writeOffId: string,
  taxes: readonly Pick<WriteOffItemTable, 'item_id' | 'tax' | 'tax_source' | 'tax_rate'>[],
): Promise<void> => {
  await runForEach(
    db,
    'UPDATE write_off_item SET tax = ?, tax_source = ?, tax_rate = ? WHERE write_off_id = ? AND item_id = ?',
    taxes.map(({ item_id, tax, tax_source, tax_rate }) => [tax, tax_source, tax_rate, writeOffId, item_id]),
  )
}

export const insertRecovery = async (
  db: Writer,
  row: WriteOffRecoveryTable,
  items: readonly WriteOffRecoveryItemTable[],
): Promise<void> => {
  await db.insertInto('write_off_recovery').values(row).execute()
  await runForEach(
    db,
    'INSERT INTO write_off_recovery_item (recovery_id, item_id, amount, tax, debit_id) VALUES (?, ?, ?, ?, ?)',
    items.map((item) => [item.recovery_id, item.item_id, item.amount, item.tax, item.debit_id]),
  )
}

/** A receipt of a customer and what is left of it, above zero. */
export const receiptOf = async (db: Reader, id: string) => {
  const { rows } = await sql<{ customer_id: string; currency: string; number: string; kind: string; left: number }>`
    SELECT customer_id, currency, number, kind, -amount - coalesce((
      SELECT sum(a.amount) FROM allocation a WHERE a.credit_id = i.id), 0) AS left
    FROM open_item i WHERE id = ${id} AND amount < 0`.execute(db)
  return rows[0]
}
