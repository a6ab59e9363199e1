import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from './day.ts'
import { nextWorkingDay, workingDaysAfter } from './working-days.ts'

test('deadlines move past weekends and public holidays (CPC 642)', () => {
  // Easter Sunday 2026 is 5 April; Ascension 14 May, Whit Monday 25 May.
  const moved = ['2026-04-04', '2026-05-14', '2026-05-23', '2026-12-25', '2026-07-14', '2026-11-11', '2026-09-15']
  expect(moved.map((day) => nextWorkingDay(day))).toEqual([
    '2026-04-07',
    '2026-05-15',
    '2026-05-26',
    '2026-12-28',
    '2026-07-15',
    '2026-11-12',
    '2026-09-15',
  ])
})

test.each([
  ['2026-06-05', 2, '2026-06-09'],
  ['2026-06-06', 2, '2026-06-09'],
  ['2026-06-06', 0, '2026-06-08'],
  ['2026-06-09', 0, '2026-06-09'],
  // Friday before Whit Monday.
  ['2026-05-22', 1, '2026-05-26'],
  ['2026-12-31', 2, '2027-01-05'],
])('from %s, %i working days on is %s', (day, count, expected) => {
  expect(workingDaysAfter(day, count)).toBe(expected)
})

test('is a working day, never sooner for a later day or for one more', () => {
  const anyDay = fc.integer({ min: 0, max: 3_000 }).map((days) => addDays('2024-01-01', days))
  fc.assert(
    fc.property(anyDay, fc.nat(10), (day, count) => {
      const reached = workingDaysAfter(day, count)
      expect(nextWorkingDay(reached)).toBe(reached)
      expect(reached <= workingDaysAfter(addDays(day, 1), count)).toBe(true)
      expect(reached <= workingDaysAfter(day, count + 1)).toBe(true)
    }),
  )
})
