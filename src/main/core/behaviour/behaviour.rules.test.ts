import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { behaviourFrom, type Facts, isBounded, type OpenPart, overdueOf, type PaidPart } from './behaviour.rules.ts'

const facts = (rest: Partial<Facts> = {}): Facts => ({
  paid: [],
  open: [],
  brokenPlans: 0,
  brokenPromises: 0,
  bounced: { count: 0, amount: 0 },
  leftOut: 0,
  overdueMinimum: 10_000,
  ...rest,
})
const paid = (amount: number, days: number, rest: Partial<PaidPart> = {}): PaidPart => ({
  amount,
  days,
  contestedDays: 0n,
  recent: false,
  ...rest,
})
const open = (amount: number, daysLate: number, contested = 0): OpenPart => ({ open: amount, contested, daysLate })
const points = (rest: Partial<Facts>) =>
  Object.fromEntries(behaviourFrom(facts(rest)).lines.map(({ code, points }) => [code, points]))

describe('the score', () => {
  test('is null without any history, never zero', () => {
    expect(behaviourFrom(facts())).toMatchObject({
      score: null,
      averageDaysLate: null,
      sharePaidLate: null,
      index: null,
      lines: [],
    })
    // Nothing due yet says nothing either.
    expect(behaviourFrom(facts({ open: [open(50_000, 0)], brokenPlans: 0 })).score).toBeNull()
  })

  test('is 100 for who always pays on time, or sooner', () => {
    expect(behaviourFrom(facts({ paid: [paid(10_000, 0), paid(500_000, -12)] }))).toMatchObject({
      score: 100,
      averageDaysLate: '0.0',
      sharePaidLate: '0.0',
    })
  })

  test('weighs days by amounts, and shows its arithmetic', () => {
    // (90,000 × 10 + 10,000 × 60) / 100,000 = 15 days; 100,000 of 200,000 late with the prompt half: 7.5 days.
    const all = [paid(90_000, 10), paid(10_000, 60, { recent: true }), paid(100_000, 0, { recent: true })]
    const behaviour = behaviourFrom(
      facts({ paid: all, open: [open(30_000, 20)], brokenPlans: 1, bounced: { count: 2, amount: 5 } }),
    )
    expect(behaviour).toMatchObject({
      averageDaysLate: '7.5',
      sharePaidLate: '50.0',
      trend: { recent: '5.5', before: '10.0', change: '-4.5' },
      overdue: { amount: 30_000, worstDays: 20 },
      paid: { amount: 200_000, late: 100_000, parts: 3 },
    })
    expect(behaviour.lines).toEqual([
      { code: 'average', value: '7.5', points: '90.0' },
      { code: 'trend', value: '-4.5', points: '0.0' },
      { code: 'share', value: '50.0', points: '-5.0' },
      { code: 'overdue', value: '20', points: '-10.0' },
      { code: 'plans', value: '1', points: '-10.0' },
      { code: 'promises', value: '0', points: '0.0' },
      { code: 'bounced', value: '2', points: '-20.0' },
    ])
    expect(behaviour.score).toBe(45)
  })

  test('a trend that gets worse takes points off, a better one adds none', () => {
    expect(points({ paid: [paid(1_000, 0), paid(1_000, 12, { recent: true })] }).trend).toBe('-6.0')
    expect(points({ paid: [paid(1_000, 12), paid(1_000, 0, { recent: true })] }).trend).toBe('0.0')
    expect(points({ paid: [paid(1_000, 12, { recent: true })] }).trend).toBe('0.0')
  })

  test('days under dispute are no lateness', () => {
    const contested = behaviourFrom(facts({ paid: [paid(10_000, 40, { contestedDays: 400_000n })] }))
    expect(contested).toMatchObject({ averageDaysLate: '0.0', sharePaidLate: '0.0', score: 100 })
    // Half of it contested: half of the days.
    expect(behaviourFrom(facts({ paid: [paid(10_000, 40, { contestedDays: 200_000n })] })).averageDaysLate).toBe('20.0')
  })

  test('what is overdue but disputed, or covered by credits, is not held against anyone', () => {
    expect(overdueOf([open(50_000, 30, 50_000)])).toEqual([])
    expect(overdueOf([open(50_000, 30, 20_000), open(-30_000, 0)])).toEqual([])
    expect(overdueOf([open(50_000, 30), open(40_000, 60), open(-45_000, 0)])).toEqual([open(45_000, 30)])
    expect(points({ paid: [paid(10_000, 0)], open: [open(9_999, 90)] }).overdue).toBe('0.0')
    expect(points({ paid: [paid(10_000, 0)], open: [open(10_000, 90)] }).overdue).toBe('-40.0')
  })

  test('who paid nothing yet is judged by what is overdue', () => {
    const behaviour = behaviourFrom(facts({ open: [open(100_000, 30)] }))
    expect(behaviour).toMatchObject({ score: 45, averageDaysLate: null, index: null })
    expect(behaviour.lines[0]).toEqual({ code: 'average', value: '30.0', points: '60.0' })
  })
})

describe('the index on the scale of payment indices', () => {
  test.each([
    [-45, 100],
    [-30, 100],
    [-20, 90],
    [0, 80],
    [15, 70],
    [22, 60],
    [30, 50],
    [45, 45],
    [60, 40],
    [90, 30],
    [120, 20],
    [200, 0],
  ])('%i days beyond terms: %i', (days, value) => {
    expect(behaviourFrom(facts({ paid: [paid(10_000, days)] })).index?.value).toBe(value)
  })

  test.each([
    [0, 'low'],
    [16, 'medium'],
    [32, 'high'],
  ])('%i days: %s risk', (days, risk) => {
    expect(behaviourFrom(facts({ paid: [paid(10_000, days)] })).index?.risk).toBe(risk)
  })
})

describe('properties', () => {
  const anyPaid = fc.array(
    fc.record({
      amount: fc.integer({ min: 1, max: 10_000_000_000 }),
      days: fc.integer({ min: -90, max: 400 }),
      contestedDays: fc.bigInt({ min: 0n, max: 10_000_000n }),
      recent: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  const anyOpen = fc.array(
    fc.record({
      open: fc.integer({ min: -1_000_000, max: 1_000_000 }).filter((amount) => amount !== 0),
      contested: fc.integer({ min: 0, max: 1_000_000 }),
      daysLate: fc.integer({ min: -60, max: 400 }),
    }),
    { maxLength: 8 },
  )
  const anyFacts: fc.Arbitrary<Facts> = fc.record({
    paid: anyPaid,
    open: anyOpen,
    brokenPlans: fc.nat(4),
    brokenPromises: fc.nat(4),
    bounced: fc.record({ count: fc.nat(4), amount: fc.nat(10_000) }),
    leftOut: fc.nat(3),
    overdueMinimum: fc.constantFrom(0, 10_000),
  })
  const scoreOf = (given: Facts): number => behaviourFrom(given).score ?? -1

  test('a score is a whole number from 0 to 100 and its lines add up to it', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const { score, lines } = behaviourFrom(given)
        if (score === null) return lines.length === 0 && given.paid.length === 0
        const sum = lines.reduce((all, { points }) => all + Math.round(Number(points) * 10), 0)
        return Number.isInteger(score) && score === Math.min(100, Math.max(0, Math.round(sum / 10)))
      }),
    )
  })

  test('paying a recent debt later never raises it', () => {
    fc.assert(
      fc.property(anyFacts, fc.nat(11), fc.integer({ min: 1, max: 120 }), (given, place, later) => {
        const at = given.paid[place]
        if (!at) return true
        const own = { ...at, recent: true }
        const others = given.paid.filter((part) => part !== at)
        const before = scoreOf({ ...given, paid: [...others, own] })
        return scoreOf({ ...given, paid: [...others, { ...own, days: own.days + later }] }) <= before
      }),
    )
  })

  test('one more bounced payment, broken plan, broken promise or day overdue never raises it', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const before = scoreOf(given)
        const older = given.open.map((part) => ({
          ...part,
          daysLate: part.open > 0 && part.daysLate > 0 ? part.daysLate + 1 : part.daysLate,
        }))
        return (
          scoreOf({ ...given, brokenPlans: given.brokenPlans + 1 }) <= before &&
          scoreOf({ ...given, brokenPromises: given.brokenPromises + 1 }) <= before &&
          scoreOf({ ...given, bounced: { ...given.bounced, count: given.bounced.count + 1 } }) <= before &&
          (before < 0 || scoreOf({ ...given, open: older }) <= before)
        )
      }),
    )
  })

  test('a dispute never lowers it', () => {
    fc.assert(
      fc.property(anyFacts, fc.bigInt({ min: 1n, max: 10_000_000n }), (given, contested) => {
        if (given.paid.length === 0) return true
        const recent = given.paid.map((part) => ({ ...part, recent: true }))
        const disputed = recent.map((part) => ({ ...part, contestedDays: part.contestedDays + contested }))
        return scoreOf({ ...given, paid: disputed }) >= scoreOf({ ...given, paid: recent })
      }),
    )
  })
})

test('a score is bounded where its points, as added up, leave 0 to 100', () => {
  const of = (...points: string[]) => isBounded(points.map((value) => ({ points: value })))
  expect(of('100', '-0.1', '0.1')).toBe(false)
  expect(of('100', '0.4')).toBe(false)
  expect(of('100', '1')).toBe(true)
  expect(of('10', '-12.5')).toBe(true)
})
