import type Sqlite from 'better-sqlite3'
import { CompiledQuery, Kysely, type RawBuilder, SqliteDialect } from 'kysely'
import type { Database } from './database.ts'

const BULK = '/* bulk */ '
const ARRAYS = '/* arrays */ '

/**
 * Opens Kysely on a SQLite connection. Statements are prepared once: Kysely prepares anew for each query, which costs
 * more than running most of them.
 */
export const connect = (sqlite: Sqlite.Database): Kysely<Database> => {
  const prepared = new Map<string, Statement>()
  const db = new Kysely<Database>({
    dialect: new SqliteDialect({
      database: {
        close: () => sqlite.close(),
        prepare: (sql) => {
          let statement = prepared.get(sql)
          if (!statement) {
            if (prepared.size > 500) prepared.clear()
            statement = (sql.startsWith(BULK) ? bulk : sql.startsWith(ARRAYS) ? arrays : plain)(sqlite.prepare(sql))
            if (sql === 'rollback') statement = unlessDone(sqlite, statement)
            prepared.set(sql, statement)
          }
          return statement
        },
      },
    }),
  })
  connections.set(db, sqlite)
  return db
}

const connections = new WeakMap<Kysely<Database>, Sqlite.Database>()

/** The connection below, for what goes through every row of a book. */
export const sqliteOf = (db: Kysely<Database>): Sqlite.Database => {
  const sqlite = connections.get(db)
  if (!sqlite) throw new Error('a transaction has no connection of its own')
  return sqlite
}

type Statement = {
  readonly reader: boolean
  all(parameters: readonly unknown[]): unknown[]
  run(parameters: readonly unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint }
  iterate(parameters: readonly unknown[]): IterableIterator<unknown>
}

const plain = (statement: Sqlite.Statement): Statement => ({
  reader: statement.reader,
  all: (parameters) => statement.all(...(parameters as unknown[])),
  run: (parameters) => statement.run(...(parameters as unknown[])),
  iterate: (parameters) => statement.iterate(...(parameters as unknown[])),
})

// A bulk statement takes its rows as parameters and runs once per row, without a promise in between.
const bulk = (statement: Sqlite.Statement): Statement => ({
  ...plain(statement),
  run: (rows) => {
    let changes = 0
    for (const row of rows) changes += statement.run(...(row as unknown[])).changes
    return { changes, lastInsertRowid: 0 }
  },
})

// A full disk makes SQLite roll back by itself: there is nothing left to take back, and the error to tell is the first.
const unlessDone = (sqlite: Sqlite.Database, rollback: Statement): Statement => ({
  ...rollback,
  run: (parameters) => (sqlite.inTransaction ? rollback.run(parameters) : { changes: 0, lastInsertRowid: 0 }),
})

const arrays = (statement: Sqlite.Statement): Statement => plain(statement.raw())

/** The rows of a query as arrays, in the order of its columns: a third faster than objects, which counts for 100,000 of them. */
export const rowsAsArrays = async <Row extends readonly unknown[]>(
  db: Kysely<Database>,
  query: RawBuilder<unknown>,
): Promise<Row[]> => {
  const { sql, parameters } = query.compile(db)
  const { rows } = await db.executeQuery(CompiledQuery.raw(ARRAYS + sql, [...parameters]))
  return rows as unknown[] as Row[]
}

/**
 * Runs one prepared statement for many rows inside the caller's transaction: the speed of bare SQLite, for imports and
 * letter runs. `rows` hold the values in the order of the statement's `?`. Returns the number of rows changed.
 */
export const runForEach = async (
  db: Kysely<Database>,
  sql: string,
  rows: readonly (readonly unknown[])[],
): Promise<number> => {
  if (rows.length === 0) return 0
  const result = await db.executeQuery(CompiledQuery.raw(BULK + sql, rows as unknown[]))
  return Number(result.numAffectedRows ?? 0n)
}

/** Settings every connection has: WAL, full synchronisation, foreign keys. */
export const prepareConnection = (sqlite: Sqlite.Database, options: { readonly: boolean }): void => {
  if (!options.readonly) {
    sqlite.pragma('journal_mode = WAL')
    sqlite.pragma('synchronous = FULL')
  }
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma('busy_timeout = 5000')
  // Screens read the whole book: 100,000 items with their index take some 60 MB. In KiB, below zero.
  sqlite.pragma(`cache_size = ${options.readonly ? -65536 : -32768}`)
  sqlite.pragma('temp_store = MEMORY')
}
