import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { accountOf } from '../support/account.ts'
import { openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { creditNote, customerFields, invoice, payment } from '../support/ledger.ts'

const TODAY = '2026-11-22'

let book: TestBook
let account: ReturnType<typeof accountOf>
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
  account = accountOf(book)
})
afterEach(() => book.close())

const euros = (amount: number) => amount.toFixed(2)
const f = (number: string, amount: number, due = '2026-10-31', issued = '2026-10-01') =>
  invoice(number, { amount: euros(amount), issued, due })
const controlOn = async (asOf: string) => (await book.client.receivables.aged({ asOf })).control.difference

describe('a refund', () => {
  beforeEach(() =>
    account.given(
      payment('P1', { amount: '30.00', issued: '2026-10-01' }),
      creditNote('A1', { amount: '20.00', issued: '2026-10-15' }),
      payment('P2', { amount: '50.00', issued: '2026-12-01' }),
    ),
  )
  const refund = async (amount: number, credits?: [string, number][]) =>
    book.client.payments.refund({
      customerId: await account.customerId(),
      day: '2026-11-05',
      amount,
      currency: 'EUR',
      method: 'transfer',
      ...(credits && {
        credits: await Promise.all(
          credits.map(async ([number, part]) => ({ itemId: await account.idOf(number), amount: part })),
        ),
      }),
    })

  test('pays back the oldest credits first, or those named', async () => {
    expect(await refund(4_000)).toMatchObject({ number: 'RB-2026-1', left: 0 })
    expect(await account.open()).toEqual({ P1: 0, A1: -1_000, P2: -5_000, 'RB-2026-1': 0 })
    await account.undo('RB-2026-1', 'P1')
    expect(await account.open()).toMatchObject({ P1: -3_000, 'RB-2026-1': 3_000 })
    await refund(500, [['A1', 500]])
    expect(await account.open()).toMatchObject({ A1: -500, 'RB-2026-2': 0 })
    expect(await controlOn(TODAY)).toBe(0)
  })

  test('never more than the customer has in credit by then', async () => {
    expect(await refusal(refund(5_001))).toEqual({
      code: 'payment.above-credit',
      details: { amount: 5_001, credit: 5_000, currency: 'EUR' },
    })
    expect(await refusal(refund(1_000, [['A1', 999]]))).toMatchObject({ details: { credit: 999 } })
    expect(await refusalOf(refund(2_001, [['A1', 2_001]]))).toBe('match.above-open')
    expect(await account.open()).toEqual({ P1: -3_000, A1: -2_000, P2: -5_000 })
  })
})

describe('a set-off', () => {
  const setOff = async (amount: number, rest = {}) =>
    book.client.payments.setOff({
      customerId: await account.customerId(),
      day: '2026-11-01',
      reference: 'leur facture 88',
      amount,
      currency: 'EUR',
      ...rest,
    })

  test('P15: 5.95 sold against 11.90 bought: the sale is closed, 5.95 is still owed to them', async () => {
    await account.given(f('F1', 5.95))
    expect(await setOff(1_190)).toMatchObject({ number: 'CP-2026-1', counterLeft: 595, left: 0 })
    expect(await account.open()).toEqual({ F1: 0, 'CP-2026-1': 0 })
    const { adjustment } = await book.client.payments.detail({ itemId: await account.idOf('CP-2026-1') })
    expect(adjustment).toMatchObject({ reason: 'set_off', counterReference: 'leur facture 88', counterAmount: 1_190 })
    expect(await controlOn(TODAY)).toBe(0)
  })

  test('against the oldest debts of that day, or those named', async () => {
    await account.given(f('F1', 10), f('F2', 20, '2026-12-01'), f('LATER', 5, '2026-11-20', '2026-11-15'))
    expect(await setOff(1_500)).toMatchObject({ counterLeft: 0 })
    expect(await account.open()).toMatchObject({ F1: 0, F2: 1_500, LATER: 500 })
    const allocate = [{ itemId: await account.idOf('F2'), amount: 700 }]
    expect(await setOff(1_000, { allocate })).toMatchObject({ counterLeft: 300 })
    expect((await account.item('F2')).open).toBe(800)
    expect(await refusalOf(setOff(500, { allocate }))).toBe('payment.split-above-amount')
  })

  test('needs something to be set against', async () => {
    await book.client.customers.create(customerFields('C001'))
    expect(await refusal(setOff(100))).toMatchObject({ code: 'payment.nothing-open' })
  })
})
