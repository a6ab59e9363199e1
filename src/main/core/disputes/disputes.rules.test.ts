import { describe, expect, test } from 'vitest'
import { ageOf, changesOf, concededFits, disputable, isClaim } from './disputes.rules.ts'

describe('what may be contested', () => {
  test.each([
    ['invoice', 100, true],
    ['opening', 100, true],
    ['adjustment', 100, true],
    ['adjustment', -100, false],
    ['payment', 100, false],
    ['credit_note', -100, false],
  ])('%s of %d: %s', (kind, amount, claim) => {
    expect(isClaim({ kind, amount })).toBe(claim)
  })

  test('what is open less what others contest, never below zero', () => {
    expect([disputable(100, 0), disputable(100, 40), disputable(100, 100), disputable(50, 80)]).toEqual([100, 60, 0, 0])
  })
})

test.each([
  ['upheld', 0, true],
  ['upheld', 1, false],
  ['settled', 0, true],
  ['settled', 100, true],
  ['settled', 101, false],
  ['credit_note', 0, false],
  ['credit_note', 1, true],
  ['credit_note', 101, false],
  ['credit_note', -1, false],
] as const)('%s with %d given up of 100: %s', (outcome, conceded, fits) => {
  expect(concededFits(outcome, conceded, 100)).toBe(fits)
})

test('a dispute ages until it is closed', () => {
  expect(ageOf({ openedOn: '2026-02-27', closedOn: null }, '2026-03-01')).toBe(2)
  expect(ageOf({ openedOn: '2026-02-27', closedOn: '2026-02-27' }, '2026-03-01')).toBe(0)
  // As of a day before it was opened it has no age.
  expect(ageOf({ openedOn: '2026-02-27', closedOn: null }, '2026-02-01')).toBe(0)
})

test('a change names the fields that differ', () => {
  const told = { reason: 'price', amount: 100, owner: '', deadline: null, description: 'x' }
  expect(changesOf(told, told)).toEqual({})
  expect(changesOf(told, { ...told, amount: 80, deadline: '2026-05-01' })).toEqual({
    amount: { before: 100, after: 80 },
    deadline: { before: null, after: '2026-05-01' },
  })
})
