import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { atRate, rateOn, shareOf } from './exchange.rules.ts'

describe('an amount at a rate', () => {
  test.each([
    [10_000, 'EUR', '85', 'INR', 850_000],
    [10_000, 'USD', '0.9137', 'EUR', 9_137],
    [1, 'USD', '0.5', 'EUR', 1],
    [-1, 'USD', '0.5', 'EUR', -1],
    [10_000, 'JPY', '0.0062', 'EUR', 6_200],
    [10_000, 'EUR', '161.29', 'JPY', 16_129],
    [1_000, 'TND', '0.29', 'EUR', 29],
    [0, 'USD', '1.1', 'EUR', 0],
  ])('%i %s at %s is %i %s', (amount, currency, rate, home, expected) => {
    expect(atRate(amount, currency, rate, home)).toBe(expected)
  })

  test.each(['0', '0.00', '-1', 'one', ''])('%j is no rate', (rate) => {
    expect(() => atRate(1, 'USD', rate, 'EUR')).toThrow(RangeError)
  })
})

test('the rate of a day is the newest one set by then', () => {
  const rates = [
    { day: '2026-03-01', rate: '3' },
    { day: '2026-01-01', rate: '1' },
    { day: '2026-02-01', rate: '2' },
  ]
  expect(rateOn(rates, '2025-12-31')).toBeNull()
  expect(rateOn(rates, '2026-01-01')?.rate).toBe('1')
  expect(rateOn(rates, '2026-02-28')?.rate).toBe('2')
  expect(rateOn(rates, '2027-01-01')?.rate).toBe('3')
})

test('parts of what an item is worth add up to it, however it is split', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1 }), (base, parts) => {
      let open = parts.reduce((sum, part) => sum + part, 0)
      let left = base
      for (const part of parts) {
        const share = shareOf(left, part, open)
        expect(share >= 0 && share <= left).toBe(true)
        left -= share
        open -= part
      }
      expect(left).toBe(0)
    }),
  )
})
