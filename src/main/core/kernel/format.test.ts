import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatAmount, formatDay, formatLongDay, formatMoney, formatPercent } from './format.ts'
import { decimalsOf, parseMinor } from './money.ts'

const languages = ['fr', 'en'] as const

describe('amounts', () => {
  test.each([
    [123456, 'EUR', '1\u202F234,56\u00A0€', '€1,234.56'],
    [-120000, 'EUR', '−1\u202F200,00\u00A0€', '−€1,200.00'],
    [0, 'EUR', '0,00\u00A0€', '€0.00'],
    [-5, 'EUR', '−0,05\u00A0€', '−€0.05'],
    [123456789, 'JPY', '123\u202F456\u202F789\u00A0JPY', 'JPY\u00A0123,456,789'],
    [1234567, 'TND', '1\u202F234,567\u00A0TND', 'TND\u00A01,234.567'],
    [99999, 'GBP', '999,99\u00A0£', '£999.99'],
  ])('%i %s', (amount, currency, french, english) => {
    expect(formatMoney(amount, currency, 'fr')).toBe(french)
    expect(formatMoney(amount, currency, 'en')).toBe(english)
  })

  test('what is written reads back as the same integer, to the last cent that a number can count', () => {
    const amounts = fc.oneof(fc.integer(), fc.maxSafeInteger())
    fc.assert(
      fc.property(
        amounts,
        fc.constantFrom('EUR', 'JPY', 'TND'),
        fc.constantFrom(...languages),
        (amount, currency, language) => {
          const written = formatAmount(amount, currency, language)
          const thousands = language === 'fr' ? /\u202F/g : /,/g
          const plain = written.replace(thousands, '')
          expect(parseMinor(plain.replace('−', '-').replace(',', '.'), currency)).toBe(amount)
          expect(/\d{4}/.test(written.split(language === 'fr' ? ',' : '.')[0] ?? '')).toBe(false)
          expect(
            decimalsOf(currency) === 0 || written.at(-1 - decimalsOf(currency)) === (language === 'fr' ? ',' : '.'),
          ).toBe(true)
        },
      ),
    )
  })
})

test('days', () => {
  expect(formatDay('2026-02-28', 'fr')).toBe('28/02/2026')
  expect(formatDay('2026-02-28', 'en')).toBe('28/02/2026')
  expect(formatLongDay('2026-03-01', 'fr')).toBe('1er\u00A0mars\u00A02026')
  expect(formatLongDay('2026-02-28', 'fr')).toBe('28\u00A0février\u00A02026')
  expect(formatLongDay('2026-08-01', 'en')).toBe('1\u00A0August\u00A02026')
})

test('rates keep the decimals they were given', () => {
  expect(formatPercent('12.15', 'fr')).toBe('12,15\u202F%')
  expect(formatPercent('12.5', 'fr')).toBe('12,5\u202F%')
  expect(formatPercent('12.40', 'en')).toBe('12.40%')
})
