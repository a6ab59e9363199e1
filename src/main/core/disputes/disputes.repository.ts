import { type RawBuilder, sql } from 'kysely'
import { escapeLike } from '../customers/customers.search.ts'
import { contestedAsOf, disputedAsOf, disputeInForce } from '../db/disputed-items.ts'
import { openAsOf } from '../db/open-items.ts'
import type { Reader, Writer } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { fold } from '../kernel/text.ts'
import type { DisputeStepTable, DisputeTable } from './disputes.table.ts'

export type DisputeSelection = {
  id?: string | undefined
  customerId?: string | undefined
  itemId?: string | undefined
  show: 'open' | 'overdue' | 'closed' | 'all'
  reason?: string | undefined
  owner?: string | undefined
  search: string
}
export type DisputeOrder = {
  sort: 'age' | 'deadline' | 'amount' | 'customer'
  descending: boolean
  offset: number
  limit: number
}

/** What dispute `d` contests: less what was given up before it was opened again. */
const CONTESTED = sql<number>`(d.amount - CASE WHEN d.closed_on IS NULL THEN d.conceded ELSE 0 END)`

const SHOWN = {
  open: () => sql<boolean>`d.closed_on IS NULL`,
  overdue: (today: Day) => sql<boolean>`d.closed_on IS NULL AND d.deadline < ${today}`,
  closed: () => sql<boolean>`d.closed_on IS NOT NULL`,
  all: () => sql<boolean>`1`,
}

const selected = (today: Day, selection: DisputeSelection): RawBuilder<boolean> => {
  const conditions = [SHOWN[selection.show](today)]
  if (selection.id) conditions.push(sql<boolean>`d.id = ${selection.id}`)
  if (selection.customerId) conditions.push(sql<boolean>`d.customer_id = ${selection.customerId}`)
  if (selection.itemId) conditions.push(sql<boolean>`d.item_id = ${selection.itemId}`)
  if (selection.reason) conditions.push(sql<boolean>`d.reason = ${selection.reason}`)
  if (selection.owner) conditions.push(sql<boolean>`d.owner = ${selection.owner}`)
  for (const word of selection.search.split(/\s+/).filter(Boolean)) {
    const [written, folded] = [word, fold(word)].map((text) => sql`LIKE ${`%${escapeLike(text)}%`} ESCAPE '\\'`)
    conditions.push(sql<boolean>`(i.number ${written} OR d.description ${written} OR c.search ${folded})`)
  }
  return sql<boolean>`${sql.join(conditions, sql` AND `)}`
}

export type DisputeRecord = DisputeTable & {
  customer_code: string
  customer_name: string
  number: string
  due: Day
  currency: string
  item_amount: number
  item_open: number
  credit_number: string | null
}

/** Disputes with the item they contest as it stands today. */
export const listDisputes = async (
  db: Reader,
  today: Day,
  selection: DisputeSelection,
  order: DisputeOrder,
): Promise<DisputeRecord[]> => {
  const sorted = {
    age: sql`julianday(coalesce(d.closed_on, ${today})) - julianday(d.opened_on)`,
    deadline: sql`coalesce(d.deadline, '9999-12-31')`,
    amount: sql`d.amount`,
    customer: sql`c.sort_name`,
  }[order.sort]
  const { rows } = await sql<DisputeRecord>`
    SELECT d.*, c.code AS customer_code, c.name AS customer_name, i.number, i.due, i.currency, i.amount AS item_amount,
      ${openAsOf(today)} AS item_open, credit.number AS credit_number
    FROM dispute d JOIN open_item i ON i.id = d.item_id JOIN customer c ON c.id = d.customer_id
    LEFT JOIN open_item credit ON credit.id = d.credit_item_id
    WHERE ${selected(today, selection)}
    ORDER BY ${sorted} ${order.descending ? sql`DESC` : sql`ASC`}, d.opened_on, d.id
    LIMIT ${order.limit} OFFSET ${order.offset}`.execute(db)
  return rows
}

/** Count and amount contested of a whole selection, by currency. */
export const sumsOfDisputes = async (db: Reader, today: Day, selection: DisputeSelection) => {
  const { rows } = await sql<{ currency: string; amount: number; count: number }>`
    SELECT i.currency, sum(${CONTESTED}) AS amount, count(*) AS count
    FROM dispute d JOIN open_item i ON i.id = d.item_id JOIN customer c ON c.id = d.customer_id
    WHERE ${selected(today, selection)} GROUP BY i.currency ORDER BY i.currency`.execute(db)
  return rows
}

/** An item with what is open of it and what disputes contest of it today. */
export const findContestable = async (db: Reader, itemId: string, today: Day) => {
  const { rows } = await sql<{
    id: string
    customer_id: string
    kind: string
    number: string
    booked: Day
    currency: string
    amount: number
    open: number
    contested: number
  }>`
    SELECT i.id, i.customer_id, i.kind, i.number, i.booked, i.currency, i.amount, ${openAsOf(today)} AS open,
      ${contestedAsOf(today)} AS contested
    FROM open_item i WHERE i.id = ${itemId}`.execute(db)
  return rows[0]
}

/** A customer's credit note of this number, with what is left of it and what of it settles the item, above zero. */
export const findCreditNote = async (
  db: Reader,
  { customerId, itemId }: { customerId: string; itemId: string },
  number: string,
  today: Day,
) => {
  const { rows } = await sql<{ id: string; currency: string; left: number; settling: number }>`
    SELECT i.id, i.currency, -${openAsOf(today)} AS left,
      coalesce((SELECT sum(a.amount) FROM allocation a WHERE a.credit_id = i.id AND a.debit_id = ${itemId}), 0) AS settling
    FROM open_item i
    WHERE i.customer_id = ${customerId} AND i.number = ${number} AND i.kind = 'credit_note' AND i.amount < 0
    ORDER BY left DESC LIMIT 1`.execute(db)
  return rows[0]
}

/** The disputed part of what is open, of every item that disputes contest on a day; none where it is zero. */
export const disputedParts = async (db: Reader, asOf: Day) => {
  const { rows } = await sql<{ itemId: string; amount: number }>`
    SELECT i.id AS itemId, ${disputedAsOf(asOf)} AS amount
    FROM (SELECT DISTINCT item_id FROM dispute WHERE ${disputeInForce('dispute', asOf)}) contested
    JOIN open_item i ON i.id = contested.item_id`.execute(db)
  return rows.filter(({ amount }) => amount > 0)
}

export const insertDispute = async (db: Writer, dispute: DisputeTable): Promise<void> => {
  await db.insertInto('dispute').values(dispute).execute()
}

export const updateDispute = async (db: Writer, id: string, changes: Partial<DisputeTable>): Promise<void> => {
  await db.updateTable('dispute').set(changes).where('id', '=', id).execute()
}

export const listSteps = (db: Reader, disputeId: string) =>
  db.selectFrom('dispute_step').selectAll().where('dispute_id', '=', disputeId).orderBy('at').orderBy('id').execute()

export const insertStep = async (db: Writer, step: DisputeStepTable): Promise<void> => {
  await db.insertInto('dispute_step').values(step).execute()
}

/**
 * By reason and currency: disputes open at the end of a period with their average age that day, and those closed within
 * it with the days they took, what was given up, and the share in which the claim stood.
 */
export const disputeFigures = async (db: Reader, from: Day, until: Day) => {
  const { rows } = await sql<{
    reason: string
    currency: string
    open: number
    openAmount: number
    averageAge: number | null
    closed: number
    averageCycle: number | null
    conceded: number
    upheldShare: number | null
  }>`
    SELECT reason, currency, sum(is_open) AS open, sum(CASE WHEN is_open THEN contested ELSE 0 END) AS openAmount,
      avg(CASE WHEN is_open THEN julianday(${until}) - julianday(opened_on) END) AS averageAge,
      sum(NOT is_open) AS closed, avg(CASE WHEN NOT is_open THEN julianday(closed_on) - julianday(opened_on) END) AS averageCycle,
      sum(CASE WHEN is_open THEN 0 ELSE conceded END) AS conceded, avg(CASE WHEN NOT is_open THEN outcome = 'upheld' END) AS upheldShare
    FROM (SELECT d.*, i.currency, ${CONTESTED} AS contested, d.closed_on IS NULL OR d.closed_on > ${until} AS is_open
      FROM dispute d JOIN open_item i ON i.id = d.item_id
      WHERE d.opened_on <= ${until} AND (d.closed_on IS NULL OR d.closed_on >= ${from}))
    GROUP BY reason, currency ORDER BY reason, currency`.execute(db)
  return rows
}

export const listOwners = async (db: Reader): Promise<string[]> => {
  const rows = await db
    .selectFrom('dispute')
    .select('owner')
    .distinct()
    .where('owner', '<>', '')
    .orderBy('owner')
    .execute()
  return rows.map((row) => row.owner)
}
