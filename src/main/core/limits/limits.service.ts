import { uuidv7 } from 'uuidv7'
import { readCustomer } from '../customers/customers.service.ts'
import { readDocument } from '../documents/documents.service.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import type { Minor } from '../kernel/money.ts'
import type { RiskClass } from '../policy/credit-policy.schema.ts'
import { policyInForce } from '../policy/policy.service.ts'
import { refuseUnapproved } from '../reviews/reviews.standing.ts'
import { mayDecide, needsFourEyes, whoMayDecide } from './authority.rules.ts'
import { findCover, freezeCovers } from './covers.repository.ts'
import { claimsOn, declareClaim } from './covers.service.ts'
import { exposureRows, listExposures } from './exposure.list.ts'
import { namesOf } from './exposure.repository.ts'
import { exposureOf, type Standings, standingsOn, worthOfLimit } from './exposure.service.ts'
import { groupsOn } from './groups.list.ts'
import { groupsAround, readGroup, saveGroup } from './groups.service.ts'
import type { BaseLimit, Block, Limit, LimitInput, LimitsInForce, limitsContract } from './limits.contract.ts'
import {
  blocksOf,
  blocksOn,
  decisionsOf,
  decisionsOfGroups,
  findBlock,
  insertBlock,
  insertDecision,
  liftBlock,
  overridesOf,
} from './limits.repository.ts'
import { toBlock, toCover, toLimit, toOverride } from './limits.rows.ts'
import { baseLimit, inForceOn } from './limits.rules.ts'
import type { CreditLimitTable } from './limits.table.ts'
import type { Override } from './verdict.schema.ts'
import { classOf, grantOverride, verdictOn } from './verdict.service.ts'

export { exposureRows } from './exposure.list.ts'
export { exposureOf, exposuresOf } from './exposure.service.ts'
export { type LimitUse, limitUseOver } from './limits.history.ts'
export { limitAccounts } from './limits.use.ts'
export { verdictOn } from './verdict.service.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>

/** The limits in force of customers on a day, by customer; of all that have decisions where none are named. */
const limitsInForceOf = async (
  ctx: Reading,
  asOf: Day,
  customerIds?: readonly string[],
): Promise<Map<string, LimitsInForce>> => {
  const decisions = (await decisionsOf(ctx.db, customerIds)).map(toLimit)
  return new Map(
    [...Map.groupBy(decisions, ({ customerId }) => customerId ?? '')].map(([id, taken]) => [
      id,
      inForceOn(taken, asOf),
    ]),
  )
}

/** The limits in force of one customer, its group's not among them. */
export const limitsInForce = async (ctx: Reading, customerId: string, asOf: Day): Promise<LimitsInForce> =>
  (await limitsInForceOf(ctx, asOf, [customerId])).get(customerId) ?? inForceOn([], asOf)

/** What was granted to customers beyond the rules, in the order it was granted. */
export const overridesOfMany = async (ctx: Reading, customerIds: readonly string[]): Promise<Override[]> =>
  (await overridesOf(ctx.db, customerIds)).map(toOverride)

const invalid = (field: string, message: string) => new Refusal('input.invalid', message, { field })

/** Whose limit it is: the customers that it measures and the decisions taken so far; refuses one that does not exist. */
const ownerOf = async (
  ctx: CommandContext,
  { customerId, groupId, kind }: LimitInput,
): Promise<{ members: string[]; before: Limit[] }> => {
  if ((customerId === undefined) === (groupId === undefined))
    throw invalid('customerId', 'a limit is of a customer or of a group')
  if (groupId !== undefined) {
    if (kind === 'insured' || kind === 'guarantee') throw invalid('groupId', 'covers and guarantees are of a customer')
    const { members } = await readGroup(ctx, groupId)
    const before = (await decisionsOfGroups(ctx.db, [groupId])).map(toLimit)
    return { members: members.map(({ id }) => id), before }
  }
  const { id } = await readCustomer(ctx, customerId as string)
  return { members: [id], before: (await decisionsOf(ctx.db, [id])).map(toLimit) }
}

/**
 * More credit than before needs the authority for it; less may be decided by anyone. Whoever takes a limit away, so that
 * nothing is measured any more, could at least have granted it. Large amounts take a review, where another person decides.
 */
const refuseAboveAuthority = (
  ctx: CommandContext,
  { home, policy, worth }: Standings,
  before: BaseLimit,
  amount: Minor | null,
  { riskClass, reviewId }: { riskClass: RiskClass | null; reviewId: string | null },
) => {
  const granted = before.state === 'set' ? (worthOfLimit(before, worth) ?? 0) : 0
  if (amount !== null && amount <= granted) return
  const asked = { amount: amount ?? granted, riskClass, day: ctx.today }
  if (mayDecide(policy, ctx.user, asked)) {
    if (reviewId !== null || !needsFourEyes(policy, asked.amount)) return
    throw new Refusal('limit.own-proposal', 'from this amount on it takes a review, decided by another person', {
      amount: policy.fourEyesFrom,
      currency: home,
    })
  }
  throw new Refusal('limit.above-authority', `${ctx.user} may not decide so much`, {
    person: ctx.user,
    people: whoMayDecide(policy, asked).people.map(({ person }) => person),
  })
}

const rowOf = (input: LimitInput, ctx: CommandContext, currency: string, policyVersion: number): CreditLimitTable => ({
  id: uuidv7(),
  customer_id: input.customerId ?? null,
  group_id: input.groupId ?? null,
  kind: input.kind,
  amount: input.amount,
  currency,
  starts_on: input.from ?? ctx.today,
  ends_on: input.until,
  decided_by: ctx.user,
  decided_on: ctx.today,
  at: ctx.now,
  reason: input.reason,
  document_id: input.documentId,
  policy_version: policyVersion,
  review_id: input.reviewId,
  risk_class: input.riskClass,
  insurer: input.kind === 'insured' ? input.insurer : '',
  policy_number: input.kind === 'insured' ? input.policyNumber : '',
  covered_share: input.kind === 'insured' ? input.coveredShare : '',
  extension_days: input.kind === 'insured' ? input.extensionDays : 0,
  notice_days: input.kind === 'insured' ? input.noticeDays : 0,
  guarantor: input.kind === 'guarantee' ? input.guarantor : '',
})

/**
 * Takes a decision on a limit, a cover or a guarantee in the name of the acting person; a `reviewId` must be of a review
 * that approved it. Refuses `limit.days-invalid`,
 * `limit.rate-missing` and, for more credit than before, `limit.above-authority` and `limit.own-proposal`. A limit below what is owed is taken and
 * told. The first cover of a customer is frozen on the invoices issued since its first day.
 */
export const setLimit = async (ctx: CommandContext, input: LimitInput) => {
  const { members, before } = await ownerOf(ctx, input)
  const from = input.from ?? ctx.today
  if (input.until !== null && input.until < from)
    throw new Refusal('limit.days-invalid', 'it would end before it begins', { from, until: input.until })
  if (input.documentId !== null) await readDocument(ctx, input.documentId)
  if (input.kind === 'insured' && !(Number(input.coveredShare) > 0 && Number(input.coveredShare) <= 100))
    throw invalid('coveredShare', 'a covered share is above 0 and at most 100 %')
  const standings = await standingsOn(ctx, ctx.today, members)
  const currency = input.currency ?? standings.home
  const worth = standings.worth(input.amount ?? 0, currency)
  if (worth === null)
    throw new Refusal('limit.rate-missing', `${currency} has no exchange rate`, { currency, day: ctx.today })
  if (input.kind === 'internal' || (input.kind === 'temporary' && input.amount !== null))
    refuseAboveAuthority(ctx, standings, baseLimit(before, ctx.today), input.amount === null ? null : worth, {
      riskClass: input.riskClass ?? classOf(before, ctx.today),
      reviewId: input.reviewId,
    })
  const row = rowOf(input, ctx, currency, standings.policyVersion)
  await insertDecision(ctx.db, row)
  const first = input.kind === 'insured' && !before.some(({ kind }) => kind === 'insured')
  const invoicesCovered =
    first && input.customerId !== undefined
      ? await freezeCovers(ctx.db, { customerId: input.customerId }, ctx.today)
      : 0
  const total = members.reduce((sum, id) => sum + standings.of(id).total, 0)
  const isBase = input.kind === 'internal' || input.kind === 'temporary'
  const below = isBase && input.amount !== null && total > worth
  return {
    limit: toLimit(row),
    invoicesCovered,
    warnings: below ? [{ code: 'limit.below-exposure', details: { exposure: total, currency: standings.home } }] : [],
  }
}

/** Excludes a customer from any sale in the name of the acting person. */
export const blockCustomer = async (
  ctx: CommandContext,
  {
    customerId,
    from = ctx.today,
    until,
    reason,
  }: { customerId: string; from?: Day | undefined; until: Day | null; reason: string },
): Promise<Block> => {
  await readCustomer(ctx, customerId)
  if (until !== null && until < from)
    throw new Refusal('limit.days-invalid', 'it would end before it begins', { from, until })
  const row = {
    id: uuidv7(),
    customer_id: customerId,
    starts_on: from,
    ends_on: until,
    reason,
    blocked_by: ctx.user,
    at: ctx.now,
    lifted_on: null,
    lifted_by: '',
    lifted_because: '',
  }
  await insertBlock(ctx.db, row)
  return toBlock(row)
}

/** The exclusion of a customer that is in force today; null without one. */
export const blockInForce = async (ctx: Reading, customerId: string): Promise<Block | null> => {
  const row = (await blocksOn(ctx.db, [customerId], ctx.today)).get(customerId)
  return row ? toBlock(row) : null
}

export const isBlockLifted = async (ctx: Reading, id: string): Promise<boolean> =>
  (await findBlock(ctx.db, id))?.lifted_on !== null

/** Lifts an exclusion; refuses `limit.block-lifted` once it is. */
export const endBlock = async (ctx: CommandContext, id: string, reason: string): Promise<Block> => {
  const row = await findBlock(ctx.db, id)
  if (!row) throw new Refusal('not-found', 'no such exclusion', { id })
  if (row.lifted_on !== null)
    throw new Refusal('limit.block-lifted', `lifted on ${row.lifted_on} already`, { day: row.lifted_on })
  const lifted = { lifted_on: ctx.today, lifted_by: ctx.user, lifted_because: reason }
  await liftBlock(ctx.db, id, lifted)
  return toBlock({ ...row, ...lifted })
}

const ofCustomer = async (ctx: QueryContext, customerId: string, asOf: Day) => {
  await readCustomer(ctx, customerId)
  const decisions = (await decisionsOf(ctx.db, [customerId])).map(toLimit)
  const [group] = await groupsAround(ctx, [customerId])
  const shared = group ? (await decisionsOfGroups(ctx.db, [group.id])).map(toLimit) : []
  return {
    asOf,
    own: inForceOn(decisions, asOf),
    group: group ? { id: group.id, name: group.name, base: baseLimit(shared, asOf) } : null,
    history: decisions.toReversed(),
    blocks: (await blocksOf(ctx.db, customerId)).map(toBlock),
    overrides: (await overridesOf(ctx.db, [customerId])).map(toOverride).toReversed(),
  }
}

const ofGroup = async (ctx: QueryContext, groupId: string, asOf: Day) => {
  const group = await readGroup(ctx, groupId)
  const decisions = (await decisionsOfGroups(ctx.db, [groupId])).map(toLimit)
  const { rows } = await exposureRows(
    ctx,
    asOf,
    30,
    group.members.map(({ id }) => id),
  )
  return {
    asOf,
    base: baseLimit(decisions, asOf),
    history: decisions.toReversed(),
    members: rows,
    total: rows.reduce((sum, { total }) => sum + total, 0),
  }
}

/** The same refusal as reading the customer, without its contacts and addresses. */
const refuseUnknown = async (ctx: QueryContext, customerId: string): Promise<void> => {
  if ((await namesOf(ctx.db, [customerId])).length === 0)
    throw new Refusal('not-found', 'no such customer', { id: customerId })
}

/**
 * The class that a limit set without a review is decided for. Where authority goes by class, one that is merely named
 * raises no ceiling: it counts as far as a review found it.
 */
const classShown = async (ctx: CommandContext, { customerId, riskClass }: LimitInput): Promise<RiskClass | null> => {
  const { authority } = (await policyInForce(ctx)).content.credit
  if (authority.length === 0 || riskClass === null) return riskClass
  if (customerId === undefined) return null
  const reviewed = (await decisionsOf(ctx.db, [customerId])).map(toLimit).filter(({ reviewId }) => reviewId !== null)
  const found = classOf(reviewed, ctx.today)
  return found === null ? null : (Math.max(found, riskClass) as RiskClass)
}

export const limitsCalls: Handlers<typeof limitsContract> = {
  groups: (ctx, { asOf = ctx.today }) => groupsOn(ctx, asOf),
  saveGroup: (ctx, input) => saveGroup(ctx, input),
  ofCustomer: (ctx, { customerId, asOf = ctx.today }) => ofCustomer(ctx, customerId, asOf),
  ofGroup: (ctx, { groupId, asOf = ctx.today }) => ofGroup(ctx, groupId, asOf),
  exposure: async (ctx, { customerId, asOf = ctx.today }) => {
    await refuseUnknown(ctx, customerId)
    return exposureOf(ctx, customerId, asOf)
  },
  exposures: (ctx, { asOf = ctx.today, ...query }) => listExposures(ctx, asOf, query),
  verdict: async (ctx, asked) => {
    await refuseUnknown(ctx, asked.customerId)
    return verdictOn(ctx, asked)
  },
  set: async (ctx, input) => {
    if (input.reviewId !== null) {
      await refuseUnapproved(ctx, input.reviewId, input)
      return setLimit(ctx, input)
    }
    return setLimit(ctx, { ...input, riskClass: await classShown(ctx, input) })
  },
  block: (ctx, input) => blockCustomer(ctx, input),
  unblock: (ctx, { id, reason }) => endBlock(ctx, id, reason),
  override: (ctx, input) => grantOverride(ctx, input),
  claims: async (ctx, { asOf = ctx.today, ...which }) => ({ asOf, claims: await claimsOn(ctx, asOf, which) }),
  declareClaim: async (ctx, input) => {
    await declareClaim(ctx, input)
    return {}
  },
  cover: async (ctx, { itemId }) => {
    const row = await findCover(ctx.db, itemId)
    return { cover: row ? toCover(row) : null }
  },
}
