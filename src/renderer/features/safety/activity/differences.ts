type Row = Record<string, unknown> | null

export type Difference = { column: string; before: unknown; after: unknown }

/** Made from other columns, or the key of the row itself: they tell a reader nothing. */
const SILENT = new Set(['id', 'search', 'sort_name'])

const isEmpty = (value: unknown) => value === null || value === undefined || value === ''

/** Of a row that was changed, the columns that differ; of one that came or went, those that say something. */
export const differences = (before: Row, after: Row): Difference[] =>
  Object.keys(after ?? before ?? {})
    .filter((column) => !SILENT.has(column))
    .map((column) => ({ column, before: before?.[column], after: after?.[column] }))
    .filter(({ before: was, after: is }) => (before && after ? was !== is : before ? !isEmpty(was) : !isEmpty(is)))
