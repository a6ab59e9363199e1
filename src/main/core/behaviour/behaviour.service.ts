import { requireCompany } from '../company/company.service.ts'
import { plansAsOf } from '../db/instalment-plans.ts'
import { planStanding } from '../instalments/instalments.rules.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { QueryContext } from '../kernel/context.ts'
import { addDays, addMonths, type Day, daysBetween, endOfMonth, minDay } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { type Minor, roundHalfUp } from '../kernel/money.ts'
import { policyInForce } from '../policy/policy.service.ts'
import { brokenCounts } from '../promises/promises.service.ts'
import type { Behaviour, behaviourContract } from './behaviour.contract.ts'
import {
  bouncedReceipts,
  customerIds,
  isCustomer,
  overdueAndCredits,
  paidParts,
  settledInvoices,
} from './behaviour.repository.ts'
import { behaviourFrom, type OpenPart, type PaidPart } from './behaviour.rules.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>

const WINDOW_MONTHS = 12
const RECENT_MONTHS = 3
const MANY = 1000
/** As many marks as fit in a strip and can still be told apart. */
const MOST_MARKS = 300

/** A part of an item's worth in the company's currency; null where it is not known. */
const worthOf = (part: Minor, currency: string, item: { currency: string; amount: Minor; base: Minor | null }) =>
  item.currency === currency
    ? part
    : item.base === null
      ? null
      : roundHalfUp(BigInt(item.base) * BigInt(part), BigInt(item.amount))

/** Plans of each customer that broke in a stretch of days, those ended afterwards too. */
const brokenPlans = async (
  ctx: Reading,
  stretch: { from: Day; to: Day },
  graceDays: number,
  whose: string | undefined,
) => {
  const broken = new Map<string, number>()
  for (const plan of await plansAsOf(ctx.db, stretch.to, { customerId: whose })) {
    const until = plan.cancelledOn ? minDay(stretch.to, addDays(plan.cancelledOn, -1)) : stretch.to
    const { state, brokenOn } = planStanding(plan, until, graceDays)
    if (state === 'broken' && brokenOn !== null && brokenOn > stretch.from)
      broken.set(plan.customerId, (broken.get(plan.customerId) ?? 0) + 1)
  }
  return broken
}

type Gathered = { paid: PaidPart[]; open: OpenPart[]; bounced: { count: number; amount: Minor }; leftOut: number }

/**
 * How customers pay as of a day, in a few statements however many they are: those named, or all. Every one of them has
 * an entry; without any history its score is null.
 */
export const behaviourOfMany = async (
  ctx: Reading,
  asOf: Day,
  ids?: readonly string[],
): Promise<Map<string, Behaviour>> => {
  const [{ currency }, { content }] = [await requireCompany(ctx), await policyInForce(ctx)]
  const stretch = { from: addMonths(asOf, -WINDOW_MONTHS), to: asOf }
  const recentFrom = addMonths(asOf, -RECENT_MONTHS)
  const one = ids?.length === 1 ? ids[0] : undefined
  // Looking up that many one by one costs more than reading everybody’s items once.
  const whose = one ?? (ids && ids.length <= MANY ? ids : undefined)
  const wanted = ids ?? (await customerIds(ctx.db))
  const gathered = new Map<string, Gathered>(
    wanted.map((id) => [id, { paid: [], open: [], bounced: { count: 0, amount: 0 }, leftOut: 0 }]),
  )

  for (const [id, amount, worth, days, contested, day] of await paidParts(ctx.db, currency, stretch, whose)) {
    const own = gathered.get(id)
    if (!own) continue
    if (worth === null || worth <= 0) {
      own.leftOut += 1
      continue
    }
    const contestedDays =
      contested === 0 ? 0n : amount === worth ? BigInt(contested) : (BigInt(contested) * BigInt(worth)) / BigInt(amount)
    own.paid.push({ amount: worth, days, contestedDays, recent: day > recentFrom })
  }
  for (const [id, open, contested, itemCurrency, amount, base, daysLate] of await overdueAndCredits(
    ctx.db,
    asOf,
    whose,
  )) {
    const item = { currency: itemCurrency, amount, base }
    const worth = worthOf(open, currency, item)
    if (worth !== null)
      gathered.get(id)?.open.push({ open: worth, contested: worthOf(contested, currency, item) ?? 0, daysLate })
  }
  for (const [id, count, amount] of await bouncedReceipts(ctx.db, currency, stretch, whose)) {
    const own = gathered.get(id)
    if (own) own.bounced = { count, amount }
  }
  const broken = await brokenPlans(ctx, stretch, content.instalmentGraceDays, one)
  const promises = await brokenCounts(ctx, stretch, typeof whose === 'string' ? [whose] : whose)

  const overdueMinimum = content.credit.late.minimum
  return new Map(
    [...gathered].map(([customerId, facts]) => [
      customerId,
      {
        customerId,
        asOf,
        from: stretch.from,
        recentFrom,
        currency,
        ...behaviourFrom({
          ...facts,
          brokenPlans: broken.get(customerId) ?? 0,
          brokenPromises: promises.get(customerId) ?? 0,
          overdueMinimum,
        }),
      },
    ]),
  )
}

/** How a customer pays as of a day, with the arithmetic of the score. */
export const behaviourOf = async (ctx: Reading, customerId: string, asOf: Day): Promise<Behaviour> =>
  (await behaviourOfMany(ctx, asOf, [customerId])).get(customerId) as Behaviour

const refuseUnknown = async (ctx: Reading, id: string): Promise<void> => {
  if (!(await isCustomer(ctx.db, id))) throw new Refusal('not-found', 'no such customer', { id })
}

const historyOf = async (ctx: Reading, customerId: string, months: number) => {
  const days = Array.from({ length: months }, (_, place) => {
    const ago = months - 1 - place
    return ago === 0 ? ctx.today : endOfMonth(addMonths(ctx.today, -ago))
  })
  const points = []
  for (const asOf of days) {
    const { score, averageDaysLate } = await behaviourOf(ctx, customerId, asOf)
    points.push({ asOf, score, averageDaysLate })
  }
  return { points }
}

const paidBy = async (ctx: Reading, customerId: string, asOf: Day, months: number) => {
  const from = addMonths(asOf, -months)
  const { count, invoices } = await settledInvoices(ctx.db, customerId, { from, to: asOf }, MOST_MARKS)
  const marks = invoices.map((invoice) => ({ ...invoice, daysLate: daysBetween(invoice.due, invoice.paidOn) }))
  return { customerId, from, asOf, count, marks }
}

export const behaviourCalls: Handlers<typeof behaviourContract> = {
  get: async (ctx, { customerId, asOf = ctx.today }) => {
    await refuseUnknown(ctx, customerId)
    return behaviourOf(ctx, customerId, asOf)
  },
  paid: async (ctx, { customerId, asOf = ctx.today, months }) => {
    await refuseUnknown(ctx, customerId)
    return paidBy(ctx, customerId, asOf, months)
  },
  history: async (ctx, { customerId, months }) => {
    await refuseUnknown(ctx, customerId)
    return historyOf(ctx, customerId, months)
  },
}
