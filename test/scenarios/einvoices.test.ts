import { zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openByNumber } from '../support/bank.ts'
import { openTestBook, refusal, type TestBook } from '../support/book.ts'
import { ciiInvoice, facturX, ublInvoice } from '../support/einvoice-samples.ts'
import { customerFields, importFile, importItems, invoice, payment } from '../support/ledger.ts'

const TODAY = '2026-09-01'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
})
afterEach(() => book.close())

type Sample = NonNullable<Parameters<typeof ciiInvoice>[0]>

const sample = (rest: Sample = {}): Sample => ({
  number: 'F2026-12',
  issued: '2026-07-01',
  due: '2026-07-31',
  net: '1000.00',
  tax: '200.00',
  buyer: {
    name: 'Ma jolie boutique',
    siren: '552100554',
    street: '3 rue du Port',
    postalCode: '44000',
    city: 'Nantes',
  },
  ...rest,
})

const take = (content: string | Uint8Array<ArrayBuffer>, name = 'facture.xml') =>
  importFile(book.client, content, { name })
const items = async () =>
  (await book.client.receivables.items({ show: 'all', limit: 1000 })).items.map(
    ({ kind, number, due, dueComputed, amount, open }) => ({ kind, number, due, dueComputed, amount, open }),
  )
const first = async () =>
  (await book.client.receivables.items({ show: 'all' })).items[0] as NonNullable<
    Awaited<ReturnType<typeof book.client.receivables.items>>['items'][0]
  >

describe('an electronic invoice', () => {
  test('creates the invoice and its customer, with address and identifiers', async () => {
    const report = await take(await facturX(sample()), 'F2026-12.pdf')
    expect(report).toMatchObject({
      format: 'einvoice',
      records: 1,
      created: { customers: 1, invoices: 1, creditNotes: 0, payments: 0 },
      totals: { debit: 120_000, credit: 0, open: 120_000, currency: 'EUR' },
      period: { from: '2026-07-01', until: '2026-07-01' },
    })
    expect(await items()).toEqual([
      { kind: 'invoice', number: 'F2026-12', due: '2026-07-31', dueComputed: false, amount: 120_000, open: 120_000 },
    ])
    const { customerId, id } = await first()
    const { customer } = await book.client.customers.get({ id: customerId })
    expect(customer).toMatchObject({ name: 'Ma jolie boutique', siren: '552100554', country: 'FR' })
    expect(customer.addresses).toMatchObject([{ kind: 'billing', city: 'Nantes', postalCode: '44000' }])
    const kept = await book.client.einvoices.ofItem({ itemId: id })
    expect(kept.invoice).toMatchObject({ number: 'F2026-12', gross: 120_000, fileName: 'F2026-12.pdf', itemIds: [id] })
    const proofs = (await book.client.proofs.list({ itemId: id })).proofs
    expect(proofs.map(({ kind, title, fileName }) => [kind, title, fileName])).toEqual([
      ['invoice', 'F2026-12', 'F2026-12.pdf'],
    ])
  })

  test('again, in its file or in another one, changes nothing', async () => {
    await take(await facturX(sample()), 'a.pdf')
    const before = await items()
    expect(await take(await facturX(sample()), 'b.pdf')).toMatchObject({ created: { invoices: 0 }, unchanged: 1 })
    expect(await take(ublInvoice(sample()), 'c.xml')).toMatchObject({
      created: { invoices: 0, customers: 0 },
      updated: 1,
    })
    expect(await items()).toEqual(before)
    expect((await book.client.customers.list({})).total).toBe(1)
  })

  test('finds its customer by SIREN, VAT number, code or name', async () => {
    const of = (code: string, rest: object) => book.client.customers.create(customerFields(code, rest))
    await of('C1', { name: 'X', siren: '552100554' })
    await of('C2', { name: 'Y', vatNumber: 'DE811569869', country: 'DE' })
    await of('C3', { name: 'Ma Jolie Boutique' })
    const other = { siren: '', vatNumber: '' }
    await take(ciiInvoice(sample({ number: 'A' })))
    await take(
      ciiInvoice(sample({ number: 'B', buyer: { ...other, name: 'Z', vatNumber: 'DE811569869', country: 'DE' } })),
    )
    await take(ciiInvoice(sample({ number: 'C', buyer: { ...other, name: 'MA JOLIE BOUTIQUE' } })))
    const { items: rows } = await book.client.receivables.items({ show: 'all', sort: 'number' })
    expect(rows.map(({ number, customerCode }) => [number, customerCode])).toEqual([
      ['A', 'C1'],
      ['B', 'C2'],
      ['C', 'C3'],
    ])
  })

  test('in instalments gives one item each', async () => {
    const instalments = [
      { due: '2026-07-31', amount: '400.00' },
      { due: '2026-08-31', amount: '800.00' },
    ]
    await take(ublInvoice(sample({ due: null, instalments })))
    expect((await items()).map(({ due, amount }) => [due, amount])).toEqual([
      ['2026-07-31', 40_000],
      ['2026-08-31', 80_000],
    ])
  })

  test('without a due date is due by the terms', async () => {
    await take(ciiInvoice(sample({ due: null })))
    expect(await items()).toMatchObject([{ due: '2026-07-31', dueComputed: true }])
  })

  test('prepaid in part leaves what is still to pay', async () => {
    const report = await take(ciiInvoice(sample({ prepaid: '500.00' })))
    expect(report).toMatchObject({ created: { invoices: 1, payments: 1 }, totals: { debit: 120_000, open: 70_000 } })
    expect(await items()).toMatchObject([
      { kind: 'payment', amount: -50_000, open: 0 },
      { kind: 'invoice', amount: 120_000, open: 70_000 },
    ])
    expect((await book.client.receivables.items({ show: 'all', kind: 'payment' })).items[0]?.label).toBe(
      'Acompte sur F2026-12',
    )
  })

  test('prepaid by a receipt that the book holds takes that one', async () => {
    await book.client.customers.create(customerFields('C1', { siren: '552100554' }))
    await importItems(book.client, [payment('RG-1', { customer: 'C1', issued: '2026-06-15', amount: '500.00' })])
    expect(await take(ciiInvoice(sample({ prepaid: '500.00' })))).toMatchObject({
      created: { invoices: 1, payments: 0 },
    })
    expect(await openByNumber(book.client)).toEqual({ 'F2026-12': 70_000 })
  })

  test('prepaid beyond its amount leaves a credit', async () => {
    await take(ciiInvoice(sample({ prepaid: '1500.00', payable: '-300.00' })))
    const { total } = await book.client.receivables.aged({ asOf: TODAY })
    expect(total.total).toBe(-30_000)
  })

  test('completes the invoice that the ledger brought: its due date wins, another amount is told', async () => {
    await book.client.customers.create(customerFields('C1', { siren: '552100554' }))
    await importItems(book.client, [invoice('F2026-12', { customer: 'C1', issued: '2026-07-01', amount: '1190.00' })])
    const report = await take(ciiInvoice(sample({ due: '2026-08-15', delivered: '2026-06-29' })))
    expect(report).toMatchObject({ created: { invoices: 0, customers: 0 }, updated: 1 })
    expect(report.warnings).toMatchObject([
      { code: 'amount-differs', details: { number: 'F2026-12', difference: 1_000, currency: 'EUR' } },
    ])
    expect(await items()).toMatchObject([{ due: '2026-08-15', dueComputed: false, amount: 119_000 }])
    const { id } = await first()
    expect((await book.client.deliveries.dates({ itemId: id })).deliveredOn).toBe('2026-06-29')
  })

  test('that the ledger brings later stays one, and is the ledger’s from then on', async () => {
    await book.client.customers.create(customerFields('C1', { siren: '552100554' }))
    await take(ciiInvoice(sample()))
    const ledger = [
      invoice('F2026-12', { customer: 'C1', issued: '2026-07-01', due: '2026-07-31', amount: '1200.00' }),
      payment('RG-9', { customer: 'C1', issued: '2026-07-30', amount: '1200.00', settles: 'F2026-12' }),
    ]
    expect(await importItems(book.client, ledger)).toMatchObject({
      created: { invoices: 0, payments: 1 },
      unchanged: 1,
    })
    expect(await openByNumber(book.client)).toEqual({})
    expect(await importItems(book.client, ledger)).toMatchObject({ created: { invoices: 0, payments: 0 } })
  })

  test('of another company is refused, and nothing of it stays', async () => {
    await book.close()
    book = await openTestBook({ today: TODAY, company: { siren: '123456782' } })
    const refused = await refusal(take(ciiInvoice(sample())))
    expect(refused).toMatchObject({ code: 'import.lines-refused', details: { rejected: [{ reason: 'seller' }] } })
    expect(await items()).toEqual([])
    expect((await book.client.customers.list({})).total).toBe(0)
  })

  test('with mentions missing says which', async () => {
    const report = await take(ciiInvoice(sample({ notes: [] })))
    expect(report.warnings).toMatchObject([{ code: 'mentions-missing', details: { mentions: ['PMT', 'PMD', 'AAB'] } }])
    const kept = await book.client.einvoices.ofItem({ itemId: (await first()).id })
    expect(kept.invoice?.missingMentions).toEqual(['PMT', 'PMD', 'AAB'])
  })
})

describe('a credit note', () => {
  const credit = (rest: Sample = {}) =>
    sample({
      number: 'AV-7',
      issued: '2026-07-10',
      net: '250.00',
      tax: '50.00',
      preceding: [{ number: 'F2026-12', issued: '2026-07-01' }],
      ...rest,
    })

  test.each([
    ['of code 381', () => ciiInvoice(credit({ typeCode: '381' }))],
    ['of code 380 below zero', () => ciiInvoice(credit({ typeCode: '380', net: '-250.00', tax: '-50.00' }))],
  ])('%s is matched with the invoice that it names', async (_how, content) => {
    await take(ciiInvoice(sample()))
    expect(await take(content())).toMatchObject({
      created: { creditNotes: 1 },
      totals: { credit: 30_000, open: -30_000 },
    })
    expect(await openByNumber(book.client)).toEqual({ 'F2026-12': 90_000 })
  })

  test('that comes before its invoice is matched when that comes', async () => {
    await take(ciiInvoice(credit({ typeCode: '381' })))
    expect(await openByNumber(book.client)).toEqual({ 'AV-7': -30_000 })
    await take(ciiInvoice(sample()))
    expect(await openByNumber(book.client)).toEqual({ 'F2026-12': 90_000 })
  })

  test('above what is open of it keeps the rest', async () => {
    await take(ciiInvoice(sample({ prepaid: '1000.00' })))
    await take(ciiInvoice(credit({ typeCode: '381' })))
    expect(await openByNumber(book.client)).toEqual({ 'AV-7': -10_000 })
  })
})

describe('an archive of invoices', () => {
  const archive = async (more: Record<string, Uint8Array> = {}) =>
    new Uint8Array(
      zipSync({
        'lot/1.pdf': await facturX(sample({ number: 'F1' })),
        'lot/2.xml': new TextEncoder().encode(ublInvoice(sample({ number: 'F2' }))),
        ...more,
      }),
    )

  test('is taken whole, each file kept as proof', async () => {
    expect(await take(await archive(), 'lot.zip')).toMatchObject({
      format: 'einvoice',
      records: 2,
      created: { customers: 1, invoices: 2 },
      totals: { debit: 240_000 },
    })
    const { proofs } = await book.client.proofs.list({})
    expect(proofs.map(({ fileName }) => fileName).sort()).toEqual(['1.pdf', '2.xml'])
    expect(await take(await archive(), 'lot.zip')).toMatchObject({ created: { invoices: 0 }, unchanged: 2 })
  })

  test('with a file that is none names it, and is taken without it when told', async () => {
    const content = await archive({ 'lot/3.xml': new TextEncoder().encode('<page/>') })
    expect(await refusal(take(content, 'lot.zip'))).toMatchObject({
      code: 'import.lines-refused',
      details: { count: 1, rejected: [{ field: 'lot/3.xml', reason: 'no-invoice' }] },
    })
    expect(await items()).toEqual([])
    const report = await importFile(book.client, content, { name: 'lot.zip', skipInvalid: true })
    expect(report).toMatchObject({ created: { invoices: 2 }, rejectedCount: 1 })
  })
})

test('customers whose invoices and bank habits are known can still be merged', async () => {
  await take(ciiInvoice(sample()))
  const { customerId } = await first()
  const other = await book.client.customers.create(customerFields('C9'))
  await book.client.customers.merge({ keep: other.id, remove: customerId })
  expect((await first()).customerId).toBe(other.id)
})
