import { afterAll, describe, expect, test } from 'vitest'
import { openTestProgram, refusal } from '../support/book.ts'

/** Plain calculations: no book is open. */
const { client, close } = openTestProgram('2026-11-22')
afterAll(close)

type Input = Parameters<typeof client.interest.calculate>[0]
const calculate = (input: Input) => client.interest.calculate(input)
const shown = async (input: Input) => {
  const { segments } = await calculate(input)
  return segments.map(({ from, to, days, rate, principal, interest }) => [from, to, days, rate, principal, interest])
}

describe('late interest at the French statutory rate', () => {
  test('EUR 12,000 due 31 May 2026, paid 15 September: one segment per half-year, rounded once', async () => {
    const debt = { amount: 1_200_000, due: '2026-05-31', until: '2026-09-15' }
    expect(await calculate(debt)).toMatchObject({
      currency: 'EUR',
      principal: 1_200_000,
      days: 107,
      interest: 43_374,
      indemnity: 4_000,
      rounding: -1,
      warnings: [],
    })
    expect(await shown(debt)).toEqual([
      ['2026-06-01', '2026-06-30', 30, '12.15', 1_200_000, 11_984],
      ['2026-07-01', '2026-09-15', 77, '12.40', 1_200_000, 31_391],
    ])
    expect(await calculate({ ...debt, dayCount: 'act/360' })).toMatchObject({ interest: 43_977 })
  })

  test('EUR 10,000 due 31 October 2023, paid 31 March 2024: the leap year counts only with act/act', async () => {
    const debt = { amount: 1_000_000, due: '2023-10-31', until: '2024-03-31' }
    expect(await shown(debt)).toEqual([
      ['2023-11-01', '2023-12-31', 61, '14.00', 1_000_000, 23_397],
      ['2024-01-01', '2024-03-31', 91, '14.50', 1_000_000, 36_151],
    ])
    expect(await calculate(debt)).toMatchObject({ days: 152, interest: 59_548 })
    expect(await calculate({ ...debt, dayCount: 'act/act' })).toMatchObject({ interest: 59_449 })
  })

  test('what is paid lowers the principal from the next day on, in whatever order it is named', async () => {
    const debt = { amount: 1_000_000, due: '2026-01-31', until: '2026-04-01' }
    const payments = [
      { day: '2026-03-02', amount: 400_000 },
      { day: '2026-01-15', amount: 100_000 },
      { day: '2026-05-01', amount: 50_000 },
    ]
    expect(await shown({ ...debt, payments })).toEqual([
      ['2026-02-01', '2026-03-02', 30, '12.15', 900_000, 8_988],
      ['2026-03-03', '2026-04-01', 30, '12.15', 500_000, 4_993],
    ])
    expect((await calculate({ ...debt, payments })).interest).toBe(
      (await calculate({ ...debt, payments: payments.toReversed() })).interest,
    )
  })

  test('nothing is owed on the due date; the fixed sum begins with the first day late', async () => {
    const debt = { amount: 10_000, due: '2026-01-31' }
    for (const until of ['2026-01-30', '2026-01-31'])
      expect(await calculate({ ...debt, until })).toMatchObject({ days: 0, interest: 0, indemnity: 0, segments: [] })
    expect(await calculate({ ...debt, until: '2026-02-01' })).toMatchObject({ days: 1, interest: 3, indemnity: 4_000 })
  })

  test('a frozen rate is that of the first day late', async () => {
    const debt = { amount: 1_200_000, due: '2026-05-31', until: '2026-09-15', frozen: true }
    expect(await shown(debt)).toEqual([['2026-06-01', '2026-09-15', 107, '12.15', 1_200_000, 42_741]])
  })

  test('a debt in another currency has its interest, not the sum set in euros', async () => {
    expect(await calculate({ currency: 'USD', amount: 10_000, due: '2026-01-31', until: '2026-04-01' })).toMatchObject({
      currency: 'USD',
      interest: 200,
      indemnity: 0,
    })
  })
})

describe('a rate set by contract', () => {
  const debt = { amount: 1_000_000, due: '2024-01-31', until: '2024-07-31' }

  test('holds for the whole delay, and is warned of below three times the legal rate', async () => {
    expect(await shown({ ...debt, rate: '15.21' })).toEqual([
      ['2024-02-01', '2024-07-31', 182, '15.21', 1_000_000, 75_842],
    ])
    expect((await calculate({ ...debt, rate: '15.21' })).warnings).toEqual([])
    expect((await calculate({ ...debt, rate: '15.2' })).warnings).toEqual([
      { code: 'interest.below-legal-floor', details: { rate: '15.2', floor: '15.21', semester: '2024-S1' } },
    ])
    // Others have no such floor.
    expect((await calculate({ ...debt, country: 'DE', rate: '1' })).warnings).toEqual([])
  })

  test.each(['2008-01-31', '2026-12-31'])(
    'counts where no rate is published (due %s); the floor alone is unknown',
    async (due) => {
      const until = due === '2008-01-31' ? '2008-03-01' : '2027-01-30'
      expect(await calculate({ amount: 1_000_000, due, until, rate: '12' })).toMatchObject({
        days: 30,
        interest: 9_863,
        warnings: [{ code: 'interest.floor-unknown', details: { semester: due < '2009' ? '2008-S1' : '2027-S1' } }],
      })
    },
  )
})

describe('what cannot be worked out is refused, and says why', () => {
  const debt = { amount: 10_000, due: '2026-01-31', until: '2026-04-01' }
  test.each<[string, Partial<Input>, Record<string, unknown>]>([
    ['interest.rate-missing', { until: '2027-01-01' }, { country: 'FR', semester: '2027-S1' }],
    ['interest.rate-missing', { due: '2008-12-30' }, { country: 'FR', semester: '2008-S2' }],
    ['interest.country-unknown', { country: 'CH' }, { country: 'CH' }],
    ['interest.amount-not-positive', { amount: 0 }, { amount: 0 }],
    ['interest.amount-not-positive', { amount: -1 }, { amount: -1 }],
    ['interest.payment-invalid', { payments: [{ day: '2026-02-01', amount: -5 }] }, { amount: -5 }],
    ['input.invalid', { rate: '12,5' }, { field: 'rate' }],
    ['input.invalid', { rate: '-1' }, { field: 'rate' }],
    ['input.invalid', { rate: '1000000000000000000000' }, { field: 'rate' }],
  ])('%s: %j', async (code, fields, details) => {
    expect(await refusal(calculate({ ...debt, ...fields }))).toMatchObject({ code, details })
  })

  test.each<Partial<Input>>([{ due: '2026-02-30' }, { until: 'demain' }, { amount: 10.5 }, { currency: 'euro' }])(
    '%j is no input',
    async (fields) => {
      expect(await refusal(calculate({ ...debt, ...fields }))).toMatchObject({ code: 'BAD_REQUEST' })
    },
  )
})

test('the tables shipped say where they come from and when they were read', async () => {
  const { series } = await client.interest.rates({})
  expect(series.map(({ country }) => country)).toContain('FR')
  for (const one of series) {
    expect(one.source).not.toBe('')
    expect(one.checkedOn >= '2026-01-01').toBe(true)
    const semesters = one.values.map(({ semester }) => semester)
    expect(semesters).toEqual(semesters.toSorted())
    expect(semesters.at(-1)).toBe('2026-S2')
  }
})
