import { setImmediate } from 'node:timers/promises'
import type Sqlite from 'better-sqlite3'
import { sqliteOf } from '../db/connection.ts'
import type { Reader } from '../kernel/context.ts'
import { PARTS } from './privacy.rows.ts'

/** Rows read at a time: between two slices other calls get their turn. */
const SLICE = 20_000
/** Told elsewhere, or never text. */
const SKIPPED = new Set(['seal', 'audit_entry', 'audit_change', 'audit_subject', 'document'])

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** Where the book still tells one of some texts, in rows that are not of the customer: how many by table. */
export const mentionsOf = async (
  db: Reader,
  customerId: string,
  needles: readonly string[],
): Promise<{ table: string; rows: number }[]> => {
  if (needles.length === 0) return []
  const sqlite = sqliteOf(db)
  const found: { table: string; rows: number }[] = []
  for (const { table, columns, numbered } of textTables(sqlite)) {
    const text = `lower(concat_ws(' ', ${columns.map((column) => `t.${quoted(column)}`).join(', ')}))`
    const said = needles.map(() => `instr(${text}, ?) > 0`).join(' OR ')
    const part = PARTS.find((one) => one.table === table)
    const others = part ? ` AND NOT (${part.of.replaceAll('@id', `'${customerId.replaceAll("'", "''")}'`)})` : ''
    const lower = needles.map((needle) => needle.toLowerCase())
    const count = sqlite
      .prepare(
        `SELECT count(*) FROM ${quoted(table)} t WHERE ${numbered ? 't.rowid > ? AND t.rowid <= ? AND ' : ''}(${said})${others}`,
      )
      .pluck()
    const last = numbered
      ? ((sqlite
          .prepare(`SELECT max(rowid) FROM ${quoted(table)}`)
          .pluck()
          .get() as number | null) ?? 0)
      : 1
    let rows = 0
    for (let from = 0; from < last; from += SLICE) {
      rows += Number(numbered ? count.get(from, from + SLICE, ...lower) : count.get(...lower))
      await setImmediate()
      if (!numbered) break
    }
    if (rows > 0) found.push({ table, rows })
  }
  return found
}

const textTables = (sqlite: Sqlite.Database) => {
  const tables = sqlite
    .prepare(
      `SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
    )
    .all() as { name: string; wr: 0 | 1 }[]
  return tables
    .filter(({ name }) => !SKIPPED.has(name))
    .map(({ name, wr }) => ({
      table: name,
      numbered: wr === 0,
      columns: (
        sqlite.prepare('SELECT name, type FROM pragma_table_info(?)').all(name) as { name: string; type: string }[]
      )
        .filter(({ type }) => type === 'TEXT')
        .map((column) => column.name),
    }))
    .filter(({ columns }) => columns.length > 0)
}
