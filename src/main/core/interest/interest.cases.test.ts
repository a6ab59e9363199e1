import { describe, expect, it } from 'vitest'
import { addDays } from '../kernel/day.ts'
import { type LateDebt, lateInterest, type Rates } from './interest.rules.ts'
import { rateSeries } from './rates.rules.ts'

const debt = (principal: number, due: string, until: string, rest: Partial<LateDebt> = {}): LateDebt => ({
  principal,
  due,
  until,
  movements: [],
  rate: rateSeries('FR'),
  dayCount: 'act/365',
  frozen: false,
  ...rest,
})
const interest = (...args: Parameters<typeof debt>) => lateInterest(debt(...args)).interest
const at = (principal: number, rate: string, days: number, rest: Partial<LateDebt> = {}) =>
  lateInterest(debt(principal, '2026-01-31', addDays('2026-01-31', days), { rate, ...rest }))

describe('cases of other programs', () => {
  it('I1: no rate, no interest', () => expect(at(10_000, '0', 20).interest).toBe(0))
  it('I2: 100, 15 days, 10 %', () => expect(at(10_000, '10', 15).interest).toBe(41))

  it('I10: a percentage is a year’s, counted by days, never flat: 2 % of 200 for 30 days is 0.33, not 4.00', () => {
    expect(at(20_000, '2', 30).interest).toBe(33)
  })

  it('I16, I17: 181 days of 2023 at 10.62 and at 6.62', () => {
    const result = lateInterest(debt(1_000_000, '2023-01-01', '2023-07-01', { rate: '10.62' }))
    expect([result.days, result.interest]).toEqual([181, 52_664])
    expect(interest(1_000_000, '2023-01-01', '2023-07-01', { rate: '6.62' })).toBe(32_828)
  })

  it.each(['2023-01-01', '2022-12-31', '2020-01-01'])('I18: paid on the due date or before (%s)', (until) => {
    expect(lateInterest(debt(1_000_000, '2023-01-01', until))).toEqual({
      principal: 1_000_000,
      remaining: 1_000_000,
      days: 0,
      interest: 0,
      segments: [],
      rounding: 0,
    })
  })

  it.each([0, -1, 0.5, Number.NaN])('I19: an amount of %s is refused, even when nothing is late', (principal) => {
    expect(() => lateInterest(debt(principal, '2023-01-01', '2022-01-01'))).toThrow(
      expect.objectContaining({ code: 'interest.amount-not-positive' }),
    )
  })

  it('I20: a year over two rate changes, every day at its own rate, loses no day', () => {
    const consumer: Rates = {
      country: 'DE',
      from: '2023-01-01',
      follows: 'semester',
      values: { '2023-S1': '6.62', '2023-S2': '8.12', '2024-S1': '8.62' },
    }
    const result = lateInterest(debt(1_000_000, '2023-01-01', '2024-01-01', { rate: consumer }))
    expect(result.segments.map(({ days }) => days)).toEqual([180, 184, 1])
    expect([result.days, result.interest]).toEqual([365, 73_816])
  })

  it('I21: 3,000 of 10,000 paid on the way', () => {
    const movements = [{ day: '2023-04-01', amount: 300_000 }]
    const result = lateInterest(debt(1_000_000, '2023-01-01', '2023-07-01', { rate: '10.62', movements }))
    expect(result.segments.map(({ days, principal, interest }) => [days, principal, interest])).toEqual([
      [90, 1_000_000, 26_186],
      [91, 700_000, 18_534],
    ])
    expect(result.interest).toBe(44_720)
  })

  it('I23: a payment after the last day counts for nothing', () => {
    const late = [{ day: '2023-07-02', amount: 300_000 }]
    expect(interest(1_000_000, '2023-01-01', '2023-07-01', { rate: '10.62', movements: late })).toBe(52_664)
  })

  it.each(['2022-12-01', '2023-01-01'])('I23: what was paid by the due date (%s) bears no interest at all', (day) => {
    const result = lateInterest(
      debt(1_000_000, '2023-01-01', '2023-07-01', { rate: '10.62', movements: [{ day, amount: 300_000 }] }),
    )
    expect(result.segments.map(({ from, principal }) => [from, principal])).toEqual([['2023-01-02', 700_000]])
    expect(result.remaining).toBe(700_000)
  })

  it('I23: payments given in any order are sorted', () => {
    const movements = [
      { day: '2023-05-01', amount: 300_000 },
      { day: '2023-03-01', amount: 200_000 },
    ]
    const result = lateInterest(debt(1_000_000, '2023-01-01', '2023-07-01', { rate: '10.62', movements }))
    expect(result.segments.map(({ principal }) => principal)).toEqual([1_000_000, 800_000, 500_000])
  })

  it.each([-1, 0.5, Number.NaN])('I23: a payment of %s is refused', (amount) => {
    expect(() =>
      lateInterest(debt(100, '2023-01-01', '2023-07-01', { movements: [{ day: '2023-03-01', amount }] })),
    ).toThrow(expect.objectContaining({ code: 'interest.payment-invalid' }))
  })

  it('I24, I25: 45 days at the frozen 3.75 + 8; frozen or half-yearly over 1 July', () => {
    expect(at(1_000_000, '11.75', 45).interest).toBe(14_486)
    const frozen = lateInterest(debt(1_200_000, '2026-05-31', '2026-09-15', { frozen: true }))
    expect(frozen.segments.map(({ days, rate }) => [days, rate])).toEqual([[107, '12.15']])
    expect(frozen.interest).toBe(42_741)
  })

  it('I26: 500, 45 days, 13.25 %', () => expect(at(50_000, '13.25', 45).interest).toBe(817))

  it('I27: 1,000 at 13.25 % for 90, 30 and 365 days', () => {
    expect([90, 30, 365].map((days) => at(100_000, '13.25', days).interest)).toEqual([3267, 1089, 13_250])
  })

  it('I31: 60 days bear exactly twice what 30 days do', () => {
    const exact = (days: number) => at(36_500_000, '10', days).interest
    expect(exact(60)).toBe(2 * exact(30))
  })

  it('I32: 100, 43 days, 18 %', () => {
    expect(interest(10_000, '2018-01-31', '2018-03-15', { rate: '18' })).toBe(212)
  })

  it('I34: rounded once at the end, not by the day', () => {
    expect(at(1_000_000, '7.9', 1).interest).toBe(216)
    expect(at(1_000_000, '7.9', 30).interest).toBe(6493)
  })

  it('I35: 1,000, 15 days, 18 % by days', () => expect(at(100_000, '18', 15).interest).toBe(740))
})
