import { sql } from 'kysely'
import { contestedAsOf, disputeInForce } from '../db/disputed-items.ts'
import { openAsOf } from '../db/open-items.ts'
import type { Reader } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'

/** Disputed parts of what is open: how many invoices, and their worth. */
export const disputedOn = async (db: Reader, home: string, asOf: Day): Promise<{ items: number; amount: number }> => {
  const { rows } = await sql<{ items: number; amount: number | null }>`
    SELECT count(*) AS items,
      sum(CASE WHEN currency = ${home} THEN part ELSE CAST(round(1.0 * part * base_amount / amount) AS INTEGER) END) AS amount
    FROM (
      SELECT i.currency, i.base_amount, i.amount, max(0, min(${contestedAsOf(asOf)}, ${openAsOf(asOf)})) AS part
      FROM open_item i WHERE i.amount > 0 AND i.booked <= ${asOf}
        AND i.id IN (SELECT d.item_id FROM dispute d WHERE ${disputeInForce('d', asOf)})
    ) WHERE part > 0 AND (currency = ${home} OR base_amount IS NOT NULL)`.execute(db)
  return { items: rows[0]?.items ?? 0, amount: rows[0]?.amount ?? 0 }
}

/** How many invoices and other debts were open on a day. */
export const openDebts = async (db: Reader, asOf: Day): Promise<number> => {
  const { rows } = await sql<{ items: number }>`
    SELECT count(*) AS items FROM open_item i INDEXED BY open_item_as_of
    WHERE i.amount > 0 AND i.booked <= ${asOf} AND (i.settled_on IS NULL OR i.settled_on > ${asOf})`.execute(db)
  return rows[0]?.items ?? 0
}

/** By the day they were closed until another, how many disputes and the days they had been open. */
export const closedDisputes = async (
  db: Reader,
  { from, until }: { from: Day; until: Day },
): Promise<{ day: Day; disputes: number; days: number }[]> => {
  const { rows } = await sql<{ day: Day; disputes: number; days: number }>`
    SELECT d.closed_on AS day, count(*) AS disputes,
      sum(CAST(julianday(d.closed_on) - julianday(d.opened_on) AS INTEGER)) AS days
    FROM dispute d WHERE d.closed_on > ${from} AND d.closed_on <= ${until} GROUP BY d.closed_on`.execute(db)
  return rows
}
