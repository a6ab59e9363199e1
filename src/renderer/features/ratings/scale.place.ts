import type { Rating } from '../../../main/core/ratings/ratings.contract.ts'

type Value = Pick<Rating['values'][number], 'scale' | 'value' | 'best' | 'worst'>
export type ScaleShape = {
  code: string
  better: 'high' | 'low'
  min: number | null
  max: number | null
  grades: readonly { grade: string }[]
}

export type ScalePlace = {
  /** The ends as the provider writes them. */
  worst: string
  best: string
  /** 0 at the worst end, 1 at the best. */
  at: number
}

const numberOf = (text: string): number | null =>
  /^-?\d+([.,]\d+)?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : null

/** The grade inside a value that has letters before it: `G4+` holds `4+`, `2A 3` holds `3`. */
const gradeIn = (value: string, grades: readonly { grade: string }[]): number => {
  const found = [...grades]
    .toSorted((a, b) => b.grade.length - a.grade.length)
    .find(({ grade }) => value === grade || value.endsWith(grade))
  return found ? grades.findIndex(({ grade }) => grade === found.grade) : -1
}

/** Where a value stands between the worst and the best of its own scale; null where that cannot be told. */
export const placeOf = (value: Value, scale: ScaleShape | undefined): ScalePlace | null => {
  const at = numberOf(value.value)
  if (!scale) {
    const [best, worst] = [numberOf(value.best), numberOf(value.worst)]
    if (at === null || best === null || worst === null || best === worst) return null
    return { worst: value.worst, best: value.best, at: bounded((at - worst) / (best - worst)) }
  }
  const { min, max, better, grades } = scale
  if (min !== null && max !== null && at !== null) {
    const share = bounded((at - min) / (max - min))
    return better === 'high'
      ? { worst: String(min), best: String(max), at: share }
      : { worst: String(max), best: String(min), at: 1 - share }
  }
  const place = gradeIn(value.value, grades)
  const [first, last] = [grades[0], grades.at(-1)]
  if (place < 0 || !first || !last || grades.length < 2) return null
  // Grades are listed from the best to the worst.
  return { worst: last.grade, best: first.grade, at: 1 - place / (grades.length - 1) }
}

const bounded = (share: number): number => Math.min(1, Math.max(0, share))
