import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../src/main/core/kernel/day.ts'
import { anyCredits, anyDebits, CURRENCIES, DAYS, inBook, ledgerOf, openOn, START, sum } from '../support/any-ledger.ts'

const story = fc.record({
  debits: anyDebits,
  credits: anyCredits,
  day: fc.integer({ min: -5, max: DAYS + 60 }),
  back: fc.integer({ min: 0, max: DAYS }),
  buckets: fc.constantFrom<number[]>([30, 60, 90], [7], [1, 2, 3], [15, 45, 120, 180]),
})

test('any book, any day: statement, aged balance and letters are one figure, by customer and currency', async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ debits, credits, day, back, buckets }) => {
      const ledger = ledgerOf(debits, credits)
      const asOf = addDays(START, day)
      const from = addDays(asOf, -back)
      await inBook(ledger.lines, async ({ on }) => {
        const { customers, receivables, statements, dunning } = on(asOf)
        const open = openOn(ledger, asOf)
        const proposal = await dunning.propose({ asOf })
        const { customers: all } = await customers.list({})
        for (const { id: customerId, code } of all) {
          const { accounts } = await statements.figures({ customerId, asOf, buckets })
          const told = await statements.figures({ customerId, asOf, buckets, kind: 'movements', from })
          const owed = open.filter(({ customer }) => customer === code)
          expect(
            accounts
              .filter(({ lines }) => lines.length > 0)
              .map(({ currency }) => currency)
              .sort(),
          ).toEqual([...new Set(owed.map(({ currency }) => currency))].sort())
          for (const currency of CURRENCIES) {
            const account = accounts.find((one) => one.currency === currency)
            const aged = await receivables.aged({ asOf, buckets, currency })
            const row = aged.rows.find((one) => one.customerId === customerId)
            const total = account?.total ?? 0
            expect(total).toBe(sum(owed.filter((one) => one.currency === currency).map((one) => one.open)))
            expect(total).toBe(row?.total ?? 0)
            for (const { key, amount } of account?.ageing ?? []) expect(amount).toBe(row?.values[key] ?? 0)
            expect((account?.unallocated ?? 0) - (row?.values.unallocated ?? 0)).toBe(0)

            const isOwn = (one: { customerId: string; currency: string }) =>
              one.customerId === customerId && one.currency === currency
            const letters = proposal.letters.filter(isOwn)
            const claimed = sum(letters.map(({ principal }) => principal))
            const leftOut = sum(proposal.skipped.filter(isOwn).map((item) => item.open))
            expect(claimed + leftOut).toBe(account?.overdue ?? 0)
            for (const letter of letters) expect(letter.credits + (account?.unallocated ?? 0)).toBe(0)

            const moved = told.accounts.find((one) => one.currency === currency)
            expect(moved?.movements.at(-1)?.balance ?? moved?.opening ?? 0).toBe(total)
          }
        }
      })
    }),
    { numRuns: 40 },
  )
}, 120_000)
