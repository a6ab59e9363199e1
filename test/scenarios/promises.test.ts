import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { accountOf } from '../support/account.ts'
import { openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { creditNote, customerFields, invoice } from '../support/ledger.ts'

// A Monday. Two working days of grace, as the policy is shipped: a promise for Friday 12 is awaited until Tuesday 16.
const TODAY = '2026-06-08'
const FRIDAY = '2026-06-12'
const LAST = '2026-06-16'
const AFTER = '2026-06-17'
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

type Rest = Partial<Parameters<TestBook['client']['promises']['record']>[0]>
const idsOf = (...numbers: string[]) => Promise.all(numbers.map((number) => account.idOf(number)))
const promised = async (amount: number, numbers: string[] = [], rest: Rest = {}, made = TODAY) =>
  book.on(made).promises.record({
    customerId: await account.customerId(),
    currency: 'EUR',
    amount,
    day: FRIDAY,
    itemIds: await idsOf(...numbers),
    contact: 'Mme Roy',
    ...rest,
  })
const onDay = (day: string, id: string) => book.on(day).promises.get({ id })
/** Matched with the invoice named; without one, with nothing yet. */
const pays = async (day: string, amount: number, number?: string) =>
  account.receive(day, {
    amount,
    allocate: number === undefined ? 'none' : [{ itemId: await account.idOf(number), amount }],
  })

describe('a promise', () => {
  test('is recorded with who, how, when and for which invoices', async () => {
    const promise = await promised(120_000, ['F1', 'F2'], { channel: 'email', note: 'virement' })
    expect(promise).toMatchObject({
      customerCode: 'C001',
      amount: 120_000,
      expected: 120_000,
      received: 0,
      left: 120_000,
      day: FRIDAY,
      madeOn: TODAY,
      by: 'test',
      contact: 'Mme Roy',
      channel: 'email',
      note: 'virement',
      state: 'running',
      graceUntil: LAST,
      judgedOn: null,
      items: [
        { number: 'F1', amount: 100_000, open: 100_000 },
        { number: 'F2', amount: 20_000, open: 50_000 },
      ],
    })
  })

  test('without invoices is for the oldest debts', async () => {
    expect((await promised(40_000)).items.map(({ number }) => number)).toEqual(['F1'])
    // What the first one took of F1 leaves 600.00 of it.
    expect((await promised(70_000)).items.map(({ number, amount }) => [number, amount])).toEqual([
      ['F1', 60_000],
      ['F2', 10_000],
    ])
  })

  test('is kept by the payment, however it was matched, until the end of the grace', async () => {
    const { id } = await promised(100_000, ['F1'])
    await pays(LAST, 100_000, 'F1')
    expect(await onDay(LAST, id)).toMatchObject({ state: 'kept', judgedOn: LAST, received: 100_000, left: 0 })
    expect(await onDay('2026-06-15', id)).toMatchObject({ state: 'running', received: 0 })
  })

  test('is kept by a payment that is not matched yet, and still is once it is', async () => {
    const { id } = await promised(100_000, ['F1'])
    await pays(FRIDAY, 100_000)
    expect(await onDay(AFTER, id)).toMatchObject({ state: 'kept', received: 100_000, left: 0 })
    await account.match('F1', 'RG-2026-1', 100_000)
    expect(await onDay(AFTER, id)).toMatchObject({ state: 'kept', received: 100_000 })
    // Matched with something else, it was not for this one.
    await account.undo('F1', 'RG-2026-1')
    await account.match('F2', 'RG-2026-1', 50_000)
    expect(await onDay(AFTER, id)).toMatchObject({ state: 'partly', received: 50_000, left: 50_000 })
  })

  test('of which less arrives is partly kept', async () => {
    const { id } = await promised(100_000, ['F1'])
    await pays('2026-06-11', 40_000, 'F1')
    expect(await onDay(LAST, id)).toMatchObject({ state: 'running', received: 40_000, left: 60_000 })
    expect(await onDay(AFTER, id)).toMatchObject({ state: 'partly', judgedOn: AFTER, received: 40_000, left: 60_000 })
  })

  test('that is broken comes back on top, until it is paid or promised again', async () => {
    const { id } = await promised(100_000, ['F1'])
    const listed = async (day: string, show: 'broken' | 'running' | 'all') =>
      (await book.on(day).promises.list({ show })).promises.map((promise) => [promise.id, promise.state])
    expect(await listed(LAST, 'broken')).toEqual([])
    expect(await listed(AFTER, 'broken')).toEqual([[id, 'broken']])
    const again = await promised(100_000, ['F1'], { day: '2026-06-26' }, AFTER)
    expect(await listed(AFTER, 'broken')).toEqual([])
    expect(await listed(AFTER, 'all')).toEqual([
      [again.id, 'running'],
      [id, 'broken'],
    ])
    // Broken again, the newer one asks for both.
    expect(await listed('2026-07-01', 'broken')).toEqual([[again.id, 'broken']])
    await pays('2026-06-25', 100_000, 'F1')
    expect(await listed('2026-07-10', 'broken')).toEqual([])
    expect(await onDay('2026-07-10', id)).toMatchObject({ state: 'broken', received: 0, left: 0 })
    expect(await onDay('2026-07-10', again.id)).toMatchObject({ state: 'kept', received: 100_000 })
  })

  test('is lowered by a credit note, which keeps nothing', async () => {
    const { id } = await promised(100_000, ['F1'])
    await account.given(creditNote('A1', { amount: '300.00', issued: '2026-06-10', settles: 'F1' }))
    expect(await onDay(LAST, id)).toMatchObject({ state: 'running', expected: 70_000, received: 0 })
    await pays(FRIDAY, 70_000, 'F1')
    expect(await onDay(AFTER, id)).toMatchObject({ state: 'kept', expected: 70_000, received: 70_000, amount: 100_000 })
  })

  test('of what had been paid before, or was credited whole, is void', async () => {
    const paid = await promised(100_000, ['F1'])
    await pays('2026-06-05', 100_000, 'F1')
    expect(await onDay(AFTER, paid.id)).toMatchObject({ state: 'void', expected: 0, judgedOn: null })
    const credited = await promised(50_000, ['F2'])
    await account.given(creditNote('A1', { amount: '500.00', issued: '2026-06-10', settles: 'F2' }))
    expect(await onDay(AFTER, credited.id)).toMatchObject({ state: 'void' })
    expect((await book.on(AFTER).promises.list({})).keptPercent).toBeNull()
  })

  test('does not count what had arrived that day before it was made', async () => {
    await pays(TODAY, 40_000, 'F1')
    const { id } = await promised(60_000, ['F1'])
    expect(await onDay(AFTER, id)).toMatchObject({ state: 'broken', received: 0, expected: 60_000 })
    const other = await promised(50_000, ['F2'])
    await pays(TODAY, 50_000, 'F2')
    expect(await onDay(AFTER, other.id)).toMatchObject({ state: 'kept' })
  })

  test('is broken by the payment that comes back unpaid, from that day', async () => {
    const { id } = await promised(100_000, ['F1'])
    const { itemId } = await pays(FRIDAY, 100_000, 'F1')
    await book.on('2026-06-30').payments.bounce({ itemId, day: '2026-06-25', reason: 'impayé' })
    expect(await onDay('2026-06-24', id)).toMatchObject({ state: 'kept' })
    expect(await onDay('2026-06-25', id)).toMatchObject({ state: 'broken', judgedOn: '2026-06-25', left: 100_000 })
  })

  test('follows the grace that the policy gives', async () => {
    const { id } = await promised(100_000, ['F1'])
    const { content } = await book.client.policy.get({})
    await book.client.policy.save({ content: { ...content, promiseGraceDays: 0 } })
    expect(await onDay('2026-06-13', id)).toMatchObject({ state: 'broken', graceUntil: FRIDAY, judgedOn: '2026-06-13' })
  })
})

describe('several promises on one invoice', () => {
  test('stand side by side as far as their sum is open, and share what arrives', async () => {
    const second = await promised(40_000, ['F1'], { day: '2026-06-19' })
    const first = await promised(60_000, ['F1'])
    await pays('2026-06-10', 70_000, 'F1')
    expect(await onDay('2026-06-30', first.id)).toMatchObject({ state: 'kept', received: 60_000 })
    expect(await onDay('2026-06-30', second.id)).toMatchObject({ state: 'partly', received: 10_000 })
  })

  test('a new one replaces the running one only when asked', async () => {
    const first = await promised(100_000, ['F1'])
    expect(await refusal(promised(100_000, ['F1'], { day: '2026-06-19' }))).toEqual({
      code: 'promise.above-open',
      details: { amount: 100_000, open: 100_000, available: 0, promised: 100_000, currency: 'EUR' },
    })
    const second = await promised(100_000, ['F1'], { day: '2026-06-19', replace: true })
    expect(await onDay(TODAY, first.id)).toMatchObject({
      state: 'cancelled',
      cancelledOn: TODAY,
      replacedBy: second.id,
      judgedOn: null,
    })
    expect(await onDay(AFTER, second.id)).toMatchObject({ state: 'running' })
  })
})

describe('a promise is taken back', () => {
  test('with the reason, while it runs', async () => {
    const { id } = await promised(100_000, ['F1'])
    expect(await book.client.promises.cancel({ id, reason: 'mal compris' })).toMatchObject({
      state: 'cancelled',
      cancelledOn: TODAY,
      cancelledBecause: 'mal compris',
      left: 0,
    })
    expect(await refusal(book.client.promises.cancel({ id, reason: 'encore' }))).toEqual({
      code: 'promise.ended',
      details: { id, state: 'cancelled' },
    })
    expect(await refusalOf(book.client.promises.cancel({ id: NOBODY, reason: 'x' }))).toBe('not-found')
  })

  test('not once it is judged: it stays in the file', async () => {
    const { id } = await promised(100_000, ['F1'])
    expect(await refusalOf(book.on(AFTER).promises.cancel({ id, reason: 'x' }))).toBe('promise.ended')
  })
})

describe('a promise is refused', () => {
  test('for a day that is over, a customer nobody knows, and one who owes nothing', async () => {
    expect(await refusal(promised(100, ['F1'], { day: '2026-06-07' }))).toEqual({
      code: 'promise.day-invalid',
      details: { day: '2026-06-07', today: TODAY },
    })
    expect(await refusalOf(promised(100, [], { customerId: NOBODY }))).toBe('not-found')
    expect(await refusal(promised(100, [], { currency: 'USD' }))).toEqual({
      code: 'promise.nothing-open',
      details: { currency: 'USD' },
    })
  })

  test('above what is open', async () => {
    expect(await refusal(promised(100_001, ['F1']))).toMatchObject({
      code: 'promise.above-open',
      details: { open: 100_000, available: 100_000 },
    })
    expect(await refusal(promised(150_001))).toMatchObject({
      code: 'promise.above-open',
      details: { open: 150_000, available: 150_000 },
    })
  })

  test('for what is paid, someone else’s, in another currency, no debt or unknown', async () => {
    await book.client.customers.create(customerFields('C002'))
    await account.given(
      invoice('U1', { amount: '10.00', issued: '2026-05-01', due: '2026-05-31', currency: 'USD' }),
      invoice('G1', { amount: '10.00', issued: '2026-05-01', due: '2026-05-31', customer: 'C002' }),
    )
    await pays('2026-06-05', 50_000, 'F2')
    const [stranger] = (await book.client.receivables.items({ search: 'G1' })).items
    for (const number of ['U1', 'F2', 'RG-2026-1'])
      expect(await refusal(promised(100, ['F1', number]))).toEqual({
        code: 'promise.item-invalid',
        details: { number, currency: 'EUR' },
      })
    expect(await refusalOf(promised(100, [], { itemIds: [stranger?.id ?? ''] }))).toBe('promise.item-invalid')
    expect(await refusalOf(promised(100, [], { itemIds: [NOBODY] }))).toBe('not-found')
    expect((await book.client.promises.list({})).total).toBe(0)
  })
})

test('what was kept, of those judged in twelve months, is weighed by amounts', async () => {
  await promised(100_000, ['F1'])
  await promised(50_000, ['F2'])
  await pays(FRIDAY, 100_000, 'F1')
  const kept = async (day: string) => (await book.on(day).promises.list({ limit: 1 })).keptPercent
  // The first is kept before its day is over; the second still runs.
  expect(await kept(FRIDAY)).toBe('100.0')
  expect(await kept(AFTER)).toBe('66.7')
  expect(await kept('2027-06-16')).toBe('0.0')
  expect(await kept('2027-06-17')).toBeNull()
})

test('promises are found by customer, invoice, number and contact, by page', async () => {
  await promised(100_000, ['F1'])
  await promised(50_000, ['F2'], { contact: 'M. Blanc' })
  const [f2] = await idsOf('F2')
  const numbers = async (input: Parameters<TestBook['client']['promises']['list']>[0]) => {
    const { total, promises } = await book.client.promises.list(input)
    return [total, ...promises.map(({ items }) => items[0]?.number)]
  }
  expect(await numbers({ limit: 1 })).toEqual([2, 'F1'])
  expect(await numbers({ itemId: f2 ?? '' })).toEqual([1, 'F2'])
  expect(await numbers({ search: 'blanc' })).toEqual([1, 'F2'])
  expect(await numbers({ search: 'f1' })).toEqual([1, 'F1'])
  expect(await numbers({ customerId: await account.customerId(), show: 'judged' })).toEqual([0])
})
