import Sqlite from 'better-sqlite3'
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

describe('a receipt that came back', () => {
  beforeEach(async () => {
    await account.given(f('F1', 100, '2026-09-30', '2026-09-01'), f('F2', 50, '2026-10-31'))
    await account.receive('2026-10-05', { amount: 12_000, method: 'cheque' })
  })
  const bounce = async (day = '2026-10-20') =>
    book.client.payments.bounce({
      itemId: await account.idOf('RG-2026-1'),
      day,
      reason: 'Provision insuffisante',
      reference: 'CHQ 7',
    })

  test('opens again what it had settled, from that day, at its own due dates', async () => {
    const result = await bounce()
    expect(result).toMatchObject({
      number: 'RJ-2026-1',
      left: 0,
      matches: [{ debitNumber: 'RJ-2026-1', amount: 12_000 }],
    })
    expect(result.reopened.toSorted()).toEqual([await account.idOf('F1'), await account.idOf('F2')].toSorted())
    expect(await account.open('2026-10-19')).toEqual({ F1: 0, F2: 3_000, 'RG-2026-1': 0 })
    expect(await account.open('2026-10-20')).toEqual({ F1: 10_000, F2: 5_000, 'RG-2026-1': 0, 'RJ-2026-1': 0 })
    expect(await account.item('F1', '2026-10-20')).toMatchObject({ due: '2026-09-30', daysLate: 20 })
    for (const day of ['2026-10-04', '2026-10-19', '2026-10-20', TODAY]) expect(await controlOn(day)).toBe(0)
    // On the days in between it was settled: lists and balance say so.
    const between = await book.client.receivables.items({ asOf: '2026-10-10' })
    expect(between.items.map(({ number }) => number)).toEqual(['F2'])
    const settled = await book.client.receivables.items({ asOf: '2026-10-10', show: 'settled', sort: 'number' })
    expect(settled.items.map(({ number }) => number)).toEqual(['F1', 'RG-2026-1'])
  })

  test('both say so', async () => {
    const { itemId } = await bounce()
    const receiptId = await account.idOf('RG-2026-1')
    expect((await book.client.payments.detail({ itemId: receiptId })).payment).toMatchObject({
      method: 'cheque',
      bouncedById: itemId,
      bouncedOn: '2026-10-20',
      bounceReason: 'Provision insuffisante',
    })
    expect((await book.client.payments.detail({ itemId })).payment).toMatchObject({
      method: 'cheque',
      reference: 'CHQ 7',
      bouncesId: receiptId,
    })
    const { matches } = await book.client.payments.matches({ itemId: await account.idOf('F1') })
    expect(matches).toMatchObject([{ undoneOn: '2026-10-20', undoneBecause: 'bounced' }])
  })

  test('a match of later days was never in force, and earlier credits wait until the debt is open again', async () => {
    await account.given(
      f('F3', 15, '2026-12-31', '2026-11-15'),
      payment('P9', { amount: '5.00', issued: '2026-10-06' }),
    )
    await account.match('F2', 'P9', 500)
    await bounce()
    expect(await account.open('2026-10-10')).toEqual({ F1: 0, F2: 2_500, 'RG-2026-1': 0, P9: 0 })
    await account.undo('F2', 'P9')
    // F1 was paid until the day of the bounce: an earlier credit counts from there on.
    const { matches } = await account.match('F1', 'P9', 500)
    expect(matches).toMatchObject([{ day: '2026-10-20' }])
  })

  test('bounces once, is a receipt, and not before it came', async () => {
    expect(await refusal(bounce('2026-10-04'))).toEqual({
      code: 'payment.day-too-early',
      details: { number: 'RG-2026-1', day: '2026-10-04', earliest: '2026-10-05' },
    })
    await bounce()
    expect(await refusal(bounce())).toEqual({
      code: 'payment.already-bounced',
      details: { number: 'RG-2026-1', day: '2026-10-20' },
    })
    const itemId = await account.idOf('F1')
    expect(await refusalOf(book.client.payments.bounce({ itemId, day: TODAY }))).toBe('payment.not-a-receipt')
    const returned = await account.idOf('RJ-2026-1')
    expect(await refusalOf(book.client.payments.bounce({ itemId: returned, day: TODAY }))).toBe('payment.not-a-receipt')
    expect(await refusalOf(book.client.payments.bounce({ itemId: NOBODY, day: TODAY }))).toBe('not-found')
  })

  test('recorded by mistake, it is removed, and everything is as before', async () => {
    const before = await account.open('2026-10-25')
    const { itemId } = await bounce()
    expect(await refusalOf(account.undo('RJ-2026-1', 'RG-2026-1'))).toBe('match.of-bounce')
    expect(await refusal(book.client.payments.remove({ itemId: await account.idOf('RG-2026-1') }))).toMatchObject({
      code: 'payment.already-bounced',
    })
    await book.client.payments.remove({ itemId })
    expect(await account.open('2026-10-25')).toEqual(before)
  })

  test('cannot be removed once the debt was paid otherwise', async () => {
    const { itemId } = await bounce()
    await account.receive('2026-11-01', { amount: 15_000 })
    expect(await refusal(book.client.payments.remove({ itemId }))).toMatchObject({ code: 'match.above-open' })
  })

  test('cannot be removed when only together the parts it took back no longer fit', async () => {
    await account.given(f('F4', 100), payment('P4', { amount: '50.00', issued: '2026-11-02' }))
    const { itemId } = await account.receive('2026-10-05', {
      allocate: [
        { itemId: await account.idOf('F4'), amount: 3_000 },
        { itemId: await account.idOf('F4'), amount: 4_000 },
      ],
    })
    const returned = await book.client.payments.bounce({ itemId, day: '2026-10-20' })
    await account.match('F4', 'P4', 5_000)
    expect(await refusal(book.client.payments.remove({ itemId: returned.itemId }))).toMatchObject({
      code: 'match.above-open',
      details: { number: 'F4' },
    })
    await account.undo('F4', 'P4')
    await account.match('F4', 'P4', 3_000)
    await book.client.payments.remove({ itemId: returned.itemId })
    expect((await account.item('F4')).open).toBe(0)
  })

  test('what it reopened is reminded in full', async () => {
    const proposed = async () =>
      (await book.client.dunning.propose({ asOf: TODAY })).letters.flatMap((letter) =>
        letter.items.map(({ number, open }) => [number, open]),
      )
    expect(await proposed()).toEqual([['F2', 3_000]])
    await bounce()
    expect(await proposed()).toEqual([
      ['F1', 10_000],
      ['F2', 5_000],
    ])
  })
})

test('late interest after a receipt came back is that of a debt that nobody ever paid', async () => {
  const debt = { amount: '1000.00', issued: '2026-03-01', due: '2026-03-31' }
  await account.given(
    invoice('PAID', debt),
    invoice('NEVER', { ...debt, customer: 'C002' }),
    invoice('LATE', { ...debt, customer: 'C003' }),
  )
  const { itemId } = await account.receive('2026-06-01', { amount: 100_000 })
  await book.client.payments.bounce({ itemId, day: '2026-06-15', reason: 'impayé' })
  const late = accountOf(book, 'C003')
  await late.receive('2026-06-01', { amount: 50_000 })
  const proposed = async () => {
    const { letters } = await book.client.dunning.propose({ asOf: TODAY, catchUp: true })
    return Object.fromEntries(letters.flatMap(({ items }) => items.map((item) => [item.number, item])))
  }
  const { PAID, NEVER, LATE } = await proposed()
  expect(PAID?.interest).toBeGreaterThan(0)
  expect(PAID).toMatchObject({ open: 100_000, interest: NEVER?.interest })
  expect(LATE?.interest).toBeLessThan(NEVER?.interest ?? 0)
})

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

describe('a small difference written off', () => {
  beforeEach(async () => {
    await account.given(f('F1', 100), payment('P1', { amount: '20.00', issued: '2026-10-05' }))
    await account.receive('2026-11-01', {
      allocate: [{ itemId: await account.idOf('F1'), amount: 9_700 }],
    })
  })
  const writeOff = async (number: string, amount?: number) =>
    book.client.payments.writeOff({
      itemId: await account.idOf(number),
      day: '2026-11-10',
      note: 'frais de banque',
      ...(amount !== undefined && { amount }),
    })

  test('of a debit, all that is left of it unless told', async () => {
    expect(await writeOff('F1')).toMatchObject({ number: 'EC-2026-1', left: 0, matches: [{ amount: 300 }] })
    expect(await account.open()).toMatchObject({ F1: 0, 'EC-2026-1': 0 })
    expect((await account.item('EC-2026-1')).amount).toBe(-300)
    const { adjustment } = await book.client.payments.detail({ itemId: await account.idOf('EC-2026-1') })
    expect(adjustment).toMatchObject({ reason: 'write_off', note: 'frais de banque', tax: 0 })
    expect(await controlOn(TODAY)).toBe(0)
    expect(await refusal(writeOff('F1'))).toMatchObject({ code: 'payment.nothing-open' })
  })

  test('of a credit: what a customer paid too much', async () => {
    await writeOff('P1', 200)
    expect((await account.item('EC-2026-1')).amount).toBe(200)
    expect((await account.item('P1')).open).toBe(-1_800)
  })

  test('within the limit of the policy, in all', async () => {
    expect(await refusal(writeOff('P1', 501))).toEqual({
      code: 'payment.above-write-off-limit',
      details: { number: 'P1', amount: 501, already: 0, limit: 500, currency: 'EUR' },
    })
    await writeOff('P1', 300)
    // Not in pieces either.
    expect(await refusal(writeOff('P1', 201))).toMatchObject({ details: { already: 300, limit: 500 } })
    await writeOff('P1', 200)
    expect(await refusal(writeOff('F1', 301))).toMatchObject({ code: 'match.above-open' })
  })

  test('undone, it no longer counts', async () => {
    await writeOff('P1', 500)
    await account.undo('P1', 'EC-2026-1')
    await book.client.payments.remove({ itemId: await account.idOf('EC-2026-1') })
    await writeOff('P1', 500)
    expect((await account.item('P1')).open).toBe(-1_500)
  })

  test('keeps the version of the policy it was taken under', async () => {
    await writeOff('P1', 100)
    const { content } = await book.client.policy.get({})
    await book.client.policy.save({ content: { ...content, writeOffLimits: { EUR: 1_000 } } })
    await writeOff('P1', 700)
    const sqlite = new Sqlite(book.path, { readonly: true })
    const versions = sqlite.prepare('SELECT policy_version FROM adjustment ORDER BY item_id').pluck().all()
    sqlite.close()
    expect(versions).toEqual([null, 1])
  })

  test('not at all in a currency without a limit', async () => {
    await account.given(invoice('Y1', { amount: '90', currency: 'JPY', issued: '2026-10-01', due: '2026-10-31' }))
    expect(await refusal(writeOff('Y1', 1))).toMatchObject({ details: { limit: 0, currency: 'JPY' } })
  })
})

describe('an early-payment discount', () => {
  const discount = async (number: string, amount: number, taxRate: string) =>
    book.client.payments.discount({ itemId: await account.idOf(number), day: '2026-11-01', amount, taxRate })

  test('P11: 595 is 495 received and 100 of discount, which takes off 15.97 of VAT', async () => {
    await account.given(f('F1', 595))
    await account.receive('2026-11-01', { amount: 49_500 })
    expect(await discount('F1', 10_000, '19')).toMatchObject({ number: 'ES-2026-1', tax: 1_597, left: 0 })
    expect(await account.open()).toEqual({ F1: 0, 'RG-2026-1': 0, 'ES-2026-1': 0 })
    const { adjustment } = await book.client.payments.detail({ itemId: await account.idOf('ES-2026-1') })
    expect(adjustment).toMatchObject({ reason: 'discount', tax: 1_597, taxRate: '19' })
  })

  test('P12: 119 is 107.10 and 11.90, which takes off 1.90', async () => {
    await account.given(f('F1', 119))
    await account.receive('2026-11-01', { amount: 10_710 })
    expect(await discount('F1', 1_190, '19')).toMatchObject({ tax: 190 })
    expect((await account.item('F1')).open).toBe(0)
  })

  test('is taken off a debt, no more than is open of it', async () => {
    await account.given(f('F1', 100), payment('P1', { amount: '20.00', issued: '2026-10-05' }))
    expect(await refusal(discount('F1', 10_001, '20'))).toMatchObject({ code: 'match.above-open' })
    expect(await refusal(discount('P1', 100, '20'))).toMatchObject({ code: 'payment.not-a-debt' })
    await account.match('F1', 'P1', 2_000)
    await discount('F1', 8_000, '5.5')
    expect(await refusal(discount('F1', 1, '20'))).toMatchObject({ code: 'payment.nothing-open' })
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
