import { expect, test } from 'vitest'
import { barShares } from './exposure.bar.ts'

test('parts and limit on one scale', () => {
  const { before, order, limit } = barShares(60_000, 110_000, 100_000)
  expect(before / order).toBeCloseTo(60 / 50)
  expect(limit).toBeCloseTo(100 / 110 / 1.04)
  expect(before + order).toBeLessThan(1)
})

test('a limit above all else is the whole; none has no mark; zero stands at the start', () => {
  expect(barShares(10, 20, 100).limit).toBeCloseTo(1 / 1.04)
  expect(barShares(10, 20, null)).toMatchObject({ limit: null })
  expect(barShares(0, 20, 0).limit).toBe(0)
})

test('credit of the customer draws nothing, and the order starts from nothing', () => {
  expect(barShares(-50, 30, 100)).toMatchObject({ before: 0 })
  expect(barShares(-50, -20, null)).toEqual({ before: 0, order: 0, limit: null })
})
