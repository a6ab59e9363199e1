import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { accountOf } from '../support/account.ts'
import { openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { customerFields, invoice } from '../support/ledger.ts'

// A Monday.
const TODAY = '2026-06-08'
const NOBODY = '01a201f8-c1d9-7a84-9cb8-dc072221ab98'

let book: TestBook
let account: ReturnType<typeof accountOf>
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
  account = accountOf(book)
  await account.given(
    invoice('F1', { amount: '1000.00', issued: '2026-04-01', due: '2026-04-30' }),
    invoice('F2', { amount: '500.00', issued: '2026-05-01', due: '2026-05-31' }),
  )
})
afterEach(() => book.close())

type Talk = Parameters<TestBook['client']['calls']['record']>[0]
const talked = async (outcome: Talk['outcome'], rest: Partial<Talk> = {}, day = TODAY) =>
  book.on(day).calls.record({ customerId: await account.customerId(), outcome, ...rest })
const tasks = async (input: Parameters<TestBook['client']['calls']['tasks']>[0] = {}, day = TODAY) =>
  (await book.on(day).calls.tasks(input)).tasks.map(({ kind, day: on }) => `${kind} ${on}`)
const contested = async () =>
  book.client.disputes.open({ itemId: await account.idOf('F2'), reason: 'price', amount: 10_000 })
const stranger = async () => {
  await book.client.customers.create(customerFields('C002'))
  await account.given(invoice('G1', { amount: '10.00', issued: '2026-05-01', due: '2026-05-31', customer: 'C002' }))
  return accountOf(book, 'C002')
}

describe('a talk', () => {
  test('is kept with who, how long, what about and what came of it', async () => {
    const call = await talked('told', {
      contact: 'Mme Roy',
      phone: '01 02 03 04 05',
      incoming: true,
      note: 'paiement au prochain train de virements',
      seconds: 95,
      itemIds: [await account.idOf('F2'), await account.idOf('F1')],
    })
    expect(call).toMatchObject({
      day: TODAY,
      at: `${TODAY}T12:00:00.000Z`,
      by: 'test',
      channel: 'call',
      incoming: true,
      contact: 'Mme Roy',
      phone: '01 02 03 04 05',
      outcome: 'told',
      note: 'paiement au prochain train de virements',
      seconds: 95,
      promiseId: null,
      disputeId: null,
    })
    expect(call.items.map(({ number }) => number)).toEqual(['F1', 'F2'])
    await talked('no-answer', { channel: 'email' }, '2026-06-09')
    const { total, calls } = await book.client.calls.list({ customerId: await account.customerId(), limit: 1 })
    expect([total, calls.map(({ day, channel }) => [day, channel])]).toEqual([2, [['2026-06-09', 'email']]])
  })

  test.each([
    ['wrong-contact', 'find-contact 2026-06-08'],
    ['call-back', 'call 2026-06-09'],
    ['paid', 'check-payment 2026-06-11'],
    ['refused', 'decide 2026-06-08'],
    ['no-answer', 'call 2026-06-09'],
    ['told', 'call 2026-06-15'],
  ] as const)('that ends with %s leaves: %s', async (outcome, next) => {
    const call = await talked(outcome)
    expect(call.next).toMatchObject({ owner: 'test', callId: call.id, createdBy: 'test', doneOn: null })
    expect(await tasks()).toEqual([next])
  })

  test('that ends with a promise makes it, and its payment is checked once the grace is over', async () => {
    const call = await talked('promise', {
      channel: 'email',
      contact: 'Mme Roy',
      promise: { currency: 'EUR', amount: 100_000, day: '2026-06-12' },
    })
    const promise = await book.client.promises.get({ id: call.promiseId ?? NOBODY })
    expect(promise).toMatchObject({ amount: 100_000, channel: 'email', contact: 'Mme Roy', graceUntil: '2026-06-16' })
    expect(await tasks()).toEqual(['check-payment 2026-06-17'])
  })

  test('that ends with a dispute names it, and it is to be settled by its deadline', async () => {
    const { id, deadline } = await contested()
    expect((await talked('dispute', { disputeId: id })).disputeId).toBe(id)
    // The deadline, 8 July, is a Wednesday.
    expect([deadline, await tasks()]).toEqual(['2026-07-08', ['settle-dispute 2026-07-08']])
  })

  test('takes another day, deed or person for what is next when told', async () => {
    const call = await talked('call-back', { next: { day: '2026-06-19', owner: 'Zoé', note: 'après 14 h' } })
    expect(call.next).toMatchObject({ kind: 'call', day: '2026-06-19', owner: 'Zoé', note: 'après 14 h' })
    expect((await talked('refused', { next: { kind: 'letter', day: undefined } })).next).toMatchObject({
      kind: 'letter',
      day: TODAY,
    })
  })

  test('does what was to be done', async () => {
    const { next } = await talked('no-answer')
    await talked('told', { doneTaskIds: [next.id] }, '2026-06-09')
    expect(await tasks()).toEqual(['call 2026-06-16'])
    const { tasks: done } = await book.client.calls.tasks({ show: 'done' })
    expect(done).toMatchObject([{ id: next.id, doneOn: '2026-06-09', doneBy: 'test' }])
  })
})

describe('a talk is refused', () => {
  test('when its outcome lacks what it is about, or comes with what it is not', async () => {
    const promise = { currency: 'EUR', amount: 100, day: '2026-06-12' }
    expect(await refusal(talked('promise'))).toEqual({
      code: 'call.outcome-incomplete',
      details: { outcome: 'promise' },
    })
    expect(await refusalOf(talked('dispute'))).toBe('call.outcome-incomplete')
    expect(await refusal(talked('told', { promise }))).toEqual({
      code: 'call.outcome-mismatch',
      details: { outcome: 'told', part: 'promise' },
    })
    expect(await refusalOf(talked('promise', { promise, disputeId: (await contested()).id }))).toBe(
      'call.outcome-mismatch',
    )
  })

  test('for what is another customer’s or nobody’s', async () => {
    const other = await stranger()
    const customerId = await other.customerId()
    const task = await book.client.calls.addTask({ customerId, kind: 'call', day: TODAY })
    const dispute = await contested()
    expect(await refusal(talked('told', { itemIds: [await other.idOf('G1')] }))).toEqual({
      code: 'call.item-invalid',
      details: { number: 'G1' },
    })
    const refused: Partial<Talk>[] = [{ itemIds: [NOBODY] }, { doneTaskIds: [task.id] }, { customerId: NOBODY }]
    for (const rest of refused) expect(await refusalOf(talked('told', rest))).toBe('not-found')
    expect(await refusalOf(talked('dispute', { customerId, disputeId: dispute.id }))).toBe('not-found')
    expect(await refusalOf(talked('dispute', { disputeId: NOBODY }))).toBe('not-found')
  })

  test('whole, when its promise or its next action is: nothing of it stays', async () => {
    const promise = { currency: 'EUR', amount: 999_999, day: '2026-06-12' }
    expect(await refusalOf(talked('promise', { promise }))).toBe('promise.above-open')
    const early = talked('promise', { promise: { ...promise, amount: 100 }, next: { day: '2026-06-07' } })
    expect(await refusalOf(early)).toBe('task.day-invalid')
    expect((await book.client.calls.list({ customerId: await account.customerId() })).total).toBe(0)
    expect((await book.client.promises.list({})).total).toBe(0)
    expect(await tasks()).toEqual([])
  })
})

describe('what is to be done', () => {
  const add = async (kind: 'call' | 'visit', day: string, owner = '') =>
    book.client.calls.addTask({ customerId: await account.customerId(), kind, day, owner })

  test('is listed by day, what is due, of one person or of one customer', async () => {
    await add('visit', '2026-06-20')
    await add('call', '2026-06-08', 'Zoé')
    expect(await tasks()).toEqual(['call 2026-06-08', 'visit 2026-06-20'])
    expect(await tasks({ show: 'due' })).toEqual(['call 2026-06-08'])
    expect(await tasks({ show: 'due' }, '2026-06-20')).toEqual(['call 2026-06-08', 'visit 2026-06-20'])
    expect(await tasks({ owner: 'test' })).toEqual(['visit 2026-06-20'])
    const other = await stranger()
    expect(await tasks({ customerId: await other.customerId() })).toEqual([])
    expect((await book.client.calls.tasks({ limit: 1 })).total).toBe(2)
  })

  test('is put off, done, and opened again', async () => {
    const { id } = await add('call', TODAY)
    expect(await book.client.calls.postponeTask({ id, day: '2026-06-10' })).toMatchObject({ day: '2026-06-10' })
    await book.on('2026-06-10').calls.doTask({ id })
    await book.on('2026-06-11').calls.doTask({ id })
    expect((await book.client.calls.tasks({ show: 'done' })).tasks).toMatchObject([{ doneOn: '2026-06-10' }])
    expect(await refusal(book.client.calls.postponeTask({ id, day: '2026-06-12' }))).toEqual({
      code: 'task.done',
      details: { day: '2026-06-10' },
    })
    await book.client.calls.doTask({ id, done: false })
    expect(await tasks()).toEqual(['call 2026-06-10'])
  })

  test('is refused for a day that is over, a customer or a task nobody knows', async () => {
    const { id } = await add('call', TODAY)
    expect(await refusal(add('call', '2026-06-07'))).toEqual({
      code: 'task.day-invalid',
      details: { day: '2026-06-07', today: TODAY },
    })
    expect(await refusalOf(book.client.calls.postponeTask({ id, day: '2026-06-07' }))).toBe('task.day-invalid')
    expect(await refusalOf(book.client.calls.postponeTask({ id: NOBODY, day: TODAY }))).toBe('not-found')
    expect(await refusalOf(book.client.calls.doTask({ id: NOBODY }))).toBe('not-found')
    const unknown = book.client.calls.addTask({ customerId: NOBODY, kind: 'call', day: TODAY })
    expect(await refusalOf(unknown)).toBe('not-found')
  })
})
