import fc from 'fast-check'
import { addDays, maxDay } from '../../src/main/core/kernel/day.ts'
import { toDecimal } from '../../src/main/core/kernel/money.ts'
import { openTestBook, type TestBook } from './book.ts'
import { type ItemLine, importItems } from './ledger.ts'

export const START = '2026-01-01'
export const DAYS = 200

type Debit = { customer: number; currency: number; issued: number; term: number; amount: number }
type Credit = {
  customer: number
  currency: number
  issued: number
  amount: number
  settles: number
  part: number
  wait: number
}

export const CURRENCIES = ['EUR', 'USD', 'JPY']
const customer = fc.integer({ min: 1, max: 4 })
const currency = fc.integer({ min: 0, max: CURRENCIES.length - 1 })
const issued = fc.integer({ min: 0, max: DAYS })
const amount = fc.integer({ min: 1, max: 500_000 })
export const anyDebits = fc.array(
  fc.record({ customer, currency, issued, term: fc.integer({ min: 0, max: 90 }), amount }),
  {
    minLength: 1,
    maxLength: 12,
  },
)
export const anyCredits = fc.array(
  fc.record({
    customer,
    currency,
    issued,
    amount,
    /** Which debit of the same customer and currency it settles, if there is one. */
    settles: fc.nat(5),
    /** Hundredths of what could be settled: 0 leaves it unallocated. */
    part: fc.constantFrom(0, 1, 50, 100, 100),
    /** Days until it is matched. */
    wait: fc.nat(40),
  }),
  { maxLength: 12 },
)

export type Item = { customer: string; currency: string; issued: string; due: string; amount: number }
type Match = { debit: number; credit: number; amount: number; day: string }

/** The same story twice: the lines of a file, and what they mean, worked out apart from the program. */
export const ledgerOf = (debits: readonly Debit[], credits: readonly Credit[]) => {
  const items: Item[] = []
  const matches: Match[] = []
  const lines: ItemLine[] = []
  for (const [i, debit] of debits.entries()) {
    const issued = addDays(START, debit.issued)
    const due = addDays(issued, debit.term)
    const { amount } = debit
    const [customer, currency] = [`C${debit.customer}`, CURRENCIES[debit.currency] as string]
    items.push({ customer, currency, issued, due, amount })
    lines.push({
      kind: 'invoice',
      number: `F${i}`,
      customer,
      currency,
      issued,
      due,
      amount: toDecimal(amount, currency),
    })
  }
  for (const [i, credit] of credits.entries()) {
    const issued = addDays(START, credit.issued)
    const [customer, currency] = [`C${credit.customer}`, CURRENCIES[credit.currency] as string]
    const { amount } = credit
    const line: ItemLine = {
      kind: i % 3 === 0 ? 'credit_note' : 'payment',
      number: `P${i}`,
      customer,
      currency,
      issued,
      amount: toDecimal(amount, currency),
    }
    const own = debits.flatMap((debit, at) =>
      debit.customer === credit.customer && debit.currency === credit.currency ? [at] : [],
    )
    const at = own[credit.settles % Math.max(own.length, 1)]
    const settled = matches.filter((match) => match.debit === at).reduce((sum, match) => sum + match.amount, 0)
    const part =
      at === undefined ? 0 : Math.floor((Math.min(amount, (debits[at]?.amount ?? 0) - settled) * credit.part) / 100)
    if (at !== undefined && part > 0) {
      const invoiced = addDays(START, debits[at]?.issued ?? 0)
      const day = addDays(maxDay(invoiced, issued), credit.wait)
      matches.push({ debit: at, credit: items.length, amount: part, day })
      Object.assign(line, { settles: `F${at}`, settledOn: day, settledAmount: toDecimal(part, currency) })
    }
    items.push({ customer, currency, issued, due: issued, amount: -amount })
    lines.push(line)
  }
  return { items, matches, lines }
}

export type Ledger = ReturnType<typeof ledgerOf>

/** What is open on a day, by the story. */
export const openOn = ({ items, matches }: Ledger, day: string): (Item & { open: number })[] =>
  items.flatMap((item, at) => {
    if (item.issued > day) return []
    const matched = matches
      .filter((match) => (match.debit === at || match.credit === at) && match.day <= day)
      .reduce((sum, match) => sum + match.amount, 0)
    const open = item.amount - Math.sign(item.amount) * matched
    return open === 0 ? [] : [{ ...item, open }]
  })

export const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)

/** Checks a book that is thrown away afterwards. */
export const inBook = async (lines: readonly ItemLine[], check: (book: TestBook) => Promise<void>) => {
  const book = await openTestBook({ today: START })
  try {
    const report = await importItems(book.client, lines)
    if (report.rejectedCount > 0) throw new Error(`the story is not a ledger: ${JSON.stringify(report.rejected)}`)
    await check(book)
  } finally {
    await book.close()
  }
}
