import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CreditPolicy } from '../policy/credit-policy.schema.ts'
import { defaultCreditPolicy } from '../policy/default-credit-policy.ts'
import { mayDecide, whoMayDecide } from './authority.rules.ts'
import { claimDays, claimStanding, shareOfAmount } from './covers.rules.ts'
import { type CreditFacts, decide, type LimitFact, type OrderAsked } from './verdict.rules.ts'
import { purposes, ruleCodes, verdicts } from './verdict.schema.ts'

const DAY = '2026-03-01'
const none: LimitFact = { state: 'none', amount: null, until: null, exposure: 0 }
const quiet: CreditFacts = {
  own: none,
  group: null,
  riskClass: null,
  late: { warn: 0, refuse: 0, oldestDue: null },
  isNew: false,
  blocked: null,
  insolvency: null,
  planBrokenOn: null,
  promiseBroken: null,
  reviewDueOn: null,
  unknownCurrencies: [],
  overrides: [],
}
const order = (amount: number, rest: Partial<OrderAsked> = {}): OrderAsked => ({
  amount,
  currency: 'EUR',
  prepaid: false,
  purpose: 'order',
  orderNumber: '',
  asOf: DAY,
  ...rest,
})

const minor = fc.nat(1_000_000)
const limitFact: fc.Arbitrary<LimitFact> = fc.record({
  state: fc.constantFrom('set' as const, 'expired' as const, 'none' as const),
  amount: fc.option(minor, { nil: null }),
  until: fc.constant(null),
  exposure: fc.integer({ min: -500_000, max: 1_000_000 }),
})
const facts: fc.Arbitrary<CreditFacts> = fc.record({
  own: limitFact,
  group: fc.option(
    limitFact.map((limit) => ({ ...limit, name: 'Groupe' })),
    { nil: null },
  ),
  riskClass: fc.option(fc.constantFrom(1, 2, 3, 4, 5), { nil: null }),
  late: fc.record({ warn: minor, refuse: minor, oldestDue: fc.constant(null) }),
  isNew: fc.boolean(),
  blocked: fc.option(fc.constant({ reason: 'x', until: null }), { nil: null }),
  insolvency: fc.option(fc.record({ kind: fc.constant('liquidation'), since: fc.constant(DAY), gone: fc.boolean() }), {
    nil: null,
  }),
  planBrokenOn: fc.option(fc.constant(DAY), { nil: null }),
  promiseBroken: fc.option(fc.record({ day: fc.constant(DAY), amount: minor }), { nil: null }),
  reviewDueOn: fc.option(fc.constant(DAY), { nil: null }),
  unknownCurrencies: fc.constantFrom([], ['CHF']),
  overrides: fc.array(
    fc.record({
      id: fc.constant(''),
      customerId: fc.constant(''),
      orderNumber: fc.constantFrom('', 'CMD-1'),
      amount: minor,
      codes: fc.subarray([...ruleCodes]),
      from: fc.constantFrom('2026-01-01', '2026-04-01'),
      until: fc.constantFrom('2026-02-01', '2026-05-01'),
      reason: fc.constant(''),
      by: fc.constant('Anne'),
      policyVersion: fc.constant(0),
    }),
    { maxLength: 3 },
  ),
})
const policies: fc.Arbitrary<CreditPolicy> = fc
  .record({ tolerancePercent: fc.nat(100), watchPercent: fc.integer({ min: 1, max: 100 }) })
  .map((some) => ({ ...defaultCreditPolicy, ...some }))
const asked = fc.record({
  prepaid: fc.boolean(),
  purpose: fc.constantFrom(...purposes),
  orderNumber: fc.constantFrom('', 'CMD-1', 'CMD-2'),
})

describe('properties of any verdict', () => {
  test('a larger order never gets a better verdict', () => {
    fc.assert(
      fc.property(facts, policies, asked, minor, minor, (known, policy, how, amount, more) => {
        const word = (value: number) => verdicts.indexOf(decide(known, order(value, how), policy).verdict)
        expect(word(amount + more)).toBeGreaterThanOrEqual(word(amount))
      }),
      { numRuns: 500 },
    )
  })

  test('an invoice is never refused; the heaviest rule stands first and is the verdict', () => {
    fc.assert(
      fc.property(facts, policies, asked, minor, (known, policy, how, amount) => {
        const { verdict, reasons } = decide(known, order(amount, how), policy)
        if (how.purpose === 'invoice') expect(verdict).not.toBe('refuse')
        expect(verdict).toBe({ refuse: 'refuse', warn: 'warn', note: 'accept' }[reasons[0]?.weight ?? 'note'])
        for (const { weight, liftBy, message } of reasons) {
          expect(message).not.toMatch(/undefined|NaN/)
          if (weight !== 'refuse') expect(liftBy).toBeNull()
        }
      }),
    )
  })

  test('an exclusion refuses every order, whatever was granted for something else', () => {
    fc.assert(
      fc.property(facts, policies, minor, fc.boolean(), (known, policy, amount, prepaid) => {
        const blocked = { ...known, blocked: { reason: 'x', until: null }, overrides: [] }
        expect(decide(blocked, order(amount, { prepaid }), policy).verdict).toBe('refuse')
      }),
    )
  })
})

test('a limit whose review is overdue warns, beside what else there is to say', () => {
  const overdue = { ...quiet, own: { ...none, state: 'set' as const, amount: 100 }, reviewDueOn: '2026-02-01' }
  const told = decide(overdue, order(1), defaultCreditPolicy)
  expect(told).toMatchObject({
    verdict: 'warn',
    reasons: [{ code: 'review-overdue', details: { since: '2026-02-01' } }],
  })
  expect(told.reasons[0]?.message).toBe('the review of the limit was due on 2026-02-01')
  const passed = decide(overdue, order(101), defaultCreditPolicy).reasons.map(({ code }) => code)
  expect(passed).toEqual(['limit-passed', 'review-overdue'])
})

describe('a company that is no more', () => {
  const gone = { ...quiet, insolvency: { kind: 'struck_off', since: DAY, gone: true } }
  test('orders nothing, prepaid or not, and nobody lifts it', () => {
    const { reasons } = decide(gone, order(1, { prepaid: true }), defaultCreditPolicy)
    expect(reasons[0]).toMatchObject({ code: 'insolvency', weight: 'refuse', liftBy: null })
  })
  test('one under safeguard may pay beforehand', () => {
    const safeguard = { ...quiet, insolvency: { kind: 'safeguard', since: DAY, gone: false } }
    expect(decide(safeguard, order(1), defaultCreditPolicy).verdict).toBe('refuse')
    expect(decide(safeguard, order(1, { prepaid: true }), defaultCreditPolicy).verdict).toBe('accept')
  })
})

describe('who may decide', () => {
  const matrix = {
    authority: [
      { person: 'Anne', ceilings: [100, 80, 60, 40, 20] as [number, number, number, number, number] },
      { person: 'Luc', ceilings: [50, 40, 30, 20, 10] as [number, number, number, number, number] },
    ],
    deputies: [{ person: 'Anne', deputy: 'Luc', from: '2026-02-01', until: '2026-02-28' }],
  }
  const people = (amount: number, riskClass: number | null, day = DAY) =>
    whoMayDecide(matrix, { amount, riskClass, day }).people.map(({ person }) => person)

  test('those whose ceiling reaches the amount for the class; the lowest where the class is not known', () => {
    expect(people(50, 1)).toEqual(['Anne', 'Luc'])
    expect(people(51, 1)).toEqual(['Anne'])
    expect(people(51, 3)).toEqual(['Anne'])
    expect(people(61, 3)).toEqual([])
    expect(people(20, null)).toEqual(['Anne'])
    expect(people(21, null)).toEqual([])
  })

  test('a deputy, while they stand in', () => {
    expect(people(100, 1, '2026-02-28')).toEqual(['Anne', 'Luc'])
    expect(people(100, 1, '2026-03-01')).toEqual(['Anne'])
    expect(mayDecide(matrix, 'Luc', { amount: 100, riskClass: 1, day: '2026-02-01' })).toBe(true)
    expect(mayDecide(matrix, 'Luc', { amount: 101, riskClass: 1, day: '2026-02-01' })).toBe(false)
  })

  test('anyone, while the policy names nobody', () => {
    expect(whoMayDecide({ authority: [], deputies: [] }, { amount: 1, riskClass: null, day: DAY })).toEqual({
      anyone: true,
      people: [],
    })
  })
})

describe('claims on an insurer', () => {
  test('due day, extension, days to declare', () => {
    const days = claimDays('2026-02-04', { extensionDays: 30, noticeDays: 20 })
    expect(days).toEqual({ from: '2026-03-06', deadline: '2026-03-26' })
    expect(claimStanding(days, null, '2026-03-06')).toEqual({ state: 'waiting', daysLeft: 20 })
    expect(claimStanding(days, null, '2026-03-07')).toEqual({ state: 'declare', daysLeft: 19 })
    expect(claimStanding(days, null, '2026-03-26')).toEqual({ state: 'declare', daysLeft: 0 })
    expect(claimStanding(days, null, '2026-03-27')).toEqual({ state: 'late', daysLeft: -1 })
    expect(claimStanding(days, '2026-03-20', '2026-03-27').state).toBe('declared')
  })

  test('an insolvency ends the extension; one that came after it changes nothing', () => {
    const terms = { extensionDays: 30, noticeDays: 20 }
    expect(claimDays('2026-02-04', terms, '2026-02-10')).toEqual({ from: '2026-02-10', deadline: '2026-03-02' })
    expect(claimDays('2026-02-04', terms, '2026-01-10')).toEqual({ from: '2026-01-10', deadline: '2026-01-30' })
    expect(claimDays('2026-02-04', terms, '2026-03-07')).toEqual({ from: '2026-03-06', deadline: '2026-03-26' })
  })

  test.each([
    [10_000, '90', 9_000],
    [10_001, '92.5', 9_251],
    [1, '50', 1],
    [0, '90', 0],
  ])('%i at %s %%', (amount, percent, share) => {
    expect(shareOfAmount(amount, percent)).toBe(share)
  })
})

test('a warning ends with the temporary limit it is held against; one against a limit that is over does not', () => {
  const own = { amount: 1_000, until: '2026-02-28', exposure: 950 }
  const ends = (state: LimitFact['state'], until: string) =>
    decide({ ...quiet, own: { ...own, state, until } }, order(0), defaultCreditPolicy).reasons.find(
      ({ code }) => code === 'watch',
    )?.until
  expect(ends('set', '2026-03-31')).toBe('2026-03-31')
  expect(ends('expired', '2026-02-28')).toBeNull()
})
