import { sql } from 'kysely'
import { rowsAsArrays } from '../db/connection.ts'
import type { Reader } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import type { Booked, Stretch } from './figures.model.ts'

/** What was still open at a day, or came after it: what was settled by then is nothing from then on. */
export const since = (item: string, from: Day) =>
  sql`(${sql.ref(`${item}.settled_on`)} IS NULL OR ${sql.ref(`${item}.settled_on`)} > ${from})`

/**
 * Items booked up to a day, in the company's currency, for positions from another day on; `leftOut` counts those whose worth
 * is not known, `booked` holds every one of them whatever became of it.
 */
export const readItems = async (
  db: Reader,
  home: string,
  { from, until }: Stretch,
  add: (day: Day, due: Day | null, amount: Minor) => void,
): Promise<{ leftOut: number; booked: Booked[] }> => {
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
  for (const [currency, day, due, amount] of booked) if (currency === home && amount !== null) add(day, due, amount)
  for (const [day, due, amount] of foreign) add(day, due, amount ?? 0)
  return {
    leftOut: foreign.reduce((sum, [, , , unknown]) => sum + unknown, 0),
    booked: booked.map(([currency, day, , , amount, items]) => ({ currency, day, amount, items })),
  }
}

/** Invoices less credit notes, with VAT, by the day they were booked, in the company's currency; days without any are left out. */
export const salesByDay = async (
  db: Reader,
  home: string,
  { from, until }: Stretch,
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
