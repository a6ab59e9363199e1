import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isInForce, type PlanFacts, planStanding, suggestInstalments } from './instalments.rules.ts'

const GRACE = 5
/** 300.00 in three months, agreed on 1 January. */
const plan = (steps: { day: string; amount: number }[], rest: Partial<PlanFacts> = {}): PlanFacts => ({
  cancelledOn: null,
  items: [{ amount: 30_000, covered: 30_000, steps }],
  instalments: ['2026-02-01', '2026-03-01', '2026-04-01'].map((due) => ({ due, amount: 10_000 })),
  ...rest,
})
const paid = (day: string, amount = 10_000) => ({ day, amount })
const standing = (facts: PlanFacts, asOf: string) => planStanding(facts, asOf, GRACE)

describe('a plan', () => {
  test.each([
    ['2026-02-01', 'running', '2026-02-07'],
    ['2026-02-02', 'late', '2026-02-07'],
    ['2026-02-06', 'late', '2026-02-07'],
    ['2026-02-07', 'broken', '2026-02-07'],
    ['2026-05-01', 'broken', '2026-02-07'],
  ])('of which nothing is paid: on %s %s', (asOf, state, brokenOn) => {
    expect(standing(plan([]), asOf)).toMatchObject({ state, brokenOn, paid: 0, nextDue: '2026-02-01' })
  })

  test('is running again once a late instalment is paid within the days of grace', () => {
    const facts = plan([paid('2026-02-06')])
    expect(standing(facts, '2026-02-05').state).toBe('late')
    expect(standing(facts, '2026-02-06')).toMatchObject({
      state: 'running',
      brokenOn: '2026-03-07',
      paid: 10_000,
      nextDue: '2026-03-01',
    })
  })

  test('paid a day too late is broken for good, until all is paid', () => {
    const facts = plan([paid('2026-02-07'), paid('2026-02-20', 20_000)])
    expect(standing(facts, '2026-02-10')).toMatchObject({ state: 'broken', brokenOn: '2026-02-07' })
    expect(standing(facts, '2026-02-20')).toMatchObject({ state: 'kept', brokenOn: null, nextDue: null })
  })

  test('whose payment came back is broken on the day it did, or when its grace ends', () => {
    const early = plan([paid('2026-02-01'), paid('2026-02-03', -10_000)])
    expect(standing(early, '2026-02-04')).toMatchObject({ state: 'late', brokenOn: '2026-02-07' })
    const late = plan([paid('2026-02-01'), paid('2026-02-20', -10_000), paid('2026-02-25')])
    expect(standing(late, '2026-02-19').state).toBe('running')
    expect(standing(late, '2026-02-26')).toMatchObject({ state: 'broken', brokenOn: '2026-02-20' })
  })

  test('is filled from its earliest instalment on', () => {
    const { instalments, nextDue } = standing(plan([paid('2026-01-15', 14_000)]), '2026-02-01')
    expect(instalments.map(({ paid }) => paid)).toEqual([10_000, 4_000, 0])
    expect(nextDue).toBe('2026-03-01')
  })

  test('counts only what was open when it was agreed', () => {
    // 100.00 of the 400.00 were paid before.
    const facts = plan([paid('2025-12-01'), paid('2026-01-20')], {
      items: [{ amount: 40_000, covered: 30_000, steps: [paid('2025-12-01'), paid('2026-01-20')] }],
    })
    expect(standing(facts, '2026-01-10').paid).toBe(0)
    expect(standing(facts, '2026-01-20').paid).toBe(10_000)
  })

  test('that was ended is over from that day on', () => {
    const facts = plan([], { cancelledOn: '2026-01-15' })
    expect(standing(facts, '2026-01-14').state).toBe('running')
    expect(standing(facts, '2026-01-15')).toMatchObject({ state: 'cancelled', brokenOn: null })
  })

  test('holds reminders back while it runs or is only late', () => {
    expect(
      ['running', 'late', 'broken', 'kept', 'cancelled'].filter((state) => isInForce({ state: state as 'late' })),
    ).toEqual(['running', 'late'])
  })

  test('says the same of what is paid by instalment and in all, whatever was paid when', () => {
    const day = fc.integer({ min: 1, max: 27 }).map((n) => `2026-02-${String(n).padStart(2, '0')}`)
    const steps = fc.array(fc.record({ day, amount: fc.integer({ min: 1, max: 9_000 }) }), { maxLength: 3 })
    fc.assert(
      fc.property(steps, day, (payments, asOf) => {
        const result = standing(plan(payments.toSorted((a, b) => (a.day < b.day ? -1 : 1))), asOf)
        expect(result.instalments.reduce((sum, { paid }) => sum + paid, 0)).toBe(result.paid)
        expect(result.paid).toBe(payments.reduce((sum, one) => (one.day <= asOf ? sum + one.amount : sum), 0))
        if (result.state === 'broken') expect(result.brokenOn !== null && result.brokenOn <= asOf).toBe(true)
      }),
    )
  })
})

describe('a suggestion', () => {
  test('is equal, the cents in the last', () => {
    expect(suggestInstalments(10_000, 3, '2026-01-31', 'month')).toEqual([
      { due: '2026-01-31', amount: 3_333 },
      { due: '2026-02-28', amount: 3_333 },
      { due: '2026-03-31', amount: 3_334 },
    ])
    expect(suggestInstalments(100, 2, '2026-12-28', 'week').map(({ due }) => due)).toEqual(['2026-12-28', '2027-01-04'])
    expect(suggestInstalments(2, 3, '2026-01-01', 'month')).toEqual([{ due: '2026-01-01', amount: 2 }])
  })

  test('adds up, whatever the count', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), fc.integer({ min: 2, max: 60 }), (total, count) => {
        const amounts = suggestInstalments(total, count, '2026-01-01', 'month').map(({ amount }) => amount)
        expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(total)
        expect(Math.min(...amounts)).toBeGreaterThan(0)
      }),
    )
  })
})
