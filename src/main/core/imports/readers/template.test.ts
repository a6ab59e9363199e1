import { describe, expect, it, test } from 'vitest'
import writeWorkbook from 'write-excel-file/universal'
import { detectFormat } from './detect.ts'
import type { CustomerRow, ItemRow } from './items.ts'
import { readRows, type TableSource } from './rows.ts'
import type { LineProblem, Source } from './source.ts'
import { templateExample } from './template.example.ts'
import { readCustomersTemplate, readItemsTemplate } from './template.reader.ts'

const sourceOf = (file: string | Blob): Source => ({
  name: 'items',
  blob: typeof file === 'string' ? new Blob([file]) : file,
})

const read = async (file: string | Blob, currency = 'EUR') => {
  const source = sourceOf(file)
  const { table, format, separator } = await detectFormat(source)
  const rows = readRows(source, table as TableSource)
  const read = { format, items: [] as ItemRow[], customers: [] as CustomerRow[], problems: [] as LineProblem[] }
  if (format === 'customers') {
    for await (const batch of readCustomersTemplate(rows)) {
      read.customers.push(...batch.rows)
      read.problems.push(...batch.problems)
    }
    return read
  }
  for await (const batch of readItemsTemplate(rows, { dayFirst: separator === ';', currency })) {
    read.items.push(...batch.rows)
    read.problems.push(...batch.problems)
  }
  return read
}

const HEADER = 'kind,number,customer,name,issued,due,amount,currency,settles,settled_on,settled_amount'
const items = (...rows: string[]) => [HEADER, ...rows].join('\n')

describe('the items template', () => {
  test('as the command line shows it', async () => {
    const { items: rows, problems } = await read(
      items(
        'invoice,F-1,C001,Alpha,2026-01-01,2026-01-31,100.00,EUR,,,',
        'credit_note,A-1,C001,Alpha,2026-02-10,,40.00,EUR,F-1,2026-02-10,40.00',
        'payment,P-1,C001,Alpha,2026-02-20,,55.00,EUR,F-1,2026-02-20,55.00',
      ),
    )
    expect(problems).toEqual([])
    const base = { customerCode: 'C001', customerName: 'Alpha', currency: 'EUR', approximate: false }
    expect(rows).toEqual([
      {
        ...base,
        line: 2,
        kind: 'invoice',
        number: 'F-1',
        issued: '2026-01-01',
        due: '2026-01-31',
        amount: 10000,
        settles: null,
        settledOn: null,
        settledAmount: null,
      },
      {
        ...base,
        line: 3,
        kind: 'credit_note',
        number: 'A-1',
        issued: '2026-02-10',
        due: null,
        amount: 4000,
        settles: 'F-1',
        settledOn: '2026-02-10',
        settledAmount: 4000,
      },
      {
        ...base,
        line: 4,
        kind: 'payment',
        number: 'P-1',
        issued: '2026-02-20',
        due: null,
        amount: 5500,
        settles: 'F-1',
        settledOn: '2026-02-20',
        settledAmount: 5500,
      },
    ])
  })

  test('columns in any order, blank lines, a payment before its invoice, in several rows', async () => {
    const { items: rows, problems } = await read(
      'Number,Kind,Amount,Customer,Issued,Settles,Settled on,Settled amount\nP-1,payment,30,C1,2026-02-01,F-1,2026-02-01,10\nP-1,payment,30,C1,2026-02-01,F-2,2026-02-02,20\n\nF-1,invoice,10,C1,2026-01-01,,,\n',
    )
    expect(problems).toEqual([])
    expect(
      rows.map(({ line, number, settles, settledAmount, amount }) => [line, number, settles, settledAmount, amount]),
    ).toEqual([
      [2, 'P-1', 'F-1', 1000, 3000],
      [3, 'P-1', 'F-2', 2000, 3000],
      [5, 'F-1', null, null, 1000],
    ])
  })

  test('a settlement without its own day or amount takes the document’s', async () => {
    const { items: rows } = await read(items('payment,P-1,C001,,2026-02-20,,55.00,,F-1,,'), 'CHF')
    expect(rows).toMatchObject([{ settledOn: '2026-02-20', settledAmount: 5500, currency: 'CHF' }])
  })

  test('saved by a French spreadsheet: semicolons, commas, days first', async () => {
    const { items: rows, problems } = await read(
      `${HEADER.replaceAll(',', ';')}\nfacture;F-1;C1;;01/02/2026;03/03/2026;1 234,50;EUR;;;\n`,
    )
    expect(problems).toEqual([])
    expect(rows).toMatchObject([{ kind: 'invoice', issued: '2026-02-01', due: '2026-03-03', amount: 123450 }])
  })

  test('amounts have the decimals of their currency', async () => {
    const { items: rows, problems } = await read(
      items(
        'invoice,F-1,C1,,2026-01-01,,1000,JPY,,,',
        'invoice,F-2,C1,,2026-01-01,,1.5,JPY,,,',
        'invoice,F-3,C1,,2026-01-01,,1.234,TND,,,',
      ),
    )
    expect(rows.map(({ amount }) => amount)).toEqual([1000, 1234])
    expect(problems).toEqual([{ line: 3, field: 'amount', value: '1.5', reason: 'amount-decimals' }])
  })

  it.each([
    [',F-1,C1,,2026-01-01,,1,EUR,,,', 'kind', 'missing'],
    ['bill,F-1,C1,,2026-01-01,,1,EUR,,,', 'kind', 'kind'],
    ['invoice,,C1,,2026-01-01,,1,EUR,,,', 'number', 'missing'],
    ['invoice,F-1,,Alpha,2026-01-01,,1,EUR,,,', 'customer', 'missing'],
    ['invoice,F-1,C1,,,,1,EUR,,,', 'issued', 'missing'],
    ['invoice,F-1,C1,,2026-02-30,,1,EUR,,,', 'issued', 'date'],
    ['invoice,F-1,C1,,01/02/2026,,1,EUR,,,', 'issued', 'date'],
    ['invoice,F-1,C1,,2026-01-01,soon,1,EUR,,,', 'due', 'date'],
    ['invoice,F-1,C1,,2026-01-02,2026-01-01,1,EUR,,,', 'due', 'date-order'],
    ['invoice,F-1,C1,,2026-01-01,,,EUR,,,', 'amount', 'missing'],
    ['invoice,F-1,C1,,2026-01-01,,ten,EUR,,,', 'amount', 'amount'],
    ['invoice,F-1,C1,,2026-01-01,,"1,234.50",EUR,,,', 'amount', 'amount'],
    ['invoice,F-1,C1,,2026-01-01,,"1,234",EUR,,,', 'amount', 'amount-decimals'],
    ['invoice,F-1,C1,,2026-01-01,,0,EUR,,,', 'amount', 'amount-not-positive'],
    ['invoice,F-1,C1,,2026-01-01,,-5,EUR,,,', 'amount', 'amount-not-positive'],
    ['invoice,F-1,C1,,2026-01-01,,1,euro,,,', 'currency', 'currency'],
    ['invoice,F-1,C1,,2026-01-01,,1,EUR,F-0,,', 'settles', 'settles'],
    ['payment,P-1,C1,,2026-01-01,,1,EUR,F-1,x,', 'settled_on', 'date'],
    ['payment,P-1,C1,,2026-01-01,,1,EUR,F-1,,y', 'settled_amount', 'amount'],
    ['payment,P-1,C1,,2026-01-01,,1,EUR,F-1,,2', 'settled_amount', 'amount-too-large'],
  ])('%s', async (row, field, reason) => {
    const { items: rows, problems } = await read(items('invoice,F-0,C1,,2026-01-01,,1,EUR,,,', row))
    expect(problems).toMatchObject([{ line: 3, field, reason }])
    expect(rows).toHaveLength(1)
  })

  test('a row tells all its reasons at once', async () => {
    const { problems } = await read(items('x,,C1,,y,,z,EUR,,,'))
    expect(problems.map(({ field }) => field)).toEqual(['kind', 'number', 'issued', 'amount'])
  })

  test('from a workbook, the same', async () => {
    const text = (value: string) => ({ type: String, value })
    const blob = await writeWorkbook([
      HEADER.split(',').map(text),
      [
        text('invoice'),
        text('F-1'),
        text('C1'),
        text('Alpha'),
        { type: Date, value: new Date('2026-01-01T00:00:00Z'), format: 'dd/mm/yyyy' },
        text('2026-01-31'),
        { type: Number, value: 0.1 + 0.2 },
        text('EUR'),
      ],
    ]).toBlob()
    const { format, items: rows, problems } = await read(blob)
    expect(format).toBe('items')
    expect(problems).toEqual([])
    expect(rows).toMatchObject([{ line: 2, issued: '2026-01-01', due: '2026-01-31', amount: 30 }])
  })
})

describe('the customers template', () => {
  test('every column', async () => {
    const { customers, problems } = await read(
      'code,name,siren,vat_number,language,terms,street,postal_code,city,country,contact,email,phone,notes,segment,salesperson\nC1,Alpha,732 829 320,FR 44 732829320,FR,45 eom,1 rue X,69003,Lyon,France,Claire,c@a.example,04,ok,Export,Anna Keller\nC2,Beta,,,,,,,,,,,,,,\n',
    )
    expect(problems).toEqual([])
    expect(customers).toEqual([
      {
        line: 2,
        code: 'C1',
        name: 'Alpha',
        siren: '732829320',
        vatNumber: 'FR44732829320',
        language: 'fr',
        terms: '45eom-a',
        street: '1 rue X',
        postalCode: '69003',
        city: 'Lyon',
        country: 'FR',
        contact: 'Claire',
        email: 'c@a.example',
        phone: '04',
        notes: 'ok',
        segment: 'Export',
        salesperson: 'Anna Keller',
      },
      {
        line: 3,
        code: 'C2',
        name: 'Beta',
        siren: '',
        vatNumber: '',
        language: null,
        terms: null,
        street: '',
        postalCode: '',
        city: '',
        country: null,
        contact: '',
        email: '',
        phone: '',
        notes: '',
        segment: '',
        salesperson: '',
      },
    ])
  })

  it.each([
    [',,', 0],
    ['C1,,Lyon', 1],
    [`C1,${'x'.repeat(201)},Lyon`, 1],
  ])('a row %#', async (row, count) => {
    const { problems } = await read(`code,name,city\n${row}\n`)
    expect(problems).toHaveLength(count)
  })
})

describe('the examples to download', () => {
  it.each([
    ['items', 'csv'],
    ['items', 'xlsx'],
    ['customers', 'csv'],
    ['customers', 'xlsx'],
  ] as const)('%s as %s are recognised and read back without a problem', async (kind, format) => {
    const { name, bytes } = await templateExample(kind, format)
    expect(name).toBe(`encours-${kind}.${format}`)
    const back = await read(new Blob([new Uint8Array(bytes)]))
    expect(back.format).toBe(kind)
    expect(back.problems).toEqual([])
    expect(kind === 'items' ? back.items.length : back.customers.length).toBeGreaterThan(2)
  })

  test('say the same in both formats', async () => {
    for (const kind of ['items', 'customers'] as const) {
      const [csv, xlsx] = await Promise.all(
        (['csv', 'xlsx'] as const).map(async (format) =>
          read(new Blob([new Uint8Array((await templateExample(kind, format)).bytes)])),
        ),
      )
      expect(xlsx).toEqual(csv)
    }
  })
})

describe('refused whole', () => {
  test('a file without rows', async () => {
    await expect(
      readItemsTemplate(readRows(sourceOf('\n\n'), { container: 'text', separator: ',', encoding: 'utf-8' }), {
        dayFirst: false,
        currency: 'EUR',
      }).next(),
    ).rejects.toMatchObject({ code: 'import.empty' })
  })

  test('a file of another kind', async () => {
    await expect(
      readItemsTemplate(readRows(sourceOf('a,b\n1,2'), { container: 'text', separator: ',', encoding: 'utf-8' }), {
        dayFirst: false,
        currency: 'EUR',
      }).next(),
    ).rejects.toMatchObject({ code: 'import.format-unknown' })
  })
})
