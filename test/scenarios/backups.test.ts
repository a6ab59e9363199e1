import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { connectUntouched, verifyCopy, writeCopy } from '../../src/main/core/backups/backups.copy.ts'
import { BackupKeeper } from '../../src/main/core/backups/backups.keeper.ts'
import { backupName } from '../../src/main/core/backups/backups.rules.ts'
import { createProgram, type Program } from '../../src/main/core/core.ts'
import { addDays, type Day } from '../../src/main/core/kernel/day.ts'
import { clientOn, openTestBook, refusal, refusalOf, testPorts } from '../support/book.ts'
import { customerFields, importItems, invoice } from '../support/ledger.ts'
import { openElsewhere } from '../support/second-program.ts'

const TODAY = '2026-11-20'
const PATIENT = { timeout: 15_000 }

let template: Buffer
let folder: string
let path: string
const programs: Program[] = []

/** A program at which a person works: it makes backups by itself. */
const start = (today: Day = TODAY) => {
  const program = createProgram({ ...testPorts(folder), backups: 'automatic' })
  programs.push(program)
  return { program, client: clientOn(program, today), on: (day: Day) => clientOn(program, day) }
}

beforeAll(async () => {
  const book = await openTestBook({ today: TODAY })
  await book.client.book.close({})
  template = readFileSync(book.path)
  await book.close()
})
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'encours-backups-'))
  path = join(folder, 'alpha.encours')
  writeFileSync(path, template)
})
afterEach(async () => {
  for (const program of programs.splice(0)) await program.close()
  rmSync(folder, { recursive: true, force: true })
})

/** One sitting: opens the book, does something, closes it. Returns what is in the folder of backups then. */
const sitting = async (day: Day, work: (client: ReturnType<typeof start>['client']) => Promise<unknown>) => {
  const { program, client } = start(day)
  await client.book.open({ path })
  await work(client)
  await client.book.close({})
  await program.close()
  return client.backups.list({ path })
}
const addCustomer = (code: string) => (client: ReturnType<typeof start>['client']) =>
  client.customers.create(customerFields(code))
const customersOf = async (file: string): Promise<string[]> => {
  const { client } = start()
  await client.book.open({ path: file })
  const { customers } = await client.customers.list({})
  await client.book.close({})
  return customers.map(({ code }) => code)
}

describe('by themselves', () => {
  test('a changed book is backed up when it is closed, verified; one that was only read is not', async () => {
    const { backups, there } = await sitting(TODAY, addCustomer('C1'))
    expect(there).toBe(true)
    expect(backups[0]).toMatchObject({ verified: true, company: 'Atelier Martin', kind: 'monthly' })
    expect(basename(backups[0]?.path ?? '')).toMatch(/^alpha-2026-11-20-120000Z(-2)?\.encours\.bak$/)
    const again = await sitting('2026-11-21', (client) => client.customers.list({}))
    expect(again.backups).toEqual(backups)
    // Nothing half-written stays, and nothing beside the book.
    expect(readdirSync(again.folder).filter((name) => !name.endsWith('.encours.bak'))).toEqual([])
    expect(readdirSync(folder).filter((name) => /-(wal|shm)$|part$/.test(name))).toEqual([])
  })

  test('while the book stays open, the first command of each day backs up what there is', async () => {
    const { client, on } = start()
    await client.book.open({ path })
    await addCustomer('C1')(client)
    const names = async () => (await client.backups.list({})).backups.map(({ at }) => at.slice(0, 10))
    await vi.waitFor(async () => expect(await names()).toEqual([TODAY]), PATIENT)
    await addCustomer('C2')(client)
    await addCustomer('C3')(on('2026-11-21'))
    await vi.waitFor(async () => expect(await names()).toEqual(['2026-11-21', TODAY]), PATIENT)
    expect((await client.backups.state({})).failures).toEqual([])
  })

  test('after 400 days the folder holds those of the rules, and every file that is not its own', async () => {
    const { backups, folder: kept } = await sitting('2026-01-01', addCustomer('C1'))
    const first = backups[0]?.path ?? ''
    for (let i = 1; i < 399; i += 1) {
      const at = `${addDays('2026-01-01', i)}T18:00:00.000Z`
      copyFileSync(first, join(kept, backupName('alpha', { at, manual: false, turn: 1 })))
    }
    const foreign = [
      'letters.pdf',
      'beta-2026-01-05-180000Z.encours.bak',
      'alpha-2026-01-05-180000Z.encours',
      backupName('alpha', { at: '2026-01-05T18:00:00.000Z', manual: true, turn: 1 }),
    ]
    for (const name of foreign) writeFileSync(join(kept, name), 'not to be touched')
    const after = await sitting(addDays('2026-01-01', 399), addCustomer('C2'))
    expect(
      readdirSync(kept)
        .filter((name) => foreign.includes(name))
        .sort(),
    ).toEqual([...foreign].sort())
    const kinds = Map.groupBy(after.backups, ({ kind }) => kind)
    expect([...kinds].map(([kind, { length }]) => [kind, length]).sort()).toEqual([
      ['daily', 5],
      ['manual', 1],
      ['monthly', 12],
      ['weekly', 2],
    ])
    expect(after.backups[0]).toMatchObject({ at: '2027-02-04T12:00:00.000Z', verified: true })
  })

  test('a folder that is gone is told, keeps nobody from closing, and is forgotten with the next that succeeds', async () => {
    const drive = join(folder, 'drive')
    mkdirSync(drive)
    const { client } = start()
    expect(await refusalOf(client.backups.setSettings({ on: true, folder: join(folder, 'absent'), keep }))).toBe(
      'backup.folder-missing',
    )
    expect(await refusalOf(client.backups.setSettings({ on: true, folder: 'relative', keep }))).toBe(
      'backup.folder-missing',
    )
    expect(await refusalOf(client.backups.setSettings({ on: true, folder: join(folder, 'x'.repeat(300)), keep }))).toBe(
      'backup.folder-missing',
    )
    expect(await refusalOf(client.backups.setSettings({ on: true, folder: `${folder}\0x`, keep }))).toBe('BAD_REQUEST')
    await client.backups.setSettings({ on: true, folder: drive, keep })
    rmSync(drive, { recursive: true })
    const { there } = await sitting(TODAY, addCustomer('C1'))
    expect(there).toBe(false)
    // Nothing is written where the drive was.
    expect(existsSync(drive)).toBe(false)
    const { failures } = await start().client.backups.state({})
    expect(failures).toMatchObject([{ path, code: 'backup.folder-missing', details: { folder: drive } }])
    expect(await customersOf(path)).toEqual(['C1'])

    mkdirSync(drive)
    const { backups } = await sitting(TODAY, addCustomer('C2'))
    expect(backups[0]).toMatchObject({ verified: true })
    expect((await start().client.backups.state({})).failures).toEqual([])
  })

  test('a folder that cannot be written to is told; a failure that was noted is told no more', async () => {
    writeFileSync(join(folder, 'backups'), 'a file where the folder should be')
    await sitting(TODAY, addCustomer('C1'))
    const { client } = start()
    expect((await client.backups.state({})).failures).toMatchObject([{ code: 'backup.folder-not-writable' }])
    await client.backups.dismiss({ path })
    expect((await client.backups.state({})).failures).toEqual([])
    expect((await start().client.backups.state({})).failures).toEqual([])
  })

  test('switched off, none is made; asked for, one is, and stays', async () => {
    const { client } = start()
    await client.backups.setSettings({ on: false, folder: null, keep: { daily: 1, weekly: 0, monthly: 0 } })
    expect((await sitting(TODAY, addCustomer('C1'))).backups).toEqual([])
    await client.book.open({ path })
    expect((await client.backups.state({})).book).toMatchObject({ automatic: false, changed: true, last: null })
    const made = await client.backups.now({})
    expect(made).toMatchObject({ kind: 'manual', verified: true, company: 'Atelier Martin' })
    expect((await client.backups.state({})).book).toMatchObject({ changed: false, last: { path: made.path } })
    // Changed since, it is no longer the file that was verified.
    writeFileSync(made.path, Buffer.concat([readFileSync(made.path), Buffer.from('x')]))
    expect((await client.backups.list({})).backups).toMatchObject([{ path: made.path, verified: null }])
  })
})

test('at the end of the program a backup that takes too long is given up and told, with those that wait', async () => {
  const keeper = new BackupKeeper({ ...testPorts(folder), backups: 'automatic' })
  const made = [1, 2].map(() =>
    keeper.backUp({ path, key: null }, `${TODAY}T12:00:00.000Z`, false).catch(({ code }) => code),
  )
  await keeper.settle(0)
  expect(await Promise.all(made)).toEqual(['backup.interrupted', 'backup.interrupted'])
  const { client } = start()
  expect((await client.backups.state({})).failures).toMatchObject([{ path, code: 'backup.interrupted' }])
  const { folder: kept } = await client.backups.list({ path })
  expect(readdirSync(kept)).toEqual([])
})

const keep = { daily: 7, weekly: 4, monthly: 12 }

/** Every row of every table. */
const contentOf = (file: string): string => {
  const sqlite = new Sqlite(file, { readonly: true })
  const tables = sqlite.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[]
  const rows = tables.map((name) => sqlite.prepare(`SELECT * FROM "${name}"`).raw().all())
  sqlite.close()
  return JSON.stringify(rows)
}

describe('verified after writing', () => {
  test('whatever the disk got wrong is noticed: a letter of a name wherever it stands, pages of noise or of another time', async () => {
    const { client, program } = start()
    await client.book.open({ path })
    const lines = Array.from({ length: 60 }, (_, i) => invoice(`F-${i}`, { customer: `C${i}` }))
    await importItems(client, lines)
    await program.close()
    const source = connectUntouched(path, null)
    const copy = join(folder, 'copy')
    await writeCopy(source, null, copy)
    expect(await verifyCopy(source, copy, null)).toMatchObject({ company: 'Atelier Martin' })
    const whole = readFileSync(copy)
    const names = [...whole.toString('latin1').matchAll(/Client C17/g)].map(({ index }) => index)
    expect(names.length).toBeGreaterThan(1)
    const spoils = [
      ...names.map((at) => (bytes: Buffer) => bytes.write('Klient', at, 'latin1')),
      (bytes: Buffer) => bytes.fill(0xa5, 8 * 4096, 9 * 4096),
      (bytes: Buffer) => bytes.copy(bytes, 20 * 4096, 21 * 4096, 22 * 4096),
    ]
    const content = contentOf(copy)
    const missed = []
    let noticed = 0
    for (const [nth, spoil] of spoils.entries()) {
      const bytes = Buffer.from(whole)
      spoil(bytes)
      writeFileSync(copy, bytes)
      const found = await verifyCopy(source, copy, null).catch(({ code }) => code)
      if (found === 'backup.not-verified') noticed += 1
      // What SQLite left lying in the free part of a page is no part of the book.
      else if (contentOf(copy) !== content) missed.push({ nth, found })
    }
    expect(missed).toEqual([])
    expect(noticed).toBeGreaterThan(3)
    source.close()
  })

  test('a copy of another state than any the book had is noticed', async () => {
    const { program, client } = start()
    await client.book.open({ path })
    await addCustomer('C1')(client)
    const other = join(folder, 'other')
    await client.backups.copy({ path: other })
    await program.close()
    await sitting(TODAY, addCustomer('C2'))
    const source = connectUntouched(other, null)
    await expect(verifyCopy(source, path, null)).rejects.toMatchObject({ details: { found: 'audit' } })
    source.close()
  })

  test('a book that another program wrote into is backed up as it is', async () => {
    const sqlite = new Sqlite(path)
    sqlite.exec("UPDATE company SET city = 'Elsewhere'")
    sqlite.close()
    const { backups } = await sitting(TODAY, addCustomer('C1'))
    expect(backups[0]).toMatchObject({ verified: true })
  })

  test('a damaged book has its older backups left, and is told', async () => {
    const before = await sitting(TODAY, addCustomer('C1'))
    const { program, client } = start('2026-11-21')
    await client.book.open({ path })
    await addCustomer('C2')(client)
    await vi.waitFor(async () => expect((await client.backups.state({})).book?.running).toBe(false), PATIENT)
    const file = readFileSync(path)
    file.fill(0xa5, 30 * 4096, 34 * 4096)
    writeFileSync(path, file)
    await client.book.close({})
    await program.close()
    const { failures } = await start().client.backups.state({})
    expect(failures).toMatchObject([{ path, code: 'book.damaged' }])
    const names = new Set((await client.backups.list({ path })).backups.map(({ name }) => name))
    expect(before.backups.every(({ name }) => names.has(name))).toBe(true)
  })
})

describe('restored', () => {
  const madeWith = async (...codes: string[]) => {
    const { client, program } = start()
    await client.book.open({ path })
    for (const code of codes) await addCustomer(code)(client)
    const { path: backup } = await client.backups.now({})
    await program.close()
    return backup
  }

  test('to a new file: whole, with the restoration in its audit; the backup stays as it was', async () => {
    const backup = await madeWith('C1', 'C2')
    const bytes = readFileSync(backup)
    const to = join(folder, 'restored.encours')
    const { client } = start('2026-11-22')
    expect(await client.backups.preview({ path: backup })).toEqual({
      path: backup,
      bytes: bytes.length,
      at: '2026-11-20T12:00:00.000Z',
      needsPassphrase: false,
      content: {
        company: 'Atelier Martin',
        customers: 2,
        items: 0,
        lastEntryAt: '2026-11-20T12:00:00.000Z',
        version: 'same',
      },
    })
    expect(await client.backups.restore({ path: backup, to })).toEqual({ path: to, setAside: null })
    expect(readFileSync(backup).equals(bytes)).toBe(true)
    await client.book.open({ path: to })
    expect((await client.customers.list({})).total).toBe(2)
    expect((await client.audit.list({})).entries[0]).toMatchObject({ call: 'book.restore', user: 'test' })
    expect((await client.integrity.verify({})).ok).toBe(true)
    expect(readdirSync(folder).filter((name) => name.startsWith('restored'))).toEqual([
      'restored.encours',
      'restored.encours-lock',
      'restored.encours-shm',
      'restored.encours-wal',
    ])
    // A file that is there is never written over.
    expect(await refusalOf(client.backups.restore({ path: backup, to }))).toBe('book.exists')
  })

  test('in place of the open book, which is set aside whole', async () => {
    const backup = await madeWith('C1')
    const { client } = start('2026-11-22')
    await client.book.open({ path })
    await addCustomer('C2')(client)
    const { setAside } = await client.backups.restore({ path: backup, to: path, replace: true })
    expect(setAside).toBe(join(folder, 'alpha-avant-restauration-2026-11-22-120000Z.encours'))
    expect(await customersOf(path)).toEqual(['C1'])
    expect((await customersOf(setAside ?? '')).sort()).toEqual(['C1', 'C2'])
  })

  test('in place of a damaged book, with the log that lay beside it', async () => {
    const backup = await madeWith('C1')
    writeFileSync(path, 'no longer a book')
    writeFileSync(`${path}-wal`, 'the log of the other book')
    const { client } = start()
    const { setAside } = await client.backups.restore({ path: backup, to: path, replace: true })
    expect(readFileSync(setAside ?? '', 'utf8')).toBe('no longer a book')
    expect(readFileSync(`${setAside}-wal`, 'utf8')).toBe('the log of the other book')
    expect(await customersOf(path)).toEqual(['C1'])
  })

  test('an encrypted book’s backups are encrypted under its passphrase of then', async () => {
    const { client, program } = start()
    await client.book.open({ path })
    await addCustomer('C1')(client)
    const passphrase = 'quatre gares vides au printemps'
    await client.book.protect({ passphrase })
    const { path: backup } = await client.backups.now({})
    await program.close()
    expect(readFileSync(backup).includes('Atelier Martin')).toBe(false)
    const { client: later } = start()
    expect(await later.backups.preview({ path: backup })).toMatchObject({ needsPassphrase: true, content: null })
    const to = join(folder, 'restored.encours')
    expect(await refusalOf(later.backups.restore({ path: backup, to }))).toBe('book.passphrase-needed')
    expect(await refusalOf(later.backups.preview({ path: backup, passphrase: 'wrong' }))).toBe('book.passphrase-wrong')
    expect(await later.backups.preview({ path: backup, passphrase })).toMatchObject({ content: { customers: 1 } })
    await later.backups.restore({ path: backup, to, passphrase })
    expect(readFileSync(to).includes('Atelier Martin')).toBe(false)
    expect(await later.book.open({ path: to, passphrase })).toMatchObject({ company: 'Atelier Martin' })
    expect((await later.integrity.verify({})).ok).toBe(true)
  })

  test('a book that another program holds is not taken from it', async () => {
    const backup = await madeWith('C1')
    const { stop } = await openElsewhere(path, folder)
    const { client } = start()
    expect(await refusal(client.backups.restore({ path: backup, to: path, replace: true }))).toMatchObject({
      code: 'book.in-use',
      details: { heldBy: { user: 'second' } },
    })
    await stop()
    expect(readdirSync(folder).filter((name) => /restore|avant/.test(name))).toEqual([])
  })

  test('what is no backup, is damaged or is the book itself is refused, and leaves nothing', async () => {
    const backup = await madeWith('C1')
    const { client } = start()
    const to = join(folder, 'new.encours')
    const asked = async (from: string) => [
      await refusalOf(client.backups.preview({ path: from })),
      await refusalOf(client.backups.restore({ path: from, to })),
    ]
    writeFileSync(join(folder, 'text'), 'not a book')
    const cut = join(folder, 'cut')
    writeFileSync(cut, readFileSync(backup).subarray(0, 30_000))
    expect(await asked(join(folder, 'text'))).toEqual(['book.not-a-book', 'book.not-a-book'])
    expect(await asked(join(folder, 'nowhere'))).toEqual(['book.missing', 'book.missing'])
    expect(await asked(cut)).toEqual(['book.damaged', 'book.damaged'])
    expect(await refusalOf(client.backups.restore({ path: backup, to: backup, replace: true }))).toBe(
      'backup.of-itself',
    )
    await client.book.open({ path })
    expect(await asked(path)).toEqual(['backup.of-itself', 'backup.of-itself'])
    expect(await refusalOf(client.backups.restore({ path: backup, to: join(folder, 'none', 'x') }))).toBe(
      'book.folder-not-writable',
    )
    expect(await refusalOf(client.backups.copy({ path: join(folder, 'none', 'x') }))).toBe('backup.folder-missing')
    expect(await refusalOf(client.backups.copy({ path: cut }))).toBe('book.exists')
    expect(await refusalOf(client.backups.copy({ path: join(folder, 'x'.repeat(300)) }))).toBe('backup.failed')
    // Nobody else's file is taken for a half-written one of ours.
    writeFileSync(join(folder, 'copy.part'), 'mine')
    await client.backups.copy({ path: join(folder, 'copy') })
    expect(readFileSync(join(folder, 'copy.part'), 'utf8')).toBe('mine')
    expect(readdirSync(folder).filter((name) => name.startsWith('new'))).toEqual([])
  })
})

describe('a file that is taken away while it is open', () => {
  test.each<[string, 'missing' | 'replaced', () => void]>([
    ['removed', 'missing', () => rmSync(path)],
    [
      'replaced',
      'replaced',
      () => {
        copyFileSync(path, join(folder, 'older'))
        renameSync(join(folder, 'older'), path)
      },
    ],
  ])('%s: nothing is written any more, and what was is saved', async (_what, how, take) => {
    const { client, program } = start()
    await client.book.open({ path })
    await addCustomer('C1')(client)
    await vi.waitFor(async () => expect((await client.backups.state({})).book?.running).toBe(false), PATIENT)
    take()
    expect(await refusal(addCustomer('C2')(client))).toMatchObject({ code: 'book.replaced', details: { path, how } })
    expect((await client.backups.state({})).book?.replaced).toBe(how)
    const copy = join(folder, 'copy.encours')
    await client.backups.copy({ path: copy })
    await client.book.close({})
    await program.close()
    const { failures } = await start().client.backups.state({})
    expect(failures).toMatchObject([{ code: 'book.replaced', details: { how } }])
    expect(await customersOf(copy)).toEqual(['C1'])
    const to = join(folder, 'rescued.encours')
    await start().client.backups.restore({ path: String(failures[0]?.details.saved), to })
    expect(await customersOf(to)).toEqual(['C1'])
  })
})

test('a clock that was set back is told, and refuses nothing', async () => {
  await sitting(TODAY, addCustomer('C1'))
  const { client } = start('2026-11-19')
  await client.book.open({ path })
  expect((await client.backups.state({})).book?.lastEntryAhead).toBe('2026-11-20T12:00:00.000Z')
  await addCustomer('C2')(client)
  const { entries } = await client.audit.list({ limit: 2 })
  expect(entries.map(({ at }) => at.slice(0, 10))).toEqual(['2026-11-19', TODAY])
  expect((await client.audit.verify({})).broken).toEqual([])
})
