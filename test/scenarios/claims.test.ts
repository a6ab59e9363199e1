import { unzipSync } from 'fflate'
import { PDFDocument } from 'pdf-lib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestBook, type TestBook } from '../support/book.ts'
import { itemId as idOfItem } from '../support/disputes.ts'
import { customerFields, finish, importItems, invoice, payment } from '../support/ledger.ts'

const TODAY = '2026-08-31'

let book: TestBook
let customerId: string
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
  customerId = (await book.client.customers.create(customerFields('C001', { name: 'Durand SAS' }))).id
  await importItems(book.client, [
    invoice('F-1', { issued: '2026-03-31', due: '2026-04-30', amount: '10000.00' }),
    payment('VIR-1', { issued: '2026-06-30', amount: '4000.00', settles: 'F-1' }),
  ])
})
afterEach(() => book.close())

const accountOf = async (rest: object = {}) => {
  const { accounts } = await book.client.claims.account({ customerId, ...rest })
  if (!accounts[0]) throw new Error('no account')
  return accounts[0]
}

describe('the account of a claim', () => {
  test('is the worked figure of each order, which it names', async () => {
    const totals = await Promise.all(
      (['interest-first', 'costs-first', 'principal-first'] as const).map(async (imputation) => {
        const account = await accountOf({ imputation })
        return [account.imputation, account.totals.total]
      }),
    )
    expect(totals).toEqual([
      ['interest-first', 637_370],
      ['costs-first', 637_455],
      ['principal-first', 636_943],
    ])
  })

  test('adds proved costs, takes off what was waived or paid apart', async () => {
    const item = await idOfItem(book.client, 'F-1')
    await book.client.charges.addCost({ customerId, currency: 'EUR', amount: 7_200, reason: 'sommation' })
    const withCosts = await accountOf()
    expect(withCosts.totals).toMatchObject({ costs: 7_200, total: 637_370 + 7_200 })
    expect(withCosts.costs).toEqual([{ kind: 'cost', open: 7_200 }])
    await book.client.charges.waive({
      customerId,
      currency: 'EUR',
      lines: [{ kind: 'cost', amount: 7_200 }],
      reason: 'geste',
    })
    expect((await accountOf()).totals).toMatchObject({ costs: 0, total: 637_370 })
    expect((await accountOf()).debts[0]?.itemId).toBe(item)
  })

  test('stops its interest the day before a judgment, and every route with it', async () => {
    await book.client.registers.record({
      customerId,
      kind: 'receivership',
      stage: 'opening',
      day: '2026-07-11',
      publishedOn: '2026-07-20',
      source: 'BODACC',
    })
    const account = await accountOf({ imputation: 'principal-first' })
    // 61 days on 10,000, then 10 days of July on 6,000 at 12.40 %: 223.44.
    expect(account).toMatchObject({ judgment: '2026-07-11', perDay: 0, totals: { interest: 22_344 } })
    const { insolvent, routes } = await book.client.claims.routes({ customerId })
    expect(insolvent).toBe(true)
    expect(new Set(routes.map(({ state }) => state))).toEqual(new Set(['closed']))
  })

  test('capitalises by the settings of the file, a year of interest each time', async () => {
    await importItems(book.client, [
      invoice('A-1', { customer: 'C002', issued: '2024-01-01', due: '2024-06-30', amount: '1000.00' }),
    ])
    const { id: other } = await book.client.customers.byCode({ code: 'C002' })
    const { id } = await book.client.handovers.handOver({
      customerId: other,
      to: 'lawyer',
      reason: 'x',
      procedure: 'trial',
    })
    const { handover } = await book.client.handovers.get({ id })
    const capitalised = { capitalisedFrom: '2024-06-30', capitalisedBy: 'contract' as const }
    const { mandate } = handover
    const account = { ...handover.account, ...capitalised }
    await book.client.handovers.update({ id, mandate, procedure: 'trial', account })
    const [kept] = (await book.client.claims.account({ handoverId: id })).accounts
    // A year of the second half of 2024 and the first of 2025: 14.25 % and 13.15 % of 1,000; then on what bears with it.
    const lines = kept?.debts[0]?.lines.filter(({ kind }) => kind === 'capitalised') ?? []
    expect(lines.map(({ day, amount }) => [day, amount])).toEqual([
      ['2025-07-01', 13_705],
      ['2026-07-01', 13_815],
    ])
    expect(kept).toMatchObject({ capitalisedBy: 'contract', totals: { principal: 100_000, capitalised: 27_520 } })
    const [simple] = (await book.client.claims.account({ handoverId: id, capitalisedFrom: null })).accounts
    expect(simple?.totals.capitalised).toBe(0)
  })

  test('of a hand-over takes off what came in since and is matched with nothing', async () => {
    const { id } = await book.client.handovers.handOver({ customerId, to: 'lawyer', reason: 'x' })
    await importItems(book.client, [payment('VIR-2', { issued: '2026-08-30', amount: '1000.00' })])
    const [account] = (await book.client.claims.account({ handoverId: id })).accounts
    expect(account?.credits).toMatchObject([{ number: 'VIR-2', open: 100_000 }])
    expect(account?.totals).toMatchObject({ credits: 100_000, total: 637_370 - 100_000, ledger: 500_000 })
  })

  test('leaves as PDF and as a sheet', async () => {
    const pdf = await book.client.claims.accountFile({ customerId, format: 'pdf' })
    expect(pdf.name).toBe('decompte-durand-sas-2026-08-31.pdf')
    expect((await PDFDocument.load(await pdf.file.arrayBuffer())).getPageCount()).toBe(1)
    const sheet = await book.client.claims.accountFile({ customerId, format: 'xlsx' })
    expect(Object.keys(unzipSync(new Uint8Array(await sheet.file.arrayBuffer())))).toContain('xl/workbook.xml')
  })
})

describe('an agency', () => {
  const mandate = {
    name: 'Cabinet Rhône Recouvrement',
    reference: 'RR-88',
    email: 'dossiers@rr.example',
    address: '1 place Bellecour\n69002 Lyon',
    feeBasis: '12 % des sommes encaissées',
  }

  test('gets a mandate and a sheet of the claims; who has it in hand stays with the hand-over', async () => {
    const handed = await book.client.handovers.handOver({
      customerId,
      to: 'agency',
      reason: 'Sans réponse',
      mandate,
      procedure: 'agency',
    })
    expect(handed).toMatchObject({ mandate, procedure: 'agency' })
    const handoverId = handed.id
    expect((await book.client.claims.papers({ handoverId })).papers).toEqual(['account', 'mandate', 'agency-sheet'])
    const paper = await book.client.claims.issuePaper({ handoverId, kind: 'mandate' })
    expect(paper.name).toBe('mandat-durand-sas-2026-08-31.pdf')
    const sheet = await book.client.claims.issuePaper({ handoverId, kind: 'agency-sheet' })
    const csv = await (await book.client.documents.get({ id: sheet.documentId })).file.text()
    expect(csv).toContain('F-1')
    expect(csv).toContain('6203,05')
    const { steps } = await book.client.handovers.addStep({
      id: handoverId,
      code: 'paid-over',
      day: TODAY,
      amount: 100_000,
    })
    expect(steps).toMatchObject([{ code: 'paid-over', amount: 100_000, withdrawn: null }])
    const { entries } = await book.client.customers.timeline({ id: customerId })
    expect(entries.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['handover', 'handover_step', 'handover_file']),
    )
  })

  test('the one PDF holds pictures as pages; what has none, or cannot be read, is in the ZIP', async () => {
    const PIXEL = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const add = (
      name: string,
      type: string,
      bytes: Uint8Array<ArrayBuffer> | string,
      kind: 'delivery_note' | 'other',
    ) => book.client.proofs.add({ customerId, name, kind, title: name, file: new File([bytes], name, { type }) })
    await add('bl.png', 'image/png', new Uint8Array(PIXEL), 'delivery_note')
    await add('notes.txt', 'text/plain', 'Le client a reconnu la dette par téléphone.', 'other')
    // The routes say the same of what is missing before and after the hand-over.
    const before = await book.client.claims.routes({ customerId })
    const { id: handoverId } = await book.client.handovers.handOver({ customerId, to: 'lawyer', reason: 'x' })
    expect((await book.client.claims.routes({ handoverId })).routes).toEqual(before.routes)
    const { pieces } = await book.client.claims.pieces({ handoverId })
    expect(pieces.map(({ kind, shown }) => [kind, shown])).toEqual([
      ['account', 'page'],
      ['delivery', 'page'],
      ['log', 'page'],
      ['other', 'listed'],
    ])
    const { result: pdf } = await finish(book.client.claims.file({ handoverId, format: 'pdf' }))
    const file = await book.client.documents.get({ id: pdf.documentId })
    // Cover, account, picture, record.
    expect((await PDFDocument.load(await file.file.arrayBuffer())).getPageCount()).toBe(4)
    const { result: zip } = await finish(book.client.claims.file({ handoverId, format: 'zip' }))
    const kept = await book.client.documents.get({ id: zip.documentId })
    const names = Object.keys(unzipSync(new Uint8Array(await kept.file.arrayBuffer())))
    expect(names.filter((name) => name.startsWith('pieces/'))).toEqual([
      'pieces/1-decompte-de-creance.pdf',
      'pieces/2-preuve-de-livraison-bl-png.png',
      'pieces/3-historique-des-relances-echanges-promesses-et-liti.pdf',
      'pieces/4-document-notes-txt.txt',
    ])
  })
})
