import { createHash } from 'node:crypto'
import { PDFDocument } from 'pdf-lib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Block } from '../../src/main/core/letters/document.model.ts'
import { policyDocument } from '../../src/main/core/policy/policy.print.ts'
import { dossierDocument } from '../../src/main/core/reviews/reviews.dossier.ts'
import { openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { setCreditPolicy } from '../support/credit.ts'
import { customerId } from '../support/disputes.ts'
import { defaultPlanOf, putPlan } from '../support/dunning.ts'
import { inCents } from '../support/financials.ts'
import { importItems, invoice, payment } from '../support/ledger.ts'
import { personAt, setAuthority } from '../support/reviews.ts'

const TODAY = '2026-03-02'

let book: TestBook
let at: ReturnType<typeof personAt>
beforeEach(async () => {
  book = await openTestBook({ today: TODAY, company: { email: 'credit@martin.example', signatory: 'Zoé Martin' } })
  at = personAt(book, TODAY)
  await setAuthority(book)
  await importItems(book.client, [
    invoice('F-1', { issued: '2025-01-02', due: '2025-02-01', amount: '1000.00' }),
    payment('P-1', { issued: '2025-07-01', settles: 'F-1', amount: '1000.00' }),
    invoice('F-2', { issued: '2026-02-20', due: '2026-03-22', amount: '2500.00' }),
  ])
})
afterEach(() => book.close())

/** A review of C001 decided at Anne’s desk. */
const decided = async (kind: 'extend' | 'reduce' | 'withdraw' | 'maintain', amount: number, rest: object = {}) => {
  const id = await at('Luc').open()
  await at('Luc').propose(id, kind, amount, rest)
  await at('Anne').approve(id)
  return id
}

const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer())
const pagesOf = async (file: Blob) => PDFDocument.load(await file.arrayBuffer(), { updateMetadata: false })
/** The letter as it is read: the drawing holds glyphs, the accessible title the subject. */
const subjectOf = async (file: Blob) => (await pagesOf(file)).getTitle()?.replaceAll('\u202F', ' ')

/** All that a document says. */
const textOf = (value: unknown): string =>
  typeof value === 'string'
    ? `${value}\n`
    : Array.isArray(value)
      ? value.map(textOf).join('')
      : value !== null && typeof value === 'object'
        ? Object.values(value).map(textOf).join('')
        : ''
const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/g, ' ')

describe('the letter of a decision', () => {
  test('is issued once, kept in the book, and given again as it was', async () => {
    const id = await decided('extend', 1_500_000, { terms: '45eom-a', conditions: 'Caution de la société mère.' })
    const { pages } = await book.client.reviews.previewLetter({ id })
    expect(pages).toHaveLength(1)
    const issued = await book.client.reviews.letter({ id })
    expect(issued.name).toBe('R-2026-0001-client-c001.pdf')
    expect(await subjectOf(issued.file)).toMatch(/^Ouverture d’une limite de crédit de 15.000,00.€$/)
    expect(
      createHash('sha256')
        .update(await bytesOf(issued.file))
        .digest('hex'),
    ).toBe(issued.sha256)

    // Neither another day nor another wording changes what was issued.
    await book.client.dunning.saveWording({ key: 'credit-granted', language: 'fr', subject: 'Autre', body: 'Autre' })
    const again = await book.on('2026-06-01').reviews.letter({ id, reasons: ['autre chose'] })
    expect(again).toMatchObject({ documentId: issued.documentId, sha256: issued.sha256 })
    expect((await book.client.reviews.get({ id })).documents).toEqual([
      { documentId: issued.documentId, kind: 'letter', name: issued.name, on: TODAY },
    ])
  })

  test('follows the customer’s language and the wording that was edited', async () => {
    const { customer } = await book.client.customers.get({ id: await customerId(book.client, 'C001') })
    const { id: customerOwn, createdAt: _created, updatedAt: _updated, ...input } = customer
    await book.client.customers.update({ id: customerOwn, customer: { ...input, language: 'en' } })
    const id = await decided('extend', 900_000)
    await book.client.dunning.saveWording({
      key: 'credit-granted',
      language: 'en',
      subject: 'Your limit: {{ amount }}, {{ reasons.size }} reasons',
      body: '{{ conditions }}',
    })
    const { file } = await book.client.reviews.letter({ id, reasons: ['one', 'two'] })
    expect(await subjectOf(file)).toBe('Your limit: €9,000.00, 2 reasons')
  })

  test('is refused before the decision, and one against the customer without a yes', async () => {
    const open = await at('Luc').open()
    for (const call of [book.client.reviews.letter({ id: open }), book.client.reviews.previewLetter({ id: open })])
      expect(await refusal(call)).toMatchObject({ code: 'review.not-decided', details: { reference: 'R-2026-0001' } })
    await at('Luc').propose(open, 'extend', 1_500_000)
    await at('Anne').approve(open)

    const lower = await decided('reduce', 500_000)
    expect(await refusalOf(book.client.reviews.letter({ id: lower }))).toBe('review.letter-unconfirmed')
    expect((await book.client.reviews.get({ id: lower })).documents).toEqual([])
    const { file } = await book.client.reviews.letter({ id: lower, confirmed: true })
    expect(await subjectOf(file)).toMatch(/^Nouvelle limite de crédit de 5.000,00.€ à compter du 2.mars.2026$/)
  })

  test('a refused raise is told, a refused reduction is not: nothing changed', async () => {
    await decided('extend', 1_500_000)
    const raise = await at('Luc').open()
    await at('Luc').propose(raise, 'extend', 1_900_000)
    await at('Anne').refuse(raise)
    const { file } = await book.client.reviews.letter({ id: raise, confirmed: true })
    expect(await subjectOf(file)).toBe('Votre demande de crédit')
    const lower = await at('Luc').open()
    await at('Luc').propose(lower, 'reduce', 500_000)
    await at('Anne').refuse(lower)
    expect(await refusalOf(book.client.reviews.letter({ id: lower, confirmed: true }))).toBe('review.nothing-to-tell')
  })

  test('a withdrawal is told as one', async () => {
    await decided('extend', 1_500_000)
    const id = await decided('withdraw', 0)
    const { file } = await book.client.reviews.letter({ id, confirmed: true })
    expect(await subjectOf(file)).toMatch(/^Retrait de votre limite de crédit/)
  })
})

describe('the wordings of credit', () => {
  test('stand beside those of reminders, with fields of their own, and serve no level of a plan', async () => {
    const { wordings, fields } = await book.client.dunning.wordings({})
    expect(wordings.filter(({ of }) => of === 'credit')).toHaveLength(20)
    const names = (of: string) => fields.filter((field) => field.of === of).map(({ name }) => name)
    expect(names('credit')).toContain('previousAmount')
    expect(names('reminder')).not.toContain('previousAmount')
    const plan = await defaultPlanOf(book.client)
    const levels = plan.levels.map((level, i) => (i === 0 ? { ...level, wording: 'credit-granted' } : level))
    expect(await refusalOf(putPlan(book.client, { ...plan, levels }))).toBe('dunning.plan-invalid')
  })

  test('are previewed with an invented decision, and refused with fields of a reminder', async () => {
    const wording = { key: 'credit-reduced', language: 'en' as const, subject: 'Limit {{ amount }}', body: 'Text' }
    expect((await book.client.dunning.previewWording(wording)).pages).toHaveLength(1)
    const wrong = { ...wording, body: 'Pay {{ total }}' }
    expect((await book.client.dunning.previewWording(wrong)).problems).toEqual([
      { part: 'body', line: 1, message: 'unknown field: total' },
    ])
    expect(await refusalOf(book.client.dunning.saveWording(wrong))).toBe('wording.invalid')
  })
})

describe('the dossier of a review', () => {
  const dossier = async (id: string, language: 'fr' | 'en' = 'fr') => {
    const review = await book.client.reviews.get({ id })
    const { customer } = await book.client.customers.get({ id: review.review.customerId })
    const company = await book.client.company.get({})
    return dossierDocument({
      review,
      customer,
      company,
      terms: '30',
      logo: null,
      language,
      today: TODAY,
      refuseDays: 45,
    })
  }

  test('tells evidence with its arithmetic, every version of the proposal, route, discussion and decision', async () => {
    const customer = await customerId(book.client, 'C001')
    await book.client.financials.save({ customerId: customer, closedOn: '2025-12-31', lines: inCents() })
    const id = await at('Luc').open('C001', { trigger: 'request', detail: 'Chantier de printemps' })
    await at('Eva').client.reviews.note({ id, text: 'Comptes reçus ce jour.' })
    await at('Luc').propose(id, 'extend', 1_500_000, { reason: 'Besoin du chantier' })
    await at('Anne').sendBack(id, { reason: 'Pourquoi tant ?' })
    await at('Luc').propose(id, 'extend', 1_200_000, { reason: 'Montant revu', terms: '30' })
    await at('Anne').approve(id, { reason: 'Accord' })
    const french = plain(textOf(await dossier(id)))
    for (const said of [
      'Chantier de printemps',
      'Comptes reçus ce jour.',
      'Besoin du chantier',
      'Pourquoi tant ?',
      'Montant revu',
      '15 000,00 €',
      '12 000,00 €',
      'retournée par Anne, 02/03/2026',
      'approuvée par Anne, 02/03/2026',
      'a approuvé',
      'Luc',
      'Approuvée',
      'Factures ouvertes',
      '2 500,00',
      'capitaux propres 900 000,00 € × 10 %',
      'Conan et Holder',
      'Note interne',
    ])
      expect(french, said).toContain(said)
    const english = plain(textOf(await dossier(id, 'en')))
    expect(english).toContain('equity €900,000.00 × 10%')
    expect(english).toContain('returned by Anne, 02/03/2026')
    expect(`${french}${english}`).not.toMatch(/undefined|\[object|NaN/)
  })

  test('of a customer nothing is known of says so, and never zero', async () => {
    await book.client.customers.create({ code: 'P1', name: 'Nouveau', language: 'fr', country: 'FR', terms: null })
    const id = await at('Luc').open('P1')
    const text = plain(textOf(await dossier(id)))
    for (const said of [
      'Aucun compte annuel au dossier.',
      'Aucun rapport d’agence au dossier.',
      'Aucune décision à ce jour.',
      'aucune limite en vigueur',
      'ni note ni classe',
    ])
      expect(text, said).toContain(said)
    expect((await pagesOf((await book.client.reviews.dossier({ id })).file)).getPageCount()).toBeLessThanOrEqual(2)
  })

  test('as PDF is the same bytes each time, in the language asked for, else the company’s', async () => {
    const id = await decided('extend', 1_200_000)
    const once = await book.client.reviews.dossier({ id })
    expect(once.name).toBe('dossier-R-2026-0001-client-c001.pdf')
    const again = await book.client.reviews.dossier({ id })
    expect(Buffer.compare(await bytesOf(once.file), await bytesOf(again.file))).toBe(0)
    expect((await pagesOf(once.file)).getTitle()).toBe('Dossier de crédit')
    const english = await book.client.reviews.dossier({ id, language: 'en' })
    expect((await pagesOf(english.file)).getTitle()).toBe('Credit file')
    expect(await refusalOf(book.client.reviews.dossier({ id: crypto.randomUUID() }))).toBe('not-found')
  })
})

describe('the printed policy', () => {
  const printed = async (version: number, language: 'fr' | 'en' = 'fr') => {
    const { versions } = await book.client.policy.versions({})
    const company = await book.client.company.get({})
    const at = versions.findIndex((one) => one.version === version)
    const policy = versions[at]
    if (!policy) throw new Error(`no version ${version}`)
    const former = versions[at + 1] ?? null
    return policyDocument({ policy, former, inForce: 2, company, logo: null, language, today: TODAY })
  }
  const blocksOf = async (number: string) =>
    (await printed(2)).sections.find((section) => section.number === number)?.blocks ?? []
  const tableIn = (blocks: readonly Block[]) => blocks.find((block) => block.kind === 'table')

  test('tells every clause, the matrix by class, deputies, and what the version changed', async () => {
    await setCreditPolicy(book.client, {
      deputies: [{ person: 'Anne', deputy: 'Paul', from: '2026-07-01', until: '2026-07-31' }],
      termsBySegment: [
        { segment: 'Industrie', terms: '60eom-a' },
        { segment: 'Négoce', terms: '45eom-a' },
      ],
    })
    const document = await printed(2)
    expect(document.sections.map(({ number }) => number).filter(Boolean)).toHaveLength(18)
    expect(document.state?.text).toBe('En vigueur')
    const authority = await blocksOf('16')
    expect(tableIn(authority)?.rows[0]).toEqual(['Luc', ...Array(5).fill('20\u202F000,00\u00A0€')])
    expect(plain(textOf(authority))).toContain('Anne\nPaul\n01/07/2026\n31/07/2026')
    expect(tableIn(await blocksOf('9'))?.rows).toMatchObject([
      ['Industrie', '60 jours puis fin de mois', { text: 'dépassé' }],
      ['Négoce', '45 jours puis fin de mois', { text: 'respecté' }],
      ['Autres clients', '30 jours après la date de facture', { text: 'respecté' }],
    ])
    const changes = plain(textOf(document.sections[1]))
    expect(changes).toContain('Ce qui change depuis la version 1')
    expect(changes).toContain('segment Industrie\n–\nfaint\n60 jours puis fin de mois')
    expect(plain(textOf([document, await printed(2, 'en')]))).not.toMatch(/undefined|\[object|NaN/)
  })

  test('a contractual rate below three times the legal rate is said', async () => {
    const { content } = await book.client.policy.get({})
    await book.client.policy.save({ content: { ...content, charges: { ...content.charges, lateRate: '5' } } })
    expect(plain(textOf(await blocksOf('7')))).toMatch(/5 % l’an.*inférieur au plancher.*Aucun escompte/s)
  })

  test('as PDF: any version, in both languages, the same bytes each time; one there is not is refused', async () => {
    const first = await book.client.policy.print({})
    expect(first.name).toBe('politique-de-credit-v1.pdf')
    expect(Buffer.compare(await bytesOf(first.file), await bytesOf((await book.client.policy.print({})).file))).toBe(0)
    const shipped = await book.client.policy.print({ version: 0, language: 'en' })
    expect((await pagesOf(shipped.file)).getTitle()).toBe('Credit and collection policy')
    expect(await refusalOf(book.client.policy.print({ version: 9 }))).toBe('not-found')
  })
})
