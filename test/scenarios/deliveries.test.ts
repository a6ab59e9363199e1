import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { customerId, itemId } from '../support/disputes.ts'
import { importItems, invoice, payment } from '../support/ledger.ts'

const TODAY = '2026-04-01'
const NOTHING = '01a201f8-c1d9-7a84-9cb8-dc072221ab98'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
  await importItems(book.client, [
    invoice('F-1', { issued: '2026-03-10', amount: '1000.00' }),
    invoice('F-2', { issued: '2026-03-12', amount: '3000.00' }),
    invoice('F-3', { issued: '2026-03-20', amount: '4000.00', customer: 'C002' }),
    payment('P-1', { issued: '2026-03-15', amount: '10.00' }),
  ])
})
afterEach(() => book.close())

const deliver = async (reference: string, deliveredOn: string, rest: { code?: string; amount?: number | null } = {}) =>
  book.client.deliveries.add({
    customerId: await customerId(book.client, rest.code ?? 'C001'),
    reference,
    deliveredOn,
    amount: rest.amount ?? null,
    currency: 'EUR',
  })
const list = async (input: Parameters<TestBook['client']['deliveries']['list']>[0] = {}, day = TODAY) =>
  (await book.on(day).deliveries.list(input)).deliveries.map(({ reference, days, late }) => [reference, days, late])
const setDates = async (numbers: string[], dates: { deliveredOn?: string | null; sentOn?: string | null }) =>
  book.client.deliveries.setDates({
    itemIds: await Promise.all(numbers.map((number) => itemId(book.client, number))),
    ...dates,
  })
const datesOf = async (number: string) => book.client.deliveries.dates({ itemId: await itemId(book.client, number) })

describe('goods delivered and not invoiced', () => {
  test('48 hours are two days: late on the third', async () => {
    await deliver('BL-1', '2026-03-29')
    await deliver('BL-2', '2026-03-30', { amount: 120_000 })
    await deliver('BL-3', TODAY)
    expect(await list()).toEqual([
      ['BL-1', 3, true],
      ['BL-2', 2, false],
      ['BL-3', 0, false],
    ])
    expect(await list({ show: 'late' })).toEqual([['BL-1', 3, true]])
    expect(await list({ show: 'late' }, '2026-04-02')).toEqual([
      ['BL-1', 4, true],
      ['BL-2', 3, true],
    ])
  })

  test('the delay is that of the policy', async () => {
    await deliver('BL-1', '2026-03-29')
    await deliver('BL-2', '2026-03-31')
    const { content } = await book.client.policy.get({})
    const late = async (invoicingHours: number) => {
      await book.client.policy.save({ content: { ...content, invoicingHours } })
      return (await list({ show: 'late' })).map(([reference]) => reference)
    }
    // A delivery has a day and no hour: a part of a day counts as a day.
    expect(await late(0)).toEqual(['BL-1', 'BL-2'])
    expect(await late(24)).toEqual(['BL-1'])
    expect(await late(49)).toEqual([])
  })

  test('once its invoice is named it waits no more, and says how long it did', async () => {
    const { id } = await deliver('BL-1', '2026-03-05')
    await deliver('BL-2', '2026-03-31', { code: 'C002' })
    const told = {
      id,
      customerId: await customerId(book.client, 'C001'),
      reference: 'BL-1',
      deliveredOn: '2026-03-05',
      currency: 'EUR',
    }
    expect(await book.client.deliveries.update({ ...told, itemId: await itemId(book.client, 'F-1') })).toMatchObject({
      itemNumber: 'F-1',
      invoicedOn: '2026-03-10',
      days: 5,
      late: true,
    })
    expect(await list()).toEqual([['BL-2', 1, false]])
    expect(await list({ show: 'invoiced' })).toEqual([['BL-1', 5, true]])
    expect(await list({ show: 'all' })).toEqual([
      ['BL-2', 1, false],
      ['BL-1', 5, true],
    ])
    expect(await list({ show: 'all', search: 'F-1' })).toEqual([['BL-1', 5, true]])
    expect(await list({ customerId: await customerId(book.client, 'C002') })).toEqual([['BL-2', 1, false]])
    // Its day is that of the invoice’s delivery too.
    expect(await datesOf('F-1')).toEqual({ deliveredOn: '2026-03-05', issued: '2026-03-10', sentOn: null })
    for (const wrong of ['F-3', 'P-1'])
      expect(
        await refusalOf(book.client.deliveries.update({ ...told, itemId: await itemId(book.client, wrong) })),
      ).toBe('not-found')
  })

  test('a reference stands once for a customer; a delivery is recorded once it took place', async () => {
    const { id } = await deliver('BL-1', '2026-03-29')
    await deliver('BL-1', '2026-03-29', { code: 'C002' })
    expect(await refusal(deliver('BL-1', '2026-03-30'))).toEqual({
      code: 'delivery.reference-used',
      details: { reference: 'BL-1' },
    })
    expect(await refusalOf(deliver('BL-9', '2026-04-02'))).toBe('delivery.day-invalid')
    const told = {
      customerId: await customerId(book.client, 'C001'),
      deliveredOn: '2026-03-29',
      currency: 'EUR',
      itemId: null,
    }
    await deliver('BL-2', '2026-03-29')
    expect(await refusalOf(book.client.deliveries.update({ ...told, id, reference: 'BL-2' }))).toBe(
      'delivery.reference-used',
    )
    expect(await refusalOf(book.client.deliveries.update({ ...told, id: NOTHING, reference: 'BL-3' }))).toBe(
      'not-found',
    )
    expect(await refusalOf(book.client.deliveries.add({ ...told, customerId: NOTHING, reference: 'BL-3' }))).toBe(
      'not-found',
    )
    await book.client.deliveries.remove({ id })
    expect(await refusalOf(book.client.deliveries.remove({ id }))).toBe('not-found')
    expect((await book.client.deliveries.list({})).total).toBe(2)
  })
})

describe('the days of invoices', () => {
  test('are told for several at once; what is not told stays, null clears', async () => {
    expect(await setDates(['F-1', 'F-2'], { deliveredOn: '2026-03-06' })).toEqual({ changed: 2 })
    expect(await setDates(['F-1'], { sentOn: '2026-03-12' })).toEqual({ changed: 1 })
    expect(await datesOf('F-1')).toEqual({ deliveredOn: '2026-03-06', issued: '2026-03-10', sentOn: '2026-03-12' })
    expect(await setDates(['F-1', 'F-2'], { deliveredOn: '2026-03-06' })).toEqual({ changed: 0 })
    await setDates(['F-1'], { deliveredOn: null })
    expect(await datesOf('F-1')).toEqual({ deliveredOn: null, issued: '2026-03-10', sentOn: '2026-03-12' })
  })

  test('no day ahead, no sending before the invoice, nothing for what is no invoice', async () => {
    expect(await refusalOf(setDates(['F-1'], { deliveredOn: '2026-04-02' }))).toBe('delivery.day-invalid')
    expect(await refusalOf(setDates(['F-1'], { sentOn: '2026-04-02' }))).toBe('delivery.day-invalid')
    // F-2 was issued on 12 March; nothing is written for F-1 either.
    expect(await refusalOf(setDates(['F-1', 'F-2'], { sentOn: '2026-03-11' }))).toBe('delivery.day-invalid')
    expect((await datesOf('F-1')).sentOn).toBeNull()
    expect(await refusalOf(setDates(['P-1'], { sentOn: '2026-03-20' }))).toBe('not-found')
    expect(await refusalOf(book.client.deliveries.dates({ itemId: NOTHING }))).toBe('not-found')
  })
})

describe('what the delay costs', () => {
  const delays = (rest: { from?: string; until?: string; currency?: string } = {}) =>
    book.client.deliveries.delays({ from: '2026-03-01', until: '2026-03-31', ...rest })

  test('days from delivery to sending, weighted by amount, over every invoice of the period', async () => {
    // F-1, 1,000: delivered the 6th, issued the 10th, sent the 12th: 4 + 2 = 6 days.
    await setDates(['F-1'], { deliveredOn: '2026-03-06', sentOn: '2026-03-12' })
    // F-2, 3,000: delivered the 2nd, issued the 12th, sending not known: 10 days at least.
    await setDates(['F-2'], { deliveredOn: '2026-03-02' })
    // F-3, 4,000: nothing known, so no day counts.
    expect(await delays()).toMatchObject({
      currency: 'EUR',
      invoices: 3,
      withDelivery: 2,
      withSending: 1,
      amount: 800_000,
      // (1,000 × 4 + 3,000 × 10) / 4,000
      deliveryToInvoice: 8.5,
      invoiceToSending: 2,
      // (1,000 × 6 + 3,000 × 10) / 8,000
      dsoCost: 4.5,
      slowest: [
        { number: 'F-2', days: 10, sentOn: null },
        { number: 'F-1', days: 6, deliveredOn: '2026-03-06', sentOn: '2026-03-12' },
      ],
    })
    expect(await delays({ until: '2026-03-11' })).toMatchObject({ invoices: 1, amount: 100_000, dsoCost: 6 })
  })

  test('an invoice made before its delivery lost no day, and makes up for no other', async () => {
    // Issued the 10th for a delivery of the 15th, sent the 17th: two days.
    await setDates(['F-1'], { deliveredOn: '2026-03-15', sentOn: '2026-03-17' })
    // Issued and sent on the 12th for a delivery of the 20th.
    await setDates(['F-2'], { deliveredOn: '2026-03-20', sentOn: '2026-03-12' })
    expect(await delays({ until: '2026-03-12' })).toMatchObject({
      deliveryToInvoice: 0,
      // (1,000 × 7 + 3,000 × 0) / 4,000
      invoiceToSending: 1.75,
      // 1,000 × 2 / 4,000
      dsoCost: 0.5,
      slowest: [{ number: 'F-1', days: 2 }],
    })
  })

  test('nothing known, nothing said; the instalments of one invoice are one invoice', async () => {
    await importItems(book.client, [
      invoice('F-9', { issued: '2026-02-01', due: '2026-03-01', amount: '100.00', currency: 'USD' }),
      invoice('F-9', { issued: '2026-02-01', due: '2026-04-01', amount: '100.00', currency: 'USD' }),
    ])
    expect(await delays({ from: '2026-02-01', currency: 'USD' })).toEqual({
      currency: 'USD',
      invoices: 1,
      withDelivery: 0,
      withSending: 0,
      amount: 20_000,
      deliveryToInvoice: null,
      invoiceToSending: null,
      dsoCost: null,
      slowest: [],
    })
    expect(await delays({ from: '2025-01-01', until: '2025-12-31' })).toMatchObject({
      invoices: 0,
      amount: 0,
      dsoCost: null,
    })
  })
})
