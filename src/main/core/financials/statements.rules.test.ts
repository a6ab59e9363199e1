import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { figureKeys, statementLines } from './figure-keys.schema.ts'
import { figuresOf } from './figures.rules.ts'
import { ratioCodes, trendOf } from './ratios.rules.ts'
import { type Given, judge } from './statements.rules.ts'

const STANDARDS = { taxRate: '20', staleBefore: '2025-05-22' }
const EUROS = 100

/** A form of a healthy firm, in euros; its totals add up. */
const FORM: Record<string, number> = {
  BJ: 1600,
  BK: 600,
  BT: 420,
  BU: 20,
  BX: 900,
  BY: 30,
  BZ: 80,
  CF: 140,
  CH: 10,
  CJ: 1550,
  CK: 50,
  CO: 3150,
  '1A': 650,
  DA: 300,
  DD: 30,
  DG: 390,
  DI: 180,
  DL: 900,
  DR: 50,
  DU: 600,
  DX: 600,
  DY: 300,
  EA: 50,
  EC: 1550,
  EE: 2500,
  EG: 1150,
  EH: 20,
  FC: 4200,
  FL: 4200,
  FR: 4200,
  FS: 2000,
  FT: -20,
  FW: 970,
  FX: 190,
  FY: 560,
  FZ: 240,
  GA: 30,
  GF: 3970,
  GG: 230,
  GR: 45,
  HN: 180,
}
const cents = (form: Record<string, number>) =>
  Object.fromEntries(Object.entries(form).map(([line, euros]) => [line, euros * EUROS]))
const given = (form: Record<string, number>, rest: Partial<Given> = {}): Given => ({
  closedOn: '2025-12-31',
  months: 12,
  currency: 'EUR',
  consolidated: false,
  unit: 1,
  lines: cents(form),
  ...rest,
})
const without = (form: Record<string, number>, ...lines: string[]) =>
  Object.fromEntries(Object.entries(form).filter(([line]) => !lines.includes(line)))
const judged = (...statements: Given[]) => judge(statements, STANDARDS)
const one = (form: Record<string, number>, rest?: Partial<Given>) => {
  const [result] = judged(given(form, rest))
  if (!result) throw new Error('a statement was given')
  return result
}
const ratio = (result: ReturnType<typeof one>, code: string) => result.ratios.find((each) => each.code === code)
const codes = (result: ReturnType<typeof one>) => result.flags.map(({ code }) => code)

describe('figures from the boxes of the tax forms', () => {
  const { figures, failures } = figuresOf(cents(FORM), EUROS)

  test.each([
    ['revenue', 4200, 'FL'],
    ['valueAdded', 1250, 'FL − FS − FT − FW'],
    ['grossOperatingSurplus', 260, 'FL − FS − FT − FW − FX − FY − FZ'],
    ['staffCosts', 800, 'FY + FZ'],
    ['ebit', 230, 'GG'],
    ['financialCharges', 45, 'GR'],
    ['cashFlow', 210, 'HN + GA'],
    ['totalAssets', 2500, 'EE'],
    ['totalDebt', 1550, 'EC'],
    ['permanentCapital', 1350, 'DL + DR + EC − EG'],
    ['stableResources', 2130, 'DL + DR + BK + DU − EH'],
    ['receivablesAndCash', 1090, 'BX + BZ + CF − BY'],
    ['stocks', 400, 'BT − BU'],
    ['currentAssets', 1500, 'CJ − CK'],
    ['workingCapital', 350, 'currentAssets − currentLiabilities'],
    ['retainedEarnings', 600, 'DD + DG + DI'],
    ['totalLiabilities', 1600, 'EE − DL'],
    ['sales', 4200, 'revenue'],
  ] as const)('%s is %i, from %s', (key, euros, origin) => {
    expect(figures[key]).toEqual({ amount: euros * EUROS, origin })
    expect(failures).toEqual([])
  })

  test('what is entered comes before what the boxes say', () => {
    const entered = figuresOf({ ...cents(FORM), ebit: 20_000 }, EUROS).figures
    expect(entered.ebit).toEqual({ amount: 20_000, origin: 'entered' })
  })

  test('a blank box counts as nothing only where its total confirms it', () => {
    // Without the total of charges nobody knows whether purchases are missing.
    expect(figuresOf(cents(without(FORM, 'GF', 'FT', 'FS')), EUROS).figures.valueAdded).toBeUndefined()
    expect(figuresOf(cents(without(FORM, 'FS')), EUROS).figures.valueAdded).toBeUndefined()
    expect(figuresOf(cents(without(FORM, 'EC')), EUROS).figures.financialDebt).toBeUndefined()
  })

  test('a box alone stays right although the others miss their total', () => {
    const { figures, failures } = figuresOf(cents(without(FORM, 'DU')), EUROS)
    expect(figures.tradePayables?.amount).toBe(60_000)
    expect(figures.financialDebt).toBeUndefined()
    expect(failures.map(({ code, total, expected, found }) => [code, total, expected, found])).toEqual([
      ['details-differ', 'EC', 155_000, 95_000],
    ])
  })

  test('forms are rounded line by line: a euro a line is no mistake', () => {
    expect(figuresOf(cents({ ...FORM, EC: 1552, EE: 2502, CO: 3152 }), EUROS).failures).toEqual([])
  })

  test('figures by name make those they imply', () => {
    const lines = {
      totalAssets: 2500,
      equity: 900,
      longTermDebt: 400,
      stocks: 400,
      currentAssets: 1500,
      currentLiabilities: 1150,
    }
    const { figures } = figuresOf(lines, 0)
    expect(figures).toMatchObject({
      totalLiabilities: { amount: 1600, origin: 'totalAssets − equity' },
      permanentCapital: { amount: 1300 },
      receivablesAndCash: { amount: 1100 },
      workingCapital: { amount: 350 },
    })
    expect(figures.revenue).toBeUndefined()
  })
})

describe('ratios', () => {
  const result = one(FORM)
  test.each([
    ['frng', '530.00', 'good'],
    ['bfr', '410.00', null],
    ['netCash', '120.00', 'good'],
    ['currentRatio', '1.30', 'good'],
    ['quickRatio', '0.96', 'good'],
    ['cashRatio', '0.12', 'fair'],
    ['equityRatio', '36.0', 'good'],
    ['gearing', '0.51', 'good'],
    ['debtToEbitda', '1.77', 'good'],
    ['repaymentCapacity', '2.9', 'good'],
    ['interestCover', '5.11', 'good'],
    ['financialWeight', '1.1', 'good'],
    ['ebitdaMargin', '6.2', null],
    ['netMargin', '4.3', null],
    ['staffShare', '64.0', 'good'],
    ['returnOnEquity', '20.0', null],
    ['customerDays', '62', null],
    ['supplierDays', '61', 'fair'],
    ['stockDays', '73', null],
    ['taxAndSocialWeight', '24.0', null],
    ['equityToCapital', '300.0', 'good'],
  ])('%s is %s', (code, value, reading) => {
    expect(ratio(result, code)).toMatchObject({ value, reading, reason: null })
  })

  test('figures with VAT that are not given are worked out with the rate, which is told', () => {
    expect(ratio(result, 'customerDays')).toMatchObject({ assumedTax: '20', denominator: 504_000 })
    const told = one({ ...FORM, revenueTaxIncluded: 4431 })
    expect(ratio(told, 'customerDays')).toMatchObject({ assumedTax: null, denominator: 443_100 })
  })

  test('a year that is not twelve months is brought to twelve, which is told', () => {
    const short = one(FORM, { months: 6 })
    expect(codes(short)).toContain('annualised')
    expect(ratio(short, 'customerDays')).toMatchObject({ value: '31', annualised: true })
    expect(ratio(short, 'ebitdaMargin')).toMatchObject({ value: '6.2' })
    expect(ratio(short, 'equityRatio')).toMatchObject({ value: '36.0', annualised: false })
    expect(short.scores.find(({ model }) => model === 'conan-holder')).toMatchObject({ annualised: true })
  })

  test('over zero or less there is no value', () => {
    const lost = one({ ...FORM, DH: -1200, DL: -300, EC: 2750, DU: 1800 })
    expect(ratio(lost, 'gearing')).toMatchObject({
      value: null,
      reading: null,
      reason: 'not-meaningful',
      denominator: -30_000,
    })
    expect(ratio(lost, 'returnOnEquity')).toMatchObject({ value: null, reason: 'not-meaningful' })
    expect(codes(lost)).toContain('negative-equity')
  })

  test('half of the share capital lost is told', () => {
    expect(codes(one({ ...FORM, DA: 2000, DG: -1310 }))).toContain('equity-lost')
    expect(codes(one(FORM))).not.toContain('equity-lost')
  })
})

describe('nonsense is marked, never scored', () => {
  test('a balance sheet that does not balance', () => {
    const wrong = one({ ...FORM, CO: 3650, BJ: 2100 })
    expect(wrong.flags.find(({ code }) => code === 'unbalanced')?.details).toMatchObject({
      total: 'EE',
      expected: 250_000,
      found: 300_000,
    })
    expect(wrong.scores.map(({ score }) => score)).toEqual([null, null, null, null, null])
    expect(ratio(wrong, 'equityRatio')).toMatchObject({ value: null, reason: 'unbalanced' })
    // What rests on the profit and loss alone still holds.
    expect(ratio(wrong, 'ebitdaMargin')).toMatchObject({ value: '6.2' })
  })

  test('no revenue', () => {
    const none = one({ ...without(FORM, 'FC'), FL: 0, FR: 0 })
    expect(codes(none)).toContain('no-revenue')
    expect(ratio(none, 'ebitdaMargin')).toMatchObject({ value: null, reason: 'not-meaningful' })
    expect(none.scores[0]).toMatchObject({ model: 'conan-holder', score: null, reason: 'not-meaningful' })
  })

  test('lines that are missing are named', () => {
    const summary = one({ FL: 4200, HN: 180, EE: 2500, DL: 900 })
    expect(summary.flags.find(({ code }) => code === 'lines-missing')?.details.keys).toEqual(
      expect.arrayContaining(['valueAdded', 'staffCosts', 'totalDebt', 'grossOperatingSurplus']),
    )
    expect(summary.scores[0]).toMatchObject({ score: null, reason: 'missing' })
    expect(ratio(summary, 'staffShare')).toMatchObject({ value: null, reason: 'missing' })
    expect(ratio(summary, 'equityRatio')).toMatchObject({ value: '36.0' })
  })

  test('old statements and two of one day are told', () => {
    expect(codes(one(FORM, { closedOn: '2024-12-31' }))).toContain('stale')
    expect(judged(given(FORM), given(FORM)).map(codes)).toEqual([['twice'], ['twice']])
  })
})

test('the growth of value added is that over the statement before, of the same kind', () => {
  const more = { investment: 125, purchasesTaxIncluded: 3540, productionTaxIncluded: 5040, DW: 20, EA: 30 }
  const last = given({ ...FORM, ...more })
  const score = (...before: Given[]) => judged(last, ...before)[0]?.scores.find(({ model }) => model === 'bdf')
  expect(score()).toMatchObject({ score: null, reason: 'missing', keys: ['valueAddedBefore'] })
  const consolidated = given(FORM, { closedOn: '2024-12-31', consolidated: true })
  expect(score(consolidated)).toMatchObject({ score: null })
  expect(score(given(FORM, { closedOn: '2022-12-31' }))).toMatchObject({ score: null })
  const before = given({ ...FORM, FW: 1020, GF: 4020 }, { closedOn: '2024-12-31' })
  const found = score(consolidated, before)
  expect(found).toMatchObject({
    class: 'normal',
    terms: expect.arrayContaining([expect.objectContaining({ code: 'X6', value: '0.0417' })]),
  })
})

test('the trend says whether a ratio got better', () => {
  const years = [
    given(FORM),
    given({ ...FORM, FW: 1070, GF: 4070, GG: 130, HN: 80 }, { closedOn: '2024-12-31' }),
    given(without(FORM, 'FY'), { closedOn: '2023-12-31' }),
  ]
  const trend = trendOf(
    judged(...years).map(({ ratios }, place) => ({ closedOn: years[place]?.closedOn ?? '', ratios })),
  )
  const of = (code: string) => trend.find((each) => each.code === code)
  expect(of('ebitdaMargin')).toEqual({
    code: 'ebitdaMargin',
    change: 'better',
    values: [
      { closedOn: '2025-12-31', value: '6.2' },
      { closedOn: '2024-12-31', value: '3.8' },
      { closedOn: '2023-12-31', value: null },
    ],
  })
  expect(of('equityRatio')?.change).toBe('stable')
  expect(of('staffShare')?.change).toBe('better')
})

describe('properties', () => {
  const anyLines = fc.dictionary(
    fc.constantFrom(...statementLines),
    fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }),
    { maxKeys: 60 },
  )

  test('whatever the lines, every value is a decimal or has a reason', () => {
    fc.assert(
      fc.property(anyLines, fc.integer({ min: 1, max: 24 }), (lines, months) => {
        const [result] = judge([given({}, { lines, months })], STANDARDS)
        if (!result) return false
        const values = [
          ...result.ratios,
          ...result.scores.map((score) => ({
            value: score.score,
            reason: score.score === null && 'reason' in score ? score.reason : null,
          })),
        ]
        return (
          result.ratios.length === ratioCodes.length &&
          values.every(({ value, reason }) => (value === null) === (reason !== null)) &&
          values.every(({ value }) => value === null || /^-?\d+(\.\d+)?$/.test(value)) &&
          Object.values(result.figures).every(({ amount }) => Number.isSafeInteger(amount))
        )
      }),
    )
  })

  test('a ratio never stands over zero or less', () => {
    fc.assert(
      fc.property(anyLines, (lines) =>
        judge([given({}, { lines })], STANDARDS).every(({ ratios }) =>
          ratios.every(
            ({ value, unit, denominator }) => value === null || unit === 'amount' || (denominator ?? 0) >= 0,
          ),
        ),
      ),
    )
  })

  test('every line has a figure that reads it', () => {
    const { figures } = figuresOf(cents(FORM), EUROS)
    // Those that no form 2050 to 2053 holds.
    const entered = ['investment', 'revenueTaxIncluded', 'purchasesTaxIncluded', 'productionTaxIncluded']
    expect(figureKeys.filter((key) => !figures[key] && !entered.includes(key))).toEqual(['customerAdvances'])
  })
})
