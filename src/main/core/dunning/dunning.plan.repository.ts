import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { rowsAsArrays } from '../db/connection.ts'
import type { Reader, Writer } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { LevelInput, Plan, PlanInput } from './dunning.plan.schema.ts'
import type { DunningLevelTable, DunningPlanTable } from './dunning.plan.table.ts'

const levelRows = (planId: string, levels: readonly LevelInput[]): DunningLevelTable[] =>
  levels.map((level) => ({
    id: uuidv7(),
    plan_id: planId,
    position: level.position,
    name: level.name,
    wording: level.wording,
    days: level.days,
    basis: level.basis,
    minimum_gap: level.minimumGap,
    minimum_amounts: JSON.stringify(level.minimumAmounts),
    channel: level.channel,
    claims_interest: level.claimsInterest ? 1 : 0,
    claims_indemnity: level.claimsIndemnity ? 1 : 0,
    fee: level.fee,
    fee_percent: level.feePercent,
    new_deadline_days: level.newDeadlineDays,
    repeat_days: level.repeatDays,
    approval: level.approval,
    effect: level.effect,
    effect_target: level.effectTarget,
  }))

const toLevel = (level: DunningLevelTable): LevelInput => ({
  position: level.position,
  name: level.name,
  wording: level.wording,
  days: level.days,
  basis: level.basis,
  minimumGap: level.minimum_gap,
  minimumAmounts: JSON.parse(level.minimum_amounts) as Record<string, number>,
  channel: level.channel,
  claimsInterest: level.claims_interest === 1,
  claimsIndemnity: level.claims_indemnity === 1,
  fee: level.fee,
  feePercent: level.fee_percent,
  newDeadlineDays: level.new_deadline_days,
  repeatDays: level.repeat_days,
  approval: level.approval,
  effect: level.effect,
  effectTarget: level.effect_target,
})

const columnsOf = (plan: PlanInput) => ({
  name: plan.name,
  item_minimum: plan.itemMinimum,
  letter_minimums: JSON.stringify(plan.letterMinimums),
  grouping: plan.grouping,
  working_days: plan.workingDays,
  lists_younger: plan.listsYounger ? 1 : 0,
})

const toPlan = (row: DunningPlanTable, levels: readonly DunningLevelTable[]): Plan => ({
  id: row.id,
  name: row.name,
  isDefault: row.is_default === 1,
  archivedOn: row.archived_on,
  grouping: row.grouping,
  workingDays: row.working_days,
  listsYounger: row.lists_younger === 1,
  itemMinimum: row.item_minimum,
  letterMinimums: JSON.parse(row.letter_minimums) as Record<string, number>,
  levels: levels.map(toLevel),
})

/** Writes a new plan; returns its id. */
export const insertPlan = async (db: Writer, plan: PlanInput, isDefault: boolean): Promise<string> => {
  const id = uuidv7()
  await db
    .insertInto('dunning_plan')
    .values({ id, is_default: isDefault ? 1 : 0, archived_on: null, ...columnsOf(plan) })
    .execute()
  await db.insertInto('dunning_level').values(levelRows(id, plan.levels)).execute()
  return id
}

export const replacePlan = async (db: Writer, id: string, plan: PlanInput): Promise<void> => {
  await db.updateTable('dunning_plan').set(columnsOf(plan)).where('id', '=', id).execute()
  await db.deleteFrom('dunning_level').where('plan_id', '=', id).execute()
  await db.insertInto('dunning_level').values(levelRows(id, plan.levels)).execute()
}

/** Every plan with its levels in order: the default one first, then by name, archived ones last. */
export const listPlans = async (db: Reader): Promise<Plan[]> => {
  const plans = await db
    .selectFrom('dunning_plan')
    .selectAll()
    .orderBy('is_default', 'desc')
    .orderBy(sql`archived_on IS NOT NULL`)
    .orderBy('name')
    .orderBy('id')
    .execute()
  const levels = await db.selectFrom('dunning_level').selectAll().orderBy('plan_id').orderBy('position').execute()
  const byPlan = Map.groupBy(levels, ({ plan_id }) => plan_id)
  return plans.map((plan) => toPlan(plan, byPlan.get(plan.id) ?? []))
}

export const setArchived = async (db: Writer, id: string, day: Day | null): Promise<void> => {
  await db.updateTable('dunning_plan').set({ archived_on: day }).where('id', '=', id).execute()
}

export const setDefault = async (db: Writer, id: string): Promise<void> => {
  await db.updateTable('dunning_plan').set({ is_default: 0 }).where('is_default', '=', 1).execute()
  await db.updateTable('dunning_plan').set({ is_default: 1 }).where('id', '=', id).execute()
}

/** Which plan was chosen for what: by item, by customer, and by customer through its segment. */
export type PlanChoices = {
  items: ReadonlyMap<string, string>
  customers: ReadonlyMap<string, string>
  ofSegment: ReadonlyMap<string, string>
}

/** Choices that may serve someone; those of a few customers when they are named. */
export const planChoices = async (db: Reader, customerIds?: readonly string[]): Promise<PlanChoices> => {
  const among = customerIds ? sql`IN (SELECT value FROM json_each(${JSON.stringify(customerIds)}))` : null
  const items = await rowsAsArrays<readonly [string, string]>(
    db,
    among
      ? sql`SELECT c.item_id, c.plan_id FROM dunning_plan_of_item c JOIN open_item i ON i.id = c.item_id WHERE i.customer_id ${among}`
      : sql`SELECT item_id, plan_id FROM dunning_plan_of_item`,
  )
  const customers = await rowsAsArrays<readonly [string, string]>(
    db,
    sql`SELECT customer_id, plan_id FROM dunning_plan_of_customer ${among ? sql`WHERE customer_id ${among}` : sql``}`,
  )
  const ofSegment = await rowsAsArrays<readonly [string, string]>(
    db,
    sql`SELECT customer.id, s.plan_id FROM dunning_plan_of_segment s JOIN customer ON customer.segment = s.segment
      ${among ? sql`WHERE customer.id ${among}` : sql``}`,
  )
  return { items: new Map(items), customers: new Map(customers), ofSegment: new Map(ofSegment) }
}

type Target = { customerId: string } | { segment: string } | { itemIds: readonly string[] }

/** Chooses a plan, or with null forgets the choice. */
export const choosePlan = async (db: Writer, target: Target, planId: string | null): Promise<void> => {
  if ('customerId' in target) {
    await db.deleteFrom('dunning_plan_of_customer').where('customer_id', '=', target.customerId).execute()
    if (planId)
      await db
        .insertInto('dunning_plan_of_customer')
        .values({ customer_id: target.customerId, plan_id: planId })
        .execute()
  } else if ('segment' in target) {
    await db.deleteFrom('dunning_plan_of_segment').where('segment', '=', target.segment).execute()
    if (planId)
      await db.insertInto('dunning_plan_of_segment').values({ segment: target.segment, plan_id: planId }).execute()
  } else {
    await db.deleteFrom('dunning_plan_of_item').where('item_id', 'in', target.itemIds).execute()
    if (planId)
      await db
        .insertInto('dunning_plan_of_item')
        .values(target.itemIds.map((item_id) => ({ item_id, plan_id: planId })))
        .execute()
  }
}

/** Those of these ids that are items of the book. */
export const knownItems = async (db: Reader, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  const rows = await db.selectFrom('open_item').select('id').where('id', 'in', ids).execute()
  return new Set(rows.map(({ id }) => id))
}

export const segmentsInUse = async (db: Reader) => {
  const { rows } = await sql<{ segment: string; planId: string | null; customers: number }>`
    SELECT known.segment, s.plan_id AS planId, (SELECT count(*) FROM customer WHERE segment = known.segment) AS customers
    FROM (SELECT segment FROM customer WHERE segment <> '' UNION SELECT segment FROM dunning_plan_of_segment) known
    LEFT JOIN dunning_plan_of_segment s ON s.segment = known.segment ORDER BY known.segment`.execute(db)
  return rows
}

export const customersWithPlan = async (db: Reader) => {
  const { rows } = await sql<{ customerId: string; code: string; name: string; planId: string }>`
    SELECT c.customer_id AS customerId, customer.code, customer.name, c.plan_id AS planId
    FROM dunning_plan_of_customer c JOIN customer ON customer.id = c.customer_id
    ORDER BY customer.sort_name, customer.code`.execute(db)
  return rows
}

/** Items with a plan of their own that are not settled. */
export const itemsWithPlan = async (db: Reader) => {
  const { rows } = await sql<{
    itemId: string
    number: string
    customerId: string
    code: string
    name: string
    planId: string
  }>`SELECT c.item_id AS itemId, i.number, i.customer_id AS customerId, customer.code, customer.name, c.plan_id AS planId
    FROM dunning_plan_of_item c JOIN open_item i ON i.id = c.item_id JOIN customer ON customer.id = i.customer_id
    WHERE i.settled_on IS NULL ORDER BY customer.sort_name, i.number`.execute(db)
  return rows
}

/** Keys of the user's own wordings that began as one of those named; those removed since among them where asked. */
export const ownWordingKeys = async (
  db: Reader,
  basedOn: readonly string[],
  { removed = false }: { removed?: boolean } = {},
): Promise<string[]> =>
  (
    await db
      .selectFrom('own_wording')
      .select('key')
      .where('based_on', 'in', basedOn)
      .$if(!removed, (query) => query.where('removed_at', 'is', null))
      .execute()
  ).map(({ key }) => key)
