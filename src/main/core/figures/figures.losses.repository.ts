import { sql } from 'kysely'
import { rowsAsArrays } from '../db/connection.ts'
import type { Reader } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { Lost } from './figures.model.ts'

/**
 * What was given up of debts until a day, by day and in the company's currency: with its VAT where a write-off tells it. A
 * match that was taken back counts below zero, on the day it was.
 */
export const lostByDay = async (db: Reader, home: string, until: Day): Promise<Lost[]> => {
  const worth = sql`CASE WHEN i.currency = ${home} THEN a.amount ELSE a.debit_base END`
  const rows = await rowsAsArrays<readonly [Day, number | null, number | null, number | null]>(
    db,
    sql`SELECT day, sum(worth) FILTER (WHERE tax IS NOT NULL), sum(tax), sum(worth) FILTER (WHERE tax IS NULL) FROM (
      SELECT a.day, ${worth} AS worth, CAST(round(1.0 * p.tax * ${worth} / p.amount) AS INTEGER) AS tax
      FROM adjustment w CROSS JOIN allocation a ON a.credit_id = w.item_id CROSS JOIN open_item i ON i.id = a.debit_id
        LEFT JOIN write_off_item p ON p.credit_id = w.item_id
      WHERE w.reason = 'write_off' AND a.day <= ${until} AND i.booked <= ${until}
    ) GROUP BY day`,
  )
  return rows.map(([day, taxed, tax, untold]) => ({ day, net: (taxed ?? 0) - (tax ?? 0), untold: untold ?? 0 }))
}
