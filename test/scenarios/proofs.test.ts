import { createHash } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ProofKind } from '../../src/main/core/proofs/proofs.contract.ts'
import { openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { customerId, itemId } from '../support/disputes.ts'
import { facturX } from '../support/einvoice-samples.ts'
import { creditNote, customerFields, importFile, importItems, invoice, payment } from '../support/ledger.ts'

const TODAY = '2026-04-01'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
  await importItems(book.client, [
    invoice('F-1', { issued: '2026-01-10', due: '2026-02-09', amount: '1000.00' }),
    invoice('F-2', { issued: '2026-02-10', due: '2026-03-12', amount: '400.00' }),
    invoice('F-3', { issued: '2026-02-10', due: '2026-03-12', amount: '700.00', customer: 'C002' }),
    invoice('F-0', { issued: '2026-01-02', amount: '50.00' }),
    payment('P-0', { issued: '2026-02-01', amount: '50.00', settles: 'F-0' }),
    creditNote('A-1', { issued: '2026-03-01', amount: '10.00' }),
  ])
})
afterEach(() => book.close())

const PDF = '%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'
const BUYER = {
  name: 'Ma jolie boutique',
  siren: '552100554',
  street: '3 rue du Port',
  postalCode: '44000',
  city: 'Nantes',
}
const EXE = Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff])

type Rest = {
  customer?: string
  item?: string | null
  name?: string
  content?: string | Uint8Array<ArrayBuffer>
  expiresOn?: string
  title?: string
}

const keep = async (
  kind: ProofKind,
  { customer = 'C001', item = null, name = `${kind}.pdf`, content, ...rest }: Rest = {},
) =>
  book.client.proofs.add({
    customerId: await customerId(book.client, customer),
    itemId: item && (await itemId(book.client, item)),
    kind,
    name,
    // Each kind its own bytes, as each document has.
    file: new File([content ?? `${PDF}% ${kind} ${item}`], name),
    ...rest,
  })
const checklist = async (number: string, day = TODAY) => {
  const { provable, lines } = await book.on(day).proofs.checklist({ itemId: await itemId(book.client, number) })
  return [provable, ...lines.map(({ met }) => met)]
}
const unproved = async (day = TODAY) =>
  (await book.on(day).proofs.unproved({})).items.map(({ number, missing }) => [number, missing.map(([first]) => first)])

describe('a document kept for a claim', () => {
  test('is in the book with its real type, its size and its hash, and comes out as it went in', async () => {
    const bytes = new TextEncoder().encode(PDF)
    const proof = await keep('delivery_note', { item: 'F-1', name: 'BL 4711.pdf', content: bytes, title: 'BL signé' })
    expect(proof).toMatchObject({
      kind: 'delivery_note',
      title: 'BL signé',
      itemNumber: 'F-1',
      fileName: 'BL 4711.pdf',
      mediaType: 'application/pdf',
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      addedBy: 'test',
      expired: false,
      executable: false,
    })
    const document = await book.client.documents.get({ id: proof.documentId })
    expect(new Uint8Array(await document.file.arrayBuffer())).toEqual(bytes)
  })

  test('its type is that of its content; a harmless contradiction is kept, a program under another name is not', async () => {
    const png = Uint8Array.from([
      0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0,
      0,
    ])
    expect(await keep('receipt', { name: 'scan.pdf', content: png })).toMatchObject({ mediaType: 'image/png' })
    expect(await refusal(keep('order', { name: 'commande.pdf', content: EXE }))).toEqual({
      code: 'proof.disguised',
      details: { name: 'commande.pdf', type: 'exe' },
    })
    expect(await refusalOf(keep('order', { name: 'commande.txt', content: '#!/bin/sh\nrm -rf ~\n' }))).toBe(
      'proof.disguised',
    )
    const macros = zipSync({
      '[Content_Types].xml': strToU8(
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
      ),
    })
    expect(await refusal(keep('order', { name: 'commande.docx', content: new Uint8Array(macros) }))).toMatchObject({
      code: 'proof.disguised',
      details: { type: 'docm' },
    })
    // Reading right to left, this shows as commandeexe.pdf; what the system would run is its true name.
    expect(await keep('order', { name: 'commande\u202Efdp.exe', content: EXE })).toMatchObject({
      fileName: 'commandefdp.exe',
      executable: true,
    })
  })

  test.each([
    ['programme.exe', true],
    ['macro.xlsm', true],
    ['page.html', true],
    ['script.PS1', true],
    ['facture.pdf.js', true],
    ['piege.exe. ', true],
    ['C:\\temp\\bon.txt', false],
    ['courriel.eml', false],
    ['tableau.csv', false],
    ['sans-extension', false],
  ])('%s is opened only after a warning: %s', async (name, executable) => {
    expect((await keep('other', { name, content: 'x' })).executable).toBe(executable)
  })

  test('empty, above 20 MB, of nobody or of another’s invoice it is refused', async () => {
    expect(await refusalOf(keep('order', { content: '' }))).toBe('proof.empty')
    const large = new Uint8Array(20 * 1024 * 1024 + 1)
    expect(await refusal(keep('order', { content: large }))).toMatchObject({ code: 'document.too-large' })
    expect((await keep('order', { content: large.subarray(1) })).size).toBe(20 * 1024 * 1024)
    expect(await refusalOf(keep('order', { item: 'F-3' }))).toBe('not-found')
    const file = new File(['x'], 'x.txt')
    const nobody = crypto.randomUUID()
    expect(await refusalOf(book.client.proofs.add({ customerId: nobody, kind: 'order', name: 'x.txt', file }))).toBe(
      'not-found',
    )
    expect(await refusalOf(book.client.proofs.update({ id: nobody, kind: 'order', itemId: null }))).toBe('not-found')
    expect(await refusalOf(book.client.proofs.remove({ id: nobody }))).toBe('not-found')
    expect(await refusalOf(book.client.proofs.checklist({ itemId: nobody }))).toBe('not-found')
  })

  test('the same file stands once in one place; for another invoice it stands again and its bytes once', async () => {
    const first = await keep('order', { item: 'F-1', content: PDF, name: 'commande.pdf' })
    expect(await refusal(keep('order', { item: 'F-1', content: PDF, name: 'copie.pdf' }))).toEqual({
      code: 'proof.kept-already',
      details: { name: 'commande.pdf', id: first.id },
    })
    const second = await keep('order', { item: 'F-2', content: PDF })
    const asReceipt = await keep('receipt', { item: 'F-1', content: PDF })
    expect([second.documentId, asReceipt.documentId]).toEqual([first.documentId, first.documentId])
    // It may not become the same by a change either.
    expect(await refusalOf(book.client.proofs.update({ id: second.id, kind: 'order', itemId: first.itemId }))).toBe(
      'proof.kept-already',
    )
    // Another customer's copy is its own.
    expect((await keep('order', { customer: 'C002', content: PDF })).documentId).not.toBe(first.documentId)
    for (const { id } of [first, second]) await book.client.proofs.remove({ id })
    expect((await book.client.documents.get({ id: first.documentId })).name).toBe('commande.pdf')
    await book.client.proofs.remove({ id: asReceipt.id })
    expect(await refusalOf(book.client.documents.get({ id: first.documentId }))).toBe('not-found')
  })

  test('what is said of it can change, the file cannot', async () => {
    const { id, sha256 } = await keep('other', { item: 'F-1' })
    const other = await itemId(book.client, 'F-2')
    const changed = await book.client.proofs.update({
      id,
      itemId: other,
      kind: 'quote',
      title: 'Devis 12',
      day: '2025-12-20',
    })
    expect(changed).toMatchObject({ kind: 'quote', title: 'Devis 12', day: '2025-12-20', itemNumber: 'F-2', sha256 })
    expect(
      await refusalOf(book.client.proofs.update({ id, kind: 'quote', itemId: await itemId(book.client, 'F-3') })),
    ).toBe('not-found')
  })

  test('the register: by customer, invoice, kind, expiry and words', async () => {
    await keep('terms', { title: 'CGV 2026' })
    await keep('guarantee', { expiresOn: '2026-03-31' })
    await keep('contract', { expiresOn: '2026-04-30' })
    await keep('order', { item: 'F-1', name: 'cde-88.pdf' })
    await keep('order', { item: 'F-2' })
    await keep('order', { item: 'F-3', customer: 'C002' })
    const list = async (input: Parameters<typeof book.client.proofs.list>[0]) =>
      (await book.client.proofs.list(input)).proofs.map(({ kind, itemNumber }) => itemNumber ?? kind).sort()
    expect(await list({ customerId: await customerId(book.client, 'C001') })).toEqual([
      'F-1',
      'F-2',
      'contract',
      'guarantee',
      'terms',
    ])
    expect(await list({ itemId: await itemId(book.client, 'F-1') })).toEqual(['F-1', 'contract', 'guarantee', 'terms'])
    expect(await list({ kind: 'order' })).toEqual(['F-1', 'F-2', 'F-3'])
    expect(await list({ show: 'expired' })).toEqual(['guarantee'])
    expect(await list({ show: 'expiring' })).toEqual(['contract'])
    expect(await list({ search: 'cgv' })).toEqual(['terms'])
    expect(await list({ search: 'cde-88' })).toEqual(['F-1'])
    expect(await list({ search: 'c002' })).toEqual(['F-3'])
    expect((await book.client.proofs.list({ limit: 2, offset: 4 })).proofs).toHaveLength(2)
    expect((await book.client.proofs.list({ limit: 1 })).total).toBe(6)
  })
})

describe('is this claim provable', () => {
  test('of each requirement of the policy one document is enough', async () => {
    expect(await checklist('F-1')).toEqual([false, false, false, false])
    await keep('invoice', { item: 'F-1' })
    await keep('quote', { item: 'F-1' })
    expect(await checklist('F-1')).toEqual([false, true, true, false])
    await keep('receipt', { item: 'F-1' })
    expect(await checklist('F-1')).toEqual([true, true, true, true])
    expect(await checklist('F-2')).toEqual([false, false, false, false])
  })

  test('a framework contract covers all the invoices of its customer until it expires; an order kept there does not', async () => {
    await keep('order')
    expect(await checklist('F-1')).toEqual([false, false, false, false])
    await keep('contract', { expiresOn: '2026-04-10' })
    expect(await checklist('F-1', '2026-04-10')).toEqual([false, false, true, false])
    expect(await checklist('F-2', '2026-04-10')).toEqual([false, false, true, false])
    expect(await checklist('F-3', '2026-04-10')).toEqual([false, false, false, false])
    expect(await checklist('F-1', '2026-04-11')).toEqual([false, false, false, false])
  })

  test('an e-invoice is its own copy, also once taken out of the register', async () => {
    const file = await facturX({ number: 'E-1', issued: '2026-03-01', due: '2026-03-31' })
    await importFile(book.client, file, { name: 'E-1.pdf' })
    expect(await checklist('E-1')).toEqual([false, true, false, false])
    const item = await itemId(book.client, 'E-1')
    const [proof] = (await book.client.proofs.list({ itemId: item })).proofs
    if (!proof) throw new Error('its file is kept')
    await book.client.proofs.remove({ id: proof.id })
    const { lines } = await book.client.proofs.checklist({ itemId: item })
    expect(lines[0]?.proofs).toMatchObject([{ id: null, documentId: proof.documentId, kind: 'invoice', title: 'E-1' }])
    expect((await book.client.documents.get({ id: proof.documentId })).name).toBe('E-1.pdf')
  })

  test('an e-invoice attached by hand before its import is kept once', async () => {
    const file = await facturX({ number: 'E-2', issued: '2026-03-01', due: '2026-03-31', buyer: { ...BUYER } })
    await importItems(book.client, [invoice('E-2', { issued: '2026-03-01', due: '2026-03-31', amount: '1200.00' })])
    await book.client.customers.update({
      id: await customerId(book.client, 'C001'),
      customer: customerFields('C001', { name: BUYER.name, siren: BUYER.siren }),
    })
    const attached = await keep('invoice', { item: 'E-2', name: 'E-2.pdf', content: file })
    await importFile(book.client, file, { name: 'E-2.pdf' })
    const { proofs } = await book.client.proofs.list({ itemId: await itemId(book.client, 'E-2') })
    expect(proofs.map(({ id }) => id)).toEqual([attached.id])
    expect(await checklist('E-2')).toEqual([false, true, false, false])
  })

  test('open invoices that lack something, the largest first; what is paid or no invoice is not asked for', async () => {
    const all = ['invoice', 'order', 'delivery_note']
    expect(await unproved()).toEqual([
      ['F-1', all],
      ['F-3', all],
      ['F-2', all],
    ])
    await keep('contract')
    for (const kind of ['invoice', 'delivery_note'] as const) await keep(kind, { item: 'F-1' })
    expect(await unproved()).toEqual([
      ['F-3', all],
      ['F-2', ['invoice', 'delivery_note']],
    ])
    const ofCustomer = await book.client.proofs.unproved({ customerId: await customerId(book.client, 'C001') })
    expect(ofCustomer).toMatchObject({ total: 1, items: [{ number: 'F-2', open: 40_000, currency: 'EUR' }] })
    expect((await book.client.proofs.unproved({ limit: 1, offset: 1 })).items.map(({ number }) => number)).toEqual([
      'F-2',
    ])
  })

  test('the policy says what is required: nothing, and every claim is provable', async () => {
    const { content } = await book.client.policy.get({})
    await book.client.policy.save({ content: { ...content, requiredProofs: [['acknowledgement']] } })
    await keep('acknowledgement', { item: 'F-1' })
    expect(await checklist('F-1')).toEqual([true, true])
    expect((await unproved()).map(([number]) => number)).toEqual(['F-3', 'F-2'])
    await book.client.policy.save({ content: { ...content, requiredProofs: [] } })
    expect(await checklist('F-2')).toEqual([true])
    expect(await book.client.proofs.unproved({})).toEqual({ total: 0, items: [] })
  })
})
