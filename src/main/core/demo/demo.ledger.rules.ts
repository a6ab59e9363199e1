import { type DemoItem, type DemoMatch, openAccount, type Series } from './demo.account.rules.ts'
import { type DemoHold, holdsOf, particularCases } from './demo.cases.rules.ts'
import { type DemoCustomer, demoCustomers } from './demo.customers.rules.ts'
import { type DemoDates, type DemoDelivery, deliveriesOf } from './demo.deliveries.rules.ts'
import { type DemoDispute, disputesOf } from './demo.disputes.rules.ts'
import { type DemoProof, proofsOf } from './demo.proofs.rules.ts'
import { trade } from './demo.trade.rules.ts'

export type DemoLedger = {
  customers: DemoCustomer[]
  items: DemoItem[]
  matches: DemoMatch[]
  holds: DemoHold[]
  disputes: DemoDispute[]
  proofs: DemoProof[]
  deliveries: DemoDelivery[]
  dates: DemoDates[]
}

/** Two years of sixty customers: the same for every demo of a language, whatever the day it is made. */
export const demoLedger = (language: 'fr' | 'en'): DemoLedger => {
  const customers = demoCustomers(language)
  const accounts = customers.map((customer) => {
    const account = openAccount(customer)
    if (customer.person.yearly > 0) trade(account, language)
    particularCases(account, language)
    return account
  })
  const holds = accounts.flatMap((account) => holdsOf(account, language))
  const disputes = accounts.flatMap((account) => disputesOf(account, language))
  const delivered = accounts.map(deliveriesOf)
  return {
    customers,
    disputes,
    proofs: accounts.flatMap((account) => proofsOf(account, language)),
    deliveries: delivered.flatMap(({ deliveries }) => deliveries),
    dates: delivered.flatMap(({ dates }) => dates),
    items: numbered(accounts.flatMap(({ items }) => items)),
    matches: accounts.flatMap(({ matches }) => matches),
    holds,
  }
}

/** Numbers each series by year in the order of the days, as a ledger does. */
const numbered = (items: readonly DemoItem[]): DemoItem[] => {
  const last = new Map<string, number>()
  const numbers = new Map<string, string>()
  const numberOf = (series: Series, year: string, group: string): string => {
    const known = numbers.get(group)
    if (known) return known
    const next = (last.get(series + year) ?? 0) + 1
    last.set(series + year, next)
    const number = `${series}${year}-${String(next).padStart(4, '0')}`
    numbers.set(group, number)
    return number
  }
  return items
    .toSorted((a, b) => (a.issued < b.issued ? -1 : a.issued > b.issued ? 1 : 0))
    .map((item) => ({ ...item, number: numberOf(item.series, item.issued.slice(0, 4), item.group) }))
}
