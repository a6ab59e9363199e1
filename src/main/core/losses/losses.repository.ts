import { sql } from 'kysely'
import { openItemsAsOf } from '../db/open-items.ts'
import type { Reader } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { WriteOffReason } from '../writeoffs/writeoffs.schema.ts'

export type LostItem = {
  itemId: string
  number: string
  kind: 'invoice' | 'opening'
  customerId: string
  issued: Day
  booked: Day
  currency: string
  /** Of the whole invoice, and what of it is lost. */
  invoiced: number
  amount: number
}
/** What it was given up by, where somebody approved it; null for a small difference. */
export type WrittenOff = LostItem & {
  on: Day
  writeOffId: string | null
  reference: string | null
  reason: WriteOffReason | null
  proposedBy: string | null
  approvedBy: string | null
}

/** What was written off of invoices in a stretch of days, both included; what was taken back by its end left out. */
export const writtenOff = async (
  db: Reader,
  { from, until }: { from: Day; until: Day },
  customerId?: string,
): Promise<WrittenOff[]> => {
  const own = customerId === undefined ? sql`` : sql`AND i.customer_id = ${customerId}`
  const { rows } = await sql<WrittenOff>`
    SELECT i.id AS itemId, i.number, i.kind, i.customer_id AS customerId, i.issued, i.booked, i.currency, i.amount AS invoiced,
      sum(a.amount) AS amount,
      coalesce(o.day, max(CASE WHEN a.amount > 0 THEN a.day END)) AS "on", o.id AS writeOffId, o.reference, o.reason,
      o.proposed_by AS proposedBy, o.answered_by AS approvedBy
    FROM adjustment w CROSS JOIN allocation a ON a.credit_id = w.item_id CROSS JOIN open_item i ON i.id = a.debit_id
      LEFT JOIN write_off_item p ON p.credit_id = w.item_id LEFT JOIN write_off o ON o.id = p.write_off_id
    WHERE w.reason = 'write_off' AND a.day <= ${until} AND i.kind IN ('invoice', 'opening') ${own}
    GROUP BY i.id, w.item_id HAVING sum(a.amount) > 0 AND "on" >= ${from}`.execute(db)
  return rows
}

/** What is open of the invoices of customers on a day. */
export const openInvoices = async (db: Reader, asOf: Day, customerIds: readonly string[]): Promise<LostItem[]> => {
  const { rows } = await sql<LostItem>`
    SELECT item.id AS itemId, o.number, o.kind, item.customer_id AS customerId, item.issued, item.booked, item.currency,
      item.amount AS invoiced, item.open AS amount
    FROM ${openItemsAsOf(asOf, customerIds, sql`i.amount > 0`)} item CROSS JOIN open_item o ON o.rowid = item.place
    WHERE item.open > 0 AND o.kind IN ('invoice', 'opening')`.execute(db)
  return rows
}

export type Named = {
  id: string
  code: string
  name: string
  segment: string
  salesperson: string
  firstInvoiced: Day | null
}

/** Names of customers and the day each was first invoiced. */
export const customersNamed = async (db: Reader, customerIds: readonly string[]): Promise<Map<string, Named>> => {
  const { rows } = await sql<Named>`
    SELECT c.id, c.code, c.name, c.segment, c.salesperson, (SELECT min(i.issued) FROM open_item i
      WHERE i.customer_id = c.id AND i.kind IN ('invoice', 'opening')) AS firstInvoiced
    FROM customer c WHERE c.id IN (SELECT value FROM json_each(${JSON.stringify(customerIds)}))`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** When the first limit of the book was decided. */
export const limitsSince = async (db: Reader): Promise<Day | null> => {
  const row = await db
    .selectFrom('credit_limit')
    .select((eb) => eb.fn.min('decided_on').as('day'))
    .where('kind', 'in', ['internal', 'temporary'])
    .executeTakeFirst()
  return row?.day ?? null
}
