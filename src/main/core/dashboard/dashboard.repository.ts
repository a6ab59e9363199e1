import { type RawBuilder, sql } from 'kysely'
import { baseOpenAsOf } from '../db/base-items.ts'
import { rowsAsArrays } from '../db/connection.ts'
import { contestedAsOf, disputeInForce } from '../db/disputed-items.ts'
import { openAsOf, openItemsAsOf } from '../db/open-items.ts'
import type { Reader } from '../kernel/context.ts'
import { addDays, type Day } from '../kernel/day.ts'

const place = (at: number) => sql.raw(String(at))

/** Place of item `i` among the columns of the aged balance; text compares as days do. */
const columnOf = (asOf: Day, bounds: readonly number[]): RawBuilder<number> => {
  const ages = bounds.map((bound, at) => sql`WHEN i.due >= ${addDays(asOf, -bound)} THEN ${place(at + 1)}`)
  return sql`CASE WHEN i.amount < 0 THEN ${place(bounds.length + 2)} WHEN i.due >= ${asOf} THEN 0
    ${sql.join(ages, sql` `)} ELSE ${place(bounds.length + 1)} END`
}

/** Customer, place of the column, what is open in it in the company's currency, items whose worth is not known. */
export type ColumnRow = readonly [string, number, number | null, number]

/** What every customer owes on a day by age: one pass over what was open then. */
export const columnsOn = (db: Reader, home: string, asOf: Day, bounds: readonly number[]): Promise<ColumnRow[]> =>
  rowsAsArrays<ColumnRow>(
    db,
    sql`SELECT customer_id, place, sum(worth), sum(worth IS NULL) FROM (
      SELECT d.customer_id, d.at AS place, CASE WHEN d.currency = ${home} THEN d.open
        ELSE (SELECT ${baseOpenAsOf(asOf)} FROM open_item i WHERE i.rowid = d.place) END AS worth
      FROM (SELECT i.*, ${columnOf(asOf, bounds)} AS at FROM ${openItemsAsOf(asOf)} i WHERE i.open <> 0) d)
    GROUP BY customer_id, place`,
  )

/** Customer, place of the column, contested part and what is open in its own currency, and its worth. */
export type ContestedRow = readonly [string, number, number, number, number]

/** Every debt that is contested on a day; those whose worth is not known left out. */
export const contestedOn = (db: Reader, home: string, asOf: Day, bounds: readonly number[]): Promise<ContestedRow[]> =>
  rowsAsArrays<ContestedRow>(
    db,
    sql`SELECT customer_id, place, part, open, worth FROM (
      SELECT i.customer_id, ${columnOf(asOf, bounds)} AS place, min(${contestedAsOf(asOf)}, ${openAsOf(asOf)}) AS part,
        ${openAsOf(asOf)} AS open, CASE WHEN i.currency = ${home} THEN ${openAsOf(asOf)} ELSE ${baseOpenAsOf(asOf)} END AS worth
      FROM open_item i WHERE i.amount > 0 AND i.booked <= ${asOf}
        AND i.id IN (SELECT d.item_id FROM dispute d WHERE ${disputeInForce('d', asOf)}))
    WHERE part > 0 AND worth IS NOT NULL`,
  )

/** Customer, and its invoices less credit notes with VAT, of the days after one up to another. */
export type SalesRow = readonly [string, number | null]

export const salesByCustomer = (
  db: Reader,
  home: string,
  { from, until }: { from: Day; until: Day },
): Promise<SalesRow[]> =>
  rowsAsArrays<SalesRow>(
    db,
    sql`SELECT customer_id, sum(CASE WHEN currency = ${home} THEN amount ELSE base_amount END) FROM open_item
    WHERE kind IN ('invoice', 'credit_note') AND booked > ${from} AND booked <= ${until} GROUP BY customer_id`,
  )

/** The day of the first sale after a day, up to another; null without any. */
export const firstSale = async (db: Reader, { from, until }: { from: Day; until: Day }): Promise<Day | null> => {
  const row = await db
    .selectFrom('open_item')
    .select('booked')
    .where('kind', 'in', ['invoice', 'credit_note'])
    .where('booked', '>', from)
    .where('booked', '<=', until)
    .orderBy('booked')
    .limit(1)
    .executeTakeFirst()
  return row?.booked ?? null
}

/** Id, segment, salesperson, country, group with its name. */
export type BelongingRow = readonly [string, string, string, string, string | null, string | null]

export const belongings = (db: Reader): Promise<BelongingRow[]> =>
  rowsAsArrays<BelongingRow>(
    db,
    sql`SELECT c.id, c.segment, c.salesperson, c.country, g.id, g.name FROM customer c
    LEFT JOIN customer_group_member m ON m.customer_id = c.id LEFT JOIN customer_group g ON g.id = m.group_id`,
  )

export const namesOf = async (
  db: Reader,
  ids: readonly string[],
): Promise<Map<string, { code: string; name: string }>> => {
  const rows = await db.selectFrom('customer').select(['id', 'code', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, code, name }) => [id, { code, name }]))
}
