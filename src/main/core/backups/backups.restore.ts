import {
  closeSync,
  copyFileSync,
  existsSync,
  linkSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { recordCommand } from '../audit/audit.service.ts'
import { syncFile, syncFolder } from '../book/book.connection.ts'
import { type OpenFile, openFile } from '../book/book.file.ts'
import { inspectFile, refusalOf } from '../book/book.inspect.ts'
import type { BookKey } from '../book/book.key.ts'
import { type Holder, takeLock } from '../book/book.lock.ts'
import { keyFor } from '../book/book.passphrase.ts'
import type { HostContext } from '../kernel/context.ts'
import type { Secret } from '../kernel/contract.ts'
import { Refusal } from '../kernel/errors.ts'
import { refuseWithoutRoom, removePart } from './backups.folder.ts'
import { asideName, readAnyName } from './backups.rules.ts'

export type Restoring = { path: string; to: string; replace: boolean; passphrase?: Secret | undefined }

/**
 * Restores a backup to a new file, or in place of the book at `to`, which keeps standing beside it under another name.
 * The file has its name once it is whole, brought up to date, and its audit says that it was restored.
 * @throws Refusal what opening the backup refuses; `book.exists`, `book.in-use`, `book.folder-not-writable`,
 * `backup.of-itself`, `backup.no-room`; `book.not-a-book` where a folder stands at `to`
 */
export const restoreBackup = async (
  ctx: HostContext,
  { path: from, to: wanted, replace, passphrase }: Restoring,
  /** Until then the book that is to be replaced may stay open. */
  beforeReplacing: (to: string) => Promise<void>,
) => {
  const path = resolve(from)
  const to = existsSync(wanted) ? realpathSync(wanted) : resolve(wanted)
  if (existsSync(path) && realpathSync(path) === to)
    throw new Refusal('backup.of-itself', `${basename(to)} is the backup itself`, { path: to })
  if (!replace && existsSync(to)) throw new Refusal('book.exists', `${to} exists already`, { path: to })
  // A damaged book may be any file, but no book is a folder.
  if (existsSync(to) && !statSync(to).isFile()) throw new Refusal('book.not-a-book', `${to} is no file`, { path: to })
  const key = await keyFor(path, passphrase, ctx.now)
  inspectFile(path, key)
  const holder = { user: ctx.user, host: ctx.ports.hostName, program: ctx.ports.program, since: ctx.now }
  const part = reserve(to)
  try {
    copyWhole(path, part)
    await recordRestored(part, key, holder, ctx, path)
    if (!replace) return { path: to, setAside: giveName(part, to) }
    await beforeReplacing(to)
    return { path: to, setAside: takePlace(part, to, holder, ctx.now) }
  } catch (error) {
    throw refusalOf(error, to)
  } finally {
    for (const suffix of ['', '-lock', '-lock-journal']) removePart(part + suffix)
  }
}

/** A name of our own beside the book to be. */
const reserve = (to: string): string => {
  for (let turn = 1; ; turn += 1) {
    const part = `${to}.restore${turn > 1 ? turn : ''}`
    try {
      closeSync(openSync(part, 'wx'))
      return part
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue
      const folder = dirname(to)
      throw new Refusal('book.folder-not-writable', `${folder} cannot be written to`, { folder, cause: String(error) })
    }
  }
}

const copyWhole = (path: string, part: string): void => {
  refuseWithoutRoom(dirname(part), statSync(path).size)
  copyFileSync(path, part)
  // A backup has no log of its own; a book that was copied while it was open has.
  if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${part}-wal`)
}

/** Opens the copy, which brings it up to date, and writes into its audit where it comes from. */
const recordRestored = async (part: string, key: BookKey | null, holder: Holder, ctx: HostContext, from: string) => {
  const file: OpenFile = await openFile(part, key, holder)
  try {
    const { writer, seals } = file
    if (!writer || !seals) throw new Refusal('book.in-use', `${part} is in use`, { path: part })
    await writer.transaction().execute(async (db) => {
      seals.begin()
      const input = { backup: basename(from), madeAt: readAnyName(basename(from))?.at ?? null }
      await recordCommand(db, ctx, 'book.restore', input, seals.take())
    })
  } finally {
    await file.close()
    // The backup is still what it was: no other copy of it is needed.
    if (file.migratedFrom) rmSync(file.migratedFrom, { force: true })
  }
  syncFile(part)
}

const giveName = (part: string, to: string): null => {
  if (existsSync(to)) throw new Refusal('book.exists', `${to} exists already`, { path: to })
  renameSync(part, to)
  syncFolder(dirname(to))
  return null
}

/** The book at `to` gets another name, with all that belongs to it, while nobody else can open it. */
const takePlace = (part: string, to: string, holder: Holder, now: string): string | null => {
  if (!existsSync(to)) return giveName(part, to)
  const lock = takeLock(to, holder)
  if (!lock.held) throw new Refusal('book.in-use', `${basename(to)} is open in another program`, { heldBy: lock.by })
  try {
    const aside = freeAside(to, now)
    setAside(to, aside)
    // The log of the other book must never meet this one.
    for (const suffix of ['-wal', '-shm']) if (existsSync(to + suffix)) renameSync(to + suffix, aside + suffix)
    renameSync(part, to)
    syncFolder(dirname(to))
    return aside
  } finally {
    lock.release()
  }
}

/** By a second name, so that there is a book at its place at every moment; not every disk knows second names. */
const setAside = (to: string, aside: string): void => {
  try {
    linkSync(to, aside)
  } catch {
    renameSync(to, aside)
  }
}

const freeAside = (to: string, now: string): string => {
  for (let turn = 1; ; turn += 1) {
    const path = join(dirname(to), asideName(basename(to), now, turn))
    if (!existsSync(path)) return path
  }
}
