import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../src/main/core/kernel/day.ts'
import { anyCredits, anyDebits, DAYS, inBook, ledgerOf, START } from '../support/any-ledger.ts'

const story = fc.record({
  debits: anyDebits,
  credits: anyCredits,
  day: fc.integer({ min: -5, max: DAYS + 120 }),
  percent: fc.integer({ min: 0, max: 100 }),
})
const BY_HAND = ['0.4', '1.5', '4', '10', '40']

test('any book, any day: the matrix is the aged balance, decisions move debts out of it to the cent, entries balance', async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ debits, credits, day, percent }) => {
      // One currency: the matrix is told in the company's.
      const home = <T extends { currency: number }>(some: readonly T[]) => some.map((one) => ({ ...one, currency: 0 }))
      const asOf = addDays(START, day)
      await inBook(ledgerOf(home(debits), home(credits)).lines, async ({ on }) => {
        const { provisions, receivables } = on(asOf)
        const aged = await receivables.aged({ asOf, buckets: [30, 60, 90], currency: 'EUR' })
        const of = (key: string) => aged.total.values[key] ?? 0
        const before = await provisions.matrix({ asOf, byHand: BY_HAND })
        expect(before.totals.map(({ gross }) => gross)).toEqual(['notDue', '1-30', '31-60', '61-90', 'over90'].map(of))
        const credited = before.totals.reduce((sum, { credits: taken }) => sum + taken, 0)
        expect(before.creditsLeft - credited).toBe(0 + of('unallocated'))
        for (const { gross, cases, credits: taken, tax, insured, base } of before.totals)
          expect(gross - cases - taken - tax - insured).toBe(base)

        const { items } = await receivables.items({ asOf, limit: 1000 })
        const open = items.filter((item) => item.open > 0)
        if (open.length > 0)
          await provisions.decide({ itemIds: open.map(({ id }) => id), ground: 'late', probability: String(percent) })
        const after = await provisions.matrix({ asOf, byHand: BY_HAND })
        expect(after.amount).toBe(0)
        expect(after.totals.map(({ cases }) => cases)).toEqual(before.totals.map(({ gross }) => gross))
        const closing = await provisions.closing({ asOf })
        expect(closing.doubtful).toBe(open.reduce((sum, item) => sum + item.open, 0))
        expect(closing.debit).toBe(closing.credit)
        expect(closing.debit).toBe(closing.doubtful + (closing.amount ?? 0))
        const { doubtful } = await provisions.cases({ asOf })
        expect([doubtful.gross, doubtful.amount]).toEqual([closing.doubtful, closing.amount])
        expect(doubtful.base).toBe(before.totals.reduce((sum, { base }) => sum + base, 0))
      })
    }),
    { numRuns: 12 },
  )
}, 60_000)
