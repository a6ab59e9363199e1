import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, daysBetween, endOfMonth, isDay, isLeapYear, maxDay, minDay, semesterOf } from './day.ts'

const anyDay = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-30T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('what is a day', () => {
  test.each(['2026-01-31', '2024-02-29', '2000-02-29', '1900-01-01', '2199-12-31'])('%s is', (text) => {
    expect(isDay(text)).toBe(true)
  })

  test.each([
    '2026-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '1899-12-31',
    '2200-01-01',
    '9999-12-31',
    '26-01-31',
    '2026-1-31',
    '31/01/2026',
    '2026-01-31T00:00:00Z',
    ' 2026-01-31',
    '2026-01-31\n',
    '',
    '٢٠٢٦-٠١-٣١',
  ])('%j is not', (text) => {
    expect(isDay(text)).toBe(false)
  })

  test('every civil date is, and its day after too', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(isDay(day)).toBe(true)
        expect(isDay(addDays(day, 1))).toBe(true)
      }),
    )
  })
})

describe('counting', () => {
  test.each([
    ['2026-01-31', '2026-03-01', 29],
    ['2024-01-31', '2024-03-01', 30],
    // The nights when clocks change are no shorter or longer.
    ['2026-03-28', '2026-03-30', 2],
    ['2026-10-24', '2026-10-26', 2],
    ['2026-01-02', '2026-01-01', -1],
    ['1999-12-31', '2000-01-01', 1],
  ])('from %s to %s: %i', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days)
    expect(addDays(from, days)).toBe(to)
  })

  test('agrees with the calendar of the platform, both ways', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), (day, days) => {
        const later = addDays(day, days)
        expect(later).toBe(Temporal.PlainDate.from(day).add({ days }).toString())
        expect(daysBetween(day, later)).toBe(days)
        expect(daysBetween(later, day)).toBe(0 - days)
        expect(minDay(day, later) <= maxDay(day, later)).toBe(true)
      }),
    )
  })

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-01-31', 3, '2026-04-30'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
  ])('%s and %i months is %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected)
  })

  test('a month ends the day before the next begins', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const last = endOfMonth(day)
        expect(last.slice(0, 7)).toBe(day.slice(0, 7))
        expect(addDays(last, 1).slice(8)).toBe('01')
      }),
    )
  })
})

test.each([
  ['2026-01-01', '2026-S1'],
  ['2026-06-30', '2026-S1'],
  ['2026-07-01', '2026-S2'],
  ['2026-12-31', '2026-S2'],
])('%s is in %s', (day, semester) => {
  expect(semesterOf(day)).toBe(semester)
})

test.each([
  [2024, true],
  [2026, false],
  [2000, true],
  [1900, false],
  [2100, false],
])('%i is a leap year: %s', (year, leap) => {
  expect(isLeapYear(year)).toBe(leap)
})
