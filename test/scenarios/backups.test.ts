import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { connectUntouched, verifyCopy, writeCopy } from '../../src/main/core/backups/backups.copy.ts'
import { BackupKeeper } from '../../src/main/core/backups/backups.keeper.ts'
import { backupName } from '../../src/main/core/backups/backups.rules.ts'
import { addDays } from '../../src/main/core/kernel/day.ts'
import { addCustomer, openPlace, PATIENT, TODAY } from '../support/backups.ts'
import { refusal, refusalOf, testPorts } from '../support/book.ts'
import { importItems, invoice } from '../support/ledger.ts'

const { place, start, sitting, customersOf } = openPlace()
let folder: string
let path: string
beforeEach(() => {
  ;({ folder, path } = place)
})

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
