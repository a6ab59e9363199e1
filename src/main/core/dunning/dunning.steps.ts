import { requireCompany } from '../company/company.service.ts'
import { disputedAsOf } from '../disputes/disputes.service.ts'
import { bookHolidays } from '../holidays/holidays.service.ts'
import { plansInForce } from '../instalments/instalments.service.ts'
import type { QueryContext } from '../kernel/context.ts'
import { type Day, daysBetween } from '../kernel/day.ts'
import { promisesInForce } from '../promises/promises.service.ts'
import type { LevelInput } from './dunning.plan.schema.ts'
import { laddersOf } from './dunning.plan.service.ts'
import { type ItemState, nextStep } from './dunning.rules.ts'
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
  const ladders = await laddersOf(ctx, customerIds)
  const holidays = await bookHolidays(ctx, (await requireCompany(ctx)).country)
  const disputed = await disputedAsOf(ctx, asOf)
  const plans = await plansInForce(ctx, asOf)
  const promises = await promisesInForce(ctx, asOf)
  const rows = await overdueSteps(ctx.db, asOf, customerIds)
  for (const row of rows) {
    const [itemId, customerId, number, currency, due, open, lastLevel, lastLetterOn, doneOn, notice, lastDeadline] = row
    const item: ItemState = {
      itemId,
      customerId,
      number,
      currency,
      due,
      open,
      daysLate: daysBetween(due, asOf),
      lastLevel,
      lastLetterOn,
      lastLetterSent: doneOn !== null,
      lastWasNotice: notice === 1,
      lastDeadline,
      hold: null,
      disputed: disputed.get(itemId) ?? 0,
      plan: plans.get(itemId) ?? null,
      promise: promises.get(itemId) ?? null,
      underWay: null,
      outOfHand: null,
    }
    const step = nextStep(item, ladders.of(item), asOf, { catchUp: false, holidays })
    if (!('level' in step)) continue
    const higher = reached.get(customerId)
    if (!higher || higher.position < step.level.position) reached.set(customerId, step.level)
  }
  return reached
}
