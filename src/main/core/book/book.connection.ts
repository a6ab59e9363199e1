import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'
import { Refusal } from '../kernel/errors.ts'
import type { BookKey } from './book.key.ts'

/** SQLCipher 4 with its own settings, so that any of its tools opens the book. */
export const CIPHER = ["cipher = 'sqlcipher'", 'legacy = 4'] as const

/** The pragmas that open an encrypted file, in their order; none for a plain one. */
const pragmasOf = (key: BookKey | null): string[] => (key ? [...CIPHER, `key = "${key.raw()}"`] : [])

/** The pragmas that write an open file anew under another key, in its place: of a copy that nobody else has yet. */
const changeOf = (key: BookKey | null, next: BookKey | null): string[] => [
  ...(key ? pragmasOf(key) : CIPHER),
  'journal_mode = OFF',
  next ? `rekey = "${next.raw()}"` : "rekey = ''",
]

/** The only place that opens the file of a book. With a wrong key the first read fails with SQLITE_NOTADB. */
export const connectTo = (
  path: string,
  key: BookKey | null,
  { readonly = false }: { readonly?: boolean } = {},
): Sqlite.Database => {
  const sqlite = new Sqlite(path, { readonly, fileMustExist: true })
  try {
    for (const pragma of pragmasOf(key)) sqlite.pragma(pragma)
    return sqlite
  } catch (error) {
    sqlite.close()
    throw error
  }
}

// Runs on a thread of its own: a copy of a large book would keep every other call waiting.
const COPIER = `
const { parentPort, workerData } = require('node:worker_threads')
const Sqlite = require(workerData.driver)
const sqlite = new Sqlite(workerData.path, { fileMustExist: true })
try {
  for (const pragma of workerData.pragmas) sqlite.pragma(pragma)
  sqlite.pragma('busy_timeout = 5000')
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('temp_store = MEMORY')
  sqlite.prepare('VACUUM INTO ?').run(workerData.to)
  if (workerData.change.length > 0) {
    const copy = new Sqlite(workerData.to, { fileMustExist: true })
    try {
      copy.pragma('temp_store = MEMORY')
      for (const pragma of workerData.change) copy.pragma(pragma)
    } finally {
      copy.close()
    }
  }
  parentPort.postMessage(null)
} catch (error) {
  parentPort.postMessage({ code: String(error.code), message: error.message })
} finally {
  sqlite.close()
}
`

type Failed = { code: string; message: string }

/**
 * Copies what is committed in an open book to a new file under the same key, or under `next`, and returns once it is on
 * the disk. Calls go on meanwhile. Free pages are left out, row numbers stay. A copy that fails leaves nothing.
 */
export const copyBook = async (
  sqlite: Sqlite.Database,
  to: string,
  key: BookKey | null,
  next: BookKey | null = key,
): Promise<void> => {
  // A book read into memory because its folder cannot be written to has nothing new to be copied.
  if (sqlite.memory) throw new Refusal('book.read-only', 'a book that can only be read is copied as a file')
  // Exclusive: whatever has that name already is neither written over nor removed by a failure.
  closeSync(openSync(to, 'wx'))
  const driver = createRequire(import.meta.url).resolve('better-sqlite3')
  const workerData = {
    driver,
    path: sqlite.name,
    pragmas: pragmasOf(key),
    to,
    change: key === next ? [] : changeOf(key, next),
  }
  const worker = new Worker(COPIER, { eval: true, workerData })
  try {
    const failed = await new Promise<Failed | null>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error('the copy was cut off')))
    })
    if (failed) throw new Sqlite.SqliteError(failed.message, failed.code)
    syncFile(to)
    syncFolder(dirname(to))
  } catch (error) {
    for (const suffix of ['', '-journal']) rmSync(to + suffix, { force: true })
    throw error
  } finally {
    await worker.terminate()
  }
}

/** The name of a book that is written anew, until it takes the place of the old one. */
export const rewrittenName = (path: string): string => `${path}-new`

/** What a book written anew left when the program was cut off: the old one stands. For whoever holds its lock. */
export const removeRewritten = (path: string): void => {
  for (const suffix of ['', '-journal', '-wal', '-shm'])
    try {
      rmSync(rewrittenName(path) + suffix, { force: true })
    } catch {
      // In the way of the next such copy, which says so, and of nothing else.
    }
}

/** What was written to a file is on the disk when this returns. Never for a book that is open: it would lose its locks. */
export const syncFile = (path: string): void => {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Names made, changed or removed in a folder are on the disk when this returns; Windows has no such call. */
export const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
