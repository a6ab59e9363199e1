import { accessSync, closeSync, constants, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { migrations } from '../db/migrations/index.ts'
import { type ErrorCode, Refusal } from '../kernel/errors.ts'

/** Marks a SQLite file as a book of Encours: "ENCO". */
export const APPLICATION_ID = 0x454e434f

const HEADER_BYTES = 100

/** What the first bytes of a SQLite file say of it (https://www.sqlite.org/fileformat.html, 1.3). */
export const readHeader = (path: string) => {
  const bytes = Buffer.alloc(HEADER_BYTES)
  const file = openSync(path, 'r')
  try {
    readSync(file, bytes, 0, HEADER_BYTES, 0)
  } finally {
    closeSync(file)
  }
  return {
    sqlite: bytes.toString('latin1', 0, 16) === 'SQLite format 3\0',
    /** Written through a write-ahead log, which stands beside the file while it is open. */
    wal: bytes[18] === 2,
    version: bytes.readUInt32BE(60),
    applicationId: bytes.readUInt32BE(68),
  }
}

/**
 * The version of a book, after making sure that it is one and is whole. Reads only, and leaves nothing beside it.
 * Refuses `book.missing`, `book.unreadable`, `book.not-a-book`, `book.newer-version` and `book.damaged`.
 */
export const inspectFile = (path: string): number => {
  if (!existsSync(path) || !statSync(path).isFile()) throw new Refusal('book.missing', `${path} is not there`, { path })
  try {
    const header = readHeader(path)
    if (!header.sqlite || header.applicationId !== APPLICATION_ID)
      throw new Refusal('book.not-a-book', `${basename(path)} is not a book of Encours`, { path })
    return check(path, header)
  } catch (error) {
    throw refusalOf(error, path)
  }
}

const check = (path: string, header: ReturnType<typeof readHeader>): number => {
  refuseNewer(path, header.version)
  const sqlite = openUntouched(path, header.wal)
  try {
    // A newer version may have written its own only into the log.
    const version = Number(sqlite.pragma('user_version', { simple: true }))
    refuseNewer(path, version)
    const found = sqlite.pragma('quick_check(1)', { simple: true })
    if (found !== 'ok') throw new Refusal('book.damaged', `${basename(path)} is damaged: ${found}`, { path, found })
    return version
  } finally {
    sqlite.close()
  }
}

const refuseNewer = (path: string, version: number): void => {
  if (version > migrations.length)
    throw new Refusal('book.newer-version', `${basename(path)} was written by a newer version of Encours`, {
      path,
      version,
      known: migrations.length,
    })
}

/**
 * A connection that changes nothing. SQLite puts a log beside a book even to read it, and only a connection that may
 * write takes it away again; beside a book that is in use, or was cut off, the log stands already.
 */
const openUntouched = (path: string, wal: boolean): Sqlite.Database => {
  if (!wal || existsSync(`${path}-wal`) || !isWritable(path)) return openReadOnly(path, wal)
  const sqlite = new Sqlite(path)
  sqlite.pragma('query_only = ON')
  return sqlite
}

/** Where no log can be put beside it, a book at rest is read into memory, where it needs none. */
export const openReadOnly = (path: string, wal: boolean): Sqlite.Database => {
  if (!wal || existsSync(`${path}-wal`) || isWritable(path)) return new Sqlite(path, { readonly: true })
  const bytes = readFileSync(path)
  bytes[18] = 1
  bytes[19] = 1
  return new Sqlite(bytes)
}

/** Whether the file and its folder, where SQLite puts the log, can be written to. */
export const isWritable = (path: string): boolean => {
  try {
    accessSync(path, constants.W_OK)
    accessSync(dirname(path), constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** A file that SQLite or the system cannot read or write, as a refusal; any other error as it is. */
export const refusalOf = (error: unknown, path: string): unknown => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const said = REFUSALS.find(([pattern]) => pattern.test(code))
  if (!said) return error
  return new Refusal(said[1], `${basename(path)} ${said[2]}: ${String(error)}`, { path, found: String(error) })
}

// In this order: what could not be written is no damage.
const REFUSALS: readonly (readonly [RegExp, ErrorCode, string])[] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)/, 'book.disk-full', 'cannot grow: the disk is full'],
  [
    /^(SQLITE_IOERR_(WRITE|(DIR_)?FSYNC|TRUNCATE|SHMSIZE|SHMOPEN|SHMMAP|DELETE|LOCK|RDLOCK)|EFBIG|EROFS)/,
    'book.not-written',
    'cannot be written',
  ],
  [/^SQLITE_(BUSY|LOCKED)/, 'book.busy', 'is being written by another program'],
  [/^SQLITE_(CORRUPT|NOTADB|IOERR)/, 'book.damaged', 'is damaged'],
  [/^(SQLITE_CANTOPEN|SQLITE_READONLY|SQLITE_PERM|EACCES|EPERM)/, 'book.unreadable', 'cannot be read'],
]
