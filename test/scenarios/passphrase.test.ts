import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { PDFDocument } from 'pdf-lib'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { clientOn, openTestBook, openTestProgram, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { customerFields } from '../support/ledger.ts'
import { openElsewhere } from '../support/second-program.ts'

const TODAY = '2026-01-31'
const PASSPHRASE = 'tracteur velours nuage'
const NEXT = 'girafe métallique sur la lune'
const CUSTOMER = 'Boulangerie Quenotte'

let book: TestBook
/** A book that was encrypted once, for the tests that begin with one. */
let made: { bytes: Buffer; recoveryKey: string }

beforeAll(async () => {
  const { client, path, close } = await openTestBook({ today: TODAY })
  await client.customers.create(customerFields('Q1', { name: CUSTOMER }))
  const { recoveryKey } = await client.book.protect({ passphrase: PASSPHRASE })
  await client.book.close({})
  made = { bytes: readFileSync(path), recoveryKey }
  await close()
})

const closedEncrypted = async (): Promise<string> => {
  await book.client.book.close({})
  writeFileSync(book.path, made.bytes)
  return made.recoveryKey
}

const openEncrypted = async (): Promise<string> => {
  await closedEncrypted()
  await book.client.book.open({ path: book.path, passphrase: PASSPHRASE })
  return made.recoveryKey
}

beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
  await book.client.customers.create(customerFields('Q1', { name: CUSTOMER }))
})
afterEach(() => book.close())

const filesOf = (path: string): string[] => readdirSync(dirname(path)).map((name) => join(dirname(path), name))
const holds = (path: string, text: string): boolean => readFileSync(path).includes(text)
const callsOf = async (client = book.client) => (await client.audit.list({})).entries.map(({ call }) => call)
const customersOf = async (client = book.client) => (await client.customers.list({})).total

/** The same file in another program, on a copy of its own. */
const elsewhere = async <T>(work: (path: string, client: TestBook['client']) => Promise<T>): Promise<T> => {
  const other = openTestProgram(TODAY)
  const path = join(other.folder, 'elsewhere.encours')
  copyFileSync(book.path, path)
  try {
    return await work(path, other.client)
  } finally {
    await other.close()
  }
}

describe('a book under a passphrase', () => {
  test('nothing of it can be read in the file, in its log, or beside it', async () => {
    expect(filesOf(book.path).some((path) => holds(path, CUSTOMER))).toBe(true)
    await book.client.book.protect({ passphrase: PASSPHRASE })
    await book.client.customers.create(customerFields('Q2', { name: `${CUSTOMER} et fils` }))
    expect(existsSync(`${book.path}-wal`)).toBe(true)
    for (const path of filesOf(book.path)) expect(holds(path, CUSTOMER), path).toBe(false)
    await book.client.book.close({})
    for (const path of filesOf(book.path)) expect(holds(path, CUSTOMER), path).toBe(false)
    expect(readFileSync(book.path).toString('latin1', 0, 6)).not.toBe('SQLite')
  })

  test('goes on with the same content, sealed, and the audit tells of it without the passphrase', async () => {
    await book.client.book.protect({ passphrase: PASSPHRASE })
    expect(await customersOf()).toBe(1)
    expect(await book.client.book.current({})).toMatchObject({ book: { path: book.path, readOnly: false } })
    expect((await callsOf())[0]).toBe('book.protect')
    expect(await book.client.audit.verify({})).toMatchObject({ broken: [], unsealed: [] })
    await book.client.book.close({})
    expect(await refusalOf(book.client.book.open({ path: book.path }))).toBe('book.passphrase-needed')
    await book.client.book.open({ path: book.path, passphrase: PASSPHRASE })
    expect(await customersOf()).toBe(1)
    const entry = await book.client.audit.entry({ id: (await book.client.audit.list({})).entries[0]?.id ?? 0 })
    expect(entry).toMatchObject({ call: 'book.protect', input: {}, leftOut: 0 })
  })

  test('is a file of SQLCipher 4: its tools open it with the passphrase and their own settings', async () => {
    await book.client.book.protect({ passphrase: NEXT })
    await book.client.book.close({})
    const sqlite = new Sqlite(book.path)
    sqlite.pragma("cipher = 'sqlcipher'")
    sqlite.pragma('legacy = 4')
    sqlite.pragma(`key = '${NEXT}'`)
    expect(sqlite.prepare('SELECT name FROM customer').pluck().all()).toEqual([CUSTOMER])
    sqlite.close()
  })

  test('its recovery key opens it in the same field; a typing error is told, and is no try', async () => {
    const recoveryKey = await closedEncrypted()
    await elsewhere(async (path, client) => {
      const mistyped = recoveryKey.replace(/^.{5}/, '00000')
      for (let i = 0; i < 5; i += 1)
        expect(await refusal(client.book.open({ path, passphrase: mistyped }))).toEqual({
          code: 'book.recovery-key-mistyped',
          details: { path, wrongGroups: [1] },
        })
      await client.book.open({ path, passphrase: recoveryKey.toLowerCase().replaceAll('-', ' ') })
      expect(await customersOf(client)).toBe(1)
    })
  })

  test('changed: the former passphrase and the former recovery key open nothing any more', async () => {
    const first = await openEncrypted()
    const second = await book.client.book.changePassphrase({ current: PASSPHRASE, next: NEXT })
    expect(second.recoveryKey).not.toBe(first)
    expect((await callsOf())[0]).toBe('book.changePassphrase')
    await elsewhere(async (path, client) => {
      expect(await refusalOf(client.book.open({ path, passphrase: PASSPHRASE }))).toBe('book.passphrase-wrong')
      await client.book.open({ path, passphrase: NEXT })
      await client.book.close({})
    })
    await elsewhere(async (path, client) => {
      expect(await refusalOf(client.book.open({ path, passphrase: first }))).toBe('book.passphrase-wrong')
      await client.book.open({ path, passphrase: second.recoveryKey })
    })
  })

  test('taken off: the book is plain again, and says so', async () => {
    await openEncrypted()
    expect(await book.client.book.protection({})).toMatchObject({ encrypted: true, since: { user: 'test' } })
    await book.client.book.unprotect({ current: PASSPHRASE })
    expect(await book.client.book.protection({})).toMatchObject({ encrypted: false, since: null })
    await book.client.book.close({})
    await book.client.book.open({ path: book.path })
    expect(await customersOf()).toBe(1)
    expect((await callsOf())[0]).toBe('book.unprotect')
  })

  test('the recovery key: noted by its last group, on a sheet, and once more for who knows the passphrase', async () => {
    const recoveryKey = await openEncrypted()
    expect(await refusalOf(book.client.book.noteRecoveryKey({ lastGroup: '00000' }))).toBe('book.recovery-key-differs')
    expect(await book.client.book.protection({})).toMatchObject({ recoveryNoted: false })
    await book.client.book.noteRecoveryKey({ lastGroup: recoveryKey.slice(-5) })
    expect(await book.client.book.protection({})).toMatchObject({ recoveryNoted: true })
    expect(await book.client.book.recoveryKey({ current: PASSPHRASE })).toEqual({ recoveryKey })
    const sheet = await book.client.book.recoverySheet({ recoveryKey, language: 'fr' })
    expect(sheet.name).toBe(`cle-de-secours-${TODAY}.pdf`)
    expect((await PDFDocument.load(await sheet.file.arrayBuffer())).getPageCount()).toBe(1)
    await book.client.book.changePassphrase({ current: PASSPHRASE, next: NEXT })
    expect(await book.client.book.protection({})).toMatchObject({ recoveryNoted: false })
  })

  test('with people: whoever is signed in stays so, and the entry bears their name', async () => {
    await book.client.people.turnOn({ name: 'Marie', password: 'le mot de passe de Marie' })
    await book.client.book.protect({ passphrase: PASSPHRASE })
    expect(await customersOf()).toBe(1)
    expect((await book.client.audit.list({})).entries[0]).toMatchObject({ user: 'Marie', call: 'book.protect' })
    expect(await refusalOf(book.as('another window').book.unprotect({ current: PASSPHRASE }))).toBe(
      'people.sign-in-needed',
    )
    expect(await book.client.audit.verify({})).toMatchObject({ broken: [], unsealed: [] })
    await book.client.book.close({})
  })

  test('a backup that is being made is waited for; commands given meanwhile find the book written anew', async () => {
    const made = book.client.backups.now({})
    const encrypted = book.client.book.protect({ passphrase: PASSPHRASE })
    const added = refusalOf(book.client.customers.create(customerFields('Q2')))
    await Promise.all([made, encrypted])
    // Either before the copy was made, or refused: never written to the file that is gone.
    expect((await added) === 'none' ? 2 : 1).toBe(await customersOf())
    expect(await book.client.audit.verify({})).toMatchObject({ broken: [], unsealed: [] })
  })

  test('closed while it is being encrypted, it stays as it was', async () => {
    const encrypting = refusalOf(book.client.book.protect({ passphrase: PASSPHRASE }))
    // Strength and key are found out by then, and the copy has begun.
    while (!existsSync(`${book.path}-new`)) await setTimeout(1)
    await book.client.book.close({})
    expect(await encrypting).toBe('cancelled')
    expect(await book.client.book.current({})).toEqual({ book: null })
    expect(existsSync(`${book.path}-new`)).toBe(false)
    expect(await book.client.book.open({ path: book.path })).toMatchObject({ readOnly: false })
    expect(await customersOf()).toBe(1)
  })

  test('copies of it that anybody can read are told, and deleted when asked', async () => {
    const copy = join(book.folder, 'test.encours.v1-2026-01-01.bak')
    await book.client.book.close({})
    const aside = join(book.folder, 'test-avant-restauration-2026-01-02-080000Z.encours')
    const rescued = join(book.folder, 'test-2026-01-03-080000Z-manuelle.encours.bak')
    // Another book, whose name begins alike, is none of its copies.
    const other = join(book.folder, 'test-2.encours')
    for (const path of [copy, aside, rescued, other]) copyFileSync(book.path, path)
    writeFileSync(join(book.folder, 'test.encours.v1-2026-01-02.bak'), CUSTOMER)
    await book.client.book.open({ path: book.path })
    expect(await refusalOf(book.client.book.removePlainCopies({ paths: [copy] }))).toBe('book.not-encrypted')
    await book.client.book.protect({ passphrase: PASSPHRASE })
    const { plainCopies } = await book.client.book.protection({})
    expect(plainCopies.map(({ path }) => path).sort()).toEqual([aside, rescued, copy].sort())
    for (const path of [book.path, other])
      expect(await refusalOf(book.client.book.removePlainCopies({ paths: [copy, path] }))).toBe('not-found')
    expect(await book.client.book.removePlainCopies({ paths: [copy] })).toEqual({ removed: 1 })
    expect([copy, aside, other].map((path) => existsSync(path))).toEqual([false, true, true])
  })
})

describe('a wrong passphrase', () => {
  const at = (seconds: number) =>
    clientOn(book.program, TODAY, 'test', 'test', new Date(seconds * 1000).toISOString().slice(11, 19))
  const tryAt = async (seconds: number, passphrase = 'not this one') =>
    (await refusal(at(seconds).book.open({ path: book.path, passphrase })))?.details

  test('is slowed down, and a try while one waits is none', async () => {
    await closedEncrypted()
    const wrong = { path: book.path, tried: true }
    expect(await tryAt(0)).toEqual({ ...wrong, waitSeconds: 0 })
    expect(await tryAt(0)).toEqual({ ...wrong, waitSeconds: 1 })
    // Even the right one: otherwise the wait would tell nothing but wrong from right.
    expect(await tryAt(0, PASSPHRASE)).toEqual({ ...wrong, tried: false, waitSeconds: 1 })
    expect(await tryAt(1)).toEqual({ ...wrong, waitSeconds: 2 })
    expect(await tryAt(3)).toEqual({ ...wrong, waitSeconds: 4 })
    expect(await tryAt(6)).toEqual({ ...wrong, tried: false, waitSeconds: 1 })
    expect(await refusal(at(6).book.open({ path: book.path }))).toMatchObject({
      code: 'book.passphrase-needed',
      details: { waitSeconds: 1 },
    })
    await at(7).book.open({ path: book.path, passphrase: PASSPHRASE })
    // Once it was right, the count begins anew.
    await at(8).book.close({})
    expect(await tryAt(8)).toEqual({ ...wrong, waitSeconds: 0 })
  })

  test('many at once wait for each other', async () => {
    await closedEncrypted()
    const tried = await Promise.all(Array.from({ length: 6 }, () => tryAt(0)))
    expect(tried.filter((one) => one?.tried)).toHaveLength(2)
  })

  test('changes nothing in an open book, and is slowed down there too', async () => {
    await openEncrypted()
    const change = { current: 'not this one', next: NEXT }
    expect(await refusalOf(at(0).book.changePassphrase(change))).toBe('book.passphrase-wrong')
    expect(await refusalOf(at(0).book.unprotect({ current: 'nor this' }))).toBe('book.passphrase-wrong')
    expect(await refusal(at(0).book.recoveryKey({ current: PASSPHRASE }))).toMatchObject({ details: { tried: false } })
    expect(await book.client.book.protection({})).toMatchObject({ encrypted: true })
    await at(2).book.recoveryKey({ current: PASSPHRASE })
  })
})

describe('what is refused', () => {
  test('a passphrase that would soon be found, with the reason', async () => {
    const weak = async (passphrase: string) =>
      (await refusal(book.client.book.protect({ passphrase })))?.details.weakness
    expect(await weak('xK9#vQ2m')).toBe('short')
    expect(await weak('aaaaaaaaaaaaaaaa')).toBe('repeat')
    expect(await weak('azertyuiop12')).toBe('keyboard')
    expect(await weak('Atelier Martin')).toBe('own')
    expect(await book.client.book.strength({ passphrase: PASSPHRASE })).toEqual({
      score: 4,
      enough: true,
      weakness: null,
    })
    await openEncrypted()
    expect(await refusalOf(book.client.book.changePassphrase({ current: PASSPHRASE, next: 'motdepasse2026' }))).toBe(
      'book.passphrase-weak',
    )
  })

  test('what does not go with the state of the book', async () => {
    expect(await refusalOf(book.client.book.unprotect({ current: PASSPHRASE }))).toBe('book.not-encrypted')
    expect(await refusalOf(book.client.book.recoveryKey({ current: PASSPHRASE }))).toBe('book.not-encrypted')
    expect(await refusalOf(book.client.book.noteRecoveryKey({ lastGroup: '00000' }))).toBe('book.not-encrypted')
    await openEncrypted()
    expect(await refusalOf(book.client.book.protect({ passphrase: NEXT }))).toBe('book.encrypted')
  })

  test('a book that another program reads: it stays as it was', async () => {
    const other = new Sqlite(book.path, { readonly: true })
    other.prepare('SELECT count(*) FROM customer').get()
    expect(await refusalOf(book.client.book.protect({ passphrase: PASSPHRASE }))).toBe('book.in-use')
    other.close()
    expect(await customersOf()).toBe(1)
    await book.client.customers.create(customerFields('Q2'))
    expect(existsSync(`${book.path}-new`)).toBe(false)
    expect(await book.client.book.protection({})).toMatchObject({ encrypted: false })
  })

  test('what cannot be written: the book stays as it was', async () => {
    // A folder is not removed as what was left would be, and is in the way of the new file.
    mkdirSync(`${book.path}-new`)
    expect(await refusalOf(book.client.book.protect({ passphrase: PASSPHRASE }))).toBe('book.protection-failed')
    expect(await customersOf()).toBe(1)
    expect(await book.client.book.protection({})).toMatchObject({ encrypted: false })
  })
})

describe('an encrypted file', () => {
  test('damaged at its beginning looks like a wrong passphrase; further on it is damaged', async () => {
    await closedEncrypted()
    const bytes = readFileSync(book.path)
    const spoil = (at: number) => {
      const spoilt = Buffer.from(bytes)
      spoilt.writeUInt8((bytes.readUInt8(at) ^ 1) & 0xff, at)
      const path = join(book.folder, `spoilt-${at}.encours`)
      writeFileSync(path, spoilt)
      return path
    }
    const open = (path: string) => refusalOf(book.client.book.open({ path, passphrase: PASSPHRASE }))
    expect(await open(spoil(300))).toBe('book.passphrase-wrong')
    expect(await open(spoil(4096 * 9 + 50))).toBe('book.damaged')
    const cut = join(book.folder, 'cut.encours')
    writeFileSync(cut, bytes.subarray(0, bytes.length - 5000))
    expect(await open(cut)).toBe('book.damaged')
  })

  test('of an older version is copied under its own key before it is brought up to date', async () => {
    const path = join(book.folder, 'older.encours')
    const old = new Sqlite(path)
    for (const pragma of ["cipher = 'sqlcipher'", 'legacy = 4', `key = '${PASSPHRASE}'`]) old.pragma(pragma)
    old.pragma('application_id = 0x454e434f')
    old.exec(`CREATE TABLE kept (name); INSERT INTO kept VALUES ('${CUSTOMER}')`)
    old.close()
    const { migratedFrom } = await book.client.book.open({ path, passphrase: PASSPHRASE })
    const copy = migratedFrom ?? ''
    expect(holds(copy, CUSTOMER)).toBe(false)
    const copied = new Sqlite(copy)
    for (const pragma of ["cipher = 'sqlcipher'", 'legacy = 4', `key = '${PASSPHRASE}'`]) copied.pragma(pragma)
    expect(copied.prepare('SELECT name FROM kept').pluck().get()).toBe(CUSTOMER)
    copied.close()
  })

  test('that is another program’s is told once its key is right', async () => {
    const path = join(book.folder, 'other.encours')
    const other = new Sqlite(path)
    for (const pragma of ["cipher = 'sqlcipher'", 'legacy = 4', `key = '${PASSPHRASE}'`]) other.pragma(pragma)
    other.exec('CREATE TABLE kept (name)')
    other.close()
    expect(await refusalOf(book.client.book.open({ path, passphrase: PASSPHRASE }))).toBe('book.not-a-book')
  })

  test.skipIf(process.platform === 'win32')(
    'where nothing can be written is read in memory, and nothing is left (folder rights of Unix)',
    async () => {
      await closedEncrypted()
      const shared = join(book.folder, 'shared')
      mkdirSync(shared)
      const path = join(shared, 'book.encours')
      copyFileSync(book.path, path)
      for (const [name, rights] of [[book.folder, 0o755] as const, [path, 0o444] as const, [shared, 0o555] as const])
        chmodSync(name, rights)
      const nobody = process.getuid?.() === 0 ? 'nobody' : 'same'
      const [wrong, right] = await Promise.all(
        ['not this one', PASSPHRASE].map(async (passphrase) => {
          const { answer, stop } = await openElsewhere(path, join(book.folder, 'none'), nobody, passphrase)
          await stop()
          return answer
        }),
      )
      expect(wrong?.refused).toBe('book.passphrase-wrong')
      expect(right).toMatchObject({ refused: 'none', readOnly: true, customers: 1, saved: 'book.read-only' })
      expect(readdirSync(shared)).toEqual(['book.encours'])
      chmodSync(shared, 0o755)
    },
  )

  test('what a change of passphrase left when it was cut off is removed at the next opening', async () => {
    await book.client.book.close({})
    const left = ['-new', '-new-journal'].map((suffix) => book.path + suffix)
    for (const path of left) writeFileSync(path, CUSTOMER)
    await book.client.book.open({ path: book.path })
    expect(left.filter((path) => existsSync(path))).toEqual([])
  })
})
