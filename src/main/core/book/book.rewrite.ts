import { renameSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { recordCommand } from '../audit/audit.service.ts'
import { connect, prepareConnection, sqliteOf } from '../db/connection.ts'
import { Seals } from '../db/seals.ts'
import type { Author } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import { connectTo, copyBook, removeRewritten, rewrittenName, syncFile, syncFolder } from './book.connection.ts'
import { type OpenFile, reconnect } from './book.file.ts'
import { refusalOf } from './book.inspect.ts'
import type { BookKey } from './book.key.ts'

/** What the audit of the book says of it, in its new file. */
export type RewriteEntry = { by: Author; call: string; input: unknown }

type Around = {
  /** Resolves once nothing of this program reads the file but the book's own connections. */
  unread: () => Promise<void>
  /** Given the book's new connections, after a failure too: the old ones are closed. */
  replaced: (file: OpenFile) => void
}

/**
 * Writes an open book anew under another key, or none: a copy beside it, held against it, takes its place in one step.
 * Cut off at any point, the old book or the new one stands, whole. Commands wait, the lock is held throughout.
 * Refuses `book.in-use` where another program reads the book, `book.protection-failed` for anything else that went wrong.
 */
export const rewriteBook = async (
  file: OpenFile,
  next: BookKey | null,
  entry: RewriteEntry,
  { unread, replaced }: Around,
): Promise<void> => {
  const { path, writer } = file
  if (!writer) throw new Refusal('book.read-only', 'the book is open read-only', { heldBy: file.heldBy })
  // Holding the only connection that writes, nothing is written between the copy and its taking the place.
  await writer.connection().execute(async () => {
    const writing = sqliteOf(writer)
    const reading = sqliteOf(file.reader)
    let key = file.key
    /** From here to the end nothing else of the program runs. */
    let replacing = false
    try {
      refuseClosed(writing)
      await writeAnew(writing, file, next, entry)
      await unread()
      refuseClosed(writing)
      replacing = true
      reading.close()
      leaveLog(writing, path)
      writing.close()
      renameSync(rewrittenName(path), path)
      key = next
      syncFolder(dirname(path))
      replaced(reconnect(file, next))
    } catch (error) {
      removeRewritten(path)
      if (replacing) {
        writing.close()
        replaced(reconnect(file, key))
      } else refuseClosed(writing)
      throw asTold(error, path)
    }
  })
}

const refuseClosed = (writing: Sqlite.Database): void => {
  if (!writing.open) throw new Refusal('cancelled', 'the book was closed meanwhile')
}

const writeAnew = async (writing: Sqlite.Database, file: OpenFile, next: BookKey | null, entry: RewriteEntry) => {
  removeRewritten(file.path)
  const to = rewrittenName(file.path)
  await copyBook(writing, to, file.key, next)
  const sqlite = connectTo(to, next)
  const db = connect(sqlite)
  try {
    prepareConnection(sqlite, { readonly: true })
    sqlite.pragma('synchronous = FULL')
    refuseDifferent(writing, sqlite)
    const seals = new Seals(sqlite)
    await db.transaction().execute(async (trx) => {
      seals.begin()
      await recordCommand(trx, entry.by, entry.call, entry.input, seals.take())
    })
  } finally {
    await db.destroy()
    if (sqlite.open) sqlite.close()
  }
  syncFile(to)
}

const refuseDifferent = (book: Sqlite.Database, copy: Sqlite.Database): void => {
  const found = copy.pragma('quick_check(1)', { simple: true })
  if (found !== 'ok') throw new Error(`the copy is damaged: ${found}.`)
  if (outlineOf(book) !== outlineOf(copy)) throw new Error('the copy differs from the book.')
}

/** The version, the end of the audit and the number of rows of every table. */
const outlineOf = (sqlite: Sqlite.Database): string => {
  const tables = sqlite
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' ORDER BY name")
    .pluck()
    .all() as string[]
  const counts = tables.map((name) => sqlite.prepare(`SELECT count(*) FROM "${name}"`).pluck().get())
  const last = sqlite.prepare('SELECT id, hash FROM audit_entry ORDER BY id DESC LIMIT 1').raw().get()
  return JSON.stringify([sqlite.pragma('user_version', { simple: true }), last, tables, counts])
}

/**
 * Puts all of the write-ahead log into the book and removes it: beside a file under another key it would spoil that.
 * SQLite does so only for the last one that has the file open, in any program.
 */
const leaveLog = (sqlite: Sqlite.Database, path: string): void => {
  sqlite.pragma('busy_timeout = 500')
  let mode: unknown
  try {
    mode = sqlite.pragma('journal_mode = DELETE', { simple: true })
  } catch (error) {
    mode = error
  }
  if (mode !== 'delete')
    throw new Refusal('book.in-use', `another program has ${basename(path)} open`, { path, found: String(mode) })
}

const asTold = (error: unknown, path: string): unknown => {
  const told = refusalOf(error, path)
  if (told instanceof Refusal) return told
  return new Refusal('book.protection-failed', `${basename(path)} could not be written anew: ${String(error)}`, {
    path,
    cause: error instanceof Error ? error.message : String(error),
  })
}
