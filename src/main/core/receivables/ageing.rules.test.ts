import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysBetween } from '../kernel/day.ts'
import { type Buckets, bucketBounds, bucketKeys, bucketOf, defaultBuckets, validateBuckets } from './ageing.rules.ts'

const anyBuckets = fc
  .uniqueArray(fc.integer({ min: 1, max: 3650 }), { minLength: 1, maxLength: 8 })
  .map((bounds) => bounds.sort((a, b) => a - b))

const agedBalance = (asOf: string, items: [due: string, open: number][], buckets: Buckets) => {
  const values = Object.fromEntries(bucketKeys(buckets).map((key) => [key, 0]))
  for (const [due, open] of items) {
    const key = bucketOf(daysBetween(due, asOf), buckets)
    values[key] = (values[key] ?? Number.NaN) + open
  }
  return values
}

describe('ageing', () => {
  it('A1: six items as of 2017-12-31 stand in six columns that add up', () => {
    const values = agedBalance(
      '2017-12-31',
      [
        ['2018-01-15', 50_000],
        ['2017-12-15', 100_000],
        ['2017-11-15', 200_000],
        ['2017-10-15', 400_000],
        ['2017-09-15', 800_000],
        ['2017-08-15', 16_000_000],
      ],
      [30, 60, 90, 120],
    )
    expect(values).toEqual({
      notDue: 50_000,
      '1-30': 100_000,
      '31-60': 200_000,
      '61-90': 400_000,
      '91-120': 800_000,
      over120: 16_000_000,
      unallocated: 0,
    })
    expect(Object.values(values).reduce((sum, value) => sum + value, 0)).toBe(17_550_000)
  })

  it('A3: what is left of an invoice is 35 days late as a whole', () => {
    expect(bucketOf(daysBetween('2017-02-28', '2017-04-04'), defaultBuckets)).toBe('31-60')
  })

  it.each([
    ['A5: due today', 0, 'notDue'],
    ['due tomorrow', -1, 'notDue'],
    ['due in ten years', -3650, 'notDue'],
    ['one day late', 1, '1-30'],
    ['A4: exactly 30', 30, '1-30'],
    ['one day after the edge', 31, '31-60'],
    ['A6: exactly 60', 60, '31-60'],
    ['A6: exactly 90', 90, '61-90'],
    ['over the last edge', 91, 'over90'],
  ])('%s', (_, daysLate, bucket) => expect(bucketOf(daysLate, defaultBuckets)).toBe(bucket))

  it('A6: exactly 120 with a bucket that ends there', () => expect(bucketOf(120, [30, 60, 90, 120])).toBe('91-120'))

  it('a leap day counts: 31 January to 1 March 2028 is 30 days', () => {
    expect(bucketOf(daysBetween('2028-01-31', '2028-03-01'), defaultBuckets)).toBe('1-30')
    expect(bucketOf(daysBetween('2028-01-31', '2028-03-02'), defaultBuckets)).toBe('31-60')
  })

  it('the default columns', () => {
    expect(bucketKeys(defaultBuckets)).toEqual(['notDue', '1-30', '31-60', '61-90', 'over90', 'unallocated'])
    expect(bucketBounds(defaultBuckets)).toEqual([
      { key: 'notDue', from: null, to: 0 },
      { key: '1-30', from: 1, to: 30 },
      { key: '31-60', from: 31, to: 60 },
      { key: '61-90', from: 61, to: 90 },
      { key: 'over90', from: 91, to: null },
    ])
  })

  it('A29: every number of days late falls in exactly one bucket, the one the bounds give', () => {
    fc.assert(
      fc.property(anyBuckets, fc.integer({ min: -5000, max: 5000 }), (buckets, daysLate) => {
        const holding = bucketBounds(buckets).filter(
          ({ from, to }) => (from === null || daysLate >= from) && (to === null || daysLate <= to),
        )
        expect(holding.map(({ key }) => key)).toEqual([bucketOf(daysLate, buckets)])
        expect(bucketKeys(buckets)).toContain(bucketOf(daysLate, buckets))
      }),
    )
  })
})

describe('buckets set by the user', () => {
  it('accepts ascending positive whole numbers', () => {
    fc.assert(
      fc.property(anyBuckets, (buckets) => {
        expect(validateBuckets(buckets)).toBe(buckets)
      }),
    )
  })

  it.each([
    [[]],
    [[0, 30]],
    [[-30]],
    [[30, 30]],
    [[60, 30]],
    [[30.5]],
    [[Number.NaN]],
    [[30, Number.POSITIVE_INFINITY]],
  ])('refuses %j', (buckets) => {
    expect(() => validateBuckets(buckets)).toThrow(expect.objectContaining({ code: 'input.invalid' }))
  })
})
