import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { accountOf } from '../support/account.ts'
import { openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { invoice, payment } from '../support/ledger.ts'

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
