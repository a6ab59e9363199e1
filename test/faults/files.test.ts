import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createProgram } from '../../src/main/core/core.ts'
import { type Client, clientOn, refusal, refusalOf, testPorts } from '../support/book.ts'
import { customerFields } from '../support/ledger.ts'
import { openFolder } from './faults.ts'
import { inProgram, makeRealBook, TODAY } from './real-book.ts'
import type { Written } from './writer.child.ts'

const { folder, remove } = openFolder()
const writer = join(import.meta.dirname, 'writer.child.ts')
let real: string
/** A copy of the book in a folder of its own. */
let path: string
let own: string
let count = 0

beforeAll(async () => {
  real = await makeRealBook(folder)
})
beforeEach(() => {
  count += 1
  own = join(folder, `own-${count}`)
  mkdirSync(own)
  path = join(own, 'book.encours')
  copyFileSync(real, path)
})
afterAll(remove)

const codesIn = (book: string): Promise<string[]> =>
  inProgram(folder, async (client) => {
    expect(await client.book.open({ path: book })).toMatchObject({ readOnly: false })
    expect((await client.integrity.verify({})).checks.filter(({ ok }) => !ok)).toEqual([])
    return (await client.customers.list({ limit: 1000 })).customers.map(({ code }) => code)
  })

describe('a file that is cut off while it is open', () => {
  test.each([0, 4096, 100_000])(
    'after %i bytes: every call answers or is refused, and opening it says so',
    async (length) => {
      const program = createProgram(testPorts(join(own, 'data')))
      const client = clientOn(program, TODAY)
      await client.book.open({ path })
      await client.customers.create(customerFields('BEFORE'))
      truncateSync(path, length)
      const calls: ((client: Client) => Promise<unknown>)[] = [
        ({ customers }) => customers.create(customerFields('AFTER')),
        ({ customers }) => customers.list({}),
        ({ receivables }) => receivables.aged({ asOf: TODAY }),
        ({ dunning }) => dunning.letters({}),
        ({ audit }) => audit.list({}),
        ({ integrity }) => integrity.verify({}),
      ]
      const ended = await Promise.all(calls.map((call) => refusalOf(call(client))))
      for (const code of ended) expect(code).toMatch(/^(none|book\..*)$/)
      await program.close()
      expect(await inProgram(own, (other) => refusalOf(other.book.open({ path })))).toMatch(
        /^book\.(damaged|not-a-book)$/,
      )
    },
  )
})

describe('a lock that is taken away', () => {
  test('the first program stops to write; what each was told is saved stays', async () => {
    const [first, second] = ['first', 'second'].map((name) => createProgram(testPorts(join(own, name)))) as [
      ReturnType<typeof createProgram>,
      ReturnType<typeof createProgram>,
    ]
    const [one, two] = [clientOn(first, TODAY), clientOn(second, TODAY)]
    await one.book.open({ path })
    await one.customers.create(customerFields('FIRST'))
    rmSync(`${path}-lock`)
    expect(await refusal(one.customers.create(customerFields('ALONE')))).toEqual({
      code: 'book.lock-lost',
      details: { path },
    })
    expect(await two.book.open({ path })).toMatchObject({ readOnly: false })
    await two.customers.create(customerFields('SECOND'))
    expect(await refusalOf(one.customers.create(customerFields('AGAIN')))).toBe('book.lock-lost')
    await first.close()
    await two.customers.create(customerFields('LAST'))
    await second.close()
    const codes = await codesIn(path)
    expect(codes).toEqual(expect.arrayContaining(['FIRST', 'SECOND', 'LAST']))
    expect(codes).not.toContain('ALONE')
    expect(codes).not.toContain('AGAIN')
  })
})

const library = join(folder, 'locks.so')
const compiled =
  process.platform === 'linux' &&
  spawnSync('cc', ['-shared', '-fPIC', '-o', library, join(import.meta.dirname, 'locks.c'), '-ldl']).status === 0

describe.skipIf(!compiled)('a shared folder that loses locks (skipped without Linux and a C compiler)', () => {
  test('two programs write at once: whatever was confirmed is in the book, in what was saved of it, or told', async () => {
    const run = async (name: string): Promise<Written> => {
      const child = spawn(process.execPath, [writer, path, join(own, name), name, '40'], {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, LD_PRELOAD: library },
      })
      return (await json(child.stdout)) as Written
    }
    const both = await Promise.all([run('a'), run('b')])
    expect(both.flatMap(({ failed }) => failed)).toEqual([])
    const kept = await inProgram(folder, async (client) => {
      if ((await refusalOf(client.book.open({ path }))) !== 'none') return null
      if (!(await client.integrity.verify({})).ok) return null
      return (await client.customers.list({ limit: 1000 })).customers.map(({ code }) => code)
    })
    // A book that says that it is damaged is silent about nothing.
    if (!kept) return
    const saved = await Promise.all(both.flatMap((one) => one.saved.map(codesIn)))
    const there = new Set([kept, ...saved].flat())
    expect(both.flatMap(({ confirmed }) => confirmed).filter((code) => !there.has(code))).toEqual([])
  })
})
