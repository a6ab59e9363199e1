import { mkdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { Refusal } from '../kernel/errors.ts'
import { lastEntryOf, writeAtOnce } from './backups.copy.ts'
import { folderOf, freeName } from './backups.folder.ts'
import type { BackupKeeper } from './backups.keeper.ts'
import { readRecords } from './backups.records.ts'

/**
 * Writes what an open connection still reads to a new file: the only way to keep a book whose file was taken away, for
 * nothing can be opened at its path any more. Under the book's key; rare, and done at once.
 */
export const saveOpen = (reader: Sqlite.Database, to: string): { bytes: number; lastEntryAt: string | null } => {
  writeAtOnce(reader, to)
  return { bytes: statSync(to).size, lastEntryAt: lastEntryOf(reader)?.at ?? null }
}

/** Before a book is closed whose file was taken away: among its backups, or where these cannot be written, beside it. */
export const rescue = (
  backups: BackupKeeper,
  dataFolder: string,
  { path, reader, how }: { path: string; reader: Sqlite.Database; how: 'missing' | 'replaced' },
  now: string,
): void => {
  const { settings } = readRecords(dataFolder)
  for (const folder of [folderOf(dataFolder, settings, path), dirname(path)])
    try {
      mkdirSync(folder, { recursive: true })
      const saved = join(folder, freeName(folder, path, now, true))
      saveOpen(reader, saved)
      const message = `${basename(path)} was taken away while it was open; what it held is in ${saved}`
      backups.fail(path, now, new Refusal('book.replaced', message, { path, how, saved }))
      return
    } catch (error) {
      backups.fail(path, now, error)
    }
}
