import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { accountOf } from '../support/account.ts'
import { openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { customerFields, invoice, payment } from '../support/ledger.ts'

// A Monday.
const TODAY = '2026-06-08'
const NOBODY = '01a201f8-c1d9-7a84-9cb8-dc072221ab98'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
  for (const code of ['LARGE', 'SMALL', 'PROMISE'])
    await book.client.customers.create({
      ...customerFields(code),
      contacts: [{ name: `Mme ${code}`, role: '', email: '', phone: '01 02 03 04 05', dunning: true }],
    })
  await accountOf(book).given(
    invoice('L1', { customer: 'LARGE', amount: '9000.00', issued: '2026-03-01', due: '2026-03-31' }),
    invoice('L2', { customer: 'LARGE', amount: '1000.00', issued: '2026-05-20', due: '2026-06-20' }),
    invoice('S1', { customer: 'SMALL', amount: '200.00', issued: '2026-05-01', due: '2026-05-31' }),
    invoice('P1', { customer: 'PROMISE', amount: '500.00', issued: '2026-04-01', due: '2026-04-30' }),
  )
})
afterEach(() => book.close())

const list = (day = TODAY, search = '') => book.on(day).worklist.get({ search })
const codes = async (day = TODAY) => (await list(day)).rows.map(({ code }) => code)
const reasons = async (code: string, day = TODAY) =>
  (await list(day)).rows.find((row) => row.code === code)?.reasons.map((reason) => reason.code) ?? null
const idOf = (code: string) => accountOf(book, code).customerId()
const sheet = async (code: string, day = TODAY) => book.on(day).worklist.sheet({ customerId: await idOf(code) })
const questions = async (code: string, day = TODAY) =>
  (await sheet(code, day)).questions.map(({ code: asked }) => asked)
type Talk = Parameters<TestBook['client']['calls']['record']>[0]
const talked = async (code: string, outcome: Talk['outcome'], rest: Partial<Talk> = {}, day = TODAY) =>
  book.on(day).calls.record({ customerId: await idOf(code), outcome, ...rest })
const promised = (code: string, amount: number, day: string) =>
  talked(code, 'promise', { promise: { currency: 'EUR', amount, day } }, '2026-06-01')

describe('the worklist', () => {
  test('places by what is owed and how late, and says why with the figures', async () => {
    const { rows, left, done, asOf, currency } = await list()
    expect([asOf, currency, left, done]).toEqual([TODAY, 'EUR', 3, 0])
    expect(rows.map(({ code }) => code)).toEqual(['LARGE', 'PROMISE', 'SMALL'])
    expect(rows[0]).toMatchObject({
      name: 'Client LARGE',
      overdue: 900_000,
      open: 1_000_000,
      items: 1,
      daysLate: 69,
      points: 74,
      action: 'email',
      contact: 'Mme LARGE',
      phone: '01 02 03 04 05',
      reasons: [
        { code: 'amount', points: 40, details: { amount: 900_000, currency: 'EUR', percent: 93 } },
        { code: 'age', points: 19, details: { days: 69 } },
        { code: 'level-reached', points: 15, details: { position: 1, channel: 'email' } },
      ],
    })
  })

  test('puts a broken promise on top, whatever the amount', async () => {
    await promised('SMALL', 20_000, '2026-06-02')
    // Two working days of grace after Tuesday.
    expect(await codes('2026-06-04')).not.toContain('SMALL')
    expect(await codes('2026-06-05')).toEqual(['SMALL', 'LARGE', 'PROMISE'])
    const [row] = (await list('2026-06-05')).rows
    expect(row?.reasons[0]).toMatchObject({ code: 'promise-broken', details: { amount: 20_000, currency: 'EUR' } })
    expect(await questions('SMALL', '2026-06-05')).toContain('promise-broken')
  })

  test('leaves out who waits for a promise that runs', async () => {
    await promised('PROMISE', 50_000, '2026-06-19')
    expect(await codes()).toEqual(['LARGE', 'SMALL'])
    expect(await questions('PROMISE')).toEqual(['promise-runs'])
  })

  test('moves a dispute down by the part it contests, and out when it contests all', async () => {
    const itemId = await accountOf(book, 'LARGE').idOf('L1')
    await book.client.disputes.open({ itemId, reason: 'price', amount: 450_000 })
    expect(await codes()).toEqual(['PROMISE', 'SMALL', 'LARGE'])
    expect(await reasons('LARGE')).toEqual(['disputed', 'amount', 'age', 'level-reached'])
    await book.client.disputes.open({ itemId, reason: 'quality', amount: 450_000 })
    expect(await codes()).toEqual(['PROMISE', 'SMALL'])
    expect(await questions('LARGE')).toEqual(['disputed'])
  })

  test('leaves out who is on hold, until the day it ends', async () => {
    await book.client.dunning.hold({ customerId: await idOf('LARGE'), reason: 'accord', until: '2026-06-09' })
    expect(await codes()).toEqual(['PROMISE', 'SMALL'])
    expect((await codes('2026-06-10'))[0]).toBe('LARGE')
  })

  test('lets a customer go once spoken to, counts it, and calls it back on its day', async () => {
    await talked('LARGE', 'no-answer')
    expect(await list()).toMatchObject({ left: 2, done: 1 })
    expect(await codes()).toEqual(['PROMISE', 'SMALL'])
    expect(await sheet('LARGE')).toMatchObject({
      done: true,
      calls: [{ outcome: 'no-answer' }],
      tasks: [{ kind: 'call' }],
    })
    const { rows } = await list('2026-06-09')
    expect(rows[0]).toMatchObject({ code: 'LARGE', action: 'call', taskKind: 'call' })
    expect(rows[0]?.reasons[0]).toMatchObject({ code: 'task-due', details: { kind: 'call', day: '2026-06-09' } })
  })

  test('lets a customer go once written to, unless its word was broken or something was planned for the day', async () => {
    await promised('SMALL', 20_000, '2026-06-02')
    await book.client.calls.addTask({ customerId: await idOf('PROMISE'), kind: 'email', day: TODAY })
    const issuing = await book.client.dunning.issue({ asOf: TODAY, confirmed: true })
    for await (const _ of issuing);
    expect(await codes()).toEqual(['SMALL', 'PROMISE'])
    expect((await list()).done).toBe(1)
  })

  test('keeps who asked to be called again the same day', async () => {
    await talked('LARGE', 'call-back', { next: { day: TODAY } })
    expect(await list()).toMatchObject({ left: 3, done: 0 })
    expect((await codes())[0]).toBe('LARGE')
  })

  test('leaves out who is to be called on a later day, until that day', async () => {
    await talked('LARGE', 'told')
    expect(await codes('2026-06-09')).toEqual(['PROMISE', 'SMALL'])
    expect((await codes('2026-06-15'))[0]).toBe('LARGE')
  })

  test('warns of a debt that may lapse: five years after the oldest invoice', async () => {
    await accountOf(book).given(
      invoice('OLD', { customer: 'SMALL', amount: '50.00', issued: '2021-08-01', due: '2021-08-31' }),
    )
    const old = (await list()).rows.find(({ code }) => code === 'SMALL')
    expect(old?.reasons.find(({ code }) => code === 'limitation')?.details).toEqual({
      deadline: '2026-08-01',
      days: 54,
    })
  })

  test('counts receipts that are matched with nothing as paid', async () => {
    await accountOf(book).given(payment('R1', { customer: 'LARGE', amount: '9000.00', issued: '2026-06-05' }))
    expect(await codes()).toEqual(['PROMISE', 'SMALL'])
    expect(await questions('LARGE')).toEqual(['credits'])
  })

  test('is searched by name, and tells what is left of all of it', async () => {
    const { rows, left } = await list(TODAY, 'smal')
    expect([rows.map(({ code }) => code), left]).toEqual([['SMALL'], 3])
    expect((await book.client.worklist.get({ limit: 1 })).rows).toHaveLength(1)
  })
})

describe('the call sheet', () => {
  test('tells who, what to ask and what is open, with the day it will probably be paid', async () => {
    const { contacts, expected, letters, promises, done, daysLate } = await sheet('SMALL')
    expect(contacts.map(({ name, phone }) => [name, phone])).toEqual([['Mme SMALL', '01 02 03 04 05']])
    expect(expected.map(({ number, open, basis }) => [number, open, basis])).toEqual([['S1', 20_000, 'none']])
    expect([letters, promises, done, daysLate]).toEqual([[], [], false, 8])
    expect(await questions('SMALL')).toEqual(['received', 'approved', 'payment-planned'])
    expect(await questions('LARGE')).toEqual(['why-late', 'when-paid'])
  })

  test('is refused for nobody', async () => {
    expect(await refusalOf(book.client.worklist.sheet({ customerId: NOBODY }))).toBe('not-found')
  })
})

describe('the weights', () => {
  test('are seen and changed: the order follows', async () => {
    const { weights, shipped } = await book.client.worklist.weights({})
    expect(weights).toEqual(shipped)
    await book.client.worklist.saveWeights({ weights: { ...weights, amount: 0, age: 0, 'level-reached': 0 } })
    expect(await list()).toMatchObject({ left: 0, rows: [] })
    await book.client.worklist.saveWeights({ weights: shipped })
    expect((await list()).left).toBe(3)
  })

  test('that pull the wrong way are refused', async () => {
    const { weights } = await book.client.worklist.weights({})
    expect(await refusal(book.client.worklist.saveWeights({ weights: { ...weights, promised: 5 } }))).toEqual({
      code: 'worklist.weight-invalid',
      details: { reason: 'promised', points: 5 },
    })
  })
})
