import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Claim, type Debt, oldestFor, promisable, spread } from './promisable.rules.ts'

describe('what may be promised', () => {
  const debts: Debt[] = [
    { id: 'F1', open: 1_000 },
    { id: 'F2', open: 500 },
    { id: 'F3', open: 200 },
  ]
  const claim = (rest: number, ...itemIds: string[]): Claim => ({
    rest,
    items: itemIds.map((itemId) => ({ itemId, amount: rest / itemIds.length })),
  })

  test('is what is open, less what running promises expect of it and their other invoices cannot bear', () => {
    expect(promisable(debts.slice(0, 1), debts, [])).toBe(1_000)
    expect(promisable(debts.slice(0, 1), debts, [claim(400, 'F1')])).toBe(600)
    expect(promisable(debts.slice(0, 1), debts, [claim(1_200, 'F1', 'F2')])).toBe(300)
    expect(promisable(debts.slice(0, 1), debts, [claim(500, 'F2')])).toBe(1_000)
    expect(promisable([], debts, [claim(500, 'F2')])).toBe(0)
  })

  test('reaches the oldest debts first, and passes over those promised whole', () => {
    const ids = (amount: number, ...claims: Claim[]) => oldestFor(amount, debts, claims).map(({ id }) => id)
    expect(ids(900)).toEqual(['F1'])
    expect(ids(1_001)).toEqual(['F1', 'F2'])
    expect(ids(300, claim(1_000, 'F1'))).toEqual(['F2'])
    expect(ids(300, claim(800, 'F1'))).toEqual(['F1', 'F2'])
    expect(ids(9_999)).toEqual(['F1', 'F2', 'F3'])
  })

  test('is spread over its debts in their order, what others promised last', () => {
    expect(spread(1_100, debts, [])).toEqual([1_000, 100, 0])
    expect(spread(600, debts.slice(0, 2), [claim(800, 'F1')])).toEqual([200, 400])
    expect(spread(800, debts.slice(0, 2), [claim(800, 'F1')])).toEqual([300, 500])
  })

  test('adds up, and takes no more of a debt than is open', () => {
    const anyDebts = fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(anyDebts, fc.integer({ min: 1, max: 9_000 }), fc.nat(3_000), (opens, asked, rest) => {
        const all = opens.map((open, place) => ({ id: `D${place}`, open }))
        const claims = [claim(rest, 'D0')]
        const chosen = oldestFor(asked, all, claims)
        const amount = Math.min(asked, promisable(chosen, all, claims))
        const parts = spread(amount, chosen, claims)
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount)
        for (const [place, part] of parts.entries()) expect(part).toBeLessThanOrEqual(chosen[place]?.open ?? 0)
      }),
    )
  })
})
