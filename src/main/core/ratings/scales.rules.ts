import { type Scale, scales } from './scales.schema.ts'

const byCode = new Map(scales.map((scale) => [scale.code, scale]))

export const scaleOf = (code: string): Scale | undefined => byCode.get(code)

const numberOf = (value: string): number | null => (/^\d{1,4}$/.test(value) ? Number(value) : null)

/** Whether a value can stand on a scale. Nothing is rounded or brought into range. */
export const isOnScale = (scale: Scale, value: string): boolean => {
  if (scale.beside?.some((one) => one.value === value)) return true
  if (scale.pattern) return scale.pattern.test(value)
  const number = numberOf(value)
  return number !== null && number >= (scale.min ?? 0) && number <= (scale.max ?? Number.POSITIVE_INFINITY)
}

export type ValueReading = { fr: string; en: string; risk: number | null }

/** What a provider says a value means; null where it publishes nothing that could be confirmed. */
export const readingOf = (scale: Scale, value: string): ValueReading | null => {
  const grade = scale.pattern
    ? scale.pattern
        .exec(value)
        ?.slice(1)
        .find((part) => part !== undefined)
    : value
  const beside = scale.beside?.find((one) => one.value === grade || one.value === value)
  if (beside) return { fr: beside.fr, en: beside.en, risk: null }
  const number = numberOf(value)
  const found =
    scale.grades?.find((one) => one.grade === grade) ??
    (number === null ? undefined : scale.bands?.find(({ from, to }) => number >= from && number <= to))
  return found ? { fr: found.fr, en: found.en, risk: found.risk } : null
}
