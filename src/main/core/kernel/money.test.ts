import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatAmount } from './format.ts'
import {
  addMoney,
  CurrencyMismatch,
  decimalsOf,
  LARGEST_AMOUNT,
  parseDecimal,
  parseMinor,
  roundHalfUp,
  splitMinor,
  toDecimal,
} from './money.ts'

const anyMinor = fc.oneof(
  fc.integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }),
  fc.integer({ min: -LARGEST_AMOUNT, max: LARGEST_AMOUNT }),
)
const anyCurrency = fc.constantFrom('EUR', 'JPY', 'TND', 'USD')

test('currencies have their own number of decimals', () => {
  expect(['EUR', 'USD', 'JPY', 'TND', 'XOF'].map(decimalsOf)).toEqual([2, 2, 0, 3, 0])
})

test('two currencies are never added', () => {
  expect(addMoney({ amount: 1, currency: 'EUR' }, { amount: 2, currency: 'EUR' })).toEqual({
    amount: 3,
    currency: 'EUR',
  })
  expect(() => addMoney({ amount: 1, currency: 'EUR' }, { amount: 2, currency: 'USD' })).toThrow(CurrencyMismatch)
})

describe('splitting', () => {
  test.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [5, [1, 1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 0, 0]],
    [-1, [1, 1], [-1, 0]],
    [0, [3, 2], [0, 0]],
    [10_000, [30, 50, 20], [3_000, 5_000, 2_000]],
    [1, [0, 3, 3], [0, 1, 0]],
  ])('%i by %j is %j', (amount, weights, parts) => {
    expect(splitMinor(amount, weights)).toEqual(parts)
  })

  test('loses no cent, turns no sign, and stays within a cent of the exact share', () => {
    const weights = fc
      .array(fc.nat(10_000), { minLength: 1, maxLength: 12 })
      .filter((all) => all.some((one) => one > 0))
    fc.assert(
      fc.property(anyMinor, weights, (amount, shares) => {
        const parts = splitMinor(amount, shares)
        const total = shares.reduce((sum, share) => sum + share, 0)
        expect(parts).toHaveLength(shares.length)
        expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(amount))
        for (const [i, part] of parts.entries()) {
          expect(Object.is(part, -0)).toBe(false)
          expect(Math.sign(part) * Math.sign(amount)).toBeGreaterThanOrEqual(0)
          const short = BigInt(amount) * BigInt(shares[i] ?? 0) - BigInt(part) * BigInt(total)
          expect(short < BigInt(total) && short > -BigInt(total)).toBe(true)
        }
      }),
    )
  })

  test('weights that add up to nothing are a bug', () => {
    expect(() => splitMinor(100, [])).toThrow(RangeError)
    expect(() => splitMinor(100, [0, 0])).toThrow(RangeError)
  })
})

describe('reading and writing', () => {
  test.each([
    ['1234.56', 'EUR', 123_456],
    ['-0.05', 'EUR', -5],
    ['+7', 'EUR', 700],
    ['7.', 'EUR', 700],
    ['7.5', 'EUR', 750],
    ['7.500', 'EUR', 750],
    ['7.505', 'EUR', null],
    ['7.505', 'TND', 7_505],
    ['7.0', 'JPY', 7],
    ['7.5', 'JPY', null],
    [' 12 ', 'EUR', 1_200],
    ['0', 'EUR', 0],
    ['1000000000000.00', 'EUR', 100_000_000_000_000],
    ['1000000000000.01', 'EUR', null],
    ['-1000000000000.01', 'EUR', null],
    ['1,5', 'EUR', null],
    ['1e3', 'EUR', null],
    ['.5', 'EUR', null],
    ['', 'EUR', null],
    ['12 €', 'EUR', null],
    ['NaN', 'EUR', null],
    ['--1', 'EUR', null],
  ])('%j in %s is %s', (text, currency, minor) => {
    expect(parseMinor(text, currency)).toBe(minor)
  })

  test('what is written is read back, whatever the amount', () => {
    fc.assert(
      fc.property(anyMinor, anyCurrency, (amount, currency) => {
        const text = toDecimal(amount, currency)
        expect(text).toMatch(/^-?\d+(\.\d+)?$/)
        if (Math.abs(amount) <= LARGEST_AMOUNT) expect(parseMinor(text, currency)).toBe(amount)
      }),
    )
  })

  test('what people read has the digits of the amount, no more and no less', () => {
    fc.assert(
      fc.property(
        anyMinor,
        anyCurrency,
        fc.constantFrom('fr' as const, 'en' as const),
        (amount, currency, language) => {
          const text = formatAmount(amount, currency, language)
          const bare = text
            .replace('\u2212', '-')
            .replace(language === 'fr' ? /\u202f/g : /,/g, '')
            .replace(',', '.')
          expect(bare).toBe(toDecimal(amount, currency))
        },
      ),
    )
  })
})

describe('decimals', () => {
  test.each([
    ['12.40', { units: 1240n, scale: 2 }],
    ['-3', { units: -3n, scale: 0 }],
    ['0.0001', { units: 1n, scale: 4 }],
    ['12,40', null],
    ['1e2', null],
    ['0x10', null],
    ['Infinity', null],
  ])('%j', (text, expected) => {
    expect(parseDecimal(text)).toEqual(expected)
  })
})

describe('rounding', () => {
  test.each([
    [5n, 10n, 1],
    [4n, 10n, 0],
    [15n, 10n, 2],
    [-5n, 10n, -1],
    [-4n, 10n, 0],
    [5n, -10n, -1],
    [-5n, -10n, 1],
    [4_337_425n, 10_000n, 434],
    [0n, 7n, 0],
  ])('%d / %d is %i', (numerator, denominator, rounded) => {
    expect(roundHalfUp(numerator, denominator)).toBe(rounded)
  })

  test('is the nearest whole number, the one further from zero when two are as near', () => {
    const numerators = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n })
    fc.assert(
      fc.property(numerators, fc.bigInt({ min: 1n, max: 10n ** 9n }), (numerator, denominator) => {
        const rounded = roundHalfUp(numerator, denominator)
        expect(Object.is(rounded, -0)).toBe(false)
        const twice = 2n * (BigInt(rounded) * denominator - numerator)
        const away = numerator < 0n ? -twice : twice
        expect(away > -denominator && away <= denominator).toBe(true)
      }),
    )
  })
})
