import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aLevel, anItem, aPlan } from '../../../../test/support/dunning.states.ts'
import { addDays } from '../kernel/day.ts'
import { type AvailableCredit, creditsTaken, feeOf, proposeLetters } from './dunning.letters.rules.ts'
import type { ItemState, PlanRules } from './dunning.rules.ts'

const asOf = '2026-06-30'
const three = aPlan([aLevel(1, 5), aLevel(2, 20), aLevel(3, 40)])
const item = (itemId: string, daysLate: number, open: number, rest: Partial<ItemState> = {}): ItemState =>
  anItem({ itemId, number: itemId.toUpperCase(), daysLate, open, due: addDays(asOf, -daysLate), ...rest })
const sent = (lastLevel: number): Partial<ItemState> => ({
  lastLevel,
  lastLetterOn: addDays(asOf, -10),
  lastLetterSent: true,
})
const credit = (amount: number, rest: Partial<AvailableCredit> = {}): AvailableCredit => ({
  customerId: 'c1',
  currency: 'EUR',
  amount,
  ...rest,
})

const propose = (
  items: ItemState[],
  plans: PlanRules | ((item: ItemState) => PlanRules),
  credits: AvailableCredit[] = [],
) =>
  proposeLetters({
    items,
    credits,
    excludedCustomers: new Set(),
    planOf: typeof plans === 'function' ? plans : () => plans,
    asOf,
    catchUp: false,
  })
const told = ({ letters, skipped }: ReturnType<typeof propose>) => ({
  letters: letters.map(({ level, items, principal, credits }) => [
    level.position,
    items.map((one) => one.item.itemId).join(' '),
    principal - credits,
  ]),
  skipped: skipped.map(({ itemId, reason }) => [itemId, reason]),
})

describe('one letter for each invoice', () => {
  const each = { ...three, grouping: 'invoice' as const }

  it('each at its own level', () => {
    expect(told(propose([item('a', 45, 100, sent(2)), item('b', 6, 200)], each)).letters).toEqual([
      [3, 'a', 100],
      [1, 'b', 200],
    ])
    const keys = propose([item('a', 6, 100), item('b', 6, 200)], each).letters.map(({ key }) => key)
    expect(new Set(keys).size).toBe(2)
  })

  it('credits come off the oldest first, and no letter asks for what they cover', () => {
    const result = propose([item('a', 9, 100), item('b', 6, 200), item('c', 6, 50)], each, [credit(150)])
    expect(told(result)).toEqual({
      letters: [
        [1, 'b', 150],
        [1, 'c', 50],
      ],
      skipped: [['a', 'below-minimum']],
    })
    expect(result.letters.map(({ creditsBefore, credits }) => [creditsBefore, credits])).toEqual([
      [100, 50],
      [150, 0],
    ])
  })
})

describe('several plans of one customer', () => {
  const strict = { ...aPlan([aLevel(1, 1)]), id: 'p2' }
  const planOf = ({ itemId }: ItemState) => (itemId === 'own' ? strict : three)

  it('each plan its own letter; what it costs to be paid is taken off once', () => {
    const result = propose([item('own', 2, 300), item('a', 6, 100)], planOf, [credit(50)])
    expect(told(result).letters).toEqual([
      [1, 'own', 250],
      [1, 'a', 100],
    ])
    expect(new Set(result.letters.map(({ key }) => key)).size).toBe(2)
  })

  it('the minimum of each plan counts for its own letters', () => {
    const dear = { ...strict, letterMinimums: { EUR: 1_000 } }
    expect(
      told(propose([item('own', 2, 300), item('a', 6, 100)], (one) => (one.itemId === 'own' ? dear : three))),
    ).toEqual({
      letters: [[1, 'a', 100]],
      skipped: [['own', 'below-minimum']],
    })
  })
})

describe('the minimum of a level', () => {
  const above = (amounts: Record<string, number>) => aPlan([aLevel(1, 5), aLevel(2, 10, { minimumAmounts: amounts })])

  it('D57, D51: 50.00 does not reach the next level, 50.01 does', () => {
    expect(told(propose([item('a', 12, 5_000, sent(1))], above({ EUR: 5_000 })))).toEqual({
      letters: [],
      skipped: [['a', 'level-minimum']],
    })
    expect(told(propose([item('a', 12, 5_001, sent(1))], above({ EUR: 5_000 }))).letters).toEqual([[2, 'a', 5_001]])
  })

  it('what stays below waits; what is at a lower level still goes', () => {
    expect(told(propose([item('a', 12, 100, sent(1)), item('b', 12, 200)], above({ EUR: 5_000 })))).toEqual({
      letters: [[1, 'b', 200]],
      skipped: [['a', 'level-minimum']],
    })
  })

  it('counts the whole letter, less the credits', () => {
    const items = [item('a', 12, 4_000, sent(1)), item('b', 12, 2_000)]
    expect(told(propose(items, above({ EUR: 5_000 }))).letters).toEqual([[2, 'a b', 6_000]])
    expect(told(propose(items, above({ EUR: 5_000 }), [credit(1_000)])).letters).toEqual([[1, 'b', 1_000]])
  })

  it('D43: a threshold in euros lets no dollars through', () => {
    expect(told(propose([item('a', 12, 9_000, { currency: 'USD', ...sent(1) })], above({ EUR: 5_000 })))).toEqual({
      letters: [],
      skipped: [['a', 'no-threshold-for-currency']],
    })
  })
})

describe('what else is overdue', () => {
  const naming = { ...three, listsYounger: true }

  it('D18: is named where the plan says so, neither claimed nor raised', () => {
    const items = [
      item('old', 25, 100),
      item('young', 3, 40),
      item('held', 30, 7, { hold: { reason: 'x', until: null } }),
    ]
    const [letter] = propose(items, naming).letters
    expect(letter?.others.map(({ itemId }) => itemId)).toEqual(['young'])
    expect(letter?.principal).toBe(100)
    expect(told(propose(items, naming)).skipped).toEqual([
      ['young', 'level-not-reached'],
      ['held', 'on-hold'],
    ])
    expect(propose(items, three).letters[0]?.others).toEqual([])
  })

  it('alone it makes no letter', () => {
    expect(propose([item('young', 3, 40)], naming).letters).toEqual([])
  })
})

describe('notices', () => {
  const plan = aPlan([aLevel(1, -10), aLevel(2, 3)])

  it('are a letter of their own: what is not due is claimed in no reminder', () => {
    const result = propose([item('late', 5, 100), item('soon', -4, 300)], plan)
    expect(told(result).letters).toEqual([
      [2, 'late', 100],
      [1, 'soon', 300],
    ])
    expect(result.letters.map(({ notice }) => notice)).toEqual([false, true])
    expect(new Set(result.letters.map(({ key }) => key)).size).toBe(2)
  })

  it('need no reason when they do not go', () => {
    expect(told(propose([item('soon', -4, 300, { hold: { reason: 'x', until: null } })], plan))).toEqual({
      letters: [],
      skipped: [],
    })
  })

  it('credits pay what is overdue first; one they cover as well is not told', () => {
    const items = [item('late', 5, 100), item('soon', -4, 300)]
    expect(told(propose(items, plan, [credit(150)]))).toEqual({
      letters: [[1, 'soon', 250]],
      skipped: [['late', 'covered-by-credits']],
    })
    expect(told(propose(items, plan, [credit(400)])).letters).toEqual([])
  })
})

describe('a payment under way', () => {
  it('D58: what is announced and covers the debt keeps the customer out until it arrives', () => {
    const arriving = { announced: 100, arrivesOn: '2026-07-10' }
    expect(propose([item('a', 6, 100)], three, [credit(0, arriving)]).skipped).toMatchObject([
      { itemId: 'a', reason: 'payment-under-way', until: '2026-07-11' },
    ])
    expect(told(propose([item('a', 6, 101)], three, [credit(0, arriving)])).letters).toEqual([[1, 'a', 101]])
  })

  it('D40, D47: nothing goes to a customer that is excluded, nor is anything said of a day', () => {
    const { skipped } = proposeLetters({
      items: [item('a', 6, 100)],
      credits: [],
      excludedCustomers: new Set(['c1']),
      planOf: () => three,
      asOf,
      catchUp: false,
    })
    expect(skipped).toMatchObject([{ reason: 'customer-excluded', until: null }])
  })
})

describe('what a letter costs', () => {
  it('I4, I6, I8: the fixed fee once, a part of the principal, never of a fee', () => {
    expect(feeOf({ fee: 1_000, feePercent: '0' }, 10_000, true)).toBe(1_000)
    expect(feeOf({ fee: 0, feePercent: '15' }, 10_000, true)).toBe(1_500)
    expect(feeOf({ fee: 0, feePercent: '0' }, 10_000, true)).toBe(0)
  })

  it('rounded half up once; the fixed fee in the company’s own currency only', () => {
    expect(feeOf({ fee: 0, feePercent: '1.5' }, 100, true)).toBe(2)
    expect(feeOf({ fee: 0, feePercent: '1.49' }, 100, true)).toBe(1)
    expect(feeOf({ fee: 500, feePercent: '10' }, 1_000, false)).toBe(100)
  })
})

it('credits are listed in their order, less what other letters took', () => {
  const credits = [{ open: 100 }, { open: 50 }, { open: 30 }]
  expect(creditsTaken(credits, 0, 120)).toEqual([{ open: 100 }, { open: 20 }])
  expect(creditsTaken(credits, 120, 60)).toEqual([{ open: 30 }, { open: 30 }])
  expect(creditsTaken(credits, 180, 0)).toEqual([])
})

it('whatever the grouping and the plans, each item stands in one letter or is left out, and credits are taken once', () => {
  const plans = [
    three,
    { ...three, id: 'p2', grouping: 'invoice' as const },
    aPlan([aLevel(1, -20), aLevel(2, 2)], { id: 'p3' }),
  ]
  const anyItem = fc.record({
    customer: fc.constantFrom('c1', 'c2'),
    daysLate: fc.integer({ min: -25, max: 60 }),
    open: fc.integer({ min: 1, max: 1_000 }),
    plan: fc.nat(2),
  })
  fc.assert(
    fc.property(fc.array(anyItem, { maxLength: 12 }), fc.nat(1_500), (rows, amount) => {
      const items = rows.map(({ customer, daysLate, open }, i) =>
        item(`i${i}`, daysLate, open, { customerId: customer }),
      )
      const planOf = ({ itemId }: ItemState) => plans[rows[Number(itemId.slice(1))]?.plan ?? 0] as PlanRules
      const { letters, skipped } = propose(items, planOf, amount > 0 ? [credit(amount)] : [])
      const named = [
        ...letters.flatMap((one) => one.items.map((each) => each.item.itemId)),
        ...skipped.map((one) => one.itemId),
      ]
      expect(new Set(named).size).toBe(named.length)
      for (const one of items) if (one.daysLate > 0) expect(named).toContain(one.itemId)
      expect(new Set(letters.map(({ key }) => key)).size).toBe(letters.length)
      const taken = letters
        .filter(({ customerId }) => customerId === 'c1')
        .reduce((sum, { credits }) => sum + credits, 0)
      expect(taken).toBeLessThanOrEqual(amount)
      for (const { notice, items: own, principal, credits } of letters) {
        expect(own.every((each) => each.item.daysLate < 1 === notice)).toBe(true)
        expect(principal - credits).toBeGreaterThan(0)
      }
    }),
  )
})
