import { createHash } from 'node:crypto'
import type Sqlite from 'better-sqlite3'
import { BUCKETS, SEAL_MODULUS, sealOf } from './row-hash.ts'

/** A row that a command wrote: its values by column before and after, null where there is none. */
export type RowChange = { table: string; key: string; before: Row | null; after: Row | null }
export type Row = Record<string, unknown>
export type Counts = Record<string, { added: number; changed: number; removed: number }>

/** What one transaction wrote. `rows` holds the first of them; `counts` all. */
export type Written = { rows: RowChange[]; counts: Counts; delta: number }

/** Written by the audit itself: the chain covers them. */
const OUTSIDE = new Set(['seal', 'audit_entry', 'audit_change', 'audit_subject'])
/** Of an import of 100,000 rows the file and the counts are kept. */
const MOST_ROWS = 200

export type Table = {
  name: string
  columns: string[]
  /** Of its primary key, in order. */
  keys: string[]
  /** Whether its rows have a number by which they can be read again. */
  numbered: boolean
  values: (from: string) => string
  key: (from: string) => string
}

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** The tables of a book that are sealed, as they stand: after a migration they are read again. */
const tablesOf = (sqlite: Sqlite.Database): Table[] => {
  const listed = sqlite
    .prepare(
      `SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .all() as { name: string; wr: 0 | 1 }[]
  return listed
    .filter(({ name }) => !OUTSIDE.has(name))
    .map(({ name, wr }) => {
      const columns = sqlite.pragma(`table_info(${quoted(name)})`) as { name: string; type: string; pk: number }[]
      const keys = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk)
      // JSON holds no bytes. Those of documents have a digest in their row, which is verified apart.
      const ofBytes = columns.some((column) => column.name === 'sha256') ? 'length' : 'bytes_digest'
      const shown = (column: { name: string; type: string }, from: string) =>
        column.type === 'BLOB' ? `${ofBytes}(${from}${quoted(column.name)})` : `${from}${quoted(column.name)}`
      return {
        name,
        columns: columns.map((column) => column.name),
        keys: keys.map((column) => column.name),
        numbered: wr === 0,
        values: (from) => `json_array(${columns.map((column) => shown(column, from)).join(', ')})`,
        key: (from) =>
          keys.length === 0
            ? `CAST(${from}rowid AS TEXT)`
            : `concat_ws('/', ${keys.map((column) => `${from}${quoted(column.name)}`).join(', ')})`,
      }
    })
}

/** What makes the tables: a trigger or a default that another program rewrote changes what the next call writes. */
const SCHEMA: Table = {
  name: 'sqlite_schema',
  columns: ['type', 'name', 'tbl_name', 'sql'],
  keys: [],
  numbered: false,
  values: () => 'json_array(type, tbl_name, sql)',
  key: () => 'name',
}

/** Every table that is sealed. */
export const sealedIn = (sqlite: Sqlite.Database): Table[] => {
  digestsBytes(sqlite)
  return [...tablesOf(sqlite), SCHEMA]
}

const digestsBytes = (sqlite: Sqlite.Database): void => {
  sqlite.function('bytes_digest', { deterministic: true }, (bytes) =>
    bytes === null
      ? null
      : createHash('sha256')
          .update(bytes as Uint8Array)
          .digest('hex'),
  )
}

/** Adds to sums of 51 bits; `by` may be below zero. */
const plus = (sum: number, by: number): number => (sum + by + SEAL_MODULUS) % SEAL_MODULUS

/** Sums of a table's rows, by bucket of one parting. Arrays: an import adds to them a hundred thousand times. */
type Part = { sums: Float64Array; rows: Int32Array }

export class Sums {
  readonly tables = new Map<string, readonly [Part, Part]>()
  total = 0

  add(table: string, key: string, row: string, sign: 1 | -1): void {
    let parts = this.tables.get(table)
    if (!parts) {
      parts = [emptyPart(BUCKETS[0]), emptyPart(BUCKETS[1])]
      this.tables.set(table, parts)
    }
    const { hash, buckets } = sealOf(key, row)
    addTo(parts[0], buckets[0], sign * hash, sign)
    addTo(parts[1], buckets[1], sign * hash, sign)
    this.total = plus(this.total, sign * hash)
  }

  /** Buckets that hold something, in order. */
  *buckets(): Generator<{ tbl: string; part: 0 | 1; bucket: number; sum: number; rows: number }> {
    for (const [tbl, parts] of this.tables)
      for (const part of [0, 1] as const) {
        const { sums, rows } = parts[part]
        for (const [bucket, sum] of sums.entries())
          if (sum !== 0 || rows[bucket] !== 0) yield { tbl, part, bucket, sum, rows: rows[bucket] as number }
      }
  }
}

const emptyPart = (size: number): Part => ({ sums: new Float64Array(size), rows: new Int32Array(size) })

const addTo = ({ sums, rows }: Part, bucket: number, hash: number, sign: 1 | -1): void => {
  sums[bucket] = plus(sums[bucket] as number, hash)
  rows[bucket] = (rows[bucket] as number) + sign
}

/**
 * Numbers of the rows that a transaction added to one table. SQLite numbers them upwards, so that a hundred thousand
 * are one range or a few.
 */
class Added {
  readonly ranges: { first: number; last: number; order: number }[] = []

  add(row: number, order: number): void {
    // A number that is free again is given again.
    if (this.has(row)) return
    const range = this.ranges.at(-1)
    if (range && row === range.last + 1) range.last = row
    else this.ranges.push({ first: row, last: row, order })
  }

  has(row: number): boolean {
    for (let i = this.ranges.length - 1; i >= 0; i -= 1) {
      const { first, last } = this.ranges[i] as { first: number; last: number }
      if (row >= first && row <= last) return true
    }
    return false
  }
}

/**
 * Watches what is written through one connection, by triggers that only this connection has: whatever another program
 * writes is not in the sums. Of a row that is added only the number is noted; as it stands at the end of the transaction
 * it is read once, however often it was changed on the way.
 */
export class Seals {
  readonly #sqlite: Sqlite.Database
  readonly #tables: Table[]
  #sums = new Sums()
  #added = new Map<number, Added>()
  #rows: (RowChange & { order: number })[] = []
  #counts: Counts = {}
  #order = 0

  constructor(sqlite: Sqlite.Database) {
    this.#sqlite = sqlite
    this.#tables = tablesOf(sqlite)
    digestsBytes(sqlite)
    sqlite.function('sealed', { varargs: false }, (table, before, keyBefore, after, keyAfter) => {
      this.#note(
        table as number,
        before as string | null,
        keyBefore as string,
        after as string | null,
        keyAfter as string,
      )
      return null
    })
    sqlite.function('seal_added', (table, row) => {
      this.#order += 1
      this.#addedTo(table as number).add(row as number, this.#order)
      return null
    })
    sqlite.function('seal_is_new', (table, row) => (this.#added.get(table as number)?.has(row as number) ? 1 : 0))
    // A row that REPLACE takes out is known by its trigger only so.
    sqlite.pragma('recursive_triggers = ON')
    for (const [index, table] of this.#tables.entries()) this.#watch(index, table)
  }

  #watch(index: number, { name, numbered, values, key }: Table): void {
    let count = 0
    const on = (event: 'INSERT' | 'UPDATE' | 'DELETE', when: string | null, call: string) => {
      count += 1
      this.#sqlite.exec(
        `CREATE TEMP TRIGGER sealed_${index}_${count} AFTER ${event} ON main.${quoted(name)} ${when ? `WHEN ${when} ` : ''}BEGIN SELECT ${call}; END`,
      )
    }
    const [before, after] = ['OLD.', 'NEW.'].map((from) => `${values(from)}, ${key(from)}`)
    const changed = `sealed(${index}, ${before}, ${after})`
    const removed = `sealed(${index}, ${before}, NULL, NULL)`
    if (!numbered) {
      on('INSERT', null, `sealed(${index}, NULL, NULL, ${after})`)
      on('UPDATE', null, changed)
      on('DELETE', null, removed)
      return
    }
    const added = `seal_added(${index}, NEW.rowid)`
    const known = `NOT seal_is_new(${index}, OLD.rowid)`
    on('INSERT', null, added)
    on('UPDATE', `OLD.rowid = NEW.rowid AND ${known}`, changed)
    // A row under another number is another row.
    on('UPDATE', `OLD.rowid <> NEW.rowid AND ${known}`, removed)
    on('UPDATE', 'OLD.rowid <> NEW.rowid', added)
    on('DELETE', known, removed)
  }

  /** A transaction begins; what one before it wrote and did not commit is forgotten. */
  begin(): void {
    this.#sums = new Sums()
    this.#added = new Map()
    this.#rows = []
    this.#counts = {}
    this.#order = 0
  }

  /** Writes the sums of what the transaction wrote, inside it, and returns what that was. */
  take(): Written {
    for (const [index, { ranges }] of this.#added) for (const range of ranges) this.#readAdded(index, range)
    const rows = this.#rows
      .sort((a, b) => a.order - b.order)
      .slice(0, MOST_ROWS)
      .map(({ order: _, ...row }) => row)
    const written = { rows, counts: this.#counts, delta: this.#sums.total }
    writeSums(this.#sqlite, this.#sums)
    this.begin()
    return written
  }

  #addedTo(index: number): Added {
    const added = this.#added.get(index) ?? new Added()
    this.#added.set(index, added)
    return added
  }

  #readAdded(index: number, { first, last, order }: { first: number; last: number; order: number }): void {
    const { name, columns, key, values } = this.#tables[index] as Table
    const rows = this.#sqlite
      .prepare(`SELECT ${key('')}, ${values('')} FROM main.${quoted(name)} WHERE rowid BETWEEN ? AND ? ORDER BY rowid`)
      .raw()
      .iterate(first, last) as Iterable<[string, string]>
    let kept = 0
    for (const [at, row] of rows) {
      this.#sums.add(name, at, row, 1)
      this.#countsOf(name).added += 1
      if (kept >= MOST_ROWS) continue
      kept += 1
      this.#rows.push({ order, table: name, key: at, before: null, after: rowOf(columns, row) })
    }
  }

  #note(index: number, before: string | null, keyBefore: string, after: string | null, keyAfter: string): void {
    const { name, columns } = this.#tables[index] as Table
    if (before === after && keyBefore === keyAfter) return
    if (before !== null) this.#sums.add(name, keyBefore, before, -1)
    if (after !== null) this.#sums.add(name, keyAfter, after, 1)
    const counts = this.#countsOf(name)
    if (before === null) counts.added += 1
    else if (after === null) counts.removed += 1
    else counts.changed += 1
    this.#order += 1
    if (this.#rows.length < MOST_ROWS)
      this.#rows.push({
        order: this.#order,
        table: name,
        key: keyAfter ?? keyBefore,
        before: rowOf(columns, before),
        after: rowOf(columns, after),
      })
  }

  #countsOf(table: string): Counts[string] {
    this.#counts[table] ??= { added: 0, changed: 0, removed: 0 }
    return this.#counts[table]
  }
}

const rowOf = (columns: readonly string[], json: string | null): Row | null => {
  if (json === null) return null
  const values = JSON.parse(json) as unknown[]
  return Object.fromEntries(columns.map((column, i) => [column, values[i]]))
}

const writeSums = (sqlite: Sqlite.Database, sums: Sums): void => {
  const insert = sqlite.prepare(
    `INSERT INTO seal (tbl, part, bucket, sum, rows) VALUES (?, ?, ?, ?, ?) ON CONFLICT (tbl, part, bucket)
    DO UPDATE SET sum = (sum + excluded.sum) % ${SEAL_MODULUS}, rows = rows + excluded.rows`,
  )
  for (const { tbl, part, bucket, sum, rows } of sums.buckets()) insert.run(tbl, part, bucket, sum, rows)
}

/** Sums of every row as it stands. */
export const sumsOf = (sqlite: Sqlite.Database, tables: readonly Table[]): Sums => {
  const sums = new Sums()
  for (const { name, key, values } of tables) {
    const rows = sqlite.prepare(`SELECT ${key('')}, ${values('')} FROM main.${quoted(name)}`).raw()
    for (const [at, row] of rows.iterate() as Iterable<[string, string]>) sums.add(name, at, row, 1)
  }
  return sums
}

/** Seals the book as it stands, inside the caller's transaction: a new one, or one that a migration rewrote. Returns its state. */
export const sealBook = (sqlite: Sqlite.Database): number => {
  sqlite.exec('DELETE FROM seal')
  const sums = sumsOf(sqlite, sealedIn(sqlite))
  writeSums(sqlite, sums)
  return sums.total
}
