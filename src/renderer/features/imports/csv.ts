import type { Language } from '../../../main/core/kernel/contract.ts'
import { CSV_MARK, csvLine, harmless } from '../../../main/core/tables/csv.rules.ts'

/** A CSV of texts that a spreadsheet of the language opens with a double click: semicolons in French, UTF-8 with its mark. */
export const csvText = (rows: readonly (readonly string[])[], language: Language): string =>
  CSV_MARK + rows.map((row) => csvLine(row.map(harmless), language)).join('')

export const csvFile = (rows: readonly (readonly string[])[], language: Language): Blob =>
  new Blob([csvText(rows, language)], { type: 'text/csv;charset=utf-8' })
