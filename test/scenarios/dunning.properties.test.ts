import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LetterRow } from '../../src/main/core/dunning/dunning.contract.ts'
import { addDays } from '../../src/main/core/kernel/day.ts'
import { anyCredits, anyDebits, CURRENCIES, DAYS, inBook, ledgerOf, openOn, START, sum } from '../support/any-ledger.ts'
import { level, planOf, putPlan, remindersOf } from '../support/dunning.ts'

const plan = planOf([], {
  itemMinimum: 300,
  // Japanese yen have no smallest letter: they are never reminded.
  letterMinimums: { EUR: 0, USD: 50_000 },
  levels: [
    level(1, 3),
    level(2, 15, { minimumGap: 7 }),
    level(3, 40, { minimumGap: 10, claimsInterest: true, claimsIndemnity: true }),
  ],
})

const story = fc.record({
  debits: anyDebits,
  credits: anyCredits,
  first: fc.integer({ min: 0, max: DAYS }),
  gaps: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 4 }),
  catchUp: fc.boolean(),
})

type Figures = Pick<LetterRow, 'customerId' | 'currency' | 'level' | 'principal' | 'credits' | 'interest' | 'total'>
const figures = ({ customerId, currency, level, principal, credits, interest, total }: Figures) =>
  [customerId, currency, level, principal, credits, interest, total].join(' ')

test('balance, proposal and letters are one figure; every overdue item is in a letter or says why not; levels only rise', async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ debits, credits, first, gaps, catchUp }) => {
      const ledger = ledgerOf(debits, credits)
      await inBook(ledger.lines, async (book) => {
        await putPlan(book.client, plan)
        const { propose, issue, send } = remindersOf(book)
        const reached = new Map<string, number>()
        let day = addDays(START, first)
        for (const gap of gaps) {
          const { letters, skipped } = await propose(day, catchUp)
          const overdue = openOn(ledger, day).filter((item) => item.amount > 0 && item.due < day)
          const inLetters = letters.flatMap((letter) => letter.items)
          const ids = [...inLetters, ...skipped].map((item) => item.itemId)
          expect(new Set(ids).size).toBe(overdue.length)
          expect(ids).toHaveLength(overdue.length)

          for (const currency of CURRENCIES) {
            const aged = await book.on(day).receivables.aged({ asOf: day, currency })
            const { total, notDue = 0, unallocated = 0 } = { total: aged.total.total, ...aged.total.values }
            const principal = sum(letters.filter((one) => one.currency === currency).map((one) => one.principal))
            const leftOut = sum(skipped.filter((one) => one.currency === currency).map((one) => one.open))
            expect(principal + leftOut).toBe(total - notDue - unallocated)
            for (const letter of letters.filter((one) => one.currency === currency)) {
              const row = aged.rows.find((one) => one.customerId === letter.customerId)
              expect(letter.credits).toBe(0 - (row?.values.unallocated ?? 0))
              expect(letter.principal).toBe(sum(letter.items.map((item) => item.open)))
              expect(letter.interest).toBe(sum(letter.items.map((item) => item.interest)))
              expect(letter.indemnities).toBe(sum(letter.items.map((item) => item.indemnity)))
              expect(letter.total).toBe(
                letter.principal - letter.credits + letter.interest + letter.indemnities + letter.fees,
              )
              expect(letter.level).toBe(Math.max(...letter.items.map((item) => item.level)))
            }
          }
          for (const item of inLetters) {
            const before = reached.get(item.itemId) ?? 0
            if (catchUp) expect(item.level).toBeGreaterThan(before)
            else expect(item.level).toBe(before + 1)
            reached.set(item.itemId, item.level)
          }
          if (letters.length > 0) {
            const issued = await issue(day, { catchUp })
            expect(issued.letters.map(figures).sort()).toEqual(letters.map(figures).sort())
            expect((await propose(day, catchUp)).letters).toEqual([])
            await send(day, issued.run.id)
          }
          day = addDays(day, gap)
        }
      })
    }),
    { numRuns: 30 },
  )
})
