import { type RawBuilder, sql } from 'kysely'
import { rowsAsArrays } from '../db/connection.ts'
import { contestedAsOf } from '../db/disputed-items.ts'
import { openItemsAsOf, type Whose } from '../db/open-items.ts'
import type { Reader } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'

const ofCustomers = (whose: Whose | undefined, column: RawBuilder<unknown>): RawBuilder<unknown> =>
  whose === undefined
    ? sql``
    : typeof whose === 'string'
      ? sql`AND ${column} = ${whose}`
      : sql`AND ${column} IN (SELECT value FROM json_each(${JSON.stringify(whose)}))`

const daysFrom = (from: RawBuilder<unknown>, to: RawBuilder<unknown>) =>
  sql<number>`CAST(julianday(${to}) - julianday(${from}) AS INTEGER)`

/** Customer, amount in the item's currency, its worth in the company's (null: not known), days from due to receipt, amount times days under dispute, day of receipt. */
export type PaidRow = readonly [string, number, number | null, number, number, Day]

/**
 * Parts of debts that receipts of a stretch of days paid, `from` excluded and `to` included; matches taken back by then
 * left out. A receipt counts on its own day, however late it was matched; a credit note or a write-off is no payment.
 */
export const paidParts = (
  db: Reader,
  currency: string,
  stretch: { from: Day; to: Day },
  whose?: Whose,
): Promise<PaidRow[]> => {
  const { from, to } = stretch
  // Of some customers, their debts come first; of all, the matches do.
  const source =
    whose === undefined
      ? sql`allocation a CROSS JOIN open_item i ON i.id = a.debit_id`
      : sql`open_item i INDEXED BY open_item_by_customer CROSS JOIN allocation a ON a.debit_id = i.id`
  return rowsAsArrays<PaidRow>(
    db,
    sql`SELECT i.customer_id, a.amount, CASE WHEN i.currency = ${currency} THEN a.amount ELSE a.debit_base END,
      ${daysFrom(sql`i.due`, sql`c.booked`)},
      CASE WHEN c.booked <= i.due THEN 0 ELSE coalesce((
        SELECT sum(min(d.amount, a.amount) * max(0, ${daysFrom(
          sql`max(i.due, d.opened_on)`,
          sql`min(c.booked, coalesce(d.closed_on, c.booked))`,
        )})) FROM dispute d WHERE d.item_id = i.id AND d.opened_on < c.booked), 0) END,
      c.booked
    FROM ${source} CROSS JOIN open_item c ON c.id = a.credit_id
    WHERE a.amount > 0 AND a.day > ${from} AND a.day <= ${to} AND c.booked > ${from} AND c.booked <= ${to}
      AND c.kind = 'payment' AND i.kind <> 'payment' ${ofCustomers(whose, sql`i.customer_id`)}
      AND NOT EXISTS (SELECT 1 FROM allocation back WHERE back.reverses = a.id AND back.day <= ${to})`,
  )
}

/** Customer, what is open with its sign, what of it is contested, currency, amount and its worth, days late. */
export type OpenRow = readonly [string, number, number, string, number, number | null, number]

/** Debts past their due day on a day, and credits not matched yet. */
export const overdueAndCredits = (db: Reader, asOf: Day, whose?: Whose): Promise<OpenRow[]> =>
  rowsAsArrays<OpenRow>(
    db,
    sql`SELECT i.customer_id, i.open, CASE WHEN i.amount > 0 THEN ${contestedAsOf(asOf)} ELSE 0 END, i.currency, i.amount,
      o.base_amount, ${daysFrom(sql`i.due`, sql`${asOf}`)}
    FROM ${openItemsAsOf(asOf, whose, sql`(i.amount < 0 OR i.due < ${asOf})`)} i CROSS JOIN open_item o ON o.rowid = i.place
    WHERE i.open <> 0 AND (i.amount < 0 OR o.kind <> 'payment')`,
  )

export type BouncedRow = readonly [string, number, number]

/** Customer, number and amount (in the company's currency) of receipts that came back in a stretch of days. */
export const bouncedReceipts = (
  db: Reader,
  currency: string,
  stretch: { from: Day; to: Day },
  whose?: Whose,
): Promise<BouncedRow[]> =>
  rowsAsArrays<BouncedRow>(
    db,
    sql`SELECT i.customer_id, count(*), sum(coalesce(CASE WHEN i.currency = ${currency} THEN i.amount ELSE i.base_amount END, 0))
    FROM payment p CROSS JOIN open_item i ON i.id = p.item_id
    WHERE p.bounces_id > '' AND i.booked > ${stretch.from} AND i.booked <= ${stretch.to}
      ${ofCustomers(whose, sql`i.customer_id`)}
    GROUP BY i.customer_id`,
  )

/** Every customer there is. */
export const customerIds = async (db: Reader): Promise<string[]> => {
  const rows = await rowsAsArrays<readonly [string]>(db, sql`SELECT id FROM customer`)
  return rows.map(([id]) => id)
}

export const isCustomer = async (db: Reader, id: string): Promise<boolean> =>
  (await db.selectFrom('customer').select('id').where('id', '=', id).executeTakeFirst()) !== undefined

export type Settled = { itemId: string; number: string; currency: string; amount: number; due: Day; paidOn: Day }

/**
 * Invoices of a customer that receipts settled in a stretch of days, `from` excluded, the newest last: at most so many,
 * with the count of all. What a credit note or a write-off settled alone is not paid; matches taken back count for nothing.
 */
export const settledInvoices = async (
  db: Reader,
  customerId: string,
  { from, to }: { from: Day; to: Day },
  most: number,
): Promise<{ count: number; invoices: Settled[] }> => {
  const { rows } = await sql<Settled & { count: number }>`
    SELECT i.id AS itemId, i.number, i.currency, i.amount, i.due, max(c.booked) AS paidOn, count(*) OVER () AS count
    FROM open_item i INDEXED BY open_item_by_customer
    CROSS JOIN allocation a ON a.debit_id = i.id CROSS JOIN open_item c ON c.id = a.credit_id
    WHERE i.customer_id = ${customerId} AND i.kind IN ('invoice', 'opening') AND i.amount > 0
      AND i.settled_on > ${from} AND i.settled_on <= ${to} AND a.amount > 0 AND a.day <= ${to} AND c.kind = 'payment'
      AND NOT EXISTS (SELECT 1 FROM allocation back WHERE back.reverses = a.id AND back.day <= ${to})
    GROUP BY i.id ORDER BY paidOn DESC, i.due DESC, i.number DESC LIMIT ${most}`.execute(db)
  return { count: rows[0]?.count ?? 0, invoices: rows.map(({ count: _, ...row }) => row).reverse() }
}
