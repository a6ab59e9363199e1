import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { connect, prepareConnection } from '../db/connection.ts'
import { migrations } from '../db/migrations/index.ts'
import { Refusal } from '../kernel/errors.ts'
import { connectTo } from './book.connection.ts'
import type { OpenFile } from './book.file.ts'
import { isWritable, openReadOnly, readHeader, refusalOf } from './book.inspect.ts'
import type { BookKey } from './book.key.ts'

/**
 * Opens a damaged book for reading, as far as it can be read: a call that meets a damaged page is refused, others answer.
 * Nothing is checked, migrated or written. Refuses `book.damaged` where not even its tables are known, or they are those
 * of another version.
 */
export const openDamaged = (path: string, key: BookKey | null): OpenFile => {
  try {
    const sqlite = connectAsItIs(path, key)
    try {
      // Without it SQLite reads nothing of a file that was cut off.
      sqlite.unsafeMode(true)
      sqlite.pragma('writable_schema = ON')
      prepareConnection(sqlite, { readonly: true })
      sqlite.pragma('query_only = ON')
      const version = Number(sqlite.pragma('user_version', { simple: true }))
      const tables = Number(sqlite.prepare("SELECT count(*) FROM sqlite_schema WHERE type = 'table'").pluck().get())
      if (version !== migrations.length || tables === 0)
        throw new Refusal('book.damaged', `${basename(path)} is too damaged to be read`, { path, unreadable: true })
      const reader = connect(sqlite)
      const close = async () => {
        await reader.destroy()
        if (sqlite.open) sqlite.close()
      }
      return {
        path,
        reader,
        writer: null,
        seals: null,
        heldBy: null,
        lockLost: () => false,
        migratedFrom: null,
        key,
        close,
      }
    } catch (error) {
      sqlite.close()
      throw error
    }
  } catch (error) {
    throw refusalOf(error, path)
  }
}

// What a log beside it still holds would be written into the book by a connection that may write.
const connectAsItIs = (path: string, key: BookKey | null): Sqlite.Database =>
  existsSync(`${path}-wal`) || !isWritable(path) ? openReadOnly(path, readHeader(path), key) : connectTo(path, key)
