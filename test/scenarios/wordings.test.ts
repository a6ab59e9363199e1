import { unzipSync } from 'fflate'
import { PDFDocument, PDFName } from 'pdf-lib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { level, planOf, putPlan, remindersOf } from '../support/dunning.ts'
import { customerFields, finish, importItems, invoice } from '../support/ledger.ts'

const TODAY = '2026-03-20'
const COMPANY = {
  legalForm: 'SAS',
  capital: '50 000 €',
  siren: '123456782',
  street: '3 rue des Tanneurs',
  postalCode: '67000',
  city: 'Strasbourg',
  signatory: 'Hélène Marchetti',
}
const ADDRESS = { kind: 'billing', street: 'Hauptstraße 4', postalCode: '77694', city: 'Kehl', country: 'DE' } as const
const NOTICE = level(1, 1, { wording: 'formal', channel: 'registered', approval: 'confirm', newDeadlineDays: 8 })
const REMINDER = level(1, 1, { wording: 'reminder', channel: 'letter' })

let book: TestBook
let reminders: ReturnType<typeof remindersOf>
beforeEach(async () => {
  book = await openTestBook({ today: TODAY, company: COMPANY })
  reminders = remindersOf(book)
})
afterEach(() => book.close())

const owes = async (code: string, fields: Parameters<typeof customerFields>[1] = {}) => {
  const addresses = [ADDRESS]
  const { id } = await book.client.customers.create(customerFields(code, { country: 'DE', addresses, ...fields }))
  await importItems(book.client, [
    invoice(`F-${code}`, { customer: code, issued: '2026-01-01', due: '2026-01-31', amount: '1200.00' }),
  ])
  return id
}
const pdfOf = async (documentId: string | null) => {
  const { file } = await book.client.documents.get({ id: documentId ?? '' })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  return { bytes, title: pdf.getTitle(), language: String(pdf.catalog.get(PDFName.of('Lang'))) }
}
const textOf = async (key: string, language: 'fr' | 'en' | 'de' | 'es') => {
  const { wordings } = await book.client.dunning.wordings({})
  const found = wordings.find((one) => one.key === key && one.language === language)
  if (!found) throw new Error(`no wording ${key} in ${language}`)
  return found
}

describe('a customer is written to in its language', () => {
  test.each([
    ['de', 'Letzte Mahnung mit Fristsetzung: 1.200,00\u00a0€'],
    ['es', 'Requerimiento de pago de 1.200,00\u00a0€'],
    ['en', 'Formal notice to pay the sum of €1,200.00'],
    ['fr', 'Mise en demeure de payer la somme de 1\u00a0200,00\u00a0€'],
  ] as const)('%s', async (language, title) => {
    await putPlan(book.client, planOf([], { levels: [NOTICE] }))
    await owes('K1', { language })
    const [letter] = (await reminders.issue(TODAY)).letters
    expect(letter).toMatchObject({ language, wording: 'formal', wordingVersion: 'shipped' })
    expect(await pdfOf(letter?.documentId ?? null)).toMatchObject({ title, language: `(${language})` })
  })

  test('a customer that an import creates speaks the language of its country', async () => {
    const csv =
      'code,name,country,language\nA1,Alpha GmbH,DE,\nA2,Beta SL,ES,\nA3,Gamma AG,DE,anglais\nA4,Delta,FR,de\n'
    const file = new File([csv], 'clients.csv')
    await finish(book.client.imports.run({ name: 'clients.csv', file, format: 'customers' }))
    const { customers } = await book.client.customers.list({ sort: 'code' })
    const languages = await Promise.all(
      customers.map(async ({ id }) => (await book.client.customers.get({ id })).customer.language),
    )
    expect(languages).toEqual(['de', 'es', 'en', 'de'])
  })
})

describe('versions', () => {
  const save = (body: string) =>
    book.client.dunning.saveWording({ key: 'reminder', language: 'fr', subject: 'Relance {{ reference }}', body })

  test('every text that was in use stays, with the letters that it made', async () => {
    await putPlan(book.client, planOf([], { levels: [REMINDER] }))
    await owes('K1', { language: 'fr' })
    await owes('K2', { language: 'fr' })
    const { letters } = await reminders.propose(TODAY)
    await save('Un.')
    const first = await reminders.issue(TODAY, { keys: [letters[0]?.key ?? ''] })
    await save('Deux.')
    const second = await reminders.issue(TODAY)
    await book.client.dunning.resetWording({ key: 'reminder', language: 'fr' })
    const { versions, shipped } = await book.client.dunning.wordingVersions({ key: 'reminder', language: 'fr' })
    expect(versions.map(({ number, how, body, letters, inUse }) => [number, how, body, letters, inUse])).toEqual([
      [3, 'reset', shipped.body, 0, false],
      [2, 'saved', 'Deux.', 1, false],
      [1, 'saved', 'Un.', 1, false],
    ])
    expect(shipped).toMatchObject({ inUse: true, letters: 0, lastLetter: null })
    expect(versions[1]?.lastLetter?.reference).toBe(second.letters[0]?.reference)
    expect(versions[2]).toMatchObject({ id: first.letters[0]?.wordingVersion, savedBy: 'test' })
  })

  test('an earlier one is used again as a new one; what was reset twice is one version', async () => {
    await save('Un.')
    await save('Deux.')
    const { versions } = await book.client.dunning.wordingVersions({ key: 'reminder', language: 'fr' })
    const restored = await book.client.dunning.restoreWording({ id: versions[1]?.id ?? '' })
    expect(restored).toMatchObject({ body: 'Un.', edited: true })
    await book.client.dunning.resetWording({ key: 'reminder', language: 'fr' })
    await book.client.dunning.resetWording({ key: 'reminder', language: 'fr' })
    const after = await book.client.dunning.wordingVersions({ key: 'reminder', language: 'fr' })
    expect(after.versions.map(({ number, how }) => `${number} ${how}`)).toEqual([
      '4 reset',
      '3 restored',
      '2 saved',
      '1 saved',
    ])
    const unknown = book.client.dunning.restoreWording({ id: '00000000-0000-4000-a000-000000000000' })
    expect(await refusalOf(unknown)).toBe('not-found')
  })

  test('a letter once issued keeps the text that it was issued with', async () => {
    await putPlan(book.client, planOf([], { levels: [REMINDER] }))
    await owes('K1', { language: 'fr' })
    await save('Un.')
    const [letter] = (await reminders.issue(TODAY)).letters
    const before = await pdfOf(letter?.documentId ?? null)
    await save('Deux.')
    const [after] = (await book.client.dunning.letters({})).letters
    expect(after).toEqual(letter)
    expect(Buffer.compare((await pdfOf(after?.documentId ?? null)).bytes, before.bytes)).toBe(0)
  })

  test('a language that was not changed reads as shipped', async () => {
    await save('Un.')
    expect(await textOf('reminder', 'fr')).toMatchObject({ edited: true })
    expect(await textOf('reminder', 'de')).toMatchObject({ edited: false, version: 'shipped' })
  })
})

describe('texts of one’s own', () => {
  const add = (name: string, from = 'reminder') => book.client.dunning.addWording({ name, from })

  test('begin as a copy of another, are used by a level, and leave the list once none uses them', async () => {
    const { subject } = await textOf('firm', 'fr')
    await book.client.dunning.saveWording({ key: 'firm', language: 'fr', subject, body: 'Fermement.' })
    const { key } = await add('Relance avant les congés', 'firm')
    expect(await textOf(key, 'fr')).toMatchObject({
      name: 'Relance avant les congés',
      basedOn: 'firm',
      body: 'Fermement.',
      formal: false,
    })
    expect(await textOf(key, 'es')).toMatchObject({ edited: false, body: (await textOf('firm', 'es')).body })
    await putPlan(book.client, planOf([], { levels: [{ ...REMINDER, wording: key }] }))
    await owes('K1', { language: 'fr' })
    const [letter] = (await reminders.issue(TODAY)).letters
    expect(letter).toMatchObject({ wording: key, wordingVersion: (await textOf(key, 'fr')).version })
    expect(await refusal(book.client.dunning.removeWording({ key }))).toMatchObject({
      code: 'wording.in-use',
      details: { levels: [{ plan: 'Plan', level: 'Level 1' }] },
    })
    await putPlan(book.client, planOf([], { levels: [REMINDER] }))
    await book.client.dunning.removeWording({ key })
    const { wordings } = await book.client.dunning.wordings({})
    expect(wordings.map((one) => one.key)).not.toContain(key)
    expect(await refusalOf(book.client.dunning.removeWording({ key }))).toBe('not-found')
  })

  test('have names of their own, and keys that never come back', async () => {
    const { key } = await add('Vacances')
    expect(await refusalOf(add('vacances'))).toBe('wording.name-used')
    await book.client.dunning.removeWording({ key })
    expect((await add('Vacances')).key).not.toBe(key)
    expect(await refusalOf(add('Crédit', 'credit-granted'))).toBe('input.invalid')
    expect(await refusalOf(book.client.dunning.removeWording({ key: 'reminder' }))).toBe('not-found')
  })

  test('one that began as a formal notice is one: it is checked, and bears its name', async () => {
    const { key } = await add('Dernier avis', 'formal')
    await putPlan(book.client, planOf([], { levels: [{ ...NOTICE, wording: key }] }))
    await owes('K1', { language: 'fr' })
    expect((await book.client.dunning.notices({ asOf: TODAY })).notices).toHaveLength(1)
  })
})

describe('the elements of a formal notice', () => {
  const noticed = async (asOf = TODAY) => {
    const { notices } = await book.client.dunning.notices({ asOf })
    return notices.map(({ customerName, elements }) => [
      customerName,
      elements.filter(({ state }) => state === 'missing').map(({ element }) => element),
    ])
  }

  test('what is indispensable and missing keeps it from going, by name; the rest is told', async () => {
    await putPlan(book.client, planOf([], { levels: [{ ...NOTICE, newDeadlineDays: null }] }))
    await owes('K1', { language: 'fr', addresses: [] })
    const [letter] = (await reminders.propose(TODAY)).letters
    expect(letter?.problems).toEqual(['formal-element deadline'])
    expect(letter?.warnings).toEqual(
      expect.arrayContaining(['no-address', 'formal-element debtor-address', 'formal-element debtor-number']),
    )
    expect(await refusal(reminders.issue(TODAY))).toEqual({
      code: 'dunning.notice-incomplete',
      details: { count: 1, elements: ['deadline'], customers: ['K1'] },
    })
    expect((await book.client.dunning.runs({})).runs).toEqual([])
  })

  test('a reminder needs none of it', async () => {
    await putPlan(book.client, planOf([], { levels: [REMINDER] }))
    await owes('K1', { language: 'fr', addresses: [] })
    expect(await noticed()).toEqual([])
    expect((await reminders.issue(TODAY)).letters).toHaveLength(1)
  })

  test('a company without address is told so before each notice', async () => {
    const bare = await openTestBook({ today: TODAY })
    await bare.client.customers.create(customerFields('K1', { addresses: [ADDRESS], vatNumber: 'DE136695976' }))
    await importItems(bare.client, [invoice('F1', { customer: 'K1', due: '2026-01-31' })])
    await putPlan(bare.client, planOf([], { levels: [NOTICE] }))
    const [letter] = (await remindersOf(bare).propose(TODAY)).letters
    expect(letter?.problems).toEqual([])
    expect(letter?.warnings).toContain('formal-element sender-address')
    expect(await refusal(finish(bare.client.dunning.issue({ asOf: TODAY })))).toMatchObject({
      code: 'dunning.confirmation-needed',
    })
    expect((await remindersOf(bare).issue(TODAY)).letters).toHaveLength(1)
    await bare.close()
  })

  test('a text of the user that lacks something is told when it is saved, and in the proposal', async () => {
    await putPlan(book.client, planOf([], { levels: [NOTICE] }))
    await owes('K1', { language: 'fr', vatNumber: 'DE136695976' })
    const { subject } = await textOf('formal', 'fr')
    const saved = await book.client.dunning.saveWording({
      key: 'formal',
      language: 'fr',
      subject,
      body: 'Nous vous mettons en demeure de nous payer {{ total }}. Faute de quoi nous saisirons le tribunal.',
    })
    const lacks = ['charges', 'deadline', 'law', 'earlier-letters', 'amicable']
    expect(saved.lacks.map(({ element }) => element)).toEqual(lacks)
    expect(await noticed()).toEqual([['Client K1', ['deadline', 'law', 'amicable']]])
    const [letter] = (await reminders.propose(TODAY)).letters
    expect(letter?.problems).toEqual(['formal-element deadline'])
    // Another language is not touched.
    expect((await book.client.dunning.saveWording({ ...(await textOf('formal', 'de')) })).lacks).toEqual([])
  })

  test('letters are recalled that reminded of these invoices, and no other', async () => {
    const firm = { ...REMINDER, position: 1 }
    await putPlan(book.client, planOf([], { levels: [firm, { ...NOTICE, position: 2, days: 30 }] }))
    await owes('K1', { language: 'fr', vatNumber: 'DE136695976' })
    await reminders.issueAndSend('2026-02-10')
    await importItems(book.client, [invoice('F-new', { customer: 'K1', issued: '2026-02-01', due: '2026-02-16' })])
    const found = (await book.on('2026-03-19').dunning.notices({ asOf: '2026-03-19' })).notices[0]
    expect(found?.elements.find(({ element }) => element === 'earlier-letters')?.state).toBe('present')
  })
})

test('copies of the invoices that a notice names as enclosed lie beside it in the ZIP, those added later do not', async () => {
  await putPlan(book.client, planOf([], { levels: [NOTICE] }))
  const customerId = await owes('K1', { vatNumber: 'DE136695976' })
  const { items } = await book.client.receivables.items({ show: 'open', customerId })
  const add = async (name: string, on = book.client) => {
    const pdf = await PDFDocument.create()
    pdf.addPage()
    pdf.setTitle(name)
    const file = new File([new Uint8Array(await pdf.save())], name, { type: 'application/pdf' })
    await on.proofs.add({ customerId, name, kind: 'invoice', title: name, itemId: items[0]?.id ?? null, file })
  }
  await add('../../facture.pdf')
  await add('facture.pdf')
  await add('CON\u202Efdp.pdf')
  const { notices } = await book.client.dunning.notices({ asOf: TODAY })
  expect(notices[0]?.elements.find(({ element }) => element === 'enclosures')?.state).toBe('present')
  const { run, letters } = await reminders.issue(TODAY)
  await add('plus-tard.pdf', book.on('2026-03-21'))
  // A name is cleaned when a file comes in; one that another program wrote is not.
  let id = ''
  book.outside((sqlite) => {
    sqlite.exec("UPDATE document SET name = '../../' || name WHERE name LIKE 'facture%'")
    id = sqlite.prepare<[], string>("SELECT id FROM document WHERE name LIKE '../%'").pluck().get() ?? ''
  })
  expect(((await book.client.documents.get({ id })).file as File).name).toMatch(/^facture( \(2\))?\.pdf$/)
  const { file } = await book.client.dunning.exportRun({ runId: run.id, format: 'zip' })
  const names = Object.keys(unzipSync(new Uint8Array(await file.arrayBuffer())))
  const reference = letters[0]?.reference
  expect(names.filter((name) => name.endsWith('.pdf')).sort()).toEqual([
    `${reference}-client-k1.pdf`,
    `${reference}/CONfdp.pdf`,
    `${reference}/facture (2).pdf`,
    `${reference}/facture.pdf`,
  ])
})

test('the preview shows the customer asked for, in the language of the text, with its elements', async () => {
  const id = await owes('K1', { language: 'fr', vatNumber: 'DE136695976' })
  const { subject, body } = await textOf('formal', 'de')
  const preview = await book.client.dunning.previewWording({
    key: 'formal',
    language: 'de',
    subject,
    body,
    customerId: id,
  })
  expect(preview.customer).toEqual({ id, name: 'Client K1' })
  expect(preview.pages.length).toBeGreaterThan(0)
  expect(preview.elements.filter(({ state, element }) => state === 'missing' && element !== 'deadline-length')).toEqual(
    [],
  )
  const reminder = await textOf('reminder', 'de')
  const other = await book.client.dunning.previewWording({ ...reminder, customerId: id })
  expect(other.elements).toEqual([])
})
