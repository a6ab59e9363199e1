import { expect, test } from 'vitest'
import { closingOf, reminded, stillContested } from './dispute.amounts.ts'

const open = { amount: 30_000, conceded: 0, closedOn: null, itemOpen: 100_000 }

test('the part nobody contests is reminded; a closed dispute holds nothing back', () => {
  expect(reminded(open)).toBe(70_000)
  expect(reminded({ ...open, closedOn: '2026-11-22' })).toBe(100_000)
  expect(stillContested({ ...open, conceded: 10_000 })).toBe(20_000)
  expect(reminded({ ...open, itemOpen: 20_000 })).toBe(0)
})

test('closing tells what is left, what is reminded again and what stays in credit', () => {
  expect(closingOf(open, 0)).toEqual({ left: 100_000, surplus: 0, again: 30_000 })
  expect(closingOf(open, 12_000)).toEqual({ left: 88_000, surplus: 0, again: 18_000 })
  expect(closingOf({ ...open, itemOpen: 10_000 }, 30_000)).toEqual({ left: 0, surplus: 20_000, again: 0 })
})
