import { closeSync, existsSync, openSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type Sqlite from 'better-sqlite3'
import type { Kysely, Transaction } from 'kysely'
import { foundBeforeSealing, sealedFrom } from '../audit/audit.service.ts'
import { connect, prepareConnection } from '../db/connection.ts'
import type { Database } from '../db/database.ts'
import { migrations } from '../db/migrations/index.ts'
import { Seals } from '../db/seals.ts'
import type { Author } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import { connectTo, copyBook, removeRewritten } from './book.connection.ts'
import { APPLICATION_ID, inspectFile, isWritable, openReadOnly, readHeader, refusalOf } from './book.inspect.ts'
import type { BookKey } from './book.key.ts'
import { type BookLock, type Holder, NO_LOCK, takeLock } from './book.lock.ts'

export type OpenFile = {
  path: string
  /** Reads; its own connection, so that screens stay alive while an import writes. */
  reader: Kysely<Database>
  writer: Kysely<Database> | null
  /** Notes what is written; null where nothing is. */
  seals: Seals | null
  /** Who has the book open for writing when it is not us; null when nobody has and it still cannot be written. */
  heldBy: Holder | null
  /** Whether another took the lock while this program holds it. */
  lockLost: () => boolean
  migratedFrom: string | null
  /** Null for a book that is not encrypted. */
  key: BookKey | null
  close: () => Promise<void>
}

/**
 * Creates the file of a new book, filled in one transaction: until that is committed the file is no book. Refuses to
 * touch an existing file; a failure leaves none.
 */
export const createFile = async (
  path: string,
  by: Author,
  fill: (db: Transaction<Database>) => Promise<void>,
): Promise<void> => {
  reserve(path)
  const sqlite = connectTo(path, null)
  const db = connect(sqlite)
  try {
    prepareConnection(sqlite, { readonly: false })
    await db.transaction().execute(async (trx) => {
      sqlite.pragma(`application_id = ${APPLICATION_ID}`)
      for (const [position, migration] of migrations.entries()) await apply(sqlite, trx, migration, position + 1)
      await fill(trx)
      await sealedFrom(sqlite, trx, { ...by, call: 'book.create', input: {} })
    })
    await closeBoth(db, sqlite)
  } catch (error) {
    await closeBoth(db, sqlite)
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true })
    throw error
  }
}

// Exclusive: of two programs that create the same book, one is refused.
const reserve = (path: string): void => {
  try {
    closeSync(openSync(path, 'wx'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw new Refusal('book.exists', `${path} exists already`, { path })
    const folder = dirname(path)
    throw new Refusal('book.folder-not-writable', `${folder} cannot be written to`, { folder, cause: String(error) })
  }
}

/**
 * Opens a book with its key, if it is encrypted: checked first, so that a file that is not a book, is damaged or comes
 * from a newer version is refused untouched; then locked, copied when it must be migrated, and migrated. Without the
 * lock it opens read-only.
 */
export const openFile = async (path: string, key: BookKey | null, holder: Holder): Promise<OpenFile> => {
  const version = inspectFile(path, key)
  const lock = lockOf(path, holder)
  try {
    if (lock.held) removeRewritten(path)
    let migratedFrom: string | null = null
    if (version < migrations.length) {
      if (!lock.held)
        throw new Refusal('book.migration-blocked', `${basename(path)} must be brought up to date and cannot be now`, {
          path,
          heldBy: lock.by,
        })
      const { user, since } = holder
      migratedFrom = await migrateFile(path, key, version, { user, now: since, today: since.slice(0, 10) })
    }
    return connectFile(path, key, lock, migratedFrom)
  } catch (error) {
    lock.release()
    throw refusalOf(error, path)
  }
}

const locks = new WeakMap<OpenFile, BookLock>()

/** New connections to an open book whose own are closed, under the lock that it has. */
export const reconnect = (file: OpenFile, key: BookKey | null): OpenFile => {
  const lock = locks.get(file)
  if (!lock?.held) throw new Error('only a book that is open for writing is opened again')
  return connectFile(file.path, key, lock, file.migratedFrom)
}

const connectFile = (path: string, key: BookKey | null, lock: BookLock, migratedFrom: string | null): OpenFile => {
  const opened: Sqlite.Database[] = []
  try {
    const reading = lock.held ? connectTo(path, key) : openReadOnly(path, readHeader(path), key)
    opened.push(reading)
    prepareConnection(reading, { readonly: true })
    reading.pragma('query_only = ON')
    const reader = connect(reading)
    let writer: Kysely<Database> | null = null
    let seals: Seals | null = null
    if (lock.held) {
      const writing = connectTo(path, key)
      opened.push(writing)
      prepareConnection(writing, { readonly: false })
      writer = connect(writing)
      seals = new Seals(writing)
    }
    const close = async () => {
      await closeBoth(reader, reading)
      if (writer) await closeBoth(writer, opened[1] as Sqlite.Database)
      lock.release()
    }
    const file: OpenFile = {
      path,
      reader,
      writer,
      seals,
      heldBy: lock.by,
      lockLost: lock.lost,
      migratedFrom,
      key,
      close,
    }
    locks.set(file, lock)
    return file
  } catch (error) {
    for (const sqlite of opened) sqlite.close()
    throw error
  }
}

const lockOf = (path: string, holder: Holder): BookLock => {
  if (!isWritable(path)) return NO_LOCK
  try {
    return takeLock(path, holder)
  } catch (error) {
    throw refusalOf(error, path)
  }
}

// Kysely closes a connection it has used; one it never used is closed here.
const closeBoth = async (db: Kysely<Database>, sqlite: Sqlite.Database): Promise<void> => {
  await db.destroy()
  if (sqlite.open) sqlite.close()
}

/** Copies the book beside itself, then brings it up to date. Returns the copy's path. */
const migrateFile = async (path: string, key: BookKey | null, version: number, by: Author): Promise<string> => {
  const copy = freeName(`${path}.v${version}-${by.today}`)
  const sqlite = connectTo(path, key)
  const db = connect(sqlite)
  let copied = false
  try {
    prepareConnection(sqlite, { readonly: false })
    // Through SQLite, under the same key: what still stands in the write-ahead log is copied too. Under another name
    // until it is whole: one that was cut off must not pass for the book as it was.
    rmSync(`${copy}.part`, { force: true })
    await copyBook(sqlite, `${copy}.part`, key)
    renameSync(`${copy}.part`, copy)
    copied = true
    const found = await foundBeforeSealing(db)
    // All of them at once: cut off in between, rows would stand unsealed, as if another program had written them.
    await db.transaction().execute(async (trx) => {
      for (let position = version; position < migrations.length; position += 1)
        await apply(sqlite, trx, migrations[position], position + 1)
      const input = { from: version, to: migrations.length, ...(found && { found }) }
      await sealedFrom(sqlite, trx, { ...by, call: 'book.migrate', input })
    })
    return copy
  } catch (error) {
    // Without a copy nothing was begun.
    if (!copied) throw refusalOf(error, path)
    throw new Refusal(
      'book.migration-failed',
      `${basename(path)} could not be brought up to date; the copy is ${copy}`,
      { path, copy, cause: String(error) },
    )
  } finally {
    await closeBoth(db, sqlite)
  }
}

/** Never over an earlier copy: the book may have changed since. */
const freeName = (base: string): string => {
  for (let more = 1; ; more += 1) {
    const name = more === 1 ? `${base}.bak` : `${base}-${more}.bak`
    if (!existsSync(name)) return name
  }
}

const apply = async (
  sqlite: Sqlite.Database,
  trx: Transaction<Database>,
  migration: (typeof migrations)[number] | undefined,
  version: number,
): Promise<void> => {
  await migration?.up(trx as unknown as Kysely<unknown>)
  sqlite.pragma(`user_version = ${version}`)
}
