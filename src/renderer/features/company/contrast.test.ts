import { expect, test } from 'vitest'
import { contrastOnWhite } from './contrast.ts'

test('black is 21, white is 1, and the grey on the edge of AA is 4.5', () => {
  expect(contrastOnWhite('#000000')).toBeCloseTo(21)
  expect(contrastOnWhite('#ffffff')).toBeCloseTo(1)
  expect(contrastOnWhite('#767676')).toBeCloseTo(4.54, 2)
})

test('what is no colour has no contrast', () => {
  expect(contrastOnWhite('#12')).toBeNull()
  expect(contrastOnWhite('blue')).toBeNull()
})
