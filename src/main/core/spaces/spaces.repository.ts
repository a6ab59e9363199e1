import { type RawBuilder, sql } from 'kysely'
import { escapeLike } from '../customers/customers.search.ts'
import type { Reader, Writer } from '../kernel/context.ts'
import type { Page } from '../kernel/contract.ts'
import type { Day } from '../kernel/day.ts'
import { fold } from '../kernel/text.ts'
import type { SpaceState } from './spaces.contract.ts'
import type { CustomerSpaceTable } from './spaces.table.ts'

export type SpaceSelection = {
  id?: string
  customerId?: string | undefined
  show: SpaceState | 'all'
  search: string
  today: Day
}
export type SpaceRecord = CustomerSpaceTable & { customer_code: string; customer_name: string }

const selected = ({ id, customerId, show, search, today }: SpaceSelection): RawBuilder<boolean> => {
  const conditions = [sql<boolean>`1`]
  if (show === 'withdrawn') conditions.push(sql<boolean>`s.withdrawn_on IS NOT NULL`)
  if (show === 'open') conditions.push(sql<boolean>`s.withdrawn_on IS NULL AND s.until >= ${today}`)
  if (show === 'expired') conditions.push(sql<boolean>`s.withdrawn_on IS NULL AND s.until < ${today}`)
  if (id) conditions.push(sql<boolean>`s.id = ${id}`)
  if (customerId) conditions.push(sql<boolean>`s.customer_id = ${customerId}`)
  for (const word of search.split(/\s+/).filter(Boolean)) {
    const [written, folded] = [word, fold(word)].map((text) => sql`LIKE ${`%${escapeLike(text)}%`} ESCAPE '\\'`)
    conditions.push(sql<boolean>`(s.recipient ${written} OR s.sha256 ${written} OR c.search ${folded})`)
  }
  return sql<boolean>`${sql.join(conditions, sql` AND `)}`
}

/** The latest first. */
export const listSpaces = async (db: Reader, selection: SpaceSelection, page: Page): Promise<SpaceRecord[]> => {
  const { rows } = await sql<SpaceRecord>`
    SELECT s.*, c.code AS customer_code, c.name AS customer_name
    FROM customer_space s JOIN customer c ON c.id = s.customer_id WHERE ${selected(selection)}
    ORDER BY s.number DESC LIMIT ${page.limit} OFFSET ${page.offset}`.execute(db)
  return rows
}

export const countSpaces = async (db: Reader, selection: SpaceSelection): Promise<number> => {
  const { rows } = await sql<{ total: number }>`SELECT count(*) AS total
    FROM customer_space s JOIN customer c ON c.id = s.customer_id WHERE ${selected(selection)}`.execute(db)
  return rows[0]?.total ?? 0
}

export const nextNumber = async (db: Reader): Promise<number> => {
  const { rows } = await sql<{ next: number }>`
    SELECT coalesce(max(number), 0) + 1 AS next FROM customer_space`.execute(db)
  return rows[0]?.next ?? 1
}

export const insertSpace = async (db: Writer, space: CustomerSpaceTable): Promise<void> => {
  await db.insertInto('customer_space').values(space).execute()
}

export const updateSpace = async (db: Writer, id: string, changes: Partial<CustomerSpaceTable>): Promise<void> => {
  await db.updateTable('customer_space').set(changes).where('id', '=', id).execute()
}

/** By customer, the last day on which one of its spaces opens. */
export const openUntil = async (db: Reader, today: Day): Promise<Map<string, Day>> => {
  const { rows } = await sql<{ customer_id: string; until: Day }>`
    SELECT customer_id, max(until) AS until FROM customer_space
    WHERE withdrawn_on IS NULL AND until >= ${today} GROUP BY customer_id`.execute(db)
  return new Map(rows.map(({ customer_id, until }) => [customer_id, until]))
}

/** The review that was decided last. */
export const lastDecided = async (db: Reader, customerId: string): Promise<string | null> => {
  const { rows } = await sql<{ id: string }>`SELECT id FROM credit_review
    WHERE customer_id = ${customerId} AND state = 'decided' ORDER BY decided_at DESC, id DESC LIMIT 1`.execute(db)
  return rows[0]?.id ?? null
}
