import { setImmediate } from 'node:timers/promises'
import type Sqlite from 'better-sqlite3'
import { bucketsOf, SEAL_MODULUS } from './row-hash.ts'
import { quoted, Sums, sealedIn, sumsOf, type Table } from './seals.ts'

/** A place where the book holds something that no call of the program wrote. `key` is null where the row is gone, and of a seal. */
export type Unsealed = { table: string; key: string | null; kind: 'changed' | 'added' | 'removed' }

/** What the book holds that no call of the program wrote, and the state of the rows as they stand. */
export const unsealed = (sqlite: Sqlite.Database): { state: number; found: Unsealed[] } => {
  const tables = sealedIn(sqlite)
  const now = sumsOf(sqlite, tables)
  const kept = sqlite.prepare('SELECT tbl, part, bucket, sum, rows FROM seal').all() as Bucket[]
  const wrong = wrongBuckets([...now.buckets()], kept)
  return { state: now.total, found: [...wrong].flatMap(([name, parts]) => placesOf(sqlite, tables, name, parts)) }
}

const placesOf = (sqlite: Sqlite.Database, tables: readonly Table[], name: string, parts: Wrong): Unsealed[] => {
  const table = tables.find((one) => one.name === name)
  if (!table) return [{ table: name, key: null, kind: 'removed' }]
  const places = placesIn(sqlite, table, parts)
  // No row explains it: a sum itself was changed.
  return places.length > 0 ? places : [{ table: name, key: null, kind: 'changed' }]
}

type Bucket = { tbl: string; part: 0 | 1; bucket: number; sum: number; rows: number }
/** By parting: buckets that do not add up, with how many rows there are too many. */
type Wrong = readonly [Map<number, number>, Map<number, number>]

const wrongBuckets = (now: readonly Bucket[], kept: readonly Bucket[]): Map<string, Wrong> => {
  const nameOf = ({ tbl, part, bucket }: Bucket) => `${part} ${bucket} ${tbl}`
  const before = new Map(kept.map((bucket) => [nameOf(bucket), bucket]))
  const wrong = new Map<string, Wrong>()
  const tell = ({ tbl, part, bucket }: Bucket, rows: number) => {
    const parts: Wrong = wrong.get(tbl) ?? [new Map(), new Map()]
    parts[part].set(bucket, rows)
    wrong.set(tbl, parts)
  }
  for (const bucket of now) {
    const was = before.get(nameOf(bucket))
    before.delete(nameOf(bucket))
    if (was?.sum !== bucket.sum || was.rows !== bucket.rows) tell(bucket, bucket.rows - (was?.rows ?? 0))
  }
  for (const bucket of before.values()) if (bucket.sum !== 0 || bucket.rows !== 0) tell(bucket, -bucket.rows)
  return wrong
}

/** Places told of one table: of a hundred thousand rows, or a sum that is any number, nobody reads more. */
const MOST_PLACES = 1_000

const placesIn = (sqlite: Sqlite.Database, { name, key }: Table, [first, second]: Wrong): Unsealed[] => {
  const places: Unsealed[] = []
  const keys = sqlite.prepare(`SELECT ${key('')} FROM main.${quoted(name)}`).pluck()
  for (const at of keys.iterate() as Iterable<string>) {
    const [a, b] = bucketsOf(at)
    if (!first.has(a) || !second.has(b)) continue
    places.push({ table: name, key: at, kind: (first.get(a) ?? 0) > 0 ? 'added' : 'changed' })
    if (places.length === MOST_PLACES) return places
  }
  const missing = [...first.values()].reduce((sum, rows) => sum + Math.max(0, -rows), 0)
  for (let n = 0; n < missing && places.length < MOST_PLACES; n += 1)
    places.push({ table: name, key: null, kind: 'removed' })
  return places
}

/** Rows read at a time, some ten milliseconds: between two slices other calls get their turn. */
const SLICE = 2_000
/** How often a table that is written to meanwhile is begun again, before it is read in one go. */
const TRIES = 3

/**
 * The same in slices that hold nothing up. A table is held against its own seals: what was committed while it was read
 * shows by the audit having gone on, and the table is read again. The seals together make the state of the last entry.
 */
export const unsealedInSteps = async (
  sqlite: Sqlite.Database,
): Promise<{ found: Unsealed[]; sealsHold: boolean; last: number }> => {
  const tables = sealedIn(sqlite)
  const found: Unsealed[] = []
  for (const table of tables) found.push(...(await unsealedIn(sqlite, tables, table)))
  const known = new Set(tables.map(({ name }) => name))
  const names = sqlite.prepare('SELECT DISTINCT tbl FROM seal WHERE sum <> 0 OR rows <> 0').pluck().all() as string[]
  for (const name of names) if (!known.has(name)) found.push({ table: name, key: null, kind: 'removed' })
  return { found, ...sealsAgainstChain(sqlite) }
}

const unsealedIn = async (sqlite: Sqlite.Database, tables: readonly Table[], table: Table): Promise<Unsealed[]> => {
  const kept = sqlite.prepare('SELECT tbl, part, bucket, sum, rows FROM seal WHERE tbl = ?')
  const wrongIn = (sums: Sums) => wrongBuckets([...sums.buckets()], kept.all(table.name) as Bucket[]).get(table.name)
  for (let tries = 0; tries < TRIES; tries += 1) {
    const head = headOf(sqlite)
    const wrong = wrongIn(await sumsInSlices(sqlite, table))
    if (!wrong) return []
    if (headOf(sqlite) === head) return placesOf(sqlite, tables, table.name, wrong)
  }
  const wrong = wrongIn(sumsOf(sqlite, [table]))
  return wrong ? placesOf(sqlite, tables, table.name, wrong) : []
}

const sumsInSlices = async (sqlite: Sqlite.Database, table: Table): Promise<Sums> => {
  const { name, keys, numbered, key, values } = table
  const order = numbered ? ['rowid'] : keys.map(quoted)
  if (order.length === 0) return sumsOf(sqlite, [table])
  const columns = order.join(', ')
  const read = (from: string) =>
    sqlite
      .prepare(
        `SELECT ${key('')}, ${values('')}, ${columns} FROM main.${quoted(name)} ${from} ORDER BY ${columns} LIMIT ${SLICE}`,
      )
      .raw()
  const first = read('')
  const next = read(`WHERE (${columns}) > (${order.map(() => '?').join(', ')})`)
  const sums = new Sums()
  let rows = first.all() as [string, string, ...unknown[]][]
  for (;;) {
    for (const [at, row] of rows) sums.add(name, at, row, 1)
    await setImmediate()
    if (rows.length < SLICE) return sums
    rows = next.all(...(rows.at(-1) as unknown[]).slice(2)) as [string, string, ...unknown[]][]
  }
}

const headOf = (sqlite: Sqlite.Database): number =>
  (sqlite.prepare('SELECT max(id) FROM audit_entry').pluck().get() as number | null) ?? 0

/** Whether the sums are those that the last entry of the audit was written with, and which that is. */
const sealsAgainstChain = (sqlite: Sqlite.Database): { sealsHold: boolean; last: number } => {
  const last = sqlite.prepare('SELECT id, state FROM audit_entry ORDER BY id DESC LIMIT 1').get() as
    | { id: number; state: number }
    | undefined
  let state = 0
  for (const sum of sqlite.prepare('SELECT sum FROM seal WHERE part = 0').pluck().iterate() as Iterable<number>)
    state = (state + sum) % SEAL_MODULUS
  return { sealsHold: last === undefined || state === last.state, last: last?.id ?? 0 }
}
