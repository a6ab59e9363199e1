import { PDFDocument } from 'pdf-lib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Customer } from '../../src/main/core/customers/customers.contract.ts'
import { openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'

const TODAY = '2026-03-02'
const NOTHING = '01a201f8-c1d9-7a84-9cb8-dc072221ab98'
const ALPHA = '732829320'
const BETA = '552100554'

let book: TestBook
let alpha: Customer
const customer = (code: string, name: string, siren: string) =>
  book.client.customers.create({ code, name, siren, language: 'fr', country: 'FR', terms: '45eom-a' })
beforeEach(async () => {
  book = await openTestBook({ today: TODAY, company: { email: 'credit@atelier.example' } })
  alpha = await customer('C001', 'Maison Alpha', ALPHA)
})
afterEach(() => book.close())

const calls = () => book.client.applications
const apply = (more: Partial<Parameters<TestBook['client']['applications']['record']>[0]> = {}) =>
  calls().record({ customerId: alpha.id, asked: 6_000_000, ...more })
const answerOf = (daysBeyondTerms: number | null, highestCredit: number | null) => ({
  answeredOn: TODAY,
  daysBeyondTerms,
  highestCredit,
})

describe('an application', () => {
  test('is recorded, changed and listed, with what the policy wants for its amount', async () => {
    const small = await apply({ asked: 500_000, terms: '30', applicant: 'A. Petit', purchases: 3_000_000 })
    expect(small).toMatchObject({ state: 'gathering', wanted: [], currency: 'EUR', receivedOn: TODAY, terms: '30' })
    const grown = await calls().record({ id: small.id, customerId: alpha.id, asked: 5_000_000 })
    expect(grown.wanted).toEqual([
      { kind: 'terms', wanted: 1, held: 0 },
      { kind: 'contract', wanted: 1, held: 0 },
      { kind: 'statements', wanted: 3, held: 0 },
      { kind: 'reports', wanted: 1, held: 0 },
      { kind: 'references', wanted: 2, held: 0 },
    ])
    await book.client.proofs.add({
      customerId: alpha.id,
      kind: 'terms',
      name: 'cgv.pdf',
      file: new File(['%PDF-1.4 signed'], 'cgv.pdf'),
    })
    expect((await calls().get({ id: small.id })).wanted[0]).toEqual({ kind: 'terms', wanted: 1, held: 1 })
    expect(await calls().list({})).toMatchObject({ total: 1, applications: [{ id: small.id, customerCode: 'C001' }] })
  })

  test('in another currency wants what its worth wants', async () => {
    expect(await refusalOf(apply({ asked: 100, currency: 'USD' }))).toBe('limit.rate-missing')
    await book.client.exchange.setRate({ currency: 'USD', day: TODAY, rate: '2' })
    expect((await apply({ asked: 500_000, currency: 'USD' })).wanted.length).toBe(3)
    expect((await apply({ asked: 499_999, currency: 'USD' })).wanted.length).toBe(0)
  })

  test('refuses what cannot be', async () => {
    expect(await refusalOf(apply({ receivedOn: '2026-03-03' }))).toBe('application.day-invalid')
    expect(await refusalOf(apply({ terms: 'demain' }))).toBe('terms.unreadable')
    expect(await refusalOf(calls().record({ customerId: NOTHING, asked: 1 }))).toBe('not-found')
    expect(await refusalOf(calls().get({ id: NOTHING }))).toBe('not-found')
    const beta = await customer('C002', 'Bois Beta', BETA)
    const { id } = await apply()
    expect(await refusalOf(calls().record({ id, customerId: beta.id, asked: 1 }))).toBe('not-found')
  })

  test('set aside, it leaves the list, keeps its reason, and changes no more', async () => {
    const { id } = await apply()
    await calls().drop({ id, reason: 'sans réponse depuis deux mois' })
    expect(await calls().list({})).toMatchObject({ total: 0 })
    const [dropped] = (await calls().list({ show: 'all' })).applications
    expect(dropped).toMatchObject({
      state: 'dropped',
      dropped: { on: TODAY, by: 'test', because: 'sans réponse depuis deux mois' },
    })
    const refused = [
      calls().record({ id, customerId: alpha.id, asked: 1 }),
      calls().addReference({ applicationId: id, supplier: 'X' }),
      calls().drop({ id, reason: 'encore' }),
      calls().review({ id }),
    ]
    for (const call of refused) expect(await refusalOf(call)).toBe('application.closed')
  })

  test('follows a customer into the one it is merged with', async () => {
    const twin = await customer('C009', 'Maison Alpha (doublon)', '')
    await calls().record({ customerId: twin.id, asked: 1 })
    await book.client.customers.merge({ keep: alpha.id, remove: twin.id })
    expect(await calls().list({ customerId: alpha.id })).toMatchObject({ total: 1 })
  })
})

describe('trade references', () => {
  test('asked, answered, marked and weighted by highest credit', async () => {
    const { id } = await apply()
    await calls().addReference({ applicationId: id, supplier: 'Bois du Jura', contact: 'Mme Roux' })
    await calls().addReference({ applicationId: id, supplier: 'Vernis SA' })
    const named = await calls().addReference({ applicationId: id, supplier: 'Quincaillerie Petit' })
    const [jura, vernis, petit] = named.references.map((one) => one.id) as [string, string, string]
    expect(named).toMatchObject({ referenceScore: null, references: [{ askedOn: null }, {}, {}] })
    expect((await calls().asked({ id: jura, on: '2026-02-20' })).references[0]?.askedOn).toBe('2026-02-20')
    await calls().answered({ id: jura, answer: answerOf(0, 3_000_000) })
    await calls().answered({ id: vernis, answer: answerOf(20, 1_000_000) })
    const answered = await calls().answered({ id: petit, answer: answerOf(null, 9_000_000) })
    expect(answered.references.map(({ score }) => score)).toEqual([100, 60, null])
    expect(answered.referenceScore).toBe(90)
    expect(answered.wanted.at(-1)).toEqual({ kind: 'references', wanted: 2, held: 3 })
    // A later answer takes the place of the first.
    expect((await calls().answered({ id: jura, answer: answerOf(90, 3_000_000) })).referenceScore).toBe(15)
  })

  test('refuse days and amounts that contradict each other, and keep what was answered', async () => {
    const { id } = await apply()
    const named = await calls().addReference({ applicationId: id, supplier: 'Bois du Jura' })
    const reference = named.references[0]?.id ?? ''
    await calls().asked({ id: reference, on: '2026-02-20' })
    const answer = answerOf(0, 1)
    const refused = [
      [calls().asked({ id: reference, on: '2026-03-03' }), 'application.day-invalid'],
      [calls().answered({ id: reference, answer: { ...answer, answeredOn: '2026-02-19' } }), 'application.day-invalid'],
      [calls().answered({ id: reference, answer: { ...answer, answeredOn: '2026-03-03' } }), 'application.day-invalid'],
      [
        calls().answered({ id: reference, answer: { ...answer, customerSince: '2026-03-03' } }),
        'application.day-invalid',
      ],
      [
        calls().answered({ id: reference, answer: { ...answer, balance: 1, overdue: 2 } }),
        'application.overdue-above-balance',
      ],
    ] as const
    for (const [call, code] of refused) expect(await refusalOf(call)).toBe(code)
    await calls().answered({ id: reference, answer })
    expect(await refusalOf(calls().removeReference({ id: reference }))).toBe('application.reference-answered')
    const more = await calls().addReference({ applicationId: id, supplier: 'Autre' })
    expect((await calls().removeReference({ id: more.references[1]?.id ?? '' })).references.length).toBe(1)
  })

  test('the request goes out as a PDF with places to fill in, in both languages', async () => {
    const { id } = await apply()
    const { references } = await calls().addReference({ applicationId: id, supplier: 'Bois du Jura' })
    for (const language of ['fr', 'en'] as const) {
      const { name, file } = await calls().referenceForm({ id: references[0]?.id ?? '', language })
      expect(name).toMatch(/maison-alpha-bois-du-jura\.pdf$/)
      expect((await fieldsOf(file)).length).toBe(13)
    }
  })
})

const fieldsOf = async (file: Blob): Promise<string[]> =>
  (await PDFDocument.load(await file.arrayBuffer()))
    .getForm()
    .getFields()
    .map((field) => field.getName())

/** Fills a form in, as a reader of PDF does. */
const fillIn = async (
  values: Record<string, string>,
  { asked = 6_000_000, language = 'fr' as 'fr' | 'en', customerId = alpha.id as string | null } = {},
): Promise<File> => {
  const { file, name } = await calls().form({ customerId, asked, language })
  const pdf = await PDFDocument.load(await file.arrayBuffer())
  const form = pdf.getForm()
  for (const [key, value] of Object.entries(values)) {
    const field = `encours.application.1.${language}.EUR.${key}`
    if (key === 'terms') form.getDropdown(field).select(value)
    else form.getTextField(field).setText(value)
  }
  return new File([new Uint8Array(await pdf.save())], name)
}
const readBack = (file: File, applicationId: string | null = null) =>
  calls().readForm({ customerId: alpha.id, applicationId, name: file.name, file })

const FILLED = {
  limit: '60 000,00',
  purchases: '250 000',
  terms: '45 jours fin de mois',
  payableName: 'Jeanne Morel',
  payableEmail: 'compta@alpha.example',
  bankName: 'Crédit du Rhône',
  iban: 'FR76 3000 6000 0112 3456 7890 189',
  supplier1: 'Bois du Jura',
  contact1: 'Mme Roux',
  reach1: '03 84 00 00 00',
  supplier2: 'Vernis SA',
  applicant: 'A. Petit',
  capacity: 'gérant',
  signedOn: '27/02/2026',
}

describe('the form', () => {
  test('bears what is known of the customer, and what the policy wants for the amount', async () => {
    const { file, name } = await calls().form({ customerId: alpha.id, asked: 6_000_000, language: 'fr' })
    expect(name).toBe('demande-de-credit-maison-alpha.pdf')
    const form = (await PDFDocument.load(await file.arrayBuffer())).getForm()
    const text = (key: string) => form.getTextField(`encours.application.1.fr.EUR.${key}`).getText()
    expect([text('name'), text('siren'), text('limit')]).toEqual(['Maison Alpha', ALPHA, '60\u00a0000,00'])
    expect(form.getDropdown('encours.application.1.fr.EUR.terms').getSelected()).toEqual(['45 jours fin de mois'])
    const names = form.getFields().map((field) => field.getName())
    expect(names.filter((one) => one.includes('enclosed')).map((one) => one.split('_')[1])).toEqual([
      'terms',
      'contract',
      'statements',
    ])
    expect(
      (await fieldsOf((await calls().form({ language: 'en' })).file)).some((one) => one.includes('enclosed')),
    ).toBe(false)
  })

  test('a name that the usual font cannot draw is in the field all the same', async () => {
    const foreign = await book.client.customers.create({
      code: 'C010',
      name: 'Łódź Meble',
      language: 'en',
      country: 'PL',
      terms: null,
    })
    const { file } = await calls().form({ customerId: foreign.id, language: 'en' })
    const form = (await PDFDocument.load(await file.arrayBuffer())).getForm()
    expect(form.getTextField('encours.application.1.en.EUR.name').getText()).toBe('Łódź Meble')
  })

  test('filled in, it comes back as the application, its references and contacts, kept with the form', async () => {
    const file = await fillIn(FILLED)
    const application = await readBack(file)
    expect(application).toMatchObject({
      asked: 6_000_000,
      purchases: 25_000_000,
      terms: '45eom-a',
      applicant: 'A. Petit',
      capacity: 'gérant',
      currency: 'EUR',
      documentName: file.name,
      note: 'Banque\u202f: Crédit du Rhône · IBAN FR76 3000 6000 0112 3456 7890 189\nSignée le 27/02/2026',
      references: [
        { supplier: 'Bois du Jura', contact: 'Mme Roux · 03 84 00 00 00' },
        { supplier: 'Vernis SA', contact: '' },
      ],
    })
    const kept = await book.client.documents.get({ id: application.documentId ?? '' })
    expect(Buffer.from(await kept.file.arrayBuffer()).equals(Buffer.from(await file.arrayBuffer()))).toBe(true)
    const { contacts } = (await book.client.customers.get({ id: alpha.id })).customer
    expect(contacts).toMatchObject([{ name: 'Jeanne Morel', role: 'Comptabilité fournisseurs', dunning: false }])
  })

  test('in English it is read as English is written', async () => {
    const file = await fillIn({ limit: '60,000.50', terms: '30 days' }, { language: 'en' })
    expect(await readBack(file)).toMatchObject({ asked: 6_000_050, terms: '30' })
  })

  test('it completes the application that it answers, and leaves what it does not tell', async () => {
    const { id } = await apply({ asked: 1, purchases: 9_000_000, receivedOn: '2026-02-10', note: 'salon de Lyon' })
    await calls().addReference({ applicationId: id, supplier: 'bois du jura' })
    const read = await readBack(await fillIn({ limit: '5 000', supplier1: 'Bois du Jura', supplier2: 'Vernis SA' }), id)
    expect(read).toMatchObject({
      id,
      asked: 500_000,
      purchases: 9_000_000,
      receivedOn: '2026-02-10',
      note: 'salon de Lyon',
    })
    expect(read.references.map(({ supplier }) => supplier)).toEqual(['bois du jura', 'Vernis SA'])
    expect(await calls().list({ show: 'all' })).toMatchObject({ total: 1 })
  })

  test.each([
    [{ limit: '' }, 'application.field-missing', 'Limite de crédit demandée'],
    [{ limit: '60.000' }, 'application.field-unreadable', 'Limite de crédit demandée'],
    [{ limit: '5 000', purchases: 'beaucoup' }, 'application.field-unreadable', 'Achats annuels prévus, hors taxes'],
    [{ limit: '5 000', signedOn: '30/02/2026' }, 'application.field-unreadable', 'Date'],
    [
      { limit: '5 000', payableEmail: 'jeanne' },
      'application.field-unreadable',
      'Comptabilité fournisseurs\u202f: courriel',
    ],
    [{ limit: '5 000', reach2: '06' }, 'application.field-missing', '2. Fournisseur'],
  ] as [Record<string, string>, string, string][])(
    '%j is refused by its name on the form: %s',
    async (values, code, field) => {
      expect(await refusal(readBack(await fillIn(values)))).toMatchObject({ code, details: { field } })
      expect(await calls().list({ show: 'all' })).toMatchObject({ total: 0 })
    },
  )

  test('of another customer, of no customer of that name, read before, or no form at all: refused, nothing kept', async () => {
    const beta = await customer('C002', 'Bois Beta', BETA)
    const others = await fillIn({}, { customerId: beta.id })
    expect(await refusal(readBack(others))).toMatchObject({
      code: 'application.other-company',
      details: { found: BETA, expected: ALPHA },
    })
    const renamed = await fillIn({ siren: '', name: 'Vernis SA' })
    expect(await refusalOf(readBack(renamed))).toBe('application.other-company')
    const plain = await PDFDocument.create()
    plain.addPage()
    plain.getForm().createTextField('Nom').setText('x')
    const foreign = new File([new Uint8Array(await plain.save())], 'autre.pdf')
    expect(await refusalOf(readBack(foreign))).toBe('application.not-a-form')
    expect(await refusalOf(readBack(new File(['%PDF-1.7 broken'], 'cassé.pdf')))).toBe('application.not-a-form')
    expect(await refusalOf(readBack(new File(['bonjour'], 'lettre.txt')))).toBe('application.not-a-form')
    expect(await refusalOf(readBack(new File([], 'vide.pdf')))).toBe('proof.empty')
    expect(await calls().list({ show: 'all' })).toMatchObject({ total: 0 })
    const file = await fillIn({})
    await readBack(file)
    expect(await refusal(readBack(file))).toMatchObject({ code: 'application.form-read', details: { day: TODAY } })
  })
})

describe('its review', () => {
  test('is opened from it; the application follows the review and keeps no copy of it', async () => {
    const { id } = await apply({ asked: 100_000 })
    const { reviewId } = await calls().review({ id })
    expect(await calls().get({ id })).toMatchObject({ state: 'in-review', reviewId })
    expect((await book.client.reviews.get({ id: reviewId })).review).toMatchObject({ trigger: 'application' })
    expect(await refusalOf(calls().review({ id }))).toBe('application.in-review')
    expect(await refusalOf(calls().drop({ id, reason: 'x' }))).toBe('application.in-review')
    await book.client.reviews.cancel({ id: reviewId, reason: 'pièces manquantes' })
    expect(await calls().get({ id })).toMatchObject({ state: 'gathering', reviewId: null })

    const again = await calls().review({ id })
    await book.client.reviews.submit({ id: again.reviewId, kind: 'extend', amount: 100_000, reason: 'dossier complet' })
    await book.client.reviews.decide({ id: again.reviewId, answer: 'approve', reason: 'accordé' })
    expect(await calls().get({ id })).toMatchObject({ state: 'decided', reviewId: again.reviewId })
    expect(await calls().list({})).toMatchObject({ total: 0 })
    expect(await refusalOf(apply({ id }))).toBe('application.closed')
  })
})
