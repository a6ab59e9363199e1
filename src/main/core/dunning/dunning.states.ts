import { requireCompany } from '../company/company.service.ts'
import { disputedAsOf } from '../disputes/disputes.service.ts'
import { handedOutside } from '../handovers/handovers.service.ts'
import { bookHolidays } from '../holidays/holidays.service.ts'
import { plansInForce } from '../instalments/instalments.service.ts'
import type { QueryContext } from '../kernel/context.ts'
import { addDays, type Day, daysBetween } from '../kernel/day.ts'
import { promisesInForce } from '../promises/promises.service.ts'
import type { Judgment } from '../registers/registers.rules.ts'
import { judgmentsOf } from '../registers/registers.service.ts'
import { isNotice } from './dunning.plan.rules.ts'
import type { Plan } from './dunning.plan.schema.ts'
import { laddersOf } from './dunning.plan.service.ts'
import {
  announcedReceipts,
  holdsInForce,
  type OverdueRecord,
  overdueItems,
  settledLater,
  unallocatedCredits,
} from './dunning.repository.ts'
import type { ItemState } from './dunning.rules.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>

/** Overdue items and those a notice may go out for, as the rules see them, and what decides beside them. */
export const itemStates = async (ctx: Reading, asOf: Day) => {
  const [ladders, company] = await Promise.all([laddersOf(ctx), requireCompany(ctx)])
  const [records, credits, announced, later, holds, disputed, plans, promises, judgments, outside, holidays] =
    await Promise.all([
      overdueItems(ctx.db, asOf, addDays(asOf, noticeDays(ladders.plans))),
      unallocatedCredits(ctx.db, asOf),
      announcedReceipts(ctx.db, asOf),
      settledLater(ctx.db, asOf),
      holdsInForce(ctx.db, asOf),
      disputedAsOf(ctx, asOf),
      plansInForce(ctx, asOf),
      promisesInForce(ctx, asOf),
      judgmentsOf(ctx, null, asOf),
      handedOutside(ctx, asOf),
      bookHolidays(ctx, company.country),
    ])
  const inForce = Map.groupBy(holds, (hold) => hold.item_id ?? hold.customer_id)
  const states = records.map((record) => {
    const arrives = later.size > 0 ? later.get(record.itemId) : undefined
    // The record itself becomes the state: a second object for each of 100,000 items costs more than the rules.
    return Object.assign(record, {
      daysLate: daysBetween(record.due, asOf),
      hold: holdOf(record, inForce),
      disputed: disputed.get(record.itemId) ?? 0,
      plan: plans.get(record.itemId) ?? null,
      promise: promises.get(record.itemId) ?? null,
      underWay: arrives ? { until: arrives } : null,
      outOfHand: outOfHandOf(record, judgments, outside),
    })
  })
  return { states, credits: [...credits, ...announced], ladders, company, judgments, holidays }
}

/** How far ahead a notice may look; a plan without one looks no further than the day itself. */
const noticeDays = (plans: readonly Plan[]): number => {
  const first = Math.min(
    0,
    ...plans
      .filter(({ archivedOn }) => archivedOn === null)
      .flatMap(({ levels }) => levels.filter(isNotice).map(({ days }) => days)),
  )
  // A weekend and holidays may move a notice forward.
  return first === 0 ? 0 : MOVED - first
}
const MOVED = 7

/** Why an item is not the firm's to remind of any more; null when it is. */
const outOfHandOf = (
  record: OverdueRecord,
  judgments: ReadonlyMap<string, Judgment>,
  outside: ReadonlySet<string>,
): ItemState['outOfHand'] => {
  if (bornBefore(record, judgments)?.inForce) return 'insolvent'
  return outside.has(record.itemId) ? 'handed-over' : null
}

/** The judgment that an item was born before; null without one. */
export const bornBefore = (
  { customerId, issued }: Pick<OverdueRecord, 'customerId' | 'issued'>,
  judgments: ReadonlyMap<string, Judgment>,
): Judgment | null => {
  if (judgments.size === 0) return null
  const judgment = judgments.get(customerId)
  return judgment && issued < judgment.day ? judgment : null
}

type Hold = { reason: string; until: Day | null }

/** The hold that keeps an item out longest: its own, or one of its customer's. */
const holdOf = ({ itemId, customerId }: OverdueRecord, inForce: ReadonlyMap<string, readonly Hold[]>): Hold | null => {
  if (inForce.size === 0) return null
  const [first, ...more] = [...(inForce.get(itemId) ?? []), ...(inForce.get(customerId) ?? [])]
  return first ? more.reduce<Hold>(longest, first) : null
}

/** Of two holds, the one that keeps the item out longer; null has no end. */
const longest = (a: Hold, b: Hold): Hold => (a.until === null || (b.until !== null && a.until >= b.until) ? a : b)
