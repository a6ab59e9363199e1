import { sql } from 'kysely'
import { runForEach } from '../db/connection.ts'
import type { Reader, Writer } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { AllocationTable, ItemKind, OpenItemTable } from '../receivables/receivables.table.ts'
import type { AdjustmentTable, PaymentTable } from './payments.table.ts'

const listOf = (values: readonly string[]) => sql<string>`(SELECT value FROM json_each(${JSON.stringify(values)}))`

export type ItemRecord = {
  id: string
  customer_id: string
  kind: ItemKind
  number: string
  booked: Day
  due: Day
  currency: string
  amount: number
  base_amount: number | null
  source_key: string | null
  import_id: string | null
  journal: string
}

const ITEM = sql`i.id, i.customer_id, i.kind, i.number, i.booked, i.due, i.currency, i.amount, i.base_amount, i.source_key,
  i.import_id, i.journal`

/** The items named. */
export const itemsById = async (db: Reader, ids: readonly string[]): Promise<ItemRecord[]> => {
  const { rows } = await sql<ItemRecord>`SELECT ${ITEM} FROM open_item i WHERE i.id IN ${listOf(ids)}`.execute(db)
  return rows
}

/** Everything not settled of the customers named, in every currency, whatever the day. */
export const openItemsOf = async (db: Reader, customerIds: readonly string[]): Promise<ItemRecord[]> => {
  const { rows } = await sql<ItemRecord>`
    SELECT ${ITEM} FROM open_item i INDEXED BY open_item_by_customer
    WHERE i.customer_id IN ${listOf(customerIds)} AND i.settled_on IS NULL`.execute(db)
  return rows
}

/** What is matched of the items named, by item and day, with what that was worth. */
export const stepsOf = async (db: Reader, ids: readonly string[]) => {
  const { rows } = await sql<{ itemId: string; day: Day; amount: number; base: number | null }>`
    SELECT debit_id AS itemId, day, sum(amount) AS amount, sum(debit_base) AS base FROM allocation
      WHERE debit_id IN ${listOf(ids)} GROUP BY debit_id, day
    UNION ALL
    SELECT credit_id, day, sum(amount), sum(credit_base) FROM allocation
      WHERE credit_id IN ${listOf(ids)} GROUP BY credit_id, day`.execute(db)
  return rows
}

export const customersAmong = async (db: Reader, ids: readonly string[]): Promise<Set<string>> => {
  const rows = await db.selectFrom('customer').select('id').where('id', 'in', listOf(ids)).execute()
  return new Set(rows.map((row) => row.id))
}

/** The largest number of a series in use: 12 for `RG-2026-12`, 0 for none. */
export const lastNumber = async (db: Reader, series: string): Promise<number> => {
  const { rows } = await sql<{ last: number | null }>`
    SELECT max(CAST(substr(number, ${series.length + 1}) AS INTEGER)) AS last FROM open_item
    WHERE number >= ${series} AND number < ${`${series}:`}`.execute(db)
  return rows[0]?.last ?? 0
}

const insert = <T extends object>(db: Writer, table: string, rows: readonly T[]): Promise<number> => {
  const columns = Object.keys(rows[0] ?? {}) as (keyof T & string)[]
  return runForEach(
    db,
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    rows.map((row) => columns.map((column) => row[column])),
  )
}

/** Adds items, what they say besides, and matches; then the day of settlement of every item touched. */
export const writeMovements = async (
  db: Writer,
  rows: {
    items: readonly OpenItemTable[]
    payments: readonly PaymentTable[]
    adjustments: readonly AdjustmentTable[]
    matches: readonly AllocationTable[]
    settled: readonly (readonly [Day | null, string])[]
  },
): Promise<void> => {
  await insert(db, 'open_item', rows.items)
  await insert(db, 'payment', rows.payments)
  await insert(db, 'adjustment', rows.adjustments)
  await insert(db, 'allocation', rows.matches)
  await runForEach(db, 'UPDATE open_item SET settled_on = ? WHERE id = ?', rows.settled)
}

export type MatchRecord = AllocationTable & { taken_back: string | null }

/** Matches by their ids, with what took them back. */
export const matchesById = async (db: Reader, ids: readonly string[]): Promise<MatchRecord[]> => {
  const { rows } = await sql<MatchRecord>`
    SELECT a.*, back.id AS taken_back FROM allocation a LEFT JOIN allocation back ON back.reverses = a.id
    WHERE a.id IN ${listOf(ids)} AND a.reverses IS NULL`.execute(db)
  return rows
}

/** Matches of an item that nothing took back. */
export const matchesInForce = async (db: Reader, itemId: string): Promise<AllocationTable[]> => {
  const { rows } = await sql<AllocationTable>`
    SELECT a.* FROM allocation a LEFT JOIN allocation back ON back.reverses = a.id
    WHERE (a.debit_id = ${itemId} OR a.credit_id = ${itemId}) AND a.reverses IS NULL AND back.id IS NULL
    ORDER BY a.id`.execute(db)
  return rows
}

/** Matches that a bounce of this receipt took back. */
export const matchesBounced = async (db: Reader, receiptId: string): Promise<AllocationTable[]> => {
  const { rows } = await sql<AllocationTable>`
    SELECT a.* FROM allocation a WHERE a.credit_id = ${receiptId} AND a.undone_because = 'bounced'`.execute(db)
  return rows
}

export const deleteMatches = async (db: Writer, ids: readonly string[]): Promise<void> => {
  await sql`DELETE FROM allocation WHERE id IN ${listOf(ids)}`.execute(db)
}

/** Every row of matching that names an item, those taken back as well. */
export const matchRowsOf = async (db: Reader, itemId: string): Promise<AllocationTable[]> => {
  const { rows } = await sql<AllocationTable>`
    SELECT * FROM allocation WHERE debit_id = ${itemId} OR credit_id = ${itemId}`.execute(db)
  return rows
}

export const deleteItem = async (db: Writer, id: string): Promise<void> => {
  await db.deleteFrom('open_item').where('id', '=', id).execute()
}

/** The write-off that an item booked or took back; a match of it is taken back through that one. */
export const writeOffOf = async (db: Reader, itemIds: readonly string[]): Promise<string | null> => {
  const { rows } = await sql<{ reference: string }>`
    SELECT w.reference FROM write_off_item i JOIN write_off w ON w.id = i.write_off_id WHERE i.credit_id IN ${listOf(itemIds)}
    LIMIT 1`.execute(db)
  return rows[0]?.reference ?? null
}

/** What else in the book names an item: letters, disputes, plans, proofs, suspensions. */
export const namesItem = async (db: Reader, id: string): Promise<boolean> => {
  const { rows } = await sql<{ found: number }>`SELECT
    EXISTS (SELECT 1 FROM dunning_letter_item WHERE item_id = ${id}) OR EXISTS (SELECT 1 FROM hold WHERE item_id = ${id})
    OR EXISTS (SELECT 1 FROM dispute WHERE item_id = ${id} OR credit_item_id = ${id})
    OR EXISTS (SELECT 1 FROM proof WHERE item_id = ${id})
    OR EXISTS (SELECT 1 FROM handover_item WHERE item_id = ${id})
    OR EXISTS (SELECT 1 FROM charge_entry WHERE item_id = ${id} OR credit_item_id = ${id} OR debit_item_id = ${id})
    OR EXISTS (SELECT 1 FROM write_off_item WHERE item_id = ${id} OR credit_id = ${id})
    OR EXISTS (SELECT 1 FROM write_off_recovery_item WHERE debit_id = ${id})
    OR EXISTS (SELECT 1 FROM write_off_recovery WHERE receipt_id = ${id})
    OR EXISTS (SELECT 1 FROM promise_item WHERE item_id = ${id}) OR EXISTS (SELECT 1 FROM call_item WHERE item_id = ${id})
    OR EXISTS (SELECT 1 FROM instalment_plan_item WHERE item_id = ${id}) AS found`.execute(db)
  return rows[0]?.found === 1
}

export const paymentOf = (db: Reader, itemId: string) =>
  db.selectFrom('payment').selectAll().where('item_id', '=', itemId).executeTakeFirst()

export const adjustmentOf = (db: Reader, itemId: string) =>
  db.selectFrom('adjustment').selectAll().where('item_id', '=', itemId).executeTakeFirst()

/** Of these items, the debits that took the payment of charges out of the ledger. */
export const chargeDebits = async (db: Reader, itemIds: readonly string[]): Promise<string[]> => {
  const rows = await db
    .selectFrom('adjustment')
    .select('item_id')
    .where('item_id', 'in', listOf(itemIds))
    .where('reason', '=', 'charges')
    .execute()
  return rows.map(({ item_id }) => item_id)
}

/** What took a receipt back. */
export const bounceOf = (db: Reader, itemId: string) =>
  db
    .selectFrom('payment')
    .innerJoin('open_item', 'open_item.id', 'payment.item_id')
    .select(['payment.item_id', 'payment.bounce_reason', 'open_item.number', 'open_item.booked'])
    .where('payment.bounces_id', '=', itemId)
    .executeTakeFirst()

export const setBankLine = async (db: Writer, itemId: string, bankLineId: string | null): Promise<void> => {
  await db
    .insertInto('payment')
    .values({
      item_id: itemId,
      method: 'transfer',
      reference: '',
      maturity: null,
      bank_line_id: bankLineId,
      bounces_id: null,
      bounce_reason: '',
      note: '',
    })
    .onConflict((conflict) => conflict.column('item_id').doUpdateSet({ bank_line_id: bankLineId }))
    .execute()
}

/** What was written off of an item so far, as an amount above zero. */
export const writtenOff = async (db: Reader, itemId: string): Promise<number> => {
  const { rows } = await sql<{ amount: number }>`
    SELECT coalesce(sum(a.amount), 0) AS amount FROM allocation a
    JOIN adjustment ON adjustment.item_id = CASE WHEN a.debit_id = ${itemId} THEN a.credit_id ELSE a.debit_id END
    WHERE (a.debit_id = ${itemId} OR a.credit_id = ${itemId}) AND adjustment.reason = 'write_off'`.execute(db)
  return rows[0]?.amount ?? 0
}

export type ItemMatchRecord = {
  id: string
  debit_id: string
  debit_number: string
  credit_id: string
  credit_number: string
  amount: number
  day: Day
  exchange: number
  origin: AllocationTable['origin']
  other_id: string
  other_kind: ItemKind
  other_number: string
  undone_on: Day | null
  undone_because: AllocationTable['undone_because']
}

export const listMatches = async (db: Reader, itemId: string): Promise<ItemMatchRecord[]> => {
  const { rows } = await sql<ItemMatchRecord>`
    SELECT a.id, a.debit_id, debit.number AS debit_number, a.credit_id, credit.number AS credit_number, a.amount, a.day,
      a.exchange, a.origin, other.id AS other_id, other.kind AS other_kind, other.number AS other_number,
      back.day AS undone_on, back.undone_because
    FROM allocation a JOIN open_item debit ON debit.id = a.debit_id JOIN open_item credit ON credit.id = a.credit_id
    JOIN open_item other ON other.id = CASE WHEN a.debit_id = ${itemId} THEN a.credit_id ELSE a.debit_id END
    LEFT JOIN allocation back ON back.reverses = a.id
    WHERE (a.debit_id = ${itemId} OR a.credit_id = ${itemId}) AND a.reverses IS NULL ORDER BY a.day, a.id`.execute(db)
  return rows
}
