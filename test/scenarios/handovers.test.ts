import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { customerId } from '../support/disputes.ts'
import { importItems, invoice, payment } from '../support/ledger.ts'

const TODAY = '2026-04-01'
const LATER = '2026-05-10'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
  await importItems(book.client, [
    invoice('F-1', { issued: '2026-01-10', due: '2026-02-09', amount: '1000.00' }),
    invoice('F-2', { issued: '2026-03-20', due: '2026-04-19', amount: '400.00' }),
    invoice('F-3', { issued: '2025-12-01', due: '2025-12-31', amount: '70.00' }),
    payment('P-1', { issued: '2026-01-15', amount: '70.00', settles: 'F-3' }),
    payment('P-2', { issued: '2026-03-01', amount: '250.00', settles: 'F-1' }),
    payment('P-3', { issued: '2026-03-05', amount: '80.00' }),
    invoice('F-9', { issued: '2026-01-10', due: '2026-02-09', amount: '33.00', customer: 'C002' }),
    payment('P-9', { issued: '2026-02-01', amount: '33.00', customer: 'C003' }),
  ])
})
afterEach(() => book.close())

const handOver = async (code = 'C001') =>
  book.client.handovers.handOver({
    customerId: await customerId(book.client, code),
    to: 'lawyer',
    reason: 'Sans réponse à la mise en demeure',
  })

describe('an account is handed over', () => {
  test('with what is open that day, credits too: the sum is the balance', async () => {
    const handover = await handOver()
    expect(handover).toMatchObject({
      customerCode: 'C001',
      to: 'lawyer',
      on: TODAY,
      by: 'test',
      reviewId: null,
      totals: [{ currency: 'EUR', handed: 107_000, open: 107_000 }],
      closedOn: null,
    })
    expect(handover.items.map(({ number, handed, due }) => [number, handed, due])).toEqual([
      ['F-1', 75_000, '2026-02-09'],
      ['P-3', -8_000, '2026-03-05'],
      ['F-2', 40_000, '2026-04-19'],
    ])
  })

  test('outside the firm it is reminded no more until it is taken back; our own collection goes on reminding', async () => {
    const reasons = async (day: string) =>
      (await book.on(day).dunning.propose({ asOf: day })).skipped
        .filter(({ customerCode }) => customerCode === 'C001')
        .map(({ number, reason }) => `${number} ${reason}`)
    expect(await reasons(TODAY)).toEqual([])
    const { id } = await handOver()
    expect(await reasons(TODAY)).toEqual(['F-1 handed-over'])
    await book.on(LATER).handovers.close({ id, reason: 'Mandat retiré' })
    expect(await reasons('2026-05-09')).toEqual(['F-1 handed-over', 'F-2 handed-over'])
    expect(await reasons(LATER)).toEqual([])
    await book.on(LATER).handovers.handOver({
      customerId: await customerId(book.client, 'C001'),
      to: 'collection',
      reason: 'Suivi au contentieux',
    })
    expect(await reasons(LATER)).toEqual([])
  })

  test('what is paid and invoiced later changes what is open, never what was handed over', async () => {
    await handOver()
    await importItems(book.on(LATER), [
      payment('P-4', { issued: '2026-05-01', amount: '750.00', settles: 'F-1' }),
      invoice('F-5', { issued: '2026-05-02', due: '2026-06-01', amount: '999.00' }),
    ])
    const { total, handovers } = await book.on(LATER).handovers.list({})
    expect(total).toBe(1)
    expect(handovers[0]?.totals).toEqual([{ currency: 'EUR', handed: 107_000, open: 32_000 }])
    expect(handovers[0]?.items.find(({ number }) => number === 'F-1')).toMatchObject({ handed: 75_000, open: 0 })
  })

  test('once at a time, and only where something is owed', async () => {
    const { id } = await handOver()
    expect(await refusal(handOver())).toMatchObject({ code: 'handover.open', details: { day: TODAY, code: 'C001' } })
    expect(await refusalOf(handOver('C003'))).toBe('handover.nothing-owed')
    const close = () => book.on(LATER).handovers.close({ id, reason: 'Repris après accord' })
    // Ended before it began: the clock of the machine was set back.
    const early = book.on('2020-02-29').handovers.close({ id, reason: 'Trop tôt' })
    expect(await refusal(early)).toMatchObject({ code: 'clock.behind', details: { today: '2020-02-29', since: TODAY } })
    expect(await close()).toMatchObject({ closedOn: LATER, closedBy: 'test', closedBecause: 'Repris après accord' })
    expect(await refusal(close())).toMatchObject({ code: 'handover.closed', details: { day: LATER } })
    expect((await book.on(LATER).handovers.list({})).total).toBe(0)
    expect((await book.on(LATER).handovers.list({ show: 'closed' })).total).toBe(1)
    expect(await refusalOf(handOver())).toBe('none')
    expect((await book.client.handovers.list({ show: 'all', limit: 1 })).total).toBe(2)
  })

  test('an item that was handed over cannot be removed', async () => {
    await book.client.payments.receive({
      customerId: await customerId(book.client, 'C001'),
      day: TODAY,
      amount: 4_321,
      currency: 'EUR',
      method: 'cheque',
      allocate: 'none',
    })
    const { items } = await handOver()
    const receipt = items.find(({ handed }) => handed === -4_321)?.itemId ?? ''
    expect(await refusalOf(book.client.payments.remove({ itemId: receipt }))).toBe('payment.in-use')
  })

  test('a merged customer brings its hand-over along', async () => {
    await handOver()
    const [keep, remove] = [await customerId(book.client, 'C002'), await customerId(book.client, 'C001')]
    await book.client.customers.merge({ keep, remove })
    const { handovers } = await book.client.handovers.list({ customerId: keep })
    expect(handovers).toMatchObject([{ customerCode: 'C002', totals: [{ handed: 107_000 }] }])
  })
})
