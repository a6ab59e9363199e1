import type { CustomerField } from '../mapping.schema.ts'
import { normaliseHeader } from './headers.ts'

export type TemplateKind = 'items' | 'customers'

export const itemColumns = [
  'kind',
  'number',
  'customer',
  'name',
  'issued',
  'due',
  'amount',
  'currency',
  'settles',
  'settled_on',
  'settled_amount',
] as const
export type ItemColumn = (typeof itemColumns)[number]

/** The customers template, column by column, and the field that each fills. */
export const customerColumns: readonly [column: string, field: CustomerField][] = [
  ['code', 'code'],
  ['name', 'name'],
  ['siren', 'siren'],
  ['vat_number', 'vatNumber'],
  ['language', 'language'],
  ['terms', 'terms'],
  ['street', 'street'],
  ['postal_code', 'postalCode'],
  ['city', 'city'],
  ['country', 'country'],
  ['contact', 'contact'],
  ['email', 'email'],
  ['phone', 'phone'],
  ['notes', 'notes'],
  ['segment', 'segment'],
  ['salesperson', 'salesperson'],
]

const NEEDED_ITEM_COLUMNS: ItemColumn[] = ['kind', 'number', 'customer', 'issued', 'amount']

/** Column positions by name, whatever the case, spaces or underscores. */
export const columnPositions = (header: readonly string[]): ReadonlyMap<string, number> =>
  new Map(header.map((name, i) => [normaliseHeader(name).replaceAll(' ', '_'), i] as const).reverse())

/**
 * Whether a header is one of the program's own templates. Customers need every column to be one of theirs: "code" and
 * "name" alone could be anybody's.
 */
export const detectTemplate = (header: readonly string[]): TemplateKind | null => {
  const at = columnPositions(header)
  if (NEEDED_ITEM_COLUMNS.every((column) => at.has(column))) return 'items'
  const known = new Set(customerColumns.map(([column]) => column))
  const own = [...at.keys()].filter((name) => name !== '')
  return at.has('code') && at.has('name') && own.every((name) => known.has(name)) ? 'customers' : null
}
