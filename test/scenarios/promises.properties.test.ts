import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../src/main/core/kernel/day.ts'
import { accountOf } from '../support/account.ts'
import { openTestBook, refusalOf } from '../support/book.ts'
import { planOf, putPlan, remindersOf } from '../support/dunning.ts'
import { invoice } from '../support/ledger.ts'

const START = '2026-06-01'
const NUMBERS = ['F1', 'F2', 'F3']

const step = fc.oneof(
  fc.record({
    does: fc.constant('promises' as const),
    amount: fc.integer({ min: 1, max: 60_000 }),
    within: fc.nat(12),
    of: fc.option(fc.constantFrom(...NUMBERS)),
    replace: fc.boolean(),
  }),
  fc.record({
    does: fc.constant('pays' as const),
    amount: fc.integer({ min: 1, max: 40_000 }),
    allocate: fc.constantFrom('none' as const, 'oldest' as const),
  }),
)

test('whatever is promised and paid, no payment keeps two promises, and what runs is what reminders wait for', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ after: fc.nat(4), what: step }), { minLength: 2, maxLength: 9 }),
      fc.nat(20),
      async (story, later) => {
        const book = await openTestBook({ today: START })
        try {
          const account = accountOf(book)
          await putPlan(book.client, planOf([1]))
          const due = { issued: '2026-04-01', due: '2026-05-01' }
          await account.given(...NUMBERS.map((number) => invoice(number, { amount: '300.00', ...due })))
          const customerId = await account.customerId()
          let day = START
          let paid = 0
          for (const { after, what } of story) {
            day = addDays(day, after)
            if (what.does === 'pays') {
              await account.receive(day, { amount: what.amount, allocate: what.allocate })
              paid += what.amount
              continue
            }
            const made = book.on(day).promises.record({
              customerId,
              currency: 'EUR',
              amount: what.amount,
              day: addDays(day, what.within),
              itemIds: what.of === null ? [] : [await account.idOf(what.of)],
              replace: what.replace,
            })
            expect(['none', 'promise.above-open', 'promise.nothing-open', 'promise.item-invalid']).toContain(
              await refusalOf(made),
            )
          }
          day = addDays(day, later)
          const { promises } = await book.on(day).promises.list({})
          const open = await account.open(day)
          expect(promises.reduce((sum, { received }) => sum + received, 0)).toBeLessThanOrEqual(paid)
          for (const { amount, expected, received, left, items } of promises) {
            expect(received).toBeLessThanOrEqual(expected)
            expect(expected).toBeLessThanOrEqual(amount)
            expect(left).toBeLessThanOrEqual(expected - received)
            expect(items.reduce((sum, item) => sum + item.amount, 0)).toBe(amount)
            for (const item of items) expect(item.open).toBe(open[item.number])
          }
          const running = promises.filter(({ state }) => state === 'running')
          const waited = new Set(running.flatMap(({ items }) => items.map(({ number }) => number)))
          const standing = await remindersOf(book).standing(day)
          // Credits that cover all that is late say so before anything else.
          for (const [number, reason] of Object.entries(standing))
            if (reason !== 'covered-by-credits')
              expect([number, reason === 'promised']).toEqual([number, waited.has(number)])
        } finally {
          await book.close()
        }
      },
    ),
    { numRuns: 15 },
  )
})
