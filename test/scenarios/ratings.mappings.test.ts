import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { customerFields } from '../support/ledger.ts'
import {
  altaresJson,
  altaresMapping,
  creditsafeMapping,
  creditsafeXml,
  experianCsv,
  experianMapping,
  SIREN,
} from '../support/reports.ts'

let book: TestBook
let alpha: string
beforeEach(async () => {
  book = await openTestBook({ today: '2026-11-22' })
  alpha = (await book.client.customers.create(customerFields('C001', { name: 'Menuiserie Alpha', siren: SIREN }))).id
})
afterEach(() => book.close())

type Mapping = Parameters<TestBook['client']['ratings']['saveMapping']>[0]
const save = (mapping: Mapping) => book.client.ratings.saveMapping(mapping)
const fileOf = (text: string, name = 'rapport') => ({ name, file: new File([text], name) })
const importing = (text: string, rest: { day?: string; mappingId?: string; customerId?: string } = {}) =>
  book.client.ratings.import({ customerId: alpha, ...fileOf(text), ...rest })
const kept = async () => (await book.client.ratings.ofCustomer({ customerId: alpha })).all

describe('a report read through a mapping', () => {
  test('in XML: a score told by its kind, never by its place', async () => {
    await save(creditsafeMapping)
    expect(await importing(creditsafeXml())).toMatchObject({
      state: 'created',
      rating: {
        provider: 'creditsafe',
        day: '2026-10-05',
        recommendedLimit: 1_500_000,
        siren: SIREN,
        values: [{ scale: 'creditsafe', value: '64', reading: { en: 'Low risk' } }],
      },
    })
    expect(await importing(creditsafeXml())).toMatchObject({ state: 'unchanged' })
    expect(await importing(creditsafeXml({ score: '55' }))).toMatchObject({ state: 'updated' })
  })

  test('in JSON: its own scale with its ends, a limit in thousands', async () => {
    await save(altaresMapping)
    const { rating } = await importing(altaresJson())
    expect(rating).toMatchObject({ day: '2026-10-05', recommendedLimit: 1_250_000, currency: 'EUR' })
    expect(rating.values).toMatchObject([{ label: 'Score de défaillance', value: '14', best: '20', worst: '1' }])
  })

  test('in CSV: days and amounts as they are written there; of several companies, the row of this one', async () => {
    await save(experianMapping)
    const other = 'Durand SA;FR83404833048;10/04/2026;20;900'
    const { rating } = await importing(experianCsv(other, 'Alpha;FR44732829320;10/05/2026;83;1,500'))
    expect(rating).toMatchObject({ day: '2026-10-05', recommendedLimit: 150_000, currency: 'GBP' })
    expect(rating.values).toMatchObject([{ value: '83' }])
    expect(await refusal(importing(experianCsv(other, other)))).toMatchObject({
      code: 'rating.row-missing',
      details: { rows: 0 },
    })
  })

  test('with a blank score says nothing of it; one that is blank in everything is refused', async () => {
    await save(creditsafeMapping)
    expect((await importing(creditsafeXml({ score: '' }))).rating.values).toEqual([])
    expect(await refusalOf(importing(creditsafeXml({ score: '', limit: '', day: '2026-10-06' })))).toBe('rating.empty')
  })
})

describe('what could give a wrong score is refused, and nothing is kept', () => {
  beforeEach(async () => {
    for (const mapping of [creditsafeMapping, altaresMapping, experianMapping]) await save(mapping)
  })
  afterEach(async () => expect(await kept()).toEqual([]))

  test('malformed files, with their line', async () => {
    for (const [text, format, line] of [
      [creditsafeXml().replace('</entreprise>', ''), 'XML', 13],
      ['<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', 'XML', 1],
      ['{\n  "company": {\n    "name": "Alpha",\n  }\n}', 'JSON', 4],
      ['{"a":', 'JSON', 1],
      [`${'['.repeat(200)}${']'.repeat(200)}`, 'JSON', 1],
    ] as const)
      expect(await refusal(importing(text))).toMatchObject({ code: 'rating.malformed', details: { format, line } })
    expect(await refusalOf(importing(''))).toBe('import.empty')
    expect(await refusalOf(importing('bonjour'))).toBe('rating.unknown-file')
  })

  test('another company’s report: by SIREN, by name, without either', async () => {
    for (const text of [
      creditsafeXml({ siren: '404833048' }),
      altaresJson({ company: { name: 'Menuiserie Alpha', siren: '404833048' } }),
      altaresJson({ company: { name: 'Boulangerie Durand', siren: '' } }),
      experianCsv('Durand SA;FR83404833048;10/05/2026;20;900'),
    ])
      expect(await refusalOf(importing(text))).toBe('rating.other-company')
    const nobody = altaresJson({ company: { name: '', siren: '' } })
    expect(await refusal(importing(nobody))).toMatchObject({
      code: 'rating.place-unreadable',
      details: { reason: 'empty' },
    })
  })

  test('values off their scale, of another kind, repeated, or that are none', async () => {
    for (const [text, reason] of [
      [creditsafeXml({ score: '101' }), 'scale'],
      [creditsafeXml({ score: '64/100' }), 'scale'],
      [creditsafeXml({ score: 'B' }), 'scale'],
      [altaresJson({ score: 21 }), 'scale'],
      [altaresJson({ score: 0.5 }), 'scale'],
      [altaresJson({ score: 'bon' }), 'scale'],
      [altaresJson({ type: 'retard de paiement' }), 'beside'],
      [altaresJson({ limit: 'beaucoup' }), 'amount'],
      [altaresJson({ limit: -5 }), 'amount'],
      [creditsafeXml({ limit: '1,234.567' }), 'amount'],
      [creditsafeXml({ day: '2026-13-05' }), 'day'],
      [experianCsv('Alpha;732829321X;10/05/2026;83;1,500'), 'number'],
      [experianCsv('Alpha;FR44732829320;25/10/2026;83;1,500'), 'day'],
      [experianCsv('Alpha;FR44732829320;10/05/2026;83,5;1,500'), 'scale'],
    ] as const)
      expect([text, await refusal(importing(text))]).toMatchObject([
        text,
        { code: 'rating.place-unreadable', details: { reason } },
      ])
  })

  test('two scores of one kind, and a score that is missing', async () => {
    const twice = creditsafeXml({ more: '<score type="national"><valeur>12</valeur></score>' })
    expect(await refusal(importing(twice))).toMatchObject({
      code: 'rating.paths-missing',
      details: { mapping: 'Creditsafe XML', paths: 'rapport/scores/score[@type=national]/valeur' },
    })
    const none = creditsafeXml().replace('type="national"', 'type="regional"')
    expect(await refusalOf(importing(none))).toBe('rating.paths-missing')
    const { id } = await save({
      ...altaresMapping,
      name: 'Altares, liste',
      fields: { companyName: 'company.name' },
      values: [{ scale: 'own', label: 'Score', path: 'scores[1].value' }],
    })
    const list = (...scores: number[]) =>
      JSON.stringify({ company: { name: 'Menuiserie Alpha' }, scores: scores.map((value) => ({ value })) })
    expect(await refusal(importing(list(14, 3), { mappingId: id, day: '2026-10-01' }))).toMatchObject({
      code: 'rating.place-unreadable',
      details: { reason: 'repeated' },
    })
  })

  test('days that are missing or have not come, and customers that are gone', async () => {
    expect(await refusalOf(importing(creditsafeXml({ day: '2026-11-23' })))).toBe('rating.day-invalid')
    const fields = { companyName: 'company.name' }
    const { id } = await save({ ...altaresMapping, name: 'Sans jour', fields })
    expect(await refusalOf(importing(altaresJson(), { mappingId: id }))).toBe('rating.day-invalid')
    const gone = '01a201f8-c1d9-7a84-9cb8-dc072221ab98'
    expect(await refusalOf(importing(altaresJson(), { customerId: gone }))).toBe('not-found')
    expect(await refusalOf(importing(altaresJson(), { mappingId: gone }))).toBe('not-found')
  })
})

describe('a mapping', () => {
  test('is shown beside what a file holds, previewed, and recognised afterwards', async () => {
    const report = fileOf(creditsafeXml())
    const before = await book.client.ratings.inspect(report)
    expect(before).toMatchObject({ format: 'xml', reports: 1, reader: null, mapping: null })
    expect(before.paths).toContainEqual({
      path: 'rapport/scores/score[@type=national]/valeur',
      value: '64',
      repeated: false,
      beside: { path: 'rapport/scores/score[@type=national]/@type', value: 'national' },
    })
    expect(await book.client.ratings.preview({ ...report, mapping: creditsafeMapping })).toMatchObject({
      report: { day: '2026-10-05', siren: SIREN, values: [{ value: '64' }] },
      problems: [],
    })
    const wrong = { ...creditsafeMapping, values: [{ scale: 'creditsafe', path: 'rapport/entreprise/siret' }] }
    expect((await book.client.ratings.preview({ ...report, mapping: wrong })).problems).toMatchObject([
      { field: 'value', reason: 'scale', line: 5 },
    ])
    const saved = await save(creditsafeMapping)
    expect(await book.client.ratings.inspect(report)).toMatchObject({ reader: 'mapping', mapping: { id: saved.id } })
    const other = fileOf(creditsafeXml().replace('type="national"', 'type="regional"'))
    expect(await book.client.ratings.inspect(other)).toMatchObject({
      reader: 'mapping',
      missing: ['rapport/scores/score[@type=national]/valeur'],
    })
  })

  test('is changed, named once, and removed; what could not tell the company is refused', async () => {
    const { id } = await save(creditsafeMapping)
    await save({ ...creditsafeMapping, id, name: 'Creditsafe' })
    expect((await book.client.ratings.mappings({})).mappings).toMatchObject([{ id, name: 'Creditsafe' }])
    expect(await refusalOf(save({ ...altaresMapping, name: 'Creditsafe' }))).toBe('rating.mapping-name-used')
    const values = altaresMapping.values
    for (const [mapping, reason] of [
      [{ ...altaresMapping, fields: { day: 'date' } }, 'company'],
      [{ ...altaresMapping, fields: { siren: 'company.siren' }, values: [] }, 'content'],
      [{ ...altaresMapping, values: [...values, ...values] }, 'twice'],
      [{ ...altaresMapping, values: [{ scale: 'creditsafe', path: 'rating.value' }] }, 'scale'],
      [{ ...altaresMapping, values: [{ scale: 'own', path: 'rating.value' }] }, 'scale'],
      [{ ...altaresMapping, provider: 'other' as const }, 'provider'],
    ] as const)
      expect(await refusal(save(mapping as Mapping))).toMatchObject({
        code: 'rating.mapping-invalid',
        details: { reason },
      })
    await importing(creditsafeXml())
    await book.client.ratings.removeMapping({ id })
    expect(await refusalOf(importing(creditsafeXml()))).toBe('rating.unknown-file')
    expect(await refusalOf(book.client.ratings.removeMapping({ id }))).toBe('not-found')
    expect(await kept()).toHaveLength(1)
  })
})
