import { homeCurrencyOf } from '../exchange/exchange.service.ts'
import { overdueOf, owedOf, periodOf, readLedger, stretchOf } from '../figures/figures.ledger.ts'
import { daysOfSales, type Figure, lengthOf, monthsBefore, percent } from '../figures/figures.rules.ts'
import { show } from '../figures/figures.show.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { QueryContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import type { Minor } from '../kernel/money.ts'
import {
  type Account,
  accountsOn,
  addTo,
  agedOf,
  balanceOf,
  contestedOf,
  emptyAccount,
  partsOf,
  salesOn,
  sumOfAccounts,
} from './dashboard.accounts.ts'
import type { Breakdown, BreakdownRow, dashboardContract } from './dashboard.contract.ts'
import { overviewOn } from './dashboard.overview.ts'
import { type BelongingRow, belongings, namesOf } from './dashboard.repository.ts'
import { byCustomer, changeOf, type End, largestWith, waterfall } from './dashboard.rules.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>

const MOST_ROWS = 50
const MOST_CUSTOMERS = 6
const CHANGE_MONTHS = 3
/** Of sales that receivables are held against where nobody asks otherwise. */
const YEAR = 12

/** Receivables by age and DSO at the end of each of the last months: the same as among the key figures. */
const trendOn = async (ctx: Reading, asOf: Day, months: number) => {
  const home = await homeCurrencyOf(ctx)
  const days = Array.from({ length: months + 1 }, (_, n) => monthsBefore(asOf, months - n))
  const ledger = await readLedger(ctx, home, asOf, days)
  const points = days.map((day) => {
    const position = ledger.at(day)
    const period = periodOf(ledger.since(day), day, YEAR)
    const dso: Figure = period
      ? daysOfSales(position.total, ledger.salesOf(period), lengthOf(period))
      : 'history-too-short'
    return {
      ...position,
      sales: ledger.salesOf(stretchOf(day, 1)),
      dso: show('dso', dso, home),
      overdue: show('overdue', percent(overdueOf(position), owedOf(position)), home),
    }
  })
  return { asOf, currency: home, leftOut: ledger.leftOut, points }
}

const keyed: Record<Breakdown, (row: BelongingRow) => readonly [string, string]> = {
  segment: ([, segment]) => [segment, segment],
  salesperson: ([, , salesperson]) => [salesperson, salesperson],
  country: ([, , , country]) => [country, country],
  group: ([, , , , id, name]) => [id ?? '', name ?? ''],
}

type Bundle = { key: string | null; label: string; customers: number; sales: Minor; account: Account }

const merged = (bundles: readonly Bundle[]): Bundle => ({
  key: null,
  label: '',
  customers: bundles.reduce((sum, { customers }) => sum + customers, 0),
  sales: bundles.reduce((sum, { sales }) => sum + sales, 0),
  account: sumOfAccounts(bundles.map(({ account }) => account)),
})

/** What is owed on a day by those that customers belong to; a row for each with an account or sales. */
const breakdownOn = async (ctx: Reading, asOf: Day, by: Breakdown) => {
  const home = await homeCurrencyOf(ctx)
  const { accounts, leftOut } = await accountsOn(ctx, home, asOf)
  const sales = await salesOn(ctx, home, asOf, YEAR)
  const bundles = new Map<string, Bundle>()
  for (const belonging of await belongings(ctx.db)) {
    const [id] = belonging
    const account = accounts.get(id)
    const sold = sales.of(id)
    if (!account && sold === 0) continue
    const [key, label] = keyed[by](belonging)
    const bundle = bundles.get(key) ?? { key, label, customers: 0, sales: 0, account: emptyAccount() }
    bundles.set(key, bundle)
    bundle.customers += 1
    bundle.sales += sold
    if (account) addTo(bundle.account, account)
  }
  const row = ({ key, label, customers, sales: sold, account }: Bundle): BreakdownRow => {
    const aged = agedOf(account)
    const overdue = aged.late.reduce((sum, part) => sum + part, 0)
    return {
      key,
      label,
      ...aged,
      customers,
      sales: sold,
      disputed: contestedOf(account),
      dso: show('dso', sales.inDays(aged.total, sold), home),
      overdue: show('overdue', percent(overdue, aged.notDue + overdue), home),
    }
  }
  const all = [...bundles.values()]
  const shown = largestWith(all, ({ account }) => balanceOf(account), MOST_ROWS, merged)
  return { asOf, currency: home, leftOut, rows: shown.map(row), all: row(merged(all)) }
}

/** One end of a change: its parts, balances by customer and DSO, whatever can be told of it. */
const endOn = async (ctx: Reading, home: string, day: Day, months: number) => {
  const { accounts, leftOut } = await accountsOn(ctx, home, day)
  const sales = await salesOn(ctx, home, day, months)
  const end: End = { parts: partsOf(sumOfAccounts(accounts.values())), sales: sales.total, days: sales.days }
  const balances = new Map([...accounts].map(([id, account]) => [id, balanceOf(account)]))
  const total = [...balances.values()].reduce((sum, balance) => sum + balance, 0)
  return { end, balances, dso: sales.inDays(total, sales.total), leftOut }
}

const dsoChange = async (ctx: Reading, from: Day, until: Day, months: number) => {
  if (from >= until)
    throw new Refusal('input.invalid', 'a change leads from a day to a later one', { field: 'from', from, until })
  const home = await homeCurrencyOf(ctx)
  const before = await endOn(ctx, home, from, months)
  const after = await endOn(ctx, home, until, months)
  const change = changeOf(before.dso, after.dso)
  const customers =
    change === null
      ? []
      : byCustomer(before.end, after.end, { before: before.balances, after: after.balances }, MOST_CUSTOMERS)
  const names = await namesOf(
    ctx.db,
    customers.flatMap(({ customerId }) => (customerId === null ? [] : [customerId])),
  )
  return {
    from,
    until,
    currency: home,
    leftOut: Math.max(before.leftOut, after.leftOut),
    before: show('dso', before.dso, home),
    after: show('dso', after.dso, home),
    change,
    steps: change === null ? [] : waterfall(before.end, after.end),
    customers: customers.map((one) => ({
      ...one,
      ...(names.get(one.customerId ?? '') ?? { code: '', name: '' }),
    })),
  }
}

export const dashboardCalls: Handlers<typeof dashboardContract> = {
  overview: (ctx, { asOf = ctx.today }) => overviewOn(ctx, asOf),
  trend: (ctx, { asOf = ctx.today, months }) => trendOn(ctx, asOf, months),
  breakdown: (ctx, { asOf = ctx.today, by }) => breakdownOn(ctx, asOf, by),
  dsoChange: (ctx, { until = ctx.today, from = monthsBefore(until, CHANGE_MONTHS), months }) =>
    dsoChange(ctx, from, until, months),
}
