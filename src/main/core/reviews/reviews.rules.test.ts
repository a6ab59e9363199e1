import { describe, expect, test } from 'vitest'
import { defaultCreditPolicy } from '../policy/default-credit-policy.ts'
import { type DueFacts, dueOf, reviewMonthsOf } from './due.rules.ts'
import { agrees, countedClassOf, countedOf, referenceOf } from './reviews.rules.ts'

const stands = { amount: 100, inForce: true }
const ended = { amount: 100, inForce: false }
const none = { amount: null, inForce: false }

test.each([
  ['extend', 101, stands, true],
  ['extend', 100, stands, false],
  ['extend', 101, ended, true],
  ['extend', 1, none, true],
  ['extend', 0, none, true],
  ['maintain', 100, stands, true],
  ['maintain', 99, stands, false],
  ['maintain', 100, ended, true],
  ['maintain', 0, none, false],
  ['reduce', 99, stands, true],
  ['reduce', 0, stands, true],
  ['reduce', 100, stands, false],
  ['reduce', 0, none, false],
  ['withdraw', 0, stands, true],
  ['withdraw', 1, stands, false],
  ['withdraw', 0, none, true],
] as const)('%s at %d of %o: %s', (kind, amount, measured, expected) => {
  expect(agrees(kind, amount, measured)).toBe(expected)
})

test.each([
  ['extend', 150, stands, 150],
  ['maintain', 100, stands, 100],
  ['reduce', 50, stands, null],
  // An ended limit grants nothing any more: less than it was is still more than nothing.
  ['reduce', 50, ended, 50],
  ['withdraw', 0, ended, null],
] as const)('%s at %d of %o takes authority for %s', (kind, amount, measured, counted) => {
  expect(countedOf(kind, amount, measured)).toBe(counted)
})

test.each([
  [2, 4, 4],
  [5, 4, 5],
  [2, null, 2],
  [null, 4, 4],
  [null, null, null],
])('judged %s, scorecard %s: authority of class %s', (judgement, scorecard, counted) => {
  expect(countedClassOf(judgement, scorecard)).toBe(counted)
})

test('references count in their year', () => {
  expect([referenceOf('2026', 7), referenceOf('2027', 12_345)]).toEqual(['R-2026-0007', 'R-2027-12345'])
})

describe('when a review is due', () => {
  const nothing: DueFacts = { review: null, limit: null, riskClass: 3, owesSince: null, askedOn: null }
  const due = (facts: Partial<DueFacts>) => {
    const found = dueOf({ ...nothing, ...facts }, defaultCreditPolicy)
    return found && [found.dueOn, found.because]
  }
  const review = { decidedOn: '2026-01-31', nextOn: '2026-09-15' }
  const limit = { decidedOn: '2026-01-31', until: null }

  test('on the day that the last review named', () => {
    expect(due({ review, limit })).toEqual(['2026-09-15', 'decision'])
  })

  test('else after the policy’s months for the class, the shortest where it is not known', () => {
    expect(due({ limit })).toEqual(['2026-07-31', 'policy'])
    expect(due({ limit, riskClass: 1 })).toEqual(['2027-01-31', 'policy'])
    expect(due({ limit, riskClass: null })).toEqual(['2026-04-30', 'policy'])
    expect(due({ review: { ...review, nextOn: null }, limit })).toEqual(['2026-07-31', 'policy'])
    expect([1, 2, 3, 4, 5, null].map((one) => reviewMonthsOf(defaultCreditPolicy, one))).toEqual([12, 12, 6, 3, 3, 3])
  })

  test('when the limit ends, if that is sooner and not reviewed since', () => {
    expect(due({ review, limit: { ...limit, until: '2026-05-31' } })).toEqual(['2026-05-31', 'limit-ends'])
    expect(due({ review, limit: { ...limit, until: '2026-12-31' } })).toEqual(['2026-09-15', 'decision'])
    expect(due({ review, limit: { decidedOn: '2025-01-01', until: '2025-12-31' } })).toEqual(['2026-09-15', 'decision'])
    expect(due({ limit: { ...limit, until: '2026-02-28' } })).toEqual(['2026-02-28', 'limit-ends'])
  })

  test('on the day of a letter whose level asks for it, unless one was decided since', () => {
    expect(due({ askedOn: '2026-03-15' })).toEqual(['2026-03-15', 'dunning-level'])
    expect(due({ review, limit, askedOn: '2026-03-15' })).toEqual(['2026-03-15', 'dunning-level'])
    expect(due({ review, limit, askedOn: '2026-01-31' })).toEqual(['2026-09-15', 'decision'])
    expect(due({ review, limit, askedOn: '2026-10-01' })).toEqual(['2026-09-15', 'decision'])
  })

  test('once a customer without any decision is no longer new, and never for one that is granted nothing', () => {
    expect(due({ owesSince: '2025-11-30' })).toEqual(['2026-05-30', 'never-reviewed'])
    expect(due({ owesSince: '2025-11-30', limit })).toEqual(['2026-07-31', 'policy'])
    expect(due({})).toBeNull()
  })
})
