import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PlanInput } from '../../src/main/core/dunning/dunning.plan.schema.ts'
import { addDays } from '../../src/main/core/kernel/day.ts'
import { openTestBook, refusal, type TestBook } from '../support/book.ts'
import { defaultPlanOf, level, planOf, putPlan, remindersOf } from '../support/dunning.ts'
import { creditNote, type ItemLine, importItems, invoice, payment } from '../support/ledger.ts'

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
const plan = (days: number[], rest: Partial<PlanInput> = {}) => putPlan(book.client, planOf(days, rest))
const due = (number: string, rest: Parameters<typeof invoice>[1] = {}) =>
  invoice(number, { issued: '2026-01-01', due: DUE, amount: '100.00', ...rest })
const idOf = async (code = 'C001') => (await book.client.customers.byCode({ code })).id

describe('levels 5, 20 and 40 days after the due date', () => {
  beforeEach(async () => {
    await plan([5, 20, 40])
    await given(due('F1'), due('F2'), payment('P2', { issued: '2026-01-31', settles: 'F2' }))
  })

  test('D1, D2: nothing the day before, level 1 on the day; what is matched never appears', async () => {
    expect(await reminders.propose(D(4))).toMatchObject({
      letters: [],
      skipped: [{ number: 'F1', reason: 'level-not-reached', until: D(5), daysLate: 4, open: 10_000 }],
    })
    expect(await reminders.propose(D(5))).toMatchObject({
      letters: [{ customerCode: 'C001', level: 1, principal: 10_000, items: [{ number: 'F1', daysLate: 5 }] }],
      skipped: [],
    })
  })

  test('D3 to D6: issued, sent, on hold, released, raised, paid', async () => {
    const { run } = await reminders.issue(D(5))
    expect(await reminders.standing(D(30))).toEqual({ F1: 'previous-not-sent' })
    await reminders.send(D(6), run.id)
    const hold = await book.on(D(7)).dunning.hold({ customerId: await idOf(), reason: 'litige' })
    expect(await reminders.standing(D(30))).toEqual({ F1: 'on-hold' })
    await book.on(D(8)).dunning.releaseHold({ id: hold.id })
    expect(await reminders.standing(D(30))).toEqual({ F1: 2 })
    await given(payment('P1', { issued: D(45), settles: 'F1' }))
    expect(await reminders.propose(D(50))).toMatchObject({ letters: [], skipped: [] })
    expect(await reminders.standing(D(44))).toEqual({ F1: 2 })
  })

  test('D8, D10: one level a run, from the first, however late', async () => {
    expect(await reminders.standing(D(90))).toEqual({ F1: 1 })
    await reminders.issueAndSend(D(90))
    expect(await reminders.standing(D(90))).toEqual({ F1: 2 })
    await reminders.issueAndSend(D(91))
    expect(await reminders.standing(D(92))).toEqual({ F1: 3 })
    await reminders.issueAndSend(D(92))
    expect(await reminders.standing(D(200))).toEqual({ F1: 'ladder-finished' })
  })

  test('D11: a run before the last one is refused, one on the same day is not', async () => {
    await given(due('F3', { customer: 'C002' }))
    const { letters } = await reminders.propose(D(10))
    const first = letters.find(({ customerCode }) => customerCode === 'C001')?.key ?? ''
    await reminders.issue(D(10), { keys: [first] })
    expect(await refusal(reminders.issue(D(9)))).toEqual({
      code: 'dunning.run-before-last',
      details: { asOf: D(9), lastRun: D(10) },
    })
    expect((await reminders.issue(D(10))).letters).toMatchObject([{ customerCode: 'C002' }])
    expect((await book.client.dunning.runs({})).runs.map(({ number, asOf }) => [number, asOf])).toEqual([
      [2, D(10)],
      [1, D(10)],
    ])
  })

  test('D41: a program closed on the day itself catches up afterwards', async () => {
    expect(await reminders.standing(D(19))).toEqual({ F1: 1 })
    await reminders.issueAndSend(D(19))
    expect(await reminders.standing(D(27))).toEqual({ F1: 2 })
  })
})

describe('when a level is reached', () => {
  test.each([
    [5, 'level-not-reached'],
    [10, 1],
    [11, 1],
    [15, 1],
  ])('D16: level at 10 days, %i days late: %s', async (late, expected) => {
    await plan([10])
    await given(due('F1'))
    expect(await reminders.standing(D(late))).toEqual({ F1: expected })
  })

  test('D17: what is not yet due, or due today, is in no list, even with a level at 0 days', async () => {
    await plan([0])
    await given(due('F1'))
    for (const late of [-1, 0]) expect(await reminders.propose(D(late))).toMatchObject({ letters: [], skipped: [] })
    expect(await reminders.standing(D(1))).toEqual({ F1: 1 })
  })

  test('D7: after the last level, a distinct end', async () => {
    await plan([0])
    await given(due('F1'))
    await reminders.issueAndSend(D(1))
    expect(await reminders.standing(D(2))).toEqual({ F1: 'ladder-finished' })
  })

  test('D20, D34: neither a settled item nor a credit is ever reminded', async () => {
    await plan([10])
    await given(
      due('F1'),
      payment('P1', { issued: D(1), settles: 'F1' }),
      due('F2', { customer: 'C002' }),
      creditNote('A2', { customer: 'C002', issued: '2025-12-01', amount: '30.00' }),
    )
    expect(await reminders.standing(D(15))).toEqual({ F2: 1 })
  })

  test('D21, D22, D23: each level after the one before it was sent', async () => {
    await plan([10, 20, 30])
    await given(due('F1'))
    expect(await reminders.standing(D(25))).toEqual({ F1: 1 })
    const { run } = await reminders.issue(D(25))
    expect(await reminders.standing(D(35))).toEqual({ F1: 'previous-not-sent' })
    await reminders.send(D(25), run.id)
    expect(await reminders.standing(D(26))).toEqual({ F1: 2 })
    await reminders.issueAndSend(D(26))
    expect(await reminders.standing(D(29))).toEqual({ F1: 'level-not-reached' })
    expect(await reminders.standing(D(30))).toEqual({ F1: 3 })
  })

  test('D27: days since the last letter', async () => {
    await plan([], { levels: [level(1, 1), level(2, 2, { minimumGap: 8 })] })
    await given(due('F1', { issued: '2025-12-01', due: '2025-12-31' }))
    await reminders.issueAndSend('2026-01-02')
    for (const day of ['2026-01-02', '2026-01-03', '2026-01-09'])
      expect(await reminders.propose(day)).toMatchObject({ skipped: [{ reason: 'minimum-gap', until: '2026-01-10' }] })
    expect(await reminders.standing('2026-01-10')).toEqual({ F1: 2 })
  })

  test('D30: 15, 30, 45', async () => {
    await plan([15, 30, 45])
    await given(due('F1'))
    expect(await reminders.standing(D(10))).toEqual({ F1: 'level-not-reached' })
    await reminders.issueAndSend(D(15))
    await reminders.issueAndSend(D(30))
    expect(await reminders.standing(D(45))).toEqual({ F1: 3 })
    await reminders.issueAndSend(D(45))
    expect(await reminders.standing(D(60))).toEqual({ F1: 'ladder-finished' })
  })

  test('D31: never sent and 50 days late is level 1, unless asked to catch up; it never comes back down', async () => {
    await plan([15, 30, 45])
    await given(due('F1'))
    expect(await reminders.standing(D(50))).toEqual({ F1: 1 })
    expect(await reminders.standing(D(50), true)).toEqual({ F1: 3 })
    expect(await reminders.standing(D(44), true)).toEqual({ F1: 2 })
    await reminders.issueAndSend(D(50), { catchUp: true })
    for (const catchUp of [false, true])
      expect(await reminders.standing(D(51), catchUp)).toEqual({ F1: 'ladder-finished' })
  })

  test('D50: clear, first, second, third state; paid is clear at once', async () => {
    await plan([30, 40, 50])
    await given(invoice('F1', { issued: '2012-05-01', due: '2012-05-31', amount: '249.95' }))
    expect(await reminders.standing('2012-06-24')).toEqual({ F1: 'level-not-reached' })
    for (const [day, position] of [
      ['2012-06-30', 1],
      ['2012-07-10', 2],
      ['2012-07-20', 3],
    ] as const) {
      expect(await reminders.standing(day)).toEqual({ F1: position })
      await reminders.issueAndSend(day)
    }
    await given(payment('P1', { issued: '2012-07-31', amount: '249.95', settles: 'F1' }))
    expect(await reminders.standing('2012-07-31')).toEqual({})
  })
})

describe('what makes a letter', () => {
  test('D15: an item below the minimum is left out, one equal to it goes', async () => {
    await plan([10], { itemMinimum: 10 })
    await given(due('F1', { amount: '0.09' }), due('F2', { amount: '0.10' }))
    expect(await reminders.standing(D(15))).toEqual({ F1: 'item-minimum', F2: 1 })
  })

  test('D57: a letter below its minimum is left out, one equal to it goes', async () => {
    await plan([10], { letterMinimums: { EUR: 5000 } })
    await given(due('F1', { amount: '49.99' }), due('F2', { customer: 'C002', amount: '50.00' }))
    expect(await reminders.standing(D(15))).toEqual({ F1: 'below-minimum', F2: 1 })
  })

  test('D43: minimums are by currency, and a currency without one is not reminded', async () => {
    await plan([10], { letterMinimums: { EUR: 100 } })
    await given(due('F1', { currency: 'USD' }))
    expect(await reminders.propose(D(15))).toMatchObject({
      letters: [],
      skipped: [{ number: 'F1', currency: 'USD', reason: 'no-threshold-for-currency' }],
    })
  })

  test('D47: an excluded customer gets none', async () => {
    await plan([10])
    await given(due('F1'))
    const id = await idOf()
    const { customer } = await book.client.customers.get({ id })
    await book.client.customers.update({ id, customer: { ...customer, noReminders: true } })
    expect(await reminders.standing(D(15))).toEqual({ F1: 'customer-excluded' })
  })

  test('D35: partly paid is reminded for what remains', async () => {
    await plan([10])
    await given(due('F1'), payment('P1', { issued: D(1), amount: '30.00', settles: 'F1' }))
    expect(await reminders.propose(D(15))).toMatchObject({
      letters: [{ principal: 7_000, total: 7_000, items: [{ amount: 10_000, open: 7_000 }] }],
    })
  })

  test('D54: the invoices of a customer are one letter, with one fee', async () => {
    await plan([], { levels: [level(1, 5, { fee: 1_500 })] })
    await given(due('F1', { amount: '100.00' }), due('F2', { amount: '300.00' }), due('F3', { customer: 'C002' }))
    const { letters } = await reminders.propose(D(6))
    expect(letters).toMatchObject([
      {
        customerCode: 'C001',
        principal: 40_000,
        fees: 1_500,
        total: 41_500,
        items: [{ open: 10_000 }, { open: 30_000 }],
      },
      { customerCode: 'C002', principal: 10_000, fees: 1_500 },
    ])
  })

  test('each currency has its letter', async () => {
    await plan([10])
    await given(
      due('F1'),
      due('F2', { currency: 'USD', amount: '70.00' }),
      payment('P1', { issued: D(1), amount: '20.00', currency: 'USD' }),
    )
    const { letters } = await reminders.propose(D(15))
    expect(letters.map(({ currency, principal, credits, total }) => [currency, principal, credits, total])).toEqual([
      ['EUR', 10_000, 0, 10_000],
      ['USD', 7_000, 2_000, 5_000],
    ])
  })

  test('the level of a letter is the highest of its items; those not due for a reminder stay out', async () => {
    await plan([5, 20])
    await given(due('F1', { due: D(-20) }), due('F2', { due: D(-5) }), due('F3', { due: D(3) }))
    await reminders.issueAndSend(D(0))
    await given(due('F4', { due: D(-3) }))
    // F1 at level 2; F2 not there yet; F4 at its first; F3 two days late.
    const { letters, skipped } = await reminders.propose(D(5))
    expect(letters).toMatchObject([
      {
        level: 2,
        principal: 20_000,
        items: [
          { number: 'F1', level: 2 },
          { number: 'F4', level: 1 },
        ],
      },
    ])
    expect(skipped.map(({ number, reason, until }) => [number, reason, until])).toEqual([
      ['F2', 'level-not-reached', D(15)],
      ['F3', 'level-not-reached', D(8)],
    ])
  })

  test('D59: an unmatched receipt is deducted; one that covers the debt stops the letter', async () => {
    await plan([5])
    await given(due('F1'), payment('P1', { issued: D(1), amount: '50.00' }))
    expect(await reminders.propose(D(5))).toMatchObject({
      letters: [{ principal: 10_000, credits: 5_000, total: 5_000 }],
    })
    await given(payment('P2', { issued: D(2), amount: '50.00' }))
    expect(await reminders.standing(D(5))).toEqual({ F1: 'covered-by-credits' })
    // Not yet received the day before.
    expect(await reminders.standing(D(1))).toEqual({ F1: 'level-not-reached' })
  })
})

describe('the plan', () => {
  const problemsOf = async (bad: PlanInput) => {
    const before = await defaultPlanOf(book.client)
    const { code, details } = (await refusal(putPlan(book.client, bad))) ?? { code: 'none', details: {} }
    expect(await defaultPlanOf(book.client)).toEqual(before)
    expect(code).toBe('dunning.plan-invalid')
    const problems = details.problems as { code: string; position: number | null }[]
    return problems.map((problem) => [problem.code, problem.position])
  }

  test('D13: the first level cannot wait for one before it', async () => {
    expect(await problemsOf(planOf([], { levels: [level(1, 5, { minimumGap: 3 }), level(2, 9)] }))).toEqual([
      ['plan.first-level-gap', 1],
    ])
  })

  test('D33: days that do not rise are refused', async () => {
    expect(await problemsOf(planOf([30, 20, 45]))).toEqual([['plan.days-not-ascending', 2]])
    expect(await problemsOf(planOf([30, 30]))).toEqual([['plan.days-not-ascending', 2]])
  })

  test('no level, a position twice, a wording that does not exist', async () => {
    expect(await problemsOf(planOf([]))).toEqual([['plan.no-levels', null]])
    expect(await problemsOf(planOf([], { levels: [level(1, 5), level(1, 9)] }))).toEqual([
      ['plan.position-repeated', 1],
    ])
    expect(await problemsOf(planOf([], { levels: [level(1, 5, { wording: 'invented' })] }))).toEqual([
      ['plan.wording-unknown', 1],
    ])
  })

  test('a saved plan comes back as it was saved, in the order of its levels', async () => {
    const saved = planOf([], { levels: [level(2, 9, { fee: 100, newDeadlineDays: 8 }), level(1, 5)], itemMinimum: 7 })
    await putPlan(book.client, saved)
    expect(await defaultPlanOf(book.client)).toMatchObject({ ...saved, levels: saved.levels.toReversed() })
  })
})
