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
/** From so many points of percent below the policy's watch mark a limit counts, up to what is well above it. */
const LIMIT_BEFORE = 10
const LIMIT_FULL_PERCENT = 110
export const DEADLINE_DAYS = 30
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

/** Whether a letter written today leaves something to do: a broken word, what was planned for today, a day that nears. */
export const asksForMore = (
  { broken, brokenPlan, task, confirmation, insurance, procedure }: Facts,
  asOf: Day,
): boolean =>
  [broken, brokenPlan, task, confirmation].some((one) => one !== null) ||
  [insurance, procedure].some((one) => one !== null && Math.abs(daysBetween(asOf, one.deadline)) <= DEADLINE_DAYS)

/** A day by which something must be done: half the weight so many days before, all of it on the day and as long after. */
const pressing = (deadline: Day, asOf: Day, details: Record<string, unknown>): Strength => {
  const days = daysBetween(asOf, deadline)
  if (Math.abs(days) > DEADLINE_DAYS) return null
  return { strength: 1 - Math.max(0, days) / (2 * DEADLINE_DAYS), details: { ...details, deadline, days } }
}

const inMonths = (day: Day, asOf: Day): number => daysBetween(asOf, day) / 30.44

const DEADLINES = ['insurance-deadline', 'procedure-deadline'] as const

/**
 * Each reason with its arithmetic. Practice of the field, not law; the twelve months before the limitation are domain 1.7.
 * The square root lets a debt a quarter as large weigh half as much.
 */
export const strengths: Record<ReasonCode, Measure> = {
  'promise-broken': ({ broken, insolventSince }) => (broken && insolventSince === null ? full(broken) : null),
  'plan-broken': ({ brokenPlan, insolventSince }) => (brokenPlan && insolventSince === null ? full(brokenPlan) : null),
  'insurance-deadline': ({ insurance }, _, { asOf, currency }) =>
    insurance && pressing(insurance.deadline, asOf, { amount: insurance.amount, currency }),
  'procedure-deadline': ({ procedure }, _, { asOf }) =>
    procedure && pressing(procedure.deadline, asOf, { act: procedure.act }),
  'task-due': ({ task }) => (task ? full(task) : null),
  'confirmation-late': ({ confirmation }, _, { asOf }) =>
    confirmation && full({ ...confirmation, days: daysBetween(asOf, confirmation.deadline) }),
  limitation: ({ limitation }, _, { asOf }) => {
    if (limitation === null || limitation > addMonths(asOf, LIMITATION_WARNING_MONTHS)) return null
    const days = daysBetween(asOf, limitation)
    const left = Math.max(0, inMonths(limitation, asOf))
    return {
      strength: 1 - left / (2 * LIMITATION_WARNING_MONTHS),
      details: { deadline: limitation, days },
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
    level
      ? {
          strength: level.channel === 'call' || level.channel === 'task' ? 1 : 0.6,
          details: { position: level.position, name: level.name, channel: level.channel },
        }
      : null,
  habit: (facts, { usualDays }, { asOf }) => {
    if (usualDays === null || claimOf(facts) === 0) return null
    const days = daysLateOf(facts, asOf)
    const more = days - usualDays
    return more < HABIT_FROM_DAYS
      ? null
      : { strength: Math.min(1, more / FULL_HABIT_DAYS), details: { days, usual: Math.round(usualDays) } }
  },
  'limit-use': (_, { utilisation }, { watchPercent }) =>
    utilisation === null || utilisation < watchPercent
      ? null
      : {
          strength: Math.min(1, (utilisation - watchPercent + LIMIT_BEFORE) / (LIMIT_FULL_PERCENT - watchPercent)),
          details: { percent: Math.round(utilisation), watch: watchPercent },
        },
  'quick-win': (facts, { score }, { asOf, large }) => {
    const days = daysLateOf(facts, asOf)
    if (score === null || score < QUICK_SCORE || days === 0 || days > QUICK_DAYS) return null
    if (facts.items < QUICK_ITEMS || claimOf(facts) === 0 || claimOf(facts) >= large) return null
    return full({ items: facts.items, days, score })
  },
  // A day by which its claim must be declared outweighs that it is not to be called.
  insolvent: (facts, closer, scale) =>
    facts.insolventSince === null || DEADLINES.some((code) => strengths[code](facts, closer, scale) !== null)
      ? null
      : full({ since: facts.insolventSince }),
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
