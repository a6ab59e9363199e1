import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { accountOf } from '../support/account.ts'
import { openTestBook, type TestBook } from '../support/book.ts'
import { creditOf, setCreditPolicy } from '../support/credit.ts'
import { importItems, invoice } from '../support/ledger.ts'

// Cases of acceptance.md, section D; where we chose otherwise than the peer, the test says so.
const TODAY = '2026-03-01'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
})
afterEach(() => book.close())

/** An invoice that is not due yet. */
const owed = (amount: string, number = 'F-1', rest: Parameters<typeof invoice>[1] = {}) =>
  importItems(book.client, [invoice(number, { issued: '2026-02-20', due: '2026-03-22', amount, ...rest })])

describe('parts of the exposure', () => {
  test('L11, L12, L16: an invoice is exposure from its day, overdue from the day after its due day', async () => {
    await importItems(book.client, [invoice('F-1', { issued: '2026-02-01', due: TODAY, amount: '550.00' })])
    const credit = creditOf(book)
    expect(await credit.parts('2026-01-31')).toEqual({ total: 0 })
    expect(await credit.parts()).toEqual({ open: 55_000, total: 55_000 })
    expect((await credit.exposure()).overdue).toEqual({ amount: 0, invoices: 0, oldestDue: null })
    expect((await credit.exposure('2026-03-02')).overdue).toEqual({ amount: 55_000, invoices: 1, oldestDue: TODAY })
    await credit.limit(30_000)
    expect(await credit.ask(0)).toEqual(['refuse', 'limit-passed'])
  })

  test('L27: 500 due 5 days ago, 1,000 due in 30: one overdue invoice of 500', async () => {
    await importItems(book.client, [
      invoice('F-1', { issued: '2026-01-25', due: '2026-02-24', amount: '500.00' }),
      invoice('F-2', { issued: '2026-02-28', due: '2026-03-31', amount: '1000.00' }),
    ])
    expect((await creditOf(book).exposure()).overdue).toEqual({ amount: 50_000, invoices: 1, oldestDue: '2026-02-24' })
  })

  test('L26: a receipt that came back is exposure of its own until the bounce is taken out', async () => {
    await importItems(book.client, [invoice('F-1', { issued: '2026-01-01', due: '2026-03-31', amount: '500.00' })])
    const [account, credit] = [accountOf(book), creditOf(book)]
    const { itemId } = await account.receive('2026-02-01', { amount: 50_000 })
    expect(await credit.parts()).toEqual({ total: 0 })
    const bounce = await book.client.payments.bounce({ itemId, day: '2026-02-10' })
    expect(await credit.parts('2026-02-09')).toEqual({ total: 0 })
    expect(await credit.parts()).toEqual({ bounced: 50_000, total: 50_000 })
    await account.receive('2026-02-20', { amount: 20_000 })
    expect(await credit.parts()).toEqual({ bounced: 30_000, total: 30_000 })
    await account.undo('F-1', 'RG-2026-2')
    await book.client.payments.remove({ itemId: await account.idOf('RG-2026-2') })
    const { matches } = await book.client.payments.matches({ itemId: bounce.itemId })
    expect(matches).toHaveLength(1)
    await book.client.payments.remove({ itemId: bounce.itemId })
    expect(await credit.parts()).toEqual({ total: 0 })
  })

  test('every cent stands in one line: contested, unallocated, drawn, delivered, ordered', async () => {
    await importItems(book.client, [
      invoice('F-1', { issued: '2026-02-01', due: '2026-03-31', amount: '1000.00' }),
      invoice('F-2', { issued: '2026-02-01', due: '2026-03-31', amount: '300.00' }),
    ])
    const [account, credit] = [accountOf(book), creditOf(book)]
    await book.client.disputes.open({
      itemId: await account.idOf('F-1'),
      reason: (await book.client.policy.get({})).content.disputeReasons[0]?.code ?? '',
      amount: 25_000,
    })
    await account.receive('2026-02-10', { amount: 4_000, allocate: 'none' })
    await account.receive('2026-02-15', {
      method: 'draft',
      maturity: '2026-04-30',
      allocate: [{ itemId: await account.idOf('F-2'), amount: 30_000 }],
    })
    const delivery = { customerId: await credit.id(), deliveredOn: '2026-02-27', currency: 'EUR' }
    await book.client.deliveries.add({ ...delivery, reference: 'BL-1', amount: 7_000 })
    await book.client.deliveries.add({ ...delivery, reference: 'BL-2', amount: null })
    await credit.order('CMD-1', 12_000)
    await credit.order('CMD-2', 6_000, { prepaid: true })
    // Delivered in part under its own number: the rest is still an order.
    await credit.order('CMD-3', 9_000)
    await book.client.deliveries.add({ ...delivery, reference: 'CMD-3', amount: 5_000 })
    expect(await credit.parts()).toEqual({
      open: 75_000,
      disputed: 25_000,
      drafts: 30_000,
      delivered: 12_000,
      orders: 16_000,
      // 40.00 in credit are held for the prepaid order: they free nothing.
      total: 158_000,
    })
    expect((await credit.exposure()).deliveriesUnknown).toBe(1)
    await setCreditPolicy(book.client, {
      exposure: {
        open: true,
        unallocated: true,
        disputed: false,
        delivered: false,
        orders: false,
        bounced: true,
        drafts: false,
      },
    })
    const { lines, total } = await credit.exposure()
    expect(total).toBe(75_000)
    expect(lines.find(({ part }) => part === 'disputed')).toMatchObject({ amount: 25_000, counted: false })
  })

  test('a draft that fell due is paid', async () => {
    await owed('300.00')
    const [account, credit] = [accountOf(book), creditOf(book)]
    await account.receive('2026-02-21', { amount: 30_000, method: 'draft', maturity: '2026-03-15' })
    expect(await credit.parts('2026-03-14')).toEqual({ drafts: 30_000, total: 30_000 })
    expect(await credit.parts('2026-03-15')).toEqual({ total: 0 })
  })
})
