import { type RawBuilder, sql } from 'kysely'
import { rowsAsArrays } from '../db/connection.ts'
import { contestedAsOf, disputeInForce } from '../db/disputed-items.ts'
import { openAsOf, openItemsAsOf, unsettledAsOf } from '../db/open-items.ts'
import { placeAmong } from '../db/places.ts'
import type { Reader } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'

// Each part starts from the rows that make it: contested, bounced, delivered, ordered, drawn. Only open debits and credits
// read the account. `whose` undefined: every customer. CROSS JOIN keeps SQLite from starting at the items.

type Whose = readonly string[] | undefined

const ownedBy = (whose: Whose, column: RawBuilder<unknown>): RawBuilder<unknown> =>
  whose === undefined ? sql`` : sql`AND ${column} IN (SELECT value FROM json_each(${JSON.stringify(whose)}))`

export type AccountRow = {
  customer_id: string
  currency: string
  debits: number
  credits: number
  overdue: number
  overdueCount: number
  oldestDue: Day | null
  lateWarn: number
  lateRefuse: number
}

/** Open debits and credits by customer and currency; of the debits what is due before each of three days. */
export const accountRows = async (
  db: Reader,
  asOf: Day,
  late: { warn: Day; refuse: Day },
  whose: Whose,
): Promise<AccountRow[]> => {
  const { rows } = await sql<AccountRow>`
    SELECT customer_id, currency, sum(CASE WHEN amount > 0 THEN open ELSE 0 END) AS debits,
      -sum(CASE WHEN amount < 0 THEN open ELSE 0 END) AS credits,
      sum(CASE WHEN amount > 0 AND due < ${asOf} THEN open ELSE 0 END) AS overdue,
      sum(amount > 0 AND due < ${asOf}) AS overdueCount,
      min(CASE WHEN amount > 0 AND due < ${asOf} THEN due END) AS oldestDue,
      sum(CASE WHEN amount > 0 AND due <= ${late.warn} THEN open ELSE 0 END) AS lateWarn,
      sum(CASE WHEN amount > 0 AND due <= ${late.refuse} THEN open ELSE 0 END) AS lateRefuse
    FROM ${openItemsAsOf(asOf, whose)} item WHERE open <> 0 GROUP BY customer_id, currency`.execute(db)
  return rows
}

/** Customer, currency, place of the day, and what was added to its debits and its credits since the day before. */
export type MovedRow = readonly [string, string, number, number, number]

/**
 * How open debits and credits of customers changed between some days, ascending: items when they were booked, matches when
 * they were made. `nets`: debits less credits will do, and stand as debits, for who has no prepaid order in the company's
 * currency: a match takes as much from both, so that none is read.
 */
export const movedRows = (
  db: Reader,
  home: string,
  days: readonly Day[],
  customers: readonly string[],
  { nets }: { nets: boolean },
): Promise<MovedRow[]> => {
  const last = days.at(-1) ?? ''
  const whose = sql`i.booked <= ${last} ${ownedBy(customers, sql`i.customer_id`)}`
  const apart = nets
    ? sql`(i.currency <> ${home} OR i.customer_id IN (SELECT o.customer_id FROM customer_order o WHERE o.prepaid = 1))`
    : sql`TRUE`
  const matched = (side: 'debit' | 'credit', debits: string, credits: string) => sql`
    SELECT i.customer_id, i.currency, max(a.day, i.booked), ${sql.raw(debits)}, ${sql.raw(credits)}
    FROM open_item i CROSS JOIN allocation a ON ${sql.ref(`a.${side}_id`)} = i.id
    WHERE ${whose} AND ${apart} AND a.day <= ${last}`
  return rowsAsArrays<MovedRow>(
    db,
    sql`SELECT customer_id, currency, ${placeAmong(days, sql.raw('day'))} AS place, sum(debits), sum(credits) FROM (
      SELECT i.customer_id, i.currency, i.booked AS day, CASE WHEN i.amount > 0 OR NOT ${apart} THEN i.amount ELSE 0 END AS debits,
        CASE WHEN i.amount < 0 AND ${apart} THEN -i.amount ELSE 0 END AS credits
      FROM open_item i WHERE ${whose}
      UNION ALL ${matched('debit', '-a.amount', '0')} UNION ALL ${matched('credit', '0', '-a.amount')})
    GROUP BY customer_id, currency, place`,
  )
}

export type PartRow = { customer_id: string; currency: string; amount: number }
export type DisputedRow = PartRow & { overdue: number; lateWarn: number; lateRefuse: number; overdueCount: number }

/** What is contested of what is open, and of it what is due before each of three days. */
export const disputedRows = async (
  db: Reader,
  asOf: Day,
  late: { warn: Day; refuse: Day },
  whose: Whose,
): Promise<DisputedRow[]> => {
  const { rows } = await sql<DisputedRow>`
    SELECT customer_id, currency, sum(disputed) AS amount, sum(CASE WHEN due < ${asOf} THEN disputed ELSE 0 END) AS overdue,
      -- Contested whole: nothing of it is late.
      sum(due < ${asOf} AND disputed > 0 AND disputed = open) AS overdueCount,
      sum(CASE WHEN due <= ${late.warn} THEN disputed ELSE 0 END) AS lateWarn,
      sum(CASE WHEN due <= ${late.refuse} THEN disputed ELSE 0 END) AS lateRefuse
    FROM (SELECT *, max(0, min(contested, open)) AS disputed FROM (
      SELECT i.customer_id, i.currency, i.due, ${contestedAsOf(asOf)} AS contested, ${openAsOf(asOf)} AS open
      FROM (SELECT DISTINCT item_id FROM dispute WHERE ${disputeInForce('dispute', asOf)}
        ${ownedBy(whose, sql`dispute.customer_id`)}) told
      CROSS JOIN open_item i ON i.id = told.item_id
      WHERE i.booked <= ${asOf} AND i.amount > 0 LIMIT -1)) GROUP BY customer_id, currency`.execute(db)
  return rows
}

/** What bounces opened again of debits, as far as it is still open and not contested. */
export const bouncedRows = async (db: Reader, asOf: Day, whose: Whose): Promise<PartRow[]> => {
  const returned = sql`FROM allocation b WHERE b.undone_because = 'bounced' AND b.day <= ${asOf}`
  const items =
    whose === undefined
      ? sql`(SELECT b.debit_id, -sum(b.amount) AS bounced ${returned} GROUP BY b.debit_id) b JOIN open_item i ON i.id = b.debit_id`
      : sql`(SELECT item.id AS debit_id, (SELECT -sum(b.amount) ${returned} AND b.debit_id = item.id) AS bounced
          FROM ${unsettledAsOf(asOf, whose)} item WHERE item.amount > 0) b JOIN open_item i ON i.id = b.debit_id`
  const { rows } = await sql<PartRow>`
    SELECT customer_id, currency, sum(max(0, min(bounced, open - max(0, min(contested, open))))) AS amount FROM (
      SELECT i.customer_id, i.currency, b.bounced, ${contestedAsOf(asOf)} AS contested, ${openAsOf(asOf)} AS open
      FROM ${items} WHERE b.bounced > 0 AND i.booked <= ${asOf} LIMIT -1) GROUP BY customer_id, currency`.execute(db)
  return rows
}

/** Customer, currency, day, the day it was invoiced or null, and its amount or null: what was delivered by a day and not invoiced by another. */
export type DeliveredRow = readonly [string, string, Day, Day | null, number | null]

export const deliveredRows = (
  db: Reader,
  { from, until }: { from: Day; until: Day },
  whose: Whose,
): Promise<DeliveredRow[]> =>
  rowsAsArrays<DeliveredRow>(
    db,
    sql`SELECT d.customer_id, d.currency, d.delivered_on, i.booked, d.amount FROM delivery d LEFT JOIN open_item i ON i.id = d.item_id
    WHERE d.delivered_on <= ${until} AND (i.booked IS NULL OR i.booked > max(${from}, d.delivered_on)) ${ownedBy(whose, sql`d.customer_id`)}`,
  )

/** Taken by a day and not closed by then, less what was delivered under the order's number by then. */
const ordersOn = (asOf: Day, whose: Whose, except: string) => sql`
  SELECT o.customer_id, o.currency, o.prepaid, o.day, o.expected, max(0, o.amount - coalesce((SELECT sum(d.amount) FROM delivery d
    WHERE d.customer_id = o.customer_id AND d.reference = o.number AND d.currency = o.currency AND d.delivered_on <= ${asOf}), 0)) AS left
  FROM customer_order o WHERE (o.state = 'open' OR (o.state IN ('closed', 'cancelled') AND o.changed_on > ${asOf}))
    AND o.id <> ${except} ${ownedBy(whose, sql`o.customer_id`)}`

/** Customer, currency, whether it is prepaid, its day, the day it was closed or null, its amount, the day and amount of its delivery. */
export type OrderRow = readonly [string, string, 0 | 1, Day, Day | null, number, Day | null, number | null]

/** Orders taken by a day and not closed by another. `except`: one that is not counted. */
export const orderRows = (
  db: Reader,
  { from, until }: { from: Day; until: Day },
  whose: Whose,
  except: string,
): Promise<OrderRow[]> =>
  rowsAsArrays<OrderRow>(
    db,
    sql`SELECT o.customer_id, o.currency, o.prepaid, o.day, CASE WHEN o.state <> 'open' THEN o.changed_on END, o.amount,
      d.delivered_on, d.amount
    FROM customer_order o LEFT JOIN delivery d ON d.customer_id = o.customer_id AND d.reference = o.number AND d.currency = o.currency
    WHERE (o.state = 'open' OR (o.state IN ('closed', 'cancelled') AND o.changed_on > ${from})) AND o.day <= ${until}
      AND o.id <> ${except} ${ownedBy(whose, sql`o.customer_id`)}`,
  )

/** Receipts by draft that fall due after a day and did not come back by then. */
export const draftRows = async (db: Reader, asOf: Day, whose: Whose): Promise<PartRow[]> => {
  const { rows } = await sql<PartRow>`
    SELECT i.customer_id, i.currency, -sum(i.amount) AS amount
    FROM payment p JOIN open_item i ON i.id = p.item_id
    WHERE p.method = 'draft' AND p.maturity > ${asOf} AND i.booked <= ${asOf} AND i.amount < 0
      ${ownedBy(whose, sql`i.customer_id`)}
      AND NOT EXISTS (SELECT 1 FROM payment back JOIN open_item returned ON returned.id = back.item_id
        WHERE back.bounces_id = p.item_id AND returned.booked <= ${asOf})
    GROUP BY i.customer_id, i.currency`.execute(db)
  return rows
}

export type AheadRow = { customer_id: string; currency: string; day: Day; amount: number }

/** What is open of debits by the day it is due, for those due from a day until another. */
export const dueAhead = async (
  db: Reader,
  asOf: Day,
  due: { from: Day; until: Day },
  whose: Whose,
): Promise<AheadRow[]> => {
  const { rows } = await sql<AheadRow>`
    SELECT customer_id, currency, due AS day, sum(open) AS amount
    FROM ${openItemsAsOf(asOf, whose, sql`i.amount > 0 AND i.due BETWEEN ${due.from} AND ${due.until}`)} item
    GROUP BY customer_id, currency, due`.execute(db)
  return rows
}

/** Orders by the day they are expected to leave; `counted`: only those taken after the day, for the others are in the exposure. */
export const ordersAhead = async (db: Reader, asOf: Day, whose: Whose, counted: boolean): Promise<AheadRow[]> => {
  const { rows } = await sql<AheadRow>`
    SELECT customer_id, currency, max(day, coalesce(expected, day)) AS day, sum(left) AS amount
    FROM (${ordersOn(asOf, whose, '')}) WHERE prepaid = 0 ${counted ? sql`AND day > ${asOf}` : sql``}
    GROUP BY customer_id, currency, max(day, coalesce(expected, day))`.execute(db)
  return rows
}

export type NamedCustomer = { id: string; code: string; name: string }

export const namesOf = async (db: Reader, whose: Whose): Promise<NamedCustomer[]> => {
  const { rows } = await sql<NamedCustomer>`
    SELECT id, code, name FROM customer WHERE 1 ${ownedBy(whose, sql`customer.id`)} ORDER BY sort_name, code`.execute(
    db,
  )
  return rows
}

/** An order of a customer by its number, whatever its state. */
export const findOrder = (db: Reader, customerId: string, number: string) =>
  db
    .selectFrom('customer_order')
    .select(['id', 'changed_by'])
    .where('customer_id', '=', customerId)
    .where('number', '=', number)
    .executeTakeFirst()
