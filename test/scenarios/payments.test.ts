import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { accountOf } from '../support/account.ts'
import { openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { creditNote, customerFields, invoice, payment } from '../support/ledger.ts'

const TODAY = '2026-11-22'
const NOBODY = '01a201f8-c1d9-7a84-9cb8-dc072221ab98'

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

describe('a receipt', () => {
  test('P1: two receipts on an invoice of 200; one of them undone', async () => {
    await account.given(f('F1', 200))
    await account.receive('2026-11-01', { amount: 5_500 })
    await account.receive('2026-11-02', { amount: 3_500 })
    expect((await account.item('F1')).open).toBe(11_000)
    await account.undo('F1', 'RG-2026-1')
    expect(await account.open()).toEqual({ F1: 16_500, 'RG-2026-1': -5_500, 'RG-2026-2': 0 })
    expect(await controlOn(TODAY)).toBe(0)
  })

  test('P4, P10: the exact amount clears both', async () => {
    await account.given(f('F1', 921), f('F2', 5.95))
    const first = await account.receive('2026-11-01', { amount: 92_100, allocate: 'oldest' })
    expect(first).toMatchObject({ number: 'RG-2026-1', left: 0, matches: [{ debitNumber: 'F1', amount: 92_100 }] })
    await account.receive('2026-11-01', { amount: 595 })
    expect(await account.open()).toEqual({ F1: 0, F2: 0, 'RG-2026-1': 0, 'RG-2026-2': 0 })
    expect((await book.client.receivables.aged({ asOf: TODAY })).rows).toEqual([])
  })

  test('P7: dated thirty days before the invoice clears it all the same, from the day both exist', async () => {
    await account.given(f('F1', 25, '2026-11-22', '2026-11-22'))
    const { matches } = await account.receive('2026-10-23', { amount: 2_500 })
    expect(matches).toMatchObject([{ debitNumber: 'F1', day: '2026-11-22' }])
    expect(await account.open('2026-11-01')).toEqual({ 'RG-2026-1': -2_500 })
    expect(await account.open(TODAY)).toEqual({ F1: 0, 'RG-2026-1': 0 })
  })

  test('the earliest due is paid first; what is left over stays on account', async () => {
    await account.given(f('LATE', 50, '2026-12-31'), f('EARLY', 30, '2026-10-15'), f('NEXT', 20, '2026-10-31'))
    const { matches, left } = await account.receive('2026-11-05', { amount: 12_000 })
    expect(matches.map(({ debitNumber, amount }) => [debitNumber, amount])).toEqual([
      ['EARLY', 3_000],
      ['NEXT', 2_000],
      ['LATE', 5_000],
    ])
    expect(left).toBe(2_000)
    expect((await account.item('RG-2026-1')).open).toBe(-2_000)
  })

  test('P18: an earlier credit is used first, cash pays the rest', async () => {
    await account.given(f('F1', 10), creditNote('A1', { amount: '5.00', issued: '2026-10-05' }))
    await book.client.payments.allocateOldest({ customerId: await account.customerId() })
    const receipt = await account.receive('2026-11-01', { amount: 500 })
    expect(receipt).toMatchObject({ left: 0, matches: [{ amount: 500 }] })
    expect(await account.open()).toEqual({ A1: 0, F1: 0, 'RG-2026-1': 0 })
  })

  test('P19: without an amount it is what its parts add up to', async () => {
    await account.given(f('F1', 10), f('F2', 30))
    const [one, two] = [await account.idOf('F1'), await account.idOf('F2')]
    await account.receive('2026-11-01', {
      allocate: [
        { itemId: one, amount: 1_000 },
        { itemId: two, amount: 700 },
      ],
    })
    expect(await account.open()).toEqual({ F1: 0, F2: 2_300, 'RG-2026-1': 0 })
    expect((await account.item('RG-2026-1')).amount).toBe(-1_700)
    expect(await refusalOf(account.receive('2026-11-01', { allocate: 'none' }))).toBe('input.invalid')
  })

  test('P20: on account until one chooses to use it', async () => {
    await account.given(f('F1', 250))
    await account.receive('2026-11-01', { amount: 10_000, allocate: 'none' })
    expect(await account.open()).toEqual({ F1: 25_000, 'RG-2026-1': -10_000 })
    const { matches } = await book.client.payments.allocateOldest({ customerId: await account.customerId() })
    expect(matches).toMatchObject([{ debitNumber: 'F1', creditNumber: 'RG-2026-1', amount: 10_000 }])
    expect(await account.open()).toEqual({ F1: 15_000, 'RG-2026-1': 0 })
  })

  test('P5: invoices and receipts are found by what is open of them', async () => {
    await account.given(
      ...[300, 400, 500].map((amount) => f(`F${amount}`, amount)),
      ...[300, 400, 500].map((amount) => payment(`P${amount}`, { amount: euros(amount), issued: '2026-11-01' })),
    )
    const count = async (kind: 'invoice' | 'payment', openFrom: number, openTo: number) =>
      (await book.client.receivables.items({ kind, openFrom, openTo })).total
    expect([await count('invoice', 40_000, 50_000), await count('payment', 30_000, 60_000)]).toEqual([2, 3])
    expect([await count('invoice', 30_000, 60_000), await count('payment', 40_000, 50_000)]).toEqual([3, 2])
  })

  test('says how it came', async () => {
    await account.given(f('F1', 100))
    const { itemId } = await account.receive('2026-11-01', {
      amount: 10_000,
      method: 'draft',
      reference: 'LCR 12',
      maturity: '2026-12-31',
      note: 'domiciliée',
    })
    expect(await book.client.payments.detail({ itemId })).toEqual({
      payment: {
        method: 'draft',
        reference: 'LCR 12',
        maturity: '2026-12-31',
        note: 'domiciliée',
        bankLineId: null,
        bouncesId: null,
        bouncedById: null,
        bouncedOn: null,
        bounceReason: '',
      },
      adjustment: null,
      removable: true,
    })
    expect(await book.client.payments.detail({ itemId: await account.idOf('F1') })).toEqual({
      payment: null,
      adjustment: null,
      removable: false,
    })
  })

  test('numbers follow the largest of the year', async () => {
    await account.given(f('F1', 100), payment('RG-2026-41', { amount: '1.00', issued: '2026-10-02' }))
    const receive = async (day: string) => (await account.receive(day, { amount: 100, allocate: 'none' })).number
    expect([await receive('2026-11-01'), await receive('2025-11-01'), await receive('2026-01-01')]).toEqual([
      'RG-2026-42',
      'RG-2025-1',
      'RG-2026-43',
    ])
  })

  test('is refused whole when its parts do not hold, and nothing is written', async () => {
    await account.given(f('F1', 100), f('F2', 50))
    await book.client.customers.create(customerFields('C002'))
    const [itemId, other] = [await account.idOf('F1'), await account.idOf('F2')]
    const receive = (rest: Parameters<typeof account.receive>[1]) => refusal(account.receive('2026-11-01', rest))
    expect(await receive({ amount: 20_000, allocate: [{ itemId, amount: 10_001 }] })).toEqual({
      code: 'match.above-open',
      details: { number: 'F1', amount: 10_001, open: 10_000, currency: 'EUR' },
    })
    expect(await receive({ amount: 5_000, allocate: [{ itemId, amount: 5_001 }] })).toEqual({
      code: 'payment.split-above-amount',
      details: { split: 5_001, amount: 5_000 },
    })
    expect(
      await receive({
        amount: 20_000,
        allocate: [
          { itemId: other, amount: 5_000 },
          { itemId: other, amount: 1 },
        ],
      }),
    ).toMatchObject({ code: 'match.above-open', details: { number: 'F2', open: 0 } })
    expect(await receive({ amount: 100, currency: 'USD', allocate: [{ itemId, amount: 100 }] })).toMatchObject({
      code: 'match.other-currency',
    })
    const { id } = await book.client.customers.byCode({ code: 'C002' })
    expect(await receive({ amount: 100, customerId: id, allocate: [{ itemId, amount: 100 }] })).toMatchObject({
      code: 'match.other-customer',
    })
    expect(await receive({ amount: 100, customerId: NOBODY })).toMatchObject({ code: 'not-found' })
    expect(await receive({ amount: 100, allocate: [{ itemId: NOBODY, amount: 100 }] })).toMatchObject({
      code: 'not-found',
    })
    expect(await account.open()).toEqual({ F1: 10_000, F2: 5_000 })
  })
})

describe('a match by hand', () => {
  beforeEach(async () => {
    await account.given(
      f('F1', 100),
      f('F2', 60),
      payment('P1', { amount: '80.00', issued: '2026-11-03' }),
      creditNote('A1', { amount: '30.00', issued: '2026-11-10' }),
    )
  })

  test('any split, each dated; both sides fall by the same amount', async () => {
    await account.match('F1', 'P1', 5_000)
    await account.match('F2', 'P1', 3_000, '2026-11-20')
    await account.match('F1', 'A1', 1_000)
    expect(await account.open('2026-11-03')).toEqual({ F1: 5_000, F2: 6_000, P1: -3_000 })
    expect(await account.open('2026-11-10')).toEqual({ F1: 4_000, F2: 6_000, P1: -3_000, A1: -2_000 })
    expect(await account.open()).toEqual({ F1: 4_000, F2: 3_000, P1: 0, A1: -2_000 })
    for (const day of ['2026-11-03', '2026-11-10', '2026-11-20', TODAY]) expect(await controlOn(day)).toBe(0)
  })

  test('P17: a debit with a debit, or a credit with a credit, is refused', async () => {
    expect(await refusal(account.match('F1', 'F2', 100))).toMatchObject({ code: 'match.same-side' })
    expect(await refusal(account.match('P1', 'A1', 100))).toMatchObject({ code: 'match.same-side' })
    expect(await refusal(account.match('P1', 'F1', 100))).toMatchObject({ code: 'match.same-side' })
    // A refund is an outgoing payment: it cannot pay an invoice.
    const refund = { customerId: await account.customerId(), day: '2026-11-15', amount: 1_000, currency: 'EUR' }
    await book.client.payments.refund({ ...refund, method: 'transfer' })
    expect(await refusal(account.match('F1', 'RB-2026-1', 100))).toMatchObject({ code: 'match.same-side' })
  })

  test('never before both exist, never above what is open', async () => {
    expect(await refusal(account.match('F1', 'P1', 100, '2026-11-02'))).toMatchObject({
      code: 'match.day-too-early',
      details: { day: '2026-11-02', earliest: '2026-11-03' },
    })
    expect(await refusal(account.match('F1', 'P1', 8_001))).toMatchObject({
      code: 'match.above-open',
      details: { number: 'P1', open: 8_000, amount: 8_001 },
    })
    expect(await refusal(account.match('F2', 'P1', 6_001))).toMatchObject({ details: { number: 'F2', open: 6_000 } })
  })

  test('one that fails takes the whole call back', async () => {
    const [debitId, creditId] = [await account.idOf('F1'), await account.idOf('P1')]
    const part = { debitId, creditId, amount: 5_000 }
    expect(await refusalOf(book.client.payments.allocate({ matches: [part, part] }))).toBe('match.above-open')
    expect(await account.open()).toEqual({ F1: 10_000, F2: 6_000, P1: -8_000, A1: -3_000 })
  })

  test('P3: a credit note cancelled after matching: the invoice is owed again', async () => {
    await account.match('F1', 'A1', 3_000)
    expect((await account.item('F1')).open).toBe(7_000)
    await account.undo('F1', 'A1')
    expect(await account.open()).toMatchObject({ F1: 10_000, A1: -3_000 })
  })

  test('undone stays in the book with its days, and can be made again', async () => {
    await account.match('F1', 'P1', 8_000)
    const { items } = await account.undo('F1', 'P1')
    expect(items.toSorted()).toEqual([await account.idOf('F1'), await account.idOf('P1')].toSorted())
    expect(await account.open('2026-11-05')).toMatchObject({ F1: 10_000, P1: -8_000 })
    await account.match('F1', 'P1', 2_000)
    const { matches } = await book.client.payments.matches({ itemId: await account.idOf('F1') })
    expect(matches).toMatchObject([
      { otherNumber: 'P1', amount: 8_000, day: '2026-11-03', undoneOn: '2026-11-03', undoneBecause: 'mistake' },
      { otherNumber: 'P1', amount: 2_000, undoneOn: null, undoneBecause: null, origin: 'manual' },
    ])
    const again = book.client.payments.undo({ matchIds: [matches[0]?.id ?? ''] })
    expect(await refusal(again)).toEqual({ code: 'match.undone', details: { debit: 'F1', credit: 'P1' } })
    expect(await refusalOf(book.client.payments.undo({ matchIds: [NOBODY] }))).toBe('not-found')
  })

  test('an item settled, undone and settled again is settled from the day it truly was', async () => {
    await account.match('F1', 'P1', 8_000)
    await account.match('F1', 'A1', 2_000, '2026-11-20')
    await account.undo('F1', 'A1')
    await account.match('F1', 'A1', 2_000)
    const listed = async (asOf: string) =>
      (await book.client.receivables.items({ asOf, search: 'F1' })).items.map(({ open }) => open)
    expect(await listed('2026-11-09')).toEqual([2_000])
    expect(await listed('2026-11-10')).toEqual([])
  })
})

describe('a movement entered by mistake', () => {
  test('is removed once its matches are undone; what a file brought stays', async () => {
    await account.given(f('F1', 100), payment('P1', { amount: '20.00', issued: '2026-10-05' }))
    const { itemId } = await account.receive('2026-11-01', { amount: 4_000 })
    expect(await refusal(book.client.payments.remove({ itemId }))).toEqual({
      code: 'payment.still-matched',
      details: { number: 'RG-2026-1', matches: 1 },
    })
    await account.undo('F1', 'RG-2026-1')
    await book.client.payments.remove({ itemId })
    expect(await account.open()).toEqual({ F1: 10_000, P1: -2_000 })
    for (const number of ['F1', 'P1'])
      expect(await refusal(book.client.payments.remove({ itemId: await account.idOf(number) }))).toEqual({
        code: 'payment.not-removable',
        details: { number },
      })
    expect(await refusalOf(book.client.payments.remove({ itemId }))).toBe('not-found')
    expect(await controlOn(TODAY)).toBe(0)
  })

  test('stays while something else in the book names it', async () => {
    await account.given(payment('P1', { amount: '20.00', issued: '2026-10-05' }))
    const customerId = await account.customerId()
    const { itemId } = await book.client.payments.refund({
      customerId,
      day: '2026-11-01',
      amount: 500,
      currency: 'EUR',
      method: 'transfer',
    })
    await account.undo('P1', 'RB-2026-1')
    await book.client.dunning.hold({ customerId, itemId, reason: 'à vérifier' })
    expect(await refusalOf(book.client.payments.remove({ itemId }))).toBe('payment.in-use')
  })
})

test('a file read again leaves matches undone by hand as they are', async () => {
  const lines = [f('F1', 100), payment('P1', { amount: '40.00', issued: '2026-10-05', settles: 'F1' })]
  await account.given(...lines)
  await account.undo('F1', 'P1')
  expect(await account.given(...lines)).toMatchObject({ updated: 0 })
  expect(await account.open()).toEqual({ F1: 10_000, P1: -4_000 })
})
