import { readFraction } from '../financials/fraction.rules.ts'
import type { Rating } from '../ratings/ratings.contract.ts'
import { scaleOf } from '../ratings/scales.rules.ts'
import type { ExternalScore } from './scorecards.contract.ts'

type Value = Rating['values'][number]

const endsOf = (held: Value): { value: string; worst: string; best: string } | null => {
  const { value, worst, best } = held
  const scale = scaleOf(held.scale)
  if (!scale) return { value, worst, best }
  if (scale.min !== undefined && scale.max !== undefined) {
    const [low, high] = [String(scale.min), String(scale.max)]
    return scale.better === 'high' ? { value, worst: low, best: high } : { value, worst: high, best: low }
  }
  // A scale of letters: the band that the provider itself puts the grade in, 1 the lowest risk.
  const risk = held.reading?.risk ?? null
  return risk === null ? null : { value: String(risk), worst: '5', best: '1' }
}

/** The newest report that is not stale and has a value whose scale is known, at the ends of that scale. */
export const externalOf = (newestFirst: readonly Rating[]): ExternalScore | null => {
  for (const rating of newestFirst) {
    if (rating.stale) continue
    for (const held of rating.values) {
      const ends = endsOf(held)
      const readable = ends && [ends.value, ends.worst, ends.best].every((text) => readFraction(text) !== null)
      if (ends && readable && Number(ends.worst) !== Number(ends.best))
        return {
          provider: `${rating.providerName || rating.provider} ${held.name.fr}`.trim(),
          day: rating.day,
          ...ends,
        }
    }
  }
  return null
}
