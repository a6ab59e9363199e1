import { expect, test } from 'vitest'
import { readAmount } from './draft.ts'

test.each([
  ['1 234,56', 123_456],
  ['1\u202f234,56 €', 123_456],
  ['1.234,56', 123_456],
  ['1,234.56', 123_456],
  ['1’234.56', 123_456],
  ['1234', 123_400],
  ['1.234', 123_400],
  ['0,5', 50],
  ['12,345,678', 1_234_567_800],
  ['', null],
  ['-5', null],
  ['12,3456', null],
  ['douze', null],
])('an amount typed %j', (typed, amount) => {
  expect(readAmount(typed, 'EUR')).toBe(amount)
})

test('a currency of three decimals', () => {
  expect(readAmount('1.234,567', 'TND')).toBe(1_234_567)
})
