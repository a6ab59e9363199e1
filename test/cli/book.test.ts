import { once } from 'node:events'
import { readFileSync, truncateSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openElsewhere } from '../support/second-program.ts'
import { openFolder } from './encours.ts'

const { folder, encours, start, file, remove } = openFolder()
const book = 'alpha.encours'
const items =
  'kind,number,customer,name,issued,due,amount,currency,settles,settled_on,settled_amount\ninvoice,F-1,C1,Un,2026-01-01,2026-01-31,500.00,EUR,,,\n'

beforeAll(async () => {
  await encours('create', book, '--company', 'Alpha')
  file('items.csv', items)
})
afterAll(remove)

describe('status 3: the book cannot be used', () => {
  const refused = async (path: string) => {
    const before = readIfThere(path)
    const { status, json } = await encours('aged', path, '--as-of', '2026-01-31', '--json')
    expect(readIfThere(path)).toEqual(before)
    return [status, json().error.code]
  }
  const readIfThere = (path: string) => {
    try {
      return readFileSync(join(folder, path))
    } catch {
      return null
    }
  }
  const copy = (name: string, change: (path: string) => void) => {
    change(join(folder, file(name, readFileSync(join(folder, book)))))
    return name
  }

  test('missing', async () => expect(await refused('nowhere.encours')).toEqual([3, 'book.missing']))

  test('not a book', async () => expect(await refused('items.csv')).toEqual([3, 'book.not-a-book']))

  test('another program’s database', async () => {
    new Sqlite(join(folder, 'other.db')).exec('CREATE TABLE x (y)').close()
    expect(await refused('other.db')).toEqual([3, 'book.not-a-book'])
  })

  test('damaged', async () => {
    const name = copy('damaged.encours', (path) => truncateSync(path, 6000))
    expect(await refused(name)).toEqual([3, 'book.damaged'])
  })

  test('of a newer version', async () => {
    const name = copy('newer.encours', (path) => {
      const sqlite = new Sqlite(path)
      sqlite.pragma('user_version = 999')
      sqlite.close()
    })
    expect(await refused(name)).toEqual([3, 'book.newer-version'])
  })

  test('held by another program: it reads, says who holds it, and writes nothing', async () => {
    const { stop } = await openElsewhere(join(folder, book), folder)
    const read = await encours('aged', book, '--as-of', '2026-01-31', '--json')
    expect([read.status, read.json().rows]).toEqual([0, []])
    expect(read.err).toContain('second has the book open on elsewhere')
    const write = await encours('import', book, 'items.csv', '--json')
    expect([write.status, write.json().error.code]).toEqual([3, 'book.read-only'])
    await stop()
    expect((await encours('import', book, 'items.csv', '--json')).status).toBe(0)
  })
})

describe('verify', () => {
  test('a whole book, and one that another program wrote into', async () => {
    const name = file('verified.encours', readFileSync(join(folder, book)))
    const whole = await encours('verify', name, '--json')
    expect([whole.status, whole.json().ok]).toEqual([0, true])
    const sqlite = new Sqlite(join(folder, name))
    sqlite.exec("UPDATE company SET name = 'Omega'")
    sqlite.close()
    const { status, json } = await encours('verify', name, '--json')
    expect([status, json().ok]).toEqual([1, false])
    expect(json().checks.filter(({ ok }: { ok: boolean }) => !ok)).toEqual([
      { name: 'rows', ok: false, detail: '1: company 1 changed' },
    ])
    expect((await encours('verify', name)).out).toContain('company 1 changed')
  })
})

const built = (() => {
  try {
    return readFileSync(resolve('out/renderer/index.html'), 'utf8').length > 0
  } catch {
    return false
  }
})()

describe.skipIf(!built)(`serve${built ? '' : ' (skipped: the window is not built)'}`, () => {
  test('prints the address once ready, lets in nobody else, and stops on the interrupt', async () => {
    const child = start('serve', book, '--json')
    const lines: string[] = []
    const reader = createInterface({ input: child.stdout }).on('line', (line) => lines.push(line))
    while (!lines.includes('}')) await once(reader, 'line')
    const { address } = JSON.parse(lines.join('\n'))
    expect((await fetch(new URL('/', address))).status).toBe(401)
    expect((await fetch(address, { redirect: 'manual' })).status).toBe(303)
    expect((await fetch(address, { redirect: 'manual' })).status).toBe(403)
    const ended = once(child, 'exit')
    child.kill('SIGINT')
    expect(await ended).toEqual([0, null])
  })

  test('ends by itself after its last window, if so asked', async () => {
    const child = start('serve', book, '--json', '--close-after', '0.1')
    const lines: string[] = []
    const reader = createInterface({ input: child.stdout }).on('line', (line) => lines.push(line))
    while (!lines.includes('}')) await once(reader, 'line')
    const { address } = JSON.parse(lines.join('\n'))
    const entered = await fetch(address, { redirect: 'manual' })
    const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const ended = once(child, 'exit')
    const window = new AbortController()
    await fetch(new URL('/presence', address), { headers: { cookie }, signal: window.signal })
    window.abort()
    expect(await ended).toEqual([0, null])
  })
})
