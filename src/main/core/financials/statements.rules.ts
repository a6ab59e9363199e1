import { addMonths, type Day } from '../kernel/day.ts'
import { decimalsOf, type Minor } from '../kernel/money.ts'
import type { CheckFailure } from './checks.rules.ts'
import { type FigureKey, figureKeys } from './figure-keys.schema.ts'
import { type Figures, figuresOf, type Lines } from './figures.rules.ts'
import { type Ratio, type StatementFlag, type StatementScore, scoreModels } from './financials.contract.ts'
import { compare, type Fraction, fraction } from './fraction.rules.ts'
import { ratiosOf, yearly } from './ratios.rules.ts'
import { isScore, keysOf, scoreModelsByCode, workOut } from './scores.rules.ts'

/** A statement as it was given. */
export type Given = {
  closedOn: Day
  months: number
  currency: string
  consolidated: boolean
  unit: number
  lines: Lines
}

export type Judged = { figures: Figures; ratios: Ratio[]; scores: StatementScore[]; flags: StatementFlag[] }

/** What judging needs beside the statements: VAT in percent, and the day before which a closing is stale. */
export type Standards = { taxRate: string; staleBefore: Day }

/** What a total may be off for each of its lines: forms are filled in whole euros, or thousands. */
const toleranceOf = ({ currency, unit }: Given): Minor => unit * 10 ** decimalsOf(currency)

const COMPARED_WITHIN_MONTHS = 18

/** The value added of the year before, over twelve months, for its growth. */
const valueAddedBefore = (given: Given, before: { given: Given; figures: Figures } | null): Fraction | undefined => {
  if (!before || before.given.closedOn < addMonths(given.closedOn, -COMPARED_WITHIN_MONTHS)) return undefined
  return yearly(before.figures, 'valueAdded', before.given.months)
}

const scoresOf = (given: Given, figures: Figures, before: Fraction | undefined, unbalanced: boolean) => {
  const { months, currency } = given
  const values: Record<string, Fraction | undefined> = Object.fromEntries(
    figureKeys.map((key) => [key, yearly(figures, key, months)]),
  )
  values.valueAddedBefore = before
  const revenue = values.revenue
  return scoreModels.map((model): StatementScore => {
    if (unbalanced) return { model, score: null, reason: 'unbalanced', keys: [] }
    const definition = scoreModelsByCode[model]
    const result = workOut(definition, values)
    if (!isScore(result)) return { model, score: null, reason: result.reason, keys: result.keys }
    const range = currency === 'EUR' ? definition.revenueRange : null
    const beyond = (euros: number, side: 1 | -1) =>
      revenue !== undefined && compare(revenue, fraction(euros * 100)) === side
    return {
      ...result,
      annualised: months !== 12,
      outsideRange: range !== null && (beyond(range.from, -1) || beyond(range.to, 1)),
    }
  })
}

/** Figures that the usual scores need, in the order of the forms. */
const USUAL = new Set(
  scoreModels.filter((model) => model !== 'bdf').flatMap((model) => keysOf(scoreModelsByCode[model])),
)

const flagsOf = (given: Given, figures: Figures, failures: CheckFailure[], { staleBefore }: Standards) => {
  const flags: StatementFlag[] = failures.map(({ code, ...details }) => ({
    code,
    details: { ...details, currency: given.currency },
  }))
  const amount = (key: FigureKey) => figures[key]?.amount
  const [revenue, equity, capital] = [amount('revenue'), amount('equity'), amount('shareCapital')]
  const add = (code: StatementFlag['code'], details: Record<string, unknown> = {}) => flags.push({ code, details })
  if (revenue !== undefined && revenue <= 0) add('no-revenue', { revenue, currency: given.currency })
  const missing = figureKeys.filter((key) => USUAL.has(key) && !figures[key])
  if (missing.length > 0) add('lines-missing', { keys: missing })
  if (equity !== undefined && equity < 0) add('negative-equity', { equity, currency: given.currency })
  else if (equity !== undefined && capital !== undefined && 2 * equity < capital)
    add('equity-lost', { equity, capital, currency: given.currency })
  if (given.months !== 12) add('annualised', { months: given.months })
  if (given.closedOn < staleBefore) add('stale', { closedOn: given.closedOn })
  return flags
}

const isSameSeries = (a: Given, b: Given): boolean => a.consolidated === b.consolidated && a.currency === b.currency

/**
 * Figures, ratios, scores and marks of statements of one company, given the newest first. A balance sheet that does not
 * balance gives no ratio that rests on it and no score; nothing is ever guessed for a line that is missing.
 */
export const judge = (given: readonly Given[], standards: Standards): Judged[] => {
  const read = given.map((one) => ({ given: one, ...figuresOf(one.lines, toleranceOf(one)) }))
  return read.map(({ given: one, figures, failures }, place) => {
    const unbalanced = failures.some(({ code }) => code === 'unbalanced')
    const before = read
      .slice(place + 1)
      .find((older) => isSameSeries(older.given, one) && older.given.closedOn < one.closedOn)
    const { months, currency } = one
    const twice = given.some(
      (other, at) => at !== place && other.closedOn === one.closedOn && other.consolidated === one.consolidated,
    )
    return {
      figures,
      ratios: ratiosOf(figures, { months, currency, taxRate: standards.taxRate, unbalanced }),
      scores: scoresOf(one, figures, valueAddedBefore(one, before ?? null), unbalanced),
      flags: [
        ...flagsOf(one, figures, failures, standards),
        ...(twice ? [{ code: 'twice' as const, details: {} }] : []),
      ],
    }
  })
}
