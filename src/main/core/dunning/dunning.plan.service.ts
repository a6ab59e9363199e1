import type { CommandContext, Writer } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import { reminderWordingKeys } from '../letters/default-wording.ts'
import { defaultPlan } from './default-plan.ts'
import type { LevelInput, Plan } from './dunning.contract.ts'
import { findPlan, insertPlan, replacePlan } from './dunning.plan.repository.ts'
import { validatePlan } from './dunning.rules.ts'

/** Gives a new book its dunning plan. */
export const createPlan = (db: Writer, language: 'fr' | 'en', currency: string): Promise<void> =>
  insertPlan(db, defaultPlan(language, currency))

/** Changes the plan; one that cannot work is refused with every reason (`dunning.plan-invalid`). */
export const savePlan = async (ctx: CommandContext, plan: Plan): Promise<Plan> => {
  const problems = [...validatePlan(plan.levels), ...unknownWordings(plan.levels)]
  if (problems.length > 0) throw new Refusal('dunning.plan-invalid', 'the plan cannot work as it is', { problems })
  await replacePlan(ctx.db, plan)
  return findPlan(ctx.db)
}

const unknownWordings = (levels: readonly LevelInput[]) =>
  levels
    .filter(({ wording }) => !(reminderWordingKeys as readonly string[]).includes(wording))
    .map(({ position }) => ({ code: 'plan.wording-unknown', position }))
