import { uuidv7 } from 'uuidv7'
import { readCustomer } from '../customers/customers.service.ts'
import { brokenPlans } from '../instalments/instalments.service.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import { addMonths, type Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import type { Minor } from '../kernel/money.ts'
import type { RiskClass } from '../policy/credit-policy.schema.ts'
import { policyInForce } from '../policy/policy.service.ts'
import { brokenPromises } from '../promises/promises.service.ts'
import { insolvencyOf } from '../registers/registers.service.ts'
import { reviewOverdueSince } from '../reviews/reviews.standing.ts'
import { needsFourEyes } from './authority.rules.ts'
import { findOrder } from './exposure.repository.ts'
import { exposureFrom, type Standing, type Standings, standingsOn, worthOfLimit } from './exposure.service.ts'
import type { Limit } from './limits.contract.ts'
import { blocksOn, insertOverride, newSince, overridesOf } from './limits.repository.ts'
import { toOverride } from './limits.rows.ts'
import { type CreditFacts, decide, type LimitFact } from './verdict.rules.ts'
import type { Override, Purpose, Verdict } from './verdict.schema.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>

export type Asked = {
  customerId: string
  /** Minor units, of the company's currency without `currency`. */
  amount: Minor
  currency?: string | undefined
  asOf?: Day | undefined
  prepaid?: boolean | undefined
  purpose?: Purpose | undefined
  orderNumber?: string | undefined
}

/** The class that the customer had when its limit was last decided with one. */
export const classOf = (decisions: readonly Limit[], asOf: Day): RiskClass | null =>
  decisions.findLast(({ riskClass, from }) => riskClass !== null && from <= asOf)?.riskClass ?? null

/** A currency without a rate counts for nothing: the promise is told all the same. */
const promiseBrokenBy = async (
  ctx: Reading,
  customerId: string,
  { asOf, worth }: Standings,
): Promise<CreditFacts['promiseBroken']> => {
  const broken = await brokenPromises(ctx, asOf, [customerId])
  const [first] = broken.map(({ day }) => day).sort()
  return first === undefined
    ? null
    : { day: first, amount: broken.reduce((sum, { left, currency }) => sum + (worth(left, currency) ?? 0), 0) }
}

const factsOf = async (ctx: Reading, standings: Standings, standing: Standing): Promise<CreditFacts> => {
  const { asOf, policy, worth } = standings
  const { customerId, limits, group, account, lines, total, decisions } = standing
  const own: LimitFact = {
    state: limits.base.state,
    amount: worthOfLimit(limits.base, worth),
    until: limits.base.limit?.until ?? null,
    exposure: total,
  }
  const block = (await blocksOn(ctx.db, [customerId], asOf)).get(customerId)
  const unset = own.state === 'none' && (group === null || group.base.state === 'none')
  const since = addMonths(asOf, -policy.newCustomers.months)
  const riskClass = classOf(decisions, asOf)
  const reviewed = own.state === 'none' && group ? group.base : limits.base
  return {
    own,
    group: group && {
      name: group.name,
      state: group.base.state,
      amount: worthOfLimit(group.base, worth),
      until: group.base.limit?.until ?? null,
      exposure: group.total,
    },
    riskClass,
    late: account.late,
    isNew: unset && (await newSince(ctx.db, [customerId], since)).has(customerId),
    blocked: block ? { reason: block.reason, until: block.ends_on } : null,
    insolvency: await insolvencyOf(ctx, customerId, asOf),
    planBrokenOn: (await brokenPlans(ctx, asOf, customerId))[0]?.brokenOn ?? null,
    promiseBroken: await promiseBrokenBy(ctx, customerId, standings),
    // An ended limit has a rule of its own.
    reviewDueOn:
      reviewed.state === 'set' && reviewed.limit
        ? await reviewOverdueSince(ctx, customerId, reviewed.limit, riskClass, policy, asOf)
        : null,
    unknownCurrencies: [
      ...new Set(lines.flatMap(({ counted, unknown }) => (counted ? unknown.map(({ currency }) => currency) : []))),
    ],
    overrides: (await overridesOf(ctx.db, [customerId], asOf)).map(toOverride),
  }
}

/**
 * May this order be accepted? Refuses `limit.rate-missing` when its currency has no rate on the day. Reads only: what it
 * answers binds nobody.
 */
export const verdictOn = async (ctx: Reading, asked: Asked): Promise<Verdict> => {
  const { customerId, asOf = ctx.today, prepaid = false, purpose = 'order', orderNumber = '' } = asked
  const known = orderNumber === '' ? undefined : await findOrder(ctx.db, customerId, orderNumber)
  const standings = await standingsOn(ctx, asOf, [customerId], known?.id)
  const standing = standings.of(customerId)
  const amount = standings.worth(asked.amount, asked.currency ?? standings.home)
  if (amount === null)
    throw new Refusal('limit.rate-missing', `${asked.currency} has no exchange rate on ${asOf}`, {
      currency: asked.currency,
      day: asOf,
    })
  const facts = await factsOf(ctx, standings, standing)
  const { verdict, reasons } = decide(
    facts,
    { amount, currency: standings.home, prepaid, purpose, orderNumber, asOf },
    standings.policy,
  )
  return {
    verdict,
    asOf,
    currency: standings.home,
    amount,
    exposure: exposureFrom(standings, standing, null),
    after: standing.total + (prepaid ? 0 : amount),
    reasons,
    policyVersion: standings.policyVersion,
  }
}

type Granting = { customerId: string; orderNumber: string; amount: Minor; until: Day; reason: string }

/**
 * Lets orders through that the rules refuse, in the name of the acting person, until a day. It lifts what refuses now and
 * nothing that comes up later.
 */
export const grantOverride = async (ctx: CommandContext, granting: Granting): Promise<Override> => {
  const { customerId, orderNumber, amount, until, reason } = granting
  await readCustomer(ctx, customerId)
  if (until < ctx.today) throw new Refusal('limit.days-invalid', `${until} is over`, { from: ctx.today, until })
  const { reasons, policyVersion, currency } = await verdictOn(ctx, { customerId, amount, orderNumber })
  const refusing = reasons.filter(({ weight }) => weight === 'refuse')
  if (refusing.length === 0) throw new Refusal('limit.nothing-to-lift', 'nothing refuses this order', { customerId })
  const fixed = refusing.filter(({ liftBy }) => liftBy === null)
  if (fixed.length > 0)
    throw new Refusal('limit.not-liftable', 'nobody may lift what refuses this order', {
      codes: fixed.map(({ code }) => code),
    })
  const allowed = refusing.every(
    ({ liftBy }) => liftBy?.anyone || liftBy?.people.some(({ person }) => person === ctx.user),
  )
  if (!allowed)
    throw new Refusal('limit.above-authority', `${ctx.user} may not decide so much`, {
      person: ctx.user,
      people: [...new Set(refusing.flatMap(({ liftBy }) => liftBy?.people.map(({ person }) => person) ?? []))],
    })
  const { credit } = (await policyInForce(ctx)).content
  const order = orderNumber === '' ? undefined : await findOrder(ctx.db, customerId, orderNumber)
  if (order?.changed_by === ctx.user && needsFourEyes(credit, amount))
    throw new Refusal('limit.own-proposal', 'another person has to allow this order', {
      amount: credit.fourEyesFrom,
      currency,
    })
  const codes = refusing.map(({ code }) => code)
  const id = uuidv7()
  await insertOverride(ctx.db, {
    id,
    customer_id: customerId,
    order_number: orderNumber,
    amount,
    codes: JSON.stringify(codes),
    starts_on: ctx.today,
    ends_on: until,
    reason,
    granted_by: ctx.user,
    at: ctx.now,
    policy_version: policyVersion,
  })
  return { id, customerId, orderNumber, amount, codes, from: ctx.today, until, reason, by: ctx.user, policyVersion }
}
