import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { addCustomer, openPlace } from '../support/backups.ts'
import { refusal, refusalOf } from '../support/book.ts'
import { openElsewhere } from '../support/second-program.ts'

const { place, start, customersOf } = openPlace()
let folder: string
let path: string
beforeEach(() => {
  ;({ folder, path } = place)
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
    expect(await refusalOf(client.backups.restore({ path: backup, to: folder, replace: true }))).toBe('book.not-a-book')
    expect(existsSync(`${folder}-lock`)).toBe(false)
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
