import { type RawBuilder, sql } from 'kysely'
import { baseOpenAsOf } from '../db/base-items.ts'
import { rowsAsArrays } from '../db/connection.ts'
import { disputedAsOf, disputeInForce } from '../db/disputed-items.ts'
import { openAsOf, openItemsAsOf } from '../db/open-items.ts'
import type { Reader } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'

/** Days from due to receipt, the part of the invoice that was paid, the day it was issued, 1 when it was contested. */
export type PaidRow = readonly [number, number, Day, number]

const columns = sql`CAST(julianday(c.booked) - julianday(i.due) AS INTEGER), a.amount * 1.0 / i.amount, i.issued,
  EXISTS (SELECT 1 FROM dispute d WHERE d.item_id = i.id AND d.opened_on <= c.booked)`

const paidBetween = (
  from: Day,
  to: Day,
) => sql`i.amount > 0 AND i.kind = 'invoice' AND i.issued > ${from} AND a.amount > 0
  AND a.day <= ${to} AND c.booked <= ${to} AND c.kind = 'payment'
  AND NOT EXISTS (SELECT 1 FROM allocation back WHERE back.reverses = a.id AND back.day <= ${to})`

/** Parts of the invoices of a customer, issued since a day, that receipts paid by another; matches taken back left out. */
export const paidOfCustomer = (db: Reader, customerId: string, from: Day, to: Day): Promise<PaidRow[]> =>
  rowsAsArrays<PaidRow>(
    db,
    sql`SELECT ${columns} FROM open_item i INDEXED BY open_item_by_customer
      CROSS JOIN allocation a ON a.debit_id = i.id CROSS JOIN open_item c ON c.id = a.credit_id
      WHERE i.customer_id = ${customerId} AND ${paidBetween(from, to)}`,
  )

/** The same of every customer, its id first. */
export const paidOfAll = (db: Reader, from: Day, to: Day): Promise<(readonly [string, ...PaidRow])[]> =>
  rowsAsArrays(
    db,
    sql`SELECT i.customer_id, ${columns} FROM allocation a
      CROSS JOIN open_item i ON i.id = a.debit_id CROSS JOIN open_item c ON c.id = a.credit_id
      WHERE a.day > ${from} AND ${paidBetween(from, to)}`,
  )

/** The same of the invoices of a segment, or of all, that were settled last: at most so many. */
export const paidOfMany = (db: Reader, segment: string | null, from: Day, to: Day, most: number): Promise<PaidRow[]> =>
  rowsAsArrays<PaidRow>(
    db,
    sql`SELECT ${columns} FROM (
        SELECT rowid AS place FROM open_item INDEXED BY open_item_as_of
        WHERE settled_on > ${from} AND settled_on <= ${to} AND amount > 0
          ${segment === null ? sql`` : sql`AND customer_id IN (SELECT id FROM customer WHERE segment = ${segment})`}
        ORDER BY settled_on DESC LIMIT ${most}) newest
      CROSS JOIN open_item i ON i.rowid = newest.place
      CROSS JOIN allocation a ON a.debit_id = i.id CROSS JOIN open_item c ON c.id = a.credit_id
      WHERE ${paidBetween(from, to)}`,
  )

/** Id, number, due day, currency, what is open, and 1 when it is contested. */
export type OpenRow = readonly [string, string, Day, string, number, number]

/** Invoices and other debts of a customer that are open on a day. */
export const openDebts = (db: Reader, customerId: string, asOf: Day): Promise<OpenRow[]> =>
  rowsAsArrays<OpenRow>(
    db,
    sql`SELECT i.id, o.number, i.due, i.currency, i.open,
        EXISTS (SELECT 1 FROM dispute d WHERE d.item_id = i.id AND d.opened_on <= ${asOf} AND (d.closed_on IS NULL OR d.closed_on > ${asOf}))
      FROM ${openItemsAsOf(asOf, customerId, sql`i.amount > 0`)} i CROSS JOIN open_item o ON o.rowid = i.place
      WHERE i.open > 0 ORDER BY i.due, o.number`,
  )

/** Customer, id, due day, what is open; of another currency than the company's 1, and its worth (null: not known). */
export type BookRow = readonly [string, string, Day, number, 0 | 1, number | null]

/** Every debt that is open on a day. */
export const openDebtsOfAll = (db: Reader, home: string, asOf: Day): Promise<BookRow[]> => {
  // Neither sorted nor read through another query: either costs as much again for 100,000 of them.
  const debts = (settled: RawBuilder<unknown>) => sql`SELECT i.customer_id, i.id, i.due, ${openAsOf(asOf)} AS open,
      i.currency <> ${home}, CASE WHEN i.currency <> ${home} THEN ${baseOpenAsOf(asOf)} END
    FROM open_item i INDEXED BY open_item_as_of WHERE ${settled} AND i.booked <= ${asOf} AND i.amount > 0`
  return rowsAsArrays<BookRow>(
    db,
    sql`${debts(sql`i.settled_on IS NULL`)} UNION ALL ${debts(sql`i.settled_on > ${asOf}`)}`,
  )
}

/** By debt, what is contested of what is open on a day, in its own currency. */
export const contestedOfAll = async (db: Reader, asOf: Day): Promise<Map<string, number>> =>
  new Map(
    await rowsAsArrays<readonly [string, number]>(
      db,
      sql`SELECT i.id, ${disputedAsOf(asOf)} FROM (SELECT DISTINCT d.item_id FROM dispute d WHERE ${disputeInForce('d', asOf)}) told
      CROSS JOIN open_item i ON i.id = told.item_id WHERE i.amount > 0 AND i.booked <= ${asOf}`,
    ),
  )

/** What is open of the row at `d.place`, in the company's currency: at the rate it was booked at, to the cent. */
const worth = (home: string, asOf: Day) => sql<number | null>`CASE WHEN d.currency = ${home} THEN d.open
  ELSE (SELECT ${baseOpenAsOf(asOf)} FROM open_item i WHERE i.rowid = d.place) END`

/** What each customer has in credit and not matched, below zero, in the company's currency; unknown worth left out. */
export const creditsOfAll = (db: Reader, home: string, asOf: Day): Promise<(readonly [string, number])[]> =>
  rowsAsArrays(
    db,
    sql`SELECT d.customer_id, sum(${worth(home, asOf)}) AS worth
      FROM ${openItemsAsOf(asOf, undefined, sql`i.amount < 0`)} d WHERE d.open < 0 GROUP BY d.customer_id HAVING worth < 0`,
  )

/** Segments of all customers; those without one are missing. */
export const segments = async (db: Reader): Promise<Map<string, string>> => {
  const rows = await db.selectFrom('customer').select(['id', 'segment']).where('segment', '<>', '').execute()
  return new Map(rows.map(({ id, segment }) => [id, segment]))
}

export const segmentOf = async (db: Reader, customerId: string): Promise<string | null> =>
  (await db.selectFrom('customer').select('segment').where('id', '=', customerId).executeTakeFirst())?.segment ?? null
