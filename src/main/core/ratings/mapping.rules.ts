import { normaliseIdentifier } from '../customers/identifiers.rules.ts'
import { parseLocalAmount, parseLocalDay } from '../imports/readers/local-values.rules.ts'
import type { Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import type { Leaf } from './leaves.model.ts'
import type { MappedField, ReportMapping } from './mapping.schema.ts'
import type { RatingValueInput } from './ratings.contract.ts'
import { isOnScale, scaleOf } from './scales.rules.ts'
import { OWN_SCALE } from './scales.schema.ts'

export type MappingFault = 'company' | 'content' | 'scale' | 'twice' | 'provider'

/** What makes a mapping unfit to be kept; null when nothing does. */
export const mappingFault = (mapping: ReportMapping): MappingFault | null => {
  const { provider, providerName, fields, values } = mapping
  // Without it, the report of another company could not be told.
  if (!fields.siren && !fields.companyName && !fields.duns) return 'company'
  if (values.length === 0 && !fields.limit) return 'content'
  if (provider === 'other' && providerName === '') return 'provider'
  const keys = values.map(({ scale, label }) => `${scale} ${label}`)
  if (new Set(keys).size < keys.length) return 'twice'
  const fits = values.every(({ scale, label }) =>
    scale === OWN_SCALE ? label !== '' : scaleOf(scale)?.provider === provider,
  )
  return fits ? null : 'scale'
}

const pathsOf = ({ fields, values }: ReportMapping): string[] => [
  ...new Set([...Object.values(fields), ...values.map(({ path }) => path)]),
]

/** The paths of a mapping that a report does not have. */
export const missingPaths = (mapping: ReportMapping, leaves: readonly Leaf[]): string[] => {
  const present = new Set(leaves.map(({ path }) => path))
  return pathsOf(mapping).filter((path) => !present.has(path))
}

export type MappedProblem = {
  field: MappedField | 'value'
  path: string
  value: string
  line: number | null
  /** `repeated`: several stand there; `beside`: another text stands beside it; `scale`: not on its scale. */
  reason: 'missing' | 'repeated' | 'beside' | 'day' | 'amount' | 'currency' | 'scale' | 'empty' | 'number' | 'long'
}

/** What a report tells through a mapping. */
export type MappedReport = {
  day: Day | null
  values: RatingValueInput[]
  recommendedLimit: Minor | null
  currency: string
  companyName: string
  siren: string
  duns: string
}

/** `FR44732829320`, `732 829 320 00074` and `732829320` hold the same SIREN; null for another text. */
const sirenIn = (text: string): string | null => {
  const told = normaliseIdentifier(text)
  const inside = /^FR[0-9A-Z]{2}(\d{9})$/.exec(told)?.[1] ?? /^(\d{9})(\d{5})?$/.exec(told)?.[1]
  return inside ?? null
}

/** A value between the ends that the mapping gives its own scale, where both are numbers. */
export const isBetween = (value: string, best: string, worst: string): boolean => {
  const [at, a, b] = [value, best, worst].map((text) =>
    /^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : null,
  )
  if (a == null || b == null) return true
  return at != null && at >= Math.min(a, b) && at <= Math.max(a, b)
}

/**
 * Reads a report through a mapping. What cannot be read is told as a problem and never replaced: one problem, and the
 * report must not be kept.
 */
export const readMapped = (
  mapping: ReportMapping,
  leaves: readonly Leaf[],
): { report: MappedReport; problems: MappedProblem[] } => {
  const problems: MappedProblem[] = []
  const byPath = new Map(leaves.map((leaf) => [leaf.path, leaf]))
  const leafAt = (field: MappedProblem['field'], path: string): Leaf | null => {
    const leaf = byPath.get(path)
    if (leaf && !leaf.repeated) return leaf
    problems.push({ field, path, value: '', line: leaf?.line ?? null, reason: leaf ? 'repeated' : 'missing' })
    return null
  }
  const fault = (field: MappedProblem['field'], { path, value, line }: Leaf, reason: MappedProblem['reason']) => {
    problems.push({ field, path, value: value.slice(0, 120), line, reason })
    return null
  }
  const fieldAt = (field: MappedField): Leaf | null => {
    const path = mapping.fields[field]
    return path === undefined ? null : leafAt(field, path)
  }
  const textAt = (field: MappedField): string => fieldAt(field)?.value ?? ''

  const told = fieldAt('currency')
  const code = told?.value.toUpperCase() || mapping.defaultCurrency
  const currency = /^[A-Z]{3}$/.test(code) ? code : mapping.defaultCurrency
  if (told && currency !== code) fault('currency', told, 'currency')

  const dated = fieldAt('day')
  const day = dated && (parseLocalDay(dated.value, mapping.dateOrder) ?? fault('day', dated, 'day'))

  const limitAt = fieldAt('limit')
  let recommendedLimit: Minor | null = null
  if (limitAt && limitAt.value !== '') {
    const amount = parseLocalAmount(limitAt.value, limitAt.number ? 'dot' : mapping.decimalMark, currency)
    if (amount === null || amount < 0) fault('limit', limitAt, 'amount')
    else recommendedLimit = amount * mapping.limitUnit
  }

  const values = mapping.values.flatMap(({ path, beside, ...rest }): RatingValueInput[] => {
    const leaf = leafAt('value', path)
    if (!leaf) return []
    if (beside && byPath.get(beside.path)?.value !== beside.value) {
      fault('value', byPath.get(beside.path) ?? leaf, 'beside')
      return []
    }
    // Not rated: the report says so by leaving it blank.
    if (leaf.value === '') return []
    const scale = scaleOf(rest.scale)
    if (leaf.value.length > 40) fault('value', leaf, 'long')
    else if (scale ? !isOnScale(scale, leaf.value) : !isBetween(leaf.value, rest.best, rest.worst))
      fault('value', leaf, 'scale')
    else return [{ ...rest, value: leaf.value }]
    return []
  })

  const sirenAt = fieldAt('siren')
  const siren = sirenAt && sirenAt.value !== '' ? sirenIn(sirenAt.value) : ''
  if (siren === null && sirenAt) fault('siren', sirenAt, 'number')
  const report: MappedReport = {
    day,
    values,
    recommendedLimit,
    currency,
    companyName: textAt('companyName').slice(0, 200),
    siren: siren ?? '',
    duns: textAt('duns').slice(0, 20),
  }
  // A report that names nobody could be anybody's.
  if (problems.length === 0 && report.companyName === '' && report.siren === '' && report.duns === '')
    problems.push({ field: 'companyName', path: '', value: '', line: null, reason: 'empty' })
  return { report, problems }
}
