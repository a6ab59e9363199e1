import { sql } from 'kysely'
import { runForEach } from '../db/connection.ts'
import { openAsOf } from '../db/open-items.ts'
import type { Reader, Writer } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { InstalmentPlanItemTable, InstalmentPlanTable, InstalmentTable } from './instalments.table.ts'

const listOf = (values: readonly string[]) => sql<string>`(SELECT value FROM json_each(${JSON.stringify(values)}))`

export type PlanItemRecord = {
  id: string
  customer_id: string
  number: string
  due: Day
  currency: string
  amount: number
  open: number
}

/** Items as they stand on a day, the earliest due first. */
export const itemsAsOf = async (db: Reader, ids: readonly string[], asOf: Day): Promise<PlanItemRecord[]> => {
  const { rows } = await sql<PlanItemRecord>`
    SELECT i.id, i.customer_id, i.number, i.due, i.currency, i.amount, ${openAsOf(asOf)} AS open
    FROM open_item i WHERE i.id IN ${listOf(ids)} AND i.booked <= ${asOf} ORDER BY i.due, i.number, i.id`.execute(db)
  return rows
}

/** What plans say beside their figures. */
export const planTexts = (db: Reader, ids: readonly string[]) =>
  db
    .selectFrom('instalment_plan')
    .innerJoin('customer', 'customer.id', 'instalment_plan.customer_id')
    .selectAll('instalment_plan')
    .select(['customer.code', 'customer.name'])
    .where('instalment_plan.id', 'in', listOf(ids))
    .execute()

export const insertPlan = async (
  db: Writer,
  plan: InstalmentPlanTable,
  items: readonly InstalmentPlanItemTable[],
  instalments: readonly InstalmentTable[],
): Promise<void> => {
  await db.insertInto('instalment_plan').values(plan).execute()
  await runForEach(
    db,
    'INSERT INTO instalment_plan_item (plan_id, item_id, covered) VALUES (?, ?, ?)',
    items.map((item) => [item.plan_id, item.item_id, item.covered]),
  )
  await runForEach(
    db,
    'INSERT INTO instalment (plan_id, position, due, amount) VALUES (?, ?, ?, ?)',
    instalments.map((instalment) => [instalment.plan_id, instalment.position, instalment.due, instalment.amount]),
  )
}

export const cancelPlan = async (db: Writer, id: string, day: Day, reason: string): Promise<void> => {
  await db
    .updateTable('instalment_plan')
    .set({ cancelled_on: day, cancel_reason: reason })
    .where('id', '=', id)
    .execute()
}
