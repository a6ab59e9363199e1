import { decimalsOf } from '../kernel/money.ts'
import type { FigureKey } from './figure-keys.schema.ts'
import { type Figures, figureDefinitions } from './figures.rules.ts'
import type { Ratio, RatioTrend } from './financials.contract.ts'
import {
  compare,
  exactly,
  type Fraction,
  fraction,
  isPositive,
  minus,
  negative,
  over,
  plus,
  readFraction,
  sumOf,
  times,
  toInteger,
  toPlaces,
  ZERO,
} from './fraction.rules.ts'
import { BETTER, type Definition, type RatioCode, ratioCodes, ratioDefinitions } from './ratio-definitions.rules.ts'

export { type RatioCode, ratioCodes, ratioDefinitions } from './ratio-definitions.rules.ts'

export type Reading = {
  months: number
  currency: string
  /** VAT in percent, for a figure with VAT that is not given. */
  taxRate: string
  /** The balance sheet does not balance: what rests on it means nothing. */
  unbalanced: boolean
}

/** A figure over twelve months, with VAT where only the figure without is known. */
type Value = { value: Fraction; annualised: boolean; assumedTax: boolean }

const WITHOUT_TAX: Partial<Record<FigureKey, FigureKey>> = {
  revenueTaxIncluded: 'revenue',
  purchasesTaxIncluded: 'purchases',
}

const TWELVE = fraction(12)

/** A figure as ratios and scores take it: flows over twelve months; undefined where it is not known. */
export const yearly = (figures: Figures, key: FigureKey, months: number): Fraction | undefined => {
  const figure = figures[key]
  if (!figure) return undefined
  const value = fraction(figure.amount)
  return figureDefinitions[key].balance || months === 12 ? value : over(times(value, TWELVE), fraction(months))
}

const figureOf = (figures: Figures, key: FigureKey, { months, taxRate }: Reading): Value | undefined => {
  const annualised = months !== 12 && !figureDefinitions[key].balance
  const own = yearly(figures, key, months)
  if (own) return { value: own, annualised, assumedTax: false }
  const net = WITHOUT_TAX[key]
  const value = net && yearly(figures, net, months)
  const rate = readFraction(taxRate)
  if (!value || !rate) return undefined
  return { value: times(value, plus(fraction(1), over(rate, fraction(100)))), annualised, assumedTax: true }
}

const bare = (key: string) => key.replace(/^-/, '') as FigureKey
const FACTORS: Record<Ratio['unit'], string> = { amount: '1', percent: '100', times: '1', days: '360', years: '1' }
const ratioPlaces: Record<Ratio['unit'], number> = { amount: 0, percent: 1, times: 2, days: 0, years: 1 }

const readingOf = ({ bounds, unit }: Definition, value: Fraction): Ratio['reading'] => {
  if (!bounds) return null
  const place = (bound: string) => {
    const order = compare(value, exactly(bound))
    return bounds.better === 'high' ? order : -order
  }
  // An amount is good above nothing; of a ratio the bound itself still counts.
  if (unit === 'amount') return place(bounds.good) > 0 ? 'good' : place(bounds.fair) === 0 ? 'fair' : 'poor'
  return place(bounds.good) >= 0 ? 'good' : place(bounds.fair) >= 0 ? 'fair' : 'poor'
}

/**
 * Every ratio of domain 3.2 with its formula, value and reading. A denominator of zero or less gives no value but
 * `not-meaningful`; flows are brought to twelve months, which `annualised` says; figures with VAT that are not given are
 * those without and the rate of the policy, which `assumedTax` says.
 */
export const ratiosOf = (figures: Figures, reading: Reading): Ratio[] =>
  ratioCodes.map((code): Ratio => {
    const definition: Definition = ratioDefinitions[code]
    const { fr, en, formulaFr, formulaEn, unit, numerator, denominator } = definition
    const keys = [...new Set([...numerator, ...denominator].map(bare))]
    const values = new Map(keys.map((key) => [key, figureOf(figures, key, reading)]))
    const missing = keys.filter((key) => !values.get(key))
    const known = [...values.values()].filter((value) => value !== undefined)
    const base = {
      code,
      fr,
      en,
      formulaFr,
      formulaEn,
      unit,
      annualised: known.some(({ annualised }) => annualised),
      assumedTax: known.some(({ assumedTax }) => assumedTax) ? reading.taxRate : null,
    }
    const add = (signed: readonly string[]) =>
      sumOf(
        signed.map((key) => {
          const value = values.get(bare(key))?.value ?? ZERO
          return key.startsWith('-') ? negative(value) : value
        }),
      )
    const none = (reason: NonNullable<Ratio['reason']>): Ratio => ({
      ...base,
      value: null,
      amount: null,
      numerator: null,
      denominator: null,
      reading: null,
      reason,
      missing,
    })
    if (reading.unbalanced && keys.some((key) => figureDefinitions[key].balance)) return none('unbalanced')
    if (missing.length > 0) return none('missing')
    const top = add(numerator)
    if (unit === 'amount') {
      const amount = toInteger(top)
      const value = toPlaces(
        over(fraction(amount), fraction(10n ** BigInt(decimalsOf(reading.currency)))),
        decimalsOf(reading.currency),
      )
      return {
        ...base,
        value,
        amount,
        numerator: amount,
        denominator: null,
        reading: readingOf(definition, top),
        reason: null,
        missing,
      }
    }
    const bottom = add(denominator)
    if (!isPositive(bottom)) {
      const told = { numerator: toInteger(top), denominator: toInteger(bottom) }
      return { ...none('not-meaningful'), ...told }
    }
    const value = times(over(top, bottom), exactly(FACTORS[unit]))
    return {
      ...base,
      value: toPlaces(value, ratioPlaces[unit]),
      amount: null,
      numerator: toInteger(top),
      denominator: toInteger(bottom),
      reading: readingOf(definition, value),
      reason: null,
      missing,
    }
  })

/** A change of less than a twentieth is none. */
const FLAT = exactly('0.05')

const changeOf = (code: RatioCode, before: string, now: string): NonNullable<RatioTrend['change']> => {
  const [old, recent] = [exactly(before), exactly(now)]
  const moved = minus(recent, old)
  const size = isPositive(old) ? old : negative(old)
  const step = isPositive(moved) ? moved : negative(moved)
  if (compare(step, times(size, FLAT)) < 0 || moved.n === 0n) return 'stable'
  const { bounds }: Definition = ratioDefinitions[code]
  const better = bounds?.better ?? BETTER[code]
  if (!better) return isPositive(moved) ? 'up' : 'down'
  return isPositive(moved) === (better === 'high') ? 'better' : 'worse'
}

/** Each ratio over the years, the newest first, and how it moved between the two newest that know it. */
export const trendOf = (years: readonly { closedOn: string; ratios: readonly Ratio[] }[]): RatioTrend[] =>
  ratioCodes.map((code) => {
    const values = years.map(({ closedOn, ratios }) => ({
      closedOn,
      value: ratios.find((one) => one.code === code)?.value ?? null,
    }))
    const [now, before] = values.map(({ value }) => value)
    return { code, values, change: now && before ? changeOf(code, before, now) : null }
  })
