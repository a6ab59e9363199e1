import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../src/main/core/kernel/day.ts'
import { anyCredits, anyDebits, DAYS, inBook, ledgerOf, START, sum } from '../support/any-ledger.ts'

const story = fc.record({ debits: anyDebits, credits: anyCredits, day: fc.integer({ min: 0, max: DAYS + 120 }) })

test('principal first, the account of a customer is its balance; in every order what came is on one side or the other', async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ debits, credits, day }) => {
      const ledger = ledgerOf(debits, credits)
      await inBook(ledger.lines, async (book) => {
        const asOf = addDays(START, day)
        const { customers } = await book.on(asOf).customers.list({ limit: 1000 })
        for (const customerId of new Set(customers.map(({ id }) => id))) {
          const of = (imputation: 'principal-first' | 'interest-first' | 'costs-first') =>
            book.on(asOf).claims.account({ customerId, asOf, imputation })
          const lawful = await of('interest-first')
          for (const { currency, totals, debts } of (await of('principal-first')).accounts) {
            const aged = await book.on(asOf).receivables.aged({ asOf, currency })
            const balance = aged.rows.find((row) => row.customerId === customerId)?.total ?? 0
            expect(totals.ledger).toBe(balance)
            expect(totals.principal + totals.disputed + totals.notDue - totals.credits).toBe(balance)
            const other = lawful.accounts.find((one) => one.currency === currency)
            for (const debt of other?.debts ?? []) {
              // What a payment took off interest and costs, it left of the principal.
              const aside = sum(
                debt.lines.map((line) => (line.kind === 'payment' ? line.toInterest + line.toCosts : 0)),
              )
              expect(debt.left.principal).toBe((debts.find(({ itemId }) => itemId === debt.itemId)?.open ?? 0) + aside)
            }
          }
        }
      })
    }),
    { numRuns: 12 },
  )
}, 60_000)
