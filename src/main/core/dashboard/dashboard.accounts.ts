import { partOfWorth } from '../expectations/expectations.book.ts'
import { BOUNDS, MEMORY_MONTHS, periodOf, type Stretch, stretchOf } from '../figures/figures.ledger.ts'
import { daysOfSales, type Figure, lengthOf, monthsBefore } from '../figures/figures.rules.ts'
import type { QueryContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import type { Aged, Part } from './dashboard.contract.ts'
import { columnsOn, contestedOn, firstSale, salesByCustomer } from './dashboard.repository.ts'

type Reading = Pick<QueryContext, 'db'>

/** Not due, four ages, credits not matched. */
const COLUMNS = BOUNDS.length + 3

/** What a customer, or many, owe on a day by column, and the contested part of each; in the company's currency. */
export type Account = { columns: Minor[]; contested: Minor[] }

export const emptyAccount = (): Account => ({
  columns: new Array<Minor>(COLUMNS).fill(0),
  contested: new Array<Minor>(COLUMNS).fill(0),
})

export const addTo = (sum: Account, { columns, contested }: Account): void => {
  for (let at = 0; at < COLUMNS; at += 1) {
    sum.columns[at] = (sum.columns[at] as number) + (columns[at] as number)
    sum.contested[at] = (sum.contested[at] as number) + (contested[at] as number)
  }
}

export const sumOfAccounts = (accounts: Iterable<Account>): Account => {
  const sum = emptyAccount()
  for (const account of accounts) addTo(sum, account)
  return sum
}

const added = (amounts: readonly Minor[]): Minor => amounts.reduce((sum, amount) => sum + amount, 0)

export const balanceOf = ({ columns }: Account): Minor => added(columns)
export const contestedOf = ({ contested }: Account): Minor => added(contested)

/** As the aged balance shows it. */
export const agedOf = ({ columns }: Account): Aged => {
  const [notDue = 0, ...rest] = columns
  const unallocated = rest.pop() ?? 0
  return { total: notDue + added(rest) + unallocated, notDue, late: rest, unallocated }
}

/** Each part of what is owed once: what is contested is taken out of its age. */
export const partsOf = (account: Account): Record<Part, Minor> => {
  const [notDue = 0, from1 = 0, from31 = 0, from61 = 0, over90 = 0] = account.columns.map(
    (amount, at) => amount - (account.contested[at] as number),
  )
  return {
    notDue,
    from1,
    from31,
    from61,
    over90,
    disputed: contestedOf(account),
    unallocated: account.columns.at(-1) ?? 0,
  }
}

/** Every customer's account on a day; items whose worth is not known are counted in `leftOut`. */
export const accountsOn = async ({ db }: Reading, home: string, asOf: Day) => {
  const accounts = new Map<string, Account>()
  const of = (customerId: string): Account => {
    let own = accounts.get(customerId)
    if (!own) {
      own = emptyAccount()
      accounts.set(customerId, own)
    }
    return own
  }
  let leftOut = 0
  for (const [customerId, place, worth, unknown] of await columnsOn(db, home, asOf, BOUNDS)) {
    of(customerId).columns[place] = worth ?? 0
    leftOut += unknown
  }
  for (const [customerId, place, part, open, worth] of await contestedOn(db, home, asOf, BOUNDS)) {
    const { contested } = of(customerId)
    contested[place] = (contested[place] as number) + partOfWorth(part, { open: worth, ownOpen: open })
  }
  return { accounts, leftOut }
}

/** What every customer bought in the months before a day, and what the whole of it is worth in days. */
export const salesOn = async ({ db }: Reading, home: string, asOf: Day, months: number) => {
  const since = await firstSale(db, { from: monthsBefore(asOf, MEMORY_MONTHS), until: asOf })
  const period: Stretch | null = periodOf(since, asOf, months)
  const stretch = period ?? stretchOf(asOf, months)
  const sales = new Map((await salesByCustomer(db, home, stretch)).map(([id, amount]) => [id, amount ?? 0]))
  const days = lengthOf(stretch)
  const inDays = (receivables: Minor, sold: Minor): Figure =>
    period ? daysOfSales(receivables, sold, days) : 'history-too-short'
  return {
    of: (customerId: string): Minor => sales.get(customerId) ?? 0,
    total: added([...sales.values()]),
    days,
    inDays,
  }
}
