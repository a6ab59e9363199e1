import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { customerId, itemId } from '../support/disputes.ts'
import { importItems, invoice, payment } from '../support/ledger.ts'

const JUDGMENT = '2026-03-10'
const TODAY = '2026-05-05'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
  await importItems(book.client, [
    invoice('PRESS', { issued: '2026-01-10', due: '2026-02-09', amount: '9000.00' }),
    invoice('STEEL', { issued: '2026-02-01', due: '2026-03-03', amount: '2500.00' }),
    invoice('PAID', { issued: '2026-01-05', due: '2026-02-04', amount: '800.00' }),
    payment('P1', { issued: '2026-02-04', amount: '800.00', settles: 'PAID' }),
  ])
})
afterEach(() => book.close())

const whom = async () => ({ customerId: await customerId(book.client, 'C001') })
const open = async () =>
  book.client.registers.record({
    ...(await whom()),
    kind: 'receivership',
    day: JUDGMENT,
    publishedOn: '2026-03-18',
    source: 'BODACC',
  })
const clause = async (agreedOn: string, rest: Record<string, unknown> = {}) =>
  book.client.declarations.addClause({
    ...(await whom()),
    kind: 'terms',
    version: 'CGV 2025',
    text: 'Le vendeur conserve la propriété des biens jusqu’au paiement intégral du prix.',
    agreedOn,
    ...rest,
  })
const goods = async (number: string, deliveredOn: string, rest: Record<string, unknown> = {}) =>
  book.client.declarations.addGoods({
    itemId: await itemId(book.client, number),
    description: `Biens de ${number}`,
    serials: 'PX-200 n° 4471',
    storage: 'Atelier 2',
    deliveredOn,
    ...rest,
  })
const papers = async (on = TODAY) => book.on(on).declarations.ofCustomer(await whom())
const prepare = async (goodsIds?: string[], on = TODAY) =>
  book.on(on).declarations.prepareRetention({ ...(await whom()), goodsIds })

describe('what can be claimed', () => {
  test('goods unpaid, there, and sold under a clause agreed in writing at the latest at delivery', async () => {
    await clause('2026-01-08')
    await open()
    await goods('PRESS', '2026-01-09')
    await goods('STEEL', '2026-01-07')
    await goods('PAID', '2026-01-09')
    await goods('STEEL', '2026-03-12')
    await goods('STEEL', '2026-02-02', { state: 'gone' })
    await goods('STEEL', '2026-02-03', { state: 'resold', resoldTo: 'Durand' })
    await goods('STEEL', '2026-02-04', { state: 'resold', resoldTo: 'Durand', resalePrice: 180000 })
    await goods('STEEL', '2026-02-05', { state: 'fungible' })
    expect((await papers()).goods.map(({ deliveredOn, claims, reason }) => [deliveredOn, claims, reason])).toEqual([
      ['2026-01-07', null, 'agreed-after-delivery'],
      ['2026-01-09', 'goods', null],
      ['2026-01-09', null, 'paid'],
      ['2026-02-02', null, 'gone'],
      ['2026-02-03', null, 'no-resale-price'],
      ['2026-02-04', 'price', null],
      ['2026-02-05', 'goods', null],
      ['2026-03-12', null, 'delivered-after'],
    ])
  })

  test('each reason refuses its goods by name, and a clause that ended before the delivery does not hold', async () => {
    await open()
    const press = await goods('PRESS', '2026-01-09')
    expect(await refusal(prepare([press.id]))).toEqual({
      code: 'retention.no-clause',
      details: { description: 'Biens de PRESS' },
    })
    expect(await refusalOf(prepare())).toBe('retention.nothing-to-claim')
    const old = await clause('2024-01-01')
    await book.client.declarations.endClause({ id: old.id, day: '2026-01-01' })
    expect(await refusalOf(prepare([press.id]))).toBe('retention.agreed-after-delivery')
    await clause('2026-01-09')
    expect(await prepare([press.id])).toMatchObject({
      reference: 'RP-2026-0001',
      state: 'prepared',
      goods: [{ claims: 'goods' }],
    })
    expect(await refusalOf(prepare([press.id]))).toBe('retention.goods-claimed')
    expect(await refusalOf(book.client.declarations.removeGoods({ id: press.id }))).toBe('retention.goods-claimed')
  })

  test('outside a procedure goods and clauses are kept, nothing is claimed', async () => {
    await clause('2026-01-08')
    await goods('PRESS', '2026-01-09')
    expect(await papers()).toMatchObject({ goods: [{ claims: 'goods', open: 900000, unproved: true }], deadlines: [] })
    expect(await refusalOf(prepare())).toBe('declaration.no-procedure')
  })

  test('an item that is no invoice, and days to come, are refused', async () => {
    expect(await refusalOf(goods('P1', '2026-01-09'))).toBe('retention.item-invalid')
    expect(await refusalOf(goods('PRESS', '2026-05-06'))).toBe('retention.day-invalid')
    expect(await refusalOf(clause('2026-05-06'))).toBe('retention.day-invalid')
  })
})

describe('the claim of goods', () => {
  beforeEach(async () => {
    await clause('2026-01-08')
    await open()
    await goods('PRESS', '2026-01-09')
  })
  const codes = async (on: string) =>
    (await papers(on)).deadlines
      .filter(({ code }) => code.startsWith('retention'))
      .map(({ code, on: day }) => [code, day])

  test('three months, a month for the answer, a month for the judge', async () => {
    expect(await codes(TODAY)).toEqual([['retention', '2026-06-18']])
    const { id, documentId } = await prepare()
    expect((await (await book.client.documents.get({ id: documentId })).file.text()).slice(0, 5)).toBe('%PDF-')
    expect(await codes(TODAY)).toEqual([['retention', '2026-06-18']])
    await book.client.declarations.recordRetentionSent({ id, day: TODAY, registeredNumber: '1A 1' })
    expect(await refusalOf(book.client.declarations.recordRetentionSent({ id, day: TODAY }))).toBe('retention.sent')
    const on = (day: string) => book.on(day).declarations
    await on('2026-05-12').recordRetentionReceipt({ id, day: '2026-05-07' })
    expect(await codes('2026-05-12')).toEqual([['retention-answer', '2026-06-07']])
    // Nobody answered: the judge is asked within the month that follows.
    expect(await codes('2026-06-10')).toEqual([['retention-judge', '2026-07-07']])
    expect(await on('2026-06-20').recordRetentionAnswer({ id, day: '2026-06-01', answer: 'refused' })).toMatchObject({
      state: 'refused',
    })
    expect(await codes('2026-06-20')).toEqual([['retention-judge', '2026-07-01']])
    expect(await on('2026-06-25').recordRetentionJudge({ id, day: '2026-06-25' })).toMatchObject({
      state: 'before-judge',
    })
    expect(await codes('2026-06-25')).toEqual([])
    expect(await on('2026-09-01').recordRetentionOutcome({ id, day: '2026-09-01', outcome: 'returned' })).toMatchObject(
      { state: 'ended', outcome: 'returned' },
    )
  })

  test('after three months it is barred, unless the contract is published', async () => {
    const on = '2026-06-19'
    expect(await refusal(prepare(undefined, on))).toEqual({
      code: 'retention.too-late',
      details: { day: '2026-06-18' },
    })
    expect((await papers(on)).deadlines.find(({ code }) => code === 'retention')).toMatchObject({
      passed: true,
      daysLeft: -1,
    })
    await clause('2026-01-09', { published: true, kind: 'contract' })
    expect(await prepare(undefined, on)).toMatchObject({ deadline: null })
  })

  test('cancelled, its goods can be claimed again', async () => {
    const { id } = await prepare()
    await book.client.declarations.cancelRetention({ id, reason: 'Numéro de série erroné' })
    expect(await refusalOf(book.client.declarations.recordRetentionSent({ id, day: TODAY }))).toBe(
      'retention.cancelled',
    )
    expect((await prepare()).reference).toBe('RP-2026-0002')
  })

  test('what happened before it was sent is refused', async () => {
    const { id } = await prepare()
    expect(await refusalOf(book.client.declarations.recordRetentionReceipt({ id, day: TODAY }))).toBe(
      'retention.not-sent',
    )
  })
})
