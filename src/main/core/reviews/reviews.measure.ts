import type { QueryContext } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import type { Minor } from '../kernel/money.ts'
import { standingsOn, worthOfLimit } from '../limits/exposure.service.ts'
import type { BaseLimit, Limit } from '../limits/limits.contract.ts'
import type { Measured } from './reviews.rules.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>

/** The limit that a decision is about, on the working day. */
export type Measure = Measured & {
  home: string
  base: BaseLimit
  groupId: string | null
  /** The internal limit, in force or under a temporary one. */
  internal: Limit | null
  /** The limit's currency, where it has no rate: `amount` is not known then. */
  rateMissing: string | null
}

/** The limit of a customer, or of the group it belongs to, in the company's currency. Refuses `review.no-group`. */
export const measureOf = async (ctx: Reading, customerId: string, scope: 'customer' | 'group'): Promise<Measure> => {
  const standings = await standingsOn(ctx, ctx.today, [customerId])
  const { limits, group } = standings.of(customerId)
  if (scope === 'group' && !group)
    throw new Refusal('review.no-group', 'the customer belongs to no group', { customerId })
  const base = scope === 'group' && group ? group.base : limits.base
  const amount: Minor | null = worthOfLimit(base, standings.worth)
  const internal = base.replaces ?? (base.state === 'set' && base.limit?.kind === 'internal' ? base.limit : null)
  return {
    home: standings.home,
    amount,
    inForce: base.state === 'set',
    base,
    groupId: scope === 'group' && group ? group.id : null,
    internal: internal?.amount == null ? null : internal,
    rateMissing: base.limit !== null && amount === null ? base.limit.currency : null,
  }
}

/** The same, to be decided on: refuses `limit.rate-missing` too. */
export const measureToDecide = async (
  ctx: Reading,
  customerId: string,
  scope: 'customer' | 'group',
): Promise<Measure> => {
  const measure = await measureOf(ctx, customerId, scope)
  if (measure.rateMissing !== null)
    throw new Refusal('limit.rate-missing', `${measure.rateMissing} has no exchange rate`, {
      currency: measure.rateMissing,
      day: ctx.today,
    })
  return measure
}
