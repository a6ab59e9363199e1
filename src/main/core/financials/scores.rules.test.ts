import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../kernel/errors.ts'
import { scoreModels } from './financials.contract.ts'
import { exactly, fraction } from './fraction.rules.ts'
import { isScore, keysOf, scoreModelsByCode, scoreOf, workOut } from './scores.rules.ts'

// The examples of the reference (domain 3.3).
const INDUSTRY = {
  grossOperatingSurplus: '260',
  totalDebt: '1600',
  permanentCapital: '1300',
  totalAssets: '2500',
  receivablesAndCash: '1100',
  financialCharges: '45',
  revenue: '4200',
  staffCosts: '800',
  valueAdded: '1250',
}
const PRIVATE = {
  workingCapital: '350',
  retainedEarnings: '500',
  ebit: '180',
  equity: '900',
  totalLiabilities: '1600',
  totalAssets: '2500',
  sales: '4200',
}
const HISTORICAL = {
  financialCharges: '45',
  grossOperatingSurplus: '260',
  stableResources: '1400',
  investedCapital: '1500',
  cashFlow: '170',
  totalDebt: '1600',
  revenue: '4200',
  tradePayables: '600',
  purchasesTaxIncluded: '3000',
  valueAdded: '1250',
  valueAddedBefore: '1200',
  stocks: '500',
  customerAdvances: '20',
  tradeReceivables: '900',
  productionTaxIncluded: '5040',
  investment: '125',
}

describe('the worked examples', () => {
  test('Conan and Holder', () => {
    const score = scoreOf('conan-holder', INDUSTRY)
    expect(score).toMatchObject({
      score: '15.05',
      class: 'good',
      probability: { above: 10, below: 30 },
      constant: '0.00',
      rounding: '0.00',
    })
    expect(score.terms.map(({ code, value, contribution }) => [code, value, contribution])).toEqual([
      ['R1', '0.1625', '3.90'],
      ['R2', '0.5200', '11.44'],
      ['R3', '0.4400', '7.04'],
      ['R4', '0.0107', '-0.93'],
      ['R5', '0.6400', '-6.40'],
    ])
  })

  test.each([
    ['altman-z1', '2.41', 'grey'],
    ['altman-z2', '2.64', 'safe'],
    ['altman-em', '5.89', 'safe'],
  ] as const)('%s', (model, score, zone) => {
    expect(scoreOf(model, PRIVATE)).toMatchObject({ score, class: zone })
  })

  test('Banque de France, its ratios in percent', () => {
    // −1.255 × 17.3077 + 2.003 × 93.3333 − 0.824 × 10.625 + 5.221 × 6.1905 − 0.689 × 20 − 1.164 × 4.1667
    // + 0.706 × 27.3810 + 1.408 × 10 − 85.544 = 118.0, over 100
    const score = scoreOf('bdf', HISTORICAL)
    expect(score).toMatchObject({ score: '1.180', class: 'normal', constant: '-0.855' })
    expect(score.terms.find(({ code }) => code === 'X6')?.value).toBe('0.0417')
  })
})

describe('zones', () => {
  // R2 alone decides: 22 × permanent capital / total assets.
  const conan = (n: string) =>
    scoreOf('conan-holder', {
      ...INDUSTRY,
      grossOperatingSurplus: '0',
      receivablesAndCash: '0',
      financialCharges: '0',
      staffCosts: '0',
      permanentCapital: n,
      totalAssets: '22',
    })
  test.each([
    ['16.001', '16.00', 'very-good'],
    ['16', '16.00', 'good'],
    ['9', '9.00', 'good'],
    ['8.999', '9.00', 'alert'],
    ['4', '4.00', 'alert'],
    ['3.99', '3.99', 'danger'],
    ['-5', '-5.00', 'danger'],
    ['-5.01', '-5.01', 'failing'],
  ])('%s of Conan and Holder shows as %s: %s, by the exact score', (n, score, zone) => {
    expect(conan(n)).toMatchObject({ score, class: zone })
  })

  test('the emerging-markets constant moves the thresholds: a firm weak by Z″ is weak there too', () => {
    const weak = { ...PRIVATE, workingCapital: '-100', retainedEarnings: '0', ebit: '50', equity: '250' }
    expect(scoreOf('altman-z2', weak)).toMatchObject({ class: 'distress' })
    expect(scoreOf('altman-em', weak)).toMatchObject({ class: 'distress', constant: '3.25' })
  })

  test.each(scoreModels)('zones of %s descend and the last takes the rest', (model) => {
    const bounds = scoreModelsByCode[model].zones.map(({ from }) => from)
    expect(bounds.at(-1)).toBeNull()
    const numbers = bounds.slice(0, -1).map(Number)
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a))
  })
})

describe('no score where there is none', () => {
  test.each(scoreModels)('%s names every key that is missing', (model) => {
    for (const key of keysOf(scoreModelsByCode[model])) {
      const { [key]: _left, ...rest } = { ...INDUSTRY, ...PRIVATE, ...HISTORICAL } as Record<string, string>
      let refused: unknown
      try {
        scoreOf(model, rest)
      } catch (error) {
        refused = error
      }
      expect(refused).toBeInstanceOf(Refusal)
      expect(refused).toMatchObject({ code: 'score.key-missing', details: { key, keys: [key], model } })
    }
  })

  test.each([
    ['revenue', '0', 'R4'],
    ['valueAdded', '-1', 'R5'],
    ['totalDebt', '0', 'R1'],
    ['totalAssets', '0', 'R2'],
  ])('%s of %s: the ratio means nothing, and neither does the score', (key, value, term) => {
    expect(() => scoreOf('conan-holder', { ...INDUSTRY, [key]: value })).toThrow(
      expect.objectContaining({ code: 'score.not-meaningful', details: expect.objectContaining({ key, term }) }),
    )
  })

  test.each(['1,5', '1e3', '', 'abc', '12 000'])('%j is not a decimal', (value) => {
    expect(() => scoreOf('conan-holder', { ...INDUSTRY, revenue: value })).toThrow(
      expect.objectContaining({ code: 'input.invalid', details: { field: 'revenue', value } }),
    )
  })
})

describe('properties', () => {
  const figure = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })
  const anyFigures = (model: (typeof scoreModels)[number]) =>
    fc.record(Object.fromEntries(keysOf(scoreModelsByCode[model]).map((key) => [key, figure])))

  test.each(scoreModels)('%s: a score is a decimal in a zone, its working adds up; or it is none', (model) => {
    fc.assert(
      fc.property(anyFigures(model), (figures) => {
        const definition = scoreModelsByCode[model]
        const values = Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, fraction(value)]))
        const result = workOut(definition, values)
        if (!isScore(result)) return result.reason === 'not-meaningful' && result.keys.length > 0
        const cents = (text: string) => Math.round(Number(text) * 10 ** definition.places)
        const parts = [result.constant, result.rounding, ...result.terms.map(({ contribution }) => contribution)]
        return (
          /^-?\d+\.\d+$/.test(result.score) &&
          definition.zones.some((zone) => zone.class === result.class) &&
          Math.abs(parts.reduce((sum, part) => sum + cents(part), 0) - cents(result.score)) < 1
        )
      }),
    )
  })

  test('the unit does not matter', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (unit) => {
        const scaled = Object.fromEntries(
          Object.entries(PRIVATE).map(([key, value]) => [key, String(Number(value) * unit)]),
        )
        return scoreOf('altman-z1', scaled).score === '2.41'
      }),
    )
  })

  test('more earnings never lower Altman, more interest never raises Conan and Holder', () => {
    const value = (score: string) => exactly(score)
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: 0, max: 5000 }), (base, more) => {
        const z = (ebit: number) => value(scoreOf('altman-z2', { ...PRIVATE, ebit: String(ebit) }).score)
        const n = (charges: number) =>
          value(scoreOf('conan-holder', { ...INDUSTRY, financialCharges: String(charges) }).score)
        return Number(z(base + more).n) >= Number(z(base).n) && Number(n(base + more).n) <= Number(n(base).n)
      }),
    )
  })
})
