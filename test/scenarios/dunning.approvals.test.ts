import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LevelInput } from '../../src/main/core/dunning/dunning.plan.schema.ts'
import { addDays, type Day } from '../../src/main/core/kernel/day.ts'
import { clientOn, openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { level, planOf, putPlan, remindersOf } from '../support/dunning.ts'
import { finish, type ItemLine, importItems, invoice } from '../support/ledger.ts'

const DUE = '2026-01-31'
const D = (days: number) => addDays(DUE, days)
const TODAY = D(10)

let book: TestBook
let reminders: ReturnType<typeof remindersOf>
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
  reminders = remindersOf(book)
})
afterEach(() => book.close())

const given = (...lines: ItemLine[]) => importItems(book.client, lines)
const due = (number: string, rest: Parameters<typeof invoice>[1] = {}) =>
  invoice(number, { issued: '2026-01-01', due: DUE, amount: '100.00', ...rest })
const idOf = async (code = 'C001') => (await book.client.customers.byCode({ code })).id
const as = (user: string, day: Day = TODAY) => clientOn(book.program, day, user)
const issueAs = async (user: string, day: Day = TODAY, keys?: string[]) =>
  (await finish(as(user, day).dunning.issue({ asOf: day, confirmed: true, ...(keys && { keys }) }))).result
const lettersOn = async (day: Day = TODAY) => (await reminders.propose(day)).letters
const keysOn = async (day: Day = TODAY) => (await lettersOn(day)).map(({ key }) => key)
const plan = (rest: Partial<LevelInput>, more: LevelInput[] = []) =>
  putPlan(book.client, planOf([], { levels: [level(1, 5, rest), ...more] }))

describe('a level that needs a second person', () => {
  beforeEach(async () => {
    await plan({ approval: 'second-person' })
    await given(due('F1'), due('F2', { customer: 'C002' }))
  })

  test('goes once somebody approved it, by the hand of somebody else', async () => {
    expect(await refusal(issueAs('Luc'))).toEqual({
      code: 'dunning.approval-needed',
      details: { count: 2, customers: ['C001', 'C002'] },
    })
    expect(await as('Eva').dunning.approve({ asOf: TODAY, keys: await keysOn(), note: 'vu' })).toEqual({ approved: 2 })
    expect((await lettersOn())[0]?.approved).toMatchObject({ by: 'Eva', note: 'vu', principal: 10_000 })
    expect(await refusal(issueAs('Eva'))).toEqual({ code: 'dunning.approval-own', details: { count: 2, by: 'Eva' } })
    expect((await book.client.dunning.runs({})).runs).toEqual([])
    expect((await issueAs('Luc')).letters).toHaveLength(2)
  })

  test('an approval is used up by its letter: made again, the letter needs another', async () => {
    await as('Eva').dunning.approve({ asOf: TODAY, keys: await keysOn() })
    const { letters } = await issueAs('Luc')
    await book.client.dunning.cancelLetter({ id: letters[0]?.id ?? '', reason: 'erreur' })
    expect(await refusal(issueAs('Luc'))).toMatchObject({
      code: 'dunning.approval-needed',
      details: { customers: ['C001'] },
    })
  })

  test('one taken back holds no more', async () => {
    await as('Eva').dunning.approve({ asOf: TODAY, keys: await keysOn() })
    const id = (await lettersOn())[0]?.approved?.id ?? ''
    await as('Eva').dunning.withdrawApproval({ id })
    expect(await refusalOf(as('Eva').dunning.withdrawApproval({ id }))).toBe('not-found')
    expect(await refusal(issueAs('Luc'))).toMatchObject({ details: { count: 1, customers: ['C001'] } })
  })

  test('it holds on later days, and up to what it was given for', async () => {
    await as('Eva').dunning.approve({ asOf: TODAY, keys: await keysOn() })
    expect((await lettersOn(D(14)))[0]?.approved).not.toBeNull()
    await given(due('F3', { amount: '1.00' }))
    const [grown, same] = await lettersOn(D(14))
    expect(grown).toMatchObject({ principal: 10_100, approved: null, warnings: ['approval-outgrown'] })
    expect(same?.approved).not.toBeNull()
    await as('Eva').dunning.approve({ asOf: TODAY, keys: await keysOn() })
    expect((await issueAs('Luc')).letters).toHaveLength(2)
  })

  test('what is not proposed, or needs none, is not approved', async () => {
    expect(await refusalOf(as('Eva').dunning.approve({ asOf: TODAY, keys: ['elsewhere'] }))).toBe('not-found')
    await plan({ approval: 'confirm' })
    expect(await refusalOf(as('Eva').dunning.approve({ asOf: TODAY, keys: await keysOn() }))).toBe(
      'dunning.approval-not-needed',
    )
  })
})

describe('what a level does besides', () => {
  test('a delivery stop names the letter; cancelling the letter lifts it', async () => {
    await plan({ effect: 'delivery-stop', name: 'Relance ferme' })
    await given(due('F1'))
    expect(await lettersOn()).toMatchObject([{ effect: { kind: 'delivery-stop', target: null } }])
    const { letters } = await issueAs('Luc')
    const customerId = await idOf()
    const blocks = async () => (await book.client.limits.ofCustomer({ customerId })).blocks
    expect(await blocks()).toMatchObject([
      { reason: `Relance ${letters[0]?.reference}, niveau « Relance ferme »`, by: 'Luc', liftedOn: null },
    ])
    await book.client.dunning.cancelLetter({ id: letters[0]?.id ?? '', reason: 'payé entre-temps' })
    expect(await blocks()).toMatchObject([{ liftedOn: TODAY, liftedBecause: 'payé entre-temps' }])
  })

  test('a customer stopped before stays stopped as it was, and cancelling leaves that alone', async () => {
    await plan({ effect: 'delivery-stop' })
    await given(due('F1'))
    const customerId = await idOf()
    await book.client.limits.block({ customerId, reason: 'décision de la direction' })
    const { letters } = await issueAs('Luc')
    await book.client.dunning.cancelLetter({ id: letters[0]?.id ?? '', reason: 'erreur' })
    const { blocks } = await book.client.limits.ofCustomer({ customerId })
    expect(blocks).toMatchObject([{ reason: 'décision de la direction', liftedOn: null }])
  })

  test('the last level hands the account over: further letters stop; cancelling takes it back', async () => {
    await putPlan(
      book.client,
      planOf([], { levels: [level(1, 5), level(2, 8, { effect: 'hand-over', effectTarget: 'agency' })] }),
    )
    await given(due('F1'))
    await reminders.issueAndSend(D(8))
    const { letters } = await issueAs('Luc')
    const customerId = await idOf()
    expect((await book.client.handovers.list({ customerId })).handovers).toMatchObject([
      { to: 'agency', by: 'Luc', totals: [{ handed: 10_000 }] },
    ])
    expect(await reminders.standing(TODAY)).toEqual({ F1: 'handed-over' })
    await book.client.dunning.cancelLetter({ id: letters[0]?.id ?? '', reason: 'accord trouvé' })
    expect((await book.client.handovers.list({ customerId })).handovers).toEqual([])
    expect(await reminders.standing(TODAY)).toEqual({ F1: 2 })
  })

  test('a credit review is due on the day of the letter, and no more once it is cancelled', async () => {
    await plan({ effect: 'credit-review' })
    await given(due('F1'))
    const { letters } = await issueAs('Luc')
    const queue = async () =>
      (await book.client.reviews.due({ until: TODAY })).rows.map(({ code, dueOn, because }) => [code, dueOn, because])
    expect(await queue()).toEqual([['C001', TODAY, 'dunning-level']])
    await book.client.dunning.cancelLetter({ id: letters[0]?.id ?? '', reason: 'erreur' })
    expect(await queue()).toEqual([])
  })

  test('a call or a task is something to do: done, the ladder goes on; cancelled, it is dropped', async () => {
    await plan({ channel: 'task', name: 'Visite' }, [level(2, 9)])
    await given(due('F1'), due('F2', { customer: 'C002' }))
    const { letters } = await issueAs('Luc')
    expect(letters).toMatchObject([{ documentId: null }, { documentId: null }])
    const tasks = async () => (await book.client.calls.tasks({ show: 'open' })).tasks
    expect(await tasks()).toMatchObject([
      { customerCode: 'C001', kind: 'other', day: TODAY, owner: 'Luc' },
      { customerCode: 'C002', kind: 'other' },
    ])
    expect((await tasks())[0]?.note).toContain('Visite')
    expect((await tasks())[0]?.note).toContain('F1')
    expect(await reminders.standing(TODAY)).toEqual({ F1: 'previous-not-sent', F2: 'previous-not-sent' })
    await book.client.calls.doTask({ id: (await tasks())[0]?.id ?? '' })
    expect(await reminders.standing(TODAY)).toEqual({ F1: 2, F2: 'previous-not-sent' })
    const [run] = (await book.client.dunning.runs({})).runs
    expect(run).toMatchObject({ letters: 2, sent: 1, toSend: 1 })
    const after = (await book.client.dunning.letters({ runId: run?.id ?? '' })).letters
    expect(after.map(({ sentOn }) => sentOn)).toEqual([TODAY, null])
    await book.client.dunning.cancelLetter({ id: letters[1]?.id ?? '', reason: 'erreur' })
    expect(await tasks()).toEqual([])
  })

  test('a refusal leaves nothing behind: neither letter nor effect', async () => {
    await plan({ effect: 'delivery-stop', approval: 'second-person' })
    await given(due('F1'))
    expect(await refusalOf(issueAs('Luc'))).toBe('dunning.approval-needed')
    expect((await book.client.limits.ofCustomer({ customerId: await idOf() })).blocks).toEqual([])
  })
})

test('no two runs at once: the second is refused, and may go once the first is done', async () => {
  await plan({ channel: 'letter' })
  await given(...Array.from({ length: 30 }, (_, i) => due(`F${i}`, { customer: `C${i}` })))
  const first = await book.client.dunning.issue({ asOf: TODAY, confirmed: true })
  await first.next()
  expect(await refusalOf(finish(book.client.dunning.issue({ asOf: TODAY, confirmed: true })))).toBe(
    'dunning.run-under-way',
  )
  expect((await finish(Promise.resolve(first))).result.letters).toHaveLength(30)
  expect(await refusalOf(finish(book.client.dunning.issue({ asOf: TODAY, confirmed: true })))).toBe(
    'dunning.nothing-to-issue',
  )
})
