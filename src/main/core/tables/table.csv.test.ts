import { expect, test } from 'vitest'
import { tableCsv } from './table.csv.ts'
import type { Table } from './table.model.ts'

const table: Table = {
  title: '',
  subtitle: '',
  currency: 'EUR',
  columns: [
    { label: 'Client', kind: 'text' },
    { label: 'Solde', kind: 'amount' },
  ],
  rows: [
    { cells: ['=HYPERLINK("http://x";"clic")', 123456] },
    { cells: ['-2+3', -5] },
    { cells: ['@SUM(A1)', 1] },
    { cells: ['\t=1+1', 1] },
    { cells: ['\r=1+1', 1] },
    { cells: ['\n+1', 1] },
    { cells: [' =1+1', 1] },
    { cells: ['＝1+1', 1] },
    { cells: ['Martin,=1+1', 1] },
    { cells: ['O’Brien = frère - 2', 1] },
    { cells: ['Dupont; fils', null] },
    { cells: ['Tokyo', 1000], currency: 'JPY' },
  ],
  totals: { cells: ['Total', 123451] },
  footnotes: [],
}

test('text that would run as a formula is kept as text, amounts stay numbers', () => {
  expect(tableCsv(table, 'fr').split('\r\n')).toEqual([
    '\uFEFFClient;Solde',
    `"'=HYPERLINK(""http://x"";""clic"")";1234,56`,
    "'-2+3;-0,05",
    "'@SUM(A1);0,01",
    `"'\t=1+1";0,01`,
    `"'\r=1+1";0,01`,
    `"'\n+1";0,01`,
    "' =1+1;0,01",
    "'＝1+1;0,01",
    '"Martin,=1+1";0,01',
    'O’Brien = frère - 2;0,01',
    '"Dupont; fils";',
    'Tokyo;1000',
    'Total;1234,51',
    '',
  ])
})

test('English writes commas and decimal points', () => {
  expect(tableCsv(table, 'en')).toContain("'-2+3,-0.05\r\n")
})
