import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PlanInput } from '../../src/main/core/dunning/dunning.plan.schema.ts'
import { addDays } from '../../src/main/core/kernel/day.ts'
import { openTestBook, refusalOf, type TestBook } from '../support/book.ts'
import { planOf, putPlan, remindersOf } from '../support/dunning.ts'
import { type ItemLine, importItems, invoice } from '../support/ledger.ts'

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
const itemOf = async (search: string) =>
  (await book.client.receivables.items({ search, show: 'all' })).items[0]?.id ?? ''

describe('holds', () => {
  beforeEach(async () => {
    await plan([10])
    await given(due('F1'), due('F2'))
  })

  const day = D(15)
  const hold = async (until: string | null, itemId: string | null = null) =>
    book.on(D(1)).dunning.hold({ customerId: await idOf(), itemId, reason: 'respite', until })

  test.each([
    ['the day before', D(14), 1],
    ['the same day', D(15), 'on-hold'],
    ['the day after', D(16), 'on-hold'],
    ['no end', null, 'on-hold'],
  ])('D25: until %s', async (_what, until, expected) => {
    await hold(until)
    expect(await reminders.standing(day)).toEqual({ F1: expected, F2: expected })
  })

  test('D19: an item in dispute stays out, the others of the customer go', async () => {
    await hold(null, await itemOf('F2'))
    expect(await reminders.standing(day)).toEqual({ F1: 1, F2: 'on-hold' })
    const { items } = await book.on(day).receivables.items({})
    expect(items.map(({ number, onHold }) => [number, onHold])).toEqual([
      ['F1', false],
      ['F2', true],
    ])
  })

  test('of several, the one that lasts longest says when the item comes back', async () => {
    await hold(D(16), await itemOf('F1'))
    await hold(D(30))
    await hold(D(20))
    const until = async () =>
      Object.fromEntries((await reminders.propose(day)).skipped.map((item) => [item.number, item.until]))
    expect(await until()).toEqual({ F1: D(31), F2: D(31) })
    await hold(null, await itemOf('F2'))
    expect(await until()).toEqual({ F1: D(31), F2: null })
  })

  test('a released hold ends at once; the list shows those in force', async () => {
    const { id } = await hold(D(20))
    const list = async () => (await book.on(day).dunning.holds({})).holds
    expect(await list()).toEqual([
      {
        id,
        customerId: await idOf(),
        customerCode: 'C001',
        customerName: 'Client C001',
        itemId: null,
        itemNumber: null,
        reason: 'respite',
        owner: '',
        until: D(20),
        createdOn: D(1),
        createdBy: 'test',
      },
    ])
    await book.on(day).dunning.releaseHold({ id })
    expect(await list()).toEqual([])
    expect(await reminders.standing(day)).toEqual({ F1: 1, F2: 1 })
    expect(await refusalOf(book.client.dunning.releaseHold({ id }))).toBe('not-found')
  })

  test('a hold of nobody, of another’s item, in the past or without a reason is refused', async () => {
    await given(due('F9', { customer: 'C002' }))
    const customerId = await idOf()
    const nobody = '01a201f8-c1d9-7a84-9cb8-dc072221ab98'
    const put = (rest: object) => refusalOf(book.on(day).dunning.hold({ customerId, reason: 'x', ...rest }))
    expect(await put({ customerId: nobody })).toBe('not-found')
    expect(await put({ itemId: nobody })).toBe('not-found')
    expect(await put({ itemId: await itemOf('F9') })).toBe('not-found')
    expect(await put({ until: D(14) })).toBe('input.invalid')
    expect(await put({ reason: '  ' })).toBe('BAD_REQUEST')
    expect((await book.on(day).dunning.holds({})).holds).toEqual([])
  })
})
