import { addDays, type Day, endOfMonth, maxDay, minDay } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import { frenchHolidays, type Holidays, nextWorkingDay, previousWorkingDay } from '../kernel/working-days.ts'
import type { skipReasons } from './dunning.contract.ts'
import { isNotice } from './dunning.plan.rules.ts'
import type { LevelInput, Plan } from './dunning.plan.schema.ts'

export type PlanRules = Pick<
  Plan,
  'id' | 'levels' | 'itemMinimum' | 'letterMinimums' | 'grouping' | 'workingDays' | 'listsYounger'
>

/** An open debit on the day of the run, and where it stands in its plan. */
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
  /** It was a notice before the due date: what follows does not wait for its sending. */
  lastWasNotice: boolean
  /** The day by which it asked to pay. */
  lastDeadline: Day | null
  /** Respite: `until` is its last day, null until released. */
  hold: { reason: string; until: Day | null } | null
  /** Of what is open, the part that disputes contest: it is not claimed. */
  disputed: Minor
  /** An instalment plan that is kept or only late: `brokenOn` is the day it will be broken unless paid. */
  plan: { brokenOn: Day | null } | null
  /** A promise to pay of the customer: `until` is the last day on which it may be kept. */
  promise: { until: Day } | null
  /** A payment that the book knows of already and that arrives later settles it: `until` is its day. */
  underWay: { until: Day } | null
  /**
   * `insolvent`: born before the judgment that opened a procedure still in force, declared and not claimed (C. com.
   * L622-7). `handed-over`: somebody outside collects it.
   */
  outOfHand: 'insolvent' | 'handed-over' | null
}

/** What may be claimed of an item: what is open and not contested. */
export const claimOf = ({ open, disputed }: Pick<ItemState, 'open' | 'disputed'>): Minor => open - disputed

export type SkipReason = (typeof skipReasons)[number]

/** `until`: the day the item comes back by itself, null when that depends on someone. */
export type Skip<Reason> = { skip: Reason; until: Day | null }
export type Step = { level: LevelInput } | Skip<SkipReason | 'not-overdue'>
type Run = { catchUp: boolean; holidays?: Holidays }

/**
 * The day a level is reached for an item: days from its due date, from the end of that month or from its last letter, moved to
 * a working day as the plan says. A reminder is never reached before the day after the due date, a notice never from that date on.
 */
export const dayReached = (
  level: LevelInput,
  item: Pick<ItemState, 'due' | 'lastLetterOn'>,
  { workingDays }: Pick<PlanRules, 'workingDays'>,
  holidays: Holidays = frenchHolidays,
): Day => {
  const { due, lastLetterOn } = item
  const from = level.basis === 'due' ? due : level.basis === 'month-end' ? endOfMonth(due) : (lastLetterOn ?? due)
  const plain = addDays(from, level.days)
  const moved =
    workingDays === 'none' ? plain : (workingDays === 'next' ? nextWorkingDay : previousWorkingDay)(plain, holidays)
  if (isNotice(level)) return minDay(moved, addDays(due, -1))
  return maxDay(moved, addDays(level.basis === 'previous' ? maxDay(from, due) : due, 1))
}

const isReached = (level: LevelInput, item: ItemState, plan: PlanRules, asOf: Day, holidays: Holidays): boolean =>
  // Most levels of most plans: no day need be worked out.
  level.basis === 'due' && plan.workingDays === 'none' && level.days >= 0
    ? item.daysLate >= level.days
    : asOf >= dayReached(level, item, plan, holidays)

const lastOf = (levels: readonly LevelInput[]): LevelInput | undefined => {
  let last: LevelInput | undefined
  for (const level of levels) if (!last || level.position > last.position) last = level
  return last
}

/** The level after the last letter, or with `catchUp` the highest one that is reached; never one below. */
const levelAfter = (item: ItemState, plan: PlanRules, asOf: Day, catchUp: boolean, holidays: Holidays) => {
  let next: LevelInput | null = null
  for (const level of plan.levels) {
    if (isNotice(level) || (item.lastLevel !== null && level.position <= item.lastLevel)) continue
    if (!next || level.position < next.position) next = level
  }
  if (!next) {
    const last = lastOf(plan.levels)
    return last?.repeatDays && item.lastLevel === last.position ? last : null
  }
  if (!catchUp) return next
  for (const level of plan.levels) {
    // What counts from a letter that was not sent is not reached.
    if (level.position > next.position && level.basis !== 'previous' && isReached(level, item, plan, asOf, holidays))
      next = level
  }
  return next
}

const skip = <Reason extends string>(reason: Reason, until: Day | null = null): Skip<Reason> => ({
  skip: reason,
  until,
})

/** Why nothing at all is sent for an item; null when its levels decide. */
const whyKept = (item: ItemState, plan: PlanRules, asOf: Day): Skip<SkipReason> | null => {
  const { hold, promise, underWay } = item
  if (item.outOfHand) return skip(item.outOfHand)
  if (hold && (hold.until === null || asOf <= hold.until)) return skip('on-hold', hold.until && addDays(hold.until, 1))
  const claim = claimOf(item)
  if (item.disputed > 0 && claim <= 0) return skip('disputed')
  if (item.plan) return skip('instalment-plan', item.plan.brokenOn)
  if (promise && asOf <= promise.until) return skip('promised', addDays(promise.until, 1))
  if (underWay && asOf <= underWay.until) return skip('payment-under-way', addDays(underWay.until, 1))
  return claim <= 0 || claim < plan.itemMinimum ? skip('item-minimum') : null
}

/**
 * The notice an item gets before its due date, each at most once; of several whose day has come the last. It claims nothing,
 * stops for whatever stops a reminder, and no reminder, promise or hold hangs on it.
 */
const noticeStep = (item: ItemState, plan: PlanRules, asOf: Day, holidays: Holidays): Step => {
  let notice: LevelInput | null = null
  let until: Day | null = null
  for (const level of plan.levels) {
    if (item.lastLevel !== null && level.position <= item.lastLevel) continue
    if (isNotice(level) && item.daysLate >= 0) continue
    const on = dayReached(level, item, plan, holidays)
    if (on > asOf) until = until === null ? on : minDay(until, on)
    else if (!notice || level.position > notice.position) notice = level
  }
  if (!notice) return skip('not-overdue', until ?? addDays(item.due, 1))
  const kept = whyKept(item, plan, asOf)
  if (kept) return kept
  if (item.lastLevel !== null && !item.lastLetterSent) return skip('previous-not-sent')
  const minimum = notice.minimumAmounts[item.currency]
  return minimum !== undefined && claimOf(item) <= minimum ? skip('level-minimum') : { level: notice }
}

/**
 * The letter an item is due on a day, by its state and never by "is today the day", so that a run missed is caught up.
 * A level is reached by its day, never before the day after the due date; one level a run, each after the one before it was
 * sent, `minimumGap` days after that letter and once the deadline that it granted has passed. A hold until a day includes
 * that day. An item that is contested whole waits until someone settles the dispute; one in an instalment plan waits until
 * the plan is broken. One that is promised waits whole, even for a part of it, until the promise has failed: asking for the
 * rest meanwhile would undo it. A last level that repeats comes again `repeatDays` after its last letter.
 */
export const nextStep = (
  item: ItemState,
  plan: PlanRules,
  asOf: Day,
  { catchUp, holidays = frenchHolidays }: Run,
): Step => {
  if (item.daysLate < 1) return noticeStep(item, plan, asOf, holidays)
  const kept = whyKept(item, plan, asOf)
  if (kept) return kept
  const { lastLevel, lastLetterOn, lastDeadline } = item
  if (lastLevel !== null && !item.lastLetterSent && !item.lastWasNotice) return skip('previous-not-sent')
  const next = levelAfter(item, plan, asOf, catchUp, holidays)
  const deadlineOver = lastDeadline && addDays(lastDeadline, 1)
  if (!next)
    return deadlineOver && asOf < deadlineOver ? skip('deadline-running', deadlineOver) : skip('ladder-finished')
  const gapOver = lastLetterOn && addDays(lastLetterOn, next.minimumGap)
  const free = gapOver && deadlineOver ? maxDay(gapOver, deadlineOver) : (gapOver ?? deadlineOver)
  const level: LevelInput = next.position === lastLevel ? againOf(next) : next
  if (!isReached(level, item, plan, asOf, holidays)) {
    const on = dayReached(level, item, plan, holidays)
    return skip('level-not-reached', free ? maxDay(on, free) : on)
  }
  if (deadlineOver && asOf < deadlineOver) return skip('deadline-running', free)
  if (gapOver && asOf < gapOver) return skip('minimum-gap', free)
  return { level: next }
}

/** A last level that repeats, as its second and later times count. */
const againOf = (level: LevelInput): LevelInput => ({ ...level, basis: 'previous', days: level.repeatDays ?? 0 })
