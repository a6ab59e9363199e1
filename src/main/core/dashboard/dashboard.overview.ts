import { homeCurrencyOf } from '../exchange/exchange.service.ts'
import type { ExpectedDebt } from '../expectations/expectations.book.ts'
import { BOUNDS } from '../figures/figures.ledger.ts'
import { byWeek, whyUntold } from '../forecasts/forecasts.rules.ts'
import { forecastOn } from '../forecasts/forecasts.service.ts'
import type { QueryContext } from '../kernel/context.ts'
import { type Day, daysBetween } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import { namesOf } from './dashboard.repository.ts'

const WEEKS = 4
const SHOWN = 8
const OLD = BOUNDS.at(-1) ?? 0

type Late = { amount: Minor; daysLate: number }

/** What a customer owes of the debts that follow each other. */
type Own = { late: Minor; oldest: number; exposed: boolean }

/** Reads every debt once: its age, who owes it, and what of it may not come. A customer's debts follow each other. */
const readDebts = (debts: readonly ExpectedDebt[], insolvent: ReadonlySet<string>, asOf: Day) => {
  const columns = new Array<Minor>(BOUNDS.length + 2).fill(0)
  const late = new Map<string, Late>()
  const risk = { insolvent: 0, disputed: 0, old: 0 }
  const counts = { owing: 0, exposed: 0 }
  const ages = new Map<Day, { age: number; column: number }>()
  const placeOf = (due: Day) => {
    const age = daysBetween(due, asOf)
    const place = { age, column: age <= 0 ? 0 : 1 + BOUNDS.filter((bound) => age > bound).length }
    ages.set(due, place)
    return place
  }
  const close = (customerId: string, own: Own) => {
    counts.owing += 1
    if (own.exposed) counts.exposed += 1
    if (own.oldest > 0) late.set(customerId, { amount: own.late, daysLate: own.oldest })
  }
  let [whose, failed]: [string | null, boolean] = [null, false]
  let own: Own = { late: 0, oldest: 0, exposed: false }
  for (const { customerId, due, open, disputed } of debts) {
    if (customerId !== whose) {
      if (whose !== null) close(whose, own)
      whose = customerId
      failed = insolvent.has(customerId)
      own = { late: 0, oldest: 0, exposed: failed }
    }
    const { age, column } = ages.get(due) ?? placeOf(due)
    columns[column] = (columns[column] as number) + open
    if (age > 0) {
      own.late += open
      own.oldest = Math.max(own.oldest, age)
    }
    if (failed) {
      risk.insolvent += open
      continue
    }
    risk.disputed += disputed
    if (age > OLD) risk.old += open - disputed
    own.exposed ||= disputed > 0 || age > OLD
  }
  if (whose !== null) close(whose, own)
  return { columns, late, risk, ...counts }
}

/** Where the cash is on a day: what the forecast expects of four weeks, what is late, what may not come. */
export const overviewOn = async (ctx: Pick<QueryContext, 'db' | 'today'>, asOf: Day) => {
  const home = await homeCurrencyOf(ctx)
  const { debts, credits, insolvent, inflows, apart, total, leftOut } = await forecastOn(ctx, home, asOf)
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
      why: whyUntold({ inflows, apart }),
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
