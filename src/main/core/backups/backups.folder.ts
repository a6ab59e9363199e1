import { createHash } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Refusal } from '../kernel/errors.ts'
import type { Backup, Settings } from './backups.contract.ts'
import { readRecords, recordsOf, type WrittenBackup } from './backups.records.ts'
import { backupName, byAge, kindsOf, type Named, readName, stemOf, surplusOf } from './backups.rules.ts'

/** Left free on the disk: a backup must not take the room that the book itself grows into. */
const SPARE_BYTES = 32 * 1024 * 1024

const PART = '.part'

export const usualFolder = (dataFolder: string): string => join(dataFolder, 'backups')

/** The folder of one book's backups: two books of the same name have two. */
export const folderOf = (dataFolder: string, settings: Settings, bookPath: string): string => {
  const hash = createHash('sha256').update(bookPath).digest('hex').slice(0, 8)
  return join(settings.folder ?? usualFolder(dataFolder), `${stemOf(basename(bookPath))}-${hash}`)
}

/**
 * Makes the folder of a book's backups ready. A chosen folder that is not there is not created: an absent drive would be
 * written to beside its mount point.
 * @throws Refusal `backup.folder-missing`, `backup.folder-not-writable`, `backup.no-room`
 */
export const prepareFolder = (dataFolder: string, settings: Settings, bookPath: string): string => {
  const folder = folderOf(dataFolder, settings, bookPath)
  if (settings.folder !== null && !isFolder(settings.folder))
    throw new Refusal('backup.folder-missing', `${settings.folder} is not there`, { folder: settings.folder })
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new Refusal('backup.folder-not-writable', `${folder} cannot be created`, { folder, cause: String(error) })
  }
  refuseWithoutRoom(folder, statSync(bookPath, { throwIfNoEntry: false })?.size ?? 0)
  return folder
}

export const refuseWithoutRoom = (folder: string, bytes: number): void => {
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize < bytes + SPARE_BYTES)
    throw new Refusal('backup.no-room', `${folder} has no room for a backup`, {
      folder,
      needed: bytes,
      free: bavail * bsize,
    })
}

/** False as well for a place that cannot be looked at: a name too long, a folder closed to us. */
export const isFolder = (path: string): boolean => {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

/** Backups of a book that the folder holds; empty when it is absent. */
export const namedIn = (folder: string, bookPath: string): Named[] => {
  const stem = stemOf(basename(bookPath))
  try {
    return readdirSync(folder)
      .flatMap((name) => readName(stem, name) ?? [])
      .sort(byAge)
  } catch {
    return []
  }
}

/** A name that no file has yet. */
export const freeName = (folder: string, bookPath: string, at: string, manual: boolean): string => {
  for (let turn = 1; ; turn += 1) {
    const name = backupName(stemOf(basename(bookPath)), { at, manual, turn })
    if (!existsSync(join(folder, name))) return name
  }
}

/** A file of our own, under which a copy is written until it is whole; whatever has its name already is left alone. */
export const reservePart = (path: string): string => {
  for (let turn = 1; ; turn += 1) {
    const part = `${path}${PART}${turn > 1 ? turn : ''}`
    try {
      closeSync(openSync(part, 'wx'))
      return part
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

/** A part, with what SQLite puts beside it; what cannot be removed goes with the next backup, and hides no failure. */
export const removePart = (part: string): void => {
  for (const suffix of ['', '-journal', '-wal', '-shm']) {
    try {
      rmSync(part + suffix, { force: true })
    } catch {}
  }
}

/** Parts that a program left when it was cut off; one that another program may be writing is left alone. */
export const removeOldParts = (folder: string, bookPath: string, now: string): void => {
  const stem = stemOf(basename(bookPath))
  for (const name of readdirSync(folder)) {
    const own = /^(.*\.encours\.bak)\.part\d*(-journal|-wal|-shm)?$/.exec(name)?.[1]
    if (own === undefined || !readName(stem, own)) continue
    const path = join(folder, name)
    const age = Date.parse(now) - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0)
    if (age > 3_600_000) rmSync(path, { force: true })
  }
}

/** Deletes what the rules do not keep; a file that cannot be deleted now goes the next time. */
export const prune = (folder: string, bookPath: string, settings: Settings, just: string): string[] =>
  surplusOf(namedIn(folder, bookPath), settings.keep, just).filter((name) => {
    try {
      rmSync(join(folder, name))
      return true
    } catch {
      return false
    }
  })

/** Backups of a book, newest first, with what this computer knows of them. */
export const listBackups = (
  dataFolder: string,
  bookPath: string,
): { folder: string; there: boolean; backups: Backup[] } => {
  const records = readRecords(dataFolder)
  const folder = folderOf(dataFolder, records.settings, bookPath)
  const known = recordsOf(records, bookPath).backups
  const named = namedIn(folder, bookPath)
  const kinds = kindsOf(named, records.settings.keep)
  return {
    folder,
    there: records.settings.folder === null || isFolder(records.settings.folder),
    backups: named.flatMap(({ name, at }): Backup[] => {
      const path = join(folder, name)
      const file = statSync(path, { throwIfNoEntry: false })
      if (!file) return []
      const as = sameFile(known[path], file)
      return [
        {
          path,
          name,
          at,
          bytes: file.size,
          kind: kinds.get(name) ?? 'daily',
          verified: as ? true : null,
          company: as?.company ?? null,
          lastEntryAt: as?.lastEntryAt ?? null,
        },
      ]
    }),
  }
}

const sameFile = (
  known: WrittenBackup | undefined,
  file: { size: number; mtimeMs: number },
): WrittenBackup | undefined =>
  known && known.bytes === file.size && Math.abs(known.changedMs - file.mtimeMs) < 2 ? known : undefined
