import { describe, expect, it } from 'vitest'
import type { Limit } from '../limits/limits.contract.ts'
import type { Override } from '../limits/verdict.schema.ts'
import { type Background, effectOf, relationAge, traceOrigin } from './losses.rules.ts'

const limit = (from: string, amount: number | null, rest: Partial<Limit> = {}) =>
  ({
    id: from,
    kind: 'internal',
    amount,
    from,
    until: null,
    decidedOn: from,
    decidedBy: 'Alice',
    reviewId: null,
    ...rest,
  }) as Limit
const override = (from: string, until: string, amount: number) => ({ from, until, amount, by: 'Dora' }) as Override

const nothing: Background = {
  decisions: [],
  ofGroup: [],
  overrides: [],
  firstInvoiced: '2026-01-01',
  worth: ({ amount }) => amount,
  newCustomers: { months: 6, ceiling: 500 },
  limitsSince: null,
}
const trace = (known: Partial<Background>, owed = 1_000, group = owed, issued = '2026-06-15') =>
  traceOrigin({ issued, carried: false, worth: 300 }, { own: owed, group }, { ...nothing, ...known })
const origin = (...asked: Parameters<typeof trace>) => trace(...asked).origin

describe('what let an invoice in', () => {
  it('is the limit that it stayed within, to the cent', () => {
    expect(trace({ decisions: [limit('2026-01-01', 1_000)] })).toMatchObject({ origin: 'limit', decidedBy: 'Alice' })
    expect(trace({ decisions: [limit('2026-01-01', 999)] })).toMatchObject({
      origin: 'over-limit',
      limit: 999,
      decidedBy: '',
      decidedOn: null,
    })
    expect(origin({ decisions: [limit('2026-01-01', 1_000, { reviewId: 'r' })] })).toBe('review')
  })

  it('is no limit that had ended, was taken away, or was decided afterwards', () => {
    expect(origin({ decisions: [limit('2026-01-01', 1_000, { until: '2026-06-14' })] })).toBe('no-limit')
    expect(origin({ decisions: [limit('2026-01-01', 1_000), limit('2026-06-01', null)] })).toBe('no-limit')
    expect(origin({ decisions: [limit('2026-01-01', 1_000, { decidedOn: '2026-06-16' })] })).toBe('no-limit')
    expect(origin({ decisions: [limit('2026-01-01', 1_000)] }, 1_000, 1_000, '2025-12-31')).toBe('no-limit')
  })

  it('is the lower of its own and its group’s, or the one that was passed', () => {
    const both = { decisions: [limit('2026-01-01', 2_000)], ofGroup: [limit('2026-02-01', 1_500)] }
    expect(trace(both, 1_000, 1_500)).toMatchObject({ origin: 'limit', limit: 1_500 })
    expect(trace(both, 1_000, 1_501)).toMatchObject({ origin: 'over-limit', limit: 1_500 })
    expect(trace({ ...both, ofGroup: [limit('2026-02-01', 5_000)] }, 2_001, 2_001)).toMatchObject({
      origin: 'over-limit',
      limit: 2_000,
    })
  })

  it('is an override in force that was large enough', () => {
    const over = { decisions: [limit('2026-01-01', 0)] }
    expect(trace({ ...over, overrides: [override('2026-06-01', '2026-06-15', 300)] })).toMatchObject({
      origin: 'override',
      limit: 0,
      decidedBy: 'Dora',
      decidedOn: '2026-06-01',
    })
    expect(origin({ ...over, overrides: [override('2026-06-01', '2026-06-14', 300)] })).toBe('over-limit')
    expect(origin({ ...over, overrides: [override('2026-06-01', '2026-06-30', 299)] })).toBe('over-limit')
    expect(trace({ overrides: [override('2026-06-01', '2026-06-30', 300)] })).toMatchObject({
      origin: 'override',
      limitId: null,
    })
  })

  it('is the ceiling of new customers while it is one', () => {
    expect(origin({}, 500)).toBe('new-customer')
    expect(origin({}, 501)).toBe('no-limit')
    expect(origin({}, 500, 500, '2026-06-30')).toBe('new-customer')
    expect(origin({}, 500, 500, '2026-07-01')).toBe('no-limit')
  })

  it('is nothing the book knew before its first limit', () => {
    expect(origin({ limitsSince: '2026-06-16' })).toBe('before-book')
    expect(origin({ limitsSince: '2026-06-15' })).toBe('no-limit')
    const carried = traceOrigin({ issued: '2026-06-15', carried: true, worth: 1 }, { own: 1, group: 1 }, nothing)
    expect(carried.origin).toBe('before-book')
  })
})

describe('the age of a relation', () => {
  it('is counted in whole months from the first invoice to the lost one', () => {
    expect(relationAge(null, '2026-06-15')).toBe('under6')
    expect(relationAge('2026-01-15', '2026-07-14')).toBe('under6')
    expect(relationAge('2026-01-15', '2026-07-15')).toBe('to12')
    expect(relationAge('2026-01-15', '2027-01-15')).toBe('to36')
    expect(relationAge('2026-01-15', '2029-01-14')).toBe('to36')
    expect(relationAge('2026-01-15', '2029-01-15')).toBe('over36')
  })
})

describe('what the policy would have changed', () => {
  const sale = { rule: null, limit: 1_000, balance: 1_500, amount: 700, tolerance: 0 }

  it('is the whole loss where the sale is refused, whatever the limit', () => {
    expect(effectOf({ ...sale, rule: 'overdue' })).toEqual({ effect: 'refused', avoided: 700 })
    expect(effectOf({ ...sale, rule: 'overdue', limit: null })).toEqual({ effect: 'refused', avoided: 700 })
  })

  it('is what the account passes the limit by, at most what was lost', () => {
    expect(effectOf(sale)).toEqual({ effect: 'less', avoided: 500 })
    expect(effectOf({ ...sale, limit: 0 })).toEqual({ effect: 'less', avoided: 700 })
    expect(effectOf({ ...sale, limit: 1_499 })).toEqual({ effect: 'less', avoided: 1 })
  })

  it('is nothing within the limit and its tolerance, nor where no limit can be worked out', () => {
    expect(effectOf({ ...sale, limit: 1_500 })).toEqual({ effect: 'same', avoided: 0 })
    expect(effectOf({ ...sale, tolerance: 50 })).toEqual({ effect: 'same', avoided: 0 })
    expect(effectOf({ ...sale, tolerance: 49 })).toEqual({ effect: 'less', avoided: 500 })
    expect(effectOf({ ...sale, limit: null })).toEqual({ effect: 'untold', avoided: 0 })
  })
})
