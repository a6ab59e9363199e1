import type Sqlite from 'better-sqlite3'
import type { Values } from './arbitrary.ts'

/** Tables whose ids a field names that no foreign key is called after. */
const TABLES_OF_FIELD: Record<string, readonly string[]> = {
  keep: ['customer'],
  remove: ['customer'],
  members: ['customer'],
  matchIds: ['allocation'],
  doneTaskIds: ['task'],
  mappingId: ['report_mapping'],
  stepId: ['handover_step'],
  officerId: ['insolvency_officer'],
}

/** Tables whose ids the calls of a slice mean by `id`, where their names do not begin like the slice's. */
const TABLES_OF_SLICE: Record<string, readonly string[]> = {
  documents: ['document'],
  views: ['saved_view'],
  instalments: ['instalment_plan'],
  calls: ['task', 'call'],
  registers: ['register_event'],
  ratings: ['external_rating', 'report_mapping'],
  financials: ['financial_statement'],
  writeoffs: ['write_off'],
  limits: ['credit_limit', 'customer_group', 'credit_block'],
  orders: ['customer_order'],
  dunning: ['dunning_plan', 'dunning_letter', 'hold', 'dunning_approval', 'wording_version'],
  postings: ['posting_slip'],
  reviews: ['credit_review'],
  applications: ['credit_application', 'trade_reference'],
  limitations: ['limitation_act'],
  declarations: ['claim_declaration', 'retention_claim', 'retention_clause', 'retained_goods', 'insolvency_officer'],
  mail: ['mail_message'],
  deliveries: ['delivery'],
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const one = (name: string): string => name.replace(/ies$/, 'y').replace(/s$/, '')
const list = (sqlite: Sqlite.Database, sql: string, ...given: unknown[]): string[] =>
  sqlite
    .prepare(sql)
    .pluck()
    .all(...given) as string[]

/** What the tables of a book are called, and which of them a column refers to. */
export const shapeOf = (sqlite: Sqlite.Database) => {
  const names = list(
    sqlite,
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '%search%' AND name <> 'seal'",
  )
  const columns = new Map<string, { name: string; type: string }[]>()
  const targets = new Map<string, Set<string>>()
  for (const table of names) {
    columns.set(table, sqlite.pragma(`table_info(${table})`) as { name: string; type: string }[])
    for (const { from, table: to } of sqlite.pragma(`foreign_key_list(${table})`) as { from: string; table: string }[])
      targets.set(from, (targets.get(from) ?? new Set()).add(to))
  }
  return { columns, targets }
}
export type BookShape = ReturnType<typeof shapeOf>

/** Customers a slice's calls may be about: twice those its tables already know, then all. */
export const customersOf = (sqlite: Sqlite.Database, { columns }: BookShape, slice: string): string[] => {
  const all = list(sqlite, 'SELECT id FROM customer ORDER BY id')
  const tables = (TABLES_OF_SLICE[slice] ?? []).filter((table) =>
    columns.get(table)?.some(({ name }) => name === 'customer_id'),
  )
  const known = tables.flatMap((table) =>
    list(sqlite, `SELECT DISTINCT customer_id FROM ${table} WHERE customer_id IS NOT NULL LIMIT 12`),
  )
  return [...known, ...known, ...all]
}

/**
 * What a slice's calls may be given from the book as it is: ids by the table a field means, most of them of one
 * customer, so that they belong together; texts and numbers by the name of their column.
 */
export const valuesOf = (
  sqlite: Sqlite.Database,
  { columns, targets }: BookShape,
  slice: string,
  customerId: string,
  rest: Pick<Values, 'files' | 'days'>,
): Values => {
  const known = new Map<string, readonly unknown[]>()
  const once = <T>(key: string, make: () => readonly T[]): readonly T[] => {
    const values = (known.get(key) as readonly T[] | undefined) ?? make()
    known.set(key, values)
    return values
  }
  const has = (table: string, column: string) => columns.get(table)?.some(({ name }) => name === column) ?? false
  const idsIn = (table: string): string[] => {
    if (table === 'customer')
      return [customerId, customerId, customerId, ...list(sqlite, 'SELECT id FROM customer LIMIT 3')]
    const open = table === 'open_item' ? 'settled_on IS NOT NULL,' : ''
    const any = list(sqlite, `SELECT id FROM ${table} ORDER BY ${open} id DESC LIMIT 12`)
    if (!has(table, 'customer_id')) return any
    const own = list(sqlite, `SELECT id FROM ${table} WHERE customer_id = ? ORDER BY ${open} id LIMIT 12`, customerId)
    return [...own, ...own, ...own, ...any.slice(0, 4)]
  }
  const tablesOf = (field: string): readonly string[] => {
    const column = snake(field.replace(/Ids$/, 'Id'))
    const named = TABLES_OF_FIELD[field] ?? [...(targets.get(column) ?? [])]
    if (named.length > 0) return named
    return TABLES_OF_SLICE[slice] ?? [...columns.keys()].filter((table) => table.startsWith(one(slice)))
  }
  const holding = (field: string) => [...columns.keys()].filter((table) => has(table, snake(field)))
  const column = (field: string, type: string) =>
    holding(field).flatMap((table) =>
      list(
        sqlite,
        `SELECT DISTINCT "${snake(field)}" FROM ${table} WHERE typeof("${snake(field)}") = ? LIMIT 20`,
        type,
      ),
    )
  return {
    ...rest,
    ids: (field) =>
      once(`id ${field}`, () =>
        tablesOf(field)
          .filter((table) => has(table, 'id'))
          .flatMap(idsIn)
          .filter((id) => typeof id === 'string'),
      ),
    texts: (field) => once(`text ${field}`, () => column(field, 'text').map(String)),
    numbers: (field) => once(`number ${field}`, () => column(field, 'integer').map(Number)),
  }
}
