import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createProgram } from '../../src/main/core/core.ts'
import {
  clientOn,
  openTestBook,
  openTestProgram,
  refusal,
  refusalOf,
  TEST_IBAN,
  type TestBook,
  testPorts,
} from '../support/book.ts'
import { defaultPlanOf } from '../support/dunning.ts'
import { customerFields } from '../support/ledger.ts'
import { openElsewhere } from '../support/second-program.ts'

const TODAY = '2026-01-31'
const company = { name: 'Atelier Martin', language: 'fr', country: 'FR', currency: 'EUR' } as const

describe('creating a book', () => {
  let opened: ReturnType<typeof openTestProgram>
  beforeEach(() => {
    opened = openTestProgram(TODAY)
  })
  afterEach(() => opened.close())

  test('a new book is open for writing, with its company, bank account and plan', async () => {
    const { client, folder } = opened
    const book = await client.book.create({
      company: { ...company, name: 'Étoile & Cie', siren: '732 829 320', vatNumber: 'FR 44 732829320' },
      iban: TEST_IBAN,
      bic: 'AGRIFRPP882',
    })
    expect(book).toEqual({
      path: join(folder, 'etoile-cie.encours'),
      name: 'etoile-cie.encours',
      company: 'Étoile & Cie',
      readOnly: false,
      heldBy: null,
      migratedFrom: null,
      damaged: false,
    })
    expect(await client.book.current({})).toEqual({ book })
    expect(await client.company.get({})).toMatchObject({
      siren: '732829320',
      vatNumber: 'FR44732829320',
      terms: '30',
      bankAccounts: [{ currency: 'EUR', iban: 'FR76 3000 6000 0112 3456 7890 189', bic: 'AGRIFRPP882' }],
    })
    expect((await defaultPlanOf(client)).levels.map(({ wording }) => wording)).toEqual([
      'courtesy',
      'reminder',
      'firm',
      'formal',
    ])
  })

  test.each([
    ['identifier.siren', { siren: '732829321' }, {}],
    ['identifier.vat', { vatNumber: 'FR45732829320' }, {}],
    ['terms.unreadable', { terms: 'à réception' }, {}],
    ['identifier.iban', {}, { iban: 'FR76 3000 6000 0112 3456 7890 188' }],
    ['identifier.bic', {}, { iban: TEST_IBAN, bic: 'AGRI' }],
    ['BAD_REQUEST', { name: '   ' }, {}],
    ['BAD_REQUEST', { country: 'France' }, {}],
    ['BAD_REQUEST', { currency: 'euro' }, {}],
  ])('%s is refused, leaves no file and keeps the book that was open', async (code, fields, bank) => {
    const { client, folder } = opened
    const before = await client.book.create({ path: join(folder, 'first.encours'), company })
    const path = join(folder, 'second.encours')
    expect(await refusalOf(client.book.create({ path, company: { ...company, ...fields }, ...bank }))).toBe(code)
    expect(filesOf(folder).filter((name) => name.startsWith('second'))).toEqual([])
    expect(await client.book.current({})).toEqual({ book: before })
    expect((await client.book.recent({})).books.map(({ name }) => name)).toEqual(['first.encours'])
  })

  test('a file that exists is never written over', async () => {
    const { client, folder } = opened
    const path = join(folder, 'letter.txt')
    writeFileSync(path, 'Cher client')
    expect(await refusal(client.book.create({ path, company }))).toEqual({ code: 'book.exists', details: { path } })
    expect(readFileSync(path, 'utf8')).toBe('Cher client')
    expect(filesOf(folder)).toEqual(['letter.txt'])
  })

  test('a place that is no folder is refused', async () => {
    const { client, folder } = opened
    writeFileSync(join(folder, 'file'), '')
    for (const path of [join(folder, 'file', 'book.encours'), join(folder, 'file', 'deeper', 'book.encours')])
      expect(await refusalOf(client.book.create({ path, company }))).toBe('book.folder-not-writable')
  })

  test('missing folders are made', async () => {
    const { client, folder } = opened
    const path = join(folder, 'compta', '2026', 'book.encours')
    expect(await client.book.create({ path, company })).toMatchObject({ path, readOnly: false })
  })

  test('without a book, every call that needs one says so', async () => {
    const { client } = opened
    expect(await client.book.current({})).toEqual({ book: null })
    expect(await refusalOf(client.customers.list({}))).toBe('book.none-open')
    expect(await refusalOf(client.customers.create(customerFields('C1')))).toBe('book.none-open')
  })
})

describe('recent books', () => {
  let opened: ReturnType<typeof openTestProgram>
  beforeEach(() => {
    opened = openTestProgram(TODAY)
  })
  afterEach(() => opened.close())

  const names = async () => (await opened.client.book.recent({})).books.map(({ name }) => name)

  test('the last opened stands first; a forgotten one stays a file of the folder; a missing one says so', async () => {
    const { client, folder, on } = opened
    const [a, b] = [join(folder, 'a.encours'), join(folder, 'elsewhere', 'b.encours')]
    await client.book.create({ path: a, company: { ...company, name: 'A' } })
    await client.book.create({ path: b, company: { ...company, name: 'B' } })
    expect(await names()).toEqual(['b.encours', 'a.encours'])
    await on('2026-02-01').book.open({ path: a })
    expect(await opened.client.book.recent({})).toEqual({
      folder,
      books: [
        { path: a, name: 'a.encours', company: 'A', openedAt: '2026-02-01T12:00:00.000Z', missing: false },
        { path: b, name: 'b.encours', company: 'B', openedAt: '2026-01-31T12:00:00.000Z', missing: false },
      ],
    })
    await client.book.forget({ path: b })
    expect(await names()).toEqual(['a.encours'])
    await client.book.forget({ path: a })
    expect((await client.book.recent({})).books).toEqual([
      { path: a, name: 'a.encours', company: '', openedAt: null, missing: false },
    ])
  })

  test('a book that was moved away is listed as missing, and opening it says so', async () => {
    const { client, folder } = opened
    const path = join(folder, 'usb', 'a.encours')
    await client.book.create({ path, company })
    await client.book.close({})
    moveAway(path)
    expect((await client.book.recent({})).books).toMatchObject([{ path, missing: true }])
    expect(await refusal(client.book.open({ path }))).toEqual({ code: 'book.missing', details: { path } })
  })

  test('a list that is damaged is empty, and one that cannot be written does not keep a book from opening', async () => {
    const { client, folder } = opened
    await client.book.create({ path: join(folder, 'a.encours'), company })
    writeFileSync(join(folder, 'recent.json'), '{"not": [')
    expect((await client.book.recent({})).books).toMatchObject([{ name: 'a.encours', openedAt: null }])
    const program = createProgram(testPorts(join(folder, 'a.encours', 'no-folder')))
    await client.book.close({})
    expect(await clientOn(program, TODAY).book.open({ path: join(folder, 'a.encours') })).toMatchObject({
      readOnly: false,
    })
    await program.close()
  })
})

describe('closing', () => {
  test('a closed book is one file and its lock; it opens again with what was written', async () => {
    const { client, folder, path, close } = await openTestBook({ today: TODAY })
    await client.customers.create(customerFields('C1'))
    await client.book.close({})
    expect(await client.book.current({})).toEqual({ book: null })
    expect(filesOf(folder)).toEqual(['recent.json', 'test.encours', 'test.encours-lock'])
    await client.book.open({ path })
    expect((await client.customers.list({})).customers).toMatchObject([{ code: 'C1' }])
    await close()
  })

  test('opening another book closes the first', async () => {
    const { client, folder, path, close } = await openTestBook({ today: TODAY })
    await client.customers.create(customerFields('C1'))
    await client.book.create({ path: join(folder, 'other.encours'), company })
    expect((await client.customers.list({})).customers).toEqual([])
    expect(filesOf(folder)).not.toContain(`${basename(path)}-wal`)
    await close()
  })
})

describe('two programs on one book', () => {
  let first: TestBook
  beforeEach(async () => {
    first = await openTestBook({ today: TODAY })
    await first.client.customers.create(customerFields('C1'))
  })
  afterEach(() => first.close())

  const holder = { user: 'test', host: 'test-host', program: 'test', since: `${TODAY}T12:00:00.000Z` }

  const second = () => {
    const program = createProgram(testPorts(join(first.folder, 'second')))
    return { program, client: clientOn(program, TODAY) }
  }

  test('the second opens read-only, says who holds it, sees what is committed, and refuses to write', async () => {
    const { program, client } = second()
    expect(await client.book.open({ path: first.path })).toMatchObject({ readOnly: true, heldBy: holder })
    expect((await client.customers.list({})).total).toBe(1)
    await first.client.customers.create(customerFields('C2'))
    expect((await client.customers.list({})).total).toBe(2)
    expect(await refusal(client.customers.create(customerFields('C3')))).toEqual({
      code: 'book.read-only',
      details: { heldBy: holder },
    })
    const importing = await client.imports.run({ name: 'x.csv', file: new File(['a'], 'x.csv') })
    expect(await refusalOf(importing.next())).toBe('book.read-only')
    expect((await first.client.customers.list({})).total).toBe(2)
    await program.close()
  })

  test('once the first has left, opening again opens for writing', async () => {
    const { program, client } = second()
    await client.book.open({ path: first.path })
    await first.client.book.close({})
    expect(await client.book.open({ path: first.path })).toMatchObject({ readOnly: false, heldBy: null })
    await client.customers.create(customerFields('C2'))
    await program.close()
  })

  test('a lock that is spoilt keeps nobody out; it holds again afterwards', async () => {
    await first.client.book.close({})
    writeFileSync(`${first.path}-lock`, 'spoilt'.repeat(1000))
    expect(await first.client.book.open({ path: first.path })).toMatchObject({ readOnly: false })
    const { program, client } = second()
    expect(await client.book.open({ path: first.path })).toMatchObject({ readOnly: true, heldBy: holder })
    await program.close()
  })

  test('another name of the same file meets at the same lock', async () => {
    const { program, client } = second()
    const link = join(first.folder, 'link.encours')
    symlinkSync(first.path, link)
    expect(await client.book.open({ path: link })).toMatchObject({ path: first.path, readOnly: true, heldBy: holder })
    await program.close()
  })

  test('another process opens read-only too; a process that is killed lets go at once', async () => {
    const reading = await openElsewhere(first.path, join(first.folder, 'second'))
    expect(reading.answer).toEqual({
      refused: 'none',
      readOnly: true,
      heldBy: holder,
      customers: 1,
      saved: 'book.read-only',
    })
    await reading.stop()

    await first.client.book.close({})
    const holding = await openElsewhere(first.path, join(first.folder, 'second'))
    expect(holding.answer).toMatchObject({ readOnly: false, heldBy: null, saved: 'none' })
    expect(await first.client.book.open({ path: first.path })).toMatchObject({
      readOnly: true,
      heldBy: { user: 'second', host: 'elsewhere' },
    })
    await holding.kill()
    expect(await first.client.book.open({ path: first.path })).toMatchObject({ readOnly: false, heldBy: null })
    expect((await first.client.views.list({ screen: 'customers' })).views).toMatchObject([{ name: 'mine' }])
  })
})

describe('a folder that cannot be written to', () => {
  test.skipIf(process.platform === 'win32')(
    'the book opens read-only, held by nobody, and nothing is left there (folder rights of Unix)',
    async () => {
      const { client, folder, path, close } = await openTestBook({ today: TODAY })
      await client.customers.create(customerFields('C1'))
      await client.book.close({})
      const shared = join(folder, 'shared')
      mkdirSync(shared)
      const book = join(shared, 'book.encours')
      writeFileSync(book, readFileSync(path))
      chmodSync(folder, 0o755)
      chmodSync(book, 0o444)
      chmodSync(shared, 0o555)
      const reading = await openElsewhere(book, join(folder, 'none'), process.getuid?.() === 0 ? 'nobody' : 'same')
      expect(reading.answer).toEqual({
        refused: 'none',
        readOnly: true,
        heldBy: null,
        customers: 1,
        saved: 'book.read-only',
      })
      expect(filesOf(shared)).toEqual(['book.encours'])
      await reading.stop()
      chmodSync(book, 0o000)
      const refused = await openElsewhere(book, join(folder, 'none'), process.getuid?.() === 0 ? 'nobody' : 'same')
      expect(refused.answer.refused).toBe('book.unreadable')
      await refused.stop()
      chmodSync(shared, 0o755)
      await close()
    },
  )
})

function filesOf(folder: string): string[] {
  return readdirSync(folder).filter((name) => statSync(join(folder, name)).isFile())
}

function moveAway(path: string): void {
  renameSync(path, `${path}.moved`)
}
