import { createHash } from 'node:crypto'
import { copyFileSync, rmSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import Sqlite from 'better-sqlite3'
import { verifyAudit } from '../audit/audit.verify.ts'
import { connectTo, syncFile } from '../book/book.connection.ts'
import { isWritable, openReadOnly, readHeader } from '../book/book.inspect.ts'
import type { BookKey } from '../book/book.key.ts'
import { connect } from '../db/connection.ts'
import { unsealed } from '../db/seals.check.ts'
import { Refusal } from '../kernel/errors.ts'

export type Copied = { bytes: number; company: string; head: string; lastEntryAt: string | null }

type LastEntry = { id: number; at: string; hash: string; state: number }

export const lastEntryOf = (sqlite: Sqlite.Database): LastEntry | undefined =>
  sqlite.prepare('SELECT id, at, hash, state FROM audit_entry ORDER BY id DESC LIMIT 1').get() as LastEntry | undefined

/** A connection that changes nothing, and leaves no log beside the file. */
export const connectUntouched = (path: string, key: BookKey | null): Sqlite.Database => {
  const sqlite = isWritable(path) ? connectTo(path, key) : openReadOnly(path, readHeader(path), key)
  sqlite.pragma('query_only = ON')
  sqlite.pragma('temp_store = MEMORY')
  return sqlite
}

/** Writes what a connection reads to a new file in one go, under the same key; others may write the book meanwhile. */
export const writeAtOnce = (source: Sqlite.Database, to: string): void => {
  // Into another file: SQLite asks the same of it as of a change of the book.
  source.pragma('query_only = OFF')
  try {
    source.prepare('VACUUM INTO ?').run(to)
    syncFile(to)
  } finally {
    source.pragma('query_only = ON')
  }
}

/** The same in steps, between which it can be given up; SQLite has none for an encrypted book. */
export const writeCopy = async (source: Sqlite.Database, key: BookKey | null, to: string): Promise<void> => {
  if (key) return writeAtOnce(source, to)
  // One view of the book for all steps: without it the copy begins again whenever the book is written.
  source.exec('BEGIN')
  try {
    await source.backup(to)
  } finally {
    source.exec('COMMIT')
  }
  syncFile(to)
}

/** A book that cannot be written is at rest: its file is copied. */
const copyAtRest = (path: string, to: string): void => {
  copyFileSync(path, to)
  syncFile(to)
}

/** Another program wrote into the book, so that its seals tell nothing, and it was written again during the copy. */
const MOVED = 'moved on'
const ATTEMPTS = 3

/**
 * Copies a book to a new file under the same key while others may write it, and holds the copy against it. The copy is
 * on the disk when this returns; one that does not hold is left for the caller to remove.
 * @throws Refusal `backup.not-verified` when the copy is not the book, `book.damaged` when the book itself is not whole
 */
export const copyVerified = async (path: string, key: BookKey | null, to: string): Promise<Copied> => {
  const source = connectUntouched(path, key)
  try {
    for (let attempt = 1; ; attempt += 1) {
      if (source.memory) copyAtRest(path, to)
      else await writeCopy(source, key, to)
      try {
        const copied = await verifyCopy(source, to, key)
        return { ...copied, bytes: statSync(to).size }
      } catch (error) {
        const moved = error instanceof Refusal && error.details.found === MOVED
        if (!moved || attempt === ATTEMPTS) throw error
        rmSync(to)
      }
    }
  } finally {
    source.close()
  }
}

/**
 * Reads a copy whole: its pages, and that it is a state of the book, which the chain of the audit tells together with
 * the sums of all rows and the digests of all documents.
 */
export const verifyCopy = async (
  source: Sqlite.Database,
  path: string,
  key: BookKey | null,
): Promise<Omit<Copied, 'bytes'>> => {
  const refused = (found: string) =>
    new Refusal('backup.not-verified', `${basename(path)} is not what was copied: ${found}`, { found })
  let copy: Sqlite.Database | null = null
  try {
    copy = connectTo(path, key)
    copy.pragma('query_only = ON')
    const fault = pageFault(copy) || (await stateFault(source, copy))
    if (fault) throw refused(fault)
    const last = lastEntryOf(copy)
    const company = copy.prepare('SELECT name FROM company').pluck().get() as string | undefined
    return { company: company ?? '', head: last?.hash ?? '', lastEntryAt: last?.at ?? null }
  } catch (error) {
    const own = pageFault(source)
    if (own) throw new Refusal('book.damaged', `the book is damaged: ${own}`, { found: own })
    throw error instanceof Sqlite.SqliteError ? refused(error.message) : error
  } finally {
    copy?.close()
  }
}

const pageFault = (sqlite: Sqlite.Database): string => {
  try {
    const found = String(sqlite.pragma('integrity_check(1)', { simple: true }))
    return found === 'ok' ? '' : found
  } catch (error) {
    if (error instanceof Sqlite.SqliteError) return error.message
    throw error
  }
}

/** What in a copy is not as the book had it; empty when it is. */
const stateFault = async (source: Sqlite.Database, copy: Sqlite.Database): Promise<string> => {
  const last = lastEntryOf(copy)
  const known = source
    .prepare('SELECT hash FROM audit_entry WHERE id = ?')
    .pluck()
    .get(last?.id ?? 0)
  if (last?.hash !== known) return 'audit'
  if (searchDiffers(source, copy)) return 'search'
  const is = await stateOf(copy)
  if (is.whole) return ''
  // Another program wrote into the book: the copy must hold the same, which is all that can be asked.
  if (lastEntryOf(source)?.hash !== last?.hash) return MOVED
  return (await stateOf(source)).told === is.told ? '' : 'rows'
}

/** The index of the search has no seals: it is held against that of the book while this is in the same state. */
const searchDiffers = (source: Sqlite.Database, copy: Sqlite.Database): boolean => {
  source.exec('BEGIN')
  try {
    const same = lastEntryOf(source)?.hash === lastEntryOf(copy)?.hash
    return same && searchOf(source) !== searchOf(copy)
  } finally {
    source.exec('COMMIT')
  }
}

const searchOf = (sqlite: Sqlite.Database): string => {
  const all = createHash('sha256')
  const tables = sqlite
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow' ORDER BY name")
    .pluck()
    .all() as string[]
  for (const name of tables)
    for (const row of sqlite.prepare(`SELECT * FROM "${name}" ORDER BY 1, 2`).raw().iterate() as Iterable<unknown[]>)
      for (const value of row) all.update(Buffer.isBuffer(value) ? value : String(value)).update('\n')
  return all.digest('hex')
}

/** Whether chain, rows and documents are as the program wrote them; in words, what of them is not, and all as they are. */
const stateOf = async (sqlite: Sqlite.Database): Promise<{ whole: boolean; told: string }> => {
  const audit = await verifyAudit(connect(sqlite))
  const documents = documentsOf(sqlite)
  const whole = audit.broken.length + audit.unsealed.length + documents.wrong === 0
  return { whole, told: whole ? '' : JSON.stringify([audit, unsealed(sqlite).state, documents.digest]) }
}

const documentsOf = (sqlite: Sqlite.Database): { digest: string; wrong: number } => {
  const all = createHash('sha256')
  let wrong = 0
  const rows = sqlite.prepare('SELECT id, sha256, bytes FROM document ORDER BY id').raw()
  for (const [id, sha256, bytes] of rows.iterate() as Iterable<[string, string, Buffer]>) {
    const is = createHash('sha256').update(bytes).digest('hex')
    all.update(id).update(is)
    if (is !== sha256) wrong += 1
  }
  return { digest: all.digest('hex'), wrong }
}
