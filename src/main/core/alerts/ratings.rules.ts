import { compare, exactly, fraction, minus, over, readFraction, times } from '../financials/fraction.rules.ts'
import type { Day } from '../kernel/day.ts'
import { readingOf, scaleOf } from '../ratings/scales.rules.ts'
import type { Raised } from './alerts.rules.ts'

/** A value of a report beside the one that the same agency gave before it, on the same scale. */
export type ReportedPair = {
  ratingId: string
  customerId: string
  by: string
  scale: string
  label: string
  day: Day
  value: string
  best: string
  worst: string
  beforeDay: Day
  before: string
}

/** The ends of the scale as decimals; null where it has none. */
const endsOf = ({ scale: code, best, worst }: ReportedPair): { best: string; worst: string } | null => {
  const scale = scaleOf(code)
  if (scale?.min !== undefined && scale.max !== undefined) {
    const [low, high] = [String(scale.min), String(scale.max)]
    return scale.better === 'high' ? { best: high, worst: low } : { best: low, worst: high }
  }
  const readable = readFraction(best) !== null && readFraction(worst) !== null
  return !scale && readable && Number(best) !== Number(worst) ? { best, worst } : null
}

/** Whether a value fell by so many hundredths of its scale, or into a worse band of the provider's own. */
export const isDrop = (pair: ReportedPair, points: number): boolean => {
  const scale = scaleOf(pair.scale)
  const [now, then] = scale ? [readingOf(scale, pair.value), readingOf(scale, pair.before)] : [null, null]
  if (now?.risk != null && then?.risk != null && now.risk > then.risk) return true
  const ends = endsOf(pair)
  const [value, before] = [readFraction(pair.value), readFraction(pair.before)]
  if (!ends || !value || !before) return false
  const fell = over(minus(before, value), minus(exactly(ends.best), exactly(ends.worst)))
  return compare(times(fell, fraction(100)), fraction(points)) >= 0
}

/** The newest value of an agency that is worse than the one before it. */
export const reportAlert = (pair: ReportedPair, points: number): Raised[] => {
  if (!isDrop(pair, points)) return []
  const scale = scaleOf(pair.scale)
  return [
    {
      customerId: pair.customerId,
      kind: 'score-drop',
      occurrence: `report:${pair.ratingId}:${pair.scale}:${pair.label}`.slice(0, 200),
      day: pair.day,
      details: {
        source: 'report',
        by: pair.by,
        from: pair.before,
        to: pair.value,
        fromDay: pair.beforeDay,
        scale: { code: pair.scale, fr: scale?.fr ?? pair.label, en: scale?.en ?? pair.label },
      },
      grave: false,
    },
  ]
}
