import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Criteria } from './confirmations.contract.ts'
import { type Account, differencesOf, drawOf, partsOf } from './draw.rules.ts'

const account = (code: string, worth: number | null): Account => ({
  customerId: `id-${code}`,
  code,
  balances: [{ currency: 'EUR', total: worth ?? 1 }],
  worth,
})
const none: Pick<Criteria, 'all' | 'largest' | 'above' | 'random' | 'customerIds'> = {
  all: false,
  largest: 0,
  above: null,
  random: 0,
  customerIds: [],
}
const told = (drawn: readonly { code: string; chosenBy: string }[]) =>
  drawn.map(({ code, chosenBy }) => [code, chosenBy])
const book = [account('A', 500), account('B', -900), account('C', 0), account('D', 100), account('E', 900)]
// The ticket of a customer is its own code: the draw is told beforehand.
const byCode = (code: string) => code

describe('whom a round asks', () => {
  test('nobody without a criterion; everybody where all are wanted', () => {
    expect(drawOf(book, none, byCode)).toEqual([])
    expect(told(drawOf(book, { ...none, all: true }, byCode))).toEqual(['A', 'B', 'C', 'D', 'E'].map((c) => [c, 'all']))
  })

  test('the largest count whichever side they are on, and never without a balance', () => {
    expect(told(drawOf(book, { ...none, largest: 2 }, byCode))).toEqual([
      ['B', 'largest'],
      ['E', 'largest'],
    ])
    expect(drawOf(book, { ...none, largest: 100 }, byCode).map(({ code }) => code)).toEqual(['A', 'B', 'D', 'E'])
  })

  test('a balance of just the amount is taken; one without a rate may be, and is', () => {
    expect(told(drawOf([...book, account('X', null)], { ...none, above: 500 }, byCode))).toEqual([
      ['A', 'above'],
      ['B', 'above'],
      ['E', 'above'],
      ['X', 'above'],
    ])
  })

  test('ways add up, and each customer is told by the first that takes it', () => {
    const criteria = { ...none, largest: 1, above: 500, random: 1, customerIds: ['id-C'] }
    expect(told(drawOf(book, criteria, byCode))).toEqual([
      ['A', 'above'],
      ['B', 'largest'],
      ['C', 'chosen'],
      ['D', 'random'],
      ['E', 'above'],
    ])
  })

  test('any book: the draw is as large as asked, of those left, the same for the same tickets in any order', () => {
    const accounts = fc
      .uniqueArray(fc.tuple(fc.string({ minLength: 1, maxLength: 4 }), fc.option(fc.integer({ min: -9, max: 9 }))), {
        selector: ([code]) => code,
        maxLength: 30,
      })
      .map((rows) => rows.map(([code, worth]) => account(code, worth)))
    fc.assert(
      fc.property(accounts, fc.nat(40), fc.nat(10), (some, random, largest) => {
        const ticketOf = (code: string) => [...code].reverse().join('')
        const drawn = drawOf(some, { ...none, random, largest }, ticketOf)
        const again = drawOf([...some].reverse(), { ...none, random, largest }, ticketOf)
        expect(again).toEqual(drawn)
        const largestTaken = Math.min(largest, some.filter(({ worth }) => worth !== 0).length)
        expect(drawn).toHaveLength(Math.min(some.length, largestTaken + random))
        expect(new Set(drawn.map(({ code }) => code)).size).toBe(drawn.length)
      }),
    )
  })
})

test('balances add up by currency, with and without their signs', () => {
  const eur = (total: number) => ({ balances: [{ currency: 'EUR', total }] })
  const both = { balances: [...eur(-40).balances, { currency: 'USD', total: 7 }] }
  expect(partsOf([eur(100), both])).toEqual([
    { currency: 'EUR', count: 2, total: 60, gross: 140 },
    { currency: 'USD', count: 1, total: 7, gross: 7 },
  ])
})

test('a difference is what the customer states less our balance; an account not named agrees', () => {
  const balances = [
    { currency: 'EUR', total: 1000 },
    { currency: 'USD', total: 50 },
  ]
  expect(differencesOf(balances, [{ currency: 'EUR', total: 900 }])).toEqual([{ currency: 'EUR', total: -100 }])
  expect(differencesOf(balances, [{ currency: 'USD', total: 50 }])).toEqual([])
})
