import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../kernel/day.ts'
import {
  behaviourAlerts,
  byGravity,
  endingAlert,
  inactiveAlert,
  mayHaveFallen,
  passedSince,
  quarterOf,
  type Raised,
} from './alerts.rules.ts'
import { isDrop, type ReportedPair } from './ratings.rules.ts'

describe('since when a limit is passed', () => {
  const steps = [
    { day: '2026-11-02', amount: 50 },
    { day: '2026-10-15', amount: 300 },
    { day: '2026-10-10', amount: -500 },
    { day: '2026-09-01', amount: 1_400 },
  ]
  it('is the day of the movement that passed it last', () => {
    expect(passedSince(1_250, 1_000, '2026-01-01', steps)).toBe('2026-10-15')
    expect(passedSince(1_250, 1_240, '2026-01-01', steps)).toBe('2026-11-02')
    expect(passedSince(1_250, 800, '2026-01-01', steps)).toBe('2026-09-01')
  })

  it('is not before the limit, nor known of what the account does not say', () => {
    expect(passedSince(1_250, 1_000, '2026-10-20', steps)).toBe('2026-10-20')
    expect(passedSince(9_000, 1_000, '2026-01-01', steps)).toBe('2026-01-01')
    expect(passedSince(9_000, 1_000, '2026-01-01', [])).toBe('2026-01-01')
  })

  it('stays the same while the account stays above the limit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 1, maxLength: 20 }),
        fc.nat(2_000),
        fc.integer({ min: -1_000, max: 1_000 }),
        (amounts, limit, next) => {
          const moved = amounts.map((amount, place) => ({ day: addDays('2026-01-02', place), amount }))
          const total = amounts.reduce((sum, amount) => sum + amount, 0)
          fc.pre(total > limit && total + next > limit)
          const later = [...moved, { day: '2026-06-01', amount: next }]
          expect(passedSince(total + next, limit, '2026-01-01', later.toReversed())).toBe(
            passedSince(total, limit, '2026-01-01', moved.toReversed()),
          )
        },
      ),
    )
  })
})

describe('marks', () => {
  const marks = { lateRise: 7, scoreDrop: 15 }
  const paying = { score: 70, change: '7.0', recent: '12.0', before: '5.0' }
  const raised = (today: Partial<typeof paying>, then: number | null) =>
    behaviourAlerts('x', { ...paying, ...today }, { score: then, day: '2026-08-22' }, marks, '2026-11-22').map(
      ({ kind }) => kind,
    )

  it('are reached from the mark itself on', () => {
    expect(raised({}, 85)).toEqual(['late-rising', 'score-drop'])
    expect(raised({ change: '6.9' }, 84)).toEqual([])
    expect(raised({ change: '10.0' }, null)).toEqual(['late-rising'])
    expect(behaviourAlerts('x', { ...paying, score: null, change: null }, null, marks, '2026-11-22')).toEqual([])
  })

  it('of a score are looked back at only where something happened lately', () => {
    const fine = {
      score: 85,
      trend: { recent: '0.0', before: '4.0', change: '-4.0' },
      overdue: { amount: 0, worstDays: null, averageDays: null },
      bounced: { count: 0, amount: 0 },
      brokenPlans: 0,
      brokenPromises: 0,
    }
    expect(mayHaveFallen(fine, 15)).toBe(false)
    expect(mayHaveFallen({ ...fine, trend: { ...fine.trend, recent: '0.1' } }, 15)).toBe(true)
    expect(mayHaveFallen({ ...fine, overdue: { ...fine.overdue, amount: 1 } }, 15)).toBe(true)
    expect(mayHaveFallen({ ...fine, bounced: { count: 1, amount: 1 } }, 15)).toBe(true)
    expect(mayHaveFallen({ ...fine, brokenPlans: 1 }, 15)).toBe(true)
    expect(mayHaveFallen({ ...fine, brokenPromises: 1 }, 15)).toBe(true)
    expect(mayHaveFallen({ ...fine, brokenPlans: 1, score: 86 }, 15)).toBe(false)
    expect(mayHaveFallen({ ...fine, brokenPlans: 1, score: null }, 15)).toBe(false)
  })

  it('of a quarter', () => {
    expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'].map(quarterOf)).toEqual([
      '2026-Q1',
      '2026-Q1',
      '2026-Q2',
      '2026-Q4',
    ])
  })

  it('of inactivity count from the limit or the last sale, whichever is later', () => {
    const limit = { id: 'l', amount: 1, currency: 'EUR', from: '2026-01-01' }
    const inactive = (last: string | null, since: string) =>
      inactiveAlert('x', limit, last, { since, months: 6 }).length
    expect(inactive(null, '2025-12-31')).toBe(0)
    expect(inactive(null, '2026-01-01')).toBe(1)
    expect(inactive('2026-03-01', '2026-02-28')).toBe(0)
    expect(inactive('2025-03-01', '2026-01-01')).toBe(1)
  })

  it('of an end: within the days, and after it', () => {
    const ending = (until: string | null, amount: number | null = 1) =>
      endingAlert(
        'x',
        { kind: 'cover-ending', id: 'c', amount, currency: 'EUR', until, by: 'A' },
        { asOf: '2026-11-22', horizon: '2026-12-22' },
      ).map(({ occurrence, grave }) => [occurrence, grave])
    expect(ending('2026-12-23')).toEqual([])
    expect(ending('2026-12-22')).toEqual([['c:ending', false]])
    expect(ending('2026-11-22')).toEqual([['c:ending', false]])
    expect(ending('2026-11-21')).toEqual([['c:ended', true]])
    expect([...ending(null), ...ending('2026-11-21', null)]).toEqual([])
  })

  it('the grave ones first, then by kind and the latest day', () => {
    const one = (kind: Raised['kind'], grave: boolean, day: string): Raised => ({
      customerId: 'x',
      kind,
      occurrence: '',
      day,
      details: {},
      grave,
    })
    const sorted = [
      one('inactive', false, '2026-01-01'),
      one('late-rising', false, '2026-01-01'),
      one('late-rising', false, '2026-02-01'),
      one('limit-ending', true, '2026-01-01'),
      one('insolvency', true, '2026-01-01'),
    ].sort(byGravity)
    expect(sorted.map(({ kind, day }) => [kind, day.slice(5, 7)])).toEqual([
      ['insolvency', '01'],
      ['limit-ending', '01'],
      ['late-rising', '02'],
      ['late-rising', '01'],
      ['inactive', '01'],
    ])
  })
})

describe('a value of an agency', () => {
  const pair = (scale: string, before: string, value: string, rest: Partial<ReportedPair> = {}): ReportedPair => ({
    ratingId: 'r',
    customerId: 'x',
    by: 'dnb',
    scale,
    label: '',
    day: '2026-11-01',
    value,
    best: '',
    worst: '',
    beforeDay: '2026-05-01',
    before,
    ...rest,
  })

  it('drops by hundredths of its scale, whichever end is good', () => {
    const own = { best: '1', worst: '21' }
    expect(isDrop(pair('own', '2', '5', own), 15)).toBe(true)
    expect(isDrop(pair('own', '2', '4', own), 15)).toBe(false)
    expect(isDrop(pair('own', '5', '2', own), 15)).toBe(false)
    expect(isDrop(pair('own', '80', '65', { best: '100', worst: '0' }), 15)).toBe(true)
    expect(isDrop(pair('own', '80', '66', { best: '100', worst: '0' }), 15)).toBe(false)
  })

  it('drops into a worse band of the agency, however little', () => {
    expect(isDrop(pair('dnb-paydex', '80', '79'), 15)).toBe(true)
    expect(isDrop(pair('dnb-paydex', '79', '70'), 15)).toBe(false)
    expect(isDrop(pair('dnb-paydex', '79', '80'), 15)).toBe(false)
  })

  it('without ends, or that is no number, is not compared', () => {
    expect(isDrop(pair('own', '80', '1'), 15)).toBe(false)
    expect(isDrop(pair('own', '80', '1', { best: '5', worst: '5' }), 15)).toBe(false)
    expect(isDrop(pair('own', 'A', 'C', { best: 'A', worst: 'E' }), 15)).toBe(false)
  })
})
