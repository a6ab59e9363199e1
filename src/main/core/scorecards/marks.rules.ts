import type { Ratio } from '../financials/financials.contract.ts'
import {
  atLeast,
  atMost,
  exactly,
  type Fraction,
  fraction,
  interpolate,
  line,
  minus,
  over,
  sumOf,
  times,
  toInteger,
  toPlaces,
  ZERO,
} from '../financials/fraction.rules.ts'
import { type Day, daysBetween } from '../kernel/day.ts'
import { decimalsOf, type Minor } from '../kernel/money.ts'
import type { ExternalScore, ScorecardPart } from './scorecards.contract.ts'

/** A mark of 0 to 100 with what it is made of; null when none of its parts is known. */
export type Marked = { mark: number | null; parts: ScorecardPart[] }

const HUNDRED = fraction(100)
const within = (mark: Fraction): Fraction => atMost(atLeast(mark, ZERO), HUNDRED)

type Names = { code: string; fr: string; en: string }
type Part = { part: ScorecardPart; exact: Fraction | null }

const known = (names: Names, value: string, exact: Fraction): Part => ({
  part: { ...names, value, mark: toPlaces(exact, 1), reason: null },
  exact,
})
const unknown = (names: Names, reason: NonNullable<ScorecardPart['reason']>): Part => ({
  part: { ...names, value: null, mark: null, reason },
  exact: null,
})

/** The mean of the parts that are known. */
const meanOf = (parts: readonly Part[]): Marked => {
  const marks = parts.flatMap(({ exact }) => exact ?? [])
  return {
    mark: marks.length > 0 ? toInteger(over(sumOf(marks), fraction(marks.length))) : null,
    parts: parts.map(({ part }) => part),
  }
}

type Points = ReturnType<typeof line>

/** Marks by ratio, in its own unit; practice, not law. `onNothing`: where the ratio would stand over zero or less. */
const STRUCTURE: Record<string, { points: Points; onNothing: 'bad' | 'by-numerator' | null }> = {
  equityRatio: { points: line(['0', '0'], ['10', '25'], ['20', '50'], ['30', '75'], ['40', '100']), onNothing: null },
  gearing: { points: line(['0', '100'], ['0.5', '80'], ['1', '60'], ['2', '25'], ['3', '0']), onNothing: 'bad' },
  currentRatio: { points: line(['0.5', '0'], ['1', '40'], ['1.2', '60'], ['2', '100']), onNothing: null },
  repaymentCapacity: { points: line(['0', '100'], ['2', '80'], ['4', '50'], ['8', '0']), onNothing: 'by-numerator' },
}

const PROFITABILITY: typeof STRUCTURE = {
  ebitdaMargin: { points: line(['-5', '0'], ['0', '20'], ['5', '50'], ['10', '80'], ['15', '100']), onNothing: null },
  netMargin: { points: line(['-5', '0'], ['0', '30'], ['3', '60'], ['8', '100']), onNothing: null },
  interestCover: { points: line(['0', '0'], ['1', '20'], ['3', '60'], ['6', '100']), onNothing: 'by-numerator' },
}

const FACTORS: Record<Ratio['unit'], Fraction> = {
  amount: fraction(1),
  percent: HUNDRED,
  times: fraction(1),
  days: fraction(360),
  years: fraction(1),
}

/**
 * Without equity, or with debts and no cash flow, the ratio has no value and the mark is the worst: left out, a firm
 * would gain by losing its last equity. Without debts there is nothing to repay, and without interest a profit covers it.
 */
const markOnNothing = (code: string, { numerator }: Ratio, onNothing: 'bad' | 'by-numerator'): Fraction => {
  if (onNothing === 'bad') return ZERO
  const above = (numerator ?? 0) > 0
  return above === (code === 'interestCover') ? HUNDRED : ZERO
}

const byRatios = (ratios: readonly Ratio[], table: typeof STRUCTURE): Marked =>
  meanOf(
    Object.entries(table).map(([code, { points, onNothing }]): Part => {
      const ratio = ratios.find((one) => one.code === code)
      if (!ratio) return unknown({ code, fr: code, en: code }, 'missing')
      const names = { code, fr: ratio.fr, en: ratio.en }
      if (ratio.reason === 'not-meaningful' && onNothing) {
        const exact = markOnNothing(code, ratio, onNothing)
        return { part: { ...names, value: null, mark: toPlaces(exact, 1), reason: 'not-meaningful' }, exact }
      }
      if (ratio.value === null || ratio.numerator === null || ratio.denominator === null)
        return unknown(names, ratio.reason ?? 'missing')
      if (ratio.denominator <= 0) return unknown(names, 'not-meaningful')
      const value = times(fraction(ratio.numerator, ratio.denominator), FACTORS[ratio.unit])
      return known(names, ratio.value, interpolate(points, value))
    }),
  )

/** Financial structure: equity, gearing, liquidity, years to repay. */
export const structureMark = (ratios: readonly Ratio[]): Marked => byRatios(ratios, STRUCTURE)

/** Profitability: margins and interest cover. */
export const profitabilityMark = (ratios: readonly Ratio[]): Marked => byRatios(ratios, PROFITABILITY)

const AGE = line(['0', '0'], ['2', '20'], ['3', '40'], ['5', '60'], ['10', '100'])
const SIZE = line(['0', '0'], ['100000', '20'], ['500000', '40'], ['2000000', '70'], ['10000000', '100'])
const AGE_NAMES = { code: 'age', fr: 'Ancienneté en années', en: 'Age in years' }
const SIZE_NAMES = { code: 'size', fr: 'Chiffre d’affaires annuel', en: 'Yearly revenue' }

/** Age in years since its foundation, and yearly revenue (minor units of `currency`, the company's own). */
export const ageSizeMark = (
  asOf: Day,
  foundedOn: Day | null,
  revenue: { amount: Fraction; currency: string } | null,
  currency: string,
): Marked => {
  const years = foundedOn !== null && foundedOn <= asOf ? fraction(4 * daysBetween(foundedOn, asOf), 1461) : null
  const units = revenue && over(revenue.amount, fraction(10n ** BigInt(decimalsOf(revenue.currency))))
  return meanOf([
    years ? known(AGE_NAMES, toPlaces(years, 1), interpolate(AGE, years)) : unknown(AGE_NAMES, 'missing'),
    !units
      ? unknown(SIZE_NAMES, 'missing')
      : revenue?.currency !== currency
        ? unknown(SIZE_NAMES, 'other-currency')
        : known(SIZE_NAMES, toPlaces(units, 0), interpolate(SIZE, units)),
  ])
}

/** The place of an agency's score between the worst and the best of its own scale. */
export const externalMark = ({ provider, value, worst, best }: ExternalScore): Marked => {
  const [low, high] = [exactly(worst), exactly(best)]
  const place = within(times(over(minus(exactly(value), low), minus(high, low)), HUNDRED))
  const names = { code: 'external', fr: provider, en: provider }
  return meanOf([known(names, `${value} (${worst}–${best})`, place)])
}

/** The part of the exposure that guarantees and insurance stand for; none in force is worth nothing. */
export const guaranteesMark = (covered: Minor, exposure: Minor): Marked => {
  const part = covered <= 0 ? ZERO : exposure <= 0 ? HUNDRED : within(times(fraction(covered, exposure), HUNDRED))
  const names = { code: 'cover', fr: 'Part garantie de l’encours, en %', en: 'Covered share of the exposure, in %' }
  return meanOf([known(names, toPlaces(part, 1), part)])
}

/** The score of payment behaviour is a mark already. */
export const behaviourMark = (score: number | null): Marked => {
  const names = { code: 'behaviour', fr: 'Score de comportement', en: 'Behaviour score' }
  return meanOf([score === null ? unknown(names, 'missing') : known(names, String(score), fraction(score))])
}

/** A mark that somebody gave. */
export const givenMark = (mark: number): Marked => ({ mark, parts: [] })
