import type { Day } from '../kernel/day.ts'
import { type Minor, roundHalfUp } from '../kernel/money.ts'
import type { CreditPolicy, RiskClass } from '../policy/credit-policy.schema.ts'
import { whoMayDecide } from './authority.rules.ts'
import { reaches } from './exposure.rules.ts'
import type { Override, Purpose, Reason, RuleCode, VerdictWord } from './verdict.schema.ts'
import { type Told, tellRule } from './verdict.words.rules.ts'

/** A limit as it bears on an order, in the company's currency. */
export type LimitFact = {
  state: 'set' | 'expired' | 'none'
  /** Null where it is not set, or its currency has no rate. */
  amount: Minor | null
  until: Day | null
  exposure: Minor
}

/** What is known of a customer when an order comes. Amounts in minor units of the company's currency. */
export type CreditFacts = {
  own: LimitFact
  group: (LimitFact & { name: string }) | null
  riskClass: RiskClass | null
  /** Late and not contested, from the policy's days on, less what is not allocated yet. */
  late: { warn: Minor; refuse: Minor; oldestDue: Day | null }
  /** Traded with for less than the policy’s months. */
  isNew: boolean
  blocked: { reason: string; until: Day | null } | null
  /** `gone`: the company no longer exists. */
  insolvency: { kind: string; since: Day; gone: boolean } | null
  planBrokenOn: Day | null
  /** Not kept and still asking: the earliest day promised, and what is missing of all of them. */
  promiseBroken: { day: Day; amount: Minor } | null
  /** The day by which the limit should have been reviewed, once it is past. */
  reviewDueOn: Day | null
  /** Currencies without a rate: the exposure is known in part only. */
  unknownCurrencies: readonly string[]
  overrides: readonly Override[]
}

export type OrderAsked = {
  amount: Minor
  /** The company's. */
  currency: string
  prepaid: boolean
  purpose: Purpose
  orderNumber: string
  asOf: Day
}

type Rule = { code: RuleCode; weight: Reason['weight']; told: Told; until?: Day | null }

/** A limit with what the policy lets pass over it, rounded down. */
const withTolerance = (limit: Minor, percent: number): Minor => limit + Number((BigInt(limit) * BigInt(percent)) / 100n)

const LIMIT_CODES = {
  own: { zero: 'zero-limit', passed: 'limit-passed', tolerance: 'within-tolerance', watch: 'watch' },
  group: {
    zero: 'group-zero-limit',
    passed: 'group-limit-passed',
    tolerance: 'group-within-tolerance',
    watch: 'group-watch',
  },
} as const

const limitRules = (
  { state, amount: limit, exposure, until: ends }: LimitFact,
  order: Minor,
  policy: CreditPolicy,
  of: keyof typeof LIMIT_CODES,
): Rule[] => {
  if (limit === null) return []
  const codes = LIMIT_CODES[of]
  const after = exposure + order
  const told = { limit, exposure, after, over: after - limit }
  // A limit that has ended is measured all the same, until another is decided.
  const until = state === 'set' ? ends : null
  if (limit === 0) return [{ code: codes.zero, weight: 'refuse', told }]
  if (after > withTolerance(limit, policy.tolerancePercent)) return [{ code: codes.passed, weight: 'refuse', told }]
  if (after > limit)
    return [{ code: codes.tolerance, weight: 'warn', told: { ...told, percent: policy.tolerancePercent }, until }]
  if (!reaches(after, limit, policy.watchPercent)) return []
  const used = roundHalfUp(BigInt(after) * 100n, BigInt(limit))
  return [{ code: codes.watch, weight: 'warn', told: { ...told, percent: policy.watchPercent, used }, until }]
}

const customerRules = (facts: CreditFacts, policy: CreditPolicy): Rule[] => {
  const { blocked, insolvency, late, planBrokenOn, promiseBroken, own, unknownCurrencies } = facts
  const rules: Rule[] = []
  if (blocked) rules.push({ code: 'blocked', weight: 'refuse', told: { reason: blocked.reason }, until: blocked.until })
  if (insolvency)
    rules.push({ code: 'insolvency', weight: 'refuse', told: { kind: insolvency.kind, since: insolvency.since } })
  if (planBrokenOn) rules.push({ code: 'plan-broken', weight: 'refuse', told: { day: planBrokenOn } })
  if (promiseBroken && policy.brokenPromise !== 'none')
    rules.push({ code: 'promise-broken', weight: policy.brokenPromise, told: promiseBroken })
  const { minimum, warnDays, refuseDays } = policy.late
  const since = { oldestDue: late.oldestDue, minimum }
  if (late.refuse > minimum)
    rules.push({ code: 'overdue', weight: 'refuse', told: { amount: late.refuse, days: refuseDays, ...since } })
  else if (late.warn > minimum)
    rules.push({ code: 'overdue', weight: 'warn', told: { amount: late.warn, days: warnDays, ...since } })
  // A customer without a limit of its own has its group's.
  const ended = own.state === 'none' ? facts.group : own
  if (ended?.state === 'expired')
    rules.push({ code: 'limit-expired', weight: 'warn', told: { limit: ended.amount, ended: ended.until } })
  if (facts.reviewDueOn) rules.push({ code: 'review-overdue', weight: 'warn', told: { since: facts.reviewDueOn } })
  if ([own, facts.group].some((one) => one && one.state !== 'none' && one.amount === null))
    rules.push({ code: 'limit-rate-missing', weight: 'warn', told: {} })
  if (unknownCurrencies.length > 0)
    rules.push({ code: 'exposure-incomplete', weight: 'warn', told: { currencies: unknownCurrencies.join(', ') } })
  return rules
}

/** Without a limit of its own or of its group: a new customer is measured against the policy's ceiling. */
const unsetRules = (facts: CreditFacts, order: Minor, policy: CreditPolicy): Rule[] => {
  if (facts.own.state !== 'none' || (facts.group && facts.group.state !== 'none')) return []
  const rules: Rule[] = [{ code: 'no-limit', weight: 'note', told: {} }]
  const after = facts.own.exposure + order
  const { ceiling, months } = policy.newCustomers
  if (facts.isNew && after > ceiling)
    rules.push({ code: 'new-customer', weight: 'warn', told: { limit: ceiling, after, over: after - ceiling, months } })
  return rules
}

/** Rules that a payment beforehand does not answer. */
const evenPrepaid = ({ code }: Rule, facts: CreditFacts): boolean =>
  code === 'blocked' || (code === 'insolvency' && facts.insolvency?.gone === true)

const liftable = ({ code }: Rule, facts: CreditFacts): boolean => code !== 'insolvency' || !facts.insolvency?.gone

/** Whether what was granted allows this order: it names the rule, is in force, and is large enough. */
const liftedBy = (rule: Rule, order: OrderAsked, overrides: readonly Override[]): Override | null =>
  overrides.findLast(
    ({ codes, from, until, amount, orderNumber }) =>
      codes.includes(rule.code) &&
      from <= order.asOf &&
      order.asOf <= until &&
      order.amount <= amount &&
      (orderNumber === '' || orderNumber === order.orderNumber),
  ) ?? null

const HEAVIEST: readonly Reason['weight'][] = ['refuse', 'warn', 'note']

/**
 * May an order be accepted? Every rule that has something to say is told with its weight; the heaviest one is the
 * verdict. What an authorised person granted turns a refusal into a warning; a prepaid order is told the credit rules and
 * not refused by them; an invoice of goods delivered is never refused. A larger order never gets a better verdict.
 */
export const decide = (
  facts: CreditFacts,
  order: OrderAsked,
  policy: CreditPolicy,
): { verdict: VerdictWord; reasons: Reason[] } => {
  const credit = order.prepaid ? 0 : order.amount
  const rules = [
    ...customerRules(facts, policy),
    ...limitRules(facts.own, credit, policy, 'own'),
    ...(facts.group ? limitRules(facts.group, credit, policy, 'group') : []),
    ...unsetRules(facts, credit, policy),
  ]
  const matrix = { riskClass: facts.riskClass, day: order.asOf }
  // Whoever lets the order through answers for all that is owed then, by the customer or by its group.
  const owed = (code: RuleCode) =>
    Math.max(0, (code.startsWith('group-') && facts.group ? facts.group : facts.own).exposure + credit)
  const reasons = rules.map((rule): Reason => {
    const { code, told, until = null } = rule
    const said = { code, message: tellRule(code, told, order.currency), details: told, until }
    const passes = order.prepaid && !evenPrepaid(rule, facts)
    if (passes) return { ...said, weight: 'note', liftBy: null, lifted: null }
    if (rule.weight !== 'refuse') return { ...said, weight: rule.weight, liftBy: null, lifted: null }
    const granted = liftable(rule, facts) ? liftedBy(rule, order, facts.overrides) : null
    if (granted) {
      const lifted = { by: granted.by, until: granted.until, reason: granted.reason }
      return { ...said, weight: 'warn', liftBy: null, lifted }
    }
    if (order.purpose === 'invoice') return { ...said, weight: 'warn', liftBy: null, lifted: null }
    const liftBy = liftable(rule, facts) ? whoMayDecide(policy, { amount: owed(code), ...matrix }) : null
    return { ...said, weight: 'refuse', liftBy, lifted: null }
  })
  if (order.prepaid)
    reasons.push({
      code: 'prepaid',
      weight: 'note',
      message: tellRule('prepaid', {}, order.currency),
      details: {},
      liftBy: null,
      until: null,
      lifted: null,
    })
  const sorted = HEAVIEST.flatMap((weight) => reasons.filter((reason) => reason.weight === weight))
  const heaviest = sorted[0]?.weight ?? 'note'
  return { verdict: heaviest === 'note' ? 'accept' : heaviest, reasons: sorted }
}
