import type { QueryContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import { verdictOn } from '../limits/verdict.service.ts'
import type { RiskClass } from '../policy/credit-policy.schema.ts'
import { recommendationOf } from '../recommendations/recommendations.service.ts'
import { refusingRules } from './losses.contract.ts'

type Rule = (typeof refusingRules)[number]
const isRefusing = (code: string): code is Rule => (refusingRules as readonly string[]).includes(code)

/** What the policy in force today says of a customer as it was known on a past day: its limit, or what refuses an order. */
export const measuredEve = async (
  ctx: Pick<QueryContext, 'db' | 'today'>,
  customerId: string,
  asOf: Day,
): Promise<{ rule: Rule | null; limit: Minor | null; class: RiskClass | null }> => {
  const { reasons } = await verdictOn(ctx, { customerId, amount: 0, asOf })
  const [rule = null] = reasons.flatMap(({ code, weight }) => (weight === 'refuse' && isRefusing(code) ? [code] : []))
  const recommended = await recommendationOf(ctx, customerId, asOf)
  return { rule, limit: recommended.amount, class: recommended.class }
}
