import { accessSync, closeSync, constants, copyFileSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Kysely } from 'kysely'
import { connect, prepareConnection } from '../db/connection.ts'
import type { Database } from '../db/database.ts'
import { migrations } from '../db/migrations/index.ts'
import { Refusal } from '../kernel/errors.ts'
import { type BookLock, type Holder, takeLock } from './book.lock.ts'

/** Marks a SQLite file as a book of Encours: "ENCO". */
const APPLICATION_ID = 0x454e434f

export type OpenFile = {
  path: string
  /** Reads; its own connection, so that screens stay alive while an import writes. */
  reader: Kysely<Database>
  writer: Kysely<Database> | null
  lock: BookLock
  migratedFrom: string | null
  close: () => Promise<void>
}

/** Creates the file of a new book. Refuses to touch an existing file. */
export const createFile = async (path: string): Promise<void> => {
  if (existsSync(path)) throw new Refusal('book.exists', `${path} exists already`, { path })
  try {
    accessSync(dirname(path), constants.W_OK)
  } catch {
    throw new Refusal('book.folder-not-writable', `${dirname(path)} cannot be written to`, { folder: dirname(path) })
  }
  const sqlite = new Sqlite(path)
  sqlite.pragma(`application_id = ${APPLICATION_ID}`)
  prepareConnection(sqlite, { readonly: false })
  const db = connect(sqlite)
  try {
    await migrate(sqlite, db, 0)
  } finally {
    await db.destroy()
  }
}

/**
 * Opens a book: checked read-only first, so that a file that is not a book, is damaged or comes from a newer version is
 * refused untouched; then locked, copied when it must be migrated, and migrated. Without the lock it opens read-only.
 */
export const openFile = async (path: string, holder: Holder, day: string): Promise<OpenFile> => {
  const version = inspectFile(path)
  const lock = writable(path)
    ? takeLock(path, holder)
    : { heldBy: { user: '', host: '', program: '', since: '' }, release: () => {} }
  try {
    let migratedFrom: string | null = null
    if (lock.heldBy === null && version < migrations.length) migratedFrom = await migrateFile(path, version, day)
    const reading = new Sqlite(path, { readonly: lock.heldBy !== null })
    prepareConnection(reading, { readonly: true })
    const reader = connect(reading)
    let writer: Kysely<Database> | null = null
    if (lock.heldBy === null) {
      const writing = new Sqlite(path)
      prepareConnection(writing, { readonly: false })
      writer = connect(writing)
      reading.pragma('query_only = ON')
    }
    // Kysely closes a connection it has used; one it never used is closed here.
    const close = async () => {
      await reader.destroy()
      if (reading.open) reading.close()
      await writer?.destroy()
      lock.release()
    }
    if (writer) await writer.selectFrom('company').select('id').execute()
    return { path, reader, writer, lock, migratedFrom, close }
  } catch (error) {
    lock.release()
    throw asDamaged(error, path)
  }
}

const writable = (path: string): boolean => {
  try {
    accessSync(path, constants.W_OK)
    accessSync(dirname(path), constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** The version of a book, after making sure that it is one. Reads only. */
const inspectFile = (path: string): number => {
  if (!existsSync(path) || !statSync(path).isFile()) throw new Refusal('book.missing', `${path} is not there`, { path })
  if (readHeader(path) !== 'SQLite format 3\0')
    throw new Refusal('book.not-a-book', `${basename(path)} is not a book of Encours`, { path })
  let sqlite: Sqlite.Database | undefined
  try {
    sqlite = new Sqlite(path, { readonly: true })
    const applicationId = sqlite.pragma('application_id', { simple: true })
    if (applicationId !== APPLICATION_ID)
      throw new Refusal('book.not-a-book', `${basename(path)} is not a book of Encours`, { path })
    const version = Number(sqlite.pragma('user_version', { simple: true }))
    if (version > migrations.length)
      throw new Refusal('book.newer-version', `${basename(path)} was written by a newer version of Encours`, {
        path,
        version,
        known: migrations.length,
      })
    const check = sqlite.pragma('quick_check(1)', { simple: true })
    if (check !== 'ok') throw new Refusal('book.damaged', `${basename(path)} is damaged: ${check}`, { path, check })
    return version
  } catch (error) {
    throw asDamaged(error, path)
  } finally {
    sqlite?.close()
  }
}

const readHeader = (path: string): string => {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(16)
    readSync(file, bytes, 0, 16, 0)
    return bytes.toString('latin1')
  } finally {
    closeSync(file)
  }
}

const asDamaged = (error: unknown, path: string): unknown => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(code)
    ? new Refusal('book.damaged', `${basename(path)} is damaged: ${(error as Error).message}`, {
        path,
        check: (error as Error).message,
      })
    : error
}

/** Copies the book beside itself, then brings it up to date. Returns the copy's path. */
const migrateFile = async (path: string, version: number, day: string): Promise<string> => {
  const copy = `${path}.v${version}-${day}.bak`
  const sqlite = new Sqlite(path)
  prepareConnection(sqlite, { readonly: false })
  sqlite.pragma('wal_checkpoint(TRUNCATE)')
  if (!existsSync(copy)) copyFileSync(path, copy)
  const db = connect(sqlite)
  try {
    await migrate(sqlite, db, version)
    return copy
  } catch (error) {
    throw new Refusal(
      'book.migration-failed',
      `${basename(path)} could not be brought up to date; the copy is ${copy}`,
      { path, copy, cause: String(error) },
    )
  } finally {
    await db.destroy()
    if (sqlite.open) sqlite.close()
  }
}

const migrate = async (sqlite: Sqlite.Database, db: Kysely<Database>, from: number): Promise<void> => {
  for (let version = from; version < migrations.length; version += 1) {
    await db.transaction().execute(async (trx) => {
      await migrations[version]?.up(trx as unknown as Kysely<unknown>)
      sqlite.pragma(`user_version = ${version + 1}`)
    })
  }
}
