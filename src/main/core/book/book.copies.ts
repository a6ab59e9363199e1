import { readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { readName, stemOf } from '../backups/backups.rules.ts'
import { APPLICATION_ID, readHeader } from './book.inspect.ts'

export type Copy = { path: string; bytes: number; changedAt: string }

/**
 * What this program names copies of a book: made before a migration, backups, set aside before a restoration. Another
 * book whose name begins alike is none.
 */
const isCopy = (bookName: string, name: string): boolean =>
  (name.startsWith(`${bookName}.v`) && /-\d{4}-\d\d-\d\d(-\d+)?\.bak(\.part)?$/.test(name)) ||
  readName(stemOf(bookName), name.replace(/\.part$/, '')) !== null ||
  (name.startsWith(`${stemOf(bookName)}-avant-restauration-`) && name.endsWith('.encours'))

/** Copies of a book that are not encrypted, beside it and in the folder of its backups; newest first. */
export const plainCopiesOf = (path: string, backupFolder: string): Copy[] =>
  [...new Set([dirname(path), backupFolder])]
    .flatMap(namesIn)
    .filter((one) => isCopy(basename(path), basename(one)))
    .flatMap((one) => plainBook(one) ?? [])
    .sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1))

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder).map((name) => join(folder, name))
  } catch {
    return []
  }
}

const plainBook = (path: string): Copy | null => {
  try {
    const { size, mtime } = statSync(path)
    const { sqlite, applicationId } = readHeader(path)
    if (!sqlite || applicationId !== APPLICATION_ID) return null
    return { path, bytes: size, changedAt: mtime.toISOString() }
  } catch {
    return null
  }
}
