import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../kernel/errors.ts'
import {
  decideMatch,
  freeFrom,
  leftOf,
  matched,
  oldestFirst,
  type Side,
  settledOn,
  spread,
  taxWithin,
} from './matching.rules.ts'

const side = (amount: number, rest: Partial<Side> = {}): Side => ({
  id: rest.number ?? 'i',
  number: amount > 0 ? 'F1' : 'P1',
  customerId: 'c',
  currency: 'EUR',
  booked: '2026-01-01',
  due: '2026-01-31',
  amount,
  base: null,
  steps: [],
  baseMatched: 0,
  ...rest,
})

const refused = (act: () => unknown) => {
  try {
    act()
    return null
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, ...error.details }
    throw error
  }
}

describe('a match', () => {
  test('exists from the day both sides do, or a later one told', () => {
    const [debit, credit] = [side(10_000), side(-10_000, { booked: '2026-02-01' })]
    expect(decideMatch(debit, credit, 4_000)).toMatchObject({ amount: 4_000, day: '2026-02-01', exchange: 0 })
    expect(decideMatch(debit, credit, 4_000, { day: '2026-02-10' }).day).toBe('2026-02-10')
    expect(decideMatch(debit, credit, 4_000, { from: '2026-01-15' }).day).toBe('2026-02-01')
    expect(decideMatch(debit, credit, 4_000, { from: '2026-02-15' }).day).toBe('2026-02-15')
    expect(refused(() => decideMatch(debit, credit, 4_000, { day: '2026-01-31' }))).toMatchObject({
      code: 'match.day-too-early',
      day: '2026-01-31',
      earliest: '2026-02-01',
    })
  })

  test('has a debit and a credit of one customer and one currency', () => {
    const names = { debit: 'F1', credit: 'P1' }
    expect(refused(() => decideMatch(side(1), side(1), 1))).toMatchObject({ code: 'match.same-side' })
    expect(refused(() => decideMatch(side(-1), side(-1), 1))).toMatchObject({ code: 'match.same-side' })
    expect(refused(() => decideMatch(side(-1), side(1), 1))).toMatchObject({ code: 'match.same-side' })
    expect(refused(() => decideMatch(side(1), side(-1, { customerId: 'd' }), 1))).toEqual({
      code: 'match.other-customer',
      ...names,
    })
    expect(refused(() => decideMatch(side(1), side(-1, { currency: 'USD' }), 1))).toEqual({
      code: 'match.other-currency',
      ...names,
      debitCurrency: 'EUR',
      creditCurrency: 'USD',
    })
  })

  test('takes no more than what is left of either side', () => {
    const [debit, credit] = [matched(side(10_000), '2026-02-01', 6_000, null), side(-9_000)]
    expect(refused(() => decideMatch(debit, credit, 4_001))).toEqual({
      code: 'match.above-open',
      number: 'F1',
      amount: 4_001,
      open: 4_000,
      currency: 'EUR',
    })
    expect(refused(() => decideMatch(side(10_000), credit, 9_001))).toMatchObject({ number: 'P1', open: 9_000 })
    expect(decideMatch(debit, credit, 4_000).amount).toBe(4_000)
  })

  test('of a debt that a bounce reopened begins on the day of the bounce', () => {
    const paid = matched(side(10_000), '2026-02-01', 7_000, null)
    const reopened = matched(paid, '2026-03-01', -7_000, null)
    expect(leftOf(reopened)).toBe(10_000)
    expect(freeFrom(reopened, 3_000)).toBe('2026-01-01')
    expect(freeFrom(reopened, 3_001)).toBe('2026-03-01')
    expect(freeFrom(reopened, 10_001)).toBeNull()
    expect(decideMatch(reopened, side(-10_000), 10_000).day).toBe('2026-03-01')
  })

  test('takes its part of what each side was worth, and the last one takes what rounding left', () => {
    // 100 USD booked at 0.8333, paid in three receipts at 0.9.
    let debit = side(10_000, { base: 8_333 })
    const shares = [3_333, 3_333, 3_334].map((amount) => {
      const credit = side(-amount, { base: -Math.round(amount * 0.9) })
      const match = decideMatch(debit, credit, amount)
      debit = matched(debit, match.day, amount, match.debitBase)
      return [match.debitBase, match.creditBase, match.exchange]
    })
    expect(shares).toEqual([
      [2_777, 3_000, 223],
      [2_778, 3_000, 222],
      [2_778, 3_001, 223],
    ])
    expect([leftOf(debit), debit.baseMatched]).toEqual([0, 8_333])
    // P6: 100 at 85, received at 80.
    expect(decideMatch(side(10_000, { base: 850_000 }), side(-10_000, { base: -800_000 }), 10_000).exchange).toBe(
      -50_000,
    )
    expect(decideMatch(side(10_000, { base: 850_000 }), side(-10_000), 10_000).exchange).toBe(0)
  })
})

describe('the day of settlement', () => {
  test('is the last one that changed what is matched', () => {
    const whole = matched(matched(side(10_000), '2026-02-01', 6_000, null), '2026-02-05', 4_000, null)
    expect(settledOn(whole)).toBe('2026-02-05')
    expect(settledOn(matched(whole, '2026-03-01', -1, null))).toBeNull()
    const bouncedAndPaid = matched(matched(whole, '2026-03-01', -10_000, null), '2026-03-20', 10_000, null)
    expect(settledOn(bouncedAndPaid)).toBe('2026-03-20')
    // A match undone on its own day never was.
    const undone = matched(matched(whole, '2026-04-01', 0, null), '2026-02-05', 0, null)
    expect(settledOn(undone)).toBe('2026-02-05')
  })
})

describe('oldest first', () => {
  test('by due date, then by the day booked and the number', () => {
    const sides = [
      side(1, { number: 'C', due: '2026-03-01' }),
      side(1, { number: 'B', due: '2026-02-01', booked: '2026-01-02' }),
      side(1, { number: 'Z', due: '2026-02-01' }),
      side(1, { number: 'A', due: '2026-02-01', booked: '2026-01-02' }),
    ]
    expect(oldestFirst(sides).map(({ number }) => number)).toEqual(['Z', 'A', 'B', 'C'])
  })

  test('each in full before the next', () => {
    const sides = [
      side(100, { number: 'A' }),
      matched(side(50, { number: 'B' }), '2026-01-05', 50, null),
      side(70, { number: 'C' }),
    ]
    const { parts, left } = spread(sides, 120)
    expect(parts.map(([{ number }, amount]) => [number, amount])).toEqual([
      ['A', 100],
      ['C', 20],
    ])
    expect(left).toBe(0)
    expect(spread(sides, 200).left).toBe(30)
  })
})

test.each([
  [10_000, '19', 1_597],
  [1_190, '19', 190],
  [1_200, '20', 200],
  [1_055, '5.5', 55],
  [1_000, '0', 0],
  [1, '20', 0],
  [3, '20', 1],
])('of %i, VAT at %s %% is %i', (amount, rate, tax) => {
  expect(taxWithin(amount, rate)).toBe(tax)
})

const amount = fc.integer({ min: 1, max: 100_000 })
const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, '0')}`)

describe('whatever is matched and taken back', () => {
  const changes = fc.array(fc.record({ amount, day, back: fc.option(day) }), { maxLength: 12 })

  test('what is left never crosses zero on any day, and all of what an item was worth is taken with its last part', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 200_000 }), changes, (whole, base, wanted) => {
        let debit = side(whole, { base })
        for (const change of wanted) {
          const part = Math.min(change.amount, leftOf(debit))
          if (part === 0) break
          const from = freeFrom(debit, part)
          if (from === null) throw new Error('what is left is free some day')
          const match = decideMatch(debit, side(-part, { base: -part }), part, { from: change.day })
          expect(match.day >= change.day && match.day >= from).toBe(true)
          const before = debit
          debit = matched(debit, match.day, part, match.debitBase)
          // Taken back on its own day, it is as if it had never been.
          const undone = matched(debit, match.day, -part, -(match.debitBase ?? 0))
          expect([leftOf(undone), undone.baseMatched]).toEqual([leftOf(before), before.baseMatched])
          if (change.back !== null && change.back >= match.day)
            debit = matched(debit, change.back, -part, -(match.debitBase ?? 0))
          let taken = 0
          for (const step of debit.steps) {
            taken += step.amount
            expect(taken >= 0 && taken <= whole).toBe(true)
          }
          expect(debit.baseMatched >= 0 && debit.baseMatched <= base).toBe(true)
          expect(leftOf(debit) === 0 ? debit.baseMatched : base).toBe(base)
        }
      }),
    )
  })
})
