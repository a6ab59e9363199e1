import writeXlsxFile, { type CellObject } from 'write-excel-file/node'
import { decimalsOf, toDecimal } from '../kernel/money.ts'
import type { Cell, Column, Row, Table } from './table.model.ts'

const BOLD = { fontWeight: 'bold' } as const

/** A table as a workbook: amounts and days are real numbers and dates, text is never a formula. */
export const tableXlsx = (table: Table): Promise<Uint8Array> => workbookXlsx([table])

/** Many tables as one workbook, a sheet each in their order, named by their titles. */
export const workbookXlsx = async (tables: readonly Table[]): Promise<Uint8Array> => {
  const names = sheetNames(tables.map(({ title }) => title))
  const sheets = tables.map((table, index) => ({
    data: dataOf(table) as CellObject[][],
    columns: table.columns.map((column) => ({ width: column.kind === 'text' ? 28 : 14 })),
    stickyRowsCount: 4,
    sheet: names[index] ?? '',
  }))
  return new Uint8Array(await writeXlsxFile(sheets).toBuffer())
}

const MOST_LETTERS = 31

/** What a spreadsheet takes as the name of a sheet: 31 letters, none of them reserved, each name once. */
const sheetNames = (titles: readonly string[]): string[] => {
  const taken = new Set<string>()
  return titles.map((title) => {
    const plain = title.replace(/[\\/?*[\]:]/g, ' ')
    let name = plain.slice(0, MOST_LETTERS)
    for (let at = 2; taken.has(name.toLowerCase()); at++) name = `${plain.slice(0, MOST_LETTERS - 4)} (${at})`
    taken.add(name.toLowerCase())
    return name
  })
}

const dataOf = (table: Table) => {
  const cellsOf = (row: Row, style: object) =>
    row.cells.map((cell, index) => cellOf(cell, table.columns[index], row.currency ?? table.currency, style))
  const header = table.columns.map(
    (column): CellObject => ({
      type: String,
      value: column.label,
      align: column.kind === 'text' ? 'left' : 'right',
      bottomBorderStyle: 'thin',
      ...BOLD,
    }),
  )
  return [
    [{ type: String, value: table.title, fontSize: 14, ...BOLD }],
    [{ type: String, value: table.subtitle }],
    [],
    header,
    ...table.rows.map((row) => cellsOf(row, {})),
    ...(table.totals ? [cellsOf(table.totals, { ...BOLD, topBorderStyle: 'thin' })] : []),
    ...table.footnotes.map((text) => [{ type: String, value: text }]),
  ]
}

const cellOf = (cell: Cell, column: Column | undefined, currency: string, style: object): CellObject | null => {
  if (cell === null) return null
  switch (column?.kind) {
    case 'amount': {
      const decimals = decimalsOf(currency)
      return {
        type: Number,
        value: Number(toDecimal(Number(cell), currency)),
        format: decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`,
        align: 'right',
        ...style,
      }
    }
    case 'number':
      return { type: Number, value: Number(cell), align: 'right', ...style }
    case 'day':
      return { type: Date, value: new Date(`${cell}T00:00:00Z`), format: 'dd/mm/yyyy', align: 'right', ...style }
    default:
      return { type: String, value: String(cell), ...style }
  }
}
