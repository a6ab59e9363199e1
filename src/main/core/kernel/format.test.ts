import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { letterLanguages } from './contract.ts'
import { formatAmount, formatDay, formatLongDay, formatMoney, formatPercent } from './format.ts'
import { decimalsOf, LARGEST_AMOUNT, parseMinor } from './money.ts'

describe('amounts', () => {
  test.each([
    [123456, 'EUR', '1\u202F234,56\u00A0€', '€1,234.56', '1.234,56\u00A0€'],
    [-120000, 'EUR', '−1\u202F200,00\u00A0€', '−€1,200.00', '−1.200,00\u00A0€'],
    [0, 'EUR', '0,00\u00A0€', '€0.00', '0,00\u00A0€'],
    [-5, 'EUR', '−0,05\u00A0€', '−€0.05', '−0,05\u00A0€'],
    [123456789, 'JPY', '123\u202F456\u202F789\u00A0JPY', 'JPY\u00A0123,456,789', '123.456.789\u00A0JPY'],
    [1234567, 'TND', '1\u202F234,567\u00A0TND', 'TND\u00A01,234.567', '1.234,567\u00A0TND'],
    [99999, 'GBP', '999,99\u00A0£', '£999.99', '999,99\u00A0£'],
  ])('%i %s', (amount, currency, french, english, german) => {
    expect(formatMoney(amount, currency, 'fr')).toBe(french)
    expect(formatMoney(amount, currency, 'en')).toBe(english)
    expect(formatMoney(amount, currency, 'de')).toBe(german)
    expect(formatMoney(amount, currency, 'es')).toBe(german)
  })

  test('what is written reads back as the same integer, up to the largest that comes in', () => {
    const amounts = fc.oneof(fc.integer(), fc.integer({ min: -LARGEST_AMOUNT, max: LARGEST_AMOUNT }))
    fc.assert(
      fc.property(
        amounts,
        fc.constantFrom('EUR', 'JPY', 'TND'),
        fc.constantFrom(...letterLanguages),
        (amount, currency, language) => {
          const written = formatAmount(amount, currency, language)
          const decimal = language === 'en' ? '.' : ','
          const thousands = { fr: '\u202F', en: ',', de: '.', es: '.' }[language]
          const plain = written.replaceAll(thousands, '')
          expect(parseMinor(plain.replace('−', '-').replace(',', '.'), currency)).toBe(amount)
          expect(/\d{4}/.test(written.split(decimal)[0] ?? '')).toBe(false)
          expect(decimalsOf(currency) === 0 || written.at(-1 - decimalsOf(currency)) === decimal).toBe(true)
        },
      ),
    )
  })
})

test('days', () => {
  expect(formatDay('2026-02-28', 'fr')).toBe('28/02/2026')
  expect(formatDay('2026-02-28', 'en')).toBe('28/02/2026')
  expect(formatDay('2026-02-28', 'de')).toBe('28.02.2026')
  expect(formatDay('2026-02-28', 'es')).toBe('28/02/2026')
  expect(formatLongDay('2026-03-01', 'fr')).toBe('1er\u00A0mars\u00A02026')
  expect(formatLongDay('2026-02-28', 'fr')).toBe('28\u00A0février\u00A02026')
  expect(formatLongDay('2026-08-01', 'en')).toBe('1\u00A0August\u00A02026')
  expect(formatLongDay('2026-03-01', 'de')).toBe('1.\u00A0März\u00A02026')
  expect(formatLongDay('2026-02-28', 'es')).toBe('28\u00A0de\u00A0febrero\u00A0de\u00A02026')
})

test('rates keep the decimals they were given', () => {
  expect(formatPercent('12.15', 'fr')).toBe('12,15\u202F%')
  expect(formatPercent('12.5', 'fr')).toBe('12,5\u202F%')
  expect(formatPercent('12.40', 'en')).toBe('12.40%')
  expect(formatPercent('12.40', 'de')).toBe('12,40\u00A0%')
  expect(formatPercent('12.40', 'es')).toBe('12,40\u00A0%')
})
