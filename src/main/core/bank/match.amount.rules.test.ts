import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { discountTaken, isNear, spread } from './match.amount.rules.ts'
import { subsetOf } from './match.subset.rules.ts'

test.each([
  [99_000, 100_000, true],
  [98_000, 100_000, false],
  [10_040_000, 10_000_000, true],
  [10_060_000, 10_000_000, false],
  [99_000, 0, false],
])('%i cents are near %i: %s (P26)', (paid, owed, near) => expect(isNear(paid, owed, 'EUR')).toBe(near))

test('the ceiling is counted in units of the currency', () => {
  expect(isNear(100_400, 100_000, 'JPY')).toBe(true)
  expect(isNear(100_600, 100_000, 'JPY')).toBe(false)
})

test('exact means to the cent (P27): one cent apart is near, and no discount', () => {
  expect(discountTaken(100_000, 100_000)).toBeNull()
  expect(discountTaken(99_999, 100_000)).toBeNull()
  expect(isNear(99_999, 100_000, 'EUR')).toBe(true)
})

test('a usual discount is recognised, rounded either way', () => {
  expect(discountTaken(98_000, 100_000)).toEqual({ percent: '2', amount: 2_000 })
  expect(discountTaken(12_161, 12_347)).toEqual({ percent: '1.5', amount: 186 })
  expect(discountTaken(12_162, 12_347)).toEqual({ percent: '1.5', amount: 185 })
  expect(discountTaken(93_000, 100_000)).toBeNull()
})

const debts = (...amounts: number[]) => amounts.map((amount, place) => ({ amount, place }))
const places = (found: ReturnType<typeof subsetOf<{ amount: number; place: number }>>) =>
  found?.items.map(({ place }) => place)

describe('debts that make a sum', () => {
  test('neighbours come first', () => expect(places(subsetOf(debts(100, 200, 300, 500), 500))).toEqual([1, 2]))
  test('others are found too, and whether they are alone', () => {
    expect(subsetOf(debts(100, 210, 330, 570), 430)).toMatchObject({ alone: true })
    expect(places(subsetOf(debts(100, 210, 330, 570), 430))).toEqual([0, 2])
    expect(subsetOf(debts(100, 200, 300), 300)).toMatchObject({ alone: false })
  })
  test('are none where none does', () => {
    expect(subsetOf(debts(100, 200), 150)).toBeNull()
    expect(subsetOf([], 100)).toBeNull()
    expect(subsetOf(debts(100), 0)).toBeNull()
  })

  test('always make it, and are found among a few', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ amount: fc.integer({ min: 1, max: 10_000 }), taken: fc.boolean() }), {
          minLength: 1,
          maxLength: 9,
        }),
        (all) => {
          const sum = all.filter(({ taken }) => taken).reduce((total, { amount }) => total + amount, 0)
          const found = subsetOf(all, sum)
          expect(found?.items.reduce((total, { amount }) => total + amount, 0) ?? 0).toBe(sum)
          expect(new Set(found?.items).size).toBe(found?.items.length ?? 0)
        },
      ),
    )
  })

  test('are given up where too many would have to be tried', () => {
    const many = Array.from({ length: 5000 }, (_, i) => ({ amount: 1_000_003 + i * 7919 }))
    expect(subsetOf(many, 77_777_777)).toBeNull()
  })
})

test('a spread loses no cent and exceeds no debt', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 8 }),
      fc.nat(),
      (opens, n) => {
        const total = opens.reduce((sum, open) => sum + open, 0)
        const amount = n % (total + 1)
        const parts = spread(amount, opens)
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount)
        parts.forEach((part, i) => {
          expect(part).toBeLessThanOrEqual(opens[i] ?? 0)
        })
      },
    ),
  )
})
