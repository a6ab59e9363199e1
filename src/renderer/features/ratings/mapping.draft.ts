import { type MappedField, mappedFields, type ReportMapping } from '../../../main/core/ratings/mapping.schema.ts'
import type { ReportInspection, SavedMapping } from '../../../main/core/ratings/ratings.contract.ts'
import { OWN_SCALE, type Provider, providers } from '../../../main/core/ratings/scales.schema.ts'

export type MappedScore = { scale: string; label: string; best: string; worst: string; guarded: boolean }
export type Meaning = { field: MappedField } | { score: MappedScore }

/** A mapping as it is picked: what each place of the report means. */
export type MappingDraft = Omit<ReportMapping, 'fields' | 'values'> & {
  id: string | null
  meanings: Record<string, Meaning>
}

type Place = ReportInspection['paths'][number]

/** The name of a place that tells what it is, and what its value must look like then. */
const GUESSES: readonly [MappedField, RegExp, RegExp][] = [
  ['siren', /siren|siret|registrationnumber|vatnumber|(^|[^a-z])vat([^a-z]|$)/i, /\d{9}|\d{3} \d{3} \d{3}/],
  ['duns', /duns/i, /\d/],
  ['companyName', /raisonsociale|denomination|companyname|company[./_ ]name|(^|[./])company$|businessname/i, /\p{L}/u],
  ['day', /(^|[./@ _])(report)?[ _]?date([^a-z]|$)|datedurapport|edition/i, /\d{2,4}[-/. ]?\d{2}[-/. ]?\d{2,4}/],
  ['currency', /currency|devise/i, /^[A-Z]{3}$/],
  ['limit', /limit|encours|creditmax|recommended/i, /\d/],
]

const fieldsGuessed = (paths: readonly Place[]): Record<string, Meaning> => {
  const meanings: Record<string, Meaning> = {}
  for (const [field, name, shape] of GUESSES) {
    const found = paths.find(
      ({ path, value, repeated }) => !repeated && name.test(path) && shape.test(value) && !meanings[path],
    )
    if (found) meanings[found.path] = { field }
  }
  return meanings
}

/** The provider that a file names itself; without one the user says it. */
const providerIn = (text: string): Provider =>
  providers.find((one) => one !== 'other' && text.toLowerCase().includes(one)) ?? 'other'

/** A draft for a file that no mapping knows: the company, the day and the limit where their names tell them, no score. */
export const newMapping = (inspection: ReportInspection, name: string): MappingDraft => {
  const meanings = fieldsGuessed(inspection.paths)
  const limit = inspection.paths.find(({ path }) => choiceOf(meanings[path]) === 'limit')?.value ?? ''
  return {
    id: null,
    name: name.replace(/\.[a-z0-9]+$/i, '').slice(0, 80),
    provider: providerIn(`${name} ${inspection.paths.map(({ path }) => path).join(' ')}`),
    providerName: '',
    format: inspection.format,
    dateOrder: 'dmy',
    decimalMark: /\.\d{1,2}$|,\d{3}($|\.)/.test(limit) ? 'dot' : 'comma',
    limitUnit: 1,
    defaultCurrency: 'EUR',
    meanings,
  }
}

export const draftOfMapping = ({
  fields,
  values,
  savedAt: _at,
  savedBy: _by,
  ...rest
}: SavedMapping): MappingDraft => ({
  ...rest,
  meanings: {
    ...Object.fromEntries(
      mappedFields.flatMap((field) => {
        const path = fields[field]
        return path === undefined ? [] : [[path, { field }] as const]
      }),
    ),
    ...Object.fromEntries(
      values.map(({ path, beside, ...score }) => [path, { score: { ...score, guarded: beside !== null } }]),
    ),
  },
})

/** The text beside a place that says what stands there, unless its path says it already. */
export const besideOf = ({ path, beside }: Place): Place['beside'] =>
  beside && !path.includes(`=${beside.value}]`) ? beside : null

/** The code of a meaning, as a choice shows it: `day`, `score:creditsafe`; empty for none. */
export const choiceOf = (meaning: Meaning | undefined): string =>
  !meaning ? '' : 'field' in meaning ? meaning.field : `score:${meaning.score.scale}`

/** Says what stands at a place; a field moves from where it stood before. */
export const withMeaning = (draft: MappingDraft, place: Place, choice: string): MappingDraft => {
  const { [place.path]: _former, ...others } = draft.meanings
  const field = mappedFields.find((one) => one === choice)
  const kept = field
    ? Object.fromEntries(Object.entries(others).filter(([, one]) => !('field' in one && one.field === field)))
    : others
  if (choice === '') return { ...draft, meanings: others }
  if (field) return { ...draft, meanings: { ...kept, [place.path]: { field } } }
  const scale = choice.slice('score:'.length)
  const label = scale === OWN_SCALE ? (place.beside?.value ?? '') : ''
  const score = { scale, label, best: '', worst: '', guarded: besideOf(place) !== null }
  return { ...draft, meanings: { ...others, [place.path]: { score } } }
}

/** Of another provider: its scales are other ones, and what was picked on the former ones is gone. */
export const withProvider = (draft: MappingDraft, provider: Provider): MappingDraft => ({
  ...draft,
  provider,
  meanings: Object.fromEntries(
    Object.entries(draft.meanings).filter(([, one]) => 'field' in one || one.score.scale === OWN_SCALE),
  ),
})

/** The mapping that is kept. */
export const mappingOf = ({ id: _id, meanings, ...rest }: MappingDraft, paths: readonly Place[]): ReportMapping => {
  const all = Object.entries(meanings)
  return {
    ...rest,
    fields: Object.fromEntries(all.flatMap(([path, one]) => ('field' in one ? [[one.field, path]] : []))),
    values: all.flatMap(([path, one]) => {
      if (!('score' in one)) return []
      const { guarded, ...score } = one.score
      const place = guarded ? paths.find((one) => one.path === path) : undefined
      const beside = place ? besideOf(place) : null
      return [{ ...score, path, beside }]
    }),
  }
}
