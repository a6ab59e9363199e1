import type { Language } from '../../../main/core/kernel/contract.ts'

// A spreadsheet runs a cell that begins so as a formula; the quote makes it text.
const guarded = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)

const quoted = (cell: string): string => (/["\n\r;,]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** A CSV that a spreadsheet of the language opens with a double click: semicolons in French, UTF-8 with its mark. */
export const csvText = (rows: readonly (readonly string[])[], language: Language): string => {
  const separator = language === 'fr' ? ';' : ','
  return `\uFEFF${rows.map((row) => row.map((cell) => quoted(guarded(cell))).join(separator)).join('\r\n')}\r\n`
}

export const csvFile = (rows: readonly (readonly string[])[], language: Language): Blob =>
  new Blob([csvText(rows, language)], { type: 'text/csv;charset=utf-8' })
