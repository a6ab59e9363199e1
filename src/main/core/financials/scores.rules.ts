import { Refusal } from '../kernel/errors.ts'
import { altmanEm, altmanZ1, altmanZ2 } from './altman.rules.ts'
import { bankOfFrance } from './bank-of-france.rules.ts'
import { conanHolder } from './conan-holder.rules.ts'
import type { Score, ScoreModelCode } from './financials.contract.ts'
import {
  compare,
  exactly,
  type Fraction,
  isPositive,
  minus,
  negative,
  over,
  readFraction,
  sumOf,
  times,
  toPlaces,
} from './fraction.rules.ts'
import type { ScoreModel, ScoreTerm, ScoreZone } from './score.model.rules.ts'

export type { ScoreModel, ScoreTerm, ScoreZone }

export const scoreModelsByCode: Record<ScoreModelCode, ScoreModel> = {
  'conan-holder': conanHolder,
  'altman-z1': altmanZ1,
  'altman-z2': altmanZ2,
  'altman-em': altmanEm,
  bdf: bankOfFrance,
}

const bare = (key: string): string => key.replace(/^-/, '')

/** The keys that a model needs, in the order of its terms. */
export const keysOf = ({ terms }: ScoreModel): string[] => [
  ...new Set(terms.flatMap(({ numerator, denominator }) => [...numerator, ...denominator].map(bare))),
]

export type Figures = Readonly<Partial<Record<string, Fraction>>>

/** Why a model gives no score: keys that are missing, or a ratio over nothing. */
export type Unscored =
  | { reason: 'missing'; keys: string[] }
  | { reason: 'not-meaningful'; term: string; keys: string[] }

const add = (keys: readonly string[], figures: Figures): Fraction =>
  sumOf(
    keys.map((key) => {
      const value = figures[bare(key)] as Fraction
      return key.startsWith('-') ? negative(value) : value
    }),
  )

const belongs = ({ from, inclusive }: ScoreZone, score: Fraction): boolean => {
  if (from === null) return true
  const place = compare(score, exactly(from))
  return inclusive ? place >= 0 : place > 0
}

const HUNDRED = exactly('100')
const RATIO_PLACES = 4

/**
 * A score with its working. The zone is that of the exact score; only what is shown is rounded. A ratio over zero or
 * less has no meaning, and neither has the score.
 */
export const workOut = (model: ScoreModel, figures: Figures): Score | Unscored => {
  const missing = keysOf(model).filter((key) => figures[key] === undefined)
  if (missing.length > 0) return { reason: 'missing', keys: missing }
  const scale = exactly(model.scale)
  const constant = times(exactly(model.constant), scale)
  const worked: { term: ScoreTerm; value: Fraction; contribution: Fraction }[] = []
  for (const term of model.terms) {
    const below = add(term.denominator, figures)
    if (!isPositive(below)) return { reason: 'not-meaningful', term: term.code, keys: term.denominator.map(bare) }
    const value = over(add(term.numerator, figures), below)
    const entered = model.percent ? times(value, HUNDRED) : value
    worked.push({ term, value, contribution: times(times(entered, exactly(term.coefficient)), scale) })
  }
  const exact = sumOf([constant, ...worked.map(({ contribution }) => contribution)])
  const score = toPlaces(exact, model.places)
  const zone = model.zones.find((candidate) => belongs(candidate, exact)) as ScoreZone
  const terms = worked.map(({ term: { code, fr, en, coefficient }, value, contribution }) => ({
    code,
    fr,
    en,
    coefficient,
    value: toPlaces(value, RATIO_PLACES),
    contribution: toPlaces(contribution, model.places),
  }))
  const shown = sumOf([
    exactly(toPlaces(constant, model.places)),
    ...terms.map(({ contribution }) => exactly(contribution)),
  ])
  return {
    model: model.code as ScoreModelCode,
    score,
    class: zone.class,
    zone: { fr: zone.fr, en: zone.en },
    probability: zone.probability,
    terms,
    constant: toPlaces(constant, model.places),
    rounding: toPlaces(minus(exactly(score), shown), model.places),
    caution: model.caution,
  }
}

export const isScore = (result: Score | Unscored): result is Score => 'score' in result

/**
 * The score of figures given as exact decimals, in one unit whichever. Refuses `score.key-missing`, naming the keys,
 * `score.not-meaningful` where a ratio would be over zero or less, and `input.invalid` for what is no decimal.
 */
export const scoreOf = (code: ScoreModelCode, given: Readonly<Record<string, string>>): Score => {
  const model = scoreModelsByCode[code]
  const figures = Object.fromEntries(
    keysOf(model)
      .filter((key) => given[key] !== undefined)
      .map((key) => {
        const text = given[key] as string
        const value = readFraction(text)
        if (!value) throw new Refusal('input.invalid', `${key}: ${text} is not a decimal`, { field: key, value: text })
        return [key, value]
      }),
  )
  const result = workOut(model, figures)
  if (isScore(result)) return result
  if (result.reason === 'missing')
    throw new Refusal('score.key-missing', `${code} needs ${result.keys.join(', ')}`, {
      model: code,
      key: result.keys[0],
      keys: result.keys,
    })
  throw new Refusal(
    'score.not-meaningful',
    `${result.term} of ${code} is over zero or less: ${result.keys.join(', ')}`,
    {
      model: code,
      term: result.term,
      key: result.keys[0],
      keys: result.keys,
    },
  )
}
