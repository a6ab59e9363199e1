import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byPostcode, byReference, seriesOf } from './postings.rules.ts'

describe('a series of labels', () => {
  test.each([
    ['1A0098', 3, 1, ['1A0098', '1A0099', '1A0100']],
    ['RR000009FR', 2, 1, ['RR000009FR', 'RR000010FR']],
    ['2C100', 3, 10, ['2C100', '2C110', '2C120']],
    ['99999999999999999997', 2, 1, ['99999999999999999997', '99999999999999999998']],
  ])('from %s, %i of them by %i', (first, count, step, numbers) => {
    expect(seriesOf(first, count, step)).toEqual(numbers)
  })

  test('is none without digits, or once the number grew longer', () => {
    expect(seriesOf('ABCD', 1, 1)).toBeNull()
    expect(seriesOf('1A99', 2, 1)).toBeNull()
    expect(seriesOf('1A99', 1, 1)).toEqual(['1A99'])
  })

  test('gives as many numbers as letters, each once and of one length', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Z]{0,3}\d{4,12}[A-Z]{0,2}$/),
        fc.integer({ min: 1, max: 50 }),
        (first, count) => {
          const numbers = seriesOf(first, count, 1)
          if (!numbers) return
          expect(numbers[0]).toBe(first)
          expect(new Set(numbers).size).toBe(count)
          expect(new Set(numbers.map((number) => number.length)).size).toBe(1)
        },
      ),
    )
  })
})

const to = (reference: string, postalCode: string, city: string, country = '') => ({
  reference,
  address: { name: '', attention: null, street: [], postalCode, city, country },
})

test('bags are made up at home first, by postcode, town and reference', () => {
  const letters = [
    to('R-4', '1000', 'Bruxelles', 'BE'),
    to('R-3', '75011', 'Paris'),
    to('R-2', '01000', 'Bourg-en-Bresse'),
    to('R-1', '75011', 'PARIS'),
    to('R-5', '13001', 'Marseille'),
  ]
  expect(letters.toSorted(byPostcode).map(({ reference }) => reference)).toEqual(['R-2', 'R-5', 'R-1', 'R-3', 'R-4'])
  expect(letters.toSorted(byReference).map(({ reference }) => reference)).toEqual(['R-1', 'R-2', 'R-3', 'R-4', 'R-5'])
})
