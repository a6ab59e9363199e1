import { addDays, addMonths, type Day, maxDay, minDay } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import type { planStates } from './instalments.contract.ts'

/** What was agreed, and how its items were paid: `steps` are what was matched of an item, by day, ascending. */
export type PlanFacts = {
  readonly cancelledOn: Day | null
  readonly items: readonly {
    readonly amount: Minor
    /** What was open of the item when the plan was agreed. */
    readonly covered: Minor
    readonly steps: readonly { readonly day: Day; readonly amount: Minor }[]
  }[]
  readonly instalments: readonly { readonly due: Day; readonly amount: Minor }[]
}

export type PlanState = (typeof planStates)[number]
export type PlanStanding = {
  state: PlanState
  /** The day it was, or will be, broken unless paid; null once nothing is left to pay. */
  brokenOn: Day | null
  paid: Minor
  nextDue: Day | null
  instalments: { due: Day; amount: Minor; paid: Minor }[]
}

/** What was paid by a day of what the plan covers: what is open of its items has fallen by so much since. */
const paidBy = (items: PlanFacts['items'], day: Day): Minor =>
  items.reduce((sum, { amount, covered, steps }) => {
    const open = steps.reduce((left, step) => (step.day <= day ? left - step.amount : left), amount)
    return sum + Math.min(covered, Math.max(0, covered - open))
  }, 0)

/**
 * How a plan stands on a day. Payments fill the earliest instalment first. An instalment may be paid `graceDays` after
 * its due day; one that is not by then, or comes back unpaid later, breaks the plan for good, unless all is paid.
 */
export const planStanding = (plan: PlanFacts, asOf: Day, graceDays: number): PlanStanding => {
  const paid = paidBy(plan.items, asOf)
  const changes = [...new Set(plan.items.flatMap(({ steps }) => steps.map(({ day }) => day)))].sort()
  let asked = 0
  let nextDue: Day | null = null
  const breaks: Day[] = []
  let late = false
  const instalments = plan.instalments.map(({ due, amount }) => {
    const before = asked
    asked += amount
    const whole = asked
    if (paid < whole) {
      nextDue ??= due
      late ||= due < asOf
    }
    const last = addDays(due, graceDays)
    const checked = [minDay(last, asOf), ...changes.filter((day) => day > last && day <= asOf)]
    const missed = checked.find((day) => paidBy(plan.items, day) < whole)
    if (missed !== undefined) breaks.push(maxDay(missed, addDays(last, 1)))
    return { due, amount, paid: Math.min(amount, Math.max(0, paid - before)) }
  })
  const standing = { paid, nextDue, instalments }
  const brokenOn = breaks.sort()[0] ?? null
  if (plan.cancelledOn !== null && plan.cancelledOn <= asOf) return { ...standing, state: 'cancelled', brokenOn: null }
  if (paid >= asked) return { ...standing, state: 'kept', brokenOn: null }
  const state = brokenOn !== null && brokenOn <= asOf ? 'broken' : late ? 'late' : 'running'
  return { ...standing, state, brokenOn }
}

/** Whether reminders of its items wait: the customer is doing what was agreed, or still may. */
export const isInForce = ({ state }: Pick<PlanStanding, 'state'>): boolean => state === 'running' || state === 'late'

/** Equal instalments from a first day on, every week or month, the odd cents in the last. */
export const suggestInstalments = (
  total: Minor,
  count: number,
  first: Day,
  every: 'week' | 'month',
): { due: Day; amount: Minor }[] => {
  const equal = Math.floor(total / count)
  const amounts = equal > 0 ? [...Array<Minor>(count - 1).fill(equal), total - equal * (count - 1)] : [total]
  return amounts.map((amount, place) => ({
    due: every === 'week' ? addDays(first, 7 * place) : addMonths(first, place),
    amount,
  }))
}
