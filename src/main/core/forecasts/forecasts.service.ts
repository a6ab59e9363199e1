import { homeCurrencyOf } from '../exchange/exchange.service.ts'
import { type ExpectedDebt, expectedOfBook, partOfWorth } from '../expectations/expectations.book.ts'
import { runningPlans } from '../instalments/instalments.service.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { QueryContext } from '../kernel/context.ts'
import { addDays, addMonths, type Day, endOfMonth } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import { runningPromises } from '../promises/promises.service.ts'
import { judgmentsOf } from '../registers/registers.service.ts'
import type { forecastsContract } from './forecasts.contract.ts'
import { namesOf, receivedOf } from './forecasts.repository.ts'
import {
  byWeek,
  type Debt,
  errorOf,
  type Inflow,
  inflowsOf,
  type SaidPart,
  shifted,
  spread,
  whyUntold,
} from './forecasts.rules.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>

const LARGEST = 10
/** Days that a past forecast is held against. */
const TESTED_DAYS = 28

/** Promises and plans by item, in its own currency. */
const saidOn = async (ctx: Reading, asOf: Day): Promise<Map<string, SaidPart[]>> => {
  const said = new Map<string, SaidPart[]>()
  const tell = (kind: 'promise' | 'plan', parts: ReturnType<typeof spread>) => {
    for (const [itemId, own] of parts)
      said.set(itemId, [...(said.get(itemId) ?? []), ...own.map((part) => ({ ...part, kind }))])
  }
  for (const { items, instalments } of await runningPlans(ctx, asOf))
    tell(
      'plan',
      spread(
        items,
        instalments.map(({ due, left }) => ({ day: due, amount: left })),
      ),
    )
  for (const { items, day, left } of await runningPromises(ctx, asOf))
    tell('promise', spread(items, [{ day, amount: left }]))
  return said
}

/** What is open on a day and the cash to come of it: debts, credits not matched, inflows, and what stands apart. */
export const forecastOn = async (ctx: Reading, home: string, asOf: Day) => {
  const { debts, credits, leftOut } = await expectedOfBook(ctx, home, asOf)
  const said = await saidOn(ctx, asOf)
  const judgments = await judgmentsOf(ctx, null, asOf)
  const insolvent = new Set([...judgments].filter(([, { inForce }]) => inForce).map(([id]) => id))
  const known = debts.map((debt): Debt & ExpectedDebt => {
    const parts = said.get(debt.itemId)
    return parts ? { ...debt, said: parts.map((part) => ({ ...part, amount: partOfWorth(part.amount, debt) })) } : debt
  })
  let total: Minor = 0
  for (const { open } of known) total += open
  for (const credit of credits.values()) total += credit
  return { ...inflowsOf(known, { asOf, insolvent, credits }), debts: known, credits, insolvent, total, leftOut }
}

const largestOf = async (ctx: Reading, inflows: readonly Inflow[]) => {
  const amounts = new Map<string, Minor>()
  for (const { customerId, amount } of inflows) amounts.set(customerId, (amounts.get(customerId) ?? 0) + amount)
  const largest = [...amounts].sort((a, b) => b[1] - a[1]).slice(0, LARGEST)
  const names = new Map(
    (
      await namesOf(
        ctx.db,
        largest.map(([id]) => id),
      )
    ).map((row) => [row.id, row]),
  )
  return largest.flatMap(([customerId, amount]) => {
    const named = names.get(customerId)
    return named ? [{ customerId, code: named.code, name: named.name, amount }] : []
  })
}

/** Ends of the months before a day whose four weeks have passed, the oldest first. */
const testedDays = (asOf: Day, months: number): Day[] => {
  const lastDay = addDays(asOf, -TESTED_DAYS)
  const last = endOfMonth(lastDay) === lastDay ? lastDay : endOfMonth(addMonths(`${lastDay.slice(0, 7)}-01`, -1))
  return Array.from({ length: months }, (_, n) => endOfMonth(addMonths(`${last.slice(0, 7)}-01`, n + 1 - months)))
}

export const forecastsCalls: Handlers<typeof forecastsContract> = {
  cash: async (ctx, { asOf = ctx.today, weeks, shifts }) => {
    const home = await homeCurrencyOf(ctx)
    const { inflows, apart, total, leftOut } = await forecastOn(ctx, home, asOf)
    const moved = shifted(inflows, new Map(shifts.map(({ customerId, days }) => [customerId, days])), asOf)
    return {
      asOf,
      currency: home,
      total,
      why: whyUntold({ inflows, apart }),
      ...byWeek(moved, asOf, weeks),
      apart,
      leftOut,
      largest: await largestOf(ctx, inflows),
    }
  },
  backTest: async (ctx, { asOf = ctx.today, months }) => {
    const home = await homeCurrencyOf(ctx)
    const points = []
    for (const day of testedDays(asOf, months)) {
      const until = addDays(day, TESTED_DAYS)
      const { inflows, apart } = await forecastOn(ctx, home, day)
      if (whyUntold({ inflows, apart })) continue
      const upTo = (which: 'early' | 'central' | 'late') =>
        inflows.reduce((sum, inflow) => (inflow[which] <= until ? sum + inflow.amount : sum), 0)
      const actual = await receivedOf(ctx.db, home, { from: day, until })
      const forecast = upTo('central')
      points.push({
        asOf: day,
        until,
        low: upTo('late'),
        forecast,
        high: upTo('early'),
        actual,
        error: errorOf(forecast, actual),
      })
    }
    return { currency: home, points }
  },
}
