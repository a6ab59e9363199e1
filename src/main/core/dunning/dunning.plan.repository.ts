import { uuidv7 } from 'uuidv7'
import type { Reader, Writer } from '../kernel/context.ts'
import type { LevelInput, Plan } from './dunning.contract.ts'
import type { DunningLevelTable } from './dunning.plan.table.ts'

const levelRows = (planId: string, plan: Plan): DunningLevelTable[] =>
  plan.levels.map((level) => ({
    id: uuidv7(),
    plan_id: planId,
    position: level.position,
    name: level.name,
    wording: level.wording,
    days: level.days,
    minimum_gap: level.minimumGap,
    channel: level.channel,
    claims_interest: level.claimsInterest ? 1 : 0,
    claims_indemnity: level.claimsIndemnity ? 1 : 0,
    fee: level.fee,
    new_deadline_days: level.newDeadlineDays,
    basis: 'due',
    minimum_amounts: '{}',
    fee_percent: '0',
    repeat_days: null,
    effect: null,
    effect_target: null,
    approval: level.needsConfirmation ? 'confirm' : 'none',
  }))

/** Writes the default plan of a new book. */
export const insertPlan = async (db: Writer, plan: Plan): Promise<void> => {
  const id = uuidv7()
  await db
    .insertInto('dunning_plan')
    .values({
      id,
      name: plan.name,
      is_default: 1,
      item_minimum: plan.itemMinimum,
      letter_minimums: JSON.stringify(plan.letterMinimums),
      grouping: 'customer',
      working_days: 'none',
      lists_younger: 0,
      archived_on: null,
    })
    .execute()
  await db.insertInto('dunning_level').values(levelRows(id, plan)).execute()
}

export const replacePlan = async (db: Writer, plan: Plan): Promise<void> => {
  const { id } = await db.selectFrom('dunning_plan').select('id').where('is_default', '=', 1).executeTakeFirstOrThrow()
  await db
    .updateTable('dunning_plan')
    .set({ name: plan.name, item_minimum: plan.itemMinimum, letter_minimums: JSON.stringify(plan.letterMinimums) })
    .where('id', '=', id)
    .execute()
  await db.deleteFrom('dunning_level').where('plan_id', '=', id).execute()
  await db.insertInto('dunning_level').values(levelRows(id, plan)).execute()
}

export const findPlan = async (db: Reader): Promise<Plan> => {
  const plan = await db.selectFrom('dunning_plan').selectAll().where('is_default', '=', 1).executeTakeFirstOrThrow()
  const levels = await db
    .selectFrom('dunning_level')
    .selectAll()
    .where('plan_id', '=', plan.id)
    .orderBy('position')
    .execute()
  return {
    name: plan.name,
    itemMinimum: plan.item_minimum,
    letterMinimums: JSON.parse(plan.letter_minimums) as Record<string, number>,
    levels: levels.map((level) => ({
      position: level.position,
      name: level.name,
      wording: level.wording,
      days: level.days,
      minimumGap: level.minimum_gap,
      channel: level.channel as LevelInput['channel'],
      claimsInterest: level.claims_interest === 1,
      claimsIndemnity: level.claims_indemnity === 1,
      fee: level.fee,
      newDeadlineDays: level.new_deadline_days,
      needsConfirmation: level.approval !== 'none',
    })),
  }
}
