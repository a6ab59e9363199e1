import { Refusal } from '../../kernel/errors.ts'
import type { ColumnReference, CustomerField, ItemField, Mapping } from '../mapping.schema.ts'
import { layoutSignature, normaliseHeader } from './headers.ts'
import type { Row } from './rows.ts'

const SEARCHED_ROWS = 60

type Field = ItemField | CustomerField

/** What a mapping says of columns, for any set of fields. */
type Located<F extends string> = {
  columns: Partial<Record<F, ColumnReference>>
  buckets?: Mapping['buckets']
  headerRow: number
}

/** A mapping set on a file: where its columns stand, and what they are called there. */
export type Columns<F extends string = Field> = {
  header: string[]
  at: ReadonlyMap<F, number>
  buckets: { column: number; daysLate: number }[]
}

const positionIn = (header: readonly string[], names: readonly string[], reference: ColumnReference): number => {
  if (typeof reference === 'number') return reference
  const exact = header.indexOf(reference)
  return exact >= 0 ? exact : names.indexOf(normaliseHeader(reference))
}

const referencesOf = <F extends string>({ columns, buckets = [] }: Located<F>): ColumnReference[] => [
  ...Object.values<ColumnReference | undefined>(columns).filter((column) => column !== undefined),
  ...buckets.map(({ column }) => column),
]

const resolve = <F extends string>(header: string[], mapping: Located<F>): Columns<F> | null => {
  const names = header.map(normaliseHeader)
  const place = (column: ColumnReference) => positionIn(header, names, column)
  if (referencesOf(mapping).some((column) => place(column) < 0)) return null
  const fields = Object.entries(mapping.columns) as [F, ColumnReference][]
  return {
    header,
    at: new Map(fields.map(([field, column]) => [field, place(column)])),
    buckets: (mapping.buckets ?? []).map(({ column, daysLate }) => ({ column: place(column), daysLate })),
  }
}

/**
 * Finds the header by the names that the mapping uses, so that a title more or less above it does not matter, and
 * returns the rows below it; with columns by position only, the header is where the mapping says. Throws
 * `import.mapping-incomplete` with the columns that the file does not have.
 */
const setColumns = <F extends string>(
  rows: readonly Row[],
  mapping: Located<F>,
): { columns: Columns<F>; body: Row[] } => {
  const named = referencesOf(mapping).filter((column) => typeof column === 'string')
  if (named.length > 0) {
    for (const [i, row] of rows.slice(0, SEARCHED_ROWS).entries()) {
      const columns = resolve(
        row.cells.map((cell) => cell.trim()),
        mapping,
      )
      if (columns) return { columns, body: rows.slice(i + 1) }
    }
  }
  const cells = rows.find(({ line }) => line === mapping.headerRow)?.cells ?? []
  const header = cells.map((cell) => cell.trim())
  const columns = resolve(header, mapping)
  if (columns) return { columns, body: rows.filter(({ line }) => line > mapping.headerRow) }
  const names = header.map(normaliseHeader)
  const missing = named.filter((column) => positionIn(header, names, column) < 0)
  throw new Refusal('import.mapping-incomplete', `The file has no column ${missing.join(', ')}`, { missing })
}

/** Whether a mapping made before is the one for these first rows: by the header it was made for, and no other. */
export const mappingFits = (rows: readonly Row[], mapping: { signature?: string | undefined }): boolean =>
  rows.slice(0, SEARCHED_ROWS).some(({ cells }) => layoutSignature(cells) === mapping.signature)

/** The same over batches: holds rows back until the header is found. */
export async function* belowHeader<F extends string>(
  batches: AsyncIterable<Row[]>,
  mapping: Located<F>,
): AsyncGenerator<{ columns: Columns<F>; rows: Row[] }> {
  let held: Row[] = []
  let columns: Columns<F> | null = null
  for await (const batch of batches) {
    if (columns) {
      yield { columns, rows: batch }
      continue
    }
    held = held.concat(batch)
    if (held.length < SEARCHED_ROWS) continue
    const set = setColumns(held, mapping)
    columns = set.columns
    held = []
    yield { columns, rows: set.body }
  }
  if (columns) return
  const set = setColumns(held, mapping)
  yield { columns: set.columns, rows: set.body }
}
