import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { accountOf } from '../support/account.ts'
import { clientOn, openTestBook, refusalOf, type TestBook } from '../support/book.ts'
import { setCreditPolicy } from '../support/credit.ts'
import { customerFields, invoice, opening, payment } from '../support/ledger.ts'

const TODAY = '2026-11-22'
const NOBODY = '01a201f8-c1d9-7a84-9cb8-dc072221ab98'

let book: TestBook
let customerId: string
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
  customerId = (await book.client.customers.create(customerFields('C001'))).id
})
afterEach(() => book.close())

/** Takes a decision on a day, in somebody's name. */
const decides = (user: string, day: string, amount: number | null, rest: object = {}) =>
  clientOn(book.program, day, user).limits.set({ kind: 'internal', customerId, amount, reason: 'Décision', ...rest })
const fails = (day = '2026-11-02') =>
  book.client.registers.record({ customerId, kind: 'receivership', day, publishedOn: day, source: 'BODACC' })
type Asking = NonNullable<Parameters<TestBook['client']['losses']['list']>[0]>
const list = (asked: Asking = {}) => book.client.losses.list(asked)
const origins = async (asked: Asking = {}) =>
  Object.fromEntries((await list(asked)).losses.map(({ number, origin }) => [number, origin]))

describe('bad debts', () => {
  test('are what the insolvent owes from before the judgment, as far as it is open', async () => {
    await accountOf(book).given(
      invoice('F1', { amount: '1000.00', issued: '2026-09-01' }),
      payment('P1', { amount: '400.00', issued: '2026-10-01', settles: 'F1', settledAmount: '400.00' }),
      invoice('F2', { amount: '300.00', issued: '2026-11-02' }),
      invoice('F3', { amount: '500.00', customer: 'C002', issued: '2026-09-01' }),
    )
    expect(await list()).toMatchObject({ total: 0, losses: [], byOrigin: [], byDecider: [] })
    await fails()
    expect(await list()).toEqual({
      from: '2025-11-23',
      until: TODAY,
      currency: 'EUR',
      total: 60_000,
      byOrigin: [{ origin: 'new-customer', items: 1, amount: 60_000 }],
      byDecider: [{ person: '', items: 1, amount: 60_000 }],
      bySegment: [{ segment: '', items: 1, amount: 60_000 }],
      bySalesperson: [{ salesperson: '', items: 1, amount: 60_000 }],
      byAge: [{ age: 'under6', items: 1, amount: 60_000 }],
      losses: [
        {
          itemId: await accountOf(book).idOf('F1'),
          number: 'F1',
          customerId,
          customerCode: 'C001',
          customerName: 'Client C001',
          segment: '',
          salesperson: '',
          since: '2026-09-01',
          age: 'under6',
          issued: '2026-09-01',
          currency: 'EUR',
          kind: 'insolvent',
          on: '2026-11-02',
          writeOff: null,
          amount: 60_000,
          worth: 60_000,
          balance: 100_000,
          origin: 'new-customer',
          limitId: null,
          limit: null,
          reviewId: null,
          decidedBy: '',
          decidedOn: null,
        },
      ],
    })
    expect((await list({ until: '2026-11-01' })).losses).toEqual([])
    expect((await list({ from: '2026-11-03' })).losses).toEqual([])
    expect((await list({ customerId: (await book.client.customers.byCode({ code: 'C002' })).id })).losses).toEqual([])
  })

  test('are what was written off of invoices, unless it was taken back', async () => {
    await book.client.policy.save({
      content: { ...(await book.client.policy.get({})).content, writeOffLimits: { EUR: 10_000 } },
    })
    const account = accountOf(book)
    await account.given(invoice('F1', { amount: '80.00', issued: '2026-09-01' }))
    const { number } = await book.client.payments.writeOff({ itemId: await account.idOf('F1'), day: '2026-10-05' })
    expect((await list()).losses).toMatchObject([
      { number: 'F1', kind: 'written-off', on: '2026-10-05', amount: 8_000, issued: '2026-09-01' },
    ])
    expect((await list({ from: '2026-10-06' })).losses).toEqual([])
    await account.undo('F1', number)
    expect((await list()).losses).toEqual([])
  })

  test('in another currency count by their worth, and say so where it is not known', async () => {
    await accountOf(book).given(invoice('F1', { amount: '100.00', issued: '2026-09-01', currency: 'USD' }))
    await fails()
    expect(await list()).toMatchObject({ total: 0, losses: [{ currency: 'USD', amount: 10_000, worth: null }] })
    await book.client.exchange.setRate({ currency: 'USD', day: '2026-01-01', rate: '0.9' })
    expect(await list()).toMatchObject({ total: 9_000, losses: [{ amount: 10_000, worth: 9_000, balance: 9_000 }] })
  })
})

describe('what let them in', () => {
  test('is the limit in force on the day of the invoice, with who decided it and in which review', async () => {
    await decides('Alice', '2026-03-01', 100_000)
    const on = (user: string) => clientOn(book.program, '2026-06-01', user).reviews
    const { review } = await on('Anne').open({ customerId })
    await on('Anne').submit({ id: review.id, kind: 'extend', amount: 300_000, reason: 'Croissance' })
    await on('Bruno').decide({ id: review.id, answer: 'approve', reason: 'Accord' })
    // Decided later for days before: it let nothing in.
    await decides('Chloé', '2026-10-15', 900_000, { from: '2026-03-01' })
    await accountOf(book).given(
      invoice('F1', { amount: '900.00', issued: '2026-04-01' }),
      invoice('F2', { amount: '1500.00', issued: '2026-07-01' }),
      invoice('F3', { amount: '700.00', issued: '2026-08-01' }),
    )
    await fails()
    const { losses, byOrigin, byDecider } = await list()
    expect(
      losses
        .toSorted((a, b) => a.number.localeCompare(b.number))
        .map(({ number, origin, limit, balance, decidedBy, decidedOn, reviewId }) => [
          number,
          origin,
          limit,
          balance,
          decidedBy,
          decidedOn,
          reviewId,
        ]),
    ).toEqual([
      ['F1', 'limit', 100_000, 90_000, 'Alice', '2026-03-01', null],
      ['F2', 'review', 300_000, 240_000, 'Bruno', '2026-06-01', review.id],
      ['F3', 'over-limit', 300_000, 310_000, '', null, review.id],
    ])
    expect(byOrigin).toEqual([
      { origin: 'review', items: 1, amount: 150_000 },
      { origin: 'limit', items: 1, amount: 90_000 },
      { origin: 'over-limit', items: 1, amount: 70_000 },
    ])
    expect(byDecider).toEqual([
      { person: 'Bruno', items: 1, amount: 150_000 },
      { person: 'Alice', items: 1, amount: 90_000 },
      { person: '', items: 1, amount: 70_000 },
    ])
  })

  test('is an override where the limit was passed and somebody allowed it', async () => {
    await decides('Alice', '2026-03-01', 0)
    await clientOn(book.program, '2026-04-01', 'Dora').limits.override({
      customerId,
      amount: 50_000,
      until: '2026-04-30',
      reason: 'Commande urgente',
    })
    await accountOf(book).given(
      invoice('F1', { amount: '500.00', issued: '2026-04-30' }),
      invoice('F2', { amount: '500.01', issued: '2026-04-15' }),
      invoice('F3', { amount: '10.00', issued: '2026-05-01' }),
    )
    await fails()
    expect(await origins()).toEqual({ F1: 'override', F2: 'over-limit', F3: 'over-limit' })
    expect((await list()).byDecider).toContainEqual({ person: 'Dora', items: 1, amount: 50_000 })
  })

  test('without a limit is the ceiling of new customers, no limit, or a day before the book knew limits', async () => {
    await setCreditPolicy(book.client, { newCustomers: { months: 3, ceiling: 100_000 } })
    await accountOf(book).given(
      opening('R1', { amount: '10.00', issued: '2026-01-01' }),
      invoice('F1', { amount: '900.00', issued: '2026-02-01' }),
      invoice('F2', { amount: '900.00', issued: '2026-03-01' }),
      invoice('F3', { amount: '10.00', issued: '2026-05-01' }),
    )
    await fails()
    expect(await origins()).toEqual({ R1: 'before-book', F1: 'new-customer', F2: 'no-limit', F3: 'no-limit' })
    // The first limit of the book, of another customer.
    const other = await book.client.customers.create(customerFields('C002'))
    await book.on('2026-04-01').limits.set({ kind: 'internal', customerId: other.id, amount: 1, reason: 'Première' })
    expect(await origins()).toEqual({ R1: 'before-book', F1: 'before-book', F2: 'before-book', F3: 'no-limit' })
  })

  test('is measured with the group where its limit is the lower one', async () => {
    const other = await book.client.customers.create(customerFields('C002'))
    const group = await book.client.limits.saveGroup({ name: 'Groupe', members: [customerId, other.id] })
    await decides('Alice', '2026-03-01', 500_000)
    await clientOn(book.program, '2026-03-01', 'Gilles').limits.set({
      kind: 'internal',
      groupId: group.id,
      amount: 150_000,
      reason: 'Groupe',
    })
    await accountOf(book).given(
      invoice('F1', { amount: '1000.00', issued: '2026-04-01' }),
      invoice('G1', { amount: '400.00', customer: 'C002', issued: '2026-05-01' }),
      invoice('F2', { amount: '200.00', issued: '2026-06-01' }),
    )
    await fails()
    const { losses } = await list()
    expect(losses.map(({ number, origin, limit, decidedBy }) => [number, origin, limit, decidedBy])).toEqual([
      ['F1', 'limit', 150_000, 'Gilles'],
      ['F2', 'over-limit', 150_000, ''],
    ])
  })
})

test('refusals', async () => {
  expect(await refusalOf(list({ from: '2026-11-22', until: '2026-11-21' }))).toBe('input.invalid')
  expect(await refusalOf(list({ customerId: NOBODY }))).toBe('not-found')
})

describe('what today’s policy would have changed', () => {
  const policy = async (credit: Parameters<typeof setCreditPolicy>[1]) => setCreditPolicy(book.client, credit)
  const measured = (asked: Asking = {}) => book.client.losses.underPolicy(asked)

  test('is nothing where no limit can be worked out', async () => {
    await accountOf(book).given(invoice('F1', { amount: '1000.00', issued: '2026-09-01' }))
    await fails()
    expect(await measured()).toMatchObject({
      lost: 100_000,
      avoided: 0,
      leftOut: 0,
      byEffect: [{ effect: 'untold', items: 1, amount: 100_000, avoided: 0 }],
      losses: [{ effect: 'untold', rule: null, asOf: '2026-08-31', limit: null, balance: 100_000 }],
    })
  })

  test('is the whole sale where the customer was too late to be sold to', async () => {
    await policy({ late: { minimum: 0, warnDays: 10, refuseDays: 30 } })
    await accountOf(book).given(
      invoice('F1', { amount: '100.00', issued: '2026-04-01', due: '2026-05-01' }),
      invoice('F2', { amount: '900.00', issued: '2026-08-01', due: '2026-08-31' }),
    )
    await fails()
    const { losses, avoided } = await measured()
    expect(losses).toMatchObject([
      { amount: 90_000, effect: 'refused', rule: 'overdue', asOf: '2026-07-31', avoided: 90_000 },
      { amount: 10_000, rule: null },
    ])
    expect(avoided).toBe(90_000)
    expect(await refusalOf(measured({ from: '2026-11-01', until: '2026-10-01' }))).toBe('input.invalid')
    expect(await measured({ until: '2026-10-01' })).toMatchObject({ lost: 0, avoided: 0, losses: [], byEffect: [] })
  })
})
