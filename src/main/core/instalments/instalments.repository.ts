import { sql } from 'kysely'
import { runForEach } from '../db/connection.ts'
import { openAsOf } from '../db/open-items.ts'
import type { Reader, Writer } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type {
  InstalmentLetterTable,
  InstalmentPlanItemTable,
  InstalmentPlanTable,
  InstalmentTable,
} from './instalments.table.ts'

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
    .leftJoin('document', 'document.id', 'instalment_plan.document_id')
    .selectAll('instalment_plan')
    .select(['customer.code', 'customer.name', 'document.name as document_name'])
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

export type IssuedLetter = InstalmentLetterTable & { name: string; sha256: string }

/** The agreements of plans, the first issued first. */
export const lettersOfPlans = async (db: Reader, planIds: readonly string[]): Promise<IssuedLetter[]> =>
  db
    .selectFrom('instalment_letter')
    .innerJoin('document', 'document.id', 'instalment_letter.document_id')
    .selectAll('instalment_letter')
    .select(['document.name', 'document.sha256'])
    .where('plan_id', 'in', listOf(planIds))
    .orderBy('instalment_letter.at')
    .orderBy('instalment_letter.document_id')
    .execute()

export const letterByDocument = (db: Reader, documentId: string) =>
  db
    .selectFrom('instalment_letter')
    .innerJoin('instalment_plan', 'instalment_plan.id', 'instalment_letter.plan_id')
    .selectAll('instalment_letter')
    .select('instalment_plan.customer_id')
    .where('instalment_letter.document_id', '=', documentId)
    .executeTakeFirst()

/** The last number of a series: 12 for `AE-2026-12`, 0 for none. */
export const lastAgreement = async (db: Reader, series: string): Promise<number> => {
  const { rows } = await sql<{ last: number | null }>`
    SELECT max(CAST(substr(reference, ${series.length + 1}) AS INTEGER)) AS last FROM instalment_letter
    WHERE reference >= ${series} AND reference < ${`${series}:`}`.execute(db)
  return rows[0]?.last ?? 0
}

/** The days on which items were issued. */
export const issueDays = async (db: Reader, itemIds: readonly string[]): Promise<Map<string, Day>> => {
  const rows = await db.selectFrom('open_item').select(['id', 'issued']).where('id', 'in', listOf(itemIds)).execute()
  return new Map(rows.map(({ id, issued }) => [id, issued]))
}

export const insertInstalmentLetter = async (db: Writer, row: InstalmentLetterTable): Promise<void> => {
  await db.insertInto('instalment_letter').values(row).execute()
}

export const setSigned = async (db: Writer, planId: string, documentId: string, day: Day): Promise<void> => {
  await db
    .updateTable('instalment_plan')
    .set({ document_id: documentId, signed_on: day })
    .where('id', '=', planId)
    .execute()
}
