import { rmSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { changeOf, identityOf } from './book.identity.ts'

export type Holder = { user: string; host: string; program: string; since: string }

/**
 * One writer per book. The lock is a write transaction held open on a small database beside the book: the operating
 * system lets go of it when the process ends, however it ends, so a crash never leaves a book locked.
 */
export type BookLock = {
  held: boolean
  /** Who holds it instead. */
  by: Holder | null
  /**
   * Whether another took it all the same: where a shared folder keeps no locks, or the lock's file was removed. Read
   * through SQLite and from the folder only: to open the file otherwise, and close it, would let go of the lock.
   */
  lost: () => boolean
  release: () => void
}

/** Of a book that is open without being held. */
export const NO_LOCK: BookLock = { held: false, by: null, lost: () => false, release: () => {} }

export const takeLock = (bookPath: string, holder: Holder): BookLock => {
  try {
    return lockWith(`${bookPath}-lock`, holder)
  } catch (error) {
    if (!isSpoilt(error)) throw error
    // Nobody holds a lock that is no database: it is made anew.
    rmSync(`${bookPath}-lock`)
    return lockWith(`${bookPath}-lock`, holder)
  }
}

const lockWith = (path: string, holder: Holder): BookLock => {
  const sqlite = new Sqlite(path)
  try {
    sqlite.pragma('busy_timeout = 200')
    // A rollback journal, so that others read who holds the book while the transaction stays open.
    sqlite.pragma('journal_mode = DELETE')
    sqlite.exec(
      'BEGIN IMMEDIATE; CREATE TABLE IF NOT EXISTS holder (user TEXT, host TEXT, program TEXT, since TEXT); DELETE FROM holder',
    )
    sqlite.prepare('INSERT INTO holder VALUES (?, ?, ?, ?)').run(holder.user, holder.host, holder.program, holder.since)
    sqlite.exec('COMMIT; BEGIN IMMEDIATE')
    const watch = watchOf(path)
    const release = () => {
      watch.close()
      sqlite.close()
    }
    return { held: true, by: null, lost: watch.changed, release }
  } catch (error) {
    if (!isBusy(error)) {
      sqlite.close()
      throw error
    }
    const by = readHolder(sqlite)
    sqlite.close()
    return { ...NO_LOCK, by }
  }
}

/** Nobody else can write into the lock while it is held: that somebody has shows that it holds no one off. */
const watchOf = (path: string): { changed: () => boolean; close: () => void } => {
  const sqlite = new Sqlite(path, { readonly: true, timeout: 0 })
  const version = () => sqlite.pragma('data_version', { simple: true })
  const [file, first] = [identityOf(path), version()]
  const changed = () => {
    try {
      return changeOf(file, path) !== null || version() !== first
    } catch (error) {
      // Somebody is writing it.
      return isBusy(error)
    }
  }
  return { changed, close: () => sqlite.close() }
}

const isSpoilt = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^SQLITE_(NOTADB|CORRUPT)/.test(String(error.code))

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')

const readHolder = (sqlite: Sqlite.Database): Holder => {
  try {
    const row = sqlite.prepare('SELECT user, host, program, since FROM holder').get()
    if (row) return row as Holder
  } catch {
    // The holder has just taken the lock and not yet written its name.
  }
  return { user: '', host: '', program: '', since: '' }
}
