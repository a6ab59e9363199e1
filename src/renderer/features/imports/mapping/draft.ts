import {
  type ColumnReference,
  type CustomerField,
  customerFields,
  type ItemField,
  itemFields,
  type Mapping,
} from '../../../../main/core/imports/imports.contract.ts'

export type Field = ItemField | CustomerField
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

const fieldsOf = (mapping: Mapping) => Object.entries(mapping.columns) as [Field, ColumnReference][]

export const meaningOf = (mapping: Mapping, header: readonly string[], position: number): Meaning => {
  const field = fieldsOf(mapping).find(([, reference]) => positionOf(header, reference) === position)?.[0]
  if (field) return field
  return mapping.buckets.some(({ column }) => positionOf(header, column) === position) ? 'bucket' : null
}

/** The fewest days late of a bucket column; 0 is not due. */
export const bucketDays = (mapping: Mapping, header: readonly string[], position: number): number =>
  mapping.buckets.find(({ column }) => positionOf(header, column) === position)?.daysLate ?? 0

const withoutColumn = (mapping: Mapping, header: readonly string[], position: number): Mapping => ({
  ...mapping,
  columns: Object.fromEntries(fieldsOf(mapping).filter(([, reference]) => positionOf(header, reference) !== position)),
  buckets: mapping.buckets.filter(({ column }) => positionOf(header, column) !== position),
})

/** Gives a column its meaning; a field stands in one column, so the one that had it before loses it. */
export const withMeaning = (
  mapping: Mapping,
  header: readonly string[],
  position: number,
  meaning: Meaning,
): Mapping => {
  const rest = withoutColumn(mapping, header, position)
  const column = referenceOf(header, position)
  if (meaning === null) return rest
  if (meaning === 'bucket') return { ...rest, buckets: [...rest.buckets, { column, daysLate: 0 }] }
  return { ...rest, columns: { ...rest.columns, [meaning]: column } }
}

export const withBucketDays = (
  mapping: Mapping,
  header: readonly string[],
  position: number,
  daysLate: number,
): Mapping => ({
  ...mapping,
  buckets: mapping.buckets.map((bucket) =>
    positionOf(header, bucket.column) === position ? { ...bucket, daysLate } : bucket,
  ),
})

const sameInBoth: [ItemField, CustomerField][] = [
  ['customerCode', 'code'],
  ['customerName', 'name'],
]

/** Reads the file as customers instead of receivables, or the reverse; what both know of the customer is kept. */
export const withTarget = (mapping: Mapping, target: Mapping['target']): Mapping => {
  const renamed = new Map<Field, Field>(
    sameInBoth.map(([item, customer]) => (target === 'customers' ? [item, customer] : [customer, item])),
  )
  const known: readonly string[] = target === 'customers' ? customerFields : itemFields
  const columns = fieldsOf(mapping)
    .map(([field, reference]) => [renamed.get(field) ?? field, reference] as const)
    .filter(([field]) => known.includes(field))
  return {
    ...mapping,
    target,
    columns: Object.fromEntries(columns),
    buckets: target === 'customers' ? [] : mapping.buckets,
  }
}

/** Drops columns that the file does not have once it is read with another separator, sheet or header row. */
export const withinHeader = (mapping: Mapping, header: readonly string[]): Mapping => {
  const there = (reference: ColumnReference) => {
    const position = positionOf(header, reference)
    return position >= 0 && position < header.length
  }
  if (
    fieldsOf(mapping).every(([, reference]) => there(reference)) &&
    mapping.buckets.every(({ column }) => there(column))
  )
    return mapping
  return {
    ...mapping,
    columns: Object.fromEntries(fieldsOf(mapping).filter(([, reference]) => there(reference))),
    buckets: mapping.buckets.filter(({ column }) => there(column)),
  }
}

export type Missing = 'missingAmount' | 'missingCustomer' | 'asOf'

/** What no row can be read without. */
export const missingOf = ({ target, columns, buckets, groupRows, constants }: Mapping): Missing[] => {
  const has = (...fields: Field[]) => fields.some((field) => columns[field] !== undefined)
  if (target === 'customers') return has('code', 'name') ? [] : ['missingCustomer']
  const missing: Missing[] = []
  if (!has('customerCode', 'customerName') && !groupRows) missing.push('missingCustomer')
  if (!has('amount', 'open', 'debit', 'credit', 'unitAmount') && buckets.length === 0) missing.push('missingAmount')
  if (buckets.length > 0 && !constants.asOf) missing.push('asOf')
  return missing
}
