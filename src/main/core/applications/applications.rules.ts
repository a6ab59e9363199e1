import { type Minor, roundHalfUp } from '../kernel/money.ts'

// Days beyond terms up to which a mark is given (domain 3.1).
const MARKS = [
  [0, 100],
  [15, 80],
  [30, 60],
  [60, 30],
] as const

/** Mark of a trade reference from 0 to 100: prompt 100, up to 15 days late 80, 30 days 60, 60 days 30, later 0; null without days. */
export const referenceMark = (daysBeyondTerms: number | null): number | null =>
  daysBeyondTerms === null ? null : (MARKS.find(([days]) => daysBeyondTerms <= days)?.[1] ?? 0)

export type Answered = { daysBeyondTerms: number | null; highestCredit: Minor | null }

/**
 * Mark of all references, weighted by highest credit, rounded half up. Where none of those marked tells its highest credit
 * they count alike; otherwise one that does not tell it has no weight. Null without a mark.
 */
export const referenceScore = (answers: readonly Answered[]): number | null => {
  const marked = answers.flatMap(({ daysBeyondTerms, highestCredit }) => {
    const mark = referenceMark(daysBeyondTerms)
    return mark === null ? [] : [{ mark, weight: highestCredit ?? 0 }]
  })
  if (marked.length === 0) return null
  const told = marked.some(({ weight }) => weight > 0)
  const parts = marked.map(({ mark, weight }) => ({ mark: BigInt(mark), weight: told ? BigInt(weight) : 1n }))
  const weights = parts.reduce((sum, { weight }) => sum + weight, 0n)
  return roundHalfUp(
    parts.reduce((sum, { mark, weight }) => sum + mark * weight, 0n),
    weights,
  )
}

export type ApplicationState = 'gathering' | 'in-review' | 'decided' | 'dropped'

/** Where an application stands: set aside, else as far as its review is. A review closed without decision leaves it open. */
export const stateOf = (droppedOn: string | null, reviewState: string | null): ApplicationState => {
  if (droppedOn !== null) return 'dropped'
  if (reviewState === null) return 'gathering'
  return reviewState === 'decided' ? 'decided' : 'in-review'
}
