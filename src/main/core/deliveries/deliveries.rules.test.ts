import { expect, test } from 'vitest'
import { averageDays, daysAllowed, daysWaited, isLate } from './deliveries.rules.ts'

test.each([
  [0, 0],
  [1, 1],
  [24, 1],
  [25, 2],
  [48, 2],
  [72, 3],
])('%d hours leave %d days', (hours, days) => {
  expect(daysAllowed(hours)).toBe(days)
  expect([isLate(days, hours), isLate(days + 1, hours)]).toEqual([false, true])
})

test('waiting ends with the invoice; one made before the delivery waited none', () => {
  expect(daysWaited('2026-03-01', null, '2026-03-04')).toBe(3)
  expect(daysWaited('2026-03-01', '2026-03-02', '2026-03-04')).toBe(1)
  expect(daysWaited('2026-03-10', '2026-03-02', '2026-03-12')).toBe(0)
})

test('an average is exact to the hundredth of a day, halves up', () => {
  expect(averageDays(34n, 4n)).toBe(8.5)
  expect(averageDays(1n, 200n)).toBe(0.01)
  expect(averageDays(1n, 201n)).toBe(0)
  // Sums beyond what a number counts exactly.
  expect(averageDays(10n ** 20n + 5n * 10n ** 17n, 10n ** 20n)).toBe(1.01)
  expect(averageDays(0n, 0n)).toBeNull()
})
