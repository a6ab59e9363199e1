import { type RawBuilder, sql } from 'kysely'
import { escapeLike } from '../customers/customers.search.ts'
import type { Reader, Writer } from '../kernel/context.ts'
import { fold } from '../kernel/text.ts'
import type { CustomerOrderTable } from './orders.table.ts'

export type OrderSelection = {
  id?: string | undefined
  customerId?: string | undefined
  show: 'running' | 'held' | 'open' | 'closed' | 'cancelled' | 'all'
  search: string
}
export type OrderRecord = CustomerOrderTable & { customer_code: string; customer_name: string; delivered: number }

const selected = ({ id, customerId, show, search }: OrderSelection): RawBuilder<boolean> => {
  const conditions = [sql<boolean>`1`]
  if (show === 'running') conditions.push(sql<boolean>`o.state IN ('held', 'open')`)
  else if (show !== 'all') conditions.push(sql<boolean>`o.state = ${show}`)
  if (id) conditions.push(sql<boolean>`o.id = ${id}`)
  if (customerId) conditions.push(sql<boolean>`o.customer_id = ${customerId}`)
  for (const word of search.split(/\s+/).filter(Boolean)) {
    const [written, folded] = [word, fold(word)].map((text) => sql`LIKE ${`%${escapeLike(text)}%`} ESCAPE '\\'`)
    conditions.push(sql<boolean>`(o.number ${written} OR c.search ${folded})`)
  }
  return sql<boolean>`${sql.join(conditions, sql` AND `)}`
}

const FROM = sql`customer_order o JOIN customer c ON c.id = o.customer_id`

/** Held ones first, then the newest. */
export const listOrders = async (
  db: Reader,
  selection: OrderSelection,
  page: { offset: number; limit: number },
): Promise<OrderRecord[]> => {
  const { rows } = await sql<OrderRecord>`
    SELECT o.*, c.code AS customer_code, c.name AS customer_name, coalesce((SELECT sum(d.amount) FROM delivery d
      WHERE d.customer_id = o.customer_id AND d.reference = o.number AND d.currency = o.currency), 0) AS delivered
    FROM ${FROM} WHERE ${selected(selection)}
    ORDER BY o.state <> 'held', o.day DESC, o.number LIMIT ${page.limit} OFFSET ${page.offset}`.execute(db)
  return rows
}

export const countOrders = async (db: Reader, selection: OrderSelection): Promise<number> => {
  const { rows } = await sql<{ total: number }>`
    SELECT count(*) AS total FROM ${FROM} WHERE ${selected(selection)}`.execute(db)
  return rows[0]?.total ?? 0
}

export const orderNumbered = (db: Reader, customerId: string, number: string) =>
  db
    .selectFrom('customer_order')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('number', '=', number)
    .executeTakeFirst()

export const insertOrder = async (db: Writer, order: CustomerOrderTable): Promise<void> => {
  await db.insertInto('customer_order').values(order).execute()
}

export const updateOrder = async (db: Writer, id: string, changes: Partial<CustomerOrderTable>): Promise<void> => {
  await db.updateTable('customer_order').set(changes).where('id', '=', id).execute()
}

export const deleteOrder = async (db: Writer, id: string): Promise<number> =>
  Number((await db.deleteFrom('customer_order').where('id', '=', id).executeTakeFirst()).numDeletedRows)

/** Ids of customers by code. */
export const customerIds = async (db: Reader): Promise<Map<string, string>> =>
  new Map((await db.selectFrom('customer').select(['code', 'id']).execute()).map(({ code, id }) => [code, id]))
