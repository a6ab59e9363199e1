import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../src/main/core/kernel/day.ts'
import { openTestBook, refusalOf } from '../support/book.ts'
import { customerId, itemId } from '../support/disputes.ts'
import { planOf, putPlan, remindersOf } from '../support/dunning.ts'
import { importItems, invoice } from '../support/ledger.ts'

const START = '2026-03-01'
const OPEN = [100_000, 45_050]

const deed = fc.oneof(
  fc.record({ does: fc.constant('contest' as const), item: fc.nat(1), percent: fc.integer({ min: 1, max: 130 }) }),
  fc.record({ does: fc.constant('pay' as const), item: fc.nat(1), percent: fc.integer({ min: 1, max: 60 }) }),
  fc.record({
    does: fc.constant('close' as const),
    which: fc.nat(3),
    outcome: fc.constantFrom('credit_note' as const, 'upheld' as const, 'settled' as const),
    percent: fc.integer({ min: 0, max: 110 }),
  }),
  fc.record({ does: fc.constant('reopen' as const), which: fc.nat(3) }),
)

test('whatever is contested, paid, given up and contested again: never more than is open, and reminders claim the rest', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 3, maxLength: 10 }), async (deeds) => {
      const book = await openTestBook({ today: START })
      try {
        await importItems(book.client, [
          invoice('F-1', { issued: '2026-01-01', due: '2026-02-01', amount: '1000.00' }),
          invoice('F-2', { issued: '2026-01-01', due: '2026-02-01', amount: '450.50' }),
        ])
        await putPlan(book.client, planOf([1]))
        const customer = await customerId(book.client, 'C001')
        const items = [await itemId(book.client, 'F-1'), await itemId(book.client, 'F-2')]
        const seen: { day: string; disputed: number[] }[] = []
        const disputed = async (asOf: string, today = asOf) => {
          const { items: rows } = await book
            .on(today)
            .receivables.items({ asOf, show: 'all', kind: 'invoice', sort: 'number' })
          return rows.map((row) => ({ open: row.open, disputed: row.disputed }))
        }

        for (const [place, told] of deeds.entries()) {
          const day = addDays(START, place + 1)
          const client = book.on(day)
          const { disputes } = await client.disputes.list({ show: 'all', sort: 'amount' })
          const dispute = 'which' in told ? disputes[told.which % Math.max(1, disputes.length)] : undefined
          const part = (amount: number, percent: number) => Math.max(1, Math.floor((amount * percent) / 100))
          if (told.does === 'contest') {
            const before = (await disputed(day))[told.item]
            const amount = part(OPEN[told.item] ?? 0, told.percent)
            const contested = disputes
              .filter((one) => one.itemId === items[told.item] && one.closedOn === null)
              .reduce((sum, one) => sum + one.amount - one.conceded, 0)
            const code = await refusalOf(
              client.disputes.open({ itemId: items[told.item] ?? '', amount, reason: 'price' }),
            )
            expect(code).toBe(amount > Math.max(0, (before?.open ?? 0) - contested) ? 'dispute.above-open' : 'none')
          }
          if (told.does === 'pay') {
            const amount = part(OPEN[told.item] ?? 0, told.percent)
            await client.payments.receive({ customerId: customer, day, amount, currency: 'EUR', method: 'transfer' })
          }
          if (told.does === 'close' && dispute) {
            const conceded = told.outcome === 'upheld' ? 0 : Math.floor((dispute.amount * told.percent) / 100)
            const fits =
              conceded <= dispute.amount - dispute.conceded && (told.outcome !== 'credit_note' || conceded > 0)
            expect(await refusalOf(client.disputes.close({ id: dispute.id, outcome: told.outcome, conceded }))).toBe(
              dispute.closedOn ? 'dispute.closed' : fits ? 'none' : 'dispute.conceded-invalid',
            )
          }
          if (told.does === 'reopen' && dispute) {
            const code = await refusalOf(client.disputes.reopen({ id: dispute.id, text: 'encore' }))
            expect(code).toBe(
              !dispute.closedOn ? 'dispute.open' : dispute.conceded >= dispute.amount ? 'dispute.nothing-left' : 'none',
            )
            // What is opened again counts as contested from its first day on.
            if (code === 'none') seen.length = 0
          }

          const now = await disputed(day)
          for (const row of now) {
            expect(row.disputed).toBeGreaterThanOrEqual(0)
            expect(row.disputed).toBeLessThanOrEqual(row.open)
          }
          const { letters } = await remindersOf(book).propose(day)
          for (const letter of letters) {
            expect(letter.principal).toBe(letter.items.reduce((sum, one) => sum + one.open - one.disputed, 0))
            for (const one of letter.items) expect(one.open).toBeGreaterThan(one.disputed)
          }
          const { control } = await client.receivables.aged({ asOf: day })
          expect(control.difference).toBe(0)
          seen.push({ day, disputed: now.map((row) => row.disputed) })
          // A day that is over keeps its figures.
          for (const past of seen.slice(0, -1))
            expect((await disputed(past.day, day)).map((row) => row.disputed)).toEqual(past.disputed)
        }
      } finally {
        await book.close()
      }
    }),
    { numRuns: 20 },
  )
})
