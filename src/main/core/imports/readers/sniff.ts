import { fold } from '../../kernel/text.ts'
import { knownHeaders } from './headers.ts'
import { isBlank, type Row } from './rows.ts'

const separators = [';', '\t', ',', '|'] as const
export type Separator = (typeof separators)[number]

const countOutsideQuotes = (line: string, separator: string): number => {
  let count = 0
  let quoted = false
  for (const char of line) {
    if (char === '"') quoted = !quoted
    else if (char === separator && !quoted) count++
  }
  return count
}

/**
 * The separator under which most lines have the same number of columns; null when none makes two columns. On equal
 * terms a semicolon or a tab wins: a comma may be a decimal mark.
 */
export const detectSeparator = (lines: readonly string[]): Separator | null => {
  const filled = lines.filter((line) => line.trim() !== '')
  let best: { separator: Separator; agreeing: number } | null = null
  for (const separator of separators) {
    const counts = filled.map((line) => countOutsideQuotes(line, separator)).filter((count) => count > 0)
    const byCount = Map.groupBy(counts, (count) => count)
    const agreeing = Math.max(0, ...[...byCount.values()].map((same) => same.length))
    if (agreeing > (best?.agreeing ?? 0)) best = { separator, agreeing }
  }
  return best?.separator ?? null
}

const HEADER_WITHIN = 40

/**
 * Where the header stands: the row with most names that the program knows, two at least, so that titles above it are
 * passed over; else the first row of two cells or more without a digit in any of them. -1 when there is none.
 */
export const findHeader = (rows: readonly Row[]): number => {
  const head = rows.slice(0, HEADER_WITHIN)
  const scores = head.map(({ cells }) => knownHeaders(cells))
  const most = Math.max(0, ...scores)
  if (most >= 2) return scores.indexOf(most)
  return head.findIndex(({ cells }) => {
    const filled = cells.filter((cell) => cell.trim() !== '')
    return filled.length >= 2 && filled.every((cell) => !/\d/.test(cell))
  })
}

/** A second line under a header ("amount | amount | by days"): words only, in two cells or more. */
export const isSubHeader = (row: Row): boolean => {
  const filled = row.cells.filter((cell) => cell.trim() !== '')
  return filled.length >= 2 && filled.every((cell) => !/\d/.test(cell))
}

const TOTAL =
  /^(?:grand |sous |sub ?)?tota(?:l|ux)(?:$|\s*[:(]| (?:for|of|general|generaux|client|clients|outstanding|due|overdue|aged|receivables?|pour)\b)|^(?:% of total|pourcentage)/

/**
 * Whether a text announces a total: "Total", "TOTAL GÉNÉRAL", "Total for 1-30 days", "Total Alpha" under the group Alpha.
 * A customer called "Total Énergies" does not.
 */
export const isTotalText = (text: string, group: string | null): boolean => {
  const name = fold(text).replaceAll('-', ' ')
  return TOTAL.test(name) || (group !== null && (name === `total ${fold(group)}` || name === `${fold(group)} total`))
}

/** The text of a row that has only one, else null: a title, a note, or a party's name above its documents. */
export const onlyText = (row: Row): string | null => {
  const filled = row.cells.filter((cell) => cell.trim() !== '')
  return filled.length === 1 ? (filled[0] ?? '').trim() : null
}

export const withoutBlanks = (rows: readonly Row[]): Row[] => rows.filter((row) => !isBlank(row))
