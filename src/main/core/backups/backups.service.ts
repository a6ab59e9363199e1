import { existsSync, realpathSync } from 'node:fs'
import { dirname, isAbsolute, resolve } from 'node:path'
import type { Session } from '../book/book.session.ts'
import { sqliteOf } from '../db/connection.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { HostContext } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import type { backupsContract } from './backups.contract.ts'
import { lastEntryOf } from './backups.copy.ts'
import { isFolder, listBackups, usualFolder } from './backups.folder.ts'
import { previewOf } from './backups.preview.ts'
import { changeRecords, readRecords } from './backups.records.ts'
import { saveOpen } from './backups.rescue.ts'
import { type Restoring, restoreBackup } from './backups.restore.ts'

/** A clock that is set right by the network goes back a little now and then. */
const CLOCK_SLACK_MS = 5 * 60_000

const stateOf = (session: Session, ctx: HostContext) => {
  const book = session.book
  if (!book) return null
  const { path } = book
  const { reader, writer } = session.file()
  const last = session.backups.last(path)
  const entry = book.damaged ? undefined : lastEntryOf(sqliteOf(reader))
  const ahead = entry !== undefined && Date.parse(entry.at) > Date.parse(ctx.now) + CLOCK_SLACK_MS
  return {
    path,
    automatic: writer !== null && session.backups.automatic,
    running: session.backups.isRunning(path),
    last: last && { at: last.at, path: last.path },
    changed: entry !== undefined && !session.backups.holds(path, entry.hash),
    replaced: session.change(),
    lastEntryAhead: ahead ? entry.at : null,
  }
}

const copyTo = async (session: Session, path: string) => {
  const file = session.file()
  const to = resolve(path)
  if (existsSync(to)) throw new Refusal('book.exists', `${to} exists already`, { path: to })
  if (!isFolder(dirname(to)))
    throw new Refusal('backup.folder-missing', `${dirname(to)} is not there`, { folder: dirname(to) })
  const saved = session.change() ? saveOpen(sqliteOf(file.reader), to) : await session.backups.copy(file, to)
  return { path: to, bytes: saved.bytes, lastEntryAt: saved.lastEntryAt }
}

// Reading the open book's file apart from SQLite would make it lose its locks.
const notOpen = (session: Session, path: string): string => {
  const full = existsSync(path) ? realpathSync(path) : resolve(path)
  if (full === session.book?.path) throw new Refusal('backup.of-itself', `${full} is the open book`, { path: full })
  return full
}

const restore = (session: Session, ctx: HostContext, input: Restoring) =>
  restoreBackup(ctx, input, async (to) => {
    // Nobody has the book open while another takes its place, a backup of ours neither.
    if (session.book?.path === to) await session.close(ctx.now)
    await session.backups.idle()
  })

export const createBackupsCalls = (session: Session): Handlers<typeof backupsContract> => ({
  state: async (ctx) => ({ book: stateOf(session, ctx), failures: session.backups.failures() }),
  dismiss: async (_ctx, { path }) => {
    session.backups.dismiss(path)
    return {}
  },
  list: async (ctx, { path }) => listBackups(ctx.ports.dataFolder, path ?? session.file().path),
  settings: async (ctx) => ({
    ...readRecords(ctx.ports.dataFolder).settings,
    usualFolder: usualFolder(ctx.ports.dataFolder),
  }),
  setSettings: async (ctx, settings) => {
    const { folder } = settings
    if (folder !== null && !(isAbsolute(folder) && isFolder(folder)))
      throw new Refusal('backup.folder-missing', `${folder} is not there`, { folder })
    changeRecords(ctx.ports.dataFolder, (records) => {
      records.settings = settings
    })
    return {}
  },
  now: async (ctx) => session.backups.backUp(session.file(), ctx.now, true),
  copy: async (_ctx, { path }) => copyTo(session, path),
  preview: (ctx, { path, passphrase }) => previewOf(notOpen(session, path), passphrase, ctx.now),
  restore: (ctx, input) => restore(session, ctx, { ...input, path: notOpen(session, input.path) }),
})
