import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addDays } from '../../src/main/core/kernel/day.ts'
import { openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { contest, customerId, itemId } from '../support/disputes.ts'
import { defaultPlanOf, level, planOf, putPlan, remindersOf } from '../support/dunning.ts'
import { creditNote, customerFields, type ItemLine, importItems, invoice } from '../support/ledger.ts'

const DUE = '2026-05-31'
const TODAY = '2026-09-15'
const D = (days: number) => addDays(DUE, days)

let book: TestBook
let reminders: ReturnType<typeof remindersOf>
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
  reminders = remindersOf(book)
})
afterEach(() => book.close())

const given = (...lines: ItemLine[]) => importItems(book.client, lines)
const due = (number: string, amount: string, rest: Parameters<typeof invoice>[1] = {}) =>
  invoice(number, { issued: '2026-05-01', due: DUE, amount, ...rest })
const claimAll = () =>
  putPlan(book.client, planOf([], { levels: [level(1, 1, { claimsInterest: true, claimsIndemnity: true })] }))
const receive = async (day: string, number: string, amount: number) =>
  book.on(day).payments.receive({
    customerId: await customerId(book.client, 'C001'),
    day,
    amount,
    currency: 'EUR',
    method: 'cheque',
    allocate: [{ itemId: await itemId(book.client, number), amount }],
  })

describe('an invoice that the customer contests', () => {
  beforeEach(async () => {
    await claimAll()
    await given(due('F1', '12000.00'), due('F2', '500.00'))
  })

  test('D19, D36: contested whole it waits for someone, the others go on', async () => {
    const { id } = await contest(book.client, 'F2', 50_000, { deadline: '2026-09-20' })
    const { letters, skipped } = await reminders.propose(TODAY)
    expect(letters.flatMap(({ items }) => items.map(({ number }) => number))).toEqual(['F1'])
    // Its deadline brings nothing back by itself: a person has to conclude.
    expect(skipped).toMatchObject([{ number: 'F2', reason: 'disputed', until: null, open: 50_000 }])
    expect(await reminders.standing('2026-10-15')).toMatchObject({ F2: 'disputed' })
    await book.on('2026-09-25').disputes.close({ id, outcome: 'upheld' })
    expect(await reminders.standing('2026-09-25')).toEqual({ F1: 1, F2: 1 })
    // As of a day when it was contested, it was.
    expect(await reminders.standing('2026-09-24')).toMatchObject({ F2: 'disputed' })
  })

  test('contested in part it is reminded on the rest, and interest runs on the rest only', async () => {
    await contest(book.client, 'F1', 400_000)
    const { letters } = await reminders.propose(TODAY)
    // 8,000 × (12.15 % × 30 + 12.40 % × 77) / 365 = 289.16; on 500: 18.07.
    expect(letters).toMatchObject([
      {
        principal: 850_000,
        interest: 28_916 + 1_807,
        indemnities: 8_000,
        total: 850_000 + 30_723 + 8_000,
        items: [
          { number: 'F1', open: 1_200_000, disputed: 400_000, interest: 28_916 },
          { number: 'F2', open: 50_000, disputed: 0, interest: 1_807 },
        ],
      },
    ])
    const { letters: issued } = await reminders.issue(TODAY)
    const { items } = await book.client.dunning.letterDetail({ id: issued[0]?.id ?? '' })
    expect(items.map(({ number, open, disputed, interest }) => [number, open, disputed, interest])).toEqual([
      ['F1', 1_200_000, 400_000, 28_916],
      ['F2', 50_000, 0, 1_807],
    ])
    expect(issued[0]?.principal).toBe(items.reduce((sum, { open, disputed }) => sum + open - disputed, 0))
  })

  test('what is paid comes off the part that nobody contests', async () => {
    await contest(book.client, 'F1', 400_000)
    await receive(D(30), 'F1', 800_000)
    expect(await reminders.standing(TODAY)).toMatchObject({ F1: 'disputed' })
    await receive(D(40), 'F1', 300_000)
    // 1,000.00 left, all of it contested: nothing more than what is open.
    const { skipped } = await reminders.propose(TODAY)
    expect(skipped).toMatchObject([{ number: 'F1', reason: 'disputed', open: 100_000 }])
  })

  test('minimums and credits are held against what is claimed', async () => {
    const plan = await defaultPlanOf(book.client)
    await contest(book.client, 'F2', 45_001)
    await putPlan(book.client, { ...plan, itemMinimum: 5_000 })
    expect(await reminders.standing(TODAY)).toEqual({ F1: 1, F2: 'item-minimum' })
    await putPlan(book.client, { ...plan, letterMinimums: { EUR: 1_204_999 } })
    expect(await reminders.standing(TODAY)).toEqual({ F1: 1, F2: 1 })
    await putPlan(book.client, { ...plan, letterMinimums: { EUR: 1_205_000 } })
    expect(await reminders.standing(TODAY)).toEqual({ F1: 'below-minimum', F2: 'below-minimum' })
    await putPlan(book.client, plan)
    // A credit that covers all that is claimed leaves nothing to remind; what is contested keeps its own reason.
    await contest(book.client, 'F1', 1_200_000)
    await given(creditNote('A1', { issued: '2026-06-10', amount: '49.99' }))
    expect(await reminders.standing(TODAY)).toEqual({ F1: 'covered-by-credits', F2: 'covered-by-credits' })
    await contest(book.client, 'F2', 4_999)
    expect(await reminders.standing(TODAY)).toEqual({ F1: 'disputed', F2: 'disputed' })
  })

  test('founded: the credit note lowers the claim of the next reminder', async () => {
    const { id } = await contest(book.client, 'F1', 400_000)
    await book.client.disputes.close({ id, outcome: 'credit_note', conceded: 400_000 })
    expect((await reminders.propose(TODAY)).letters).toMatchObject([{ principal: 850_000 }])
  })
})

describe('an instalment plan', () => {
  beforeEach(async () => {
    await putPlan(book.client, planOf([5]))
    await given(due('F1', '900.00'), due('F2', '300.00'))
    await book.on('2026-06-20').instalments.create({
      customerId: await customerId(book.client, 'C001'),
      itemIds: [await itemId(book.client, 'F1')],
      agreedOn: '2026-06-20',
      instalments: [
        { due: '2026-07-10', amount: 45_000 },
        { due: '2026-08-10', amount: 45_000 },
      ],
    })
  })

  test('waits while it is kept or a little late, and is reminded again once it is broken', async () => {
    const skipped = async (day: string) =>
      (await reminders.propose(day)).skipped.map(({ number, reason, until }) => [number, reason, until])
    // Five days of grace: 16 July is the day the plan would be broken.
    expect(await skipped('2026-07-01')).toEqual([['F1', 'instalment-plan', '2026-07-16']])
    expect(await skipped('2026-07-15')).toEqual([['F1', 'instalment-plan', '2026-07-16']])
    expect(await reminders.standing('2026-07-16')).toEqual({ F1: 1, F2: 1 })
  })

  test('paid as agreed it goes on waiting; cancelled, it waits no more', async () => {
    await receive('2026-07-10', 'F1', 45_000)
    expect((await reminders.propose('2026-07-16')).skipped).toMatchObject([
      { number: 'F1', reason: 'instalment-plan', until: '2026-08-16' },
    ])
    const [plan] = (await book.on('2026-07-16').instalments.list({})).plans
    await book.on('2026-07-20').instalments.cancel({ id: plan?.id ?? '', reason: 'rompu par le client' })
    expect(await reminders.standing('2026-07-20')).toEqual({ F1: 1, F2: 1 })
  })
})

test('a cheque that came back: interest runs as if it had never been paid', async () => {
  await claimAll()
  await given(due('F1', '12000.00'))
  const receipt = await receive('2026-06-15', 'F1', 1_200_000)
  expect((await reminders.propose('2026-06-20')).letters).toEqual([])
  await book.on('2026-06-25').payments.bounce({ itemId: receipt.itemId, day: '2026-06-25' })
  expect((await reminders.propose(TODAY)).letters).toMatchObject([
    { items: [{ number: 'F1', open: 1_200_000, interest: 43_374 }] },
  ])
})

test('D58: a draft that is not paid yet is a payment under way, no reminder', async () => {
  await putPlan(book.client, planOf([5]))
  await given(due('F1', '900.00'))
  expect(await reminders.standing('2026-06-20')).toEqual({ F1: 1 })
  await book.on('2026-06-20').payments.receive({
    customerId: await customerId(book.client, 'C001'),
    day: '2026-06-20',
    amount: 90_000,
    currency: 'EUR',
    method: 'draft',
    maturity: '2026-07-31',
    allocate: 'none',
  })
  expect((await reminders.propose('2026-06-20')).skipped).toMatchObject([
    { number: 'F1', reason: 'payment-under-way', until: '2026-08-01' },
  ])
  expect(await reminders.standing('2026-08-01')).toEqual({ F1: 'covered-by-credits' })
})

test('D58: a direct debit announced for a later day keeps its invoice out until then', async () => {
  await putPlan(book.client, planOf([5]))
  await given(due('F1', '900.00'), due('F2', '50.00'))
  const { items } = await book.client.receivables.items({ search: 'F1' })
  await book.on('2026-06-20').payments.receive({
    customerId: await customerId(book.client, 'C001'),
    day: '2026-06-28',
    amount: 90_000,
    currency: 'EUR',
    method: 'direct_debit',
    allocate: [{ itemId: items[0]?.id ?? '', amount: 90_000 }],
  })
  const { letters, skipped } = await reminders.propose('2026-06-20')
  expect(letters).toMatchObject([{ items: [{ number: 'F2' }], total: 5_000 }])
  expect(skipped).toMatchObject([{ number: 'F1', reason: 'payment-under-way', until: '2026-06-29' }])
  expect(await reminders.standing('2026-06-28')).toEqual({ F2: 1 })
})

describe('before letters go', () => {
  test('a customer without an address: a warning for a letter on paper, and nothing is kept from going', async () => {
    await given(due('F1', '100.00'), due('F2', '100.00', { customer: 'C002' }))
    await book.client.customers.update({
      id: await customerId(book.client, 'C002'),
      customer: customerFields('C002', {
        addresses: [{ kind: 'billing', street: '12 rue des Lilas', postalCode: '69003', city: 'Lyon', country: 'FR' }],
      }),
    })
    const warningsBy = async (channel: 'email' | 'letter' | 'registered') => {
      await putPlan(book.client, planOf([], { levels: [level(1, 1, { channel })] }))
      return (await reminders.propose(TODAY)).letters.map((letter) => [
        letter.customerCode,
        letter.problems,
        letter.warnings,
      ])
    }
    expect(await warningsBy('email')).toEqual([
      ['C001', [], []],
      ['C002', [], []],
    ])
    for (const channel of ['registered', 'letter'] as const)
      expect(await warningsBy(channel)).toEqual([
        ['C001', [], ['no-address']],
        ['C002', [], []],
      ])
    expect((await reminders.issue(TODAY)).letters).toHaveLength(2)
  })

  test('a run dated after the working day is refused: it would block those that follow', async () => {
    await putPlan(book.client, planOf([1]))
    await given(due('F1', '100.00'))
    const ahead = addDays(TODAY, 1)
    // It may be looked at.
    expect((await book.client.dunning.propose({ asOf: ahead })).letters).toHaveLength(1)
    expect(
      await refusal(
        (async () => {
          for await (const _ of await book.client.dunning.issue({ asOf: ahead }));
        })(),
      ),
    ).toEqual({ code: 'dunning.run-ahead', details: { asOf: ahead, today: TODAY } })
    expect((await book.client.dunning.runs({})).runs).toEqual([])
  })

  test('D12: a letter that was sent can no longer be cancelled', async () => {
    await putPlan(book.client, planOf([1]))
    await given(due('F1', '100.00'), due('F2', '100.00', { customer: 'C002' }))
    const { run, letters } = await reminders.issue(TODAY)
    const [first, second] = letters.map(({ id }) => id) as [string, string]
    await book.client.dunning.markSent({ runId: run.id, letterIds: [first] })
    expect(await refusalOf(book.client.dunning.cancelLetter({ id: first, reason: 'erreur' }))).toBe(
      'dunning.letter-sent',
    )
    await book.client.dunning.cancelLetter({ id: second, reason: 'erreur' })
    expect((await book.client.dunning.runs({})).runs).toMatchObject([{ letters: 2, sent: 1, cancelled: 1, toSend: 0 }])
  })
})

test('a hold has an owner and ends by itself on the day after its last', async () => {
  await putPlan(book.client, planOf([1]))
  await given(due('F1', '100.00'))
  await book.client.dunning.hold({
    customerId: await customerId(book.client, 'C001'),
    reason: 'Promesse de règlement',
    owner: 'Nadia',
    until: '2026-09-18',
  })
  const holds = async (day: string) =>
    (await book.on(day).dunning.holds({})).holds.map(({ owner, until }) => [owner, until])
  expect(await holds('2026-09-18')).toEqual([['Nadia', '2026-09-18']])
  expect(await reminders.standing('2026-09-18')).toEqual({ F1: 'on-hold' })
  expect(await holds('2026-09-19')).toEqual([])
  expect(await reminders.standing('2026-09-19')).toEqual({ F1: 1 })
})
