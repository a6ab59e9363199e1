import type { LetterLanguage } from '../kernel/contract.ts'
import { formatAmount, formatDay } from '../kernel/format.ts'
import type { Cell, Row, Table } from '../tables/table.model.ts'
import { PAGE_WORD } from './letter.words.ts'
import { typographic } from './typography.rules.ts'

/** A report as text in its language, ready for the layout. */
export const tableView = (table: Table, language: LetterLanguage) => {
  const cellsOf = (row: Row) =>
    row.cells.map((cell, index) => textOf(cell, table.columns[index]?.kind, row.currency ?? table.currency, language))
  return {
    language,
    title: table.title,
    subtitle: typographic(table.subtitle, language),
    landscape: table.columns.length > 7,
    columns: table.columns.map((column) => column.label),
    right: table.columns.map((column) => column.kind !== 'text'),
    ages: table.columns.map((column) => column.age ?? null),
    rows: table.rows.map(cellsOf),
    totals: table.totals ? cellsOf(table.totals) : [],
    footnotes: table.footnotes.map((note) => typographic(note, language)),
    pageWord: PAGE_WORD[language],
  }
}

const textOf = (cell: Cell, kind: string | undefined, currency: string, language: LetterLanguage): string => {
  if (cell === null) return ''
  if (kind === 'amount') return cell === 0 ? '–' : formatAmount(Number(cell), currency, language)
  if (kind === 'day') return formatDay(String(cell), language)
  return String(cell)
}
