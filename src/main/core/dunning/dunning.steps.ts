import { disputedAsOf } from '../disputes/disputes.service.ts'
import { plansInForce } from '../instalments/instalments.service.ts'
import type { QueryContext } from '../kernel/context.ts'
import { type Day, daysBetween } from '../kernel/day.ts'
import { promisesInForce } from '../promises/promises.service.ts'
import type { LevelInput } from './dunning.contract.ts'
import { findPlan } from './dunning.plan.repository.ts'
import { nextStep } from './dunning.rules.ts'
import { overdueSteps } from './dunning.steps.repository.ts'

/**
 * By customer, the highest level that an item of it has reached on a day and no letter was issued for yet; those without one
 * are missing. For a few customers: holds, credits and minimums are left to the proposal of the whole book.
 */
export const reachedLevels = async (
  ctx: Pick<QueryContext, 'db' | 'today'>,
  asOf: Day,
  customerIds: readonly string[],
): Promise<Map<string, LevelInput>> => {
  const reached = new Map<string, LevelInput>()
  if (customerIds.length === 0) return reached
  const plan = await findPlan(ctx.db)
  const disputed = await disputedAsOf(ctx, asOf)
  const plans = await plansInForce(ctx, asOf)
  const promises = await promisesInForce(ctx, asOf)
  const rows = await overdueSteps(ctx.db, asOf, customerIds)
  for (const [itemId, customerId, number, currency, due, open, lastLevel, lastLetterOn, sentOn] of rows) {
    const item = {
      itemId,
      customerId,
      number,
      currency,
      due,
      open,
      daysLate: daysBetween(due, asOf),
      lastLevel,
      lastLetterOn,
      lastLetterSent: sentOn !== null,
      hold: null,
      disputed: disputed.get(itemId) ?? 0,
      plan: plans.get(itemId) ?? null,
      promise: promises.get(itemId) ?? null,
      outOfHand: null,
    }
    const step = nextStep(item, plan, asOf, { catchUp: false })
    if (!('level' in step)) continue
    const higher = reached.get(customerId)
    if (!higher || higher.position < step.level.position) reached.set(customerId, step.level)
  }
  return reached
}
