import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { ContractRouterClient } from '@orpc/contract'
import { createRouterClient, ORPCError } from '@orpc/server'
import Sqlite from 'better-sqlite3'
import { verifyAudit } from '../../src/main/core/audit/audit.service.ts'
import type { CompanyInput } from '../../src/main/core/company/company.contract.ts'
import type { Contract } from '../../src/main/core/contract.ts'
import { createProgram, type Ports, type Program } from '../../src/main/core/core.ts'
import { connect } from '../../src/main/core/db/connection.ts'
import type { Day } from '../../src/main/core/kernel/day.ts'

/** Every call of the contract, typed, as the window has it. */
export type Client = ContractRouterClient<Contract>

export type TestBook = {
  client: Client
  /** The same program on another day: `on('2026-03-31').dunning.propose(…)`. */
  on: (today: Day) => Client
  /** Another window of the same program, where somebody else may sign in; an hour of the day if given. */
  as: (session: string, hour?: string) => Client
  program: Program
  path: string
  folder: string
  /** What somebody does to the file with another program. */
  outside: (work: (sqlite: Sqlite.Database) => unknown) => void
  /** Closes the book and removes its folder. */
  close: () => Promise<void>
}

type Opening = {
  today: Day
  language?: 'fr' | 'en'
  country?: string
  currency?: string
  company?: Partial<CompanyInput>
  /** Empty for a company without a bank account. */
  iban?: string
}

/** The example IBAN of French textbooks: its check digits hold, and it belongs to nobody. */
export const TEST_IBAN = 'FR76 3000 6000 0112 3456 7890 189'

const root = resolve(import.meta.dirname, '..', '..')

/** Built before the tests (test/support/space-page.ts). */
const SPACE_PAGE = join(root, 'node_modules', '.cache', 'encours-space')

export const testPorts = (dataFolder: string, program: Ports['program'] = 'test'): Ports => ({
  resources: join(root, 'resources'),
  dataFolder,
  version: '0.0.0',
  userName: 'test',
  hostName: 'test-host',
  spacePage: SPACE_PAGE,
  program,
})

/**
 * The typed client of a program on a day. The hour is noon unless given, so that nothing depends on the clock. In a book with
 * people, who acts is whoever signed in to the session.
 */
export const clientOn = (program: Program, today: Day, user = 'test', session = 'test', hour = '12:00:00'): Client =>
  createRouterClient(program.router, { context: { today, now: `${today}T${hour}.000Z`, user, session } }) as Client

/** A program with no book, on a folder of its own. */
export const openTestProgram = (today: Day, kind: Ports['program'] = 'test') => {
  const folder = mkdtempSync(join(tmpdir(), 'encours-book-'))
  const program = createProgram(testPorts(folder, kind))
  const close = async () => {
    await program.close()
    rmSync(folder, { recursive: true, force: true })
  }
  const as = (session: string, hour?: string) => clientOn(program, today, 'test', session, hour)
  return { client: clientOn(program, today), on: (day: Day) => clientOn(program, day), as, program, folder, close }
}

/** Books made once for each kind of company and day: a copy is there ten times as fast as a new one. */
const templates = new Map<string, Promise<string>>()
const templateOf = (today: Day, creation: Parameters<Client['book']['create']>[0]): Promise<string> => {
  const key = JSON.stringify([today, creation])
  const made = templates.get(key) ?? makeTemplate(today, creation)
  templates.set(key, made)
  return made
}

const makeTemplate = async (today: Day, creation: Parameters<Client['book']['create']>[0]): Promise<string> => {
  const { client, program, folder } = openTestProgram(today)
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'template.encours')
  await client.book.create({ path, ...creation })
  await program.close()
  return path
}

/** A new book of a small company, on the real migrations, open for writing. */
export const openTestBook = async (opening: Opening): Promise<TestBook> => {
  const { today, language = 'fr', country = 'FR', currency = 'EUR', iban = TEST_IBAN } = opening
  const opened = openTestProgram(today)
  const path = join(opened.folder, 'test.encours')
  const company = { name: 'Atelier Martin', language, country, currency, ...opening.company }
  copyFileSync(await templateOf(today, { company, iban }), path)
  await opened.client.book.open({ path })
  let touched = false
  const outside: TestBook['outside'] = (work) => {
    touched = true
    const sqlite = new Sqlite(path)
    try {
      work(sqlite)
    } finally {
      sqlite.close()
    }
  }
  const close = async () => {
    // Whatever a test did through the contract, the audit knows of it, and no row escaped its seal.
    const { book } = await opened.client.book.current({})
    const watched = book?.path === path && !touched
    const { on: people } = await opened.client.people.state({})
    const found = watched && !people ? await opened.client.audit.verify({}) : null
    await opened.program.close()
    // Nobody may be signed in any more who is allowed to look.
    const foundOutside = watched && people ? await verifyOutside(path) : null
    await opened.close()
    for (const one of [found, foundOutside])
      if (one && one.broken.length + one.unsealed.length > 0) throw new Error(`not sealed: ${JSON.stringify(one)}`)
  }
  return { ...opened, path, outside, close }
}

const verifyOutside = async (path: string) => {
  const db = connect(new Sqlite(path))
  try {
    return await verifyAudit(db)
  } finally {
    await db.destroy()
  }
}

/** What a call was refused with, or null when it went through; anything else is a bug and is thrown. */
export const refusal = async (
  call: PromiseLike<unknown>,
): Promise<{ code: string; details: Record<string, unknown> } | null> => {
  try {
    await call
    return null
  } catch (error) {
    if (!(error instanceof ORPCError) || error.code === 'INTERNAL_SERVER_ERROR') throw error
    return { code: error.code, details: error.data ?? {} }
  }
}

/** The code of a refusal, or `none` when the call went through. */
export const refusalOf = async (call: PromiseLike<unknown>): Promise<string> => (await refusal(call))?.code ?? 'none'
