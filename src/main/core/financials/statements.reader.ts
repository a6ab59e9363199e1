import { type DecimalMark, decimalOf, parseLocalAmount, parseLocalDay } from '../imports/readers/local-values.rules.ts'
import type { Row } from '../imports/readers/rows.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { LARGEST_AMOUNT } from '../kernel/money.ts'
import { fold } from '../kernel/text.ts'
import type { StatementLine } from './figure-keys.schema.ts'
import type { StatementInput } from './financials.contract.ts'
import { lineOf, type MetaField, metaOf, speaksInBoxes } from './line-names.rules.ts'

/** A statement as a table tells it; empty texts and nulls where it does not. */
export type ReadStatement = {
  /** Where it begins, for messages. */
  line: number
  customer: string
  siren: string
  closedOn: Day
  months: number
  currency: string | null
  source: string
  audited: boolean
  consolidated: boolean
  lines: StatementInput['lines']
}

/** One cell of one statement, whichever way the table runs. */
type Cell = { line: number; text: string }
/** A statement before it is understood: its cells by what they are. */
type Raw = { line: number; meta: Map<MetaField, Cell>; lines: Map<StatementLine, Cell[]> }

const refuse = (reason: string, { line, text }: Cell, field: string): Refusal =>
  new Refusal('financials.unreadable', `line ${line}, ${field}: ${text}`, { reason, line, field, value: text })

const BLANK = /^(?:|[-–—]+|n\.?\s?[cads]\.?|n\/a|néant|nil)$/i
const isBlank = (text: string): boolean => BLANK.test(text.trim())

const YEAR = /^(?:exercice\s*|exer\.?\s*|fy\s*)?(\d{4})$/i

/** `31/12/2025`, `2025-12-31`, or the year alone for its last day. */
const closingOf = (text: string): Day | null => {
  const year = YEAR.exec(text.trim())?.[1]
  if (year) return Number(year) >= 1900 && Number(year) < 2100 ? `${year}-12-31` : null
  return /\d/.test(text) ? parseLocalDay(text.trim(), 'dmy') : null
}

const rawAt = (line: number): Raw => ({ line, meta: new Map(), lines: new Map() })

const put = (raw: Raw, name: StatementLine, cell: Cell): void => {
  if (!isBlank(cell.text)) raw.lines.set(name, [...(raw.lines.get(name) ?? []), cell])
}

/** The first cells of a row: the box, its label, or both. */
const NAMES = 2

const nameOf = <T>(cells: readonly string[], first: number, read: (cell: string) => T | null): T | null => {
  for (const cell of cells.slice(0, Math.min(NAMES, first))) {
    const found = read(cell)
    if (found !== null) return found
  }
  return null
}

/** One statement a column, one line a row. Null when no row tells closing days. */
const byColumns = (rows: readonly Row[], ignored: Set<string>): Raw[] | null => {
  const closing = rows.find(({ cells }) => cells.slice(1).some((cell) => closingOf(cell) !== null))
  if (!closing) return null
  const columns = closing.cells.flatMap((cell, at) => (at > 0 && closingOf(cell) !== null ? [at] : []))
  const first = columns[0] as number
  const inBoxes = speaksInBoxes(rows.map(({ cells }) => cells[0] ?? ''))
  const statements = new Map(columns.map((at) => [at, rawAt(closing.line)]))
  for (const { line, cells } of rows) {
    const at = (column: number): Cell => ({ line, text: (cells[column] ?? '').trim() })
    if (line === closing.line) {
      for (const [column, raw] of statements) raw.meta.set('closedOn', at(column))
      continue
    }
    const meta = nameOf(cells, first, metaOf)
    if (meta && meta !== 'closedOn') {
      for (const [column, raw] of statements) if (at(column).text !== '') raw.meta.set(meta, at(column))
      continue
    }
    const name = nameOf(cells, first, (cell) => lineOf(cell, inBoxes))
    if (name) for (const [column, raw] of statements) put(raw, name, at(column))
    else if (columns.some((column) => /\d/.test(cells[column] ?? ''))) ignored.add(titleOf(cells, first))
  }
  return [...statements.values()]
}

const titleOf = (cells: readonly string[], first: number): string =>
  cells
    .slice(0, first)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' ')
    .slice(0, 120)

/** One statement a row, its lines in columns. Null when no row is such a header. */
const byRows = (rows: readonly Row[], ignored: Set<string>): Raw[] | null => {
  for (const [place, { cells: header }] of rows.entries()) {
    const inBoxes = speaksInBoxes(header)
    const columns = header.map((cell) => ({ meta: metaOf(cell), name: lineOf(cell, inBoxes), title: cell.trim() }))
    if (!columns.some(({ meta }) => meta === 'closedOn') || !columns.some(({ name }) => name)) continue
    for (const { meta, name, title } of columns) if (!meta && !name && title !== '') ignored.add(title.slice(0, 120))
    return rows.slice(place + 1).flatMap(({ line, cells }) => {
      if (cells.every((cell) => cell.trim() === '')) return []
      const raw = rawAt(line)
      for (const [at, { meta, name }] of columns.entries()) {
        const cell = { line, text: (cells[at] ?? '').trim() }
        if (meta) {
          if (cell.text !== '') raw.meta.set(meta, cell)
        } else if (name) put(raw, name, cell)
      }
      return [raw]
    })
  }
  return null
}

const YES = new Set(['oui', 'o', 'yes', 'y', 'vrai', 'true', 'x', '1'])
const NO = new Set(['non', 'n', 'no', 'faux', 'false', '0'])

const yesNo = (cell: Cell | undefined, field: string): boolean => {
  if (!cell) return false
  const word = fold(cell.text)
  if (!YES.has(word) && !NO.has(word)) throw refuse('yes-no', cell, field)
  return YES.has(word)
}

const monthsOf = (cell: Cell | undefined): number => {
  if (!cell) return 12
  const months = /^\d{1,2}$/.test(cell.text) ? Number(cell.text) : 0
  if (months < 1 || months > 24) throw refuse('months', cell, 'months')
  return months
}

const currencyOf = (cell: Cell | undefined): string | null => {
  if (!cell) return null
  const code = cell.text.toUpperCase()
  if (!/^[A-Z]{3}$/.test(code)) throw refuse('currency', cell, 'currency')
  return code
}

type Amounts = { mark: DecimalMark; unit: number }

const amountOf = (cells: readonly Cell[], name: string, currency: string, { mark, unit }: Amounts): number => {
  const amounts = cells.map((cell) => {
    const amount = parseLocalAmount(cell.text, mark, currency)
    if (amount === null || Math.abs(amount * unit) > LARGEST_AMOUNT) throw refuse('amount', cell, name)
    return { cell, amount: amount * unit }
  })
  const other = amounts.find(({ amount }) => amount !== amounts[0]?.amount)
  if (other) throw refuse('line-twice', other.cell, name)
  return amounts[0]?.amount ?? 0
}

const markOf = (raws: readonly Raw[]): DecimalMark => {
  const cells = raws.flatMap(({ lines }) => [...lines].flatMap(([name, own]) => own.map((cell) => ({ name, cell }))))
  const mark = decimalOf(cells.map(({ cell }) => cell.text))
  if (mark === 'comma' || mark === 'dot') return mark
  const doubtful = cells.find(({ cell }) => /[.,]/.test(cell.text))
  if (mark === 'ambiguous' && doubtful) throw refuse('amount-ambiguous', doubtful.cell, doubtful.name)
  return 'dot'
}

/**
 * The statements of a table, of either shape: a column each under its closing day, or a row each under the names of its
 * lines. Blank cells are lines that are not told. `unit` is 1, or 1,000 for a table in thousands; `currency` that of
 * statements that name none. Refuses `financials.no-lines` and `financials.unreadable`, with line and reason.
 */
export const readStatements = (
  rows: readonly Row[],
  { unit, currency }: { unit: number; currency: string },
): { statements: ReadStatement[]; ignored: string[] } => {
  const ignored = new Set<string>()
  const raws = (byRows(rows, ignored) ?? byColumns(rows, ignored) ?? []).filter(({ lines }) => lines.size > 0)
  if (raws.length === 0)
    throw new Refusal('financials.no-lines', 'no closing day with a line that the program knows', {})
  const amounts = { mark: markOf(raws), unit }
  const statements = raws.map(({ line, meta, lines }): ReadStatement => {
    const closing = meta.get('closedOn')
    const closedOn = closing && closingOf(closing.text)
    if (!closing || !closedOn) throw refuse('day', closing ?? { line, text: '' }, 'closedOn')
    const own = currencyOf(meta.get('currency'))
    return {
      line,
      customer: meta.get('customer')?.text ?? '',
      siren: meta.get('siren')?.text ?? '',
      closedOn,
      months: monthsOf(meta.get('months')),
      currency: own,
      source: (meta.get('source')?.text ?? '').slice(0, 120),
      audited: yesNo(meta.get('audited'), 'audited'),
      consolidated: yesNo(meta.get('consolidated'), 'consolidated'),
      lines: Object.fromEntries(
        [...lines].map(([name, cells]) => [name, amountOf(cells, name, own ?? currency, amounts)]),
      ),
    }
  })
  return { statements, ignored: [...ignored] }
}
