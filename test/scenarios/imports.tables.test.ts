import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Client } from '../support/book.ts'
import { openTestBook, refusal, type TestBook } from '../support/book.ts'
import { customerFields, importFile, importItems, invoice, payment } from '../support/ledger.ts'
import { sharedDataMissing, sharedSource, skippedNote } from '../support/shared-data.ts'

const TODAY = '2026-01-31'

const openOf = async (client: Client, show: 'open' | 'all' = 'open') => {
  const { items } = await client.receivables.items({ show, sort: 'number' })
  return items.map((item) => `${item.number} ${item.open}`)
}

let book: TestBook
let client: Client
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
  client = book.client
})
afterEach(() => book.close())

describe('the items template', () => {
  test('the example of the command line’s page', async () => {
    await importItems(client, [
      invoice('F-1', { customer: 'C001', name: 'Alpha', issued: '2026-01-01', due: '2026-01-31' }),
      {
        ...invoice('A-1', {
          customer: 'C001',
          issued: '2026-02-10',
          amount: '40.00',
          settles: 'F-1',
          settledOn: '2026-02-10',
          settledAmount: '40.00',
        }),
        kind: 'credit_note',
      },
      payment('P-1', {
        customer: 'C001',
        issued: '2026-02-20',
        amount: '55.00',
        settles: 'F-1',
        settledOn: '2026-02-20',
        settledAmount: '55.00',
      }),
    ])
    const on = book.on('2026-02-28')
    expect(await openOf(on)).toEqual(['F-1 500'])
  })

  test('a payment that settles several invoices stands on several rows and is one payment', async () => {
    await importItems(client, [
      invoice('F-1', { issued: '2026-01-01' }),
      invoice('F-2', { issued: '2026-01-02' }),
      payment('P-1', { issued: '2026-01-20', amount: '150.00', settles: 'F-1', settledAmount: '100.00' }),
      payment('P-1', { issued: '2026-01-20', amount: '150.00', settles: 'F-2', settledAmount: '50.00' }),
    ])
    expect(await openOf(client)).toEqual(['F-2 5000'])
  })

  test('instalments share a number; a receipt fills the earliest first (A8)', async () => {
    const lines = [
      invoice('F-1', { issued: '2026-01-01', due: '2026-01-31', amount: '30.00' }),
      invoice('F-1', { issued: '2026-01-01', due: '2026-03-02', amount: '50.00' }),
      invoice('F-1', { issued: '2026-01-01', due: '2026-04-01', amount: '20.00' }),
      payment('P-1', { issued: '2026-01-20', amount: '40.00', settles: 'F-1' }),
    ]
    await importItems(client, lines)
    expect(await openOf(client)).toEqual(['F-1 4000', 'F-1 2000'])
    expect(await importItems(client, lines)).toMatchObject({ updated: 0, unchanged: 4 })
  })

  test('a payment may stand before the invoice it settles', async () => {
    await importItems(client, [payment('P-1', { issued: '2026-01-20', settles: 'F-1' }), invoice('F-1')])
    expect(await openOf(client)).toEqual([])
  })

  test('settling what does not exist, or more than is open, is refused by line', async () => {
    const unknown = await refusal(importItems(client, [invoice('F-1'), payment('P-1', { settles: 'F-9' })]))
    expect(unknown?.details).toMatchObject({
      rejected: [{ line: 3, field: 'settles', value: 'F-9', reason: 'settles-unknown' }],
    })
    const tooMuch = await refusal(
      importItems(client, [
        invoice('F-1'),
        payment('P-1', { amount: '120.00', settles: 'F-1', settledAmount: '120.00' }),
      ]),
    )
    expect(tooMuch?.details).toMatchObject({
      rejected: [{ line: 3, field: 'settled_amount', reason: 'settled-above-open' }],
    })
    expect(await openOf(client, 'all')).toEqual([])
  })

  test('a document that comes back with another due date is updated, once', async () => {
    await importItems(client, [invoice('F-1', { due: '2026-01-15' })])
    expect(await importItems(client, [invoice('F-1', { due: '2026-01-20' })])).toMatchObject({
      updated: 1,
      created: { invoices: 0 },
    })
    expect((await client.receivables.items({})).items).toMatchObject([{ due: '2026-01-20' }])
  })
})

describe('the customers template', () => {
  const file = 'code,name,siren,vat_number,language,terms,street,postal_code,city,country,contact,email,phone,notes\n'

  test('creates customers, completes known ones, and leaves what it does not say', async () => {
    await client.customers.create({ ...customerFields('C1'), notes: 'à garder' })
    const report = await importFile(
      client,
      `${file}C1,Alpha SARL,732829320,,fr,30,1 rue A,69001,Lyon,FR,Mme B,b@alpha.example,,\nC2,Beta,,,en,,,,,GB,,,,\n`,
      { name: 'c.csv' },
    )
    expect(report).toMatchObject({ created: { customers: 1 }, updated: 1 })
    const { id } = await client.customers.byCode({ code: 'C1' })
    const { customer } = await client.customers.get({ id })
    expect(customer).toMatchObject({
      name: 'Alpha SARL',
      siren: '732829320',
      terms: '30',
      notes: 'à garder',
      contacts: [{ name: 'Mme B', dunning: true }],
      addresses: [{ kind: 'billing', city: 'Lyon' }],
    })
    expect(await importFile(client, `${file}C2,Beta,,,en,,,,,GB,,,,\n`, { name: 'c.csv' })).toMatchObject({
      unchanged: 1,
      updated: 0,
    })
  })

  test('segment and salesperson come from the template, whose older form leaves them as they are', async () => {
    const told = 'code,name,segment,salesperson\nC1,Alpha,Export,Anna Keller\nC2,Beta,,\n'
    await importFile(client, told, { name: 'c.csv' })
    await importFile(client, `${file}C1,Alpha SARL,,,,,,,,,,,,\n`, { name: 'd.csv' })
    const { customers } = await client.customers.list({ sort: 'code' })
    expect(customers.map(({ name, segment, salesperson }) => [name, segment, salesperson])).toEqual([
      ['Alpha SARL', 'Export', 'Anna Keller'],
      ['Beta', '', ''],
    ])
    const long = `code,name,salesperson\nC3,Gamma,${'x'.repeat(61)}\n`
    const refused = await refusal(importFile(client, long, { name: 'e.csv' }))
    expect(refused?.details).toMatchObject({ rejected: [{ field: 'salesperson', reason: 'too-long' }] })
  })

  test.each([
    ['Commercial', 'Catégorie client'],
    ['Vendeur', 'Segment'],
    ['Représentant', 'Famille client'],
    ['Salesperson', 'Customer group'],
    ['Account manager', 'Category'],
  ])('a table of another program tells them as %s and %s', async (salesperson, segment) => {
    const table = `N° client;Raison sociale;SIRET;Adresse;Code postal;Ville;${salesperson};${segment}\nC1;Alpha;;1 rue A;69001;Lyon;Anna;Export\n`
    const { mapping } = await client.imports.inspect({ name: 'clients.csv', file: new File([table], 'clients.csv') })
    expect(mapping).toMatchObject({ target: 'customers', columns: { salesperson, segment } })
  })

  test('a SIREN, a VAT number or terms that cannot be are refused by line', async () => {
    const refused = await refusal(
      importFile(
        client,
        `${file}C1,A,732829321,,fr,,,,,FR,,,,\nC2,B,,FR00732829320,fr,,,,,FR,,,,\nC3,C,,,fr,bientôt,,,,FR,,,,\n`,
        { name: 'c.csv' },
      ),
    )
    expect(refused?.details).toMatchObject({
      count: 3,
      rejected: [
        { line: 2, field: 'siren', reason: 'siren' },
        { line: 3, field: 'vat_number', reason: 'vat' },
        { line: 4, field: 'terms', reason: 'terms' },
      ],
    })
  })
})

describe('a table of another program', () => {
  const table =
    'Balance clients\n\nCode client;Client;N° facture;Date facture;Échéance;Montant TTC\nC1;Alpha;F1;05/01/2026;04/02/2026;1 234,56\nC2;Bêta;F2;06/01/2026;05/02/2026;10,00\n'

  test('is recognised, read through a mapping, and recognised again under its name', async () => {
    const file = new File([table], 'export.csv')
    const seen = await client.imports.inspect({ name: 'export.csv', file })
    expect(seen).toMatchObject({
      format: 'csv',
      separator: ';',
      mapping: { decimal: 'comma', dateOrder: 'dmy' },
      mappingName: null,
    })
    // A name of blanks, or longer than a mapping may bear.
    for (const name of ['\ufeff.csv', `${'x'.repeat(200)}.csv`])
      expect((await client.imports.inspect({ name, file })).mapping?.columns).toEqual(seen.mapping?.columns)
    expect(await refusal(importFile(client, table, { name: 'export.csv' }))).toMatchObject({
      code: 'import.mapping-needed',
    })
    const mapping = { ...seen.mapping, name: 'Mon logiciel', columns: seen.mapping?.columns ?? {} }
    const { rows } = await client.imports.preview({ name: 'export.csv', file, mapping })
    expect(rows).toMatchObject([
      { customerCode: 'C1', number: 'F1', issued: '2026-01-05', due: '2026-02-04', amount: 123456 },
      { customerCode: 'C2', number: 'F2', amount: 1000 },
    ])
    await client.imports.saveMapping(mapping)
    const stream = await client.imports.run({ name: 'export.csv', file, mapping })
    for (let step = await stream.next(); !step.done; step = await stream.next());
    expect(await openOf(client)).toEqual(['F1 123456', 'F2 1000'])
    expect(await client.imports.inspect({ name: 'export-2.csv', file })).toMatchObject({ mappingName: 'Mon logiciel' })
  })

  test.skipIf(sharedDataMissing)(`the IBM sample agrees with what others computed${skippedNote}`, async () => {
    const { blob, name } = await sharedSource('receivables/ibm-accounts-receivable.csv')
    const file = new File([await blob.arrayBuffer()], name)
    const { mapping } = await client.imports.inspect({ name, file })
    expect(mapping).toMatchObject({ dateOrder: 'mdy' })
    const stream = await client.imports.run({ name, file, ...(mapping && { mapping }) })
    for (let step = await stream.next(); !step.done; step = await stream.next());
    expect((await client.customers.list({})).total).toBe(100)
    const aged = await client.receivables.aged({ asOf: '2013-06-30' })
    expect(aged.total).toMatchObject({ total: 511985, values: { '1-30': 83556, notDue: 428429 } })
    expect(
      (await client.receivables.items({ show: 'all', kind: 'invoice', search: '0000611365' })).items[0]?.number,
    ).toBe('0000611365')
  })
})
