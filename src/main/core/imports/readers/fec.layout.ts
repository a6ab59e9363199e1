import { parseFecAmount, parseFecDay } from './fec.values.ts'

/** The columns of LPF A47 A-1 by their normalised names; the two pairs of amounts are alternatives. */
const COLUMNS = [
  'journalcode',
  'journallib',
  'ecriturenum',
  'ecrituredate',
  'comptenum',
  'comptelib',
  'compauxnum',
  'compauxlib',
  'pieceref',
  'piecedate',
  'ecriturelib',
  'debit',
  'credit',
  'montant',
  'sens',
  'ecriturelet',
  'datelet',
  'validdate',
  'montantdevise',
  'idevise',
] as const
export type FecColumn = (typeof COLUMNS)[number]

const REQUIRED: FecColumn[] = ['journalcode', 'ecriturenum', 'ecrituredate', 'comptenum', 'ecriturelib']

type FecSeparator = '\t' | '|' | ';' | ','

export type FecLayout = {
  separator: FecSeparator
  /** Column names as the file writes them, without the empty one that a trailing separator makes. */
  header: string[]
  /** Where each column stands, -1 where the file has none. */
  at: Record<FecColumn, number>
  /** Debit and Credit, or Montant and Sens. */
  bySense: boolean
  /** The header ends with a separator; its lines are expected to. */
  trailing: boolean
}

const normalise = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^a-zA-Z]/g, '')
    .toLowerCase()

/** Reads a FEC's first line, its columns in any order; null when it is not one. */
export const detectFec = (firstLine: string): FecLayout | null => {
  for (const separator of ['\t', '|', ';', ','] as const) {
    const cells = firstLine.split(separator).map((cell) => cell.trim())
    const names = cells.map(normalise)
    const at = Object.fromEntries(COLUMNS.map((column) => [column, names.indexOf(column)])) as Record<FecColumn, number>
    const byColumns = at.debit >= 0 && at.credit >= 0
    const bySense = !byColumns && at.montant >= 0 && at.sens >= 0
    if (!(byColumns || bySense) || REQUIRED.some((column) => at[column] < 0)) continue
    const trailing = cells.at(-1) === ''
    return { separator, header: trailing ? cells.slice(0, -1) : cells, at, bySense, trailing }
  }
  return null
}

// Tab and pipe files have no quoting. A spreadsheet that saves one with commas or semicolons adds it.
const splitQuoted = (text: string, separator: string): string[] => {
  const cells: string[] = []
  let from = 0
  while (from <= text.length) {
    const quoted = text[from] === '"' ? /^"((?:[^"]|"")*)"(?=$|[;,])/.exec(text.slice(from)) : null
    if (quoted) {
      cells.push((quoted[1] ?? '').replaceAll('""', '"'))
      from += quoted[0].length + 1
      continue
    }
    const end = text.indexOf(separator, from)
    cells.push(text.slice(from, end < 0 ? text.length : end))
    if (end < 0) return cells
    from = end + 1
  }
  return cells
}

const isDate = (text: string | undefined): boolean => text !== undefined && Boolean(parseFecDay(text.trim()))
const isAmount = (text: string | undefined): boolean =>
  text !== undefined && text.trim() !== '' && parseFecAmount(text) !== null

/** How many of the columns after EcritureLib hold what they should when the label takes `shift` more cells. */
const plausibility = (cells: string[], { at }: FecLayout, shift: number): number => {
  const cell = (column: FecColumn) =>
    at[column] < 0 ? undefined : cells[at[column] > at.ecriturelib ? at[column] + shift : at[column]]
  const checks = [
    isAmount(cell('debit') ?? cell('montant')),
    at.credit >= 0 ? isAmount(cell('credit')) : /^\s*([DC]|[+-]?1)\s*$/i.test(cell('sens') ?? ''),
    isDate(cell('validdate')),
    cell('datelet')?.trim() === '' || isDate(cell('datelet')),
    /^\s*([A-Za-z]{3})?\s*$/.test(cell('idevise') ?? ''),
  ]
  return checks.filter(Boolean).length
}

/** EcritureLib is free text and may hold the separator: the cells too many are put back into it, seen from both ends. */
const rejoined = (cells: string[], layout: FecLayout): string[] | null => {
  const { header, at, separator } = layout
  const spare = cells.length - header.length
  // A comma is also a decimal mark: cells too many would silently become other amounts.
  if (separator === ',') return cells.at(-1)?.trim() === '' && spare === 1 ? cells : null
  const endsWithSeparator = cells.at(-1)?.trim() === ''
  const shifts = endsWithSeparator ? [spare - 1, spare] : [spare]
  const [best] = shifts
    .map((shift) => ({ shift, score: plausibility(cells, layout, shift) }))
    .sort((a, b) => b.score - a.score)
  const shift = best?.shift ?? spare
  if (shift === 0) return cells
  const label = cells.slice(at.ecriturelib, at.ecriturelib + shift + 1).join(separator)
  return [...cells.slice(0, at.ecriturelib), label, ...cells.slice(at.ecriturelib + shift + 1)]
}

/** The cells of a line, one for each column of the header (a trailing separator may add one); null when they cannot be told apart. */
export const splitLine = (text: string, layout: FecLayout): string[] | null => {
  const { separator, header, at, trailing } = layout
  const spreadsheet = separator === ';' || separator === ','
  const cells = spreadsheet && text.includes('"') ? splitQuoted(text, separator) : text.split(separator)
  const expected = trailing ? header.length + 1 : header.length
  if (cells.length === expected || cells.length === header.length) return cells
  if (cells.length > header.length) return rejoined(cells, layout)
  // Editors that trim line ends take the empty last columns away; anything shorter has lost something else.
  const last = Math.max(
    at.ecrituredate,
    at.comptenum,
    at.ecriturelib,
    ...(layout.bySense ? [at.montant, at.sens] : [at.debit, at.credit]),
  )
  return cells.length > last ? cells : null
}
