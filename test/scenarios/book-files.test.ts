import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createProgram } from '../../src/main/core/core.ts'
import { clientOn, openTestBook, openTestProgram, refusal, refusalOf, testPorts } from '../support/book.ts'
import { customerFields } from '../support/ledger.ts'

const TODAY = '2026-01-31'
const ENCO = 0x454e434f

let whole: { bytes: Buffer; close: () => Promise<void> }
/** A closed book of 300 customers in a folder of its own, to be spoilt. */
let book: { folder: string; path: string }

beforeAll(async () => {
  const { client, path, close } = await openTestBook({ today: TODAY })
  for (let i = 0; i < 300; i += 1) await client.customers.create(customerFields(`C${i}`, { notes: 'x'.repeat(500) }))
  await client.book.close({})
  whole = { bytes: readFileSync(path), close }
})
afterAll(() => whole.close())

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'encours-spoilt-'))
  book = { folder, path: join(folder, 'test.encours') }
  writeFileSync(book.path, whole.bytes)
})
afterEach(() => rmSync(book.folder, { recursive: true }))

const hashesOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder).map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  )

/** Opens a file in a fresh program: the refusal, with every file of the folder the same as before. */
const refusedUntouched = async (path: string, folder: string) => {
  const before = hashesOf(folder)
  const program = createProgram({ ...testPorts(folder), program: 'cli' })
  const refused = await refusal(clientOn(program, TODAY).book.open({ path }))
  await program.close()
  expect(hashesOf(folder)).toEqual(before)
  return refused
}

const pageOf = (path: string, page: number): { offset: number; size: number } => {
  const size = readFileSync(path).readUInt16BE(16)
  return { offset: (page - 1) * size, size }
}

describe('a file that is no book', () => {
  test.each<[string, (path: string) => void]>([
    ['an empty file', (path) => writeFileSync(path, '')],
    ['a text file', (path) => writeFileSync(path, 'JournalCode\tJournalLib\n'.repeat(200))],
    ['a file that begins like SQLite and stops', (path) => writeFileSync(path, 'SQLite format 3\0')],
    ['another program’s database', (path) => makeDatabase(path, 'DELETE', 0)],
    ['another program’s database with a write-ahead log', (path) => makeDatabase(path, 'WAL', 1234)],
  ])('%s', async (_what, make) => {
    const folder = join(book.folder, 'other')
    const path = join(folder, 'other.encours')
    mkdirSync(folder)
    make(path)
    expect(await refusedUntouched(path, folder)).toEqual({ code: 'book.not-a-book', details: { path } })
  })

  test('a folder and a name that is not there are missing', async () => {
    expect(await refusedUntouched(book.folder, book.folder)).toMatchObject({ code: 'book.missing' })
    expect(await refusedUntouched(join(book.folder, 'none.encours'), book.folder)).toMatchObject({
      code: 'book.missing',
    })
  })
})

describe('a damaged book', () => {
  const damage: [string, (path: string) => void][] = [
    ['cut off in the middle', (path) => truncateSync(path, pageOf(path, 20).offset + 17)],
    ['cut off after its first page', (path) => truncateSync(path, pageOf(path, 1).size)],
    ['with a page of zeros', (path) => flip(path, (bytes) => bytes.fill(0, ...span(path, 5)))],
    ['with a page of noise', (path) => flip(path, (bytes) => bytes.fill(0xa5, ...span(path, 12)))],
    ['with the schema overwritten', (path) => flip(path, (bytes) => bytes.fill(0xff, 100, pageOf(path, 1).size))],
    ['with its page size changed', (path) => flip(path, (bytes) => bytes.writeUInt16BE(7, 16))],
    ['with flipped bytes at the head of every page', (path) => flip(path, flipHeads)],
  ]
  test.each(damage)('%s is refused untouched, and the program goes on', async (_how, spoil) => {
    spoil(book.path)
    expect(await refusedUntouched(book.path, book.folder)).toMatchObject({
      code: 'book.damaged',
      details: { path: book.path },
    })
  })

  test('the book that was open stays open', async () => {
    const { client, path, close } = await openTestBook({ today: TODAY })
    truncateSync(book.path, 10_000)
    expect(await refusalOf(client.book.open({ path: book.path }))).toBe('book.damaged')
    expect(await client.book.current({})).toMatchObject({ book: { path, readOnly: false } })
    await client.customers.create(customerFields('still'))
    await close()
  })

  const span = (path: string, page: number): [number, number] => {
    const { offset, size } = pageOf(path, page)
    return [offset, offset + size]
  }
  const flipHeads = (bytes: Buffer): void => {
    for (let at = bytes.readUInt16BE(16); at < bytes.length; at += bytes.readUInt16BE(16))
      for (let i = at; i < at + 12; i += 1) bytes.writeUInt8(~bytes.readUInt8(i) & 0xff, i)
  }
})

describe('versions', () => {
  test('a book of a newer version is refused untouched, with both versions named', async () => {
    const version = versionOf(book.path)
    setPragma(book.path, `user_version = ${version + 1}`)
    expect(await refusedUntouched(book.path, book.folder)).toEqual({
      code: 'book.newer-version',
      details: { path: book.path, version: version + 1, known: version },
    })
  })

  test('a newer version that only its log knows of, after a crash, is refused', async () => {
    const newer = new Sqlite(book.path)
    newer.pragma(`user_version = ${versionOf(book.path) + 1}`)
    const bytes = readFileSync(book.path)
    const log = readFileSync(`${book.path}-wal`)
    newer.close()
    const path = join(book.folder, 'crashed.encours')
    writeFileSync(path, bytes)
    writeFileSync(`${path}-wal`, log)
    const { client, close } = openTestProgram(TODAY)
    expect(await refusalOf(client.book.open({ path }))).toBe('book.newer-version')
    expect(readFileSync(path).equals(bytes)).toBe(true)
    expect(readFileSync(`${path}-wal`).equals(log)).toBe(true)
    await close()
  })

  test('an older book is copied beside itself, then brought up to date', async () => {
    const path = join(book.folder, 'old.encours')
    makeDatabase(path, 'WAL', ENCO)
    const { client, close } = openTestProgram(TODAY)
    const copy = `${path}.v0-${TODAY}.bak`
    expect(await client.book.open({ path })).toMatchObject({ readOnly: false, migratedFrom: copy })
    expect((await client.audit.list({})).entries.map(({ call }) => call)).toEqual(['book.migrate'])
    await client.book.close({})
    expect(tablesOf(copy)).toEqual(['kept'])
    expect(tablesOf(path)).toContain('open_item')
    expect(versionOf(copy)).toBe(0)
    expect(versionOf(path)).toBe(versionOf(book.path))
    expect(await client.book.open({ path })).toMatchObject({ migratedFrom: null })
    await close()
  })

  test('an older book whose writer was killed half-way opens as it was before', async () => {
    const path = join(book.folder, 'old.encours')
    makeDatabase(path, 'DELETE', ENCO, 'CREATE TABLE much (a); INSERT INTO much VALUES (hex(zeroblob(250000)))')
    const cut = join(book.folder, 'cut.encours')
    const writing = new Sqlite(path)
    writing.pragma('cache_size = 1')
    writing.exec('BEGIN; DELETE FROM kept; UPDATE much SET a = hex(randomblob(250000))')
    for (const suffix of ['', '-journal']) writeFileSync(cut + suffix, readFileSync(path + suffix))
    writing.close()
    const { client, close } = openTestProgram(TODAY)
    const { migratedFrom } = await client.book.open({ path: cut })
    await client.book.close({})
    const copy = new Sqlite(migratedFrom ?? '')
    expect(copy.prepare('SELECT a FROM kept').pluck().all()).toEqual([1])
    copy.close()
    await close()
  })

  test('an earlier copy is never written over: each migration makes its own', async () => {
    const path = join(book.folder, 'old.encours')
    makeDatabase(path, 'WAL', ENCO)
    writeFileSync(`${path}.v0-${TODAY}.bak`, 'the copy of this morning')
    const { client, close } = openTestProgram(TODAY)
    expect(await client.book.open({ path })).toMatchObject({ migratedFrom: `${path}.v0-${TODAY}-2.bak` })
    expect(readFileSync(`${path}.v0-${TODAY}.bak`, 'utf8')).toBe('the copy of this morning')
    await close()
  })

  test.each([
    ['open_item', 'the first'],
    ['retention_period', 'a later one'],
  ])(
    'a migration that fails over %s, %s, leaves the book as it was, and the copy; the next try goes through',
    async (table) => {
      const path = join(book.folder, 'old.encours')
      makeDatabase(path, 'WAL', ENCO, `CREATE TABLE ${table} (in_the_way)`)
      const { client, close } = openTestProgram(TODAY)
      const copy = `${path}.v0-${TODAY}.bak`
      expect(await refusal(client.book.open({ path }))).toMatchObject({
        code: 'book.migration-failed',
        details: { path, copy },
      })
      expect(await client.book.current({})).toEqual({ book: null })
      for (const file of [path, copy]) {
        expect(tablesOf(file)).toEqual(['kept', table])
        expect(versionOf(file)).toBe(0)
      }
      const repaired = new Sqlite(path)
      repaired.exec(`DROP TABLE ${table}`)
      repaired.close()
      expect(await client.book.open({ path })).toMatchObject({ readOnly: false })
      expect((await client.audit.verify({})).unsealed.filter(({ table }) => table !== 'kept')).toEqual([])
      await close()
    },
  )

  test('an older book that another program holds is not brought up to date behind its back', async () => {
    const path = join(book.folder, 'old.encours')
    makeDatabase(path, 'DELETE', ENCO)
    const holder = new Sqlite(`${path}-lock`)
    holder.exec(
      "CREATE TABLE holder (user, host, program, since); INSERT INTO holder VALUES ('marie', 'poste-2', 'desktop', '')",
    )
    holder.exec('BEGIN IMMEDIATE')
    const { client, close } = openTestProgram(TODAY)
    expect(await refusal(client.book.open({ path }))).toMatchObject({
      code: 'book.migration-blocked',
      details: { heldBy: { user: 'marie', host: 'poste-2' } },
    })
    expect(tablesOf(path)).toEqual(['kept'])
    holder.close()
    await close()
  })
})

function makeDatabase(path: string, journal: 'WAL' | 'DELETE', applicationId: number, more = ''): void {
  const sqlite = new Sqlite(path)
  sqlite.pragma(`journal_mode = ${journal}`)
  sqlite.pragma(`application_id = ${applicationId}`)
  sqlite.exec(`CREATE TABLE kept (a); INSERT INTO kept VALUES (1); ${more}`)
  sqlite.close()
}

function setPragma(path: string, pragma: string): void {
  const sqlite = new Sqlite(path)
  sqlite.pragma(pragma)
  sqlite.close()
}

function flip(path: string, change: (bytes: Buffer) => void): void {
  const bytes = readFileSync(path)
  change(bytes)
  writeFileSync(path, bytes)
}

function versionOf(path: string): number {
  return readFileSync(path).readUInt32BE(60)
}

function tablesOf(path: string): string[] {
  const sqlite = new Sqlite(path)
  const names = sqlite.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all()
  sqlite.close()
  return names as string[]
}
