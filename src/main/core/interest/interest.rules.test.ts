import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, semesterOf } from '../kernel/day.ts'
import { roundHalfUp } from '../kernel/money.ts'
import {
  contractFloorWarning,
  type DayCount,
  type LateDebt,
  lateInterest,
  type Movement,
  recoveryIndemnity,
} from './interest.rules.ts'
import { rateSeries } from './rates.rules.ts'

const fr = rateSeries('FR')

const debt = (principal: number, due: string, until: string, rest: Partial<LateDebt> = {}): LateDebt => ({
  principal,
  due,
  until,
  movements: [],
  rate: fr,
  dayCount: 'act/365',
  frozen: false,
  ...rest,
})
const interest = (...args: Parameters<typeof debt>) => lateInterest(debt(...args)).interest
const at = (principal: number, rate: string, days: number, rest: Partial<LateDebt> = {}) =>
  lateInterest(debt(principal, '2026-01-31', addDays('2026-01-31', days), { rate, ...rest }))

describe('French examples', () => {
  it('domain 1.3 example 1: 12,000 over 1 July 2026', () => {
    expect(lateInterest(debt(1_200_000, '2026-05-31', '2026-09-15'))).toEqual({
      principal: 1_200_000,
      remaining: 1_200_000,
      days: 107,
      interest: 43_374,
      segments: [
        { from: '2026-06-01', to: '2026-06-30', days: 30, rate: '12.15', principal: 1_200_000, interest: 11_984 },
        { from: '2026-07-01', to: '2026-09-15', days: 77, rate: '12.40', principal: 1_200_000, interest: 31_391 },
      ],
      rounding: -1,
    })
  })

  it('domain 1.3 example 1 with 360 and 366 days', () => {
    expect(interest(1_200_000, '2026-05-31', '2026-09-15', { dayCount: 'act/360' })).toBe(43_977)
    // The same 107 days of a leap year at the rates of 2026.
    const values = { '2028-S1': '12.15', '2028-S2': '12.40' }
    expect(interest(1_200_000, '2028-05-31', '2028-09-15', { dayCount: 'act/act', rate: { ...fr, values } })).toBe(
      43_256,
    )
  })

  it('domain 1.3 example 2: 10,000 over 1 January 2024', () => {
    const result = lateInterest(debt(1_000_000, '2023-10-31', '2024-03-31'))
    expect(result.interest).toBe(59_548)
    expect(result.segments.map(({ days, rate, interest }) => [days, rate, interest])).toEqual([
      [61, '14.00', 23_397],
      [91, '14.50', 36_151],
    ])
    expect(interest(1_000_000, '2023-10-31', '2024-03-31', { dayCount: 'act/act' })).toBe(59_449)
  })

  it('domain 1.6 example 3, principal first: 4,000 of 10,000 paid on 30 June 2026', () => {
    const result = lateInterest(
      debt(1_000_000, '2026-04-30', '2026-08-31', { movements: [{ day: '2026-06-30', amount: 400_000 }] }),
    )
    expect(result.segments).toEqual([
      { from: '2026-05-01', to: '2026-06-30', days: 61, rate: '12.15', principal: 1_000_000, interest: 20_305 },
      { from: '2026-07-01', to: '2026-08-31', days: 62, rate: '12.40', principal: 600_000, interest: 12_638 },
    ])
    const indemnity = recoveryIndemnity({ country: 'FR', daysLate: 123 })
    expect(result.remaining + result.interest + indemnity).toBe(636_943)
  })

  it('published example: due 20 June, paid 10 July 2026 is ten days at each rate', () => {
    const result = lateInterest(debt(100_000, '2026-06-20', '2026-07-10'))
    expect(result.segments.map(({ days, rate }) => [days, rate])).toEqual([
      [10, '12.15'],
      [10, '12.40'],
    ])
  })

  it('the day of a payment still bears interest on the old principal, also when the rate changes the next day or that day', () => {
    const pay = (day: string) =>
      lateInterest(debt(1_000_000, '2026-06-20', '2026-07-10', { movements: [{ day, amount: 400_000 }] })).segments.map(
        ({ from, to, rate, principal }) => [from, to, rate, principal],
      )
    expect(pay('2026-06-30')).toEqual([
      ['2026-06-21', '2026-06-30', '12.15', 1_000_000],
      ['2026-07-01', '2026-07-10', '12.40', 600_000],
    ])
    expect(pay('2026-07-01')).toEqual([
      ['2026-06-21', '2026-06-30', '12.15', 1_000_000],
      ['2026-07-01', '2026-07-01', '12.40', 1_000_000],
      ['2026-07-02', '2026-07-10', '12.40', 600_000],
    ])
  })

  it('one segment a half-year, also where two have the same rate', () => {
    const { segments } = lateInterest(debt(100_000, '2025-12-15', '2026-01-15'))
    expect(segments.map(({ from, to, rate }) => [from, to, rate])).toEqual([
      ['2025-12-16', '2025-12-31', '12.15'],
      ['2026-01-01', '2026-01-15', '12.15'],
    ])
  })

  it('a half-year that is not in the table is named', () => {
    expect(() => lateInterest(debt(100_000, '2026-12-01', '2027-01-01'))).toThrow(
      expect.objectContaining({ code: 'interest.rate-missing', details: { country: 'FR', semester: '2027-S1' } }),
    )
    expect(() => lateInterest(debt(100_000, '2008-06-01', '2009-01-01'))).toThrow(
      expect.objectContaining({ details: { country: 'FR', semester: '2008-S1' } }),
    )
    expect(lateInterest(debt(100_000, '2026-11-30', '2026-12-31')).days).toBe(31)
    expect(lateInterest(debt(100_000, '2026-12-31', '2027-06-30', { rate: '10' })).days).toBe(181)
  })
})

describe('abroad', () => {
  it('domain 1.9: Germany re-sets at each half-year', () => {
    const result = lateInterest(debt(500_000, '2026-05-31', '2026-09-15', { rate: rateSeries('DE') }))
    expect(result.segments.map(({ days, rate, interest }) => [days, rate, interest])).toEqual([
      [30, '10.27', 4221],
      [77, '10.52', 11_096],
    ])
    expect(result.interest + recoveryIndemnity({ country: 'DE', daysLate: 107 })).toBe(15_317 + 4000)
  })

  it('domain 1.10: the United Kingdom keeps the rate of the first day late', () => {
    const result = lateInterest(debt(500_000, '2026-02-28', '2026-09-15', { rate: rateSeries('GB') }))
    expect([result.days, result.interest, result.segments.length]).toEqual([199, 32_031, 1])
    expect(recoveryIndemnity({ country: 'GB', daysLate: 199, amount: 500_000 })).toBe(7000)
  })

  it('domain 1.8: French public debtors keep the rate of the first day late', () => {
    const { segments } = lateInterest(debt(100_000, '2026-05-31', '2026-09-15', { rate: rateSeries('FR-public') }))
    expect(segments.map(({ rate }) => rate)).toEqual(['10.15'])
  })

  it('domain 1.9: Ireland takes the rate of the payment date for the whole delay', () => {
    const irish = (until: string, movements: Movement[] = []) =>
      lateInterest(debt(100_000, '2026-05-31', until, { rate: rateSeries('IE'), movements })).segments.map(
        ({ rate }) => rate,
      )
    expect(irish('2026-09-15')).toEqual(['10.40'])
    expect(irish('2026-06-30')).toEqual(['10.15'])
    expect(irish('2026-09-15', [{ day: '2026-06-30', amount: 100_000 }])).toEqual(['10.15'])
  })

  it('a series does not apply before its first day', () => {
    const eu = { rate: rateSeries('EU') }
    expect(lateInterest(debt(100_000, '2013-03-15', '2013-03-16', eu)).days).toBe(1)
    expect(() => lateInterest(debt(100_000, '2013-03-14', '2013-03-16', eu))).toThrow(
      expect.objectContaining({ details: { country: 'EU', semester: '2013-S1' } }),
    )
  })
})

describe('the rule', () => {
  it('30/360 counts months of 30 days, the 31st as the 30th', () => {
    const days = (due: string, until: string) =>
      lateInterest(debt(100_000, due, until, { rate: '12', dayCount: '30/360' })).days
    expect(days('2026-05-31', '2026-09-15')).toBe(105)
    expect(days('2026-01-30', '2026-01-31')).toBe(0)
    expect(days('2026-02-28', '2026-03-01')).toBe(3)
    expect(days('2025-12-31', '2026-12-31')).toBe(360)
    expect(interest(100_000, '2025-12-31', '2026-12-31', { rate: '12', dayCount: '30/360' })).toBe(12_000)
  })

  it('nothing runs after the day the debt is settled', () => {
    const result = lateInterest(
      debt(100_000, '2026-05-31', '2026-09-15', { movements: [{ day: '2026-06-10', amount: 150_000 }] }),
    )
    expect([result.days, result.remaining, result.segments.at(-1)?.to]).toEqual([10, 0, '2026-06-10'])
  })

  it('a half cent is rounded up', () => expect(at(36_500, '5', 1).interest).toBe(5))

  it.each(['', 'ten', '-1', '12,4', '12.4%'])('a contract rate of "%s" is refused', (rate) => {
    expect(() => at(100_000, rate, 10)).toThrow(expect.objectContaining({ code: 'input.invalid' }))
  })

  const anyMovements = fc.array(
    fc.record({
      day: fc.nat(1200).map((n) => addDays('2022-12-01', n)),
      amount: fc.integer({ min: 0, max: 500_000_000 }),
    }),
    { maxLength: 6 },
  )
  const anyDebt = fc.record({
    principal: fc.integer({ min: 1, max: 2_000_000_000 }),
    due: fc.nat(900).map((n) => addDays('2023-01-01', n)),
    delay: fc.integer({ min: -10, max: 500 }),
    movements: anyMovements,
    frozen: fc.boolean(),
  })

  it('gives what every day at its own principal and rate adds up to', () => {
    fc.assert(
      fc.property(anyDebt, ({ principal, due, delay, movements, frozen }) => {
        const until = addDays(due, delay)
        const first = addDays(due, 1)
        let days = 0
        let total = 0n
        for (let day = first; day <= until; day = addDays(day, 1)) {
          const paid = movements.filter((m) => m.day < day).reduce((sum, m) => sum + m.amount, 0)
          const rate = fr.values[semesterOf(frozen ? first : day)] ?? ''
          if (paid < principal) days += 1
          total += BigInt(Math.max(0, principal - paid)) * BigInt(rate.replace('.', ''))
        }
        const result = lateInterest(debt(principal, due, until, { movements, frozen }))
        expect(result.interest).toBe(roundHalfUp(total, 100n * 100n * 365n))
        expect(result.days).toBe(days)
      }),
      { numRuns: 60 },
    )
  })

  it('segments follow one another, and their days, interest and rounding add up', () => {
    const dayCounts: DayCount[] = ['act/365', 'act/act', 'act/360', '30/360']
    fc.assert(
      fc.property(anyDebt, fc.constantFrom(...dayCounts), ({ delay, movements, ...rest }, dayCount) => {
        const until = addDays(rest.due, delay)
        const result = lateInterest(debt(rest.principal, rest.due, until, { movements, dayCount, frozen: rest.frozen }))
        const { segments } = result
        expect(segments.reduce((sum, segment) => sum + segment.days, 0)).toBe(result.days)
        expect(segments.reduce((sum, segment) => sum + segment.interest, result.rounding)).toBe(result.interest)
        expect(result.remaining).toBe(
          Math.max(0, rest.principal - movements.reduce((sum, m) => sum + (m.day <= until ? m.amount : 0), 0)),
        )
        if (dayCount === '30/360') return
        if (segments.length > 0) expect(segments[0]?.from).toBe(addDays(rest.due, 1))
        segments.forEach(({ from, to, days }, i) => {
          expect(daysBetween(from, to) + 1).toBe(days)
          if (i > 0) expect(from).toBe(addDays(segments[i - 1]?.to ?? '', 1))
        })
      }),
    )
  })

  it('never grows faster than the days: splitting a delay loses and adds no more than the roundings', () => {
    fc.assert(
      fc.property(anyDebt, fc.nat(499), ({ principal, due, delay }, cut) => {
        const until = addDays(due, Math.max(1, delay))
        const middle = addDays(due, Math.min(cut, Math.max(1, delay)))
        const parts = interest(principal, due, middle) + interest(principal, middle, until)
        expect(Math.abs(parts - interest(principal, due, until))).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('plain numbers where they are exact, fractions of any size beyond', () => {
  const anyRate = fc.oneof(
    fc.constant(fr),
    fc.nat(30_000).map((thousandths) => (thousandths / 1000).toFixed(3)),
    fc.constantFrom('0', '12', '9.999999999999'),
  )
  const dayCount = fc.constantFrom<DayCount>('act/365', 'act/act', 'act/360', '30/360')

  it('the total and each line are what whole-number fractions say, for debts from a cent to ninety trillion', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.integer({ min: 1, max: 10_000_000 }), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })),
        fc.nat(2000),
        anyRate,
        dayCount,
        fc.array(fc.record({ after: fc.nat(900), amount: fc.nat(2_000_000) }), { maxLength: 3 }),
        (principal, delay, rate, dayCount, paid) => {
          const due = '2020-11-30'
          const movements = paid.map(({ after, amount }) => ({ day: addDays(due, after), amount }))
          const { segments, interest } = lateInterest(
            debt(principal, due, addDays(due, delay), { rate, dayCount, movements }),
          )
          let [numerator, denominator] = [0n, 1n]
          for (const segment of segments) {
            const [whole = '', fraction = ''] = segment.rate.split('.')
            const leap = dayCount === 'act/act' && new Date(`${segment.from}T00:00:00Z`).getUTCFullYear() % 4 === 0
            const year = dayCount.endsWith('360') ? 360n : leap ? 366n : 365n
            const n = BigInt(segment.principal) * BigInt(whole + fraction) * BigInt(segment.days)
            const d = 100n * 10n ** BigInt(fraction.length) * year
            expect(segment.interest).toBe(roundHalfUp(n, d))
            numerator = numerator * d + n * denominator
            denominator *= d
          }
          expect(interest).toBe(roundHalfUp(numerator, denominator))
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('contract rate against the floor', () => {
  it('warns below three times the legal rate, not at it', () => {
    expect(contractFloorWarning('8.25', '2026-S2')).toBeNull()
    expect(contractFloorWarning('8.2499', '2026-S2')).toEqual({
      code: 'interest.below-legal-floor',
      details: { rate: '8.2499', floor: '8.25', semester: '2026-S2' },
    })
    expect(contractFloorWarning('9', '2026-S2')).toBeNull()
  })

  it('domain 1.3: in 2024 the floor stood above the default rate', () => {
    for (const semester of ['2024-S1', '2024-S2']) {
      expect(contractFloorWarning(fr.values[semester] ?? '', semester)).not.toBeNull()
    }
  })

  it('a half-year without a legal rate is named', () => {
    expect(() => contractFloorWarning('10', '2027-S1')).toThrow(
      expect.objectContaining({ code: 'interest.rate-missing', details: { country: 'FR', semester: '2027-S1' } }),
    )
  })
})

describe('recovery indemnity', () => {
  it.each([
    [-10, 0],
    [0, 0],
    [1, 4000],
    [400, 4000],
  ])('domain 1.4, I30: %i days late in France is %i', (daysLate, indemnity) => {
    expect(recoveryIndemnity({ country: 'FR', daysLate })).toBe(indemnity)
  })

  it('I29: the United Kingdom by size of the debt, France flat', () => {
    const amounts = [99_999, 100_000, 999_999, 1_000_000]
    const gb = amounts.map((amount) => recoveryIndemnity({ country: 'GB', daysLate: 1, amount }))
    expect(gb).toEqual([4000, 7000, 7000, 10_000])
    expect(amounts.map((amount) => recoveryIndemnity({ country: 'FR', daysLate: 1, amount }))).toEqual([
      4000, 4000, 4000, 4000,
    ])
  })

  it('an unknown country is refused', () => {
    expect(() => recoveryIndemnity({ country: 'XX', daysLate: 1 })).toThrow(
      expect.objectContaining({ code: 'interest.country-unknown' }),
    )
  })
})
