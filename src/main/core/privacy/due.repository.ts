import { sql } from 'kysely'
import type { Reader, Writer } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { HindranceKind } from './privacy.contract.ts'
import type { Part } from './privacy.rows.ts'

type Either = Reader | Writer

export type Standing = {
  id: string
  code: string
  name: string
  /** The last day of an item, a match or a letter; null where there never was one. */
  moved: Day | null
  /** The last day anything else was noted. */
  touched: Day
  oldestOpen: Day | null
}

const lastOf = (table: string, day: string) =>
  sql`(SELECT max(${sql.raw(day)}) FROM ${sql.table(table)} t WHERE t.customer_id = c.id)`

/** Customers that are not erased, one or all of those without an open item. */
export const standings = async (db: Either, customerId?: string): Promise<Standing[]> => {
  const which = customerId
    ? sql`c.id = ${customerId}`
    : sql`NOT EXISTS (SELECT 1 FROM open_item i WHERE i.customer_id = c.id AND i.settled_on IS NULL)`
  const { rows } = await sql<Standing>`
    SELECT c.id, c.code, c.name,
      nullif(max(coalesce(${lastOf('open_item', 't.booked')}, ''), coalesce(${lastOf('open_item', 't.settled_on')}, ''),
        coalesce(${lastOf('dunning_letter', 't.day')}, '')), '') AS moved,
      max(substr(c.created_at, 1, 10), substr(c.updated_at, 1, 10), coalesce(${lastOf('customer_event', 't.day')}, ''),
        coalesce(${lastOf('call', 't.day')}, ''), coalesce(${lastOf('task', 't.created_on')}, ''),
        coalesce(${lastOf('mail_message', 't.queued_on')}, ''), coalesce(${lastOf('customer_order', 't.day')}, ''),
        coalesce(${lastOf('credit_application', 't.received_on')}, ''), coalesce(${lastOf('credit_review', 't.decided_on')}, '')) AS touched,
      (SELECT min(i.issued) FROM open_item i WHERE i.customer_id = c.id AND i.settled_on IS NULL) AS oldestOpen
    FROM customer c WHERE ${which}
      AND NOT EXISTS (SELECT 1 FROM erasure e WHERE e.customer_id = c.id AND e.kind = 'customer')`.execute(db)
  return rows
}

/** What is open, as a condition on `t`. */
const OPEN: Record<Exclude<HindranceKind, 'law' | 'open-charges'>, { table: string; when: string }> = {
  'open-items': { table: 'open_item', when: 't.settled_on IS NULL' },
  orders: { table: 'customer_order', when: "t.state IN ('held', 'open')" },
  disputes: { table: 'dispute', when: 't.closed_on IS NULL' },
  tasks: { table: 'task', when: 't.done_on IS NULL' },
  outbox: { table: 'mail_message', when: "t.state IN ('queued', 'sending', 'uncertain', 'failed')" },
  reviews: { table: 'credit_review', when: "t.state IN ('preparing', 'submitted', 'returned')" },
  applications: {
    table: 'credit_application',
    when: 't.dropped_on IS NULL AND NOT EXISTS (SELECT 1 FROM credit_review r WHERE r.application_id = t.id)',
  },
  handovers: { table: 'handover', when: 't.closed_on IS NULL' },
  declarations: { table: 'claim_declaration', when: 't.cancelled_on IS NULL AND t.outcome_on IS NULL' },
  'retention-claims': { table: 'retention_claim', when: 't.cancelled_on IS NULL AND t.outcome_on IS NULL' },
  'write-offs': { table: 'write_off', when: "t.state = 'proposed'" },
}

/** How much of what is open, by customer; of those named. */
export const openOf = async (
  db: Either,
  customerIds: readonly string[],
): Promise<Map<string, Partial<Record<HindranceKind, number>>>> => {
  const found = new Map<string, Partial<Record<HindranceKind, number>>>()
  const ids = sql`(SELECT value FROM json_each(${JSON.stringify(customerIds)}))`
  for (const [kind, { table, when }] of Object.entries(OPEN)) {
    const { rows } = await sql<{ id: string; n: number }>`
      SELECT t.customer_id AS id, count(*) AS n FROM ${sql.table(table)} t WHERE t.customer_id IN ${ids} AND ${sql.raw(when)}
      GROUP BY t.customer_id`.execute(db)
    for (const { id, n } of rows) found.set(id, { ...found.get(id), [kind]: n })
  }
  return found
}

/** Rows of a part that are older than a day, by customer; nothing that may tell of an item still open. */
export const agedRows = async (db: Either, part: Part, until: Day) => {
  if (!part.aged) return []
  const { day, and = '1' } = part.aged
  const { rows } = await sql<{ id: string; n: number; since: Day }>`
    SELECT t.customer_id AS id, count(*) AS n, min(${sql.raw(day)}) AS since FROM ${sql.table(part.table)} t
    WHERE ${sql.raw(day)} < ${until} AND ${sql.raw(and)} AND ${sql.raw(day)} < coalesce(
      (SELECT min(i.issued) FROM open_item i WHERE i.customer_id = t.customer_id AND i.settled_on IS NULL), '9999-12-31')
    GROUP BY t.customer_id`.execute(db)
  return rows
}
