import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PlanInput } from '../../src/main/core/dunning/dunning.plan.schema.ts'
import { addDays } from '../../src/main/core/kernel/day.ts'
import { bankStatement } from '../support/bank.ts'
import { openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { defaultPlanOf, level, planOf, putPlan, remindersOf } from '../support/dunning.ts'
import { customerFields, type ItemLine, importItems, invoice, payment } from '../support/ledger.ts'

const DUE = '2026-01-31'
const D = (days: number) => addDays(DUE, days)

let book: TestBook
let reminders: ReturnType<typeof remindersOf>
beforeEach(async () => {
  book = await openTestBook({ today: DUE })
  reminders = remindersOf(book)
})
afterEach(() => book.close())

const given = (...lines: ItemLine[]) => importItems(book.client, lines)
const due = (number: string, rest: Parameters<typeof invoice>[1] = {}) =>
  invoice(number, { issued: '2026-01-01', due: DUE, amount: '100.00', ...rest })
const customerOf = (code: string) => book.client.customers.byCode({ code })
const itemOf = async (number: string) => {
  const { items } = await book.client.receivables.items({ search: number, show: 'all' })
  return items.find((item) => item.number === number)?.id ?? ''
}
const segmentOf = async (code: string, segment: string) => {
  const { id } = await customerOf(code)
  await book.client.customers.update({ id, customer: customerFields(code, { segment }) })
}
const add = (name: string, days: number[], rest: Partial<PlanInput> = {}) =>
  book.client.dunning.savePlan(planOf(days, { name, ...rest }))

describe('which plan serves whom', () => {
  beforeEach(async () => {
    await putPlan(book.client, planOf([10]))
    await given(due('F1'), due('F2'), due('F3', { customer: 'C002' }), due('F4', { customer: 'C003' }))
  })

  test('the nearest wins: item, customer, segment, default', async () => {
    const { dunning } = book.client
    const [bySegment, byCustomer, byItem] = [
      await add('Grands comptes', [5]),
      await add('Suivi', [3]),
      await add('Litigieux', [1]),
    ]
    await segmentOf('C002', 'Grands comptes')
    await dunning.setPlan({ segment: 'Grands comptes', planId: bySegment.id })
    expect(await reminders.standing(D(5))).toEqual({
      F1: 'level-not-reached',
      F2: 'level-not-reached',
      F3: 1,
      F4: 'level-not-reached',
    })
    const { id: customerId } = await customerOf('C001')
    await dunning.setPlan({ customerId, planId: byCustomer.id })
    expect(await reminders.standing(D(3))).toEqual({ F1: 1, F2: 1, F3: 'level-not-reached', F4: 'level-not-reached' })
    await dunning.setPlan({ itemIds: [await itemOf('F1')], planId: byItem.id })
    expect(await reminders.standing(D(1))).toMatchObject({ F1: 1, F2: 'level-not-reached' })
    expect(await dunning.planOf({ customerId, itemId: await itemOf('F1') })).toEqual({
      planId: byItem.id,
      name: 'Litigieux',
      because: 'item',
      otherwise: { planId: byCustomer.id, name: 'Suivi' },
    })
    expect(await dunning.planOf({ customerId })).toMatchObject({
      name: 'Suivi',
      because: 'customer',
      otherwise: { name: 'Plan' },
    })
    expect(await dunning.planOf({ customerId: (await customerOf('C002')).id })).toMatchObject({ because: 'segment' })
    expect(await dunning.planOf({ customerId: (await customerOf('C003')).id })).toMatchObject({ because: 'default' })
    expect(await dunning.planUse({})).toMatchObject({
      segments: [{ segment: 'Grands comptes', planId: bySegment.id, customers: 1 }],
      customers: [{ code: 'C001', planId: byCustomer.id }],
      items: [{ number: 'F1', code: 'C001', planId: byItem.id }],
    })
    const [there, elsewhere] = [await itemOf('F1'), byItem.id]
    expect(await refusalOf(dunning.setPlan({ itemIds: [there, elsewhere], planId: byItem.id }))).toBe('not-found')
    await dunning.setPlan({ itemIds: [there, there], planId: byItem.id })
    await dunning.setPlan({ itemIds: [there], planId: null })
    await dunning.setPlan({ customerId, planId: null })
    expect(await reminders.standing(D(3))).toMatchObject({ F1: 'level-not-reached', F2: 'level-not-reached' })
  })

  test('each plan makes its own letter; the letter keeps the plan and the words it was made with', async () => {
    const own = await add('Litigieux', [1])
    await book.client.dunning.setPlan({ itemIds: [await itemOf('F1')], planId: own.id })
    const { letters } = await reminders.propose(D(10))
    expect(
      letters.map((letter) => [letter.customerCode, letter.planName, letter.items.map(({ number }) => number)]),
    ).toEqual([
      ['C001', 'Litigieux', ['F1']],
      ['C001', 'Plan', ['F2']],
      ['C002', 'Plan', ['F3']],
      ['C003', 'Plan', ['F4']],
    ])
    const issued = (await reminders.issue(D(10))).letters
    expect(issued.map(({ planId, wording, notice }) => [planId, wording, notice])).toEqual([
      [own.id, 'reminder', false],
      ...Array.from({ length: 3 }, () => [letters[1]?.planId, 'reminder', false]),
    ])
  })

  test('the worklist tells the level of the plan that serves', async () => {
    const own = await add('Suivi', [], { levels: [level(1, 2, { name: 'Appel direct' })] })
    await book.client.dunning.setPlan({ customerId: (await customerOf('C003')).id, planId: own.id })
    const { rows } = await book.on(D(4)).worklist.get({})
    const of = (code: string) => rows.find((row) => row.code === code)
    expect(JSON.stringify(of('C003'))).toContain('Appel direct')
    expect(JSON.stringify(of('C001'))).not.toContain('Appel direct')
  })

  test('a plan that serves somebody is not put away, nor is the default one; one put away serves nobody', async () => {
    const { dunning } = book.client
    const own = await add('Suivi', [3])
    const { id: customerId } = await customerOf('C001')
    await dunning.setPlan({ customerId, planId: own.id })
    expect(await refusal(dunning.archivePlan({ id: own.id }))).toEqual({
      code: 'dunning.plan-in-use',
      details: { name: 'Suivi', segments: 0, customers: 1, items: 0 },
    })
    const base = await defaultPlanOf(book.client)
    expect(await refusalOf(dunning.archivePlan({ id: base.id }))).toBe('dunning.plan-default')
    await dunning.setPlan({ customerId, planId: null })
    expect((await dunning.archivePlan({ id: own.id })).archivedOn).toBe(DUE)
    expect(await refusal(dunning.setPlan({ customerId, planId: own.id }))).toEqual({
      code: 'dunning.plan-archived',
      details: { name: 'Suivi', day: DUE },
    })
    expect(await refusalOf(dunning.makeDefaultPlan({ id: own.id }))).toBe('dunning.plan-archived')
    await dunning.archivePlan({ id: own.id, archived: false })
    await dunning.makeDefaultPlan({ id: own.id })
    expect((await dunning.plans({})).plans.map(({ name, isDefault }) => [name, isDefault])).toEqual([
      ['Suivi', true],
      ['Plan', false],
    ])
    expect(await reminders.standing(D(3))).toMatchObject({ F1: 1 })
  })

  test('what cannot be saved or chosen is refused with the reason', async () => {
    const { dunning } = book.client
    expect(await refusal(add('Autre', [], { levels: [level(1, 5, { wording: 'nulle-part' }), level(2, 3)] }))).toEqual({
      code: 'dunning.plan-invalid',
      details: {
        problems: [
          { code: 'plan.days-not-ascending', position: 2 },
          { code: 'plan.wording-unknown', position: 1 },
        ],
      },
    })
    await add('Suivi', [3])
    expect(await refusalOf(add('Suivi', [4]))).toBe('dunning.plan-name-used')
    expect(await refusalOf(dunning.setPlan({ planId: null }))).toBe('BAD_REQUEST')
    const unknown = '01890000-0000-7000-8000-000000000000'
    expect(await refusalOf(dunning.setPlan({ segment: 'x', planId: unknown }))).toBe('not-found')
    expect(await refusalOf(dunning.savePlan({ ...planOf([1]), id: unknown }))).toBe('not-found')
    expect(await refusalOf(dunning.savePlan({ ...planOf([1]), itemMinimum: -1 }))).toBe('BAD_REQUEST')
    expect(await refusalOf(dunning.savePlan({ ...planOf([1]), letterMinimums: { EUR: -1 } }))).toBe('BAD_REQUEST')
    expect(await refusalOf(dunning.savePlan({ ...planOf([1]), letterMinimums: { euros: 1 } }))).toBe('BAD_REQUEST')
  })

  test('a choice follows a merged customer, and the one that stays keeps its own', async () => {
    const { dunning, customers } = book.client
    const own = await add('Suivi', [3])
    const [keep, gone] = [(await customerOf('C001')).id, (await customerOf('C002')).id]
    await dunning.setPlan({ customerId: gone, planId: own.id })
    await customers.merge({ keep, remove: gone })
    expect(await dunning.planOf({ customerId: keep })).toMatchObject({ name: 'Suivi', because: 'customer' })
  })
})

describe('one letter for each invoice', () => {
  test('each numbered for itself, with its own level and fee; credits are taken once', async () => {
    await putPlan(
      book.client,
      planOf([], { grouping: 'invoice', levels: [level(1, 5, { fee: 500, feePercent: '10' })] }),
    )
    await given(
      due('F1'),
      due('F2', { due: D(3), amount: '300.00' }),
      payment('P1', { issued: D(1), amount: '130.00' }),
    )
    const { letters, skipped } = await reminders.propose(D(10))
    expect(skipped).toMatchObject([{ number: 'F1', reason: 'below-minimum' }])
    expect(letters).toMatchObject([
      { grouping: 'invoice', principal: 30_000, credits: 3_000, fees: 500 + 2_700, total: 30_200 },
    ])
  })
})

describe('a notice before the due date', () => {
  beforeEach(async () => {
    await putPlan(
      book.client,
      planOf([], { levels: [level(0, -10, { name: 'Avis', wording: 'notice' }), level(1, 3)] }),
    )
    await given(due('F1'), due('F2', { due: D(40) }))
  })

  test('claims nothing, goes once, and the first reminder does not wait for it', async () => {
    const day = D(-8)
    const { letters } = await book.on(day).dunning.propose({ asOf: day })
    expect(letters).toMatchObject([
      {
        notice: true,
        levelName: 'Avis',
        interest: 0,
        indemnities: 0,
        fees: 0,
        items: [{ number: 'F1', daysLate: -8 }],
      },
    ])
    expect((await reminders.issue(day)).letters).toMatchObject([{ notice: true, level: 0 }])
    expect(await reminders.standing(D(-5))).toEqual({})
    expect(await reminders.standing(D(3))).toEqual({ F1: 1 })
  })

  test('is not sent to a customer that is held', async () => {
    await book.client.dunning.hold({ customerId: (await customerOf('C001')).id, reason: 'litige', until: D(1) })
    expect((await book.on(D(-8)).dunning.propose({ asOf: D(-8) })).letters).toEqual([])
  })
})

describe('working days and holidays', () => {
  const monday = '2026-04-06'

  test('the public holidays of a year, days added and struck off', async () => {
    const list = (await book.client.holidays.list({ country: 'FR', year: 2026 })).holidays
    expect(list.map(({ day, holiday }) => `${day} ${holiday}`)).toEqual([
      '2026-01-01 new-year',
      '2026-04-06 easter-monday',
      '2026-05-01 labour',
      '2026-05-08 victory',
      '2026-05-14 ascension',
      '2026-05-25 whit-monday',
      '2026-07-14 bastille',
      '2026-08-15 assumption',
      '2026-11-01 all-saints',
      '2026-11-11 armistice',
      '2026-12-25 christmas',
    ])
    await book.client.holidays.add({ country: 'FR', day: '2026-05-15', name: 'Pont de l’Ascension' })
    await book.client.holidays.remove({ country: 'FR', day: '2026-05-25' })
    const changed = (await book.client.holidays.list({ country: 'FR', year: 2026 })).holidays
    expect(changed.filter(({ state }) => state !== 'public')).toEqual([
      { day: '2026-05-15', name: 'Pont de l’Ascension', holiday: null, state: 'added' },
      { day: '2026-05-25', name: '', holiday: 'whit-monday', state: 'struck' },
    ])
    await book.client.holidays.add({ country: 'FR', day: '2026-05-25' })
    await book.client.holidays.remove({ country: 'FR', day: '2026-05-15' })
    expect((await book.client.holidays.list({ country: 'FR', year: 2026 })).holidays).toEqual(list)
    expect(await refusalOf(book.client.holidays.remove({ country: 'FR', day: '2026-05-15' }))).toBe('not-found')
  })

  test('of another country only what was added is known', async () => {
    await book.client.holidays.add({ country: 'BE', day: '2026-07-21', name: 'Fête nationale' })
    expect(await book.client.holidays.list({ country: 'BE', year: 2026 })).toMatchObject({
      known: false,
      holidays: [{ day: '2026-07-21', state: 'added' }],
    })
  })

  test('a level reached on a day off goes on the next working day of the book', async () => {
    await putPlan(book.client, planOf([5], { workingDays: 'next' }))
    await given(due('F1', { due: '2026-04-01' }))
    const on = async (day: string) => (await reminders.propose(day)).skipped
    expect(await on(monday)).toMatchObject([{ reason: 'level-not-reached', until: '2026-04-07' }])
    expect(await reminders.standing('2026-04-07')).toEqual({ F1: 1 })
    await book.client.holidays.remove({ country: 'FR', day: monday })
    expect(await reminders.standing(monday)).toEqual({ F1: 1 })
  })

  test('a plan that moves back goes on the working day before', async () => {
    await putPlan(book.client, planOf([5], { workingDays: 'previous' }))
    await given(due('F1', { due: '2026-04-01' }))
    expect(await reminders.standing('2026-04-02')).toEqual({ F1: 'level-not-reached' })
    expect(await reminders.standing('2026-04-03')).toEqual({ F1: 1 })
  })
})

test('D18: younger items are named where the plan says so, and keep their level', async () => {
  await putPlan(book.client, planOf([5, 20], { listsYounger: true }))
  await given(due('F1'), due('F2', { due: D(3) }))
  const { letters } = await reminders.propose(D(6))
  expect(letters).toMatchObject([
    { principal: 10_000, items: [{ number: 'F1' }], others: [{ number: 'F2', daysLate: 3 }] },
  ])
  await reminders.issueAndSend(D(6))
  expect(await reminders.standing(D(8))).toEqual({ F1: 'level-not-reached', F2: 1 })
})

test('D37: a last level comes again every fourteen days', async () => {
  await putPlan(book.client, planOf([], { levels: [level(1, 5, { repeatDays: 14 })] }))
  await given(due('F1'))
  await reminders.issueAndSend(D(5))
  expect(await reminders.standing(D(18))).toEqual({ F1: 'level-not-reached' })
  await reminders.issueAndSend(D(19))
  expect(await reminders.standing(D(32))).toEqual({ F1: 'level-not-reached' })
  expect(await reminders.standing(D(33))).toEqual({ F1: 1 })
})

test('D56: a full credit note ends the ladder; taken back, the invoice goes on; one that stands alone covers it', async () => {
  await putPlan(book.client, planOf([5, 20]))
  await given(due('F1'))
  await reminders.issueAndSend(D(5))
  await given({ ...payment('A1', { issued: D(8), amount: '100.00' }), kind: 'credit_note' })
  expect(await reminders.standing(D(20))).toEqual({ F1: 'covered-by-credits' })
  const { payments } = book.on(D(9))
  const { id: customerId } = await customerOf('C001')
  await payments.allocateOldest({ customerId, currency: 'EUR' })
  expect(await reminders.standing(D(20))).toEqual({})
  const { matches } = await payments.matches({ itemId: await itemOf('F1') })
  await book.on(D(10)).payments.undo({ matchIds: matches.map(({ id }) => id) })
  expect(await reminders.standing(D(20))).toEqual({ F1: 'covered-by-credits' })
})

test('a receipt told by the bank and not matched yet is named on the letter', async () => {
  await putPlan(book.client, planOf([], { levels: [level(1, 5, { channel: 'email' })] }))
  await given(due('F1'), due('F2', { customer: 'C002' }))
  await bankStatement(book.client, [{ amount: 6_000, text: 'VIR CLIENT C001 FACTURE F1' }])
  const { letters, lastBankDay } = await reminders.propose(D(60))
  expect(letters.map(({ customerCode, warnings }) => [customerCode, warnings])).toEqual([
    ['C001', ['bank-line-waiting']],
    ['C002', []],
  ])
  expect(lastBankDay).not.toBeNull()
})
