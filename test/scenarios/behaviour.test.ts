import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bouncedReceipts, overdueAndCredits, paidParts } from '../../src/main/core/behaviour/behaviour.repository.ts'
import { accountOf } from '../support/account.ts'
import { openTestBook, refusalOf, type TestBook } from '../support/book.ts'
import { creditNote, customerFields, invoice, payment } from '../support/ledger.ts'
import { queryPlans } from '../support/query-plan.ts'

const TODAY = '2026-11-22'
const NOBODY = '01a201f8-c1d9-7a84-9cb8-dc072221ab98'

let book: TestBook
let account: ReturnType<typeof accountOf>
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
  account = accountOf(book)
})
afterEach(() => book.close())

const behaviour = async (asOf?: string) =>
  book.client.behaviour.get({ customerId: await account.customerId(), ...(asOf !== undefined && { asOf }) })
const points = async () => Object.fromEntries((await behaviour()).lines.map(({ code, points }) => [code, points]))

describe('how a customer pays', () => {
  test('comes from the receipts of twelve months, weighed by their amounts', async () => {
    await account.given(
      // Ten days late, then thirty in the last three months; one paid sooner; one too long ago.
      invoice('F1', { amount: '900.00', issued: '2026-02-01', due: '2026-03-03' }),
      payment('P1', { amount: '900.00', issued: '2026-03-13', settles: 'F1' }),
      invoice('F2', { amount: '100.00', issued: '2026-08-01', due: '2026-08-31' }),
      payment('P2', { amount: '100.00', issued: '2026-09-30', settles: 'F2' }),
      invoice('F3', { amount: '1000.00', issued: '2026-09-01', due: '2026-10-01' }),
      payment('P3', { amount: '1000.00', issued: '2026-09-21', settles: 'F3' }),
      invoice('F0', { amount: '5000.00', issued: '2025-01-01', due: '2025-01-31' }),
      payment('P0', { amount: '5000.00', issued: '2025-10-31', settles: 'F0' }),
      // Nothing of this is a payment, and this is not due.
      invoice('F4', { amount: '50.00', issued: '2026-05-01', due: '2026-05-31' }),
      creditNote('A4', { amount: '50.00', issued: '2026-10-01', settles: 'F4' }),
      invoice('F5', { amount: '70.00', issued: '2026-11-01', due: '2026-12-01' }),
    )
    // (900 × 10 + 100 × 30 + 1000 × 0) / 2000 = 6 days
    expect(await behaviour()).toMatchObject({
      asOf: TODAY,
      from: '2025-11-22',
      recentFrom: '2026-08-22',
      currency: 'EUR',
      averageDaysLate: '6.0',
      averageDays: '1.0',
      sharePaidLate: '50.0',
      trend: { recent: '2.7', before: '10.0', change: '-7.3' },
      paid: { amount: 200_000, late: 100_000, parts: 3 },
      overdue: { amount: 0, worstDays: null },
      index: { value: 79, risk: 'medium' },
      score: 87,
      lines: [
        { code: 'average', value: '6.0', points: '92.0' },
        { code: 'trend', value: '-7.3', points: '0.0' },
        { code: 'share', value: '50.0', points: '-5.0' },
        { code: 'overdue', value: null, points: '0.0' },
        { code: 'plans', value: '0', points: '0.0' },
        { code: 'promises', value: '0', points: '0.0' },
        { code: 'bounced', value: '0', points: '0.0' },
      ],
    })
  })

  test('is not known of a customer without history', async () => {
    await account.given(invoice('F1', { issued: '2026-11-01', due: '2026-12-01' }))
    expect(await behaviour()).toMatchObject({ score: null, averageDaysLate: null, index: null, lines: [] })
  })

  test('counts a receipt on its own day, however late it was matched, and each part of a debt by itself', async () => {
    await account.given(
      invoice('F1', { amount: '300.00', issued: '2026-05-01', due: '2026-05-31' }),
      payment('P1', {
        amount: '100.00',
        issued: '2026-05-30',
        settles: 'F1',
        settledOn: '2026-07-31',
        settledAmount: '100.00',
      }),
      payment('P2', { amount: '200.00', issued: '2026-06-30', settles: 'F1' }),
    )
    expect(await behaviour()).toMatchObject({ averageDaysLate: '20.0', sharePaidLate: '66.7', paid: { parts: 2 } })
  })

  test('as of a past day it knows nothing of what came later', async () => {
    await account.given(
      invoice('F1', { amount: '300.00', issued: '2026-05-01', due: '2026-05-31' }),
      payment('P1', { amount: '300.00', issued: '2026-07-30', settles: 'F1' }),
    )
    expect(await behaviour('2026-06-30')).toMatchObject({
      score: 45,
      averageDaysLate: null,
      overdue: { amount: 30_000, worstDays: 30 },
    })
    expect(await behaviour('2026-07-30')).toMatchObject({ averageDaysLate: '60.0', overdue: { amount: 0 } })
    expect((await behaviour('2026-05-31')).score).toBeNull()
  })

  test('what is overdue weighs, unless it is disputed or a credit not matched would pay it', async () => {
    await account.given(
      invoice('F1', { amount: '500.00', issued: '2026-05-01', due: '2026-05-31' }),
      payment('P1', { amount: '500.00', issued: '2026-05-31', settles: 'F1' }),
      invoice('F2', { amount: '400.00', issued: '2026-10-01', due: '2026-10-23' }),
    )
    expect((await points()).overdue).toBe('-15.0')
    await book.client.disputes.open({
      itemId: await account.idOf('F2'),
      reason: 'quality',
      amount: 25_000,
      openedOn: TODAY,
    })
    expect((await behaviour()).overdue).toMatchObject({ amount: 15_000, worstDays: 30 })
    await account.given(payment('P2', { amount: '60.00', issued: '2026-11-20' }))
    // 90 € are left, less than the policy minds.
    expect((await behaviour()).overdue.amount).toBe(9_000)
    expect((await points()).overdue).toBe('0.0')
  })

  test('days under dispute are no lateness, whatever came out of it', async () => {
    await account.given(invoice('F1', { amount: '400.00', issued: '2026-05-01', due: '2026-05-31' }))
    const itemId = await account.idOf('F1')
    const { id } = await book
      .on('2026-06-10')
      .disputes.open({ itemId, reason: 'quality', amount: 40_000, openedOn: '2026-06-10' })
    await book.on('2026-07-10').disputes.close({ id, outcome: 'upheld', conceded: 0 })
    await account.receive('2026-07-15', { amount: 40_000, allocate: [{ itemId, amount: 40_000 }] })
    // Forty-five days after its due day, thirty of them contested.
    expect((await behaviour()).averageDaysLate).toBe('15.0')
  })

  test('bounced payments and broken plans take points off; a bounced receipt paid nothing', async () => {
    await account.given(
      invoice('F1', { amount: '400.00', issued: '2026-05-01', due: '2026-05-31' }),
      invoice('F2', { amount: '100.00', issued: '2026-05-01', due: '2026-05-31' }),
      payment('P2', { amount: '100.00', issued: '2026-05-31', settles: 'F2' }),
    )
    const itemId = await account.idOf('F1')
    const { itemId: receipt } = await account.receive('2026-05-31', {
      amount: 40_000,
      allocate: [{ itemId, amount: 40_000 }],
    })
    await book.client.payments.bounce({ itemId: receipt, day: '2026-06-10', reason: 'provision insuffisante' })
    expect(await behaviour()).toMatchObject({
      bounced: { count: 1, amount: 40_000 },
      paid: { amount: 10_000, parts: 1 },
    })
    expect(await behaviour('2026-06-09')).toMatchObject({ bounced: { count: 0 }, paid: { amount: 50_000, parts: 2 } })

    const { id } = await book.on('2026-06-15').instalments.create({
      customerId: await account.customerId(),
      itemIds: [itemId],
      agreedOn: '2026-06-15',
      instalments: [{ due: '2026-07-15', amount: 40_000 }],
    })
    expect((await behaviour('2026-07-20')).brokenPlans).toBe(0)
    expect((await behaviour('2026-07-21')).brokenPlans).toBe(1)
    // Ended afterwards, it was broken all the same.
    await book.on('2026-08-01').instalments.cancel({ id, reason: 'non tenu' })
    expect(await behaviour()).toMatchObject({ brokenPlans: 1, bounced: { count: 1 } })
    expect(await points()).toMatchObject({ plans: '-10.0', bounced: '-10.0' })
  })

  test('other currencies weigh by what they were worth; what has no known worth is told', async () => {
    await book.client.exchange.setRate({ currency: 'USD', day: '2026-01-01', rate: '0.5', source: 'essai' })
    await account.given(
      invoice('F1', { amount: '100.00', issued: '2026-05-01', due: '2026-05-31' }),
      payment('P1', { amount: '100.00', issued: '2026-05-31', settles: 'F1' }),
      invoice('F2', { amount: '200.00', issued: '2026-05-01', due: '2026-05-31', currency: 'USD' }),
      payment('P2', { amount: '200.00', issued: '2026-06-20', settles: 'F2', currency: 'USD' }),
      invoice('F3', { amount: '700.00', issued: '2026-05-01', due: '2026-05-31', currency: 'SEK' }),
      payment('P3', { amount: '700.00', issued: '2026-06-20', settles: 'F3', currency: 'SEK' }),
    )
    expect(await behaviour()).toMatchObject({ averageDaysLate: '10.0', paid: { amount: 20_000, parts: 2 }, leftOut: 1 })
  })

  test('its history month by month', async () => {
    await account.given(
      invoice('F1', { amount: '300.00', issued: '2026-08-01', due: '2026-08-31' }),
      payment('P1', { amount: '300.00', issued: '2026-10-30', settles: 'F1' }),
    )
    const { points } = await book.client.behaviour.history({ customerId: await account.customerId(), months: 4 })
    expect(points).toEqual([
      { asOf: '2026-08-31', score: null, averageDaysLate: null },
      { asOf: '2026-09-30', score: 45, averageDaysLate: null },
      { asOf: '2026-10-31', score: 20, averageDaysLate: '60.0' },
      { asOf: TODAY, score: 20, averageDaysLate: '60.0' },
    ])
  })

  test('of nobody it is refused', async () => {
    expect(await refusalOf(book.client.behaviour.get({ customerId: NOBODY }))).toBe('not-found')
    expect(await refusalOf(book.client.behaviour.history({ customerId: NOBODY }))).toBe('not-found')
  })

  test('one customer’s payments say nothing of another', async () => {
    await book.client.customers.create(customerFields('C002'))
    await account.given(
      invoice('F1', { amount: '300.00', issued: '2026-05-01', due: '2026-05-31' }),
      payment('P1', { amount: '300.00', issued: '2026-05-31', settles: 'F1' }),
      invoice('G1', { amount: '300.00', issued: '2026-05-01', due: '2026-05-31', customer: 'C002' }),
    )
    expect((await behaviour()).score).toBe(100)
    const { id } = await book.client.customers.byCode({ code: 'C002' })
    expect((await book.client.behaviour.get({ customerId: id })).score).toBe(0)
  })
})

describe('the statements behind it', () => {
  const stretch = { from: '2025-11-22', to: TODAY }
  const tables = /^SCAN (a|c|d|o|p|back|dispute|allocation|open_item|payment)\b/
  const read = (whose?: string) =>
    queryPlans(book.path, async (db) => {
      await paidParts(db, 'EUR', stretch, whose)
      await bouncedReceipts(db, 'EUR', stretch, whose)
      await overdueAndCredits(db, TODAY, whose)
    })

  test('of one customer read its items only', async () => {
    const plans = await read('x')
    expect(plans.filter((line) => tables.test(line))).toEqual([])
    // The only i that is scanned is what the search of the items before it found.
    expect(plans.filter((line) => line.startsWith('SCAN i'))).toEqual(['SCAN i'])
    expect(plans.filter((line) => line.includes('open_item_by_customer (customer_id=?')).length).toBe(3)
  })

  test('of all go through the matches once, and look everything else up', async () => {
    const plans = await read()
    expect(plans.filter((line) => tables.test(line))).toEqual(['SCAN a'])
    expect(plans.filter((line) => line.startsWith('SCAN i'))).toEqual(['SCAN i'])
    expect(plans.filter((line) => line.includes('COVERING INDEX open_item_as_of')).length).toBe(2)
    expect(plans.some((line) => /SEARCH back USING (COVERING )?INDEX/.test(line))).toBe(true)
  })
})

test('every invoice paid is a mark: how late its last receipt came, early below zero', async () => {
  await account.given(
    invoice('F1', { amount: '900.00', issued: '2026-02-01', due: '2026-03-03' }),
    payment('P1', { amount: '900.00', issued: '2026-03-13', settles: 'F1' }),
    invoice('F2', { amount: '100.00', issued: '2026-08-01', due: '2026-08-31' }),
    payment('P2', { amount: '100.00', issued: '2026-08-25', settles: 'F2' }),
    // Not paid: by a credit note, in part, too long ago.
    invoice('F3', { amount: '50.00', issued: '2026-05-01', due: '2026-05-31' }),
    creditNote('A3', { amount: '50.00', issued: '2026-10-01', settles: 'F3' }),
    invoice('F4', { amount: '70.00', issued: '2026-05-01', due: '2026-05-31' }),
    payment('P4', { amount: '20.00', issued: '2026-06-30', settles: 'F4' }),
    invoice('F0', { amount: '40.00', issued: '2024-01-01', due: '2024-01-31' }),
    payment('P0', { amount: '40.00', issued: '2024-02-29', settles: 'F0' }),
  )
  const customerId = await account.customerId()
  const told = await book.client.behaviour.paid({ customerId })
  expect(told).toMatchObject({ from: '2024-11-22', asOf: TODAY, count: 2 })
  expect(told.marks.map(({ number, amount, paidOn, daysLate }) => [number, amount, paidOn, daysLate])).toEqual([
    ['F1', 90_000, '2026-03-13', 10],
    ['F2', 10_000, '2026-08-25', -6],
  ])
  expect((await book.client.behaviour.paid({ customerId, asOf: '2026-03-12' })).count).toBe(0)
  expect(await refusalOf(book.client.behaviour.paid({ customerId: NOBODY }))).toBe('not-found')
})
