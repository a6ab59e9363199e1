import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { creditNote, invoice, itemsCsv, payment } from '../support/ledger.ts'
import { sharedDataMissing, sharedJson, skippedNote } from '../support/shared-data.ts'
import { openFolder, type Reply } from './encours.ts'

const { encours, file, remove } = openFolder()
afterAll(remove)

const shared = (path: string) => resolve('../shared/data', path)

describe('receivables from the template', () => {
  const book = 'items.encours'
  const alpha = { customer: 'C001', name: 'Alpha' }

  beforeAll(async () => {
    await encours('create', book, '--company', 'Fournil Martin')
    file(
      'items.csv',
      itemsCsv([
        invoice('F-1', { ...alpha, issued: '2026-01-01', due: '2026-01-31', amount: '100.00' }),
        creditNote('A-1', { ...alpha, issued: '2026-02-10', amount: '40.00', settles: 'F-1' }),
        invoice('F-2', { ...alpha, issued: '2026-02-01', due: '2026-03-03', amount: '1234.56' }),
        payment('P-1', { ...alpha, issued: '2026-02-20', amount: '55.00' }),
        invoice('F-3', { customer: 'C002', name: 'Bêta', issued: '2026-03-04', due: '2026-04-03', amount: '0.01' }),
      ]),
    )
    file('more.csv', itemsCsv([invoice('F-4', { ...alpha, issued: '2026-03-20', due: '2026-04-30', amount: '10.00' })]))
    file('wrong.csv', itemsCsv([invoice('F-5', alpha), invoice('F-6', { ...alpha, issued: '2026-02-30' })]))
  })

  test('are read in the order given, one report for each file', async () => {
    const { status, json, err } = await encours('import', book, 'items.csv', 'more.csv', '--json')
    expect([status, err]).toEqual([0, ''])
    expect(json()).toMatchObject([
      {
        file: 'items.csv',
        format: 'items',
        records: 5,
        created: { customers: 2, invoices: 3, creditNotes: 1, payments: 1, bankLines: 0 },
        updated: 0,
        unchanged: 0,
        rejected: [],
        totals: { debit: '1334.57', credit: '95.00', open: '1239.57' },
      },
      { file: 'more.csv', records: 1, created: { invoices: 1 } },
    ])
  })

  test('read again change nothing', async () => {
    const { json } = await encours('import', book, 'items.csv', '--json')
    expect(json()).toMatchObject([{ created: { customers: 0, invoices: 0, creditNotes: 0, payments: 0 }, updated: 0 }])
  })

  test('give open items with decimals and days', async () => {
    const { json } = await encours('items', book, '--as-of', '2026-04-04', '--json')
    expect(json().items.map((item: Reply) => [item.number, item.amount, item.open, item.daysLate])).toEqual([
      ['F-1', '100.00', '60.00', 63],
      ['P-1', '-55.00', '-55.00', 0],
      ['F-2', '1234.56', '1234.56', 32],
      ['F-3', '0.01', '0.01', 1],
      ['F-4', '10.00', '10.00', 0],
    ])
    expect(json().items[0]).toEqual({
      kind: 'invoice',
      number: 'F-1',
      customer: 'C001',
      issued: '2026-01-01',
      due: '2026-01-31',
      currency: 'EUR',
      amount: '100.00',
      open: '60.00',
      daysLate: 63,
      disputed: '0.00',
      onHold: false,
      level: null,
      dueComputed: false,
    })
  })

  test('of one customer, settled ones too', async () => {
    const { json } = await encours('items', book, '--customer', 'C001', '--all', '--today', '2026-04-04', '--json')
    expect(
      json()
        .items.map((item: Reply) => item.number)
        .sort(),
    ).toEqual(['A-1', 'F-1', 'F-2', 'F-4', 'P-1'])
  })

  test('age by the day, exactly thirty days late being 1–30, with a control line', async () => {
    const { json } = await encours('aged', book, '--as-of', '2026-04-02', '--json')
    expect(json()).toMatchObject({
      asOf: '2026-04-02',
      basis: 'due',
      currency: 'EUR',
      columns: ['notDue', '1-30', '31-60', '61-90', 'over90', 'unallocated'],
      rows: [
        {
          customer: 'C001',
          name: 'Alpha',
          total: '1249.56',
          values: {
            notDue: '10.00',
            '1-30': '1234.56',
            '31-60': '0.00',
            '61-90': '60.00',
            over90: '0.00',
            unallocated: '-55.00',
          },
        },
        { customer: 'C002', name: 'Bêta', total: '0.01' },
      ],
      total: { total: '1249.57' },
      control: { ledger: '1249.57', report: '1249.57', difference: '0.00' },
    })
  })

  test('age by issue date and by other bounds', async () => {
    const { json } = await encours(
      'aged',
      book,
      '--as-of',
      '2026-04-02',
      '--basis',
      'issued',
      '--buckets',
      '45,120',
      '--json',
    )
    expect(json().columns).toEqual(['notDue', '1-45', '46-120', 'over120', 'unallocated'])
    expect(json().total.values).toEqual({
      notDue: '0.00',
      '1-45': '10.01',
      '46-120': '1294.56',
      over120: '0.00',
      unallocated: '-55.00',
    })
  })

  test('list customers with balance and overdue, searched', async () => {
    const { json } = await encours('customers', book, '--search', 'beta', '--today', '2026-04-04', '--json')
    expect(json()).toMatchObject({
      customers: [{ code: 'C002', name: 'Bêta', siren: '', balance: '0.01', overdue: '0.01' }],
    })
  })

  test('print as a table for people', async () => {
    const { out } = await encours('aged', book, '--as-of', '2026-04-02')
    expect(out).toContain('Aged balance as of 2026-04-02 by due date, EUR')
    expect(out).toMatch(/^C001 +Alpha +1 249\.56 +10\.00 +1 234\.56 /m)
    expect(out).toContain('difference 0.00')
  })

  test('a file with a refused line is refused whole, naming the line', async () => {
    const { status, json, err } = await encours('import', book, 'wrong.csv', '--json')
    expect(status).toBe(2)
    expect(json().error).toMatchObject({ code: 'import.lines-refused', details: { file: 'wrong.csv', imported: [] } })
    expect(err).toContain('encours: ')
    const people = await encours('import', book, 'wrong.csv')
    expect(people.out).toBe('')
    expect(people.err).toMatch(/^ +3 +issued +2026-02-30 /m)
    expect((await encours('items', book, '--all', '--json')).json().items).toHaveLength(6)
  })

  test('without the refused lines when the user chooses so; a dry run writes nothing', async () => {
    const dry = await encours('import', book, 'wrong.csv', '--skip-invalid', '--dry-run', '--json')
    expect(dry.json()).toMatchObject([
      { created: { invoices: 1 }, rejected: [{ line: 3, field: 'issued', value: '2026-02-30' }] },
    ])
    expect((await encours('items', book, '--all', '--json')).json().items).toHaveLength(6)
    const done = await encours('import', book, 'wrong.csv', '--skip-invalid', '--json')
    expect([done.status, done.json()[0].rejected.length]).toEqual([0, 1])
    expect((await encours('items', book, '--all', '--json')).json().items).toHaveLength(7)
  })

  test('a second file that is refused is named, and the first stays', async () => {
    file('five.csv', itemsCsv([invoice('F-9', alpha)]))
    const { status, json } = await encours('import', book, 'five.csv', 'wrong.csv', '--json')
    expect([status, json().error.details.file, json().error.details.imported.length]).toEqual([2, 'wrong.csv', 1])
  })
})

describe.skipIf(sharedDataMissing)(`real files${skippedNote}`, () => {
  const fec = '111111111FEC20221231.TXT'

  test('a FEC agrees with its expected totals, and nothing is new the second time', async () => {
    const book = 'fec.encours'
    const expected = sharedJson('fec/EXPECTED.json')[fec]
    await encours('create', book, '--company', 'Société exemple')
    const { status, json, err } = await encours('import', book, shared(`fec/${fec}`), '--json')
    expect([status, err]).toEqual([0, ''])
    expect(json()).toMatchObject([
      {
        file: fec,
        format: 'fec',
        records: expected?.rows,
        created: { customers: expected?.customers_411 },
        rejected: [],
        totals: { debit: expected?.total_debit, credit: expected?.total_credit, open: expected?.net_411 },
      },
    ])
    const aged = (await encours('aged', book, '--as-of', '2023-12-31', '--json')).json()
    expect(aged.control).toEqual({ ledger: expected?.net_411, report: expected?.net_411, difference: '0.00' })
    const again = (await encours('import', book, shared(`fec/${fec}`), '--json')).json()
    expect(Object.values(again[0].created)).toEqual(expect.not.arrayContaining([expect.not.closeTo(0)]))
  })

  test('receivables of another program come in through a mapping file', async () => {
    const book = 'ibm.encours'
    await encours('create', book, '--company', 'Northwind', '--country', 'US', '--currency', 'USD', '--language', 'en')
    const csv = shared('receivables/ibm-accounts-receivable.csv')
    const inspected = await encours(
      'call',
      'imports.inspect',
      JSON.stringify({ name: 'ibm.csv', file: { $file: csv } }),
      '--book',
      book,
    )
    file('mapping.json', JSON.stringify({ ...inspected.json().mapping, name: 'IBM' }))
    const { status, json } = await encours('import', book, csv, '--mapping', 'mapping.json', '--json')
    expect(status).toBe(0)
    expect(json()).toMatchObject([
      { format: 'csv', records: 2466, created: { customers: 100, invoices: 2466 }, rejected: [] },
    ])
    const aged = (await encours('aged', book, '--as-of', '2013-06-30', '--currency', 'USD', '--json')).json()
    expect(aged).toMatchObject({ total: { total: '5119.85', values: { notDue: '4284.29', '1-30': '835.56' } } })
  })

  test('a file that is none of its formats is refused', async () => {
    await encours('create', 'none.encours', '--company', 'X')
    const { status, json } = await encours('import', 'none.encours', shared('README.md'), '--json')
    expect(status).toBe(2)
    expect(json().error.code).toMatch(/^import\./)
  })
})
