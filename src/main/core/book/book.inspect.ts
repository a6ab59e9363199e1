import {
  accessSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { migrations } from '../db/migrations/index.ts'
import { type ErrorCode, Refusal } from '../kernel/errors.ts'
import { connectTo } from './book.connection.ts'
import { type BookKey, SALT_BYTES } from './book.key.ts'

/** Marks a SQLite file as a book of Encours: "ENCO". */
export const APPLICATION_ID = 0x454e434f

/** The first page of an encrypted book, which has nothing but its bytes to be known by. */
const PAGE_BYTES = 4096

/** What the first bytes of a SQLite file say of it (https://www.sqlite.org/fileformat.html, 1.3). */
export const readHeader = (path: string) => {
  const bytes = Buffer.alloc(PAGE_BYTES)
  const file = openSync(path, 'r')
  let length = 0
  try {
    length = readSync(file, bytes, 0, PAGE_BYTES, 0)
  } finally {
    closeSync(file)
  }
  return {
    sqlite: bytes.toString('latin1', 0, 16) === 'SQLite format 3\0',
    /** Looks like the first page of an encrypted book; only its key tells. */
    encrypted: length === PAGE_BYTES && isNoise(bytes),
    /** Of an encrypted book, for its key. */
    salt: bytes.subarray(0, SALT_BYTES),
    /** Written through a write-ahead log, which stands beside the file while it is open. */
    wal: bytes[18] === 2,
    version: bytes.readUInt32BE(60),
    applicationId: bytes.readUInt32BE(68),
  }
}

/** Signs of other files whose content is as random as that of an encrypted book: ZIP, PNG, PDF. */
const OTHER_FILES = ['504b0304', '89504e47', '25504446']

/**
 * Whether every byte value comes about as often as any other. Of 4,096 random bytes the chi-square is 255, give or take
 * 23: beyond 450 none in a thousand million; of text it is in the ten thousands.
 */
const isNoise = (bytes: Buffer): boolean => {
  if (OTHER_FILES.includes(bytes.toString('hex', 0, 4))) return false
  const counts = new Array<number>(256).fill(0)
  for (const byte of bytes) counts[byte] = (counts[byte] as number) + 1
  const expected = bytes.length / 256
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0) < 450
}

/**
 * The version of a book, after making sure that it is one and is whole. Reads only, and leaves nothing beside it.
 * Refuses `book.missing`, `book.unreadable`, `book.not-a-book`, `book.passphrase-needed`, `book.newer-version` and
 * `book.damaged`.
 */
export const inspectFile = (path: string, key: BookKey | null): number => {
  try {
    const header = headerOf(path)
    if (header.encrypted && !key)
      throw new Refusal('book.passphrase-needed', `${basename(path)} is encrypted: its passphrase is needed`, { path })
    return check(path, header, key)
  } catch (error) {
    const refused = refusalOf(error, path)
    // What SQLite does not make out of a file that it only reads, as an unknown encoding of texts, is damage.
    throw refused instanceof Sqlite.SqliteError
      ? new Refusal('book.damaged', `${basename(path)} is damaged: ${refused}`, { path, found: String(refused) })
      : refused
  }
}

/** The header of a file that is a book, or an encrypted one as far as can be told. */
export const headerOf = (path: string) => {
  if (!existsSync(path) || !statSync(path).isFile()) throw new Refusal('book.missing', `${path} is not there`, { path })
  const header = readHeader(path)
  if (!header.encrypted && (!header.sqlite || header.applicationId !== APPLICATION_ID))
    throw new Refusal('book.not-a-book', `${basename(path)} is not a book of Encours`, { path })
  return header
}

const check = (path: string, header: ReturnType<typeof readHeader>, key: BookKey | null): number => {
  // What an encrypted file holds is known once it is open: it may have a log.
  if (!header.encrypted) refuseNewer(path, header.version)
  const sqlite = openUntouched(path, header, key)
  try {
    if (key && Number(sqlite.pragma('application_id', { simple: true })) !== APPLICATION_ID)
      throw new Refusal('book.not-a-book', `${basename(path)} is not a book of Encours`, { path })
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
const openUntouched = (path: string, header: Header, key: BookKey | null): Sqlite.Database => {
  // A program that was killed while it wrote without a log left what takes its half of it back: reading does that first.
  const cutOff = existsSync(`${path}-journal`)
  if (!isWritable(path) || (!cutOff && (!mayHaveLog(header) || existsSync(`${path}-wal`))))
    return openReadOnly(path, header, key)
  const sqlite = connectTo(path, key)
  sqlite.pragma('query_only = ON')
  return sqlite
}

/** Whether a key opens an encrypted file: with a wrong one its first page makes no sense. */
export const opensWith = (path: string, key: BookKey): boolean => {
  try {
    const sqlite = openUntouched(path, { wal: false, encrypted: true }, key)
    try {
      sqlite.pragma('application_id')
      return true
    } finally {
      sqlite.close()
    }
  } catch (error) {
    if (error instanceof Sqlite.SqliteError && error.code === 'SQLITE_NOTADB') return false
    throw error
  }
}

type Header = Pick<ReturnType<typeof readHeader>, 'wal' | 'encrypted'>

// The mark of an encrypted file cannot be read.
const mayHaveLog = ({ wal, encrypted }: Header): boolean => wal || encrypted

/** Where no log can be put beside it, a book at rest is read into memory, where it needs none. */
export const openReadOnly = (path: string, header: Header, key: BookKey | null): Sqlite.Database => {
  if (!mayHaveLog(header) || existsSync(`${path}-wal`) || isWritable(path))
    return connectTo(path, key, { readonly: true })
  const bytes = key ? decrypted(path, key) : readFileSync(path)
  bytes[18] = 1
  bytes[19] = 1
  return new Sqlite(bytes)
}

/** A whole book in the clear, in memory only: what stands on the disk meanwhile is a copy of the encrypted file. */
const decrypted = (path: string, key: BookKey): Buffer => {
  const folder = mkdtempSync(join(tmpdir(), 'encours-'))
  try {
    const copy = join(folder, 'book')
    copyFileSync(path, copy)
    const sqlite = connectTo(copy, key)
    try {
      // With a wrong key this fails as it should; the next line would say that memory is short.
      sqlite.pragma('application_id')
      return sqlite.serialize()
    } finally {
      sqlite.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
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
  [/^(SQLITE_FULL|SQLITE_IOERR_SHMSIZE|ENOSPC|EDQUOT)/, 'book.disk-full', 'cannot grow: the disk is full'],
  [
    /^(SQLITE_IOERR_(WRITE|(DIR_)?FSYNC|TRUNCATE|SHMOPEN|SHMMAP|DELETE|LOCK|RDLOCK)|EFBIG|EROFS)/,
    'book.not-written',
    'cannot be written',
  ],
  [/^SQLITE_(BUSY|LOCKED)/, 'book.busy', 'is being written by another program'],
  [/^SQLITE_(CORRUPT|NOTADB|IOERR)/, 'book.damaged', 'is damaged'],
  [/^(SQLITE_CANTOPEN|SQLITE_READONLY|SQLITE_PERM|EACCES|EPERM)/, 'book.unreadable', 'cannot be read'],
]
