import { sql } from 'kysely'
import { baseOpenAsOf } from '../db/base-items.ts'
import { rowsAsArrays } from '../db/connection.ts'
import { contestedAsOf, disputeInForce } from '../db/disputed-items.ts'
import { openAsOf, openItemsAsOf } from '../db/open-items.ts'
import type { Reader } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { Delays, Move } from './figures.model.ts'

/** What was still open at a day, or came after it: what was settled by then is nothing from then on. */
const since = (item: string, from: Day) =>
  sql`(${sql.ref(`${item}.settled_on`)} IS NULL OR ${sql.ref(`${item}.settled_on`)} > ${from})`

/**
 * What moved the ledger up to a day, in the company's currency, for positions from another day on: items by the day they
 * were booked, matches by theirs. The last of each row counts items whose worth is not known.
 */
export const movesUntil = async (
  db: Reader,
  home: string,
  { from, until }: { from: Day; until: Day },
): Promise<{ moves: Move[]; leftOut: number }> => {
  const items = await rowsAsArrays<readonly [Day, Day | null, number | null, number]>(
    db,
    sql`SELECT i.booked, CASE WHEN i.amount > 0 THEN i.due END AS owed, sum(CASE WHEN i.currency = ${home} THEN i.amount ELSE i.base_amount END),
      count(*) FILTER (WHERE i.currency <> ${home} AND i.base_amount IS NULL)
    FROM open_item i WHERE i.booked <= ${until} AND ${since('i', from)} GROUP BY i.booked, owed`,
  )
  const ofDebits = await rowsAsArrays<readonly [Day, Day, number | null]>(
    db,
    sql`SELECT max(a.day, d.booked) AS day, d.due, -sum(CASE WHEN d.currency = ${home} THEN a.amount ELSE a.debit_base END)
    FROM allocation a CROSS JOIN open_item d ON d.id = a.debit_id
    WHERE a.day <= ${until} AND d.booked <= ${until} AND ${since('d', from)} GROUP BY 1, 2`,
  )
  const ofCredits = await rowsAsArrays<readonly [Day, number | null]>(
    db,
    sql`SELECT max(a.day, c.booked) AS day, sum(CASE WHEN c.currency = ${home} THEN a.amount ELSE a.credit_base END)
    FROM allocation a CROSS JOIN open_item c ON c.id = a.credit_id
    WHERE a.day <= ${until} AND c.booked <= ${until} AND ${since('c', from)} GROUP BY 1`,
  )
  const moves = [
    ...items.map(([day, due, amount]) => ({ day, due, amount: amount ?? 0 })),
    ...ofDebits.map(([day, due, amount]) => ({ day, due, amount: amount ?? 0 })),
    ...ofCredits.map(([day, amount]) => ({ day, due: null, amount: amount ?? 0 })),
  ]
  return { moves, leftOut: items.reduce((sum, [, , , unknown]) => sum + unknown, 0) }
}

/** Invoices less credit notes, with VAT, by the day they were booked, in the company's currency. */
export const salesByDay = async (
  db: Reader,
  home: string,
  { from, until }: { from: Day; until: Day },
): Promise<{ day: Day; amount: number }[]> => {
  const rows = await rowsAsArrays<readonly [Day, number | null]>(
    db,
    sql`SELECT booked, sum(CASE WHEN currency = ${home} THEN amount ELSE base_amount END) FROM open_item
    WHERE kind IN ('invoice', 'credit_note') AND booked > ${from} AND booked <= ${until} GROUP BY booked`,
  )
  return rows.map(([day, amount]) => ({ day, amount: amount ?? 0 }))
}

/** Sums beyond 2^53 come as text. */
type Sums = readonly [number, number | null, number | null, string | null]
const delays = ([parts, amount, days, weighted]: Sums): Delays => ({
  parts,
  amount: amount ?? 0,
  days: days ?? 0,
  weighted: BigInt(weighted ?? 0),
})

/**
 * Parts of invoices that receipts of a stretch of days paid (its first day left out), in the company's currency: days from
 * due to receipt, those of the late ones, and days from issue to receipt. A receipt counts on its own day, however late it
 * was matched; matches taken back by then are left out.
 */
export const paidDelays = async (
  db: Reader,
  home: string,
  { from, until }: { from: Day; until: Day },
): Promise<{ all: Delays; late: Delays; sinceIssue: Delays }> => {
  const sums = (days: string, which = 'TRUE') => {
    const filter = sql`FILTER (WHERE ${sql.raw(which)})`
    const each = sql.raw(days)
    return sql`count(*) ${filter}, sum(p.worth) ${filter}, sum(${each}) ${filter}, CAST(sum(p.worth * ${each}) ${filter} AS TEXT)`
  }
  const [row] = await rowsAsArrays<readonly (string | number | null)[]>(
    db,
    sql`SELECT ${sums('p.late')}, ${sums('p.late', 'p.late > 0')}, ${sums('p.issued')} FROM (
      SELECT CASE WHEN i.currency = ${home} THEN a.amount ELSE a.debit_base END AS worth,
        CAST(julianday(c.booked) - julianday(i.due) AS INTEGER) AS late,
        CAST(julianday(c.booked) - julianday(i.issued) AS INTEGER) AS issued
      FROM open_item c CROSS JOIN allocation a ON a.credit_id = c.id CROSS JOIN open_item i ON i.id = a.debit_id
      WHERE c.kind = 'payment' AND c.booked > ${from} AND c.booked <= ${until} AND a.amount > 0 AND a.day <= ${until}
        AND i.kind IN ('invoice', 'opening') AND (i.currency = ${home} OR a.debit_base IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM allocation back WHERE back.reverses = a.id AND back.day <= ${until})
    ) p`,
  )
  const part = (at: number) => delays((row ?? []).slice(at, at + 4) as unknown as Sums)
  return { all: part(0), late: part(4), sinceIssue: part(8) }
}

/** What each customer owes, a group's together: a credit takes off what its own group owes. */
export const balancesByGroup = async (db: Reader, home: string, asOf: Day): Promise<number[]> => {
  // A match takes as much from both sides: in one currency what is open is what was booked. Not so at rates of several days.
  const ofOthers = openItemsAsOf(asOf, undefined, sql`i.currency <> ${home}`)
  const rows = await rowsAsArrays<readonly [number]>(
    db,
    sql`SELECT sum(owed.worth) FROM (
      SELECT customer_id, sum(amount) AS worth FROM open_item WHERE booked <= ${asOf} AND currency = ${home} GROUP BY customer_id
      UNION ALL
      SELECT d.customer_id, coalesce((SELECT ${baseOpenAsOf(asOf)} FROM open_item i WHERE i.rowid = d.place), 0)
      FROM ${ofOthers} d) owed
    LEFT JOIN customer_group_member m ON m.customer_id = owed.customer_id
    GROUP BY coalesce(m.group_id, owed.customer_id)`,
  )
  return rows.map(([worth]) => worth)
}

/** Disputed parts of what is open: how many invoices, and their worth. */
export const disputedOn = async (db: Reader, home: string, asOf: Day): Promise<{ items: number; amount: number }> => {
  const { rows } = await sql<{ items: number; amount: number | null }>`
    SELECT count(*) AS items, sum(CASE WHEN currency = ${home} THEN part ELSE part * base_amount / amount END) AS amount FROM (
      SELECT i.currency, i.base_amount, i.amount, max(0, min(${contestedAsOf(asOf)}, ${openAsOf(asOf)})) AS part
      FROM open_item i WHERE i.amount > 0 AND i.booked <= ${asOf}
        AND i.id IN (SELECT d.item_id FROM dispute d WHERE ${disputeInForce('d', asOf)})
    ) WHERE part > 0 AND (currency = ${home} OR base_amount IS NOT NULL)`.execute(db)
  return { items: rows[0]?.items ?? 0, amount: rows[0]?.amount ?? 0 }
}
