import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../kernel/day.ts'
import { byWeek, type Debt, errorOf, inflowsOf, shifted, spread, weeksAfter } from './forecasts.rules.ts'

const ASOF = '2026-06-30'
const debt = (rest: Partial<Debt> = {}): Debt => ({
  customerId: 'a',
  itemId: 'i',
  open: 1000,
  disputed: 0,
  said: [],
  expectation: { from: '2026-07-05', expected: '2026-07-10', until: '2026-07-20' },
  ...rest,
})
const known = { asOf: ASOF, insolvent: new Set<string>(), credits: new Map<string, number>() }

describe('what a debt brings', () => {
  test('what was said is taken as said, what is disputed stands apart, the rest comes by habit', () => {
    const said = [
      { kind: 'plan' as const, day: '2026-07-15', amount: 200 },
      { kind: 'promise' as const, day: '2026-06-20', amount: 300 },
    ]
    const { inflows, apart } = inflowsOf([debt({ disputed: 100, said })], known)
    expect(inflows.map(({ kind, amount, early, central, late }) => [kind, amount, early, central, late])).toEqual([
      ['promise', 300, '2026-07-01', '2026-07-01', '2026-07-01'],
      ['habit', 400, '2026-07-05', '2026-07-10', '2026-07-20'],
      ['plan', 200, '2026-07-15', '2026-07-15', '2026-07-15'],
    ])
    expect(apart).toEqual({ disputed: 100, insolvent: 0, unknown: 0, credits: 0 })
  })

  test('nothing is expected of a customer in a procedure, nor of a debt later than anybody paid', () => {
    const debts = [debt({ customerId: 'b', disputed: 100 }), debt({ expectation: null })]
    const { inflows, apart } = inflowsOf(debts, { ...known, insolvent: new Set(['b']) })
    expect(inflows).toEqual([])
    expect(apart).toEqual({ disputed: 0, insolvent: 1000, unknown: 1000, credits: 0 })
  })

  test('credits pay what comes first; what is left of them is owed', () => {
    const later = { from: '2026-08-01', expected: '2026-08-02', until: '2026-08-03' }
    const debts = [debt({ itemId: 'j', expectation: later }), debt()]
    const of = (credit: number) => inflowsOf(debts, { ...known, credits: new Map([['a', -credit]]) })
    expect(of(1200).inflows.map(({ central, amount }) => [central, amount])).toEqual([['2026-08-02', 800]])
    expect(of(2500)).toMatchObject({ inflows: [], apart: { credits: -500 } })
  })
})

test('what was said of several debts together pays the first of them first', () => {
  const items = [
    { itemId: 'i', open: 300 },
    { itemId: 'j', open: 500 },
  ]
  const parts = [
    { day: '2026-07-01', amount: 400 },
    { day: '2026-08-01', amount: 600 },
  ]
  expect([...spread(items, parts)]).toEqual([
    ['i', [{ day: '2026-07-01', amount: 300 }]],
    [
      'j',
      [
        { day: '2026-07-01', amount: 100 },
        { day: '2026-08-01', amount: 400 },
      ],
    ],
  ])
})

test('weeks run from Monday to Sunday, the first from the morrow', () => {
  expect(weeksAfter('2026-06-30', 2)).toEqual([
    { from: '2026-07-01', until: '2026-07-05' },
    { from: '2026-07-06', until: '2026-07-12' },
  ])
  expect(weeksAfter('2026-07-05', 1)).toEqual([{ from: '2026-07-06', until: '2026-07-12' }])
  expect(weeksAfter('2026-07-04', 1)).toEqual([{ from: '2026-07-05', until: '2026-07-05' }])
})

test('a customer that pays later moves what it pays by habit, not what it promised, and never to the past', () => {
  const inflow = { customerId: 'a', amount: 1, early: '2026-07-01', central: '2026-07-02', late: '2026-07-03' }
  const moved = (kind: 'habit' | 'promise', days: number) => {
    const [one] = shifted([{ ...inflow, kind }], new Map([['a', days]]), ASOF)
    return [one?.early, one?.central, one?.late]
  }
  expect(moved('habit', 30)).toEqual(['2026-07-31', '2026-08-01', '2026-08-02'])
  expect(moved('habit', -30)).toEqual(['2026-07-01', '2026-07-01', '2026-07-01'])
  expect(moved('promise', 30)).toEqual(['2026-07-01', '2026-07-02', '2026-07-03'])
})

test.each([
  [110, 100, '10.0'],
  [90, 100, '10.0'],
  [100, 100, '0.0'],
  [2, 3, '33.3'],
  [5, 0, null],
])('%d foretold, %d came: %s %% off', (forecast, actual, error) => {
  expect(errorOf(forecast, actual)).toBe(error)
})

const anyDebt = fc
  .record({
    customerId: fc.constantFrom('a', 'b', 'c'),
    open: fc.integer({ min: 1, max: 100_000 }),
    disputed: fc.integer({ min: 0, max: 100 }),
    from: fc.option(fc.integer({ min: 1, max: 60 })),
    more: fc.tuple(fc.nat(40), fc.nat(40)),
    said: fc.array(
      fc.record({
        kind: fc.constantFrom('plan' as const, 'promise' as const),
        day: fc.integer({ min: -20, max: 90 }),
        amount: fc.nat(60_000),
      }),
      { maxLength: 3 },
    ),
  })
  .map(
    ({ customerId, open, disputed, from, more, said }): Debt => ({
      customerId,
      itemId: 'i',
      open,
      disputed: Math.floor((open * disputed) / 100),
      said: said.map((part) => ({ ...part, day: addDays(ASOF, part.day) })),
      expectation:
        from === null
          ? null
          : {
              from: addDays(ASOF, from),
              expected: addDays(ASOF, from + more[0]),
              until: addDays(ASOF, from + more[0] + more[1]),
            },
    }),
  )

test('whatever is open, it all adds up to the balance, and the lines never cross', () => {
  fc.assert(
    fc.property(
      fc.array(anyDebt, { maxLength: 20 }),
      fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: -50_000, max: -1 })), { maxLength: 3 }),
      (debts, rows) => {
        const credits = new Map(rows)
        const { inflows, apart } = inflowsOf(debts, { asOf: ASOF, insolvent: new Set(['c']), credits })
        const { weeks, later } = byWeek(inflows, ASOF, 6)
        const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)
        const balance = sum(debts.map(({ open }) => open)) + sum([...credits.values()])
        expect(sum(weeks.map(({ central }) => central)) + later + sum(Object.values(apart))).toBe(balance)
        for (const { upTo, central, byKind } of weeks) {
          expect(upTo.low).toBeLessThanOrEqual(upTo.central)
          expect(upTo.central).toBeLessThanOrEqual(upTo.high)
          expect(sum(Object.values(byKind))).toBe(central)
        }
      },
    ),
  )
})
