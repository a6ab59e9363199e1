import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fraction } from '../financials/fraction.rules.ts'
import { judge } from '../financials/statements.rules.ts'
import {
  ageSizeMark,
  behaviourMark,
  externalMark,
  guaranteesMark,
  type Marked,
  profitabilityMark,
  structureMark,
} from './marks.rules.ts'
import { classOf, scorecardFrom } from './scorecards.rules.ts'

const ratiosOf = (lines: Record<string, number>) =>
  judge([{ closedOn: '2025-12-31', months: 12, currency: 'EUR', consolidated: false, unit: 1, lines }], {
    taxRate: '20',
    staleBefore: '2020-01-01',
  })[0]?.ratios ?? []

const HEALTHY = {
  totalAssets: 2500,
  equity: 900,
  financialDebt: 600,
  cash: 140,
  currentAssets: 1500,
  currentLiabilities: 1150,
  cashFlow: 210,
  revenue: 4200,
  grossOperatingSurplus: 260,
  netResult: 180,
  ebit: 230,
  financialCharges: 45,
}
const structure = (rest: Record<string, number> = {}) => structureMark(ratiosOf({ ...HEALTHY, ...rest }))
const profitability = (rest: Record<string, number> = {}) => profitabilityMark(ratiosOf({ ...HEALTHY, ...rest }))
const parts = ({ parts }: Marked) => Object.fromEntries(parts.map(({ code, mark }) => [code, mark]))

describe('marks from statements', () => {
  test('of structure are the mean of what is known', () => {
    expect(parts(structure())).toEqual({
      equityRatio: '90.0',
      gearing: '79.6',
      currentRatio: '65.2',
      repaymentCapacity: '67.1',
    })
    expect(structure().mark).toBe(75)
    const { financialDebt: _debt, ...less } = HEALTHY
    const some = structureMark(ratiosOf(less))
    expect(parts(some)).toMatchObject({ gearing: null, repaymentCapacity: null })
    expect(some.mark).toBe(78)
    expect(some.parts.find(({ code }) => code === 'gearing')?.reason).toBe('missing')
  })

  test('of profitability', () => {
    expect(parts(profitability())).toEqual({ ebitdaMargin: '57.1', netMargin: '70.3', interestCover: '88.1' })
    expect(profitability().mark).toBe(72)
  })

  test('no equity, no cash flow: the worst mark, not none', () => {
    expect(parts(structure({ equity: -10, cashFlow: -5 }))).toMatchObject({
      equityRatio: '0.0',
      gearing: '0.0',
      repaymentCapacity: '0.0',
    })
    // Without debts there is nothing to repay.
    expect(parts(structure({ financialDebt: 0, cashFlow: -5 }))).toMatchObject({ repaymentCapacity: '100.0' })
    expect(parts(profitability({ financialCharges: 0 }))).toMatchObject({ interestCover: '100.0' })
    expect(parts(profitability({ financialCharges: 0, ebit: -1 }))).toMatchObject({ interestCover: '0.0' })
  })

  test('nothing known, no mark', () => {
    expect(structureMark(ratiosOf({})).mark).toBeNull()
    expect(profitabilityMark(ratiosOf({ revenue: 0, netResult: 5, grossOperatingSurplus: 5 })).mark).toBeNull()
  })
})

describe('other marks', () => {
  test('age and size', () => {
    const mark = (foundedOn: string | null, euros: number | null, currency = 'EUR') =>
      ageSizeMark('2026-11-22', foundedOn, euros === null ? null : { amount: fraction(euros * 100), currency }, 'EUR')
    expect(parts(mark('2016-11-22', 4_200_000))).toEqual({ age: '100.0', size: '78.3' })
    expect(mark('2016-11-22', null).mark).toBe(100)
    expect(parts(mark('2023-11-22', 500_000, 'USD'))).toEqual({ age: '40.0', size: null })
    expect(mark(null, null).mark).toBeNull()
    // Founded after the day it is looked at: not known then.
    expect(mark('2027-01-01', null).mark).toBeNull()
  })

  test.each([
    ['71', '0', '100', 71],
    // Class 2 of 5, where 1 is best.
    ['2', '5', '1', 75],
    ['1600', '1001', '1999', 60],
    ['120', '0', '100', 100],
    ['-5', '0', '100', 0],
  ])('%s on a scale from %s to %s is %i', (value, worst, best, mark) => {
    expect(externalMark({ provider: 'Agence', day: null, value, worst, best }).mark).toBe(mark)
  })

  test('guarantees by the part of the exposure they cover', () => {
    expect(
      [guaranteesMark(0, 1000), guaranteesMark(250, 1000), guaranteesMark(2000, 1000), guaranteesMark(10, -5)].map(
        ({ mark }) => mark,
      ),
    ).toEqual([0, 25, 100, 100])
  })

  test('behaviour is a mark already, or none', () => {
    expect([behaviourMark(62).mark, behaviourMark(null).mark]).toEqual([62, null])
  })
})

type Criteria = Parameters<typeof scorecardFrom>[0]
const criterion = (code: string, weight: number): Criteria[number] => ({
  code,
  fr: code,
  en: code,
  weight,
  source: 'manual',
})
const card = (marks: Record<string, number | null>, weights: Record<string, number>) =>
  scorecardFrom(
    Object.entries(weights).map(([code, weight]) => criterion(code, weight)),
    [80, 65, 50, 35],
    ({ code }) => ({ mark: marks[code] ?? null, parts: [], reason: 'not-marked', byHand: false }),
  )

describe('the scorecard', () => {
  test('gives the weight of what is missing to the others, and says so', () => {
    const found = card({ a: 80, b: 40, c: null }, { a: 35, b: 25, c: 40 })
    // (35 × 80 + 25 × 40) / 60
    expect(found).toMatchObject({ mark: 63, class: 3, completeness: 60 })
    expect(found.lines.map(({ share, points, reason }) => [share, points, reason])).toEqual([
      ['58.3', '46.7', null],
      ['41.7', '16.7', null],
      [null, null, 'not-marked'],
    ])
  })

  test('knows nothing when nothing is known', () => {
    expect(card({}, { a: 35, b: 25 })).toMatchObject({ mark: null, class: null, completeness: 0 })
  })

  test.each([
    [100, 1],
    [80, 1],
    [79, 2],
    [65, 2],
    [50, 3],
    [35, 4],
    [34, 5],
    [0, 5],
  ])('a mark of %i is class %i', (mark, group) => {
    expect(classOf(mark, [80, 65, 50, 35])).toBe(group)
  })
})

describe('properties', () => {
  const amount = fc.integer({ min: -5000, max: 5000 })
  const anyLines = fc.record({
    totalAssets: fc.integer({ min: 1, max: 10_000 }),
    equity: amount,
    financialDebt: fc.nat(5000),
    cash: fc.nat(2000),
    currentAssets: fc.nat(5000),
    currentLiabilities: fc.nat(5000),
    cashFlow: amount,
    revenue: fc.integer({ min: 1, max: 10_000 }),
    grossOperatingSurplus: amount,
    netResult: amount,
    ebit: amount,
    financialCharges: fc.nat(500),
  })
  const more = fc.integer({ min: 1, max: 3000 })

  test.each(['equity', 'cashFlow', 'currentAssets'] as const)('more %s never lowers the structure', (key) => {
    fc.assert(
      fc.property(anyLines, more, (lines, step) => {
        const mark = (all: Record<string, number>) => structureMark(ratiosOf(all)).mark ?? -1
        return mark({ ...lines, [key]: lines[key] + step }) >= mark(lines)
      }),
    )
  })

  test.each(['netResult', 'ebit', 'grossOperatingSurplus'] as const)(
    'more %s never lowers the profitability',
    (key) => {
      fc.assert(
        fc.property(anyLines, more, (lines, step) => {
          const mark = (all: Record<string, number>) => profitabilityMark(ratiosOf(all)).mark ?? -1
          return mark({ ...lines, [key]: lines[key] + step }) >= mark(lines)
        }),
      )
    },
  )

  const anyCard = fc.array(
    fc.record({ weight: fc.integer({ min: 1, max: 100 }), mark: fc.option(fc.integer({ min: 0, max: 100 })) }),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  const cardOf = (all: readonly { weight: number; mark: number | null }[]) =>
    card(
      Object.fromEntries(all.map(({ mark }, place) => [`c${place}`, mark])),
      Object.fromEntries(all.map(({ weight }, place) => [`c${place}`, weight])),
    )

  test('a card lies between its worst and best mark, and a better mark never lowers it nor its class', () => {
    fc.assert(
      fc.property(anyCard, fc.nat(7), fc.integer({ min: 0, max: 100 }), (all, place, better) => {
        const before = cardOf(all)
        const marks = all.flatMap(({ mark }) => mark ?? [])
        if (before.mark === null) return marks.length === 0 && before.class === null && before.completeness === 0
        const own = all[place % all.length]
        const after =
          own?.mark == null
            ? before
            : cardOf(all.map((one) => (one === own ? { ...own, mark: Math.max(own.mark ?? 0, better) } : one)))
        return (
          before.mark >= Math.min(...marks) &&
          before.mark <= Math.max(...marks) &&
          (after.mark ?? -1) >= before.mark &&
          (after.class ?? 9) <= (before.class ?? 9)
        )
      }),
    )
  })
})
