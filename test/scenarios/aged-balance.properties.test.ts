import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, maxDay } from '../../src/main/core/kernel/day.ts'
import { toDecimal } from '../../src/main/core/kernel/money.ts'
import { type Client, openTestBook } from '../support/book.ts'
import { type ItemLine, importItems } from '../support/ledger.ts'

const START = '2026-01-01'
const DAYS = 200

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

const CURRENCIES = ['EUR', 'USD', 'JPY']
const customer = fc.integer({ min: 1, max: 4 })
const currency = fc.integer({ min: 0, max: CURRENCIES.length - 1 })
const issued = fc.integer({ min: 0, max: DAYS })
const amount = fc.integer({ min: 1, max: 500_000 })
const debits = fc.array(fc.record({ customer, currency, issued, term: fc.integer({ min: 0, max: 90 }), amount }), {
  minLength: 1,
  maxLength: 12,
})
const credits = fc.array(
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

type Item = { customer: string; currency: string; issued: string; due: string; amount: number }
type Match = { debit: number; credit: number; amount: number; day: string }

/** The same story twice: the lines of a file, and what they mean, worked out apart from the program. */
const ledgerOf = (debits: readonly Debit[], credits: readonly Credit[]) => {
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

type Ledger = ReturnType<typeof ledgerOf>

const openOn = ({ items, matches }: Ledger, day: string): (Item & { open: number })[] =>
  items.flatMap((item, at) => {
    if (item.issued > day) return []
    const matched = matches
      .filter((match) => (match.debit === at || match.credit === at) && match.day <= day)
      .reduce((sum, match) => sum + match.amount, 0)
    const open = item.amount - Math.sign(item.amount) * matched
    return open === 0 ? [] : [{ ...item, open }]
  })

const columnOf = (item: Item, day: string, basis: 'due' | 'issued', buckets: readonly number[]): string => {
  if (item.amount < 0) return 'unallocated'
  const late = daysBetween(item[basis], day)
  if (late <= 0) return 'notDue'
  const at = buckets.findIndex((to) => late <= to)
  return at < 0 ? `over${buckets.at(-1)}` : `${(buckets[at - 1] ?? 0) + 1}-${buckets[at]}`
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)

const story = fc.record({
  debits,
  credits,
  day: fc.integer({ min: -5, max: DAYS + 60 }),
  basis: fc.constantFrom('due' as const, 'issued' as const),
  buckets: fc.constantFrom<number[]>([30, 60, 90], [7], [1, 2, 3], [15, 45, 120, 180]),
})

/** Checks a book that is thrown away afterwards. */
const inBook = async (lines: readonly ItemLine[], check: (on: (day: string) => Client) => Promise<void>) => {
  const { client, on, close } = await openTestBook({ today: START })
  try {
    const report = await importItems(client, lines)
    expect(report.rejected).toEqual([])
    await check(on)
  } finally {
    await close()
  }
}

describe('any book, any day', () => {
  test('the aged balance is what the ledger says, cell by cell, and every cell is the sum of the items behind it', async () => {
    await fc.assert(
      fc.asyncProperty(story, async ({ debits, credits, day: offset, basis, buckets }) => {
        const ledger = ledgerOf(debits, credits)
        const asOf = addDays(START, offset)
        const open = openOn(ledger, asOf)
        await inBook(ledger.lines, async (on) => {
          const { receivables, customers } = on(asOf)
          for (const currency of CURRENCIES) {
            const report = await receivables.aged({ asOf, basis, buckets, currency })
            const here = open.filter((item) => item.currency === currency)
            const names = [...new Set(here.map((item) => item.customer))].sort()
            expect(report.rows.map((row) => row.customer)).toEqual(names)
            for (const row of report.rows) {
              const own = here.filter((item) => item.customer === row.customer)
              expect(row.total).toBe(sum(own.map((item) => item.open)))
              for (const column of report.columns) {
                const inCell = own.filter((item) => columnOf(item, asOf, basis, buckets) === column)
                expect(row.values[column]).toBe(sum(inCell.map((item) => item.open)))
                const behind = await receivables.items({
                  asOf,
                  currency,
                  customerId: row.customerId,
                  cell: { column, basis, buckets },
                })
                expect(sum(behind.items.map((item) => item.open))).toBe(row.values[column])
                expect(behind.total).toBe(inCell.length)
              }
              const { positions } = await customers.get({ id: row.customerId })
              const position = positions.find((one) => one.currency === currency)
              expect(position?.balance).toBe(row.total)
              expect(position?.unallocated).toBe(row.values.unallocated)
              if (basis === 'due') expect(position?.notDue).toBe(row.values.notDue)
            }
            for (const column of report.columns) {
              const whole = await receivables.items({ asOf, currency, cell: { column, basis, buckets } })
              expect(sum(whole.sums.map((one) => one.open))).toBe(report.total.values[column])
            }
            expect(sum(Object.values(report.total.values))).toBe(report.total.total)
            const booked = ledger.items.filter((item) => item.currency === currency && item.issued <= asOf)
            expect(report.control).toEqual({
              ledger: sum(booked.map((item) => item.amount)),
              report: report.total.total,
              difference: 0,
            })
          }
        })
      }),
      { numRuns: 25 },
    )
  })

  test('the list of a day, its sums, the customers’ balances and the aged balance are one figure', async () => {
    await fc.assert(
      fc.asyncProperty(story, async ({ debits, credits, day: offset }) => {
        const ledger = ledgerOf(debits, credits)
        const asOf = addDays(START, offset)
        const open = openOn(ledger, asOf)
        await inBook(ledger.lines, async (on) => {
          const client = on(asOf)
          const list = await client.receivables.items({ asOf, limit: 1000 })
          expect(list.total).toBe(open.length)
          for (const currency of CURRENCIES) {
            const items = list.items.filter((item) => item.currency === currency)
            const sums = list.sums.find((one) => one.currency === currency)
            const { total } = await client.receivables.aged({ asOf, currency })
            expect(sum(items.map((item) => item.open))).toBe(total.total)
            expect(sums?.open ?? 0).toBe(total.total)
            const late = items.filter((item) => item.daysLate > 0)
            expect(sums?.overdue ?? 0).toBe(sum(late.map((item) => item.open)))
            expect(sums?.overdue ?? 0).toBe(total.total - (total.values.notDue ?? 0) - (total.values.unallocated ?? 0))
          }
          const { customers } = await client.customers.list({ limit: 1000 })
          for (const row of customers) {
            const own = open.filter((item) => item.customer === row.code && item.currency === row.currency)
            expect(row.balance).toBe(sum(own.map((item) => item.open)))
            const overdue = own.filter((item) => item.amount > 0 && item.due < asOf)
            expect(row.overdue).toBe(sum(overdue.map((item) => item.open)))
            expect(row.daysLate).toBe(Math.max(0, ...overdue.map((item) => daysBetween(item.due, asOf))))
          }
        })
      }),
      { numRuns: 20 },
    )
  })
})
