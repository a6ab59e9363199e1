import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lateInterest } from '../interest/interest.rules.ts'
import { rateSeries } from '../interest/rates.rules.ts'
import { addDays } from '../kernel/day.ts'
import { type AccountDebt, accountOfDebt } from './account.rules.ts'
import { type Imputation, imputations } from './claims.schema.ts'

const debt = (rest: Partial<AccountDebt>): AccountDebt => ({
  principal: 1_000_000,
  due: '2026-04-30',
  asOf: '2026-08-31',
  stopped: null,
  payments: [],
  credits: [],
  costs: [],
  imputation: 'interest-first',
  capitalisedFrom: null,
  rate: rateSeries('FR'),
  dayCount: 'act/365',
  frozen: false,
  ...rest,
})

describe('the worked figures of a part payment, €10,000 due 30 April, €4,000 paid 30 June, on 31 August 2026', () => {
  const worked = (imputation: Imputation) =>
    accountOfDebt(
      debt({
        imputation,
        payments: [{ day: '2026-06-30', amount: 400_000 }],
        costs: [{ day: '2026-05-01', amount: 4_000 }],
      }),
    )
  const payment = (imputation: Imputation) => worked(imputation).lines.find(({ kind }) => kind === 'payment')

  test('interest first: 6,373.70', () => {
    expect(worked('interest-first')).toMatchObject({
      total: 637_370,
      left: { principal: 620_305, interest: 13_065, costs: 4_000 },
    })
    expect(payment('interest-first')).toMatchObject({ toInterest: 20_305, toPrincipal: 379_695, toCosts: 0 })
  })
  test('costs, then interest: 6,374.55', () => {
    expect(worked('costs-first')).toMatchObject({ total: 637_455, left: { principal: 624_305, interest: 13_150 } })
    expect(payment('costs-first')).toMatchObject({ toCosts: 4_000, toInterest: 20_305, toPrincipal: 375_695 })
  })
  test('principal first: 6,369.43', () => {
    expect(worked('principal-first')).toMatchObject({
      total: 636_943,
      left: { principal: 600_000, interest: 32_943, costs: 4_000 },
    })
  })
})

describe('the worked figures of interest', () => {
  const interest = (rest: Partial<AccountDebt>) => accountOfDebt(debt(rest)).left.interest
  test('€12,000 due 31 May 2026, on 15 September: 433.74, with a rounding line', () => {
    const account = accountOfDebt(debt({ principal: 1_200_000, due: '2026-05-31', asOf: '2026-09-15' }))
    expect(account.lines.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['principal', 1_200_000],
      ['interest', 11_984],
      ['interest', 31_391],
      ['rounding', -1],
    ])
    expect(account.left.interest).toBe(43_374)
    expect(interest({ principal: 1_200_000, due: '2026-05-31', asOf: '2026-09-15', dayCount: 'act/360' })).toBe(43_977)
  })
  test('€10,000 due 31 October 2023, on 31 March 2024: 595.48', () => {
    expect(interest({ due: '2023-10-31', asOf: '2024-03-31' })).toBe(59_548)
    expect(interest({ due: '2023-10-31', asOf: '2024-03-31', dayCount: 'act/act' })).toBe(59_449)
  })
})

describe('an account', () => {
  test('takes a credit note off the principal from its day, whatever payments go to first', () => {
    for (const imputation of imputations) {
      const { left, lines } = accountOfDebt(debt({ imputation, credits: [{ day: '2026-06-30', amount: 400_000 }] }))
      expect(left).toMatchObject({ principal: 600_000, interest: 32_943 })
      expect(lines.find(({ kind }) => kind === 'credit')).toMatchObject({ toPrincipal: 400_000, toInterest: 0 })
    }
  })

  test('stops its interest the day before a judgment, and still takes off what is paid later', () => {
    const { left } = accountOfDebt(
      debt({
        stopped: '2026-06-30',
        payments: [{ day: '2026-07-20', amount: 100_000 }],
        imputation: 'principal-first',
      }),
    )
    expect(left).toMatchObject({ principal: 900_000, interest: 20_305 })
  })

  test('lets interest bear interest only when asked, from the first day a whole year of it is due, then every year', () => {
    const plain = debt({ due: '2022-12-31', asOf: '2026-01-31', rate: '10.00' })
    expect(accountOfDebt(plain).lines.filter(({ kind }) => kind === 'capitalised')).toEqual([])
    const days = (capitalisedFrom: string) =>
      accountOfDebt({ ...plain, capitalisedFrom })
        .lines.filter(({ kind }) => kind === 'capitalised')
        .map(({ day, amount, after }) => [day, amount, after.capitalised])
    // 365 days at 10 %, then 366 days of 2024 on 11,000.
    expect(days('2022-12-31')).toEqual([
      ['2024-01-01', 100_000, 100_000],
      ['2025-01-01', 110_301, 210_301],
      ['2026-01-01', 121_030, 331_331],
    ])
    // Asked for later: what is due by then, then a year after.
    expect(days('2024-07-01').map(([day]) => day)).toEqual(['2024-07-01', '2025-07-01'])
    const { left, total } = accountOfDebt({ ...plain, capitalisedFrom: '2022-12-31' })
    expect(total).toBe(left.principal + left.capitalised + left.interest)
    expect(left.principal).toBe(1_000_000)
  })

  test('pays capitalised interest before the principal, and after it where the principal comes first', () => {
    const paid = (imputation: Imputation) =>
      accountOfDebt(
        debt({
          due: '2022-12-31',
          asOf: '2024-01-01',
          rate: '10.00',
          capitalisedFrom: '2022-12-31',
          imputation,
          payments: [{ day: '2024-01-01', amount: 150_000 }],
        }),
      ).left
    expect(paid('interest-first')).toMatchObject({ capitalised: 0, interest: 0, principal: 950_301 })
    expect(paid('principal-first')).toMatchObject({ capitalised: 100_000, interest: 301, principal: 850_000 })
  })

  test('keeps the fraction of a cent that had accrued when a payment settled no interest', () => {
    const tiny = { principal: 200, rate: '10.00', due: '2026-04-30', asOf: '2026-05-16' }
    const account = accountOfDebt(
      debt({ ...tiny, imputation: 'principal-first', payments: [{ day: '2026-05-08', amount: 1 }] }),
    )
    expect(account.left).toMatchObject({ principal: 199, interest: 1 })
  })

  test('keeps what is left of interest that a payment did not cover, and says what was paid in excess', () => {
    const small = accountOfDebt(debt({ payments: [{ day: '2026-06-30', amount: 10_000 }] }))
    expect(small.left).toMatchObject({ principal: 1_000_000, interest: 10_305 + 21_063 })
    expect(accountOfDebt(debt({ payments: [{ day: '2026-06-30', amount: 1_100_000 }] }))).toMatchObject({
      total: 0,
      excess: 1_100_000 - 1_020_305,
    })
  })
})

const movement = fc.record({
  day: fc.integer({ min: -200, max: 1400 }).map((days) => addDays('2022-03-15', days)),
  amount: fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 300_000 })),
})
const anyDebt = fc.record({
  // Small ones too: what has accrued of them rounds to nothing for days.
  principal: fc.oneof(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 2_000_000 })),
  days: fc.integer({ min: 0, max: 1500 }),
  payments: fc.array(movement, { maxLength: 5 }),
  credits: fc.array(movement, { maxLength: 2 }),
  dayCount: fc.constantFrom('act/365', 'act/act', 'act/360', '30/360'),
})

describe('for any debt', () => {
  test('principal first is the interest of letters, as long as payments stay within the principal', () => {
    fc.assert(
      fc.property(anyDebt, ({ principal, days, payments, credits, dayCount }) => {
        const asOf = addDays('2022-03-15', days)
        const all = [...payments, ...credits].filter(({ day }) => day <= asOf)
        fc.pre(all.reduce((total, { amount }) => total + amount, 0) <= principal)
        const one = debt({
          principal,
          due: '2022-03-15',
          asOf,
          payments,
          credits,
          dayCount,
          imputation: 'principal-first',
        })
        const expected = lateInterest({ ...one, until: asOf, movements: all })
        const { left, excess } = accountOfDebt(one)
        expect([left.principal, left.interest, excess]).toEqual([expected.remaining, expected.interest, 0])
      }),
    )
  })

  test('nothing is lost: what was owed less what came is what is left, in every order', () => {
    fc.assert(
      fc.property(anyDebt, fc.boolean(), fc.constantFrom(...imputations), (any, capitalised, imputation) => {
        const asOf = addDays('2022-03-15', any.days)
        const due = '2022-03-15'
        const costs = [{ day: addDays(due, 1), amount: 4_000 }]
        const one = debt({ ...any, due, asOf, costs, imputation, capitalisedFrom: capitalised ? due : null })
        const { left, total, borne, excess, lines } = accountOfDebt(one)
        const came = [...any.payments, ...any.credits].filter(({ day }) => day <= asOf)
        const received = came.reduce((sum, { amount }) => sum + amount, 0)
        const claimed = any.principal + borne + (asOf > due ? 4_000 : 0)
        expect(total).toBe(claimed - received + excess)
        expect(Math.min(left.principal, left.capitalised, left.interest, left.costs)).toBeGreaterThanOrEqual(0)
        expect(lines.at(-1)?.after).toEqual(left)
        const shown = lines.reduce(
          (sum, line) => (line.kind === 'interest' || line.kind === 'rounding' ? sum + line.amount : sum),
          0,
        )
        expect(shown).toBe(borne)
      }),
    )
  })
})
