import { addDays, type Day, maxDay } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import type { LevelInput, Plan, skipReasons } from './dunning.contract.ts'

export type PlanRules = Pick<Plan, 'levels' | 'itemMinimum' | 'letterMinimums'>

/** An open debit on the day of the run, and where it stands in the plan. */
export type ItemState = {
  itemId: string
  customerId: string
  currency: string
  number: string
  due: Day
  /** What is left to pay, above zero. */
  open: Minor
  daysLate: number
  /** Position of the last letter that was not cancelled. */
  lastLevel: number | null
  lastLetterOn: Day | null
  lastLetterSent: boolean
  /** Respite: `until` is its last day, null until released. */
  hold: { reason: string; until: Day | null } | null
  /** Of what is open, the part that disputes contest: it is not claimed. */
  disputed: Minor
  /** An instalment plan that is kept or only late: `brokenOn` is the day it will be broken unless paid. */
  plan: { brokenOn: Day | null } | null
  /** A promise to pay of the customer: `until` is the last day on which it may be kept. */
  promise: { until: Day } | null
  /**
   * `insolvent`: born before the judgment that opened a procedure still in force, declared and not claimed (C. com.
   * L622-7). `handed-over`: somebody outside collects it.
   */
  outOfHand: 'insolvent' | 'handed-over' | null
}

/** What may be claimed of an item: what is open and not contested. */
const claimOf = ({ open, disputed }: Pick<ItemState, 'open' | 'disputed'>): Minor => open - disputed

/** Receipts and credit notes of a customer that settle nothing yet, above zero. */
export type AvailableCredit = { customerId: string; currency: string; amount: Minor }

export type SkipReason = (typeof skipReasons)[number]

/** `until`: the day the item comes back by itself, null when that depends on someone. */
export type Skip<Reason> = { skip: Reason; until: Day | null }
export type Step = { level: LevelInput } | Skip<SkipReason | 'not-overdue'>

export type PlanProblem = {
  code:
    | 'plan.no-levels'
    | 'plan.position-repeated'
    | 'plan.days-negative'
    | 'plan.days-not-ascending'
    | 'plan.first-level-gap'
    | 'plan.gap-negative'
    | 'plan.fee-negative'
    | 'plan.deadline-not-positive'
  /** Null when it is about the plan as a whole. */
  position: number | null
}

/** Why a plan cannot work, for all its levels; empty when it can. */
export const validatePlan = (levels: readonly LevelInput[]): PlanProblem[] => {
  if (levels.length === 0) return [{ code: 'plan.no-levels', position: null }]
  return levels
    .toSorted((a, b) => a.position - b.position)
    .flatMap((level, i, sorted) => {
      const before = sorted[i - 1]
      const found: [PlanProblem['code'], boolean][] = [
        ['plan.position-repeated', before?.position === level.position],
        ['plan.days-negative', level.days < 0],
        ['plan.days-not-ascending', before !== undefined && before.days >= level.days],
        // The first level has no letter before it to wait for.
        ['plan.first-level-gap', !before && level.minimumGap > 0],
        ['plan.gap-negative', level.minimumGap < 0],
        ['plan.fee-negative', level.fee < 0],
        ['plan.deadline-not-positive', level.newDeadlineDays !== null && level.newDeadlineDays < 1],
      ]
      return found.flatMap(([code, wrong]) => (wrong ? [{ code, position: level.position }] : []))
    })
}

/** The level after the last letter, or with `catchUp` the highest one whose days are reached; never one below. */
const levelAfter = (item: ItemState, levels: readonly LevelInput[], catchUp: boolean): LevelInput | null => {
  let next: LevelInput | null = null
  for (const level of levels) {
    if (item.lastLevel !== null && level.position <= item.lastLevel) continue
    if (!next || level.position < next.position) next = level
  }
  if (!next || !catchUp) return next
  for (const level of levels) {
    if (level.position > next.position && level.days <= item.daysLate) next = level
  }
  return next
}

const skip = <Reason extends string>(reason: Reason, until: Day | null = null): Skip<Reason> => ({
  skip: reason,
  until,
})

/**
 * The letter an item is due on a day, by its state and never by "is today the day", so that a run missed is caught up.
 * A level is reached `days` after the due date, never before the day after it; one level a run, each after the one
 * before it was sent and `minimumGap` days after that letter. A hold until a day includes that day. An item that is
 * contested whole waits until someone settles the dispute; one in an instalment plan waits until the plan is broken. One that
 * is promised waits whole, even for a part of it, until the promise has failed: asking for the rest meanwhile would undo it.
 */
export const nextStep = (item: ItemState, plan: PlanRules, asOf: Day, { catchUp }: { catchUp: boolean }): Step => {
  const { daysLate, hold, lastLetterOn } = item
  const next = levelAfter(item, plan.levels, catchUp)
  const reachedOn = () => addDays(item.due, Math.max(1, next?.days ?? 1))
  if (daysLate < 1) return skip('not-overdue', reachedOn())
  if (item.outOfHand) return skip(item.outOfHand)
  if (hold && (hold.until === null || asOf <= hold.until)) return skip('on-hold', hold.until && addDays(hold.until, 1))
  const claim = claimOf(item)
  if (item.disputed > 0 && claim <= 0) return skip('disputed')
  if (item.plan) return skip('instalment-plan', item.plan.brokenOn)
  if (item.promise && asOf <= item.promise.until) return skip('promised', addDays(item.promise.until, 1))
  if (claim <= 0 || claim < plan.itemMinimum) return skip('item-minimum')
  if (item.lastLevel !== null && !item.lastLetterSent) return skip('previous-not-sent')
  if (!next) return skip('ladder-finished')
  const gapOver = lastLetterOn && addDays(lastLetterOn, next.minimumGap)
  if (daysLate < next.days) return skip('level-not-reached', gapOver ? maxDay(reachedOn(), gapOver) : reachedOn())
  if (gapOver && asOf < gapOver) return skip('minimum-gap', gapOver)
  return { level: next }
}

/** `level` is the item's own next level, which may be below the letter's. */
export type LetterItem<Item extends ItemState = ItemState> = { item: Item; level: number }

/** One letter to one customer in one currency, of the highest level among its items. */
export type ProposedLetters<Item extends ItemState = ItemState> = {
  letters: {
    customerId: string
    currency: string
    level: number
    items: LetterItem<Item>[]
    /** Sum of what is open of the items and not disputed. */
    principal: Minor
    /** To be deducted. */
    credits: Minor
  }[]
  skipped: {
    itemId: string
    customerId: string
    number: string
    daysLate: number
    reason: SkipReason
    until: Day | null
  }[]
}

type Group<Item> = {
  customerId: string
  currency: string
  overdue: Item[]
  overdueClaim: Minor
  credits: Minor
}

const groupsOf = <Item extends ItemState>(
  items: readonly Item[],
  credits: readonly AvailableCredit[],
): Iterable<Group<Item>> => {
  const groups = new Map<string, Group<Item>>()
  const keyOf = ({ currency, customerId }: { currency: string; customerId: string }) => `${currency} ${customerId}`
  let group: Group<Item> | undefined
  for (const item of items) {
    if (item.daysLate < 1) continue
    // Items mostly come by customer: a key is made where one customer's end.
    if (group?.customerId !== item.customerId || group.currency !== item.currency) {
      group = groups.get(keyOf(item))
      if (!group) {
        group = { customerId: item.customerId, currency: item.currency, overdue: [], overdueClaim: 0, credits: 0 }
        groups.set(keyOf(item), group)
      }
    }
    group.overdue.push(item)
    if (!item.outOfHand) group.overdueClaim += claimOf(item)
  }
  for (const credit of credits) {
    const group = groups.get(keyOf(credit))
    if (group) group.credits += credit.amount
  }
  return groups.values()
}

/**
 * The letters of a run: every overdue item is in one of them, or in `skipped` with the reason. Items that are not
 * overdue appear in neither. A customer whose unallocated credits cover all that is overdue and claimed gets no letter; a letter
 * whose amount, credits deducted, is below the currency's minimum is left out, one equal to it goes.
 */
export const proposeLetters = <Item extends ItemState>(run: {
  items: readonly Item[]
  credits: readonly AvailableCredit[]
  /** Customers who get no reminders. */
  excludedCustomers: ReadonlySet<string>
  plan: PlanRules
  asOf: Day
  catchUp: boolean
}): ProposedLetters<Item> => {
  const { plan, asOf, catchUp } = run
  const letters: ProposedLetters<Item>['letters'] = []
  const skipped: ProposedLetters['skipped'] = []
  const leaveOut = (
    { itemId, customerId, number, daysLate }: ItemState,
    reason: SkipReason,
    until: Day | null = null,
  ) => {
    skipped.push({ itemId, customerId, number, daysLate, reason, until })
  }

  for (const { customerId, currency, overdue, overdueClaim, credits } of groupsOf(run.items, run.credits)) {
    const whole = run.excludedCustomers.has(customerId)
      ? 'customer-excluded'
      : overdueClaim > 0 && credits >= overdueClaim
        ? 'covered-by-credits'
        : null
    if (whole) {
      for (const item of overdue) leaveOut(item, item.outOfHand ?? whole)
      continue
    }
    const items: LetterItem<Item>[] = []
    let principal = 0
    let level = 0
    for (const item of overdue) {
      const step = nextStep(item, plan, asOf, { catchUp })
      if ('level' in step) {
        items.push({ item, level: step.level.position })
        principal += claimOf(item)
        level = Math.max(level, step.level.position)
      } else if (step.skip !== 'not-overdue') leaveOut(item, step.skip, step.until)
    }
    if (items.length === 0) continue
    const minimum = plan.letterMinimums[currency]
    if (minimum === undefined) for (const { item } of items) leaveOut(item, 'no-threshold-for-currency')
    else if (principal <= credits || principal - credits < minimum)
      for (const { item } of items) leaveOut(item, 'below-minimum')
    else letters.push({ customerId, currency, level, items, principal, credits })
  }
  return { letters, skipped }
}
