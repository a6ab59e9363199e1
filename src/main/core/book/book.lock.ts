import { rmSync } from 'node:fs'
import Sqlite from 'better-sqlite3'

export type Holder = { user: string; host: string; program: string; since: string }

/**
 * One writer per book. The lock is a write transaction held open on a small database beside the book: the operating
 * system lets go of it when the process ends, however it ends, so a crash never leaves a book locked.
 */
export type BookLock = {
  held: boolean
  /** Who holds it instead. */
  by: Holder | null
  release: () => void
}

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
    return { held: true, by: null, release: () => sqlite.close() }
  } catch (error) {
    if (!isBusy(error)) {
      sqlite.close()
      throw error
    }
    const by = readHolder(sqlite)
    sqlite.close()
    return { held: false, by, release: () => {} }
  }
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
