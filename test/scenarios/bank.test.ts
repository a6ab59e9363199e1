import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { BankLine } from '../../src/main/core/bank/bank.contract.ts'
import { rfReference } from '../../src/main/core/customers/identifiers.rules.ts'
import { accept, bankStatement, openByNumber, openLines, proposalsOf } from '../support/bank.ts'
import { openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { creditNote, finish, importItems, invoice, payment } from '../support/ledger.ts'

const TODAY = '2026-03-10'
const durand = { customer: 'C001', name: 'Durand et Fils' }
const cafes = { customer: 'C002', name: 'Cafés Montbrisson' }

let book: TestBook
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
})
afterEach(() => book.close())

const ledger = () =>
  importItems(book.client, [
    invoice('FA2026-0178', { ...durand, issued: '2026-01-05', due: '2026-02-04', amount: '1000.00' }),
    invoice('FA2026-0190', { ...durand, issued: '2026-01-12', due: '2026-02-11', amount: '250.50' }),
    invoice('FA2026-0201', { ...durand, issued: '2026-01-20', due: '2026-04-19', amount: '700.00' }),
    invoice('FA2026-0210', { ...cafes, issued: '2026-01-25', due: '2026-02-24', amount: '1700.00' }),
    creditNote('AV2026-0003', { ...durand, issued: '2026-02-01', amount: '50.50' }),
  ])

const one = async (lines: Parameters<typeof bankStatement>[1]): Promise<BankLine> =>
  (await bankStatement(book.client, lines))[0] as BankLine

const customer = async (code: string) => (await book.client.customers.byCode({ code })).id
const item = async (number: string) =>
  (await book.client.receivables.items({ search: number, show: 'all' })).items.find((row) => row.number === number)

/** Everything of the book that a match touches. */
const state = async () => {
  const items = (await book.client.receivables.items({ show: 'all', limit: 1000 })).items
  return items.map(({ number, open, amount }) => [number, amount, open])
}

describe('a receipt that names its invoice and pays it to the cent', () => {
  test('is ready, and accepted with the others that are', async () => {
    await ledger()
    await bankStatement(book.client, [
      { amount: 100_000, text: 'VIR DURAND FA2026-0178' },
      { amount: 170_000, creditorReference: rfReference('FA20260210') },
      { amount: 33_333, text: 'VIREMENT' },
      { amount: -1_250, text: 'FRAIS' },
    ])
    const { result, steps } = await finish(book.client.bank.matchReady({}))
    expect(result).toEqual({ matched: 2, left: 1 })
    expect(steps.at(-1)).toEqual({ step: 'bank.matching', done: 2, total: 2 })
    expect(await openByNumber(book.client)).toEqual({
      'FA2026-0190': 25_050,
      'FA2026-0201': 70_000,
      'AV2026-0003': -5_050,
    })
    const done = (await book.client.bank.lines({ show: 'matched' })).lines
    expect(
      done.map(({ left, payments }) => [left, payments.map(({ customerName, amount }) => [customerName, amount])]),
    ).toEqual([
      [0, [['Durand et Fils', 100_000]]],
      [0, [['Cafés Montbrisson', 170_000]]],
    ])
    expect((await finish(book.client.bank.matchReady({}))).result.matched).toBe(0)
  })

  test('can be cancelled, and nothing is left of it', async () => {
    await ledger()
    await bankStatement(book.client, [{ amount: 100_000, text: 'VIR DURAND FA2026-0178' }])
    const before = await state()
    const stream = await book.client.bank.matchReady({})
    await stream.next()
    await stream.return?.(undefined as never)
    expect(await state()).toEqual(before)
    expect((await openLines(book.client))[0]?.state).toBe('open')
  })

  test('of two equal lines only one is ready', async () => {
    await ledger()
    const twice = { amount: 100_000, text: 'VIR DURAND FA2026-0178' }
    await bankStatement(book.client, [twice, twice])
    expect((await finish(book.client.bank.matchReady({}))).result).toEqual({ matched: 1, left: 1 })
  })
})

describe('a receipt is matched', () => {
  test('P21: its line is placed whole; undone, everything is as it was', async () => {
    await ledger()
    const before = await state()
    const line = await one([{ amount: 170_000, text: 'CAFES MONTBRISSON' }])
    const [best] = await proposalsOf(book.client, line.id)
    expect(best).toMatchObject({ score: 95, customerCode: 'C002', action: 'settle', unallocated: 0 })
    const matched = await accept(book.client, line.id, best as NonNullable<typeof best>)
    expect(matched).toMatchObject({ state: 'matched', left: 0, closedOn: TODAY, closedBy: 'test' })
    expect((await openByNumber(book.client))['FA2026-0210']).toBeUndefined()
    const reopened = await book.client.bank.reopen({ lineId: line.id })
    expect(reopened).toMatchObject({ state: 'open', left: 170_000, payments: [] })
    expect(await state()).toEqual(before)
  })

  test('with several invoices by their shortened numbers', async () => {
    await ledger()
    const line = await one([{ amount: 195_050, text: 'FACT 178/190/201' }])
    const [best] = await proposalsOf(book.client, line.id)
    expect(best?.reasons.map(({ code, detail }) => [code, detail])).toEqual([
      ['short-number', '178/190/201'],
      ['amount-sum', '3'],
    ])
    await accept(book.client, line.id, best as NonNullable<typeof best>)
    expect(Object.keys(await openByNumber(book.client)).sort()).toEqual(['AV2026-0003', 'FA2026-0210'])
  })

  test('with a credit note that the customer deducted', async () => {
    await ledger()
    const before = await state()
    const line = await one([{ amount: 20_000, text: 'FA2026-0190 - AV2026-0003' }])
    const [best] = await proposalsOf(book.client, line.id)
    expect(best).toMatchObject({ score: 99, ready: true, credits: [{ number: 'AV2026-0003', amount: 5_050 }] })
    expect((await finish(book.client.bank.matchReady({ lineIds: [line.id] }))).result.matched).toBe(1)
    expect(Object.keys(await openByNumber(book.client)).sort()).toEqual(['FA2026-0178', 'FA2026-0201', 'FA2026-0210'])
    await book.client.bank.reopen({ lineId: line.id })
    expect(await state()).toEqual(before)
  })

  test('with a discount for paying early, whose VAT is corrected, and all of it undone', async () => {
    await ledger()
    const before = await state()
    const line = await one([{ amount: 68_600, text: 'FA2026-0201' }])
    const [best] = await proposalsOf(book.client, line.id)
    expect(best).toMatchObject({ discount: 1_400, score: 94, ready: false })
    await accept(book.client, line.id, best as NonNullable<typeof best>)
    expect((await openByNumber(book.client))['FA2026-0201']).toBeUndefined()
    await book.client.bank.reopen({ lineId: line.id })
    expect(await state()).toEqual(before)
  })

  test('with a small difference written off', async () => {
    await ledger()
    const line = await one([{ amount: 99_900, text: 'FA2026-0178' }])
    const [best] = await proposalsOf(book.client, line.id)
    expect(best).toMatchObject({ writeOff: 100, score: 90 })
    await accept(book.client, line.id, best as NonNullable<typeof best>)
    expect((await openByNumber(book.client))['FA2026-0178']).toBeUndefined()
  })

  test('for several customers, in several steps, and never above the line', async () => {
    await ledger()
    const line = await one([{ amount: 150_000, text: 'HOLDING' }])
    const [c1, c2, first, second] = [
      await customer('C001'),
      await customer('C002'),
      (await item('FA2026-0178'))?.id ?? '',
      (await item('FA2026-0210'))?.id ?? '',
    ]
    const part = (customerId: string, itemId: string, amount: number) => ({
      customerId,
      amount,
      allocate: [{ itemId, amount }],
    })
    expect(
      await refusal(
        book.client.bank.match({ lineId: line.id, parts: [part(c1, first, 100_000), part(c2, second, 50_001)] }),
      ),
    ).toMatchObject({ code: 'bank.above-line', details: { left: 150_000 } })
    const half = await book.client.bank.match({ lineId: line.id, parts: [part(c1, first, 100_000)] })
    expect(half).toMatchObject({ state: 'open', left: 50_000 })
    expect(await refusalOf(book.client.bank.match({ lineId: line.id, parts: [part(c2, second, 50_001)] }))).toBe(
      'bank.above-line',
    )
    // A rate of VAT is a decimal, whoever calls.
    const odd = { ...part(c2, second, 49_999), discounts: [{ itemId: second, amount: 1, taxRate: '2026-11-23' }] }
    expect(await refusalOf(book.client.bank.match({ lineId: line.id, parts: [odd] }))).toBe('BAD_REQUEST')
    const whole = await book.client.bank.match({ lineId: line.id, parts: [part(c2, second, 50_000)] })
    expect(whole).toMatchObject({ state: 'matched', left: 0 })
    expect(await openByNumber(book.client)).toMatchObject({ 'FA2026-0210': 120_000 })
    expect(await refusalOf(book.client.bank.match({ lineId: line.id, parts: [part(c2, second, 1)] }))).toBe(
      'bank.line-closed',
    )
  })

  test('only with items of that customer and currency, and never above what is open', async () => {
    await ledger()
    const line = await one([{ amount: 200_000, text: 'x' }])
    const [c1, mine, theirs] = [
      await customer('C001'),
      (await item('FA2026-0178'))?.id ?? '',
      (await item('FA2026-0210'))?.id ?? '',
    ]
    const match = (itemId: string, amount: number) =>
      refusalOf(
        book.client.bank.match({
          lineId: line.id,
          parts: [{ customerId: c1, amount: 200_000, allocate: [{ itemId, amount }] }],
        }),
      )
    expect(await match(theirs, 100)).toBe('match.other-customer')
    expect(await match(mine, 100_001)).toBe('match.above-open')
    expect((await openLines(book.client))[0]).toMatchObject({ left: 200_000, payments: [] })
  })

  test('without any invoice it stays in the customer’s credit', async () => {
    await ledger()
    const line = await one([{ amount: 12_345, text: 'ACOMPTE' }])
    await book.client.bank.match({
      lineId: line.id,
      parts: [{ customerId: await customer('C002'), amount: 12_345, allocate: 'none' }],
    })
    const credits = (await book.client.receivables.items({ show: 'credits', search: 'C002' })).items
    expect(credits).toMatchObject([{ kind: 'payment', open: -12_345, booked: '2026-03-02' }])
  })
})

describe('past choices teach', () => {
  const paid = { partyAccount: 'FR7612345678901234567890123', party: 'HOLDING MARTIN' }

  test('who pays from an account and under a name, until the choice is undone or forgotten', async () => {
    await ledger()
    const [first, second] = await bankStatement(book.client, [
      { ...paid, amount: 10_000, text: 'janvier' },
      { ...paid, amount: 170_000, text: 'février' },
    ])
    const [before] = await proposalsOf(book.client, second?.id ?? '')
    expect(before?.score).toBe(80)
    const lineId = first?.id ?? ''
    const customerId = await customer('C002')
    await book.client.bank.match({ lineId, parts: [{ customerId, amount: 10_000, allocate: 'none' }] })
    const [after] = await proposalsOf(book.client, second?.id ?? '')
    expect(after?.score).toBeGreaterThan(95)
    expect(after?.reasons.map(({ code }) => code)).toEqual(['account-known', 'label-known', 'amount-exact'])
    const { payers } = await book.client.bank.payers({ customerId })
    expect(payers.map(({ kind, value, uses }) => [kind, value, uses])).toEqual([
      ['account', 'FR7612345678901234567890123', 1],
      ['label', 'holding martin', 1],
    ])
    await book.client.bank.forget({ kind: 'label', value: 'holding martin', customerId })
    await book.client.bank.reopen({ lineId })
    expect((await book.client.bank.payers({})).payers).toEqual([])
    expect((await proposalsOf(book.client, second?.id ?? ''))[0]?.score).toBe(80)
  })
})

describe('a receipt that the book holds already', () => {
  test('P22: is linked, not made again, and a second line cannot take it', async () => {
    await ledger()
    await importItems(book.client, [
      payment('RG-1', { ...cafes, issued: '2026-02-28', amount: '1700.00', settles: 'FA2026-0210' }),
    ])
    const before = await state()
    const [first, second] = await bankStatement(book.client, [
      { amount: 170_000, text: 'VIR CAFES MONTBRISSON' },
      { amount: 170_000, text: 'VIR 2' },
    ])
    const [best] = await proposalsOf(book.client, first?.id ?? '')
    expect(best).toMatchObject({ action: 'link', ready: false, items: [{ number: 'RG-1', amount: 170_000 }] })
    const linked = await accept(book.client, first?.id ?? '', best as NonNullable<typeof best>)
    expect(linked).toMatchObject({ state: 'matched', left: 0, payments: [{ number: 'RG-1' }] })
    expect(await state()).toEqual(before)
    const itemId = best?.items[0]?.itemId ?? ''
    expect(await refusalOf(book.client.bank.link({ lineId: second?.id ?? '', itemIds: [itemId] }))).toBe(
      'payment.cleared',
    )
    expect(await proposalsOf(book.client, second?.id ?? '')).toEqual([])
    await book.client.bank.reopen({ lineId: first?.id ?? '' })
    expect((await openLines(book.client)).map(({ left }) => left)).toEqual([170_000, 170_000])
    expect(await state()).toEqual(before)
  })

  test('is not linked for more than the line', async () => {
    await importItems(book.client, [payment('RG-1', { ...cafes, issued: '2026-02-28', amount: '1700.00' })])
    const line = await one([{ amount: 100, text: 'x' }])
    const itemId = (await item('RG-1'))?.id ?? ''
    expect(await refusalOf(book.client.bank.link({ lineId: line.id, itemIds: [itemId] }))).toBe('bank.above-line')
  })
})

describe('money taken back', () => {
  const returned = {
    amount: -170_000,
    text: 'CHEQUE IMPAYE CAFES MONTBRISSON',
    returnReason: 'AC04',
    booked: '2026-03-06',
  }

  test('bounces the receipt: the invoice is open again from that day, and undoing puts it back', async () => {
    await ledger()
    const line = await one([{ amount: 170_000, text: 'FA2026-0210 CAFES MONTBRISSON', booked: '2026-03-02' }])
    await finish(book.client.bank.matchReady({}))
    const settled = await state()
    const [back] = (await bankStatement(book.client, [returned], { number: '2026-002', day: '2026-03-06' })).filter(
      ({ role }) => role === 'return',
    )
    expect(back).toMatchObject({ role: 'return', kind: 'return', left: 170_000 })
    const [best] = await proposalsOf(book.client, back?.id ?? '')
    expect(best).toMatchObject({ action: 'bounce', ready: false, customerCode: 'C002' })
    const bounced = await accept(book.client, back?.id ?? '', best as NonNullable<typeof best>)
    expect(bounced).toMatchObject({ state: 'matched', left: 0 })
    expect((await openByNumber(book.client))['FA2026-0210']).toBe(170_000)
    expect((await openByNumber(book.client, '2026-03-05'))['FA2026-0210']).toBeUndefined()
    expect(await refusalOf(book.client.bank.reopen({ lineId: line.id }))).toBe('match.of-bounce')
    await book.client.bank.reopen({ lineId: back?.id ?? '' })
    expect(await state()).toEqual(settled)
  })

  test('is no receipt, nor does it bounce another amount', async () => {
    await ledger()
    await importItems(book.client, [payment('RG-1', { ...cafes, issued: '2026-02-28', amount: '100.00' })])
    const line = await one([returned])
    const customerId = await customer('C002')
    const parts = [{ customerId, amount: 170_000, allocate: 'oldest' as const }]
    expect(await refusalOf(book.client.bank.match({ lineId: line.id, parts }))).toBe('bank.wrong-role')
    const itemId = (await item('RG-1'))?.id ?? ''
    expect(await refusalOf(book.client.bank.bounce({ lineId: line.id, itemId }))).toBe('bank.amount-differs')
  })
})

test('a line that is no customer’s is set aside with the reason, and can be taken up again', async () => {
  const line = await one([{ amount: 5_000, text: 'REMBOURSEMENT ASSURANCE' }])
  expect(await book.client.bank.setAside({ lineIds: [line.id], reason: 'Assurance' })).toEqual({ changed: 1 })
  const { lines, counts } = await book.client.bank.lines({ show: 'set_aside' })
  expect(lines).toMatchObject([{ state: 'set_aside', asideReason: 'Assurance', left: 0 }])
  expect(counts).toEqual({ open: 0, receipts: 0, returns: 0 })
  expect(await book.client.bank.reopen({ lineId: line.id })).toMatchObject({ state: 'open', left: 5_000 })
  expect(await refusalOf(book.client.bank.reopen({ lineId: line.id }))).toBe('bank.line-open')
})

test('lines are filtered by what is asked of them and searched by text and amount', async () => {
  await bankStatement(book.client, [
    { amount: 5_000, text: 'VIR DURAND' },
    { amount: -1_250, text: 'FRAIS' },
    { amount: -5_000, text: 'REJET PRLV', returnReason: 'AM04' },
  ])
  const found = async (filters: object) => (await book.client.bank.lines(filters)).lines.map(({ text }) => text)
  expect(await found({ role: 'receipt' })).toEqual(['VIR DURAND'])
  expect(await found({ role: 'return' })).toEqual(['REJET PRLV'])
  expect(await found({ role: 'out' })).toEqual(['FRAIS'])
  expect(await found({ search: 'durand' })).toEqual(['VIR DURAND'])
  expect(await found({ search: '12,50' })).toEqual(['FRAIS'])
  expect((await book.client.bank.lines({})).counts).toEqual({ open: 2, receipts: 1, returns: 1 })
})
