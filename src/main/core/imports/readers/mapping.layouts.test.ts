import iconv from 'iconv-lite'
import { describe, expect, it, test } from 'vitest'
import writeWorkbook from 'write-excel-file/universal'
import { sharedDataMissing, sharedJson, sharedSource, skippedNote } from '../../../../../test/support/shared-data.ts'
import { apply, readAs, short, suggested } from '../../../../../test/support/tables.ts'
import type { ItemRow } from './items.ts'

describe.skipIf(sharedDataMissing)(`the IBM sample${skippedNote}`, () => {
  test('is read with its suggestion as it stands, to the cent', async () => {
    const source = await sharedSource('receivables/ibm-accounts-receivable.csv')
    const { mapping, questions, table } = await suggested(source)
    expect(questions).toEqual([])
    expect(mapping).toMatchObject({ dateOrder: 'mdy', decimal: 'dot', separator: ',', rowIs: 'row' })
    const { items, problems, totals } = await apply(source, table, mapping)
    expect(problems).toEqual([])
    const told = sharedJson('receivables/EXPECTED.json')['ibm-accounts-receivable.csv'] as Record<string, string>
    const invoices = items.filter(({ kind }) => kind === 'invoice')
    expect(totals.records).toBe(told.rows)
    expect((invoices.reduce((sum, { amount }) => sum + amount, 0) / 100).toFixed(2)).toBe(told.total_amount)
    expect(new Set(invoices.map(({ customerCode }) => customerCode)).size).toBe(told.customers)
    expect(invoices[0]).toMatchObject({ number: '0000611365', issued: '2013-01-02', due: '2013-02-01', amount: 5594 })
    expect(items[1]).toMatchObject({
      kind: 'payment',
      settles: '0000611365',
      settledOn: '2013-01-15',
      settledAmount: 5594,
    })

    const settledOn = new Map(items.map((item) => [item.settles, item.settledOn]))
    const open = invoices.filter(
      ({ issued, number }) => issued <= '2013-06-30' && (settledOn.get(number) ?? '9') > '2013-06-30',
    )
    const sum = (of: ItemRow[]) => (of.reduce((total, { amount }) => total + amount, 0) / 100).toFixed(2)
    expect({
      invoices: open.length,
      total: sum(open),
      '1-30': sum(open.filter(({ due }) => due !== null && due < '2013-06-30')),
      'not due': sum(open.filter(({ due }) => due !== null && due >= '2013-06-30')),
    }).toEqual(told['ageing_at_2013-06-30 (settled after that day)'])
  })
})

const text = (value: string) => ({ type: String, value })
const amount = (value: number) => ({ type: Number, value })
const day = (value: string) => ({ type: Date, value: new Date(`${value}T00:00:00Z`), format: 'dd mmm yyyy' })

describe('layouts of accounting programs', () => {
  test('QuickBooks: titles above, US dates, quoted names and thousands, what is open rather than invoiced', async () => {
    const { items, problems, warnings, mapping } = await readAs(
      [
        'A/R Aging Detail',
        'Northwind, Inc.',
        '"As of March 31, 2026"',
        '',
        'Date,Transaction Type,Num,Customer full name,Due date,Amount,Open balance',
        '1 - 30 days past due',
        '02/13/2026,Invoice,1041,"Smith, John",03/15/2026,"3,000.00","2,500.00"',
        '02/20/2026,Credit Memo,1042,"Doe, Jane",,-82.75,-82.75',
        'Total for 1 - 30 days past due,,,,,"2,917.25","2,417.25"',
        '31 - 60 days past due',
        '01/10/2026,Invoice,1030,"Smith, John",02/09/2026,"2,500.00","2,500.00"',
        'Total for 31 - 60 days past due,,,,,"2,500.00","2,500.00"',
        'TOTAL,,,,,"5,417.25","4,917.25"',
        '"Tuesday, March 31, 2026 10:00 AM"',
      ].join('\n'),
    )
    expect(mapping).toMatchObject({ dateOrder: 'mdy', decimal: 'dot', headerRow: 5, groupRows: false })
    expect(problems).toEqual([])
    expect(warnings).toEqual([])
    expect(items.map(short)).toEqual([
      ['invoice', '1041', 'Smith, John', '2026-02-13', '2026-03-15', 250000],
      ['credit_note', '1042', 'Doe, Jane', '2026-02-20', null, 8275],
      ['invoice', '1030', 'Smith, John', '2026-01-10', '2026-02-09', 250000],
    ])
  })

  const xeroRow = (issued: string, due: string, number: string | null, total: number) => [
    null,
    null,
    null,
    null,
    null,
    null,
    day(issued),
    day(due),
    null,
    number === null ? null : text(number),
    null,
    amount(total),
    null,
    null,
    null,
    null,
    null,
    amount(total),
  ]
  const XERO_HEADER =
    'Contact Account Number|Primary Person|Phone|Email|Mobile|Contact Group|Invoice Date|Due Date|Expected Date|Invoice Number|Invoice Reference|< 1 Month|1 Month|2 Months|3 Months|Older||Total|Outstanding Tax|PROJECT ID|SERVICE MONTH|Invoice Seen|Invoice Sent'
      .split('|')
      .map(text)
  const totalRow = (total: number) => [text('Total'), ...Array.from({ length: 16 }, () => null), amount(total)]

  test('Xero aged receivables: parties on rows of their own, credits without number, a wrong grand total', async () => {
    const blob = await writeWorkbook([
      [text('Aged Receivables Detail')],
      [text('Demo Company')],
      [text('As at 31 March 2026')],
      [text('Ageing by due date')],
      [],
      XERO_HEADER,
      [],
      [text('Alpha Trading')],
      xeroRow('2026-01-05', '2026-02-04', 'INV-1', 1000.5),
      xeroRow('2026-01-12', '2026-02-11', null, -200),
      xeroRow('2026-01-12', '2026-02-11', null, -50),
      totalRow(750.5),
      [text('Total Energies')],
      xeroRow('2026-03-01', '2026-03-31', 'INV-2', 99.99),
      totalRow(99.99),
      totalRow(0),
    ]).toBlob()
    const { items, problems, warnings, mapping } = await readAs(blob)
    expect(mapping).toMatchObject({ groupRows: true, headerRow: 6 })
    expect(problems).toEqual([])
    expect(items.map(short)).toEqual([
      ['invoice', 'INV-1', 'Alpha Trading', '2026-01-05', '2026-02-04', 100050],
      ['credit_note', 'AV-2026-01-12', 'Alpha Trading', '2026-01-12', null, 20000],
      ['credit_note', 'AV-2026-01-12-2', 'Alpha Trading', '2026-01-12', null, 5000],
      ['invoice', 'INV-2', 'Total Energies', '2026-03-01', '2026-03-31', 9999],
    ])
    expect(warnings).toEqual([
      { line: 16, code: 'total-differs', message: 'The file says 0.00, its rows add up to 850.49' },
    ])
  })

  test('Xero, the short one: no issue date', async () => {
    const { items, problems } = await readAs(
      'Number,Contact,Due,Current,< 1 Month,1 Month,Total\nINV-1,Alpha,31/03/2026,0.00,10.00,0.00,10.00\nTotal,,,0.00,10.00,0.00,10.00\n',
    )
    expect(problems).toEqual([])
    expect(items).toMatchObject([
      { number: 'INV-1', issued: '2026-03-31', due: '2026-03-31', amount: 1000, approximate: true },
    ])
  })

  test('Xero invoices: one row for each line, added up', async () => {
    const { items, problems, mapping, warnings } = await readAs(
      [
        '*ContactName,EmailAddress,*InvoiceNumber,Reference,*InvoiceDate,*DueDate,*Description,*Quantity,*UnitAmount,Discount,*AccountCode,*TaxType,TaxAmount,Currency',
        'Alpha,a@a.example,INV-1,,15/01/2026,14/02/2026,Conseil,2,150.50,,200,20%,60.20,EUR',
        'Alpha,a@a.example,INV-1,,15/01/2026,14/02/2026,Remise,1,100.00,10,200,20%,18.00,EUR',
        'Beta,b@b.example,INV-2,,16/01/2026,15/02/2026,Lot,3,0.335,,200,20%,0.00,EUR',
      ].join('\n'),
    )
    expect(mapping).toMatchObject({ rowIs: 'line' })
    expect(problems).toEqual([])
    expect(warnings).toEqual([])
    expect(items.map(short)).toEqual([
      ['invoice', 'INV-1', 'Alpha', '2026-01-15', '2026-02-14', 30100 + 6020 + 9000 + 1800],
      ['invoice', 'INV-2', 'Beta', '2026-01-16', '2026-02-15', 101],
    ])
  })

  test('a document is refused whole when one of its lines is', async () => {
    const { items, problems } = await readAs(
      [
        'ContactName,InvoiceNumber,InvoiceDate,DueDate,Quantity,UnitAmount,TaxAmount',
        'Alpha,INV-1,15/01/2026,14/02/2026,1,100.00,0.00',
        'Alpha,INV-1,15/01/2026,14/02/2026,x,1.00,0.00',
        'Alpha,INV-2,15/01/2026,14/02/2026,1,y,0.00',
        'Alpha,INV-2,15/01/2026,14/02/2026,1,5.00,0.00',
        'Alpha,INV-3,15/01/2026,14/02/2026,1,7.00,0.00',
      ].join('\n'),
    )
    expect(items.map(({ number }) => number)).toEqual(['INV-3'])
    expect(problems.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'amount'],
      [4, 'amount'],
      [2, 'document-refused'],
      [5, 'document-refused'],
    ])
  })

  test('Zoho: the total is repeated on every line, drafts are nobody’s debt', async () => {
    const { items, problems, totals, mapping } = await readAs(
      [
        'Invoice Date,Invoice ID,Invoice Number,Invoice Status,Customer ID,Customer Name,Due Date,Currency Code,Item Name,Quantity,Item Price,Total,Balance',
        '2026-01-15,98001,INV-0002,Sent,77,Alpha,2026-02-14,EUR,A,1,800.00,885.40,885.40',
        '2026-01-15,98001,INV-0002,Sent,77,Alpha,2026-02-14,EUR,B,1,85.00,885.40,885.40',
        '2026-01-16,98002,INV-0003,Draft,77,Alpha,2026-02-15,EUR,A,1,10.00,10.00,10.00',
        '2026-01-17,98003,INV-0004,Paid,77,Alpha,2026-02-16,EUR,A,1,10.00,10.00,0.00',
      ].join('\n'),
    )
    expect(mapping).toMatchObject({ rowIs: 'document', columns: { number: 'Invoice Number', open: 'Balance' } })
    expect(problems).toEqual([])
    expect(items.map(short)).toEqual([['invoice', 'INV-0002', '77', '2026-01-15', '2026-02-14', 88540]])
    expect(totals).toEqual({ records: 4, leftOut: 2 })
  })

  test('Tally: two header rows, months by name, parties above their bills, Indian thousands', async () => {
    const { items, problems, mapping } = await readAs(
      [
        'Group :|Sundry Debtors||1-Apr-26 to 16-Apr-26',
        'Details of:|Pending Bills',
        '',
        "Date|Ref. No.|Party's Name|Opening|Pending|Due on|Overdue",
        '|||Amount|Amount||by days',
        '||Alpha Traders||||',
        '1-Apr-26|B/1||1,50,000.00|50,000.00|16-Apr-26|0',
        '3-Apr-26|B/2||2,000.00 Cr|2,000.00 Cr|3-Apr-26|',
        '||Beta Stores||||',
        '5-Apr-26|B/3||700.00|700.00|20-Apr-26|',
      ].join('\n'),
    )
    expect(mapping).toMatchObject({ groupRows: true, separator: '|', headerRow: 4 })
    expect(problems).toEqual([])
    expect(items.map(short)).toEqual([
      ['invoice', 'B/1', 'Alpha Traders', '2026-04-01', '2026-04-16', 5000000],
      ['credit_note', 'B/2', 'Alpha Traders', '2026-04-03', null, 200000],
      ['invoice', 'B/3', 'Beta Stores', '2026-04-05', '2026-04-20', 70000],
    ])
  })

  test('a French list of due dates, in Windows-1252, with debit and credit', async () => {
    const text = [
      'Échéancier clients',
      'N° pièce;Date pièce;Code client;Nom client;Échéance;Débit;Crédit',
      'FA0012;15/01/2026;C001;Café Hélène;14/02/2026;1 234,56;',
      'AV0003;20/01/2026;C001;Café Hélène;;;34,56',
      'Total général;;;;;1 234,56;34,56',
    ].join('\r\n')
    const { items, problems, mapping } = await readAs(new Blob([new Uint8Array(iconv.encode(text, 'windows-1252'))]))
    expect(mapping).toMatchObject({ encoding: 'auto', separator: ';', decimal: 'comma', dateOrder: 'dmy' })
    expect(problems).toEqual([])
    expect(items.map((item) => [...short(item), item.customerName])).toEqual([
      ['invoice', 'FA0012', 'C001', '2026-01-15', '2026-02-14', 123456, 'Café Hélène'],
      ['credit_note', 'AV0003', 'C001', '2026-01-20', null, 3456, 'Café Hélène'],
    ])
  })

  test('a settlement date that is empty leaves the invoice open; what was paid is taken off', async () => {
    const settled = await readAs(
      'N° facture;Date facture;Client;Montant TTC;Date de règlement\nF1;15/01/2026;Alpha;10,00;\nF2;15/01/2026;Alpha;20,00;31/01/2026\n',
    )
    expect(settled.items.map(({ kind, number, settles }) => [kind, number, settles])).toEqual([
      ['invoice', 'F1', null],
      ['invoice', 'F2', null],
      ['payment', 'R-F2', 'F2'],
    ])
    const paid = await readAs(
      'N° facture;Date facture;Client;Montant TTC;Montant réglé\nF1;15/01/2026;Alpha;10,00;4,00\nF2;15/01/2026;Alpha;10,00;10,00\n',
    )
    expect(paid.items.map(({ number, amount }) => [number, amount])).toEqual([['F1', 600]])
    expect(paid.totals.leftOut).toBe(1)
  })
})

describe('French aged balances, without documents', () => {
  const due = (items: ItemRow[]) =>
    items.map(({ customerName, customerCode, due, amount, kind }) => [customerCode || customerName, due, amount, kind])
  const asOf = { constants: { asOf: '2026-03-31', kind: 'opening' as const } }

  it.each([
    [
      'Contact;Non échu;1-30;31-60;61-90;90+;Total\r\nAlpha;100,00;0,00;20,00;0,00;5,00;125,00\r\nTotal général;100,00;0,00;20,00;0,00;5,00;125,00\r\n',
      'UTF-8, CRLF',
    ],
    [
      'Client;Non échu;0-30j;31-60j;61-90j;90j+;Total\nAlpha;100,00;0,00;20,00;0,00;5,00;125,00\nTOTAL;100,00;0,00;20,00;0,00;5,00;125,00\n',
      '0-30j',
    ],
    [
      'Balance âgée;clients\nTiers;Total;Non échu;0-30 j;31-60 j;61-90 j;+90 j\nAlpha;125,00;100,00;0,00;20,00;0,00;5,00\n',
      'a title, the total first',
    ],
    [
      'Type;Tiers;Non échu;1-30 j;31-60 j;61-90 j;+90 j;Total\nClient;Alpha;100,00;0,00;20,00;0,00;5,00;125,00\nFournisseur;Zeta;7,00;0,00;0,00;0,00;0,00;7,00\n',
      'suppliers among them',
    ],
  ])('%#: %s', async (text) => {
    const { items, problems, warnings, questions } = await readAs(`\uFEFF${text}`, asOf)
    expect(questions).toEqual(['as-of'])
    expect(problems).toEqual([])
    expect(warnings).toEqual([])
    expect(due(items)).toEqual([
      ['Alpha', '2026-03-31', 10000, 'opening'],
      ['Alpha', '2026-02-28', 2000, 'opening'],
      ['Alpha', '2025-12-30', 500, 'opening'],
    ])
    expect(items.every(({ approximate }) => approximate)).toBe(true)
  })

  test('fewer columns, a blank code, an amount that is none, a customer in credit', async () => {
    const { items, problems } = await readAs(
      'Code tiers;Raison sociale;Non échu;1-30;> 90\nC1;Alpha;"50 000,00";;\n;Beta;;12,50;-3,00\nC3;Gamma;abc;1,00;\n',
      asOf,
    )
    expect(due(items)).toEqual([
      ['C1', '2026-03-31', 5000000, 'opening'],
      ['Beta', '2026-03-30', 1250, 'opening'],
      ['Beta', null, 300, 'payment'],
    ])
    expect(problems).toEqual([{ line: 4, field: 'Non échu', value: 'abc', reason: 'amount' }])
  })

  test('a total of the row that does not hold is told', async () => {
    const { warnings } = await readAs('Client;Non échu;1-30;Total\nAlpha;10,00;5,00;16,00\nBeta;1,00;0,00;1,00\n', asOf)
    expect(warnings).toMatchObject([{ line: 2, code: 'total-differs' }])
  })

  test('their day may stand in a title', async () => {
    const { mapping, questions } = await readAs(
      'Balance âgée au 31/12/2025;\nClient;Non échu;1-30;Total\nAlpha;10,00;5,00;15,00\n',
    )
    expect(mapping.constants).toEqual({ asOf: '2025-12-31', kind: 'opening' })
    expect(questions).toEqual([])
  })

  test('without their day they are refused', async () => {
    await expect(readAs('Client;Non échu;1-30;Total\nAlpha;10,00;5,00;15,00\n')).rejects.toMatchObject({
      code: 'import.mapping-incomplete',
      details: { missing: ['asOf'] },
    })
  })
})
