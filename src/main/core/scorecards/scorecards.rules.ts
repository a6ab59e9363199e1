import { exactly, fraction, over, sumOf, times, toInteger, toPlaces } from '../financials/fraction.rules.ts'
import type { CreditPolicy } from '../policy/credit-policy.schema.ts'
import type { Marked } from './marks.rules.ts'
import type { Scorecard, ScorecardLine } from './scorecards.contract.ts'

type Criterion = CreditPolicy['scorecard'][number]

/** The mark of a criterion, or why there is none. */
export type CriterionMark = Marked & { reason: ScorecardLine['reason']; byHand: boolean }

/** The class of a mark: 1 from the highest bound on, 5 below the lowest. */
export const classOf = (mark: number, bounds: readonly number[]): number => {
  const place = bounds.findIndex((bound) => mark >= bound)
  return place < 0 ? bounds.length + 1 : place + 1
}

const share = (weight: number, weights: number) => over(times(fraction(weight), exactly('100')), fraction(weights))

/**
 * A weighted mean of the criteria that are known: the weight of the others goes to them in proportion, and completeness
 * says how much was known. The class is that of the mark as shown.
 */
export const scorecardFrom = (
  criteria: readonly Criterion[],
  bounds: readonly number[],
  markOf: (criterion: Criterion) => CriterionMark,
): Pick<Scorecard, 'mark' | 'class' | 'completeness' | 'lines' | 'bounds'> => {
  const marked = criteria.map((criterion) => ({ criterion, ...markOf(criterion) }))
  const counted = marked.filter(({ mark }) => mark !== null)
  const weightOf = (all: readonly { criterion: Criterion }[]) =>
    all.reduce((sum, { criterion }) => sum + criterion.weight, 0)
  const [knownWeight, weight] = [weightOf(counted), weightOf(marked)]
  // That no guarantee is in force says nothing of a customer of whom nothing else is known.
  const tells = counted.some(({ criterion }) => criterion.source !== 'guarantees')
  const mark = tells
    ? toInteger(
        over(
          sumOf(counted.map(({ criterion, mark }) => fraction((mark ?? 0) * criterion.weight))),
          fraction(knownWeight),
        ),
      )
    : null
  return {
    mark,
    class: mark === null ? null : classOf(mark, bounds),
    bounds: [...bounds],
    completeness: weight > 0 ? toInteger(share(knownWeight, weight)) : 0,
    lines: marked.map(({ criterion: { code, fr, en, source, weight: own }, mark: points, reason, byHand, parts }) => ({
      code,
      fr,
      en,
      source,
      weight: own,
      share: points === null ? null : toPlaces(share(own, knownWeight), 1),
      mark: points,
      points: points === null ? null : toPlaces(over(fraction(points * own), fraction(knownWeight)), 1),
      reason: points === null ? reason : null,
      byHand,
      parts,
    })),
  }
}
