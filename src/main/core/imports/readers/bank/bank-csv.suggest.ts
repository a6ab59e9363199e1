import { type BankField, type BankMapping, bankFields, bankMappingSchema } from '../../bank-mapping.schema.ts'
import type { ColumnReference } from '../../mapping.schema.ts'
import { layoutSignature, normaliseHeader } from '../headers.ts'
import { dateOrderOf, decimalOf } from '../local-values.rules.ts'
import { isBlank, type Row } from '../rows.ts'
import { bankHeader, bankSynonyms, findBankHeader } from './bank-csv.headers.ts'
import { LONGEST } from './values.ts'

/** What the file does not say and the user must. */
type BankMappingQuestion = 'header' | 'date' | 'amount' | 'date-order' | 'decimal'

export type BankSuggestion = { mapping: BankMapping; header: string[]; questions: BankMappingQuestion[] }

type Found = Partial<Record<BankField, number>>

/** Columns by field: each field takes its most telling header, each header goes to one field. */
const matchColumns = (header: readonly string[]): Found => {
  const names = header.map(bankHeader)
  const candidates = bankFields.flatMap((field) =>
    bankSynonyms[field].flatMap((word, rank) =>
      names.flatMap((name, column) => (name === word ? [{ field, rank, column }] : [])),
    ),
  )
  const found: Found = {}
  const taken = new Set<number>()
  for (const { field, column } of candidates.sort((a, b) => a.rank - b.rank)) {
    if (found[field] !== undefined || taken.has(column)) continue
    found[field] = column
    taken.add(column)
  }
  // A lone date may be called by its value; a second text without a first is the first.
  if (found.booked === undefined && found.valued !== undefined) {
    found.booked = found.valued
    delete found.valued
  }
  for (const [empty, full] of [
    ['label', 'label2'],
    ['label', 'label3'],
    ['label2', 'label3'],
  ] as const) {
    if (found[empty] !== undefined || found[full] === undefined) continue
    found[empty] = found[full]
    delete found[full]
  }
  return found
}

const reference = (header: readonly string[], column: number): ColumnReference => {
  const name = header[column] ?? ''
  const repeated = header.filter((other) => normaliseHeader(other) === normaliseHeader(name)).length > 1
  return normaliseHeader(name) === '' || repeated ? column : name.trim()
}

/**
 * Proposes how a bank's CSV file is to be read, from its first rows: header and columns by their names in French and
 * English, date order and decimal mark by the values. What cannot be told is asked, with a French reading as the default.
 */
export const suggestBankMapping = (
  sample: readonly Row[],
  { separator, name }: { separator: string | null; name: string },
): BankSuggestion => {
  const at = findBankHeader(sample)
  const header = (sample[at]?.cells ?? []).map((cell) => cell.trim())
  const rows = sample.slice(at + 1).filter((row) => !isBlank(row))
  const found = matchColumns(header)
  const valuesOf = (fields: readonly BankField[]): string[] =>
    fields.flatMap((field) => {
      const column = found[field]
      return column === undefined
        ? []
        : rows.map(({ cells }) => (cells[column] ?? '').trim()).filter((text) => text !== '' && text.length <= LONGEST)
    })
  const dates = dateOrderOf(valuesOf(['booked', 'valued']))
  const decimal = decimalOf(valuesOf(['amount', 'debit', 'credit', 'balance']))
  const questions: BankMappingQuestion[] = []
  if (at < 0) questions.push('header')
  if (found.booked === undefined) questions.push('date')
  if (found.amount === undefined && found.debit === undefined && found.credit === undefined) questions.push('amount')
  if (dates === 'ambiguous') questions.push('date-order')
  if (decimal === 'ambiguous') questions.push('decimal')
  const mapping = bankMappingSchema.parse({
    name,
    signature: layoutSignature(header),
    separator,
    headerRow: sample[at]?.line ?? 0,
    decimal: decimal === 'dot' ? 'dot' : 'comma',
    dateOrder: dates === 'mdy' || dates === 'ymd' ? dates : 'dmy',
    columns: Object.fromEntries(Object.entries(found).map(([field, column]) => [field, reference(header, column)])),
  })
  return { mapping, header, questions }
}
