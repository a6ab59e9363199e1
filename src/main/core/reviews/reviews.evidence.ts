import { alertsOfCustomer } from '../alerts/alerts.service.ts'
import { behaviourOf } from '../behaviour/behaviour.service.ts'
import type { Statement } from '../financials/financials.contract.ts'
import { financialsOf } from '../financials/financials.service.ts'
import type { CommandContext } from '../kernel/context.ts'
import type { Minor } from '../kernel/money.ts'
import { exposureOf, limitsInForce } from '../limits/limits.service.ts'
import { policyInForce } from '../policy/policy.service.ts'
import { ratingsOfMany } from '../ratings/ratings.service.ts'
import { type Asked, recommendationOf } from '../recommendations/recommendations.service.ts'
import { insolvencyOf } from '../registers/registers.service.ts'
import { scorecardOf } from '../scorecards/scorecards.service.ts'
import type { Evidence } from './reviews.contract.ts'
import { applicationAsked, openDisputes } from './reviews.repository.ts'

const STATEMENTS = 3

const statementOf = ({ id, closedOn, months, currency, figures, ratios, scores }: Statement) => ({
  id,
  closedOn,
  months,
  currency,
  figures: Object.fromEntries(
    Object.entries(figures).flatMap(([key, figure]): [string, Minor][] => (figure ? [[key, figure.amount]] : [])),
  ),
  ratios: ratios.map(({ code, fr, en, unit, value, amount }) => ({ code, fr, en, unit, value, amount })),
  scores: scores.map((score) => ({
    model: score.model,
    score: score.score,
    zone: score.score === null ? {} : { ...score.zone },
  })),
})

/** What an application asks for stands beside the file, as far as it is in the company's currency. */
const askedBy = async (ctx: CommandContext, applicationId: string | null, home: string): Promise<Asked> => {
  const application = applicationId === null ? undefined : await applicationAsked(ctx.db, applicationId)
  if (!application) return {}
  const own = application.currency === home
  return {
    ...(application.terms !== '' && { terms: application.terms }),
    ...(own && { asked: application.asked }),
    ...(own && application.purchases !== null && { purchases: application.purchases }),
  }
}

/** All that is known of a customer on the working day, to be kept as it is. */
export const evidenceOn = async (
  ctx: CommandContext,
  customerId: string,
  applicationId: string | null,
): Promise<Evidence> => {
  const day = ctx.today
  const exposure = await exposureOf(ctx, customerId, day)
  const asked = await askedBy(ctx, applicationId, exposure.currency)
  return {
    frozenOn: day,
    frozenAt: ctx.now,
    frozenBy: ctx.user,
    policyVersion: (await policyInForce(ctx)).version,
    limit: (await limitsInForce(ctx, customerId, day)).base.limit,
    exposure,
    behaviour: await behaviourOf(ctx, customerId, day),
    scorecard: await scorecardOf(ctx, customerId, day),
    recommendation: await recommendationOf(ctx, customerId, day, asked),
    insolvency: await insolvencyOf(ctx, customerId, day),
    ratings: (await ratingsOfMany(ctx, [customerId], day)).get(customerId) ?? [],
    statements: (await financialsOf(ctx, customerId, day)).slice(0, STATEMENTS).map(statementOf),
    alerts: (await alertsOfCustomer(ctx, customerId)).map(({ kind, day, details }) => ({ kind, day, details })),
    openDisputes: {
      count: await openDisputes(ctx.db, customerId, day),
      amount: exposure.lines.find(({ part }) => part === 'disputed')?.amount ?? 0,
    },
  }
}
