import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createCompany, normaliseCompany } from '../company/company.service.ts'
import { demoCompany } from '../demo/demo.company.ts'
import { fillDemo } from '../demo/demo.service.ts'
import { createPlan } from '../dunning/dunning.plan.service.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { HostContext } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import { fold } from '../kernel/text.ts'
import type { Desk } from '../people/people.service.ts'
import type { bookContract, OpenBook } from './book.contract.ts'
import { createFile } from './book.file.ts'
import { createProtectionCalls } from './book.protection.ts'
import { forgetBook, listBooks } from './book.recent.ts'
import type { Session } from './book.session.ts'

type Creation = Parameters<Handlers<typeof bookContract>['create']>[1]

const fileNameOf = (company: string): string =>
  `${
    fold(company)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'societe'
  }.encours`

/** Creates the file with its company and its dunning plan, and opens it; a book that cannot be completed leaves no file. */
const createBook = async (session: Session, ctx: HostContext, input: Creation): Promise<OpenBook> => {
  const company = normaliseCompany(input.company)
  const path = input.path ?? join(ctx.ports.dataFolder, fileNameOf(company.name))
  try {
    mkdirSync(dirname(path), { recursive: true })
  } catch {
    throw new Refusal('book.folder-not-writable', `${dirname(path)} cannot be created`, { folder: dirname(path) })
  }
  await createFile(path, { user: ctx.user, now: ctx.now, today: ctx.today }, async (db) => {
    await createCompany(db, company, input.iban, input.bic)
    await createPlan(db, company.language, company.currency)
    if (input.demo) await fillDemo({ ...ctx, db })
  })
  return session.open(path, ctx.now)
}

export const createBookCalls = (session: Session, desk: Desk): Handlers<typeof bookContract> => ({
  ...createProtectionCalls(session, desk),
  current: async () => ({ book: session.book }),
  recent: async (ctx) => ({ folder: ctx.ports.dataFolder, books: listBooks(ctx.ports.dataFolder) }),
  create: (ctx, input) => createBook(session, ctx, input),
  createDemo: (ctx, { language, path }) => createBook(session, ctx, { ...demoCompany(language), path, demo: true }),
  open: (ctx, { path, passphrase, damaged }) => session.open(path, ctx.now, passphrase, damaged),
  close: async (ctx) => {
    await session.close(ctx.now)
    return {}
  },
  forget: async (ctx, { path }) => {
    forgetBook(ctx.ports.dataFolder, path)
    return {}
  },
})
