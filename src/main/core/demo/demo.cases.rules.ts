import { addDays, type Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import type { Account, DemoItem } from './demo.account.rules.ts'
import { DEMO_DAY } from './demo.company.ts'
import { paymentsOf } from './demo.habits.rules.ts'
import { goods, type Role } from './demo.people.ts'
import { FIRST_MONTH, words } from './demo.trade.rules.ts'

export type DemoHold = {
  id: string
  customerId: string
  itemId: string | null
  reason: string
  until: Day | null
  createdOn: Day
  releasedOn: Day | null
}

/** Days late on the demo's day: the last of each bucket and the first of the next, due today, not due. */
const EDGES = [-10, 0, 1, 30, 31, 60, 61, 90, 91, 120, 121]

const unpaid = (account: Account, daysLate: number, amount: Minor, label: string): DemoItem => {
  const due = addDays(DEMO_DAY, -daysLate)
  return account.debit({
    kind: 'invoice',
    series: 'FA',
    issued: addDays(due, -30),
    due,
    dueOrigin: 'terms',
    amount,
    label,
  })
}

const receipt = (account: Account, day: Day, amount: Minor, label: string): DemoItem =>
  account.credit({ kind: 'payment', series: 'RG', issued: day, amount, label })

const article = (position: number, language: 'fr' | 'en'): string => goods[position]?.[language] ?? ''

/** What the roles of `demo.people.ts` put on an account. */
const cases: Partial<Record<Role, (account: Account, language: 'fr' | 'en') => void>> = {
  edges: (account, language) => {
    EDGES.forEach((days, i) => {
      unpaid(account, days, 100_000 + i * 10_101, article(4, language))
    })
  },
  tiny: (account, language) => {
    const cent = unpaid(account, 70, 84_000, article(6, language))
    account.match(cent, receipt(account, '2026-09-15', 83_999, words[language].transfer))
    const few = unpaid(account, 45, 31_560, article(6, language))
    account.match(few, receipt(account, '2026-10-02', 31_240, words[language].transfer))
  },
  advance: (account, language) => {
    receipt(account, '2026-10-20', 240_000, words[language].advance)
  },
  unmatched: (account, language) => {
    unpaid(account, 25, 187_440, article(7, language))
    unpaid(account, 12, 96_512, article(1, language))
    receipt(account, '2026-10-19', 187_440, words[language].transfer)
  },
  // Five years after it was issued: 10 December 2026 (domain 1.7, the cautious day).
  ancient: (account, language) => {
    account.debit({
      kind: 'invoice',
      series: 'FA',
      issued: '2021-12-10',
      due: '2022-01-31',
      dueOrigin: 'document',
      amount: 184_230,
      label: article(2, language),
    })
  },
  opening: (account, language) => {
    const { random, person } = account.customer
    const due = addDays(FIRST_MONTH, -random.between(5, 40))
    const amount = random.between(80_000, 400_000)
    const balance = account.debit({
      kind: 'opening',
      series: 'AN',
      issued: FIRST_MONTH,
      due,
      dueOrigin: 'document',
      amount,
      label: words[language].openingBalance,
    })
    for (const payment of paymentsOf(person.habit, FIRST_MONTH, due, amount, random))
      account.match(balance, receipt(account, payment.day, payment.amount, words[language].transfer))
  },
}

export const particularCases = (account: Account, language: 'fr' | 'en'): void => {
  for (const role of account.customer.person.roles ?? []) cases[role]?.(account, language)
}

const reasons = {
  fr: {
    plan: 'Échéancier en discussion',
    quality: 'Colis manquants, avoir à établir',
    address: 'Changement d’adresse',
  },
  en: {
    plan: 'Payment plan under discussion',
    quality: 'Missing parcels, credit note to come',
    address: 'Change of address',
  },
} as const

/** Reminders suspended: a customer until December, one invoice without an end, and one suspension that was lifted. */
export const holdsOf = (account: Account, language: 'fr' | 'en'): DemoHold[] => {
  const { id: customerId, random, person } = account.customer
  const { plan, quality, address } = reasons[language]
  const has = (role: Role) => person.roles?.includes(role)
  const hold = (createdOn: Day, reason: string, rest: Partial<DemoHold>): DemoHold => ({
    id: random.id(createdOn),
    customerId,
    itemId: null,
    reason,
    until: null,
    createdOn,
    releasedOn: null,
    ...rest,
  })
  if (has('on-hold')) return [hold('2026-10-12', plan, { until: '2026-12-15' })]
  if (has('hold-released')) return [hold('2026-07-06', address, { until: '2026-08-31', releasedOn: '2026-08-20' })]
  const oldest = account.items.find((item) => item.due < '2026-09-30' && account.open(item) > 0)
  return has('item-on-hold') && oldest ? [hold('2026-10-05', quality, { itemId: oldest.id })] : []
}
