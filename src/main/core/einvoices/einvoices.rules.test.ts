import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { claimsOf, isOthers, lastDue } from './einvoices.rules.ts'

describe('what a document claims', () => {
  test('is its gross amount, due as it says', () =>
    expect(claimsOf({ gross: 10_490, payable: 10_490, instalments: [{ due: '2026-03-02', amount: 10_490 }] })).toEqual({
      claims: [{ due: '2026-03-02', amount: 10_490 }],
      advance: 0,
    }))

  test('less what was prepaid is what is left to pay', () =>
    expect(claimsOf({ gross: 30_803, payable: 20_803, instalments: [{ due: '2026-07-16', amount: null }] })).toEqual({
      claims: [{ due: '2026-07-16', amount: 30_803 }],
      advance: 10_000,
    }))

  test('in instalments is one item each, the advance on the first', () =>
    expect(
      claimsOf({
        gross: 30_000,
        payable: 20_000,
        instalments: [
          { due: '2026-07-16', amount: 5_000 },
          { due: '2026-08-16', amount: 15_000 },
        ],
      }),
    ).toEqual({
      claims: [
        { due: '2026-07-16', amount: 15_000 },
        { due: '2026-08-16', amount: 15_000 },
      ],
      advance: 10_000,
    }))

  test('prepaid beyond it leaves a credit', () =>
    expect(claimsOf({ gross: 52_987, payable: -52_987, instalments: [] })).toEqual({
      claims: [{ due: null, amount: 52_987 }],
      advance: 105_974,
    }))

  test('of nothing is no item', () => expect(claimsOf({ gross: 0, payable: 0, instalments: [] }).claims).toEqual([]))

  test('always adds up to what is left to pay and the advance', () => {
    const instalment = fc.record({
      due: fc.constant('2026-07-16'),
      amount: fc.option(fc.integer({ min: 1, max: 50_000 })),
    })
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: -100_000, max: 100_000 }),
        fc.array(instalment, { maxLength: 4 }),
        (gross, payable, instalments) => {
          const { claims, advance } = claimsOf({ gross, payable, instalments })
          const sum = claims.reduce((total, { amount }) => total + amount, 0)
          expect(sum - advance).toBe(payable)
          expect(advance).toBeGreaterThanOrEqual(0)
          for (const { amount } of claims) expect(amount).toBeGreaterThan(0)
        },
      ),
    )
  })
})

test('an item that cannot be split is due with the last instalment', () => {
  expect(
    lastDue([
      { due: '2026-07-16', amount: 1 },
      { due: '2026-06-16', amount: 1 },
    ]),
  ).toBe('2026-07-16')
  expect(lastDue([])).toBeNull()
})

test('an invoice is another company’s when its seller’s numbers differ from ours', () => {
  const none = { siren: '', vatNumber: '' }
  const us = { siren: '123456782', vatNumber: 'FR11123456782' }
  const them = { siren: '732829320', vatNumber: 'FR44732829320' }
  expect(isOthers(us, { seller: us, buyer: them })).toBe(false)
  expect(isOthers(us, { seller: them, buyer: us })).toBe(true)
  expect(isOthers(us, { seller: none, buyer: us })).toBe(true)
  expect(isOthers(us, { seller: none, buyer: none })).toBe(false)
  expect(isOthers(none, { seller: them, buyer: us })).toBe(false)
  expect(isOthers({ ...us, siren: '' }, { seller: { ...them, siren: '' }, buyer: none })).toBe(true)
})
