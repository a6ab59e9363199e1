import { homeCurrencyOf, worthOn } from '../exchange/exchange.service.ts'
import { fraction } from '../financials/fraction.rules.ts'
import type { QueryContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { limitUseOver } from '../limits/limits.service.ts'
import { promisesDueOver } from '../promises/promises.service.ts'
import { delaysIn } from './delays.rules.ts'
import { disputedOn, openOn } from './disputes.rules.ts'
import type { HandlingFigureName } from './figures.contract.ts'
import { closedDisputes, debtCounts, disputedDebts } from './figures.disputes.repository.ts'
import { invoicedByDay } from './figures.invoicing.repository.ts'
import type { Delays, Stretch } from './figures.model.ts'
import { actsByPerson, askedDebts } from './figures.reminders.repository.ts'
import { type Figure, monthlyUntil, monthsBefore, toldStretch, weightedDays } from './figures.rules.ts'
import { show, showAll } from './figures.show.ts'
import { type PromiseOutcome, promiseSums, shareOf } from './handling.rules.ts'
import { sumsBetween } from './positions.rules.ts'
import { recoveredIn } from './recovery.rules.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>

/**
 * By stretch, the promises for its days as they stand at its end, worth in the company's currency; those of a currency
 * without a rate are left out.
 */
const promiseOutcomesOver = async (ctx: Reading, stretches: readonly Stretch[]) => {
  const due = await promisesDueOver(ctx, stretches)
  const worths: Awaited<ReturnType<typeof worthOn>>['worth'][] = []
  for (const { until } of stretches) worths.push((await worthOn(ctx, until)).worth)
  return due.map((promises, place) => {
    const worth = worths[place] as (typeof worths)[number]
    return promises.flatMap((promise) => {
      const [expected, received] = [
        worth(promise.expected, promise.currency),
        worth(promise.received, promise.currency),
      ]
      return expected === null || received === null ? [] : [{ ...promise, expected, received } satisfies PromiseOutcome]
    })
  })
}

/** The same of one stretch. */
export const promiseOutcomes = async (ctx: Reading, stretch: Stretch) =>
  (await promiseOutcomesOver(ctx, [stretch]))[0] ?? []

const inDays = (delays: Delays, none: 'no-deliveries' | 'no-orders'): Figure => {
  const figure = weightedDays(delays)
  return figure === 'nothing-paid' ? none : figure
}

const recoveredShare = ({ paid, asked }: { paid: number; asked: number }): Figure =>
  shareOf(paid, asked, 'no-reminders')

/** Reads once what the figures of every day of a stretch are told by. */
const readHandling = async (ctx: Reading, home: string, stretches: readonly Stretch[], all: Stretch) => {
  const days = stretches.map(({ until }) => until)
  const first = days[0] ?? all.until
  const closed = await closedDisputes(ctx.db, all)
  return {
    closedIn: sumsBetween(closed.map(({ day, disputes }) => ({ day, amount: disputes }))),
    closedDays: sumsBetween(closed.map(({ day, days: open }) => ({ day, amount: open }))),
    debts: await disputedDebts(ctx.db, home, { from: first, until: all.until }),
    openDebts: openOn(await debtCounts(ctx.db, { from: first, until: all.until }), days),
    promises: await promiseOutcomesOver(ctx, stretches),
    limits: await limitUseOver(ctx, days),
    invoiced: await invoicedByDay(ctx.db, home, all),
    asked: await askedDebts(ctx.db, home, all),
  }
}
type Handling = Awaited<ReturnType<typeof readHandling>>

/** What is told of one of the days, over the months up to it. */
const handlingOn = (read: Handling, place: number, stretch: Stretch) => {
  const day = stretch.until
  const disputes = {
    items: disputedOn(read.debts, day).items,
    openItems: read.openDebts[place] ?? 0,
    closed: read.closedIn(stretch),
    days: read.closedDays(stretch),
  }
  const promises = promiseSums(read.promises[place] ?? [], stretch)
  const limits = read.limits[place] as Handling['limits'][number]
  const sinceDelivery = delaysIn(read.invoiced.sinceDelivery, stretch)
  const sinceOrder = delaysIn(read.invoiced.sinceOrder, stretch)
  const { levels, people } = recoveredIn(read.asked, stretch)
  const first = levels.filter(({ level }) => level === levels[0]?.level)
  const sumOf = (column: 'asked' | 'paid') => first.reduce((sum, level) => sum + level[column], 0)
  const figures: Record<HandlingFigureName, Figure> = {
    disputedCount: shareOf(disputes.items, disputes.openItems, 'nothing-owed'),
    disputeCycle: disputes.closed > 0 ? fraction(disputes.days, disputes.closed) : 'no-disputes-closed',
    promiseKept: shareOf(promises.received, promises.expected, 'no-promises-due'),
    promiseKeptCount: shareOf(promises.kept, promises.due, 'no-promises-due'),
    limitUse: shareOf(limits.exposure, limits.limit, 'no-limits'),
    overLimit: limits.accounts === 0 ? 'no-limits' : fraction(limits.passed),
    invoicingDelay: inDays(sinceDelivery, 'no-deliveries'),
    orderDelay: inDays(sinceOrder, 'no-orders'),
    firstReminder: recoveredShare({ paid: sumOf('paid'), asked: sumOf('asked') }),
  }
  return { day, disputes, promises, limits, sinceDelivery, sinceOrder, levels, people, figures }
}
type OfDay = ReturnType<typeof handlingOn>

/** Key figures of the work behind receivables, over the months up to a day and to the same day of the months before; see `domain.md` 4.6. */
export const handlingFigures = async (
  ctx: Reading,
  asOf: Day,
  { months, history }: { months: number; history: number },
) => {
  const home = await homeCurrencyOf(ctx)
  const days = monthlyUntil(asOf, history)
  const stretchOn = (day: Day): Stretch => ({ from: monthsBefore(day, months), until: day })
  const stretches = days.map(stretchOn)
  const read = await readHandling(ctx, home, stretches, { ...stretchOn(days[0] ?? asOf), until: asOf })
  const points = stretches.map((stretch, place) => handlingOn(read, place, stretch))
  // The last of them is the day itself.
  const { disputes, promises, limits, sinceDelivery, sinceOrder, levels, people, figures } = points.at(-1) as OfDay
  const acts = await actsByPerson(ctx.db, stretchOn(asOf))
  const share = (sums: { paid: number; asked: number } | undefined) =>
    show('firstReminder', recoveredShare(sums ?? { paid: 0, asked: 0 }), home)
  return {
    asOf,
    currency: home,
    period: toldStretch(stretchOn(asOf)),
    disputes,
    promises,
    limits,
    invoicing: {
      invoices: sinceDelivery.parts,
      amount: sinceDelivery.amount,
      orderedInvoices: sinceOrder.parts,
      orderedAmount: sinceOrder.amount,
    },
    levels: levels.map((own) => ({
      ...own,
      share: share(own),
      past: points.map((point) =>
        share(point.levels.find(({ level, name }) => level === own.level && name === own.name)),
      ),
    })),
    people: people.map((own) => ({
      ...own,
      ...(acts.get(own.person) ?? { letters: 0, calls: 0 }),
      share: share(own),
      past: points.map((point) => share(point.people.find(({ person }) => person === own.person))),
    })),
    figures: showAll(figures, home),
    points: points.map((point) => ({ day: point.day, figures: showAll(point.figures, home) })),
  }
}
