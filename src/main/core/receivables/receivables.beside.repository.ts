import { sql } from 'kysely'
import { baseOpenAsOf } from '../db/base-items.ts'
import { disputedAsOf, disputeInForce } from '../db/disputed-items.ts'
import { stillOpenAsOf } from '../db/later-matches.ts'
import { openItemsAsOf } from '../db/open-items.ts'
import type { Reader } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'

// What an aged balance says beside its columns. Most books have little or nothing of it: each starts from the few rows
// that make it, not from the items.

/** Of what each customer owes on a day, the part that is disputed. */
export const disputedByCustomer = async (db: Reader, asOf: Day, currency: string): Promise<Map<string, number>> => {
  const { rows } = await sql<{ customer_id: string; amount: number }>`
    SELECT i.customer_id, sum(${disputedAsOf(asOf)}) AS amount
    FROM (SELECT DISTINCT item_id FROM dispute WHERE ${disputeInForce('dispute', asOf)}) disputed
    -- From the disputes to their items: the other way round SQLite reads every item of the book.
    CROSS JOIN open_item i ON i.id = disputed.item_id
    WHERE i.currency = ${currency} AND i.booked <= ${asOf} GROUP BY i.customer_id`.execute(db)
  return new Map(rows.map((row) => [row.customer_id, row.amount]))
}

/** What matches dated after a day take off what each customer owed on it: receipts still to come, seen from that day. */
export const laterByCustomer = async (db: Reader, asOf: Day, currency: string): Promise<Map<string, number>> => {
  const { rows: any } = await sql`SELECT 1 FROM allocation WHERE day > ${asOf} LIMIT 1`.execute(db)
  if (any.length === 0) return new Map()
  const { rows } = await sql<{ customer_id: string; amount: number }>`
    SELECT i.customer_id, sum(later.amount) AS amount FROM (
      SELECT debit_id AS item_id, sum(amount) AS amount FROM allocation WHERE day > ${asOf} GROUP BY debit_id
      UNION ALL SELECT credit_id, -sum(amount) FROM allocation WHERE day > ${asOf} GROUP BY credit_id
    ) later JOIN open_item i ON i.id = later.item_id
    WHERE i.currency = ${currency} AND i.booked <= ${asOf} AND ${stillOpenAsOf(asOf)} GROUP BY i.customer_id`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.customer_id, row.amount]))
}

/** What is open of a foreign currency on a day, at the rates it was booked at; null while one of them is not known. */
export const baseTotal = async (db: Reader, asOf: Day, currency: string): Promise<number | null> => {
  const { rows } = await sql<{ total: number | null; unknown: number }>`
    SELECT sum(base) AS total, count(*) - count(base) AS unknown FROM (
      SELECT ${baseOpenAsOf(asOf)} AS base FROM ${openItemsAsOf(asOf)} item JOIN open_item i ON i.rowid = item.place
      WHERE item.currency = ${currency} AND item.open <> 0 LIMIT -1)`.execute(db)
  return rows[0]?.unknown === 0 ? (rows[0].total ?? 0) : null
}
