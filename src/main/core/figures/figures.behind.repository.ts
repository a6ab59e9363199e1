import { type RawBuilder, sql } from 'kysely'
import { baseOpenAsOf } from '../db/base-items.ts'
import { contestedAsOf, disputeInForce } from '../db/disputed-items.ts'
import { openAsOf } from '../db/open-items.ts'
import type { Reader } from '../kernel/context.ts'
import type { Page } from '../kernel/contract.ts'
import type { Day } from '../kernel/day.ts'
import { invoicedParts } from './figures.invoicing.repository.ts'
import type { FigureList, ListRow } from './figures.lists.schema.ts'
import type { Stretch } from './figures.model.ts'
import { askedByAnyone, askedByLetter } from './figures.reminders.repository.ts'

export type ListSelection = { late: boolean; level?: number | undefined; person?: string | undefined }
export type SqlList = Exclude<FigureList, 'promises' | 'limits' | 'shares'>

// Each list as customer, item, number, two days, amount and the part that counts; the days between come of them.
const list = (
  columns: readonly [string, string, string, string, string],
  amount: RawBuilder<unknown>,
  counted = 'NULL',
) => {
  const [customer, item, number, from, until] = columns
  return sql`${sql.raw(`${customer} AS customerId, ${item} AS itemId, ${number} AS number, ${from} AS "from", ${until} AS "until"`)},
    ${amount} AS amount, ${sql.raw(counted)} AS counted`
}
const worthOf = (home: string, part: string, item: string) =>
  sql`CASE WHEN ${sql.ref(`${item}.currency`)} = ${home} THEN ${sql.raw(part)}
    ELSE coalesce(CAST(round(1.0 * ${sql.raw(part)} * ${sql.raw(item)}.base_amount / ${sql.raw(item)}.amount) AS INTEGER), 0) END`

const lists: Record<SqlList, (home: string, stretch: Stretch, selection: ListSelection) => RawBuilder<unknown>> = {
  // A receipt counts on its own day, however late it was matched; matches taken back by then are left out.
  paid: (home, { from, until }, { late }) =>
    sql`SELECT ${list(['p.customer', 'p.item', 'p.number', 'p.due', 'p.booked'], sql`p.worth`)} FROM (
      SELECT i.customer_id AS customer, i.id AS item, i.number, i.due, c.booked,
        CASE WHEN i.currency = ${home} THEN a.amount ELSE a.debit_base END AS worth
      FROM open_item c CROSS JOIN allocation a ON a.credit_id = c.id CROSS JOIN open_item i ON i.id = a.debit_id
      WHERE c.kind = 'payment' AND c.booked > ${from} AND c.booked <= ${until} AND a.amount > 0 AND a.day <= ${until}
        AND i.kind IN ('invoice', 'opening') AND (i.currency = ${home} OR a.debit_base IS NOT NULL)
        AND a.id NOT IN (SELECT reverses FROM allocation WHERE reverses IS NOT NULL AND day <= ${until})) p
      ${late ? sql`WHERE p.booked > p.due` : sql``}`,
  losses: (home, { from, until }) =>
    sql`SELECT ${list(['i.customer_id', 'i.id', 'i.number', 'i.due', 'a.day'], sql`CASE WHEN i.currency = ${home} THEN a.amount ELSE a.debit_base END`)}
      FROM adjustment w CROSS JOIN allocation a ON a.credit_id = w.item_id CROSS JOIN open_item i ON i.id = a.debit_id
      WHERE w.reason = 'write_off' AND a.day > ${from} AND a.day <= ${until} AND i.booked <= ${until}
        AND (i.currency = ${home} OR a.debit_base IS NOT NULL)`,
  disputed: (home, { until }) =>
    sql`SELECT ${list(['d.customer_id', 'd.id', 'd.number', 'd.opened', 'NULL'], worthOf(home, 'd.part', 'd'))}
      FROM (SELECT i.customer_id, i.id, i.number, i.currency, i.base_amount, i.amount,
          max(0, min(${contestedAsOf(until)}, ${openAsOf(until)})) AS part,
          (SELECT min(d.opened_on) FROM dispute d WHERE d.item_id = i.id AND ${disputeInForce('d', until)}) AS opened
        FROM open_item i WHERE i.amount > 0 AND i.booked <= ${until}
          AND i.id IN (SELECT d.item_id FROM dispute d WHERE ${disputeInForce('d', until)})) d
      WHERE d.part > 0 AND (d.currency = ${home} OR d.base_amount IS NOT NULL)`,
  closed: (home, { from, until }) =>
    sql`SELECT ${list(['d.customer_id', 'i.id', 'i.number', 'd.opened_on', 'd.closed_on'], worthOf(home, 'd.amount', 'i'))}
      FROM dispute d CROSS JOIN open_item i ON i.id = d.item_id WHERE d.closed_on > ${from} AND d.closed_on <= ${until}`,
  delivered: (home, stretch) =>
    sql`SELECT ${list(['p.customer_id', 'p.id', 'p.number', 'p.delivered', 'p.issued'], sql`p.worth`)}
      FROM (${invoicedParts(home, stretch)}) p WHERE p.delivered IS NOT NULL`,
  ordered: (home, stretch) =>
    sql`SELECT ${list(['p.customer_id', 'p.id', 'p.number', 'p.ordered', 'p.issued'], sql`p.worth`)}
      FROM (${invoicedParts(home, stretch)}) p WHERE p.ordered IS NOT NULL`,
  reminded: (home, stretch, { level }) =>
    sql`SELECT ${list(['p.customer_id', 'p.item_id', 'p.number', 'p.day', 'p.next'], sql`p.worth`, 'p.paid')}
      FROM (${askedByLetter(home, stretch)}) p ${level === undefined ? sql`` : sql`WHERE p.level = ${level}`}`,
  asked: (home, stretch, { person }) =>
    sql`SELECT ${list(['p.customer_id', 'p.item_id', 'p.number', 'p.day', 'p.next'], sql`p.worth`, 'p.paid')}
      FROM (${askedByAnyone(home, stretch)}) p ${person === undefined ? sql`` : sql`WHERE p.person = ${person}`}`,
}

type Row = Pick<ListRow, 'name' | 'itemId' | 'number' | 'from' | 'until' | 'amount' | 'counted'> & {
  customerId: string
}
type Sums = { total: number; amount: number | null; counted: number | null }

/** A list of a stretch of days, the largest amounts first: its sums, and a page of it. */
export const readList = async (
  db: Reader,
  which: SqlList,
  home: string,
  stretch: Stretch,
  selection: ListSelection,
  { offset, limit }: Page,
): Promise<Sums & { rows: Row[] }> => {
  const rows = lists[which](home, stretch, selection)
  const sums = await sql<Sums>`
    SELECT count(*) AS total, sum(amount) AS amount, sum(counted) AS counted FROM (${rows})`.execute(db)
  const page = await sql<Row>`
    SELECT p.*, customer.name FROM (SELECT * FROM (${rows}) ORDER BY amount DESC, number, itemId, "from" LIMIT ${limit} OFFSET ${offset}) p
    JOIN customer ON customer.id = p.customerId ORDER BY p.amount DESC, p.number, p.itemId, p."from"`.execute(db)
  return { ...(sums.rows[0] ?? { total: 0, amount: 0, counted: null }), rows: page.rows }
}

export type Share = { customerId: string | null; name: string; amount: number }

/** What each group, and each customer that is in none, owes on a day: those in credit are left out, the largest first. */
export const shares = async (db: Reader, home: string, asOf: Day): Promise<Share[]> => {
  const { rows } = await sql<Share>`
    SELECT CASE WHEN g.id IS NULL THEN c.id END AS customerId, coalesce(g.name, c.name) AS name, sum(owed.worth) AS amount FROM (
      SELECT i.customer_id, sum(CASE WHEN i.currency = ${home} THEN i.amount ELSE coalesce(${baseOpenAsOf(asOf)}, 0) END) AS worth
      FROM open_item i WHERE i.booked <= ${asOf} GROUP BY i.customer_id) owed
    JOIN customer c ON c.id = owed.customer_id LEFT JOIN customer_group_member m ON m.customer_id = owed.customer_id
    LEFT JOIN customer_group g ON g.id = m.group_id
    GROUP BY coalesce(g.id, owed.customer_id) HAVING sum(owed.worth) > 0 ORDER BY amount DESC, name`.execute(db)
  return rows
}
