import { homeCurrencyOf } from '../exchange/exchange.service.ts'
import type { ExpectedDebt } from '../expectations/expectations.book.ts'
import { BOUNDS } from '../figures/figures.ledger.ts'
import { byWeek } from '../forecasts/forecasts.rules.ts'
import { forecastOn } from '../forecasts/forecasts.service.ts'
import type { QueryContext } from '../kernel/context.ts'
import { type Day, daysBetween } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import { namesOf } from './dashboard.repository.ts'

const WEEKS = 4
const SHOWN = 8
const OLD = BOUNDS.at(-1) ?? 0

type Late = { amount: Minor; daysLate: number }

/** Reads every debt once: its age, who owes it, and what of it may not come. */
const readDebts = (debts: readonly ExpectedDebt[], insolvent: ReadonlySet<string>, asOf: Day) => {
  const columns = new Array<Minor>(BOUNDS.length + 2).fill(0)
  const owing = new Set<string>()
  const late = new Map<string, Late>()
  const risk = { insolvent: 0, disputed: 0, old: 0 }
  const exposed = new Set<string>()
  const ages = new Map<Day, number>()
  for (const { customerId, due, open, disputed } of debts) {
    let age = ages.get(due)
    if (age === undefined) {
      age = daysBetween(due, asOf)
      ages.set(due, age)
    }
    const column = age <= 0 ? 0 : 1 + BOUNDS.filter((bound) => (age as number) > bound).length
    columns[column] = (columns[column] as number) + open
    owing.add(customerId)
    if (age > 0) {
      const own = late.get(customerId)
      if (!own) late.set(customerId, { amount: open, daysLate: age })
      else {
        own.amount += open
        own.daysLate = Math.max(own.daysLate, age)
      }
    }
    if (insolvent.has(customerId)) risk.insolvent += open
    else {
      risk.disputed += disputed
      if (age > OLD) risk.old += open - disputed
      if (disputed === 0 && age <= OLD) continue
    }
    exposed.add(customerId)
  }
  return { columns, owing: owing.size, late, risk, exposed: exposed.size }
}

/** Where the cash is on a day: what the forecast expects of four weeks, what is late, what may not come. */
export const overviewOn = async (ctx: Pick<QueryContext, 'db' | 'today'>, asOf: Day) => {
  const home = await homeCurrencyOf(ctx)
  const { debts, credits, insolvent, inflows, total, leftOut } = await forecastOn(ctx, home, asOf)
  const { columns, owing, late, risk, exposed } = readDebts(debts, insolvent, asOf)
  const [notDue = 0, ...ages] = columns
  const { weeks } = byWeek(inflows, asOf, WEEKS)
  const last = weeks.at(-1)
  const largest = [...late].sort(([a, x], [b, y]) => y.amount - x.amount || (a < b ? -1 : 1)).slice(0, SHOWN)
  const names = await namesOf(
    ctx.db,
    largest.map(([id]) => id),
  )
  return {
    asOf,
    currency: home,
    leftOut,
    position: { total, notDue, late: ages, unallocated: [...credits.values()].reduce((sum, one) => sum + one, 0) },
    customers: { owing, late: late.size },
    cash: {
      weeks: weeks.map(({ from, until, central }) => ({ from, until, amount: central })),
      low: last?.upTo.low ?? 0,
      central: last?.upTo.central ?? 0,
      high: last?.upTo.high ?? 0,
    },
    risk: { total: risk.insolvent + risk.disputed + risk.old, ...risk, customers: exposed },
    late: largest.flatMap(([customerId, own]) => {
      const named = names.get(customerId)
      return named ? [{ customerId, ...named, ...own }] : []
    }),
  }
}
