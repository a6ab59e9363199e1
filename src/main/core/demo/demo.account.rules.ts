import { type Day, maxDay } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import type { DemoCustomer } from './demo.customers.rules.ts'

export type Series = 'FA' | 'AV' | 'RG' | 'AN' | 'OD'

export type DemoItem = {
  id: string
  customerId: string
  kind: 'invoice' | 'credit_note' | 'payment' | 'opening' | 'adjustment'
  series: Series
  /** Instalments share their invoice's number. */
  group: string
  number: string
  label: string
  issued: Day
  due: Day
  dueOrigin: 'document' | 'terms' | 'none'
  currency: string
  /** Minor units: positive is owed by the customer. */
  amount: Minor
  /** The day of the match that closed it. */
  settledOn: Day | null
}

export type DemoMatch = {
  id: string
  debitId: string
  creditId: string
  amount: Minor
  day: Day
  origin: 'lettering' | 'manual'
  lettering: string | null
}

/** One customer's account while it is being written; amounts come in above zero. */
export type Account = {
  customer: DemoCustomer
  items: DemoItem[]
  matches: DemoMatch[]
  debit: (entry: Entry) => DemoItem
  credit: (entry: Omit<Entry, 'due' | 'dueOrigin'>) => DemoItem
  /** Settles a debit with a credit, as far as both go. */
  match: (debit: DemoItem, credit: DemoItem) => void
  /** What is left of an item, with its sign. */
  open: (item: DemoItem) => Minor
}

type Entry = {
  kind: DemoItem['kind']
  series: Series
  issued: Day
  amount: Minor
  label: string
  due: Day
  dueOrigin: DemoItem['dueOrigin']
  group?: string
}

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const letteringOf = (position: number): string => `${SIGNS[Math.floor(position / 26) % 26]}${SIGNS[position % 26]}`

export const openAccount = (customer: DemoCustomer): Account => {
  const { random } = customer
  const items: DemoItem[] = []
  const matches: DemoMatch[] = []
  const open = new Map<string, Minor>()
  let letterings = 0

  const add = (entry: Entry, amount: Minor): DemoItem => {
    const id = random.id(entry.issued)
    const { kind, series, issued, label, due, dueOrigin, group = id } = entry
    const currency = customer.person.currency ?? 'EUR'
    const item: DemoItem = {
      id,
      customerId: customer.id,
      kind,
      series,
      group,
      number: '',
      label,
      issued,
      due,
      dueOrigin,
      currency,
      amount,
      settledOn: null,
    }
    items.push(item)
    open.set(id, amount)
    return item
  }

  const lower = (item: DemoItem, by: Minor, day: Day): void => {
    const left = (open.get(item.id) ?? 0) - by
    open.set(item.id, left)
    if (left !== 0) return
    item.settledOn = matches.reduce(
      (last, { debitId, creditId, day: matched }) =>
        debitId === item.id || creditId === item.id ? maxDay(last, matched) : last,
      day,
    )
  }

  return {
    customer,
    items,
    matches,
    debit: (entry) => add(entry, entry.amount),
    credit: (entry) => add({ ...entry, due: entry.issued, dueOrigin: 'none' }, -entry.amount),
    match: (debit, credit) => {
      const amount = Math.min(open.get(debit.id) ?? 0, -(open.get(credit.id) ?? 0))
      if (amount <= 0) return
      const whole = amount === open.get(debit.id)
      const day = maxDay(debit.issued, credit.issued)
      matches.push({
        id: random.id(day),
        debitId: debit.id,
        creditId: credit.id,
        amount,
        day,
        origin: whole ? 'lettering' : 'manual',
        lettering: whole ? `${customer.code} ${letteringOf(letterings++)}` : null,
      })
      lower(debit, amount, day)
      lower(credit, -amount, day)
    },
    open: (item) => open.get(item.id) ?? 0,
  }
}
