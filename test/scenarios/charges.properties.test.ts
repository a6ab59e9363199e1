import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accountOf } from '../support/account.ts'
import { openTestBook, refusal } from '../support/book.ts'
import { level, planOf, putPlan, remindersOf } from '../support/dunning.ts'
import { invoice } from '../support/ledger.ts'

const TODAY = '2026-11-22'
const DAYS = ['2026-09-10', '2026-09-20', '2026-10-01', '2026-10-12', '2026-10-25', '2026-11-05', '2026-11-16']

type Act =
  | { act: 'letter' | 'cancel' | 'bounce' | 'undo' | 'settle' }
  | { act: 'waive' | 'pay' | 'outside' | 'cost'; part: number }

const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Act>({ act: 'letter' }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Act>({ act: 'cancel' }, { act: 'bounce' }, { act: 'undo' }, { act: 'settle' }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constantFrom('waive', 'pay', 'outside', 'cost'),
      part: fc.integer({ min: 1, max: 100 }),
    }),
  },
) as fc.Arbitrary<Act>

/** What a refusal may be where the day leaves nothing to do. */
const EXPECTED = ['charges.above-open', 'dunning.nothing-to-issue', 'match.day-too-early', 'match.above-open']

describe('whatever is claimed, paid, waived, taken back and bounces', () => {
  test('no sum is below zero, no more goes than was claimed, the ledger agrees, a letter is the sum of what is open', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyAct, { minLength: DAYS.length, maxLength: DAYS.length }),
        fc.array(fc.integer({ min: 1_000, max: 900_000 }), { minLength: 1, maxLength: 3 }),
        async (acts, amounts) => {
          const book = await openTestBook({ today: TODAY })
          const account = accountOf(book)
          const reminders = remindersOf(book)
          const charging = { claimsInterest: true, claimsIndemnity: true, fee: 700, feePercent: '1' }
          await putPlan(
            book.client,
            planOf([], { levels: [9, 20, 30, 40, 50, 60, 70].map((days, i) => level(i + 1, days, charging)) }),
          )
          await account.given(
            ...amounts.map((amount, i) =>
              invoice(`F${i}`, { amount: (amount / 100).toFixed(2), issued: '2026-08-01', due: '2026-08-31' }),
            ),
          )
          const customerId = await account.customerId()
          for (const [i, one] of acts.entries()) {
            const day = DAYS[i] as string
            const { charges, dunning, payments } = book.on(day)
            const of = () => charges.ofCustomer({ customerId })
            const open = (await of()).lines.filter((line) => line.open > 0)
            const whole = open.reduce((sum, line) => sum + line.open, 0)
            const share = 'part' in one ? Math.max(1, Math.floor((whole * one.part) / 100)) : 0
            const done = await refusal(
              (async () => {
                switch (one.act) {
                  case 'letter': {
                    const [letter] = await reminders.issueAndSend(day)
                    if (!letter) return
                    const left = (await of()).totals.reduce((sum, total) => sum + total.open, 0)
                    // All that is overdue is on it: what is open of the charges is in its total.
                    expect(letter.total).toBe(letter.principal - letter.credits + left)
                    return
                  }
                  case 'cancel': {
                    const { letters } = await reminders.issue(day)
                    for (const { id } of letters) await dunning.cancelLetter({ id, reason: 'erreur' })
                    return
                  }
                  case 'waive': {
                    const [line] = open
                    if (!line) return
                    const { kind, itemId } = line
                    const amount = Math.min(line.open, share)
                    await charges.waive({
                      customerId,
                      currency: 'EUR',
                      lines: [{ kind, itemId, amount }],
                      reason: 'geste',
                    })
                    return
                  }
                  case 'pay': {
                    if (whole === 0) return
                    const { itemId } = await payments.receive({
                      customerId,
                      day,
                      amount: share,
                      currency: 'EUR',
                      method: 'cheque',
                      allocate: 'none',
                    })
                    await charges.recordPaid({ customerId, currency: 'EUR', day, amount: share, creditItemId: itemId })
                    return
                  }
                  case 'outside':
                    if (whole > 0) await charges.recordPaid({ customerId, currency: 'EUR', day, amount: share })
                    return
                  case 'cost':
                    await charges.addCost({ customerId, currency: 'EUR', amount: one.part * 100, reason: 'frais', day })
                    return
                  case 'bounce': {
                    const paid = (await of()).entries.find((entry) => entry.undoable && entry.creditItemId)
                    if (paid?.creditItemId) await payments.bounce({ itemId: paid.creditItemId, day })
                    return
                  }
                  case 'undo': {
                    const entry = (await of()).entries.find(({ undoable }) => undoable)
                    if (entry) await charges.undo({ entryId: entry.id, reason: 'erreur' })
                    return
                  }
                  case 'settle': {
                    const itemId = await account.idOf('F0')
                    const { open } = await account.item('F0', day)
                    if (open > 0) await account.receive(day, { allocate: [{ itemId, amount: open }] })
                    return
                  }
                }
              })(),
            )
            if (done) expect(EXPECTED).toContain(done.code)
          }
          for (const asOf of [...DAYS, TODAY]) {
            const { lines } = await book.on(TODAY).charges.ofCustomer({ customerId, asOf })
            for (const { claimed, paid, waived, withdrawn, open } of lines) {
              for (const sum of [claimed, paid, waived, withdrawn, open]) expect(sum).toBeGreaterThanOrEqual(0)
              expect(claimed - paid - waived - withdrawn).toBe(open)
            }
            expect((await book.client.receivables.aged({ asOf })).control.difference).toBe(0)
          }
          // Nothing that paid charges stays open in the ledger.
          const items = await account.items(TODAY)
          expect(items.filter(({ number, open }) => number.startsWith('FP-') && open !== 0)).toEqual([])
          await book.close()
        },
      ),
      { numRuns: 12 },
    )
  }, 120_000)
})
