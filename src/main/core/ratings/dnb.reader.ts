import { isDay } from '../kernel/day.ts'
import type { RatingValueInput } from './ratings.contract.ts'

type Json = Record<string, unknown>

export type ReadReport = {
  companyName: string
  siren: string
  duns: string
  day: string | null
  values: RatingValueInput[]
}

const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((own, name) => {
    const list = Array.isArray(own) ? own[0] : own
    return list && typeof list === 'object' ? (list as Json)[name] : undefined
  }, value)

const textAt = (value: unknown, path: string): string => {
  const found = at(value, path)
  return typeof found === 'string' ? found.trim() : typeof found === 'number' ? String(found) : ''
}

/** Where each value stands in a Direct+ answer; the first path that holds one is read. */
const VALUES: readonly { scale: string; paths: readonly string[] }[] = [
  { scale: 'dnb-rating', paths: ['dnbAssessment.standardRating.rating'] },
  { scale: 'dnb-paydex', paths: ['dnbAssessment.paydexScore.value', 'businessTrading.summary.paydexScore'] },
  { scale: 'dnb-failure-class', paths: ['dnbAssessment.failureScore.classScore'] },
  { scale: 'dnb-failure-percentile', paths: ['dnbAssessment.failureScore.nationalPercentile'] },
  { scale: 'dnb-delinquency-class', paths: ['dnbAssessment.delinquencyScore.classScore'] },
  { scale: 'dnb-delinquency-percentile', paths: ['dnbAssessment.delinquencyScore.nationalPercentile'] },
]

const DAYS = ['dnbAssessment.failureScore.scoreDate', 'dnbAssessment.standardRating.scoreDate']

/** Reads an answer of D&B Direct+ (data blocks in JSON); null when it is none. Nothing in it is worked out again. */
export const readDnb = (answer: unknown): ReadReport | null => {
  const company = at(answer, 'organization')
  const duns = textAt(company, 'duns')
  if (!/^\d{9}$/.test(duns)) return null
  const values = VALUES.flatMap(({ scale, paths }) => {
    const value = paths.map((path) => textAt(company, path)).find((found) => found !== '')
    return value === undefined ? [] : [{ scale, value, label: '', best: '', worst: '' }]
  })
  const numbers = at(company, 'registrationNumbers')
  const siren = (Array.isArray(numbers) ? numbers : [])
    .filter((one) => /sire[nt]/i.test(`${textAt(one, 'typeDescription')} ${textAt(one, 'registrationNumberType')}`))
    .map((one) => textAt(one, 'registrationNumber').replace(/\D/g, '').slice(0, 9))
    .find((digits) => digits.length === 9)
  const day = [...DAYS.map((path) => textAt(company, path)), textAt(answer, 'transactionDetail.transactionTimestamp')]
    .map((text) => text.slice(0, 10))
    .find(isDay)
  return { companyName: textAt(company, 'primaryName'), siren: siren ?? '', duns, day: day ?? null, values }
}
