import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestBook, openTestProgram, refusal, refusalOf } from '../support/book.ts'
import { customerFields } from '../support/ledger.ts'

const TODAY = '2026-11-20'

let whole: Buffer
let page: (table: string) => number
let size: number
let folder: string
let path: string
let opened: ReturnType<typeof openTestProgram>

beforeAll(async () => {
  const book = await openTestBook({ today: TODAY })
  for (let i = 0; i < 120; i += 1)
    await book.client.customers.create(customerFields(`C${100 + i}`, { notes: 'x'.repeat(400) }))
  await book.client.book.close({})
  whole = readFileSync(book.path)
  size = whole.readUInt16BE(16)
  const sqlite = new Sqlite(book.path, { readonly: true })
  const roots = new Map(sqlite.prepare('SELECT name, rootpage FROM sqlite_schema').raw().all() as [string, number][])
  sqlite.close()
  page = (table) => roots.get(table) ?? 0
  await book.close()
})
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'encours-damaged-'))
  path = join(folder, 'alpha.encours')
  opened = openTestProgram(TODAY)
})
afterEach(async () => {
  await opened.close()
  rmSync(folder, { recursive: true, force: true })
})
afterAll(() => {
  whole = Buffer.alloc(0)
})

const spoil = (change: (bytes: Buffer) => void) => {
  const bytes = Buffer.from(whole)
  change(bytes)
  writeFileSync(path, bytes)
  return bytes
}

test('a book with a damaged page is refused; read as it is, what is whole answers and what is not is refused', async () => {
  const at = page('audit_entry')
  const bytes = spoil((file) => file.fill(0xa5, (at - 1) * size, at * size))
  const { client } = opened
  expect(await refusalOf(client.book.open({ path }))).toBe('book.damaged')
  const book = await client.book.open({ path, damaged: true })
  expect(book).toMatchObject({ company: 'Atelier Martin', readOnly: true, damaged: true, heldBy: null })
  expect((await client.customers.list({})).total).toBe(120)
  expect(await refusal(client.audit.list({}))).toMatchObject({ code: 'book.damaged', details: { path } })
  // Verify names the page.
  const { ok, checks } = await client.integrity.verify({})
  expect(ok).toBe(false)
  expect(checks.find(({ name }) => name === 'pages')?.places.join()).toMatch(new RegExp(`\\b${at}\\b`))
  // Nothing is written: no command, no backup, no byte.
  expect(await refusalOf(client.customers.create(customerFields('C999')))).toBe('book.read-only')
  expect((await client.backups.state({})).book).toMatchObject({ automatic: false, changed: false })
  await client.book.close({})
  expect(readFileSync(path).equals(bytes)).toBe(true)
  expect(readdirSync(folder)).toEqual(['alpha.encours'])
})

test('a book that was cut off gives what is left of it', async () => {
  spoil(() => {})
  truncateSync(path, whole.length - 20 * size)
  const { client } = opened
  expect(await refusalOf(client.book.open({ path }))).toBe('book.damaged')
  expect(await client.book.open({ path, damaged: true })).toMatchObject({ damaged: true })
  expect(await client.company.get({})).toMatchObject({ name: 'Atelier Martin' })
  expect((await client.integrity.verify({})).ok).toBe(false)
})

test.each<[string, (bytes: Buffer) => void]>([
  ['whose tables are not known any more', (bytes) => bytes.fill(0xff, 100, size)],
  ['whose first page is noise', (bytes) => bytes.fill(0xa5, 18, size)],
])('one %s cannot be read at all', async (_how, change) => {
  spoil(change)
  expect(['book.damaged', 'book.not-a-book']).toContain(
    await refusalOf(opened.client.book.open({ path, damaged: true })),
  )
  expect(await opened.client.book.current({})).toEqual({ book: null })
})

test('the book of a newer version is no damaged one, and a whole one may be read as it is', async () => {
  spoil(() => {})
  const { client } = opened
  expect(await client.book.open({ path, damaged: true })).toMatchObject({ damaged: true, company: 'Atelier Martin' })
  await client.book.close({})
  const sqlite = new Sqlite(path)
  sqlite.pragma('user_version = 999')
  sqlite.close()
  expect(await refusal(client.book.open({ path, damaged: true }))).toMatchObject({ code: 'book.damaged' })
})
