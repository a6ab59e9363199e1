import type { Behaviour } from '../behaviour/behaviour.contract.ts'
import { behaviourOfMany } from '../behaviour/behaviour.service.ts'
import { accountSteps } from '../db/account-steps.ts'
import { brokenPlans } from '../instalments/instalments.service.ts'
import type { QueryContext } from '../kernel/context.ts'
import { addDays, addMonths, type Day } from '../kernel/day.ts'
import { claimsOn } from '../limits/covers.service.ts'
import { markOf } from '../limits/exposure.rules.ts'
import { appliedLimit, type Standing, type Standings, standingsOn, worthOfLimit } from '../limits/exposure.service.ts'
import type { Limit } from '../limits/limits.contract.ts'
import type { CreditPolicy } from '../policy/credit-policy.schema.ts'
import { brokenPromises } from '../promises/promises.service.ts'
import { insolvenciesOf } from '../registers/registers.service.ts'
import { expiredProofs, lastInvoices, reportedPairs, stalePapers, type Whose } from './alerts.repository.ts'
import {
  type AccountStep,
  behaviourAlerts,
  endingAlert,
  inactiveAlert,
  mayHaveFallen,
  passedSince,
  type Raised,
} from './alerts.rules.ts'
import { reportAlert } from './ratings.rules.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>

const MONTHS_BACK = 3

/** Customers of whom something is at stake: a limit stands, or something is owed. */
const atStake = ({ limits, total }: Standing): boolean => limits.base.state !== 'none' || total !== 0

const ofRegisters = async (
  ctx: Reading,
  standings: readonly Standing[],
  asOf: Day,
  whose: Whose,
): Promise<Raised[]> => {
  const insolvent = await insolvenciesOf(ctx, whose ?? null, asOf)
  return standings.filter(atStake).flatMap(({ customerId }): Raised[] => {
    const found = insolvent.get(customerId)
    if (!found) return []
    const { kind, since, gone, event, deadlines } = found
    const declare = deadlines.find(({ code }) => code === 'declaration')
    return [
      {
        customerId,
        kind: 'insolvency',
        occurrence: event.id,
        day: since,
        details: {
          procedure: kind,
          gone,
          court: event.court,
          publishedOn: event.publishedOn,
          declareBy: declare ? (declare.extended ?? declare.on) : null,
        },
        grave: true,
      },
    ]
  })
}

type Passed = { standing: Standing; scope: 'own' | 'group'; total: number; limit: number; decision: Limit }

const passedLimits = (standings: readonly Standing[], { worth, policy }: Standings): Passed[] =>
  standings.flatMap((standing): Passed[] => {
    const { limits, group, total } = standing
    const own = worthOfLimit(limits.base, worth)
    if (own !== null && limits.base.limit && markOf(total, own, policy.watchPercent) === 'passed')
      return [{ standing, scope: 'own', total, limit: own, decision: limits.base.limit }]
    const shared = group && worthOfLimit(group.base, worth)
    if (group?.base.limit && shared != null && markOf(group.total, shared, policy.watchPercent) === 'passed')
      return [{ standing, scope: 'group', total: group.total, limit: shared, decision: group.base.limit }]
    return []
  })

/** Accounts back from the day, by customer and the newest first, of those whose limit is passed. */
const stepsOf = async (ctx: Reading, passed: readonly Passed[], { worth, asOf }: Standings) => {
  const members = passed.flatMap(({ standing, scope }) =>
    scope === 'group' ? (standing.group?.members ?? []) : [standing.customerId],
  )
  const steps = new Map<string, AccountStep[]>()
  if (members.length === 0) return steps
  for (const [customerId, currency, day, amount] of await accountSteps(ctx.db, asOf, [...new Set(members)])) {
    const step = { day, amount: worth(amount, currency) ?? 0 }
    const own = steps.get(customerId)
    if (own) own.push(step)
    else steps.set(customerId, [step])
  }
  return steps
}

const ofPassedLimits = async (ctx: Reading, standings: readonly Standing[], all: Standings): Promise<Raised[]> => {
  const passed = passedLimits(standings, all)
  const steps = await stepsOf(ctx, passed, all)
  return passed.map(({ standing: { customerId, group }, scope, total, limit, decision }): Raised => {
    const members = scope === 'group' ? (group?.members ?? []) : [customerId]
    const moved = members.flatMap((member) => steps.get(member) ?? [])
    const newestFirst = scope === 'group' ? moved.toSorted((a, b) => b.day.localeCompare(a.day)) : moved
    const since = passedSince(total, limit, decision.from, newestFirst)
    return {
      customerId,
      kind: 'limit-passed',
      occurrence: `${decision.id}:${since}`,
      day: since,
      details: { scope, exposure: total, limit, over: total - limit, currency: all.home },
      grave: true,
    }
  })
}

/** The newest decision of a kind that has begun. */
const newestOf = (decisions: readonly Limit[], kind: Limit['kind'], asOf: Day): Limit | null =>
  decisions.reduce<Limit | null>(
    (found, one) => (one.kind === kind && one.from <= asOf && (!found || one.from >= found.from) ? one : found),
    null,
  )

const ofEndings = (standing: Standing, standings: Standings, horizon: Day): Raised[] => {
  const { customerId, decisions, limits, group } = standing
  if (decisions.length === 0 && !group) return []
  const { asOf } = standings
  const shared = appliedLimit(standings, standing).limitKind === 'group' ? group : null
  const base = shared ? shared.base.limit : limits.base.limit
  const cover = newestOf(decisions, 'insured', asOf)
  const guarantee = newestOf(decisions, 'guarantee', asOf)
  const within = { asOf, horizon }
  return [
    ...(base
      ? endingAlert(customerId, { ...base, kind: 'limit-ending', by: '', scope: shared ? 'group' : 'own' }, within)
      : []),
    ...(cover
      ? endingAlert(
          customerId,
          { ...cover, amount: cover.amount || null, kind: 'cover-ending', by: cover.insurer },
          within,
        )
      : []),
    ...(guarantee
      ? endingAlert(
          customerId,
          { ...guarantee, amount: guarantee.amount || null, kind: 'guarantee-ending', by: guarantee.guarantor },
          within,
        )
      : []),
  ]
}

const ofPlans = async (ctx: Reading, asOf: Day, whose: Whose): Promise<Raised[]> =>
  (await brokenPlans(ctx, asOf, whose?.length === 1 ? whose[0] : undefined))
    .filter(({ customerId }) => whose === undefined || whose.includes(customerId))
    .map(({ planId, customerId, brokenOn }) => ({
      customerId,
      kind: 'plan-broken',
      occurrence: planId,
      day: brokenOn ?? asOf,
      details: { planId },
      grave: true,
    }))

// Not grave by itself: it asks for a call today, and for a review when it comes with more.
const ofPromises = async (ctx: Reading, asOf: Day, whose: Whose): Promise<Raised[]> =>
  (await brokenPromises(ctx, asOf, whose)).map(({ promiseId, customerId, brokenOn, day, currency, left }) => ({
    customerId,
    kind: 'promise-broken',
    occurrence: promiseId,
    day: brokenOn,
    details: { promiseId, promisedFor: day, amount: left, currency },
    grave: false,
  }))

/** Days left from which a claim that is not declared is grave. */
const GRAVE_DAYS = 10

const ofClaims = async (ctx: Reading, asOf: Day, whose: Whose): Promise<Raised[]> =>
  (await claimsOn(ctx, asOf, { customerId: whose?.length === 1 ? whose[0] : undefined, declared: false }))
    .filter(({ state, customerId }) => state !== 'waiting' && (whose === undefined || whose.includes(customerId)))
    .map(({ itemId, customerId, number, from, deadline, daysLeft, insured, currency, insurer }) => ({
      customerId,
      kind: 'claim-due',
      occurrence: itemId,
      day: from,
      details: { number, until: deadline, ended: daysLeft < 0, amount: insured, currency, by: insurer },
      grave: daysLeft <= GRAVE_DAYS,
    }))

const ofBehaviour = async (ctx: Reading, asOf: Day, marks: CreditPolicy['alerts'], whose: Whose): Promise<Raised[]> => {
  const earlierDay = addMonths(asOf, -MONTHS_BACK)
  const today = await behaviourOfMany(ctx, asOf, whose)
  const fallen = [...today.values()].filter((behaviour) => mayHaveFallen(behaviour, marks.scoreDrop))
  const ids = fallen.map(({ customerId }) => customerId)
  const earlier = ids.length === 0 ? new Map<string, Behaviour>() : await behaviourOfMany(ctx, earlierDay, ids)
  return [...today.values()].flatMap(({ customerId, score, trend }) => {
    const before = earlier.get(customerId)
    return behaviourAlerts(
      customerId,
      { score, ...trend },
      before ? { score: before.score, day: earlierDay } : null,
      marks,
      asOf,
    )
  })
}

/** Papers that are old and sales that stopped while a limit stands. */
const ofLimited = async (ctx: Reading, limited: readonly Standing[], all: Standings, whose: Whose) => {
  const { asOf, policy, worth, home } = all
  const staleBefore = addMonths(asOf, -policy.staleMonths)
  const months = policy.alerts.inactiveMonths
  const since = addMonths(asOf, -months)
  const ids = new Set(limited.map(({ customerId }) => customerId))
  const papers = (await stalePapers(ctx.db, asOf, staleBefore, whose)).map(
    ({ customerId, document, day, by }): Raised => ({
      customerId,
      kind: 'document-stale',
      occurrence: `${document}:${day}`,
      day: addMonths(day, policy.staleMonths),
      details: { document, documentDay: day, ...(by !== '' && { by }) },
      grave: false,
    }),
  )
  const proofs = (await expiredProofs(ctx.db, asOf, whose)).map(
    ({ id, customerId, kind, expiredOn }): Raised => ({
      customerId,
      kind: 'document-stale',
      occurrence: `proof:${id}`,
      day: expiredOn,
      details: { document: 'proof', proofKind: kind, documentDay: expiredOn },
      grave: false,
    }),
  )
  const invoiced = await lastInvoices(ctx.db, asOf, whose)
  const inactive = limited.flatMap(({ customerId, limits: { base } }) => {
    const amount = worthOfLimit(base, worth)
    if (base.limit === null || amount === null) return []
    const limit = { id: base.limit.id, amount, currency: home, from: base.limit.from }
    return inactiveAlert(customerId, limit, invoiced.get(customerId) ?? null, { since, months })
  })
  return [...[...papers, ...proofs].filter(({ customerId }) => ids.has(customerId)), ...inactive]
}

/** Every alert that stands on the working day, of the customers named or of all; a handful of statements for any number. */
export const raisedOn = async (ctx: Reading, whose: Whose): Promise<Raised[]> => {
  const asOf = ctx.today
  const all = await standingsOn(ctx, asOf, whose)
  const { policy } = all
  const standings = (whose ?? all.known()).map(all.of)
  const limited = standings.filter(({ limits: { base } }) => base.state === 'set' && (base.limit?.amount ?? 0) > 0)
  const horizon = addDays(asOf, policy.alerts.endingDays)
  return [
    ...(await ofRegisters(ctx, standings, asOf, whose)),
    ...(await ofPassedLimits(ctx, standings, all)),
    ...(await ofPlans(ctx, asOf, whose)),
    ...(await ofPromises(ctx, asOf, whose)),
    ...(await ofClaims(ctx, asOf, whose)),
    ...(await ofBehaviour(ctx, asOf, policy.alerts, whose)),
    ...(await reportedPairs(ctx.db, asOf, whose)).flatMap((pair) => reportAlert(pair, policy.alerts.scoreDrop)),
    ...standings.flatMap((standing) => ofEndings(standing, all, horizon)),
    ...(await ofLimited(ctx, limited, all, whose)),
  ]
}
