import { addDays, addMonths, type Day, endOfMonth, minDay } from '../kernel/day.ts'
import { type Minor, roundHalfUp } from '../kernel/money.ts'
import { dueDate, parseTerms } from '../receivables/terms.rules.ts'
import type { Account, DemoItem } from './demo.account.rules.ts'
import { DEMO_DAY } from './demo.company.ts'
import { type PlannedPayment, paymentsOf } from './demo.habits.rules.ts'
import { goods } from './demo.people.ts'
import type { Random } from './demo.random.rules.ts'

export const FIRST_MONTH: Day = '2024-11-01'
const MONTHS = 24
const VAT_PERCENT = 20

export type Words = {
  transfer: string
  creditNote: string
  openingBalance: string
  roundingDifference: string
  advance: string
  instalment: string
}

export const words: Record<'fr' | 'en', Words> = {
  fr: {
    transfer: 'Virement',
    creditNote: 'Avoir sur marchandise',
    openingBalance: 'Solde à nouveau',
    roundingDifference: 'Écart de règlement',
    advance: 'Acompte à la commande',
    instalment: 'échéance',
  },
  en: {
    transfer: 'Transfer',
    creditNote: 'Credit for goods returned',
    openingBalance: 'Balance brought forward',
    roundingDifference: 'Payment difference',
    advance: 'Advance on order',
    instalment: 'instalment',
  },
}

/** What an invoice says and comes to, tax included; customers abroad pay none. */
const sale = (account: Account, language: 'fr' | 'en', random: Random): { label: string; amount: Minor } => {
  const article = random.pick(goods)
  const quantity = Math.max(
    1,
    Math.floor(random.between(18_000, random.chance(15) ? 900_000 : 320_000) / article.price),
  )
  const net = article.price * quantity
  const tax = account.customer.country === 'FR' ? roundHalfUp(BigInt(net) * BigInt(VAT_PERCENT), 100n) : 0
  return { label: `${article[language]} × ${quantity}`, amount: net + tax }
}

/** The due date by the customer's terms, or the company's, which are thirty days. */
export const dueOf = (account: Account, issued: Day): Day => dueDate(issued, parseTerms(account.customer.terms ?? '30'))

const issueDays = (yearly: number, random: Random): Day[] =>
  Array.from({ length: MONTHS }, (_, month) => addMonths(FIRST_MONTH, month)).flatMap((first) => {
    const count = Math.floor(yearly / 12) + (random.below(12) < yearly % 12 ? 1 : 0)
    const length = Number(endOfMonth(first).slice(8, 10))
    return Array.from({ length: count }, () => addDays(first, random.below(length)))
  })

type Payable = PlannedPayment & { debit: DemoItem }

/** Invoices of two years, with their credit notes, and the payments that the customer's habit makes of them. */
export const trade = (account: Account, language: 'fr' | 'en'): void => {
  const { random, person } = account.customer
  const payable: Payable[] = []
  for (const issued of issueDays(person.yearly, random)) {
    const { label, amount } = sale(account, language, random)
    const printed = random.chance(8)
    const due = printed ? addDays(issued, 30) : dueOf(account, issued)
    const instalments = person.roles?.includes('instalments') && random.chance(35)
    const parts = instalments ? inThree(amount, issued) : [{ amount, due }]
    const group = instalments ? random.id(issued) : undefined
    parts.forEach((part, i) => {
      const suffix = instalments ? `, ${words[language].instalment} ${i + 1}/3` : ''
      const dueOrigin = printed || instalments ? 'document' : 'terms'
      const debit = account.debit({
        kind: 'invoice',
        series: 'FA',
        issued,
        label: label + suffix,
        amount: part.amount,
        due: part.due,
        dueOrigin,
        ...(group ? { group } : {}),
      })
      const credited = instalments ? 0 : credit(account, debit, language)
      const planned = paymentsOf(person.habit, issued, part.due, part.amount - credited, random)
      payable.push(...planned.map((payment) => ({ ...payment, debit })))
    })
  }
  pay(account, payable, language)
}

const inThree = (amount: Minor, issued: Day): { amount: Minor; due: Day }[] => {
  const third = Math.floor(amount / 3)
  return [amount - 2 * third, third, third].map((part, i) => ({ amount: part, due: addDays(issued, 30 * (i + 1)) }))
}

/** A credit note on one invoice in twenty; one in five of those stays to be matched. Returns what the customer deducts. */
const credit = (account: Account, debit: DemoItem, language: 'fr' | 'en'): Minor => {
  const { random } = account.customer
  if (!random.chance(5)) return 0
  const amount = Math.max(1, Math.floor((debit.amount * random.between(5, 30)) / 100))
  const issued = addDays(debit.issued, random.between(8, 24))
  const matched = random.chance(80)
  if (issued > DEMO_DAY) return 0
  const note = account.credit({ kind: 'credit_note', series: 'AV', issued, amount, label: words[language].creditNote })
  if (matched) account.match(debit, note)
  return amount
}

/** One transfer a day for everything paid that day, with the slips that customers make. */
const pay = (account: Account, payable: readonly Payable[], language: 'fr' | 'en'): void => {
  const { random, person } = account.customer
  const byDay = [...Map.groupBy(payable, ({ day }) => day)].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [day, payments] of byDay) {
    const owed = payments.reduce((sum, { amount }) => sum + amount, 0)
    const slip = person.habit === 'early' ? 0 : slipOf(random)
    const receipt = account.credit({
      kind: 'payment',
      series: 'RG',
      issued: day,
      amount: owed + slip,
      label: words[language].transfer,
    })
    for (const { debit } of payments) account.match(debit, receipt)
    const last = payments.at(-1)?.debit
    if (slip < 0 && last && random.chance(50)) writeOff(account, last, -slip, day, language)
  }
}

/** Paid too much (left on the account) or a few cents short, in cents; most often neither. */
const slipOf = (random: Random): Minor => {
  const kind = random.below(100)
  if (kind < 2) return random.between(90, 9_000)
  return kind < 5 ? -random.between(1, 99) : 0
}

const writeOff = (account: Account, debit: DemoItem, short: Minor, day: Day, language: 'fr' | 'en'): void => {
  if (account.open(debit) !== short) return
  const issued = minDay(DEMO_DAY, endOfMonth(day))
  const difference = account.credit({
    kind: 'adjustment',
    series: 'OD',
    issued,
    amount: short,
    label: words[language].roundingDifference,
  })
  account.match(debit, difference)
}
