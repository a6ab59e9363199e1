import { rmSync } from 'node:fs'
import { basename } from 'node:path'
import { allEntries } from '../audit/audit.service.ts'
import { folderOf } from '../backups/backups.folder.ts'
import { readRecords } from '../backups/backups.records.ts'
import { requireCompany } from '../company/company.service.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { HostContext, QueryContext } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import { typesetterOf } from '../letters/typesetter.port.ts'
import type { Desk } from '../people/people.service.ts'
import { type Copy, plainCopiesOf } from './book.copies.ts'
import type { OpenFile } from './book.file.ts'
import { BookKey } from './book.key.ts'
import { confirmKey } from './book.passphrase.ts'
import type { protectionContract } from './book.protection.contract.ts'
import { sameGroup, writeRecoveryKey } from './book.recovery.rules.ts'
import { recoverySheet } from './book.recovery.sheet.ts'
import { rewriteBook } from './book.rewrite.ts'
import type { Session } from './book.session.ts'
import { refuseWeak, strengthOf } from './book.strength.ts'

const keyOf = (file: OpenFile): BookKey => {
  if (!file.key) throw new Refusal('book.not-encrypted', `${basename(file.path)} is not encrypted`, { path: file.path })
  return file.key
}

const recoveryOf = (key: BookKey) => ({ recoveryKey: writeRecoveryKey(key.bytes()) })

/** Names that somebody who wants in would try first. */
const ownNames = (session: Session, ctx: HostContext): string[] =>
  [session.book?.company, session.book?.name, ctx.user, ctx.ports.userName].filter((name) => name !== undefined)

const CHANGES = ['book.protect', 'book.changePassphrase', 'book.unprotect', 'book.noteRecoveryKey'] as const

const copiesOf = (session: Session): Copy[] => {
  const { path } = session.file()
  const { dataFolder } = session.ports
  return plainCopiesOf(path, folderOf(dataFolder, readRecords(dataFolder).settings, path))
}

const protectionOf = async (session: Session, ctx: QueryContext) => {
  const encrypted = session.file().key !== null
  const told = (await Promise.all(CHANGES.map((call) => allEntries(ctx, { call })))).flat()
  const [last] = told.sort((a, b) => b.id - a.id)
  const set = told.find(({ call }) => call !== 'book.noteRecoveryKey')
  return {
    encrypted,
    since: encrypted && set ? { at: set.at, user: set.user } : null,
    recoveryNoted: encrypted && last?.call === 'book.noteRecoveryKey',
    plainCopies: copiesOf(session),
  }
}

/** Writes the open book anew under a key, or none. */
const rewrite = async (session: Session, desk: Desk, ctx: HostContext, call: string, next: BookKey | null) => {
  const file = session.file()
  const by = { user: ctx.user, now: ctx.now, today: ctx.today }
  await rewriteBook(
    file,
    next,
    { by, call, input: {} },
    {
      unread: () => session.backups.idle(),
      replaced: (rewritten) => {
        desk.moved(file, rewritten)
        session.replaced(rewritten)
      },
    },
  )
}

export const createProtectionCalls = (session: Session, desk: Desk): Handlers<typeof protectionContract> => ({
  protection: (ctx) => protectionOf(session, ctx),
  strength: (ctx, { passphrase }) => strengthOf(passphrase.reveal(), ownNames(session, ctx)),
  protect: async (ctx, { passphrase }) => {
    const { path, key } = session.file()
    if (key) throw new Refusal('book.encrypted', `${basename(path)} is encrypted already`, { path })
    await refuseWeak(passphrase.reveal(), ownNames(session, ctx))
    const next = await BookKey.create(passphrase.reveal())
    await rewrite(session, desk, ctx, 'book.protect', next)
    return recoveryOf(next)
  },
  changePassphrase: async (ctx, { current, next: passphrase }) => {
    const file = session.file()
    await confirmKey(file.path, keyOf(file), current, ctx.now)
    await refuseWeak(passphrase.reveal(), ownNames(session, ctx))
    const next = await BookKey.create(passphrase.reveal())
    await rewrite(session, desk, ctx, 'book.changePassphrase', next)
    return recoveryOf(next)
  },
  unprotect: async (ctx, { current }) => {
    const file = session.file()
    await confirmKey(file.path, keyOf(file), current, ctx.now)
    await rewrite(session, desk, ctx, 'book.unprotect', null)
    return {}
  },
  recoveryKey: async (ctx, { current }) => {
    const file = session.file()
    await confirmKey(file.path, keyOf(file), current, ctx.now)
    return recoveryOf(keyOf(file))
  },
  recoverySheet: async (ctx, { recoveryKey, language }) => {
    const company = await requireCompany(ctx)
    const { name, data } = recoverySheet({
      recoveryKey: recoveryKey.reveal(),
      book: basename(session.file().path),
      company,
      language: language ?? company.language,
      today: ctx.today,
    })
    const pdf = typesetterOf(ctx.ports).documentPdf(data)
    return { name, file: new File([new Uint8Array(pdf)], name, { type: 'application/pdf' }) }
  },
  noteRecoveryKey: async (_ctx, { lastGroup }) => {
    const key = keyOf(session.file())
    if (!sameGroup(writeRecoveryKey(key.bytes()), lastGroup.reveal()))
      throw new Refusal('book.recovery-key-differs', 'that is not the last group of the recovery key')
    return {}
  },
  removePlainCopies: async (_ctx, { paths }) => {
    keyOf(session.file())
    const known = new Set(copiesOf(session).map(({ path }) => path))
    const unknown = paths.find((path) => !known.has(path))
    if (unknown) throw new Refusal('not-found', `${unknown} is no copy of this book in the clear`, { path: unknown })
    for (const path of paths) rmSync(path)
    return { removed: paths.length }
  },
})
