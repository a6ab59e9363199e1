import { sql } from 'kysely'
import type { Reader, Writer } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { CreditBlockTable, CreditLimitTable, CreditOverrideTable } from './limits.table.ts'

const among = (ids: readonly string[]) => sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`

/** Decisions of customers, or of all of them, in the order they were taken. */
export const decisionsOf = (db: Reader, customerIds?: readonly string[]): Promise<CreditLimitTable[]> =>
  db
    .selectFrom('credit_limit')
    .selectAll()
    .$if(customerIds !== undefined, (query) => query.where('customer_id', 'in', among(customerIds ?? [])))
    .$if(customerIds === undefined, (query) => query.where('customer_id', 'is not', null))
    .orderBy('id')
    .execute()

export const decisionsOfGroups = (db: Reader, groupIds: readonly string[]): Promise<CreditLimitTable[]> =>
  db.selectFrom('credit_limit').selectAll().where('group_id', 'in', among(groupIds)).orderBy('id').execute()

/** Customers that ever had a limit, of their own or by their group. */
export const holdersOfLimits = async (db: Reader): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    SELECT customer_id AS id FROM credit_limit WHERE customer_id IS NOT NULL AND kind IN ('internal', 'temporary')
    UNION SELECT m.customer_id FROM credit_limit l JOIN customer_group_member m ON m.group_id = l.group_id`.execute(db)
  return rows.map(({ id }) => id)
}

export const insertDecision = async (db: Writer, decision: CreditLimitTable): Promise<void> => {
  await db.insertInto('credit_limit').values(decision).execute()
}

/** Whether the book holds insured covers at all: most have none. */
export const hasCovers = async (db: Reader): Promise<boolean> =>
  (await db.selectFrom('credit_limit').select('id').where('kind', '=', 'insured').limit(1).executeTakeFirst()) !==
  undefined

export const insertBlock = async (db: Writer, block: CreditBlockTable): Promise<void> => {
  await db.insertInto('credit_block').values(block).execute()
}

export const findBlock = (db: Reader, id: string) =>
  db.selectFrom('credit_block').selectAll().where('id', '=', id).executeTakeFirst()

export const liftBlock = async (
  db: Writer,
  id: string,
  lifted: Pick<CreditBlockTable, 'lifted_on' | 'lifted_by' | 'lifted_because'>,
): Promise<void> => {
  await db.updateTable('credit_block').set(lifted).where('id', '=', id).execute()
}

/** Every exclusion of a customer, newest first. */
export const blocksOf = (db: Reader, customerId: string): Promise<CreditBlockTable[]> =>
  db.selectFrom('credit_block').selectAll().where('customer_id', '=', customerId).orderBy('id', 'desc').execute()

/** Exclusions in force on a day, by customer: the one that lasts longest. */
export const blocksOn = async (
  db: Reader,
  customerIds: readonly string[],
  asOf: Day,
): Promise<Map<string, CreditBlockTable>> => {
  const rows = await db
    .selectFrom('credit_block')
    .selectAll()
    .where('customer_id', 'in', among(customerIds))
    .where('starts_on', '<=', asOf)
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', asOf)]))
    .where((eb) => eb.or([eb('lifted_on', 'is', null), eb('lifted_on', '>', asOf)]))
    .orderBy(sql`ends_on IS NULL`)
    .orderBy('ends_on')
    .execute()
  return new Map(rows.map((row) => [row.customer_id, row]))
}

export const insertOverride = async (db: Writer, override: CreditOverrideTable): Promise<void> => {
  await db.insertInto('credit_override').values(override).execute()
}

/** What was granted to customers, in the order it was granted. */
export const overridesOf = (db: Reader, customerIds: readonly string[], asOf?: Day): Promise<CreditOverrideTable[]> =>
  db
    .selectFrom('credit_override')
    .selectAll()
    .where('customer_id', 'in', among(customerIds))
    .$if(asOf !== undefined, (query) => query.where('starts_on', '<=', asOf as Day).where('ends_on', '>=', asOf as Day))
    .orderBy('id')
    .execute()

/** Customers whose first invoice is younger than a day, or who have none. */
export const newSince = async (db: Reader, customerIds: readonly string[], day: Day): Promise<Set<string>> => {
  const { rows } = await sql<{ id: string }>`
    SELECT wanted.value AS id FROM json_each(${JSON.stringify(customerIds)}) wanted
    WHERE NOT EXISTS (SELECT 1 FROM open_item i WHERE i.customer_id = wanted.value AND i.kind IN ('invoice', 'opening')
      AND i.issued <= ${day})`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
