import { homeCurrencyOf, worthOn } from '../exchange/exchange.service.ts'
import { fraction } from '../financials/fraction.rules.ts'
import type { QueryContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { limitUse } from '../limits/limits.service.ts'
import { promisesDue } from '../promises/promises.service.ts'
import type { HandlingFigureName, HandlingHistoryName } from './figures.contract.ts'
import { closedDisputes, disputedOn, openDebts } from './figures.disputes.repository.ts'
import { invoicingDelays } from './figures.invoicing.repository.ts'
import type { Delays } from './figures.model.ts'
import { actsByPerson, recoveredByLevel, recoveredByPerson } from './figures.reminders.repository.ts'
import { type Figure, monthlyUntil, monthsBefore, toldStretch, weightedDays } from './figures.rules.ts'
import { show, showAll } from './figures.show.ts'
import { type PromiseOutcome, promiseSums, shareOf } from './handling.rules.ts'
import { sumsBetween } from './positions.rules.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>
export type Stretch = { from: Day; until: Day }

/** Promises for the days of a stretch, worth in the company's currency; those of a currency without a rate are left out. */
export const promiseOutcomes = async (ctx: Reading, stretch: Stretch) => {
  const { worth } = await worthOn(ctx, stretch.until)
  return (await promisesDue(ctx, stretch)).flatMap((promise) => {
    const [expected, received] = [worth(promise.expected, promise.currency), worth(promise.received, promise.currency)]
    return expected === null || received === null ? [] : [{ ...promise, expected, received } satisfies PromiseOutcome]
  })
}

const inDays = (delays: Delays, none: 'no-deliveries' | 'no-orders'): Figure => {
  const figure = weightedDays(delays)
  return figure === 'nothing-paid' ? none : figure
}

/** Key figures of the work behind receivables, over the months up to a day; see `domain.md` 4.6. */
export const handlingFigures = async (
  ctx: Reading,
  asOf: Day,
  { months, history }: { months: number; history: number },
) => {
  const home = await homeCurrencyOf(ctx)
  const period: Stretch = { from: monthsBefore(asOf, months), until: asOf }
  const days = monthlyUntil(asOf, history)
  const all: Stretch = { from: monthsBefore(days[0] ?? asOf, months), until: asOf }
  const closed = await closedDisputes(ctx.db, all)
  const closedIn = sumsBetween(closed.map(({ day, disputes }) => ({ day, amount: disputes })))
  const closedDays = sumsBetween(closed.map(({ day, days: open }) => ({ day, amount: open })))
  const promises = await promiseOutcomes(ctx, all)
  const past = (stretch: Stretch): Record<HandlingHistoryName, Figure> => {
    const sums = promiseSums(promises, stretch)
    const count = closedIn(stretch)
    return {
      disputeCycle: count > 0 ? fraction(closedDays(stretch), count) : 'no-disputes-closed',
      promiseKept: shareOf(sums.received, sums.expected, 'no-promises-due'),
      promiseKeptCount: shareOf(sums.kept, sums.due, 'no-promises-due'),
    }
  }
  const disputed = await disputedOn(ctx.db, home, asOf)
  const openItems = await openDebts(ctx.db, asOf)
  const limits = await limitUse(ctx, asOf)
  const { sinceDelivery, sinceOrder } = await invoicingDelays(ctx.db, home, period)
  const byLevel = await recoveredByLevel(ctx.db, home, period)
  const byPerson = await recoveredByPerson(ctx.db, home, period)
  const acts = await actsByPerson(ctx.db, period)
  const share = ({ paid, asked }: { paid: number; asked: number }) =>
    show('firstReminder', shareOf(paid, asked, 'no-reminders'), home)
  const first = byLevel.filter(({ level }) => level === byLevel[0]?.level)
  const sumOf = (column: 'asked' | 'paid') => first.reduce((sum, level) => sum + level[column], 0)
  const figures: Record<HandlingFigureName, Figure> = {
    ...past(period),
    disputedCount: shareOf(disputed.items, openItems, 'nothing-owed'),
    limitUse: shareOf(limits.exposure, limits.limit, 'no-limits'),
    overLimit: limits.accounts === 0 ? 'no-limits' : fraction(limits.passed),
    invoicingDelay: inDays(sinceDelivery, 'no-deliveries'),
    orderDelay: inDays(sinceOrder, 'no-orders'),
    firstReminder: shareOf(sumOf('paid'), sumOf('asked'), 'no-reminders'),
  }
  return {
    asOf,
    currency: home,
    period: toldStretch(period),
    disputes: { items: disputed.items, openItems, closed: closedIn(period), days: closedDays(period) },
    promises: promiseSums(promises, period),
    limits,
    invoicing: {
      invoices: sinceDelivery.parts,
      amount: sinceDelivery.amount,
      orderedInvoices: sinceOrder.parts,
      orderedAmount: sinceOrder.amount,
    },
    levels: byLevel.map((level) => ({ ...level, share: share(level) })),
    people: byPerson.map((sums) => ({
      ...sums,
      ...(acts.get(sums.person) ?? { letters: 0, calls: 0 }),
      share: share(sums),
    })),
    figures: showAll(figures, home),
    points: days.map((day) => ({
      day,
      figures: showAll(past({ from: monthsBefore(day, months), until: day }), home),
    })),
  }
}
