import { type BankField, type BankMapping, bankFields } from '../../../../main/core/imports/bank-mapping.schema.ts'
import {
  type ColumnReference,
  type CustomerField,
  customerFields,
  type ItemField,
  itemFields,
  type Mapping,
} from '../../../../main/core/imports/imports.contract.ts'

/** What the user says of a table: receivables, customers, or the movements of a bank account. */
export type BankDraft = BankMapping & { target: 'bank' }
export type Draft = Mapping | BankDraft
export type Target = Draft['target']
export const isBank = (draft: Draft): draft is BankDraft => draft.target === 'bank'

export type Field = ItemField | CustomerField | BankField
/** What a column holds: a field, a bucket of an aged balance, or nothing that is taken. */
export type Meaning = Field | 'bucket' | null

const folded = (name: string): string => name.trim().toLowerCase()

/** By its header, or by its position where headers repeat or are missing. */
export const referenceOf = (header: readonly string[], position: number): ColumnReference => {
  const name = header[position]?.trim() ?? ''
  const repeated = header.filter((other) => folded(other) === folded(name)).length > 1
  return name === '' || repeated ? position : name
}

const positionOf = (header: readonly string[], reference: ColumnReference): number =>
  typeof reference === 'number' ? reference : header.findIndex((name) => folded(name) === folded(reference))

const fieldsOf = (mapping: Draft) => Object.entries(mapping.columns) as [Field, ColumnReference][]
const bucketsOf = (mapping: Draft): Mapping['buckets'] => (isBank(mapping) ? [] : mapping.buckets)

/** With other columns; a table of a bank has no buckets. */
const withColumns = <D extends Draft>(
  mapping: D,
  columns: readonly (readonly [Field, ColumnReference])[],
  buckets: Mapping['buckets'],
): D => ({ ...mapping, columns: Object.fromEntries(columns), ...(isBank(mapping) ? {} : { buckets }) })

export const meaningOf = (mapping: Draft, header: readonly string[], position: number): Meaning => {
  const field = fieldsOf(mapping).find(([, reference]) => positionOf(header, reference) === position)?.[0]
  if (field) return field
  return bucketsOf(mapping).some(({ column }) => positionOf(header, column) === position) ? 'bucket' : null
}

/** The fewest days late of a bucket column; 0 is not due. */
export const bucketDays = (mapping: Draft, header: readonly string[], position: number): number =>
  bucketsOf(mapping).find(({ column }) => positionOf(header, column) === position)?.daysLate ?? 0

const withoutColumn = <D extends Draft>(mapping: D, header: readonly string[], position: number): D =>
  withColumns(
    mapping,
    fieldsOf(mapping).filter(([, reference]) => positionOf(header, reference) !== position),
    bucketsOf(mapping).filter(({ column }) => positionOf(header, column) !== position),
  )

/** Gives a column its meaning; a field stands in one column, so the one that had it before loses it. */
export const withMeaning = <D extends Draft>(
  mapping: D,
  header: readonly string[],
  position: number,
  meaning: Meaning,
): D => {
  const rest = withoutColumn(mapping, header, position)
  const column = referenceOf(header, position)
  if (meaning === null) return rest
  if (meaning === 'bucket') return withColumns(rest, fieldsOf(rest), [...bucketsOf(rest), { column, daysLate: 0 }])
  return withColumns(
    rest,
    [...fieldsOf(rest).filter(([field]) => field !== meaning), [meaning, column]],
    bucketsOf(rest),
  )
}

export const withBucketDays = <D extends Draft>(
  mapping: D,
  header: readonly string[],
  position: number,
  daysLate: number,
): D =>
  withColumns(
    mapping,
    fieldsOf(mapping),
    bucketsOf(mapping).map((bucket) =>
      positionOf(header, bucket.column) === position ? { ...bucket, daysLate } : bucket,
    ),
  )

/** Fields that stand for the same in two kinds of file, by the kind each belongs to. */
const same: Partial<Record<Target, Field>>[] = [
  { items: 'customerCode', customers: 'code' },
  { items: 'customerName', customers: 'name', bank: 'party' },
  { items: 'issued', bank: 'booked' },
]
const known: Record<Target, readonly string[]> = { items: itemFields, customers: customerFields, bank: bankFields }

/** Reads the file as something else; what both kinds know is kept. */
export const withTarget = (mapping: Draft, target: Target): Draft => {
  const renamed = (field: Field): Field => same.find((names) => names[mapping.target] === field)?.[target] ?? field
  const columns = fieldsOf(mapping)
    .map(([field, reference]) => [renamed(field), reference] as const)
    .filter(([field]) => known[target].includes(field))
  const { name, separator, encoding, headerRow, decimal, dateOrder } = mapping
  const reading = { name, separator, encoding, headerRow, decimal, dateOrder, columns: Object.fromEntries(columns) }
  const { currency } = mapping.constants
  const constants = currency ? { currency } : {}
  if (target === 'bank') return { ...reading, constants, target }
  const rest = isBank(mapping)
    ? { sheet: null, groupRows: false, rowIs: 'row' as const, constants }
    : { sheet: mapping.sheet, groupRows: mapping.groupRows, rowIs: mapping.rowIs, constants: mapping.constants }
  return { ...reading, ...rest, target, buckets: target === 'customers' ? [] : bucketsOf(mapping) }
}

/** Drops columns that the file does not have once it is read with another separator, sheet or header row. */
export const withinHeader = <D extends Draft>(mapping: D, header: readonly string[]): D => {
  const there = (reference: ColumnReference) => {
    const position = positionOf(header, reference)
    return position >= 0 && position < header.length
  }
  const buckets = bucketsOf(mapping)
  if (fieldsOf(mapping).every(([, reference]) => there(reference)) && buckets.every(({ column }) => there(column)))
    return mapping
  return withColumns(
    mapping,
    fieldsOf(mapping).filter(([, reference]) => there(reference)),
    buckets.filter(({ column }) => there(column)),
  )
}

export type Missing = 'missingAmount' | 'missingCustomer' | 'missingDay' | 'asOf'

/** What no row can be read without. */
export const missingOf = (mapping: Draft): Missing[] => {
  const columns: Partial<Record<Field, ColumnReference>> = mapping.columns
  const has = (...fields: Field[]) => fields.some((field) => columns[field] !== undefined)
  const missing: Missing[] = []
  if (isBank(mapping)) {
    if (!has('booked')) missing.push('missingDay')
    if (!has('amount', 'debit', 'credit')) missing.push('missingAmount')
    return missing
  }
  const { target, buckets, groupRows, constants } = mapping
  if (target === 'customers') return has('code', 'name') ? [] : ['missingCustomer']
  if (!has('customerCode', 'customerName') && !groupRows) missing.push('missingCustomer')
  if (!has('amount', 'open', 'debit', 'credit', 'unitAmount') && buckets.length === 0) missing.push('missingAmount')
  if (buckets.length > 0 && !constants.asOf) missing.push('asOf')
  return missing
}
