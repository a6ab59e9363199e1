import { expect, test } from 'vitest'
import type { ReportInspection } from '../../../main/core/ratings/ratings.contract.ts'
import { choiceOf, draftOfMapping, mappingOf, newMapping, withMeaning, withProvider } from './mapping.draft.ts'

const place = (path: string, value: string, beside: { path: string; value: string } | null = null) => ({
  path,
  value,
  repeated: false,
  beside,
})
const paths = [
  place('reportDate', '2026-10-05'),
  place('company.name', 'Alpha'),
  place('company.siren', '732829320'),
  place('score.value', '14', { path: 'score.type', value: 'Défaillance' }),
  place('credit.limit', '12500'),
]
const inspection: ReportInspection = { format: 'json', reports: 1, paths, reader: null, mapping: null, missing: [] }

test('what its names tell is proposed, a score never is', () => {
  const draft = newMapping(inspection, 'rapport.json')
  expect(draft).toMatchObject({ name: 'rapport', provider: 'other' })
  expect(newMapping(inspection, 'Altares 2026.json').provider).toBe('altares')
  expect(mappingOf(draft, paths)).toMatchObject({
    fields: { day: 'reportDate', companyName: 'company.name', siren: 'company.siren', limit: 'credit.limit' },
    values: [],
  })
})

test('a field stands at one place only; a score keeps the text beside it', () => {
  const scored = withMeaning(newMapping(inspection, 'a.json'), paths[3] as (typeof paths)[3], 'score:own')
  const moved = withMeaning(scored, paths[0] as (typeof paths)[0], 'companyName')
  const mapping = mappingOf(moved, paths)
  expect(mapping.fields).toEqual({ companyName: 'reportDate', siren: 'company.siren', limit: 'credit.limit' })
  expect(mapping.values).toEqual([
    {
      scale: 'own',
      label: 'Défaillance',
      best: '',
      worst: '',
      path: 'score.value',
      beside: { path: 'score.type', value: 'Défaillance' },
    },
  ])
  expect(choiceOf(moved.meanings['score.value'])).toBe('score:own')
  expect(mappingOf(withMeaning(moved, paths[3] as (typeof paths)[3], ''), paths).values).toEqual([])
  const saved = draftOfMapping({ ...mapping, id: 'i', savedAt: '', savedBy: '' })
  expect(mappingOf(saved, paths)).toEqual(mapping)
})

test('scales of another provider are let go', () => {
  const scored = withMeaning(newMapping(inspection, 'a.json'), paths[3] as (typeof paths)[3], 'score:creditsafe')
  expect(mappingOf(withProvider(scored, 'dnb'), paths).values).toEqual([])
})
