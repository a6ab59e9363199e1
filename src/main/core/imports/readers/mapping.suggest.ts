import type { Day } from '../../kernel/day.ts'
import {
  type ColumnReference,
  type CustomerField,
  customerFields,
  type ItemField,
  itemFields,
  type Mapping,
  mappingSchema,
} from '../mapping.schema.ts'
import { bucketOf, customerSynonyms, itemSynonyms, layoutSignature, normaliseHeader } from './headers.ts'
import { isSuppliersWord } from './items.ts'
import { dateOrderOf, decimalOf, parseLocalDay } from './local-values.rules.ts'
import { isBlank, type Row, type TableSource } from './rows.ts'
import { findHeader, isSubHeader, isTotalText, onlyText } from './sniff.ts'

/** What the file does not say and the user must. */
export type MappingQuestion = 'header' | 'amount' | 'customer' | 'date-order' | 'decimal' | 'as-of'

export type Suggestion = { mapping: Mapping; header: string[]; questions: MappingQuestion[] }

type Found<F extends string> = Partial<Record<F, number>>

/** Columns by field: each field takes its most telling header, each header goes to one field. */
const matchHeaders = <F extends string>(
  header: readonly string[],
  fields: readonly F[],
  synonyms: Record<F, readonly string[]>,
): Found<F> => {
  const names = header.map(normaliseHeader)
  const candidates = fields.flatMap((field) =>
    synonyms[field].flatMap((word, rank) =>
      names.flatMap((name, column) => (name === word ? [{ field, rank, column }] : [])),
    ),
  )
  const found: Found<F> = {}
  const taken = new Set<number>()
  for (const { field, column } of candidates.sort((a, b) => a.rank - b.rank)) {
    if (found[field] !== undefined || taken.has(column)) continue
    found[field] = column
    taken.add(column)
  }
  return found
}

const valuesOf = (rows: readonly Row[], columns: readonly (number | undefined)[]): string[] =>
  columns.flatMap((column) =>
    column === undefined ? [] : rows.map(({ cells }) => (cells[column] ?? '').trim()).filter(Boolean),
  )

/** The day that a title gives: "As at 31 March 2026", "au 31/12/2025". */
const dayInTitles = (titles: readonly Row[]): Day | undefined => {
  for (const text of titles.flatMap(({ cells }) => cells)) {
    const match = /(?:^|\s)(\d{1,2}[-/. ](?:\d{1,2}|\p{L}+\.?)[-/. ]\d{2,4}|\d{4}-\d{2}-\d{2})\s*$/u.exec(text.trim())
    const day = match && parseLocalDay(match[1] ?? '', 'dmy')
    if (day) return day
  }
}

/** Customers on rows of their own: a lone text with, under it, rows that leave the customer's column empty. */
const hasGroupRows = (rows: readonly Row[], customerColumn: number | undefined): boolean =>
  rows.some((row, i) => {
    const text = onlyText(row)
    const next = rows[i + 1]
    if (text === null || isTotalText(text, null) || !next || onlyText(next) !== null) return false
    return customerColumn === undefined || (next.cells[customerColumn] ?? '').trim() === ''
  })

const withoutUnused = (
  found: Found<ItemField>,
  rows: readonly Row[],
): { columns: Found<ItemField>; rowIs: Mapping['rowIs'] } => {
  const columns = { ...found }
  const lines = columns.quantity !== undefined && columns.unitAmount !== undefined
  const rowIs = !lines ? 'row' : columns.open === undefined && columns.amount === undefined ? 'line' : 'document'
  if (rowIs !== 'line')
    for (const field of ['quantity', 'unitAmount', 'discount', 'tax'] as const) delete columns[field]
  if (columns.open !== undefined) for (const field of ['paid', 'settledOn'] as const) delete columns[field]
  // "Type" may tell customers from suppliers rather than invoices from credit notes.
  if (columns.kind !== undefined && valuesOf(rows, [columns.kind]).some(isSuppliersWord)) {
    columns.status = columns.kind
    delete columns.kind
  }
  return { columns, rowIs }
}

const reference = (header: readonly string[], column: number): ColumnReference => {
  const name = header[column] ?? ''
  const repeated = header.filter((other) => normaliseHeader(other) === normaliseHeader(name)).length > 1
  return normaliseHeader(name) === '' || repeated ? column : name.trim()
}

/**
 * Proposes how a table is to be read, from its first rows: header, columns by their names in French and English, date
 * order and decimal mark by the values. What cannot be told is asked, with a French reading as the default.
 */
export const suggestMapping = (sample: readonly Row[], table: TableSource, name: string): Suggestion => {
  const at = findHeader(sample)
  const header = (sample[at]?.cells ?? []).map((cell) => cell.trim())
  const below = sample.slice(at + 1).filter((row) => !isBlank(row))
  const rows = below[0] && isSubHeader(below[0]) ? below.slice(1) : below
  const buckets = header.flatMap((title, column) => {
    const daysLate = bucketOf(title)
    return daysLate === null ? [] : [{ column: reference(header, column), daysLate }]
  })

  const asItems = matchHeaders(header, itemFields, itemSynonyms)
  const asCustomers = matchHeaders(header, customerFields, customerSynonyms)
  const { columns, rowIs } = withoutUnused(asItems, rows)
  const measured = [columns.amount, columns.open, columns.debit, columns.credit, columns.unitAmount]
  const perCustomer = columns.number === undefined && columns.issued === undefined && columns.due === undefined
  const isCustomers =
    measured.every((column) => column === undefined) && buckets.length === 0 && asCustomers.name !== undefined
  const customerColumn = columns.customerName ?? columns.customerCode
  const dates = dateOrderOf(valuesOf(rows, [columns.issued, columns.due, columns.settledOn]))
  const agedAmounts = perCustomer ? header.flatMap((title, column) => (bucketOf(title) === null ? [] : [column])) : []
  const marks = decimalOf(valuesOf(rows, [...measured, ...agedAmounts]))
  // A workbook's numbers come with a dot.
  const decimal = table.container === 'workbook' && marks !== 'comma' ? 'dot' : marks
  const asOf = perCustomer && buckets.length > 0 ? dayInTitles(sample.slice(0, at)) : undefined

  const questions: MappingQuestion[] = []
  if (at < 0) questions.push('header')
  if (!isCustomers) {
    const groupRows = hasGroupRows(rows, customerColumn)
    if (customerColumn === undefined && !groupRows) questions.push('customer')
    if (measured.every((column) => column === undefined) && !(perCustomer && buckets.length > 0))
      questions.push('amount')
    if (dates === 'ambiguous') questions.push('date-order')
    if (decimal === 'ambiguous') questions.push('decimal')
    if (perCustomer && buckets.length > 0 && !asOf) questions.push('as-of')
  }
  const chosen: Found<ItemField | CustomerField> = isCustomers ? asCustomers : columns
  const mapping = mappingSchema.parse({
    name,
    target: isCustomers ? 'customers' : 'items',
    signature: layoutSignature(header),
    // Encoding and sheet are left to be found again: next month's file may differ in them.
    separator: table.container === 'text' ? table.separator : null,
    headerRow: sample[at]?.line ?? 0,
    decimal: decimal === 'dot' ? 'dot' : 'comma',
    dateOrder: dates === 'mdy' || dates === 'ymd' ? dates : 'dmy',
    groupRows: !isCustomers && hasGroupRows(rows, customerColumn),
    rowIs,
    columns: Object.fromEntries(Object.entries(chosen).map(([field, column]) => [field, reference(header, column)])),
    buckets: !isCustomers && perCustomer ? buckets : [],
    constants: { asOf, kind: !isCustomers && perCustomer ? 'opening' : undefined },
  })
  return { mapping, header, questions }
}
