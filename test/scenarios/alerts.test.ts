import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { accountOf } from '../support/account.ts'
import { clientOn, openTestBook, refusalOf, type TestBook } from '../support/book.ts'
import { creditOf, setCreditPolicy } from '../support/credit.ts'
import { inCents } from '../support/financials.ts'
import { customerFields, invoice, payment } from '../support/ledger.ts'

const TODAY = '2026-11-22'
const NOBODY = '01a201f8-c1d9-7a84-9cb8-dc072221ab98'

let book: TestBook
let customerId: string
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
  customerId = (await book.client.customers.create(customerFields('C001'))).id
})
afterEach(() => book.close())

type Listing = NonNullable<Parameters<TestBook['client']['alerts']['list']>[0]>
const list = async (asked: Listing = {}, day = TODAY) => (await book.on(day).alerts.list(asked)).alerts
const kinds = async (asked: Listing = {}, day = TODAY) => (await list(asked, day)).map(({ kind }) => kind)
const only = async (kind: Listing['kind'], day = TODAY) => {
  const [alert, ...more] = await list({ kind, show: 'all' }, day)
  expect(more).toEqual([])
  return alert
}
const see = async (kind: NonNullable<Listing['kind']>, day = TODAY) =>
  book.on(day).alerts.seen({
    customerId,
    kind,
    occurrence: (await only(kind, day))?.occurrence ?? '',
    because: 'Vu avec le client',
  })
const sells = (number: string, amount: string, issued: string, due = issued) =>
  accountOf(book).given(invoice(number, { amount, issued, due }))
const limitOn = (day: string, amount: number | null, rest: object = {}) =>
  book.on(day).limits.set({ kind: 'internal', customerId, amount, from: day, reason: 'Décision', ...rest })

describe('a limit', () => {
  test('that is passed is told since the day it was', async () => {
    await limitOn('2026-01-01', 100_000)
    await sells('F1', '900.00', '2026-09-01', '2026-12-31')
    await sells('F2', '300.00', '2026-10-15', '2026-12-31')
    await sells('F3', '50.00', '2026-11-02', '2026-12-31')
    expect(await only('limit-passed')).toMatchObject({
      code: 'C001',
      name: 'Client C001',
      day: '2026-10-15',
      grave: true,
      details: { scope: 'own', exposure: 125_000, limit: 100_000, over: 25_000, currency: 'EUR' },
      seen: null,
      reviewId: null,
    })
  })

  test('that was seen passed comes back only once it is passed anew', async () => {
    await limitOn('2026-01-01', 100_000)
    await sells('F1', '1200.00', '2026-09-01', '2026-12-31')
    await see('limit-passed')
    expect(await kinds()).toEqual([])
    expect(await list({ show: 'seen' })).toMatchObject([
      { kind: 'limit-passed', seen: { by: 'test', on: TODAY, because: 'Vu avec le client' } },
    ])
    // It owes more: still the same time.
    await sells('F2', '10.00', '2026-11-10', '2026-12-31')
    expect(await kinds()).toEqual([])
    await accountOf(book).receive('2026-11-15', { amount: 100_000 })
    expect(await kinds({ show: 'all' })).toEqual([])
    await sells('F3', '900.00', '2026-11-20', '2026-12-31')
    expect(await only('limit-passed')).toMatchObject({ day: '2026-11-20', seen: null })
  })

  test('of a group that is passed is told of each member', async () => {
    const other = await book.client.customers.create(customerFields('C002'))
    await accountOf(book).given(
      invoice('F1', { amount: '700.00', issued: '2026-10-01', due: '2026-12-31' }),
      invoice('F2', { amount: '700.00', customer: 'C002', issued: '2026-11-01', due: '2026-12-31' }),
    )
    const group = await book.client.limits.saveGroup({ name: 'Groupe', members: [customerId, other.id] })
    await book.client.limits.set({
      kind: 'internal',
      groupId: group.id,
      amount: 100_000,
      from: '2026-01-01',
      until: '2026-12-10',
      reason: 'Groupe',
    })
    expect((await list()).map(({ code, kind, day, details }) => [code, kind, day, details.scope])).toEqual([
      ['C001', 'limit-passed', '2026-11-01', 'group'],
      ['C002', 'limit-passed', '2026-11-01', 'group'],
      ['C001', 'limit-ending', '2026-12-10', 'group'],
      ['C002', 'limit-ending', '2026-12-10', 'group'],
    ])
  })

  test('that ends soon is told, and again once it has ended', async () => {
    await limitOn('2026-06-01', 100_000, { until: '2026-12-22' })
    expect(await kinds({}, '2026-11-21')).toEqual([])
    expect(await only('limit-ending')).toMatchObject({
      day: '2026-12-22',
      grave: false,
      details: { amount: 100_000, until: '2026-12-22', ended: false, scope: 'own' },
    })
    await see('limit-ending')
    expect(await kinds({ kind: 'limit-ending' }, '2026-12-22')).toEqual([])
    expect(await only('limit-ending', '2026-12-23')).toMatchObject({ grave: true, details: { ended: true } })
    await limitOn('2026-12-23', 100_000)
    expect(await kinds({ kind: 'limit-ending' }, '2026-12-23')).toEqual([])
  })

  test('without any sale for months is told as inactive until the next one', async () => {
    await limitOn('2026-05-22', 100_000)
    expect(await kinds({}, '2026-11-21')).toEqual([])
    expect(await only('inactive')).toMatchObject({ day: '2026-05-22', details: { lastInvoice: null, months: 6 } })
    await see('inactive')
    await sells('F1', '10.00', '2026-06-01', '2027-12-31')
    expect(await kinds()).toEqual([])
    expect(await only('inactive', '2026-12-01')).toMatchObject({
      details: { lastInvoice: '2026-06-01', limit: 100_000, currency: 'EUR' },
      seen: null,
    })
  })
})

describe('covers, guarantees and documents', () => {
  test('of a cover and a guarantee that end', async () => {
    const credit = creditOf(book)
    await credit.insured(500_000, { from: '2026-01-01', until: '2026-12-01' })
    await book.client.limits.set({
      kind: 'guarantee',
      customerId,
      amount: 200_000,
      guarantor: 'Banque',
      from: '2026-01-01',
      until: '2026-11-01',
      reason: 'Caution',
    })
    expect(
      (await list()).map(({ kind, day, grave, details }) => [kind, day, grave, details.by, details.amount]),
    ).toEqual([
      ['guarantee-ending', '2026-11-01', true, 'Banque', 200_000],
      ['cover-ending', '2026-12-01', false, 'Assureur', 500_000],
    ])
    await credit.insured(null)
    expect(await kinds()).toEqual(['guarantee-ending'])
  })

  test('of an insured invoice that must be declared, grave when little time is left, until it is', async () => {
    await creditOf(book).insured(500_000, { from: '2026-01-01', extensionDays: 30, noticeDays: 20 })
    await sells('F1', '100.00', '2026-09-01', '2026-10-10')
    expect(await kinds({}, '2026-11-08')).toEqual([])
    expect(await only('claim-due', '2026-11-10')).toMatchObject({
      grave: false,
      details: { number: 'F1', until: '2026-11-29', ended: false, by: 'Assureur', amount: 9_000, currency: 'EUR' },
    })
    expect(await only('claim-due', '2026-11-20')).toMatchObject({ grave: true })
    expect(await only('claim-due', '2026-12-01')).toMatchObject({ grave: true, details: { ended: true } })
    await book.client.limits.declareClaim({ itemId: await accountOf(book).idOf('F1'), day: '2026-11-21' })
    expect(await kinds({ kind: 'claim-due' }, '2026-12-01')).toEqual([])
  })

  test('that went stale are told where a limit stands', async () => {
    await book.client.financials.save({ customerId, closedOn: '2024-12-31', lines: inCents() })
    await book.client.ratings.save({ customerId, provider: 'dnb', day: '2025-05-21', values: [], recommendedLimit: 1 })
    await book.client.proofs.add({
      customerId,
      kind: 'contract',
      name: 'contrat.txt',
      file: new File(['contrat'], 'contrat.txt'),
      expiresOn: '2026-10-31',
    })
    expect(await kinds()).toEqual([])
    await limitOn(TODAY, 100_000)
    const found = await list({ kind: 'document-stale' })
    expect(found.map(({ occurrence, day, details }) => [occurrence.split(':')[0], day, details.documentDay])).toEqual([
      ['report', '2026-11-21', '2025-05-21'],
      ['proof', '2026-10-31', '2026-10-31'],
      ['statement', '2026-06-30', '2024-12-31'],
    ])
    await book.client.financials.save({ customerId, closedOn: '2025-12-31', lines: inCents() })
    await book.client.ratings.save({ customerId, provider: 'altares', day: TODAY, values: [], recommendedLimit: 1 })
    expect((await list({ kind: 'document-stale' })).map(({ details }) => details.proofKind)).toEqual(['contract'])
  })
})

describe('how a customer pays', () => {
  /** On the day for nine months, then 20 days late. */
  const slides = () =>
    accountOf(book).given(
      ...['2026-01-31', '2026-03-31', '2026-05-31', '2026-07-31'].flatMap((due, place) => [
        invoice(`F${place}`, { amount: '1000.00', issued: '2026-01-01', due }),
        payment(`P${place}`, { amount: '1000.00', issued: due, settles: `F${place}` }),
      ]),
      invoice('F9', { amount: '4000.00', issued: '2026-09-01', due: '2026-10-01' }),
      payment('P9', { amount: '4000.00', issued: '2026-10-21', settles: 'F9' }),
    )

  test('later than before, and a score that dropped, are told once a quarter', async () => {
    await slides()
    expect(await list()).toMatchObject([
      { kind: 'late-rising', occurrence: '2026-Q4', details: { recent: '20.0', before: '0.0', change: '20.0' } },
      {
        kind: 'score-drop',
        occurrence: 'behaviour:2026-Q4',
        details: { source: 'behaviour', from: '100', to: '72', fromDay: '2026-08-22' },
      },
    ])
    await see('late-rising')
    await see('score-drop')
    expect(await kinds()).toEqual([])
    // Another quarter; the score three months before was that of today.
    expect(await kinds({}, '2027-01-05')).toContain('late-rising')
  })

  test('below the policy’s marks is not told', async () => {
    await slides()
    await setCreditPolicy(book.client, {
      alerts: { lateRise: 21, scoreDrop: 30, inactiveMonths: 6, endingDays: 30 },
    })
    expect(await kinds()).toEqual([])
  })

  test('under a plan that it broke is told', async () => {
    await accountOf(book).given(invoice('F1', { amount: '1000.00', issued: '2026-06-01', due: '2026-06-30' }))
    const plan = await book.on('2026-07-01').instalments.create({
      customerId,
      itemIds: [await accountOf(book).idOf('F1')],
      agreedOn: '2026-07-01',
      instalments: [
        { due: '2026-08-01', amount: 50_000 },
        { due: '2026-12-01', amount: 50_000 },
      ],
    })
    expect(await only('plan-broken')).toMatchObject({ occurrence: plan.id, grave: true, details: { planId: plan.id } })
  })

  test('after a promise that it did not keep is told, until it is paid or promised again', async () => {
    const account = accountOf(book)
    await account.given(invoice('F1', { amount: '1000.00', issued: '2026-06-01', due: '2026-06-30' }))
    const promised = async (made: string, day: string) =>
      book.on(made).promises.record({
        customerId,
        currency: 'EUR',
        amount: 60_000,
        day,
        itemIds: [await account.idOf('F1')],
      })
    const { id } = await promised('2026-07-01', '2026-07-10')
    expect(await kinds({}, '2026-07-15')).not.toContain('promise-broken')
    // Friday 10 July; Tuesday 14 is a public holiday: two working days end on Wednesday 15.
    const told = (await book.on('2026-07-16').alerts.list({ kind: 'promise-broken' })).alerts
    expect(told).toMatchObject([
      {
        occurrence: id,
        day: '2026-07-16',
        grave: false,
        details: { promiseId: id, promisedFor: '2026-07-10', amount: 60_000, currency: 'EUR' },
      },
    ])
    await book.on('2026-07-16').alerts.seen({ customerId, kind: 'promise-broken', occurrence: id, because: 'Rappelé' })
    expect((await book.on('2026-07-16').alerts.list({ kind: 'promise-broken' })).total).toBe(0)
    await promised('2026-07-20', '2026-07-31')
    expect(await kinds({}, '2026-07-20')).not.toContain('promise-broken')
    expect((await book.on('2026-08-10').alerts.list({ kind: 'promise-broken' })).total).toBe(1)
    await account.receive('2026-08-11', { amount: 100_000 })
    expect(await kinds({}, '2026-08-12')).not.toContain('promise-broken')
  })

  test('in the eyes of an agency that marks it down', async () => {
    const reports = (day: string, scale: string, value: string) =>
      book.client.ratings.save({ customerId, provider: 'dnb', day, values: [{ scale, value }] })
    await reports('2026-01-10', 'dnb-paydex', '80')
    await reports('2026-04-10', 'dnb-paydex', '79')
    // From one band of the agency to the next.
    expect(await only('score-drop')).toMatchObject({
      day: '2026-04-10',
      details: {
        source: 'report',
        by: 'dnb',
        from: '80',
        to: '79',
        fromDay: '2026-01-10',
        scale: { code: 'dnb-paydex' },
      },
    })
    await see('score-drop')
    await reports('2026-05-10', 'dnb-paydex', '78')
    expect(await kinds({ show: 'all' })).toEqual([])
    await reports('2026-06-10', 'dnb-paydex', '51')
    expect(await only('score-drop')).toMatchObject({ seen: null, details: { from: '78', to: '51' } })
  })
})

describe('an insolvency', () => {
  const notice = (day: string, kind: 'receivership' | 'liquidation') =>
    book.client.registers.record({
      customerId,
      kind,
      stage: kind === 'liquidation' ? 'conversion' : 'opening',
      day,
      publishedOn: day,
      department: '75',
      court: 'TAE de Paris',
      source: 'BODACC',
    })

  test('of a customer who owes is told first, and again when it is converted', async () => {
    await notice('2026-10-01', 'receivership')
    expect(await kinds()).toEqual([])
    await limitOn('2026-01-01', 100)
    await sells('F1', '900.00', '2026-09-01')
    expect((await kinds()).slice(0, 2)).toEqual(['insolvency', 'limit-passed'])
    expect(await only('insolvency')).toMatchObject({
      day: '2026-10-01',
      details: { procedure: 'receivership', gone: false, court: 'TAE de Paris', declareBy: '2026-12-01' },
    })
    await see('insolvency')
    await notice('2026-11-10', 'liquidation')
    expect(await only('insolvency')).toMatchObject({ seen: null, details: { procedure: 'liquidation' } })
  })
})

describe('the list', () => {
  test('counts what is open whatever the filter, finds by name and goes by page', async () => {
    const other = await book.client.customers.create(customerFields('C002', { name: 'Étienne SA' }))
    await accountOf(book).given(
      invoice('F1', { amount: '900.00', issued: '2026-09-01', due: '2026-12-31' }),
      invoice('F2', { amount: '900.00', customer: 'C002', issued: '2026-09-01', due: '2026-12-31' }),
    )
    for (const id of [customerId, other.id])
      await book.client.limits.set({
        kind: 'internal',
        customerId: id,
        amount: 100,
        from: '2026-01-01',
        until: '2026-12-01',
        reason: 'Décision',
      })
    await book.client.alerts.seen({
      customerId: other.id,
      kind: 'limit-passed',
      occurrence: (await list({ customerId: other.id }))[0]?.occurrence ?? '',
      because: 'Convenu',
    })
    const found = await book.client.alerts.list({ kind: 'limit-ending', search: 'etienne', limit: 1 })
    expect(found).toMatchObject({ total: 1, counts: { 'limit-passed': 1, 'limit-ending': 2 } })
    expect(found.alerts.map(({ code }) => code)).toEqual(['C002'])
    expect((await book.client.alerts.list({ offset: 1, limit: 1 })).total).toBe(3)
    expect(await kinds({ show: 'all' })).toEqual(['limit-passed', 'limit-passed', 'limit-ending', 'limit-ending'])
    expect(await kinds({ customerId })).toEqual(['limit-passed', 'limit-ending'])
  })

  test('of one customer is that of everybody, cut down to it', async () => {
    await limitOn('2026-01-01', 100, { until: '2026-12-01' })
    await sells('F1', '900.00', '2026-09-01')
    await book.client.customers.create(customerFields('C002'))
    expect(await list({ customerId, show: 'all' })).toEqual(await list({ show: 'all' }))
  })
})

test('refusals', async () => {
  const seen = { kind: 'inactive' as const, occurrence: 'x', because: 'Vu' }
  expect(await refusalOf(book.client.alerts.seen({ ...seen, customerId: NOBODY }))).toBe('not-found')
  expect(await refusalOf(book.client.alerts.seen({ ...seen, customerId }))).toBe('not-found')
  expect(await refusalOf(book.client.alerts.seen({ ...seen, customerId, because: ' ' }))).toBe('BAD_REQUEST')
  expect(await refusalOf(clientOn(book.program, TODAY).alerts.list({ limit: 0 }))).toBe('BAD_REQUEST')
})
