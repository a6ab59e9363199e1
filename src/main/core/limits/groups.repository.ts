import { sql } from 'kysely'
import type { Reader, Writer } from '../kernel/context.ts'
import type { CustomerGroupTable } from './limits.table.ts'

export type MemberRow = CustomerGroupTable & {
  customer_id: string | null
  customer_code: string | null
  customer_name: string | null
}

/** Groups with their members: those that some customers belong to, one by its id, or all. */
export const groupMembers = async (
  db: Reader,
  which: { customerIds?: readonly string[] | undefined; id?: string | undefined } = {},
): Promise<MemberRow[]> => {
  const { customerIds, id } = which
  const around =
    customerIds === undefined
      ? sql``
      : sql`AND g.id IN (SELECT group_id FROM customer_group_member
          WHERE customer_id IN (SELECT value FROM json_each(${JSON.stringify(customerIds)})))`
  const { rows } = await sql<MemberRow>`
    SELECT g.*, c.id AS customer_id, c.code AS customer_code, c.name AS customer_name
    FROM customer_group g LEFT JOIN customer_group_member m ON m.group_id = g.id LEFT JOIN customer c ON c.id = m.customer_id
    WHERE 1 ${around} ${id === undefined ? sql`` : sql`AND g.id = ${id}`} ORDER BY g.name, c.sort_name, c.code`.execute(
    db,
  )
  return rows
}

export const groupNamed = (db: Reader, name: string) =>
  db.selectFrom('customer_group').select('id').where('name', '=', name).executeTakeFirst()

export const upsertGroup = async (db: Writer, group: CustomerGroupTable): Promise<void> => {
  const { name, note } = group
  await db
    .insertInto('customer_group')
    .values(group)
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ name, note }))
    .execute()
}

/** Says who belongs to a group; a customer that belonged to another leaves it. */
export const replaceMembers = async (db: Writer, groupId: string, customerIds: readonly string[]): Promise<void> => {
  await db.deleteFrom('customer_group_member').where('group_id', '=', groupId).execute()
  await sql`INSERT OR REPLACE INTO customer_group_member (customer_id, group_id)
    SELECT value, ${groupId} FROM json_each(${JSON.stringify(customerIds)})`.execute(db)
}
