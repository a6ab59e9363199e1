import { expect, test } from 'vitest'
import { figureKeys, liasseCodes } from '../../../main/core/financials/figure-keys.schema.ts'
import {
  amountText,
  boxGroups,
  figureGroups,
  inputOf,
  liveOf,
  newDraft,
  nextClosing,
  readAmount,
} from './statement.draft.ts'

test('amounts are read as people type them, in units or thousands', () => {
  expect(readAmount('1 234 567', 'EUR', 1)).toBe(123_456_700)
  expect(readAmount('(1\u202f234)', 'EUR', 1)).toBe(-123_400)
  expect(readAmount('\u2212 12,5', 'EUR', 1000)).toBe(-1_250_000)
  for (const text of ['', 'abc', '1,234', '12-', '1.2.3']) expect(readAmount(text, 'EUR', 1)).toBeNull()
  expect(readAmount('99999999999999', 'EUR', 1000)).toBeNull()
})

test('what is kept is typed again as it was', () => {
  for (const [text, unit] of [
    ['4200', 1],
    ['-12,50', 1],
    ['12,50', 1000],
    ['0', 1000],
  ] as const)
    expect(amountText(readAmount(text, 'EUR', unit) ?? Number.NaN, 'EUR', unit, 'fr')).toBe(text)
})

test('figures follow while lines are typed; a total that its parts do not make is told', () => {
  const draft = { ...newDraft('2025-12-31', 'EUR', 1000), texts: { FL: '4 200', EE: '2500', DL: '900', EC: '1500' } }
  const { figures, failures } = liveOf(draft)
  expect(figures.revenue).toEqual({ amount: 420_000_000, origin: 'FL' })
  expect(failures).toMatchObject([{ code: 'unbalanced', total: 'EE', expected: 250_000_000, found: 240_000_000 }])
  expect(inputOf(draft, 'c')?.lines).toEqual({ FL: 420_000_000, EE: 250_000_000, DL: 90_000_000, EC: 150_000_000 })
  expect(inputOf({ ...draft, texts: { ...draft.texts, FL: 'x' } }, 'c')).toBeNull()
  expect(inputOf({ ...draft, closedOn: null }, 'c')).toBeNull()
  expect(inputOf({ ...draft, texts: { FL: ' ' } }, 'c')).toBeNull()
})

test('the year to enter is the last one that is not there', () => {
  expect(nextClosing('2026-11-22', [])).toBe('2025-12-31')
  expect(nextClosing('2026-11-22', ['2025-12-31', '2023-12-31'])).toBe('2024-12-31')
  expect(nextClosing('2026-11-22', ['2025-12-31', '2024-12-31'])).toBe('2023-12-31')
})

test('every box stands in a form, and every figure but sales in a group', () => {
  expect(boxGroups.flatMap(({ lines }) => lines)).toEqual(liasseCodes)
  const grouped = figureGroups.flatMap(({ lines }) => lines as readonly string[])
  expect(figureKeys.filter((key) => !grouped.includes(key))).toEqual(['sales'])
})
