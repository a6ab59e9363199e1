import { type RawBuilder, sql } from 'kysely'
import { escapeLike } from '../customers/customers.search.ts'
import { baseOpenAsOf } from '../db/base-items.ts'
import { disputedAsOf } from '../db/disputed-items.ts'
import { laterAsOf, reopenedAfter, stillOpenAsOf } from '../db/later-matches.ts'
import { openAsOf, openItemsAsOf, unsettledAsOf } from '../db/open-items.ts'
import type { Reader, Writer } from '../kernel/context.ts'
import { addDays, type Day } from '../kernel/day.ts'
import { fold } from '../kernel/text.ts'
import type { ItemFilters } from './receivables.contract.ts'

/** Days late within `from` and `to` (open-ended when null): the bounds of one aged-balance column. */
export type ColumnBounds = { key: string; from: number | null; to: number | null }

const inColumn = (basis: RawBuilder<string>, asOf: Day, { from, to }: ColumnBounds): RawBuilder<boolean> => {
  // Late by n days means due n days before; days compare as text.
  const earliest = to === null ? null : addDays(asOf, -to)
  const latest = from === null ? null : addDays(asOf, -from)
  const conditions = [earliest && sql`${basis} >= ${earliest}`, latest && sql`${basis} <= ${latest}`].filter(
    (part) => part !== null && part !== '',
  )
  return conditions.length === 0 ? sql<boolean>`1` : sql<boolean>`(${sql.join(conditions, sql` AND `)})`
}

/** One row per customer: total, not allocated, and a sum per column. One statement, whatever the size of the book. */
export const agedRows = async (
  db: Reader,
  asOf: Day,
  basis: 'due' | 'issued',
  currency: string,
  columns: readonly ColumnBounds[],
) => {
  const day = sql<string>`item.${sql.ref(basis)}`
  const sums = columns.map(
    (column) =>
      sql`sum(CASE WHEN item.amount > 0 AND ${inColumn(day, asOf, column)} THEN item.open ELSE 0 END) AS ${sql.id(column.key)}`,
  )
  const { rows } = await sql<
    Record<string, number> & { customer_id: string; code: string; name: string; total: number; unallocated: number }
  >`
    SELECT aged.*, customer.code, customer.name FROM (
      SELECT item.customer_id, sum(item.open) AS total, sum(CASE WHEN item.amount < 0 THEN item.open ELSE 0 END) AS unallocated,
        ${sql.join(sums)}
      FROM ${openItemsAsOf(asOf, undefined, sql`i.currency = ${currency}`)} item WHERE item.open <> 0 GROUP BY item.customer_id
    ) aged JOIN customer ON customer.id = aged.customer_id
    ORDER BY customer.sort_name, customer.code`.execute(db)
  return rows
}

/** What the ledger says was owed on a day, by currency: movements booked by then, whatever was matched with what. */
export const ledgerBalances = async (db: Reader, asOf: Day, home: string): Promise<Map<string, number>> => {
  // Grouping by currency sorts every movement of the book, and most books have but one currency.
  const { rows } = await sql<{ balance: number | null; others: number }>`
    SELECT sum(amount) FILTER (WHERE currency = ${home}) AS balance, count(*) FILTER (WHERE currency <> ${home}) AS others
    FROM open_item WHERE booked <= ${asOf}`.execute(db)
  const { balance = null, others = 0 } = rows[0] ?? {}
  const balances = new Map(balance === null ? [] : [[home, balance]])
  if (others === 0) return balances
  const foreign = await db
    .selectFrom('open_item')
    .select((eb) => ['currency', eb.fn.sum<number>('amount').as('balance')])
    .where('booked', '<=', asOf)
    .where('currency', '<>', home)
    .groupBy('currency')
    .execute()
  for (const row of foreign) balances.set(row.currency, row.balance)
  return new Map([...balances].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Balance, not due, overdue and not allocated of a customer, by currency. */
export const positionsOf = async (db: Reader, customerId: string, asOf: Day) => {
  const { rows } = await sql<{
    currency: string
    balance: number
    notDue: number
    overdue: number
    unallocated: number
    oldestDue: string | null
  }>`
    SELECT currency, sum(open) AS balance,
      sum(CASE WHEN amount > 0 AND due >= ${asOf} THEN open ELSE 0 END) AS notDue,
      sum(CASE WHEN amount > 0 AND due < ${asOf} THEN open ELSE 0 END) AS overdue,
      sum(CASE WHEN amount < 0 THEN open ELSE 0 END) AS unallocated,
      min(CASE WHEN amount > 0 AND due < ${asOf} THEN due END) AS oldestDue
    FROM ${openItemsAsOf(asOf, customerId)} item WHERE open <> 0 GROUP BY currency ORDER BY currency`.execute(db)
  return rows
}

/** The set a list is taken from (`i`), joined with what only some filters and orders ask for; SQLite leaves out a join not asked for. */
const listed = (asOf: Day, filters: ItemFilters): RawBuilder<unknown> => {
  const ofUnsettled = filters.cell !== undefined || !['settled', 'all'].includes(filters.show)
  const items = ofUnsettled ? unsettledAsOf(asOf, filters.customerId) : sql`open_item`
  return sql`${items} i LEFT JOIN open_item o ON o.id = i.id LEFT JOIN customer c ON c.id = i.customer_id`
}

const selection = (asOf: Day, filters: ItemFilters, cell: ColumnBounds | null): RawBuilder<boolean> => {
  const conditions: RawBuilder<boolean>[] = [sql<boolean>`i.booked <= ${asOf}`]
  if (filters.show === 'overdue') conditions.push(sql<boolean>`i.amount > 0 AND i.due < ${asOf}`)
  if (filters.show === 'credits') conditions.push(sql<boolean>`i.amount < 0`)
  if (filters.show === 'settled')
    conditions.push(
      sql<boolean>`(o.settled_on <= ${asOf} OR (i.id IN (${reopenedAfter(asOf)}) AND ${openAsOf(asOf)} = 0))`,
    )
  if (filters.cell || !['settled', 'all'].includes(filters.show)) conditions.push(stillOpenAsOf(asOf))
  if (filters.openFrom !== undefined) conditions.push(sql<boolean>`abs(${openAsOf(asOf)}) >= ${filters.openFrom}`)
  if (filters.openTo !== undefined) conditions.push(sql<boolean>`abs(${openAsOf(asOf)}) <= ${filters.openTo}`)
  if (filters.customerId) conditions.push(sql<boolean>`i.customer_id = ${filters.customerId}`)
  if (filters.kind) conditions.push(sql<boolean>`o.kind = ${filters.kind}`)
  if (filters.currency) conditions.push(sql<boolean>`i.currency = ${filters.currency}`)
  if (filters.cell?.column === 'unallocated') conditions.push(sql<boolean>`i.amount < 0`)
  if (filters.cell && cell)
    conditions.push(sql<boolean>`i.amount > 0 AND ${inColumn(sql`i.${sql.ref(filters.cell.basis)}`, asOf, cell)}`)
  // Numbers and labels stand as they were written, the customer's text is folded.
  for (const word of filters.search.split(/\s+/).filter(Boolean)) {
    const [written, folded] = [word, fold(word)].map((text) => sql`LIKE ${`%${escapeLike(text)}%`} ESCAPE '\\'`)
    conditions.push(
      sql<boolean>`(o.number ${written} OR o.label ${written} OR o.number ${folded} OR o.label ${folded} OR c.search ${folded})`,
    )
  }
  return sql<boolean>`${sql.join(conditions, sql` AND `)}`
}

export type ItemSort = 'due' | 'issued' | 'number' | 'customer' | 'amount' | 'open' | 'daysLate'

export const pageOfItems = async (
  db: Reader,
  asOf: Day,
  filters: ItemFilters,
  cell: ColumnBounds | null,
  order: { sort: ItemSort; descending: boolean; offset: number; limit: number },
) => {
  // Overdue first or last: credits are never late and stand after all debits.
  const sorted = {
    due: sql`i.due`,
    issued: sql`i.issued`,
    number: sql`o.number`,
    customer: sql`c.sort_name`,
    amount: sql`i.amount`,
    open: openAsOf(asOf),
    daysLate: sql`CASE WHEN i.amount > 0 THEN julianday(${asOf}) - julianday(i.due) ELSE -100000 END`,
  }[order.sort]
  const direction = order.descending ? sql`DESC` : sql`ASC`
  const { rows } = await sql<ItemRecord>`
    SELECT i.*, c.code AS customer_code, c.name AS customer_name, ${openAsOf(asOf)} AS open,
      (SELECT max(li.level) FROM dunning_letter_item li JOIN dunning_letter l ON l.id = li.letter_id
        WHERE li.item_id = i.id AND l.cancelled_on IS NULL AND l.day <= ${asOf}) AS level,
      EXISTS (SELECT 1 FROM hold WHERE hold.customer_id = i.customer_id AND (hold.item_id IS NULL OR hold.item_id = i.id)
        AND hold.released_on IS NULL AND (hold.until IS NULL OR hold.until >= ${asOf})) AS on_hold,
      ${disputedAsOf(asOf)} AS disputed, ${laterAsOf(asOf)} AS later, ${baseOpenAsOf(asOf)} AS base_open
    FROM (SELECT i.id, ${sorted} AS place
      FROM ${listed(asOf, filters)} WHERE ${selection(asOf, filters, cell)}
      ORDER BY place ${direction}, i.id LIMIT ${order.limit} OFFSET ${order.offset}) page
    JOIN open_item i ON i.id = page.id JOIN customer c ON c.id = i.customer_id
    ORDER BY page.place ${direction}, page.id`.execute(db)
  return rows
}

export type ItemRecord = {
  id: string
  customer_id: string
  customer_code: string
  customer_name: string
  kind: 'invoice' | 'credit_note' | 'payment' | 'opening' | 'adjustment'
  number: string
  label: string
  issued: string
  booked: string
  due: string
  due_origin: string
  approximate: number
  currency: string
  amount: number
  open: number
  level: number | null
  on_hold: number
  disputed: number
  later: number
  base_open: number | null
}

/** Count, open and overdue of a whole selection, by currency. */
export const sumsOfItems = async (db: Reader, asOf: Day, filters: ItemFilters, cell: ColumnBounds | null) => {
  const { rows } = await sql<{ currency: string; count: number; open: number; overdue: number }>`
    SELECT currency, count(*) AS count, sum(open) AS open, sum(CASE WHEN amount > 0 AND due < ${asOf} THEN open ELSE 0 END) AS overdue
    FROM (SELECT i.currency, i.amount, i.due, ${openAsOf(asOf)} AS open
      FROM ${listed(asOf, filters)} WHERE ${selection(asOf, filters, cell)} LIMIT -1)
    GROUP BY currency ORDER BY currency`.execute(db)
  return rows
}

export const countItems = async (
  db: Reader,
  asOf: Day,
  filters: ItemFilters,
  cell: ColumnBounds | null,
): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM ${listed(asOf, filters)} WHERE ${selection(asOf, filters, cell)}`.execute(db)
  return rows[0]?.count ?? 0
}

/** Items whose due date comes from payment terms: of one customer, or of every one without terms of its own or its segment. */
export const itemsDueByTerms = (db: Reader, customerId: string | null, exceptSegments: readonly string[] = []) =>
  db
    .selectFrom('open_item')
    .select(['id', 'issued', 'due'])
    .where('due_origin', '=', 'terms')
    .$if(customerId !== null, (query) => query.where('customer_id', '=', customerId as string))
    .$if(customerId === null, (query) =>
      query.where('customer_id', 'in', (eb) =>
        eb.selectFrom('customer').select('id').where('terms', 'is', null).where('segment', 'not in', exceptSegments),
      ),
    )
    .execute()

export const lastPaymentDay = async (db: Reader): Promise<Day | null> => {
  // The bank tells its lines and, where it does, until which day there were no others.
  const { rows } = await sql<{ day: Day | null }>`
    SELECT max(day) AS day FROM (
      SELECT max(booked) AS day FROM open_item WHERE kind = 'payment'
      UNION ALL SELECT max(booked) FROM bank_line
      UNION ALL SELECT max(closing_day) FROM bank_statement)`.execute(db)
  return rows[0]?.day ?? null
}

/**
 * Refreshes the cached day of settlement of the items named, after their matches changed: the last day on which what is
 * matched of them changed, once nothing is left. A match undone on its own day changed nothing.
 */
export const refreshSettled = async (db: Writer, itemIds: readonly string[]): Promise<void> => {
  await sql`
    UPDATE open_item SET settled_on = (
      SELECT CASE WHEN sum(net) = abs(open_item.amount) THEN max(day) FILTER (WHERE net <> 0) END FROM (
        SELECT a.day, sum(a.amount) AS net FROM allocation a
        WHERE a.debit_id = open_item.id OR a.credit_id = open_item.id GROUP BY a.day))
    WHERE id IN (SELECT value FROM json_each(${JSON.stringify(itemIds)}))`.execute(db)
}
