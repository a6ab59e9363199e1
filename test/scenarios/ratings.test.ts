import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { knownDuns, ratingRecords } from '../../src/main/core/ratings/ratings.repository.ts'
import { openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { customerFields } from '../support/ledger.ts'
import { queryPlans } from '../support/query-plan.ts'
import { sharedDataMissing, sharedSource, skippedNote } from '../support/shared-data.ts'

const TODAY = '2026-11-22'
const [ALPHA, OTHER] = ['732829320', '404833048']

let book: TestBook
let alpha: string
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
  alpha = (await book.client.customers.create(customerFields('C001', { name: 'Menuiserie Alpha SARL', siren: ALPHA })))
    .id
})
afterEach(() => book.close())

type Entered = Partial<Parameters<TestBook['client']['ratings']['save']>[0]>
const enter = (rest: Entered = {}) =>
  book.client.ratings.save({
    customerId: alpha,
    provider: 'creditsafe',
    day: '2026-10-01',
    values: [{ scale: 'creditsafe', value: '55' }],
    recommendedLimit: 1_500_000,
    siren: '732 829 320',
    ...rest,
  })
const importing = (text: string, rest: { day?: string } = { day: '2026-10-01' }, customerId = alpha) =>
  book.client.ratings.import({ customerId, name: 'dnb.json', file: new File([text], 'dnb.json'), ...rest })
const dnb = (rest: object = {}) =>
  JSON.stringify({ organization: { duns: '804735132', dnbAssessment: { paydexScore: { value: 78 } }, ...rest } })
const list = () => book.client.ratings.ofCustomer({ customerId: alpha })

describe('a report of an agency', () => {
  test('is shown as its provider gave it, with the provider’s own words', async () => {
    expect(await enter()).toMatchObject({
      recommendedLimit: 1_500_000,
      siren: ALPHA,
      source: 'entry',
      stale: false,
      values: [{ value: '55', better: 'high', reading: { fr: 'Risque faible', en: 'Low risk', risk: 2 } }],
    })
  })

  test('of two providers stand side by side, the newest of each, on a past day too', async () => {
    await enter({ day: '2025-12-01', values: [{ scale: 'creditsafe', value: '71' }] })
    await enter()
    await enter({ provider: 'bdf', day: '2026-05-01', values: [{ scale: 'bdf-2022', value: 'G4+' }] })
    const { newest, all } = await list()
    expect(newest.map(({ provider, day, values }) => [provider, day, values[0]?.value])).toEqual([
      ['creditsafe', '2026-10-01', '55'],
      ['bdf', '2026-05-01', 'G4+'],
    ])
    expect(all).toHaveLength(3)
    const past = await book.client.ratings.ofCustomer({ customerId: alpha, asOf: '2026-01-31' })
    expect(past.newest.map(({ day }) => day)).toEqual(['2025-12-01'])
  })

  test('is stale when it is older than the policy’s months', async () => {
    // Eighteen months before 22 November 2026.
    expect(await enter({ day: '2025-05-22' })).toMatchObject({ stale: false })
    await enter({ provider: 'altares', day: '2025-05-21', values: [], recommendedLimit: 0 })
    expect((await list()).newest.map(({ provider, stale }) => [provider, stale])).toEqual([
      ['creditsafe', false],
      ['altares', true],
    ])
  })

  test('on a scale the program does not know keeps its name and its ends', async () => {
    const values = [{ scale: 'own', label: 'Score Ellisphere', value: '7', best: '10', worst: '0' }]
    expect((await enter({ provider: 'ellisphere', values })).values).toEqual([
      { ...values[0], name: { fr: 'Score Ellisphere', en: 'Score Ellisphere' }, better: null, reading: null },
    ])
  })

  test('off its provider’s scale, empty or in advance is refused', async () => {
    const value = (scale: string, own: string) => [{ scale, value: own }]
    for (const [provider, values] of [
      ['creditsafe', value('creditsafe', '101')],
      ['creditsafe', value('creditsafe', '55.5')],
      ['creditsafe', value('dnb-paydex', '80')],
      ['dnb', value('dnb-failure-class', '0')],
      ['dnb', value('dnb-rating', '9Z9')],
      ['bdf', value('bdf-2022', '3++')],
      ['creditsafe', [...value('creditsafe', '55'), ...value('creditsafe', '56')]],
      ['other', value('own', '5')],
    ] as const)
      expect(await refusalOf(enter({ provider, values: [...values] }))).toBe('rating.value-invalid')
    expect(await refusalOf(enter({ values: [], recommendedLimit: null }))).toBe('rating.empty')
    expect(await refusalOf(enter({ day: '2026-11-23' }))).toBe('rating.day-invalid')
    expect((await list()).all).toEqual([])
  })

  test('of another company is refused: by SIREN, by DUNS, by name', async () => {
    expect(await refusal(enter({ siren: OTHER }))).toEqual({
      code: 'rating.other-company',
      details: { name: 'Menuiserie Alpha SARL', found: OTHER, expected: ALPHA },
    })
    expect(await refusalOf(enter({ siren: '', companyName: 'Boulangerie Durand SARL' }))).toBe('rating.other-company')
    await enter({ siren: '', companyName: 'ALPHA (MENUISERIE)' })
    await importing(dnb())
    expect(await refusalOf(importing(dnb({ duns: '804735133' })))).toBe('rating.other-company')
    const beta = (await book.client.customers.create(customerFields('C002', { name: 'Beta', siren: OTHER }))).id
    expect(await refusalOf(importing(dnb(), { day: '2026-10-01' }, beta))).toBe('rating.other-company')
  })

  test('is corrected, kept with its PDF, and removed with it', async () => {
    const { id } = await enter()
    const file = new File(['%PDF-1.7 report'], 'rapport.pdf')
    const kept = await book.client.ratings.attach({ id, name: 'rapport.pdf', file })
    expect(kept.documentName).toBe('rapport.pdf')
    expect(await enter({ id, day: '2026-10-02' } as Entered)).toMatchObject({
      id,
      day: '2026-10-02',
      documentName: 'rapport.pdf',
    })
    await book.client.ratings.remove({ id })
    expect(await refusalOf(book.client.documents.get({ id: kept.documentId ?? '' }))).toBe('not-found')
    expect((await list()).all).toEqual([])
  })
})

describe('D&B Direct+ in JSON', () => {
  test('is read once; what it does not tell is asked, what is no report is refused', async () => {
    expect(await refusalOf(importing(dnb(), {}))).toBe('rating.day-invalid')
    expect(await importing(dnb())).toMatchObject({ state: 'created', rating: { provider: 'dnb', source: 'dnb.json' } })
    expect(await importing(dnb())).toMatchObject({ state: 'unchanged' })
    const better = dnb({ dnbAssessment: { paydexScore: { value: 80 } } })
    expect(await importing(better)).toMatchObject({ state: 'updated', rating: { values: [{ value: '80' }] } })
    for (const text of ['[]', 'null', '{"organization":{"duns":"x"}}', '{"organization":[]}'])
      expect(await refusalOf(importing(text))).toBe('rating.unknown-file')
    expect(await refusalOf(importing(''))).toBe('import.empty')
    expect(await refusalOf(importing('{'))).toBe('rating.malformed')
    expect(await refusalOf(importing(dnb({ dnbAssessment: {} })))).toBe('rating.empty')
    expect(await refusalOf(importing(dnb({ dnbAssessment: { paydexScore: { value: 780 } } })))).toBe(
      'rating.value-invalid',
    )
    expect((await list()).all).toHaveLength(1)
  })

  test('names the company by its SIREN', async () => {
    const registrationNumbers = [{ registrationNumber: `${OTHER}00017`, typeDescription: 'Siret' }]
    expect(await refusalOf(importing(dnb({ registrationNumbers })))).toBe('rating.other-company')
  })
})

describe('a table of reports', () => {
  const header = 'Client;SIREN;Agence;Date;Échelle;Note;Encours conseillé'
  const table = (...rows: string[]) => {
    const file = new File([[header, ...rows].join('\n')], 'rapports.csv')
    return book.client.ratings.importTable({ name: 'rapports.csv', file })
  }

  test('is read whole, customers by code or SIREN; read again, it changes nothing', async () => {
    const rows = [
      'C001;;Creditsafe;01/10/2026;;62;15 000,00',
      `;${ALPHA};Altares;01/09/2026;Score Altares;14;`,
      'C001;;Creditsafe;01/10/2026;Indice de paiement;7;',
    ]
    expect(await table(...rows)).toEqual({ created: 2, updated: 0, unchanged: 0 })
    const { newest } = await list()
    expect(newest).toMatchObject([
      { provider: 'creditsafe', recommendedLimit: 1_500_000, source: 'rapports.csv' },
      { provider: 'altares', recommendedLimit: null, values: [{ scale: 'own', label: 'Score Altares', value: '14' }] },
    ])
    expect(newest[0]?.values.map(({ label, value }) => [label, value])).toEqual([
      ['', '62'],
      ['Indice de paiement', '7'],
    ])
    expect(await table(...rows)).toEqual({ created: 0, updated: 0, unchanged: 2 })
  })

  test('with a line that cannot be read is refused by its line, and nothing of it stays', async () => {
    const good = 'C001;;Creditsafe;01/10/2026;;62;'
    for (const [line, field] of [
      ['C001;;Creditsafe;32/10/2026;;62;', 'day'],
      ['C001;;;01/10/2026;;62;', 'provider'],
      ['C999;;Creditsafe;01/10/2026;;62;', 'customer'],
      [';;Creditsafe;01/10/2026;;62;', 'customer'],
      ['C001;;Creditsafe;02/10/2026;;62;-5,00', 'limit'],
    ] as const)
      expect(await refusal(table(good, line))).toMatchObject({ code: 'rating.unreadable', details: { line: 3, field } })
    expect(await refusal(table(good, 'C001;;Creditsafe;02/10/2026;;162;'))).toMatchObject({
      code: 'rating.value-invalid',
      details: { line: 3 },
    })
    expect(await refusalOf(table(`C001;${OTHER};Creditsafe;01/10/2026;;62;`))).toBe('rating.other-company')
    const file = new File(['a;b\n1;2'], 'x.csv')
    expect(await refusalOf(book.client.ratings.importTable({ name: 'x.csv', file }))).toBe('rating.unknown-file')
    expect((await list()).all).toEqual([])
  })
})

test('reports are searched by customer, not scanned', async () => {
  const plans = await queryPlans(book.path, async (db) => {
    await ratingRecords(db, [alpha], TODAY)
    await knownDuns(db, alpha, null)
  })
  expect(plans.filter((line) => /SCAN (r|external_rating)\b/.test(line))).toEqual([])
})

test.skipIf(sharedDataMissing)(`the provider’s own examples are read${skippedNote}`, async () => {
  const real = async (name: string, day: string) => {
    const { blob } = await sharedSource(`registers/${name}`)
    return book.client.ratings.import({ customerId: alpha, name, file: new File([blob], name), day })
  }
  const { rating } = await real('dnb_direct_plus_dnbassessment_L2_example.json', '2026-10-01')
  expect(rating.values.map(({ scale, value, reading }) => [scale, value, reading?.en ?? null])).toEqual([
    ['dnb-delinquency-class', '2', null],
    ['dnb-delinquency-percentile', '46', null],
    ['dnb-failure-class', '2', null],
    ['dnb-failure-percentile', '41', null],
    ['dnb-paydex', '78', 'Medium risk'],
    ['dnb-rating', '3A2', 'Low risk'],
  ])
  const later = await real('dnb_direct_plus_paymentinsight_L3_min_example.json', '2026-11-01')
  expect(later.rating.values).toMatchObject([{ scale: 'dnb-paydex', value: '12', reading: { en: 'High risk' } }])
})
