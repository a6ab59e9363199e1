import type { Language } from '../kernel/contract.ts'

/** What makes a spreadsheet of the language open the file with a double click. */
export const CSV_MARK = '\uFEFF'

export const csvSeparator = (language: Language): string => (language === 'fr' ? ';' : ',')

/**
 * A leading = + - @ tab or line end starts a formula in a spreadsheet (the full-width signs do in some); an apostrophe
 * before it makes it text. Not for figures, which stay figures.
 */
export const harmless = (text: string): string => (/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text)

/**
 * One line of a CSV. Text is quoted for every separator, as a spreadsheet of another language may open it and would see a
 * formula where its own separator ends a cell.
 */
export const csvLine = (cells: readonly string[], language: Language): string => {
  const separator = csvSeparator(language)
  const quote = (cell: string): string =>
    cell.includes(separator) || /["\r\n]/.test(cell) || (/[,;\t]/.test(cell) && !FIGURE.test(cell))
      ? `"${cell.replaceAll('"', '""')}"`
      : cell
  return `${cells.map(quote).join(separator)}\r\n`
}

const FIGURE = /^-?\d+,\d+$/
