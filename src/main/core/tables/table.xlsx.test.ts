import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { harmless } from './csv.rules.ts'
import type { Table } from './table.model.ts'
import { tableXlsx, workbookXlsx } from './table.xlsx.ts'

const HOSTILE = ['=HYPERLINK("http://x","clic")', '+1', '-2+3', '@SUM(A1)', '\t=1', "=cmd|'/c calc'!A0", '</t><f>1</f>']

const table: Table = {
  title: '=1+1',
  subtitle: '@SUM(A1)',
  currency: 'EUR',
  columns: [
    { label: '=A1', kind: 'text' },
    { label: 'Solde', kind: 'amount' },
    { label: 'Jours', kind: 'number' },
    { label: 'Échéance', kind: 'day' },
  ],
  rows: HOSTILE.map((text) => ({ cells: [text, -5, 3, '2026-03-31'] })),
  totals: { cells: ['-Total', -35, null, null] },
  footnotes: ['=1+1'],
}

test('no cell of a workbook is a formula, a link or code; amounts, counts and days are figures', async () => {
  expect(
    HOSTILE.slice(0, 6)
      .map(harmless)
      .every((text) => text.startsWith("'")),
  ).toBe(true)
  const parts = unzipSync(await tableXlsx(table))
  const names = Object.keys(parts)
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] as Uint8Array)
  for (const name of names) expect(name).not.toMatch(/vba|macro|externalLink|activeX|embeddings/i)
  expect(sheet).not.toMatch(/<f[ >/]|<hyperlink/)
  const cells = [...sheet.matchAll(/<c [^>]*?r="([A-Z])(\d+)"[^>]*?(?:\/>|>(.*?)<\/c>)/g)]
  const isFigure = (cell: RegExpMatchArray | undefined) => !/t="(s|str|inlineStr)"/.test(cell?.[0] ?? '')
  for (const [index] of HOSTILE.entries()) {
    const row = cells.filter(([, , line]) => Number(line) === 5 + index)
    expect(row.map(isFigure)).toEqual([false, true, true, true])
    expect(row[1]?.[3]).toBe('<v>-0.05</v>')
  }
})

test('many tables are a sheet each, named by their titles, each name once and short enough', async () => {
  const long = 'Where all of the bad debts came from: every [origin]'
  const parts = unzipSync(await workbookXlsx([table, { ...table, title: long }, { ...table, title: long }]))
  const workbook = strFromU8(parts['xl/workbook.xml'] as Uint8Array)
  const names = [...workbook.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name ?? '')
  expect(names).toHaveLength(3)
  expect(new Set(names).size).toBe(3)
  for (const name of names.slice(1)) {
    expect(name.length).toBeLessThanOrEqual(31)
    expect(name).not.toMatch(/[[\]:/?*\\]/)
  }
  expect(Object.keys(parts).filter((name) => name.startsWith('xl/worksheets/sheet'))).toHaveLength(3)
})
