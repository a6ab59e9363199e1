import { expect, test } from 'vitest'
import { addLine, onLast, problemOf, sumOf } from './plan.draft.ts'

const lines = [
  { due: '2026-01-31', amount: 100 },
  { due: '2026-02-28', amount: 100 },
]

test('a plan is in order: each day after the one before, each amount above zero', () => {
  expect(problemOf(lines)).toBeNull()
  expect(problemOf([...lines, { due: '2026-02-28', amount: 1 }])).toEqual({ at: 2, what: 'order' })
  expect(problemOf([...lines, { due: null, amount: 1 }])).toEqual({ at: 2, what: 'order' })
  expect(problemOf([{ due: '2026-01-31', amount: 0 }])).toEqual({ at: 0, what: 'amount' })
})

test('a line more takes what is missing, a month or a week later', () => {
  expect(addLine(lines, 50, 'month').at(-1)).toEqual({ due: '2026-03-28', amount: 50 })
  expect(addLine(lines, -50, 'week').at(-1)).toEqual({ due: '2026-03-07', amount: null })
})

test('the last line takes the difference, never below zero', () => {
  expect(sumOf(onLast(lines, 7))).toBe(207)
  expect(onLast(lines, -300).at(-1)?.amount).toBe(0)
})
