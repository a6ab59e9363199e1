import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import writeWorkbook from 'write-excel-file/universal'
import { variants, writeVariant } from '../../../../../test/support/fec-variants.ts'
import { sharedDataMissing, sharedSource, skippedNote } from '../../../../../test/support/shared-data.ts'
import { Refusal } from '../../kernel/errors.ts'
import { detectFormat } from './detect.ts'
import { readFecReceivables } from './fec.receivables.ts'
import { applyCustomerMapping, applyMapping } from './mapping.apply.ts'
import { suggestMapping } from './mapping.suggest.ts'
import { readRows } from './rows.ts'
import type { Source } from './source.ts'
import { readCustomersTemplate, readItemsTemplate } from './template.reader.ts'

const sourceOf = (file: BlobPart): Source => ({ name: 'file', blob: file instanceof Blob ? file : new Blob([file]) })

describe('a file is recognised by its content', () => {
  it.each([
    ['items', 'template-header', 'kind;number;customer;issued;amount\ninvoice;F1;C1;2026-01-01;1'],
    ['customers', 'template-header', 'code,name,email\nC1,Alpha,a@a.example'],
    ['csv', 'table', 'Client;Montant\nAlpha;1'],
    ['csv', 'table', 'machin;truc\n1;2'],
    ['csv', 'table', 'invoiceNumber,InvoiceAmount'],
    ['unknown', 'no-columns', 'Bonjour, voici la liste'],
    ['unknown', 'markup', '{}'],
    ['unknown', 'markup', '<?xml version="1.0"?>\n<a b="1,2"/>\n<a b="1,2"/>'],
    ['unknown', 'empty', ''],
    ['unknown', 'empty', '\n \n'],
    ['unknown', 'binary', 'a\u0000b'],
    ['unknown', 'old-workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
  ])('%s, %s', async (format, why, content) => {
    expect(await detectFormat(sourceOf(content))).toMatchObject({ format, why })
  })

  it.each(Object.entries(variants))('a ledger: %s', async (_name, changes) => {
    const found = await detectFormat(sourceOf(writeVariant(changes)))
    expect(found).toMatchObject({ format: 'fec', why: 'fec-header' })
    expect(found.header.length).toBeGreaterThanOrEqual(18)
  })

  test('a workbook, with its sheets and first rows', async () => {
    const text = (value: string) => ({ type: String, value })
    const blob = await writeWorkbook([
      {
        data: [
          [text('Client'), text('Montant')],
          [text('Alpha'), { type: Number, value: 5 }],
        ],
        sheet: 'Soldes',
      },
    ]).toBlob()
    expect(await detectFormat(sourceOf(blob))).toMatchObject({
      format: 'xlsx',
      why: 'workbook',
      sheets: ['Soldes'],
      header: ['Client', 'Montant'],
      table: { container: 'workbook', sheet: 'Soldes' },
      sample: [{ line: 1 }, { line: 2, cells: ['Alpha', '5'] }],
    })
  })
})

describe.skipIf(sharedDataMissing)(`real files${skippedNote}`, () => {
  it.each([
    ['fec/000000000FEC20220831.txt', 'fec'],
    ['fec/111111111FEC20221231.TXT', 'fec'],
    ['fec/odoo-layout.txt', 'fec'],
    ['receivables/ibm-accounts-receivable.csv', 'csv'],
    ['registers/dnb_direct_plus_paymentinsight_L3_min_example.json', 'unknown'],
  ])('%s is %s', async (path, format) => {
    const found = await detectFormat(await sharedSource(path))
    expect(found.format).toBe(format)
  })
})

/** Reads a file all the way with whatever takes it for its own, as an import would. */
const readThrough = async (source: Source): Promise<void> => {
  const { format, table, sample, separator } = await detectFormat(source)
  if (format === 'fec') for await (const _ of readFecReceivables(source));
  if (!table) return
  const rows = () => readRows(source, table)
  if (format === 'items')
    for await (const _ of readItemsTemplate(rows(), { dayFirst: separator === ';', currency: 'EUR' }));
  else if (format === 'customers') for await (const _ of readCustomersTemplate(rows()));
  else {
    const { mapping } = suggestMapping(sample, table, 'x')
    if (mapping.target === 'customers') for await (const _ of applyCustomerMapping(rows(), mapping));
    else for await (const _ of applyMapping(rows(), mapping, { currency: 'EUR' }));
  }
}

describe('nothing in a file brings the program down: it is read, or refused', () => {
  const survives = async (bytes: Uint8Array) => {
    try {
      await readThrough(sourceOf(new Uint8Array(bytes)))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
  const text = new TextEncoder()
  const fecHeader =
    'JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise\n'

  it.each([
    ['at random', ''],
    ['after a ledger’s header', fecHeader],
    ['after the items template’s header', 'kind;number;customer;issued;amount;settles\n'],
    ['after the customers template’s header', 'code;name;siren;terms\n'],
    ['after another program’s header', 'N° facture;Date facture;Client;Montant TTC;Date de règlement\n'],
    ['after an aged balance’s header', 'Client;Non échu;1-30;Total\n'],
    ['after the beginning of a workbook', 'PK\u0003\u0004'],
  ])('bytes %s', async (name, head) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), (bytes) =>
        survives(Buffer.concat([text.encode(head), bytes])),
      ),
      { numRuns: name === 'at random' ? 1000 : 150 },
    )
  })

  it.each([
    ['a ledger', fecHeader, '\t'],
    ['the items template', 'kind;number;customer;issued;due;amount;settles;settled_on;settled_amount\n', ';'],
    ['another program’s export', 'N° facture;Date facture;Échéance;Client;Montant TTC;Quantité;Prix unitaire\n', ';'],
  ])('cells at random in %s', async (_name, head, separator) => {
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        '0',
        '1,5',
        '-3',
        '20260101',
        '31/12/2025',
        '2026-01-31',
        '411',
        '512',
        '706',
        'Total',
        '"',
        'é',
        '\r',
        ' ',
      ),
      fc.string({ maxLength: 6 }),
    )
    const table = fc.array(fc.array(cell, { maxLength: 20 }), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(table, (rows) =>
        survives(text.encode(head + rows.map((row) => row.join(separator)).join('\n'))),
      ),
      { numRuns: 250 },
    )
  })
})
