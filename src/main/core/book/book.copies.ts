import { readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { APPLICATION_ID, readHeader } from './book.inspect.ts'

export type Copy = { path: string; bytes: number; changedAt: string }

/** Files that belong to the open book itself. */
const OWN = ['', '-wal', '-shm', '-journal', '-lock']

/** Copies of a book that are not encrypted, beside it under a name that begins as its own and in its backup folder; newest first. */
export const plainCopiesOf = (path: string, backupFolder: string): Copy[] => {
  const own = OWN.map((suffix) => path + suffix)
  const stem = basename(path).replace(/\.[^.]*$/, '')
  return [...namesIn(dirname(path)).filter((one) => basename(one).startsWith(stem)), ...namesIn(backupFolder)]
    .filter((one, index, all) => !own.includes(one) && all.indexOf(one) === index)
    .flatMap((one) => plainBook(one) ?? [])
    .sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1))
}

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
