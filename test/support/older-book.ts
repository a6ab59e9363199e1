import Sqlite from 'better-sqlite3'
import type { Kysely } from 'kysely'
import { connect } from '../../src/main/core/db/connection.ts'
import { migrations } from '../../src/main/core/db/migrations/index.ts'

/** A book as version 1 of its format had it: the rows of another, in the columns that there were. */
export const writeVersion1 = async (path: string, from: string): Promise<void> => {
  const sqlite = new Sqlite(path)
  const db = connect(sqlite)
  const source = new Sqlite(from, { readonly: true })
  sqlite.pragma(`application_id = ${source.pragma('application_id', { simple: true })}`)
  await db.transaction().execute(async (trx) => {
    await migrations[0]?.up(trx as unknown as Kysely<unknown>)
    sqlite.pragma('user_version = 1')
  })
  sqlite.pragma('foreign_keys = OFF')
  for (const table of tablesOf(sqlite)) {
    const rows = readRows(source, table, columnsOf(sqlite, table))
    for (const row of rows) sqlite.prepare(`INSERT INTO ${table} VALUES (${row.map(() => '?').join(', ')})`).run(...row)
  }
  source.close()
  await db.destroy()
  if (sqlite.open) sqlite.close()
}

export const tablesOf = (sqlite: Sqlite.Database): string[] =>
  sqlite
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'customer_search%'",
    )
    .pluck()
    .all() as string[]

export const columnsOf = (sqlite: Sqlite.Database, table: string): string[] =>
  sqlite.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[]

/** Columns that later versions hold in other words. */
const SAID_OTHERWISE: Record<string, string> = { needs_confirmation: "approval <> 'none'" }

export const readRows = (sqlite: Sqlite.Database, table: string, columns: readonly string[]): unknown[][] => {
  const there = new Set(columnsOf(sqlite, table))
  const read = columns.map((column) => (there.has(column) ? column : (SAID_OTHERWISE[column] ?? column)))
  return sqlite
    .prepare(`SELECT ${read.join(', ')} FROM ${table}`)
    .raw()
    .all() as unknown[][]
}
