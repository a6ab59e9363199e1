import { addMonths, type Day, daysBetween } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import type { ReasonCode } from './worklist.contract.ts'
import { type Closer, claimOf, daysLateOf, type Facts, type Scale } from './worklist.facts.rules.ts'

/** How much of its weight a reason has, from 0 to 1, and the figures that say so. Null: it does not hold. */
export type Strength = { strength: number; details: Record<string, unknown> } | null
type Measure = (facts: Facts, closer: Closer, scale: Scale) => Strength

const FULL_AGE_DAYS = 90
const FULL_HABIT_DAYS = 30
const HABIT_FROM_DAYS = 7
const LIMIT_FROM_PERCENT = 80
const INSURANCE_DAYS = 30
export const LIMITATION_MONTHS = 5 * 12
export const LIMITATION_WARNING_MONTHS = 12
const QUICK_DAYS = 15
const QUICK_ITEMS = 2
const QUICK_SCORE = 70

const share = (part: Minor, whole: Minor): number => (whole <= 0 ? 0 : Math.min(1, part / whole))
const full = (details: Record<string, unknown>): Strength => ({ strength: 1, details })

/** A part of what is overdue that waits: the whole weight where all of it does. */
const waits = (
  amount: Minor,
  { overdue }: Facts,
  { currency }: Scale,
  details: Record<string, unknown> = {},
): Strength =>
  amount <= 0
    ? null
    : {
        strength: share(amount, overdue),
        details: { amount, currency, percent: Math.round(share(amount, overdue) * 100), ...details },
      }

const inMonths = (day: Day, asOf: Day): number => daysBetween(asOf, day) / 30.44

/**
 * Each reason with its arithmetic. Practice of the field, not law; the twelve months before the limitation are domain 1.7.
 * The square root lets a debt a quarter as large weigh half as much.
 */
export const strengths: Record<ReasonCode, Measure> = {
  'promise-broken': ({ broken }) => (broken ? full(broken) : null),
  'plan-broken': ({ brokenPlan }) => (brokenPlan ? full(brokenPlan) : null),
  'insurance-deadline': ({ insurance }, _, { asOf, currency }) => {
    if (insurance === null) return null
    const days = daysBetween(asOf, insurance.deadline)
    if (days > INSURANCE_DAYS) return null
    return { strength: 1 - Math.max(0, days) / (2 * INSURANCE_DAYS), details: { ...insurance, currency, days } }
  },
  'task-due': ({ task }) => (task ? full(task) : null),
  limitation: ({ limitation }, _, { asOf }) => {
    if (limitation === null || limitation > addMonths(asOf, LIMITATION_WARNING_MONTHS)) return null
    const left = Math.max(0, inMonths(limitation, asOf))
    return {
      strength: 1 - left / (2 * LIMITATION_WARNING_MONTHS),
      details: { day: limitation, passed: limitation < asOf },
    }
  },
  amount: (facts, _, { large, overdue, currency }) => {
    const amount = claimOf(facts)
    if (amount === 0) return null
    return {
      strength: Math.sqrt(share(amount, large)),
      details: { amount, currency, percent: Math.round(share(amount, overdue) * 100) },
    }
  },
  age: (facts, _, { asOf }) => {
    const days = daysLateOf(facts, asOf)
    return days === 0 || claimOf(facts) === 0
      ? null
      : { strength: Math.min(1, days / FULL_AGE_DAYS), details: { days } }
  },
  'level-reached': (_facts, { level }) =>
    level ? { strength: level.channel === 'call' ? 1 : 0.6, details: level } : null,
  habit: (facts, { usualDays }, { asOf }) => {
    if (usualDays === null || claimOf(facts) === 0) return null
    const days = daysLateOf(facts, asOf)
    const more = days - usualDays
    return more < HABIT_FROM_DAYS
      ? null
      : { strength: Math.min(1, more / FULL_HABIT_DAYS), details: { days, usual: Math.round(usualDays) } }
  },
  'limit-use': (_, { utilisation }) =>
    utilisation === null || utilisation < LIMIT_FROM_PERCENT
      ? null
      : {
          strength: Math.min(1, (utilisation - LIMIT_FROM_PERCENT + 10) / (110 - LIMIT_FROM_PERCENT)),
          details: { percent: Math.round(utilisation) },
        },
  'quick-win': (facts, { score }, { asOf, large }) => {
    const days = daysLateOf(facts, asOf)
    if (score === null || score < QUICK_SCORE || days === 0 || days > QUICK_DAYS) return null
    if (facts.items < QUICK_ITEMS || claimOf(facts) === 0 || claimOf(facts) >= large) return null
    return full({ items: facts.items, days, score })
  },
  insolvent: ({ insolventSince }) => (insolventSince ? full({ since: insolventSince }) : null),
  disputed: (facts, _, scale) => waits(facts.waiting.disputed, facts, scale),
  promised: (facts, _, scale) => waits(facts.waiting.promised, facts, scale, { until: facts.promisedUntil }),
  'in-plan': (facts, _, scale) => waits(facts.waiting.planned, facts, scale),
  'on-hold': (facts, _, scale) =>
    facts.excluded
      ? full({ excluded: true })
      : waits(facts.waiting.held, facts, scale, { excluded: false, until: facts.heldUntil }),
  planned: ({ later, task, broken, brokenPlan }) => (later && !task && !broken && !brokenPlan ? full(later) : null),
  credits: (facts, _, scale) => waits(Math.min(facts.credits, facts.overdue), facts, scale),
}
