import writeXlsxFile, { type CellObject } from 'write-excel-file/node'
import { decimalsOf, toDecimal } from '../kernel/money.ts'
import type { Cell, Column, Row, Table } from './table.model.ts'

const BOLD = { fontWeight: 'bold' } as const

/** A table as a workbook: amounts and days are real numbers and dates, text is never a formula. */
export const tableXlsx = async (table: Table): Promise<Uint8Array> => {
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
  const data = [
    [{ type: String, value: table.title, fontSize: 14, ...BOLD }],
    [{ type: String, value: table.subtitle }],
    [],
    header,
    ...table.rows.map((row) => cellsOf(row, {})),
    ...(table.totals ? [cellsOf(table.totals, { ...BOLD, topBorderStyle: 'thin' })] : []),
    ...table.footnotes.map((text) => [{ type: String, value: text }]),
  ]
  const columns = table.columns.map((column) => ({ width: column.kind === 'text' ? 28 : 14 }))
  const buffer = await writeXlsxFile(data as CellObject[][], {
    columns,
    stickyRowsCount: 4,
    sheet: table.title.slice(0, 31).replace(/[\\/?*[\]:]/g, ' '),
  }).toBuffer()
  return new Uint8Array(buffer)
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
