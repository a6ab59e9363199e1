import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { accountOf } from '../support/account.ts'
import { openTestBook, refusalOf, type TestBook } from '../support/book.ts'
import { planOf, putPlan, remindersOf } from '../support/dunning.ts'
import { customerFields, invoice } from '../support/ledger.ts'

// A promise for Friday 12 June is awaited until Tuesday 16 June.
const TODAY = '2026-06-08'
const FRIDAY = '2026-06-12'
const LAST = '2026-06-16'
const AFTER = '2026-06-17'

let book: TestBook
let account: ReturnType<typeof accountOf>
let reminders: ReturnType<typeof remindersOf>
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
  account = accountOf(book)
  reminders = remindersOf(book)
  await account.given(
    invoice('F1', { amount: '1000.00', issued: '2026-04-01', due: '2026-04-30' }),
    invoice('F2', { amount: '500.00', issued: '2026-05-01', due: '2026-05-31' }),
  )
})
afterEach(() => book.close())

type Promising = Parameters<TestBook['client']['promises']['record']>[0]
const promised = async (amount: number, number: string, rest: Partial<Promising> = {}, made = TODAY) =>
  book.on(made).promises.record({
    customerId: await account.customerId(),
    currency: 'EUR',
    amount,
    day: FRIDAY,
    itemIds: [await account.idOf(number)],
    ...rest,
  })
const pays = async (day: string, amount: number, number: string) =>
  account.receive(day, { amount, allocate: [{ itemId: await account.idOf(number), amount }] })

describe('reminders of what is promised', () => {
  beforeEach(() => putPlan(book.client, planOf([1, 10, 45])))

  test('wait until the promise has failed, then go on at the next level', async () => {
    await reminders.issueAndSend('2026-06-02')
    await promised(100_000, 'F1')
    const waiting = async (day: string) =>
      (await reminders.propose(day)).skipped
        .filter(({ reason }) => reason === 'promised')
        .map(({ number, until }) => [number, until])
    // As of a day before it was made nothing waits.
    expect(await waiting('2026-06-07')).toEqual([])
    expect(await waiting(TODAY)).toEqual([['F1', AFTER]])
    expect(await waiting(LAST)).toEqual([['F1', AFTER]])
    expect(await reminders.standing(AFTER)).toEqual({ F1: 2, F2: 2 })
  })

  test('wait longer over a day on which the firm does not work', async () => {
    await promised(100_000, 'F1')
    expect(await reminders.standing(AFTER)).toMatchObject({ F1: 1 })
    await book.client.holidays.add({ country: 'FR', day: LAST, name: 'Fermeture' })
    expect(await reminders.standing(AFTER)).toMatchObject({ F1: 'promised' })
  })

  test('wait for the whole invoice when a part of it is promised', async () => {
    await promised(10_000, 'F2')
    expect(await reminders.standing(FRIDAY)).toEqual({ F1: 1, F2: 'promised' })
  })

  test('go on when the part promised was paid, or the promise is taken back', async () => {
    await promised(10_000, 'F1')
    const { id } = await promised(10_000, 'F2')
    await pays('2026-06-09', 10_000, 'F1')
    expect(await reminders.standing('2026-06-09')).toEqual({ F1: 1, F2: 'promised' })
    await book.on('2026-06-10').promises.cancel({ id, reason: 'mal compris' })
    expect(await reminders.standing('2026-06-10')).toEqual({ F1: 1, F2: 1 })
  })

  test('wait for the last of several promises', async () => {
    await promised(50_000, 'F1')
    await promised(50_000, 'F1', { day: '2026-06-19' })
    expect(await reminders.standing(AFTER)).toMatchObject({ F1: 'promised' })
    expect(await reminders.standing('2026-06-24')).toMatchObject({ F1: 1 })
  })
})

describe('a broken promise', () => {
  test('counts in how the customer pays, for twelve months; one that is partly kept does not', async () => {
    await pays('2026-06-01', 50_000, 'F1')
    await promised(50_000, 'F1')
    await promised(50_000, 'F2')
    await pays(FRIDAY, 10_000, 'F2')
    const told = async (asOf: string) => {
      const behaviour = await book.on(asOf).behaviour.get({ customerId: await account.customerId(), asOf })
      return [behaviour.brokenPromises, behaviour.lines.find(({ code }) => code === 'promises')?.points]
    }
    expect(await told(LAST)).toEqual([0, '0.0'])
    expect(await told(AFTER)).toEqual([1, '-5.0'])
    expect(await told('2027-06-16')).toEqual([1, '-5.0'])
    expect(await told('2027-06-17')).toEqual([0, '0.0'])
  })
})

describe('the file of a customer', () => {
  test('tells what was promised, said and set to be done, newest first', async () => {
    const customerId = await account.customerId()
    const call = await book.client.calls.record({
      customerId,
      outcome: 'promise',
      contact: 'Mme Roy',
      promise: { currency: 'EUR', amount: 100_000, day: FRIDAY },
    })
    await book.on('2026-06-09').promises.cancel({ id: call.promiseId ?? '', reason: 'mal compris' })
    await book.on('2026-06-10').calls.addTask({ customerId, kind: 'visit', day: '2026-06-20', note: 'avec le stock' })
    await book.on('2026-06-11').calls.doTask({ id: call.next.id })
    const { entries } = await book.client.customers.timeline({ id: customerId, limit: 5 })
    expect(entries.map(({ day, kind, title, amount, user }) => [day, kind, title, amount, user])).toEqual([
      ['2026-06-11', 'task_done', '', null, 'test'],
      ['2026-06-10', 'task', 'avec le stock', null, 'test'],
      ['2026-06-09', 'promise_cancelled', 'mal compris', 100_000, 'test'],
      [TODAY, 'talk', 'Mme Roy', null, 'test'],
      [TODAY, 'promise', 'Mme Roy', 100_000, 'test'],
    ])
    expect(entries[3]?.details).toMatchObject({ outcome: 'promise', next: 'check-payment', nextDay: AFTER })
  })

  test('moves with it when it is merged: promises, talks and what is to be done', async () => {
    const kept = await book.client.customers.create(customerFields('C002'))
    const removed = await account.customerId()
    const promise = { currency: 'EUR', amount: 100_000, day: FRIDAY }
    await book.client.calls.record({ customerId: removed, outcome: 'promise', promise })
    await book.client.customers.merge({ keep: kept.id, remove: removed })
    const { promises } = await book.client.promises.list({ customerId: kept.id })
    expect(promises).toMatchObject([{ customerCode: 'C002', state: 'running' }])
    expect((await book.client.calls.list({ customerId: kept.id })).total).toBe(1)
    expect((await book.client.calls.tasks({ customerId: kept.id })).total).toBe(1)
    // What arrives on the account that stays keeps it.
    await accountOf(book, 'C002').receive(FRIDAY, { amount: 100_000, allocate: 'none' })
    expect((await book.on(AFTER).promises.list({})).promises).toMatchObject([{ state: 'kept' }])
  })

  test('keeps the movements it speaks of', async () => {
    const made = await account.receive('2026-06-01', { amount: 1_000, allocate: 'none' })
    const customerId = await account.customerId()
    await book.client.calls.record({ customerId, outcome: 'told', itemIds: [made.itemId] })
    expect(await refusalOf(book.client.payments.remove({ itemId: made.itemId }))).toBe('payment.in-use')
  })
})
