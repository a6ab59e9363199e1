import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween } from '../../src/main/core/kernel/day.ts'
import {
  anyCredits,
  anyDebits,
  CURRENCIES,
  DAYS,
  type Item,
  inBook,
  ledgerOf,
  openOn,
  START,
  sum,
} from '../support/any-ledger.ts'

const columnOf = (item: Item, day: string, basis: 'due' | 'issued', buckets: readonly number[]): string => {
  if (item.amount < 0) return 'unallocated'
  const late = daysBetween(item[basis], day)
  if (late <= 0) return 'notDue'
  const at = buckets.findIndex((to) => late <= to)
  return at < 0 ? `over${buckets.at(-1)}` : `${(buckets[at - 1] ?? 0) + 1}-${buckets[at]}`
}

const story = fc.record({
  debits: anyDebits,
  credits: anyCredits,
  day: fc.integer({ min: -5, max: DAYS + 60 }),
  basis: fc.constantFrom('due' as const, 'issued' as const),
  buckets: fc.constantFrom<number[]>([30, 60, 90], [7], [1, 2, 3], [15, 45, 120, 180]),
})

describe('any book, any day', () => {
  test('the aged balance is what the ledger says, cell by cell, and every cell is the sum of the items behind it', async () => {
    await fc.assert(
      fc.asyncProperty(story, async ({ debits, credits, day: offset, basis, buckets }) => {
        const ledger = ledgerOf(debits, credits)
        const asOf = addDays(START, offset)
        const open = openOn(ledger, asOf)
        await inBook(ledger.lines, async ({ on }) => {
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
        await inBook(ledger.lines, async ({ on }) => {
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
