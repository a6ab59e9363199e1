import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../kernel/day.ts'

// What the index open_item_as_of holds: a read of the whole book stays on it and never touches a row.
const COLUMNS = sql`i.rowid AS place, i.id, i.customer_id, i.currency, i.due, i.issued, i.booked, i.amount`

/** An item as it stands in a set of many; number, kind and label are joined where a list needs them. */
export type ItemAsOf = {
  /** Where its row stands: joining it by this is cheaper than by its id. */
  place: number
  id: string
  customer_id: string
  currency: string
  due: string
  issued: string
  booked: string
  amount: number
}
export type OpenItemAsOf = ItemAsOf & { open: number }

/** One customer, or several. */
export type Whose = string | readonly string[]

const ownedBy = (whose: Whose) =>
  typeof whose === 'string'
    ? sql`AND i.customer_id = ${whose}`
    : sql`AND i.customer_id IN (SELECT value FROM json_each(${JSON.stringify(whose)}))`

/** Items booked by a day and not settled by then; of some customers, or of all; `also` are further columns, from their rows. */
export const unsettledAsOf = (asOf: Day, whose?: Whose, also?: RawBuilder<unknown>): RawBuilder<ItemAsOf> => {
  const columns = also ? sql`${COLUMNS}, ${also}` : COLUMNS
  const own = whose === undefined ? sql`` : ownedBy(whose)
  // Left to choose, SQLite reads everybody's items in the index of the day and throws most of them away.
  const table = whose === undefined ? sql`open_item i` : sql`open_item i INDEXED BY open_item_by_customer`
  // Two searches of one index: an OR of both would scan the table.
  return sql<ItemAsOf>`(
    SELECT ${columns} FROM ${table} WHERE i.settled_on IS NULL AND i.booked <= ${asOf} ${own}
    UNION ALL
    SELECT ${columns} FROM ${table} WHERE i.settled_on > ${asOf} AND i.booked <= ${asOf} ${own})`
}

/**
 * What was open on a day: items booked by then, less the matches dated by then. The one definition that balance,
 * statement, letter and interest share. A match dated later is not seen; a settled item is left out.
 */
export const openItemsAsOf = (
  asOf: Day,
  whose?: Whose,
  /** A condition on the columns of item `i` alone: what is open of the others is not worked out. */
  which: RawBuilder<unknown> = sql`TRUE`,
  /** Further columns of `i`, where most items are wanted: cheaper than joining their rows afterwards. */
  also?: RawBuilder<unknown>,
): RawBuilder<OpenItemAsOf> =>
  // The limit keeps SQLite from working out `open` again for every sum that names it.
  sql<OpenItemAsOf>`(SELECT i.*, ${openAsOf(asOf)} AS open FROM ${unsettledAsOf(asOf, whose, also)} i WHERE ${which} LIMIT -1)`

/** What is left of item `i` by a day, with its sign: its amount less the matches dated by then. */
export const openAsOf = (asOf: Day): RawBuilder<number> => sql<number>`(i.amount - CASE WHEN i.amount > 0
  THEN coalesce((SELECT sum(a.amount) FROM allocation a WHERE a.debit_id = i.id AND a.day <= ${asOf}), 0)
  ELSE -coalesce((SELECT sum(a.amount) FROM allocation a WHERE a.credit_id = i.id AND a.day <= ${asOf}), 0) END)`
