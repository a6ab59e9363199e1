import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { toDecimal } from '../../kernel/money.ts'
import {
  type DateOrder,
  type DecimalMark,
  dateOrderOf,
  decimalOf,
  parseLocalAmount,
  parseLocalDay,
} from './local-values.rules.ts'

describe('amounts as people write them', () => {
  it.each<[string, DecimalMark, number]>([
    ['1 234,56 €', 'comma', 123456],
    ['1\u202f234,56\u00a0€', 'comma', 123456],
    ['50 000,00', 'comma', 5000000],
    ['1.234,56', 'comma', 123456],
    ['-12,5', 'comma', -1250],
    ['12,50-', 'comma', -1250],
    ['EUR 12,50', 'comma', 1250],
    ['1’234.50', 'dot', 123450],
    ['1,234.56', 'dot', 123456],
    ['$1,234.56', 'dot', 123456],
    ['-$1,234.56', 'dot', -123456],
    ['(1,234.56)', 'dot', -123456],
    ['($12.00)', 'dot', -1200],
    ['1,50,000.00', 'dot', 15000000],
    ['5,000.00 Dr', 'dot', 500000],
    ['5,000.00 Cr', 'dot', -500000],
    ['.5', 'dot', 50],
    ['7', 'dot', 700],
    ['0.000', 'dot', 0],
  ])('%j with a %s is %d cents', (text, mark, cents) => {
    expect(parseLocalAmount(text, mark, 'EUR')).toBe(cents)
  })

  it.each<[string, DecimalMark]>([
    ['', 'dot'],
    ['n/a', 'dot'],
    ['1234,56', 'dot'],
    ['1,23', 'dot'],
    ['1.23', 'comma'],
    ['1,234', 'comma'],
    ['12 34', 'comma'],
    ['1,2345.00', 'dot'],
    ['1.2.3', 'dot'],
    ['12.345', 'dot'],
    ['--5', 'dot'],
    ['5 apples', 'dot'],
  ])('%j with a %s is none', (text, mark) => {
    expect(parseLocalAmount(text, mark, 'EUR')).toBeNull()
  })

  test('have the decimals of their currency', () => {
    expect(parseLocalAmount('1,234', 'dot', 'JPY')).toBe(1234)
    expect(parseLocalAmount('1.5', 'dot', 'JPY')).toBeNull()
    expect(parseLocalAmount('1,234', 'comma', 'TND')).toBe(1234)
  })

  test('come back from any way of writing them', () => {
    const writings: Record<DecimalMark, string[]> = {
      comma: ['.', ' ', '\u00a0', '\u202f', ''],
      dot: [',', ' ', '’', ''],
    }
    fc.assert(
      fc.property(
        fc.integer({ min: -1e13, max: 1e13 }),
        fc.constantFrom<DecimalMark>('comma', 'dot'),
        fc.nat(4),
        (cents, mark, style) => {
          const [whole = '', fraction] = toDecimal(Math.abs(cents), 'EUR').split('.')
          const between = writings[mark][style % writings[mark].length] ?? ''
          const grouped = whole.replace(/\B(?=(\d{3})+$)/g, between)
          const text = `${cents < 0 ? '-' : ''}${grouped}${mark === 'comma' ? ',' : '.'}${fraction}`
          expect(parseLocalAmount(text, mark, 'EUR')).toBe(cents)
        },
      ),
      { numRuns: 1000 },
    )
  })
})

describe('days as people write them', () => {
  it.each<[string, DateOrder, string]>([
    ['31/01/2026', 'dmy', '2026-01-31'],
    ['1/2/2026', 'dmy', '2026-02-01'],
    ['1/2/2026', 'mdy', '2026-01-02'],
    ['4/6/2013', 'mdy', '2013-04-06'],
    ['31.1.26', 'dmy', '2026-01-31'],
    ['31-01-2026 00:00:00', 'dmy', '2026-01-31'],
    ['2026-01-31T00:00:00Z', 'mdy', '2026-01-31'],
    ['01/31/2026 12:00 AM', 'mdy', '2026-01-31'],
    ['2026/01/31', 'dmy', '2026-01-31'],
    ['20260131', 'dmy', '2026-01-31'],
    ['26-01-31', 'ymd', '2026-01-31'],
    ['1-Apr-26', 'dmy', '2026-04-01'],
    ['31 mars 2026', 'mdy', '2026-03-31'],
    ['1er août 2026', 'dmy', '2026-08-01'],
    ['15 févr. 2026', 'dmy', '2026-02-15'],
    ['3 juin 2026', 'dmy', '2026-06-03'],
    ['3 juillet 2026', 'dmy', '2026-07-03'],
    ['31 December 1999', 'dmy', '1999-12-31'],
    ['Mar 31, 2026', 'dmy', '2026-03-31'],
  ])('%j in %s is %s', (text, order, day) => {
    expect(parseLocalDay(text, order)).toBe(day)
  })

  it.each<[string, DateOrder]>([
    ['13/13/2026', 'dmy'],
    ['31/01/2026', 'mdy'],
    ['30/02/2026', 'dmy'],
    ['31/01/2026', 'ymd'],
    ['3 brumaire 2026', 'dmy'],
    ['hier', 'dmy'],
    ['', 'dmy'],
    ['45678', 'dmy'],
  ])('%j in %s is none', (text, order) => {
    expect(parseLocalDay(text, order)).toBeNull()
  })

  test('come back from any order', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        fc.constantFrom('/', '-', '.', ' '),
        fc.boolean(),
        (date, mark, padded) => {
          const iso = date.toISOString().slice(0, 10)
          const [year = '', month = '', day = ''] = iso.split('-')
          const [m, d] = padded ? [month, day] : [String(Number(month)), String(Number(day))]
          expect(parseLocalDay([d, m, year].join(mark), 'dmy')).toBe(iso)
          expect(parseLocalDay([m, d, year].join(mark), 'mdy')).toBe(iso)
          expect(parseLocalDay([year, month, day].join(mark), 'dmy')).toBe(iso)
        },
      ),
    )
  })
})

describe('what a column of values tells', () => {
  it.each([
    [['01/02/2026', '31/01/2026'], 'dmy'],
    [['1/2/2013', '1/26/2013'], 'mdy'],
    [['2026-01-31', '2026-02-01'], 'ymd'],
    [['1-Apr-26'], 'ymd'],
    [['01/02/2026', '03/04/2026'], 'ambiguous'],
    [['31/01/2026', '30/01/2026', 'n/a', '1/31/2026'], 'dmy'],
    [['alpha'], null],
    [[], null],
  ])('the dates %j are in %s', (values, order) => {
    expect(dateOrderOf(values)).toBe(order)
  })

  it.each([
    [['1 234,56', '12,5'], 'comma'],
    [['1,234.56', '1,234'], 'dot'],
    [['12.50'], 'dot'],
    [['1,234', '5,678'], 'ambiguous'],
    [['100', '200'], null],
    [['1,234', '12,50', 'x.y'], 'comma'],
  ])('the amounts %j have a %s', (values, mark) => {
    expect(decimalOf(values)).toBe(mark)
  })
})
