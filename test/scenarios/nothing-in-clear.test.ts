import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createProgram } from '../../src/main/core/core.ts'
import { prepareConnection } from '../../src/main/core/db/connection.ts'
import { clientOn, TEST_IBAN, testPorts } from '../support/book.ts'
import { finish, importItems, invoice } from '../support/ledger.ts'

const TODAY = '2026-03-31'
const PASSPHRASE = 'tracteur velours nuage'
const CUSTOMER = 'Boulangerie Quenotte'
/** In the table as a file has it, in rows told as minor units, and on paper. */
const AMOUNTS = ['4321.09', '432109', '4 321,09', '4 321,09', '4 321,09']
/** A letter says what it says in compressed form. */
const PAPER = '%PDF-'

const usual = process.env.TMPDIR
const usualFolder = realpathSync(tmpdir())
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(usualFolder, 'encours-clear-'))
  process.env.TMPDIR = join(folder, 'temporary')
  mkdirSync(process.env.TMPDIR)
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})
afterAll(() => {
  if (usual === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = usual
})

/** Files of a folder, and those that this process has open although their names are gone. */
const filesNow = (): string[] => [
  ...readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile()),
  ...(process.platform === 'linux'
    ? readdirSync('/proc/self/fd')
        .map((name) => `/proc/self/fd/${name}`)
        .filter((path) => linkOf(path).endsWith(' (deleted)') && statSync(path).isFile())
    : []),
]

const linkOf = (path: string): string => {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}

/** What can be read of the customer in the files, in the encodings that a program might write. */
const readable = (): Set<string> => {
  const found = new Set<string>()
  for (const path of filesNow()) {
    const bytes = readFileSync(path)
    for (const text of [CUSTOMER, ...AMOUNTS, PAPER])
      if (bytes.includes(text) || bytes.includes(text, 0, 'utf16le')) found.add(text)
  }
  return found
}

/** An import, reminders, their reading, a table to be exported, a search, a backup; what could be read after each step. */
const workWith = async (passphrase: string | null): Promise<Set<string>> => {
  const program = createProgram({ ...testPorts(join(folder, 'data')), backups: 'automatic' })
  const client = clientOn(program, TODAY)
  const path = join(folder, 'book.encours')
  const found = new Set<string>()
  const look = () => {
    for (const text of readable()) found.add(text)
  }
  await client.book.create({ path, company: { name: 'Atelier Martin' }, iban: TEST_IBAN })
  if (passphrase) await client.book.protect({ passphrase })
  const overdue = { customer: 'Q1', name: CUSTOMER, issued: '2026-01-01', due: '2026-01-31', amount: '4321.09' }
  await importItems(client, [invoice('F-1', overdue), invoice('F-2', { ...overdue, amount: '10.00' })])
  look()
  const { result } = await finish(client.dunning.issue({ asOf: TODAY, confirmed: true }))
  look()
  const [letter] = result.letters
  expect(letter?.customerName).toBe(CUSTOMER)
  expect((await client.customers.list({ search: 'quenotte' })).total).toBe(1)
  await client.audit.export({ format: 'csv', language: 'fr' })
  look()
  await client.backups.now({})
  look()
  if (passphrase) {
    await client.book.changePassphrase({ current: passphrase, next: `${passphrase} encore` })
    look()
  }
  await client.book.close({})
  await program.close()
  look()
  return found
}

describe('what a program leaves on the disk while it works', () => {
  test('of an encrypted book nobody can read a customer, an amount or a letter, in any file', async () => {
    expect([...(await workWith(PASSPHRASE))]).toEqual([])
  })

  test('of a plain book all of them: the search would find what there is', async () => {
    const found = await workWith(null)
    expect([...found]).toEqual(expect.arrayContaining([CUSTOMER, '432109', PAPER]))
  })

  test('what a statement cannot keep in its cache stays in memory', () => {
    for (const readonly of [true, false]) {
      const sqlite = new Sqlite(':memory:')
      prepareConnection(sqlite, { readonly })
      expect(sqlite.pragma('temp_store', { simple: true })).toBe(2)
      sqlite.close()
    }
  })
})
