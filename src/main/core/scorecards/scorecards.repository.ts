import { sql } from 'kysely'
import type { Reader } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'

/** The day each of these customers was founded, of those of whom it is known. */
export const foundingDays = async (db: Reader, customerIds: readonly string[]): Promise<Map<string, Day>> => {
  const rows = await db
    .selectFrom('customer')
    .select(['id', 'founded_on'])
    .where('id', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(customerIds)}))`)
    .where('founded_on', 'is not', null)
    .execute()
  return new Map(rows.map(({ id, founded_on }) => [id, founded_on as Day]))
}
