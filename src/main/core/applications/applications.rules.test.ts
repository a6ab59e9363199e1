import { expect, test } from 'vitest'
import { referenceMark, referenceScore, stateOf } from './applications.rules.ts'

// Domain 3.1: prompt 100, up to 15 d 80, 16-30 d 60, 31-60 d 30, over 60 d 0.
test.each([
  [null, null],
  [0, 100],
  [1, 80],
  [15, 80],
  [16, 60],
  [30, 60],
  [31, 30],
  [60, 30],
  [61, 0],
  [999, 0],
])('%s days beyond terms mark %s', (days, mark) => {
  expect(referenceMark(days)).toBe(mark)
})

const answer = (daysBeyondTerms: number | null, highestCredit: number | null) => ({ daysBeyondTerms, highestCredit })

test('weighted by highest credit, rounded half up', () => {
  // (100 × 30,000 + 60 × 10,000) / 40,000 = 90
  expect(referenceScore([answer(0, 3_000_000), answer(20, 1_000_000)])).toBe(90)
  // (100 × 1 + 60 × 2 + 80 × 1) / 4 = 75; (80 × 3 + 30 × 1) / 4 = 67.5
  expect(referenceScore([answer(0, 1), answer(20, 2), answer(7, 1)])).toBe(75)
  expect(referenceScore([answer(7, 3), answer(45, 1)])).toBe(68)
})

test('what is not told is never taken for zero days', () => {
  expect(referenceScore([])).toBeNull()
  expect(referenceScore([answer(null, 5_000_000)])).toBeNull()
  expect(referenceScore([answer(null, 5_000_000), answer(70, 100)])).toBe(0)
})

test('without any highest credit all count alike; beside others, one without has no weight', () => {
  expect(referenceScore([answer(0, null), answer(20, null)])).toBe(80)
  expect(referenceScore([answer(0, null), answer(20, 100)])).toBe(60)
  expect(referenceScore([answer(0, 0), answer(20, 0)])).toBe(80)
})

test('the state follows the review; one cancelled leaves the application open', () => {
  expect(stateOf(null, null)).toBe('gathering')
  expect(stateOf(null, 'submitted')).toBe('in-review')
  expect(stateOf(null, 'decided')).toBe('decided')
  expect(stateOf('2026-01-01', null)).toBe('dropped')
})
