import { sql } from 'kysely'
import { baseOpenAsOf } from '../db/base-items.ts'
import { rowsAsArrays } from '../db/connection.ts'
import { openItemsAsOf } from '../db/open-items.ts'
import type { Reader } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { Booked, Move } from './figures.model.ts'

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
): Promise<{ moves: Move[]; leftOut: number; booked: Booked[] }> => {
  // The index of what was open on a day holds all of it but what other currencies were worth: the rows are read for those.
  const booked = await rowsAsArrays<readonly [string, Day, Day | null, number | null, number, number]>(
    db,
    sql`SELECT i.currency, i.booked, CASE WHEN i.amount > 0 THEN i.due END AS owed,
      sum(i.amount) FILTER (WHERE ${since('i', from)}), sum(i.amount), count(*)
    FROM open_item i INDEXED BY open_item_as_of WHERE i.booked <= ${until} GROUP BY i.booked, owed, i.currency`,
  )
  const foreign = booked.every(([currency]) => currency === home)
    ? []
    : await rowsAsArrays<readonly [Day, Day | null, number | null, number]>(
        db,
        sql`SELECT i.booked, CASE WHEN i.amount > 0 THEN i.due END AS owed, sum(i.base_amount), sum(i.base_amount IS NULL)
        FROM open_item i WHERE i.currency <> ${home} AND i.booked <= ${until} AND ${since('i', from)} GROUP BY i.booked, owed`,
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
    ...booked.flatMap(([currency, day, due, amount]) =>
      currency === home && amount !== null ? [{ day, due, amount }] : [],
    ),
    ...foreign.map(([day, due, amount]) => ({ day, due, amount: amount ?? 0 })),
    ...ofDebits.map(([day, due, amount]) => ({ day, due, amount: amount ?? 0 })),
    ...ofCredits.map(([day, amount]) => ({ day, due: null, amount: amount ?? 0 })),
  ]
  return {
    moves,
    leftOut: foreign.reduce((sum, [, , , unknown]) => sum + unknown, 0),
    booked: booked.map(([currency, day, , , amount, items]) => ({ currency, day, amount, items })),
  }
}

/** Invoices less credit notes, with VAT, by the day they were booked, in the company's currency; days without any are left out. */
export const salesByDay = async (
  db: Reader,
  home: string,
  { from, until }: { from: Day; until: Day },
  /** Every item booked by then, which the index tells: what is no sale is taken off, for most items are one. */
  booked: readonly Booked[],
): Promise<{ day: Day; amount: number }[]> => {
  const within = sql`i.booked > ${from} AND i.booked <= ${until}`
  const others = await rowsAsArrays<readonly [Day, number | null, number]>(
    db,
    sql`SELECT i.booked, sum(i.amount) FILTER (WHERE i.currency = ${home}), count(*) FROM open_item i
    WHERE i.kind NOT IN ('invoice', 'credit_note') AND ${within} GROUP BY i.booked`,
  )
  const foreign = booked.every(({ currency }) => currency === home)
    ? []
    : await rowsAsArrays<readonly [Day, number | null]>(
        db,
        sql`SELECT i.booked, sum(i.base_amount) FROM open_item i
        WHERE i.kind IN ('invoice', 'credit_note') AND i.currency <> ${home} AND ${within} GROUP BY i.booked`,
      )
  const days = new Map<Day, { amount: number; items: number }>()
  const add = (day: Day, amount: number, items: number) => {
    const known = days.get(day)
    if (known) {
      known.amount += amount
      known.items += items
    } else days.set(day, { amount, items })
  }
  for (const { currency, day, amount, items } of booked)
    if (day > from && day <= until) add(day, currency === home ? amount : 0, items)
  for (const [day, amount, items] of others) add(day, -(amount ?? 0), -items)
  for (const [day, amount] of foreign) add(day, amount ?? 0, 0)
  return [...days].flatMap(([day, { amount, items }]) => (items > 0 ? [{ day, amount }] : []))
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
