import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { LARGEST_AMOUNT } from '../../kernel/money.ts'
import { parseFecAmount, parseFecDay, parseSense } from './fec.values.ts'

describe('amounts', () => {
  it.each([
    ['74,70', 7470],
    ['0000000074,70', 7470],
    [' 000000000007760,45', 776045],
    ['-000000000001437,12', -143712],
    ['1437,12-', -143712],
    ['+12', 1200],
    ['12.5', 1250],
    ['12.500', 1250],
    ['1 234,56', 123456],
    ['1\u00a0234,56', 123456],
    ['1\u202f234,56', 123456],
    [',5', 50],
    ['5,', 500],
    ['', 0],
    ['   ', 0],
    ['0,00', 0],
    ['-0,00', 0],
    ['1000000000000,00', 100_000_000_000_000],
  ])('%j is %d cents', (text, cents) => {
    expect(parseFecAmount(text)).toBe(cents)
  })

  it.each([
    '12,345',
    '1.234,56',
    '1,234.56',
    'abc',
    '12 €',
    '-',
    ',',
    '--5',
    '-5-',
    '5-5',
    '12-3',
    '1e3',
    '1000000000000,01',
    '９',
  ])('%j is none', (text) => {
    expect(parseFecAmount(text)).toBeNull()
  })

  test('what is written comes back, in every form', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -LARGEST_AMOUNT, max: LARGEST_AMOUNT }),
        fc.constantFrom(',', '.'),
        fc.nat(8),
        fc.boolean(),
        fc.constantFrom('', ' ', '  '),
        (cents, mark, zeros, signBehind, pad) => {
          const digits = String(Math.abs(cents)).padStart(3, '0')
          const number = `${'0'.repeat(zeros)}${digits.slice(0, -2)}${mark}${digits.slice(-2)}`
          const text = cents < 0 ? (signBehind ? `${number}-` : `-${number}`) : number
          expect(parseFecAmount(pad + text + pad)).toBe(cents === 0 ? 0 : cents)
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('any text gives whole cents or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('0', '1', '9', ',', '.', '-', '+', ' ', 'a') }), (text) => {
        const amount = parseFecAmount(text)
        expect(amount === null || Number.isSafeInteger(amount)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('days', () => {
  it.each([
    ['20260131', '2026-01-31'],
    ['31/01/2026', '2026-01-31'],
    ['2026-01-31', '2026-01-31'],
    ['31.01.2026', '2026-01-31'],
    ['20240229', '2024-02-29'],
    ['', ''],
    ['19000101', ''],
    ['01/01/1900', ''],
    ['00000000', ''],
  ])('%j is %j', (text, day) => {
    expect(parseFecDay(text)).toBe(day)
  })

  it.each(['20250229', '20261301', '20260100', '2026', '260131', '31/1/2026', 'hier', '202601311'])(
    '%j is none',
    (text) => {
      expect(parseFecDay(text)).toBeNull()
    },
  )

  test('every day comes back from both forms', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString().slice(0, 10)
          const [year, month, day] = iso.split('-')
          expect(parseFecDay(`${year}${month}${day}`)).toBe(iso)
          expect(parseFecDay(`${day}/${month}/${year}`)).toBe(iso)
        },
      ),
    )
  })
})

it.each([
  ['D', 1],
  ['d', 1],
  ['+1', 1],
  ['1', 1],
  ['C', -1],
  ['c', -1],
  ['-1', -1],
  ['', null],
  ['X', null],
])('the sense %j is %s', (text, sense) => {
  expect(parseSense(text)).toBe(sense)
})
