import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../kernel/day.ts'
import type { Arrival } from './promises.model.ts'
import { judgePromises, type PromiseFacts, type Standing, stillAsking } from './promises.rules.ts'

// A Monday; with two working days of grace, a promise for Friday 5 June is awaited until Tuesday 9 June.
const MADE = '2026-06-01'
const FRIDAY = '2026-06-05'
const item = (itemId: string, covered: number, open = covered) => ({ itemId, covered, open })
const promise = (id: string, rest: Partial<PromiseFacts> = {}): PromiseFacts => ({
  id,
  customerId: 'C',
  currency: 'EUR',
  amount: 1_000,
  day: FRIDAY,
  madeOn: MADE,
  cancelledOn: null,
  items: [item('F1', 1_000)],
  ...rest,
})
const receipt = (receiptId: string, booked: string, amount: number, itemId: string | null = null): Arrival => ({
  customerId: 'C',
  currency: 'EUR',
  itemId,
  receiptId,
  booked,
  amount,
  bouncedOn: null,
})
const judge = (promises: PromiseFacts[], arrivals: Arrival[], asOf: string, grace = 2) =>
  Object.fromEntries(judgePromises(promises, arrivals, asOf, grace))
const one = (facts: PromiseFacts, arrivals: Arrival[], asOf: string) => judge([facts], arrivals, asOf)[facts.id]

describe('a promise', () => {
  test('runs until the end of its grace, and is broken the day after', () => {
    expect(one(promise('p'), [], '2026-06-09')).toMatchObject({
      state: 'running',
      graceUntil: '2026-06-09',
      judgedOn: null,
      left: 1_000,
    })
    expect(one(promise('p'), [], '2026-06-10')).toMatchObject({ state: 'broken', judgedOn: '2026-06-10', received: 0 })
  })

  test('is kept by what arrives on the last day of grace, and not by what arrives after it', () => {
    const paid = promise('p', { items: [item('F1', 1_000, 0)] })
    expect(one(paid, [receipt('r', '2026-06-09', 1_000, 'F1')], '2026-06-20')).toMatchObject({
      state: 'kept',
      judgedOn: '2026-06-09',
      received: 1_000,
      left: 0,
    })
    expect(one(paid, [receipt('r', '2026-06-10', 1_000, 'F1')], '2026-06-20')).toMatchObject({
      state: 'broken',
      received: 0,
      expected: 1_000,
      left: 0,
    })
  })

  test('is partly kept by less', () => {
    const half = promise('p', { items: [item('F1', 1_000, 600)] })
    expect(one(half, [receipt('r', FRIDAY, 400, 'F1')], '2026-06-10')).toMatchObject({
      state: 'partly',
      received: 400,
      left: 600,
    })
  })

  test('counts a receipt that is matched with nothing yet, but none of before it was made', () => {
    expect(one(promise('p'), [receipt('r', FRIDAY, 1_000)], '2026-06-10')).toMatchObject({ state: 'kept' })
    expect(one(promise('p'), [receipt('r', '2026-05-31', 1_000)], '2026-06-10')).toMatchObject({ state: 'broken' })
    // Of the day itself, ids tell what the book knew: they grow with time.
    expect(one(promise('p'), [receipt('o', MADE, 1_000)], '2026-06-10')).toMatchObject({ state: 'broken' })
    expect(one(promise('p'), [receipt('q', MADE, 1_000)], '2026-06-10')).toMatchObject({ state: 'kept' })
  })

  test('is lowered by what settles its items otherwise, and void when that leaves nothing', () => {
    const credited = promise('p', { items: [item('F1', 1_000, 700)] })
    expect(one(credited, [], '2026-06-10')).toMatchObject({ state: 'broken', expected: 700, left: 700 })
    const rest = promise('p', { items: [item('F1', 1_000, 0)] })
    expect(one(rest, [receipt('r', FRIDAY, 700, 'F1')], '2026-06-10')).toMatchObject({ state: 'kept', expected: 700 })
    expect(one(rest, [], '2026-06-03')).toMatchObject({ state: 'void', expected: 0, judgedOn: null })
    // Less than the item was promised, and the item still bears it.
    expect(one({ ...credited, amount: 500 }, [], '2026-06-10')).toMatchObject({ expected: 500 })
  })

  test('is broken by the payment that comes back, from that day', () => {
    const bounced = { ...receipt('r', FRIDAY, 0, 'F1'), bouncedOn: '2026-06-25' }
    expect(one(promise('p'), [bounced], '2026-06-25')).toMatchObject({ state: 'broken', judgedOn: '2026-06-25' })
  })

  test('that was taken back expects nothing, from that day', () => {
    const taken = promise('p', { cancelledOn: '2026-06-03' })
    expect(one(taken, [], '2026-06-02')).toMatchObject({ state: 'running' })
    expect(one(taken, [], '2026-06-10')).toMatchObject({ state: 'cancelled', judgedOn: null, left: 0 })
  })
})

describe('several promises', () => {
  test('share what arrived, the earliest day first, and none counts twice', () => {
    const later = promise('a', { amount: 500, day: '2026-06-19', items: [item('F1', 1_000, 500)] })
    const sooner = promise('b', { amount: 500, items: [item('F1', 1_000, 500)] })
    const standings = judge([later, sooner], [receipt('r', FRIDAY, 500, 'F1')], '2026-06-10')
    expect([standings.a?.state, standings.b?.state]).toEqual(['running', 'kept'])
    const all = judge([later, sooner], [receipt('r', FRIDAY, 700, 'F1')], '2026-06-30')
    expect([all.a?.received, all.b?.received]).toEqual([200, 500])
  })

  test('of other customers or in other currencies have nothing in common', () => {
    const other = promise('a', { currency: 'USD', items: [item('U1', 1_000)] })
    const standings = judge([promise('p'), other], [receipt('r', FRIDAY, 1_000)], '2026-06-10')
    expect([standings.p?.state, standings.a?.state]).toEqual(['kept', 'broken'])
  })

  const anyDay = fc.nat(40).map((days) => addDays(MADE, days))
  const anyItem = fc.constantFrom('F1', 'F2', 'F3')
  const anyPromise = fc.record({
    amount: fc.integer({ min: 1, max: 2_000 }),
    day: anyDay,
    madeOn: anyDay,
    cancelledOn: fc.option(anyDay, { freq: 6 }),
    items: fc.uniqueArray(anyItem, { minLength: 1, maxLength: 3 }),
  })
  const anyReceipt = fc.record({
    booked: anyDay,
    amount: fc.integer({ min: 0, max: 1_500 }),
    itemId: fc.option(anyItem),
  })

  test('never receive more than was paid, each alone and together, nor more than was expected', () => {
    fc.assert(
      fc.property(
        fc.array(anyPromise, { maxLength: 5 }),
        fc.array(anyReceipt, { maxLength: 6 }),
        anyDay,
        fc.nat(3),
        (made, paid, asOf, grace) => {
          const promises = made.map(({ items, ...rest }, place) =>
            promise(`p${place}`, { ...rest, items: items.map((id) => item(id, 1_000, 400)) }),
          )
          const arrivals = paid.map(({ booked, amount, itemId }, place) => receipt(`r${place}`, booked, amount, itemId))
          const standings = [...judgePromises(promises, arrivals, asOf, grace).values()]
          const total = arrivals.reduce((sum, { amount }) => sum + amount, 0)
          for (const { received, expected, left, state } of standings) {
            expect(received).toBeLessThanOrEqual(expected)
            expect(left).toBeGreaterThanOrEqual(0)
            expect(state === 'kept').toBe(state !== 'cancelled' && expected > 0 && received === expected)
          }
          expect(standings.reduce((sum, { received }) => sum + received, 0)).toBeLessThanOrEqual(total)
        },
      ),
    )
  })

  test('one more payment never lowers what any of them received', () => {
    fc.assert(
      fc.property(
        fc.array(anyPromise, { minLength: 1, maxLength: 4 }),
        fc.array(anyReceipt, { minLength: 1, maxLength: 5 }),
        (made, paid) => {
          // All in one invoice: what one of them takes, the others may not.
          const promises = made.map(({ items: _, ...rest }, place) =>
            promise(`p${place}`, { ...rest, cancelledOn: null, items: [item('F1', 100_000, 0)] }),
          )
          const arrivals = paid.map(({ booked, amount }, place) => receipt(`r${place}`, booked, amount, 'F1'))
          const received = (given: Arrival[]) =>
            [...judgePromises(promises, given, '2026-12-31', 2).values()].reduce((sum, one) => sum + one.received, 0)
          expect(received(arrivals)).toBeGreaterThanOrEqual(received(arrivals.slice(1)))
        },
      ),
    )
  })
})

describe('what was not kept', () => {
  const told = (promises: PromiseFacts[], arrivals: Arrival[], asOf: string) => {
    const standings = judgePromises(promises, arrivals, asOf, 2)
    return [
      ...stillAsking(promises.map((facts) => ({ promise: facts, standing: standings.get(facts.id) as Standing }))),
    ]
  }
  const later = (rest: Partial<PromiseFacts> = {}) => promise('q', { madeOn: '2026-06-10', day: '2026-06-19', ...rest })

  test('asks for what it left open, until a promise made since takes that over', () => {
    expect(told([promise('p')], [], '2026-06-09')).toEqual([])
    expect(told([promise('p')], [], '2026-06-10')).toEqual(['p'])
    expect(told([promise('p'), later()], [], '2026-06-10')).toEqual([])
    expect(told([promise('p'), later()], [], '2026-07-01')).toEqual(['q'])
    expect(told([promise('p'), later({ cancelledOn: '2026-06-11' })], [], '2026-06-11')).toEqual(['p'])
    // One that stood beside it takes nothing over.
    expect(told([promise('p'), later({ madeOn: MADE })], [], '2026-06-10')).toEqual(['p'])
    expect(
      told([promise('p', { items: [item('F1', 1_000, 0)] })], [receipt('r', '2026-06-20', 1_000, 'F1')], '2026-06-20'),
    ).toEqual([])
  })

  test('of several invoices still asks while one of them is in no newer promise', () => {
    const both = promise('p', { amount: 1_500, items: [item('F1', 1_000), item('F2', 500)] })
    expect(told([both, later()], [], '2026-06-10')).toEqual(['p'])
    expect(told([both, later({ items: [item('F1', 1_000), item('F2', 500)] })], [], '2026-06-10')).toEqual([])
  })
})
