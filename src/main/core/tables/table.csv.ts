import type { Language } from '../kernel/contract.ts'
import { toDecimal } from '../kernel/money.ts'
import { CSV_MARK, csvLine, harmless } from './csv.rules.ts'
import type { Cell, Column, Row, Table } from './table.model.ts'

/**
 * A table as CSV for a spreadsheet: semicolons and decimal commas in French, commas and dots in English. Text that a
 * spreadsheet would run as a formula is kept as text.
 */
export const tableCsv = (table: Table, language: Language): string => {
  const line = (cells: string[]) => csvLine(cells, language)
  const values = (row: Row) =>
    row.cells.map((cell, index) => textOf(cell, table.columns[index], row.currency ?? table.currency, language))
  const rows = table.totals ? [...table.rows, table.totals] : table.rows
  return (
    CSV_MARK +
    line(table.columns.map((column) => harmless(column.label))) +
    rows.map((row) => line(values(row))).join('')
  )
}

const textOf = (cell: Cell, column: Column | undefined, currency: string, language: Language): string => {
  if (cell === null) return ''
  if (column?.kind === 'amount') {
    const decimal = toDecimal(Number(cell), currency)
    return language === 'fr' ? decimal.replace('.', ',') : decimal
  }
  return column?.kind === 'number' ? String(cell) : harmless(String(cell))
}
