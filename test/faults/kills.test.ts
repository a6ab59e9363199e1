import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs'
import { basename, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, expect, test } from 'vitest'
import { createProgram } from '../../src/main/core/core.ts'
import type { Random } from '../../src/main/core/demo/demo.random.rules.ts'
import { addDays } from '../../src/main/core/kernel/day.ts'
import { type Client, clientOn, refusal, testPorts } from '../support/book.ts'
import { customerFields } from '../support/ledger.ts'
import { chanceOf, countsOf, openFolder, tell, timesOf } from './faults.ts'
import { type Ended, type Ready, startChild, type When, workUntil } from './kills.ts'
import { inProgram, TODAY } from './real-book.ts'
import { rowCounts, type Work, type WorkName, works } from './works.ts'

const KILLS = timesOf('KILLS', 9)

const { folder, remove } = openFolder()
const outcomes: string[] = []
const begun = Date.now()
let waiting: Promise<Ready> | undefined

afterAll(async () => {
  ;(await waiting)?.process.kill()
  tell({ what: 'Kills', tried: outcomes.length, ended: countsOf(outcomes), seconds: (Date.now() - begun) / 1000 })
  remove()
})

/** A program that has started meanwhile, and the next one begins to. */
const nextChild = async (): Promise<Ready> => {
  const child = await (waiting ?? startChild())
  waiting = startChild()
  return child
}

const countsIn = (path: string): Record<string, number> => {
  const sqlite = new Sqlite(path, { readonly: true })
  try {
    return rowCounts(sqlite)
  } finally {
    sqlite.close()
  }
}

type State = { counts: Record<string, number>; customers: number; audit: string[] }

/** Opens the book again, as its user would, with what may open it: it must be writable and whole, and go on. */
const reopened = async (path: string, work: Work): Promise<State> => {
  const { passphrases = [undefined] } = work
  for (const [n, passphrase] of passphrases.entries()) {
    const program = createProgram(testPorts(join(path, '..', 'data')))
    // A wrong passphrase makes wait: the next is tried on another day.
    const client = clientOn(program, addDays(TODAY, n))
    try {
      const refused = await refusal(client.book.open({ path, passphrase }))
      if (refused && n + 1 < passphrases.length) {
        expect(refused.code).toMatch(/^book\.passphrase-(needed|wrong)$/)
        continue
      }
      expect(refused).toBeNull()
      return await stateOf(client, path, passphrase)
    } finally {
      await program.close()
    }
  }
  throw new Error('nothing opens the book')
}

const stateOf = async (client: Client, path: string, passphrase: string | undefined): Promise<State> => {
  const { book } = await client.book.current({})
  expect(book).toMatchObject({ readOnly: false, heldBy: null })
  expect((await client.integrity.verify({})).checks.filter((check) => !check.ok)).toEqual([])
  const counts = passphrase === undefined ? countsIn(path) : {}
  const { entries } = await client.audit.list({ limit: 100 })
  const { total: customers } = await client.customers.list({})
  await client.customers.create(customerFields('AFTERWARDS'))
  return { counts, customers, audit: entries.map(({ call }) => call) }
}

/** Whatever stands beside the book under a name of its own is whole: a copy, or the book as it was. */
const expectWhole = (path: string): void => {
  const beside = readdirSync(join(path, '..')).filter((name) => /\.(encours|bak)$/.test(name))
  for (const name of beside.filter((name) => name !== basename(path)))
    expect(countsIn(join(path, '..', name)).customer, name).toBeGreaterThan(0)
}

/** The book that every trial of a work begins with, and how it stands before and after; how long the work takes. */
const prepare = async (work: WorkName) => {
  const own = join(folder, work.replaceAll(' ', '-'))
  mkdirSync(join(own, 'trial'), { recursive: true })
  const path = join(own, 'book.encours')
  await works[work].prepare(own, path)
  const trial = join(own, 'trial', 'book.encours')
  const run = async (when: When): Promise<Ended> => {
    rmSync(join(own, 'trial'), { recursive: true })
    mkdirSync(join(own, 'trial'))
    copyFileSync(path, trial)
    return workUntil(await nextChild(), { work, path: trial, dataFolder: join(own, 'data') }, when)
  }
  copyFileSync(path, trial)
  const before = await reopened(trial, works[work])
  copyFileSync(path, trial)
  const begun = performance.now()
  let said = 0
  await inProgram(own, (client) =>
    works[work].run(client, trial, () => {
      said += 1
    }),
  )
  const milliseconds = performance.now() - begun
  return { trial, run, before, after: await reopened(trial, works[work]), said, milliseconds }
}

type Prepared = Awaited<ReturnType<typeof prepare>>

/** A disk that had not yet written all of the log when the current failed; false where there is no log. */
const cutLog = (path: string, chance: Random): boolean => {
  const log = `${path}-wal`
  if (!existsSync(log) || statSync(log).size === 0) return false
  truncateSync(log, chance.below(statSync(log).size))
  return true
}

/** How a trial ended, or null when the program was quicker than the kill. */
const trialOf = async (work: WorkName, n: number, prepared: Prepared): Promise<string | null> => {
  const { trial, run, before, after, said, milliseconds } = prepared
  const chance = chanceOf(`kill ${work}`, n)
  // Each third kill right after something that the program has said, the others whenever it may be.
  const ended = await run(
    n % 3 === 0
      ? { lines: chance.below(said + 1), after: chance.below(4) }
      : { after: chance.below(Math.ceil(milliseconds)) },
  )
  if (ended.closed) return null
  const cut = chance.chance(25) && cutLog(trial, chance)
  expectWhole(trial)
  const now = await reopened(trial, works[work])
  if (work === 'small commands') {
    // What was confirmed stays; the one that was under way is there or not.
    if (cut) expect(now.customers).toBeLessThanOrEqual(ended.done + 1)
    else expect([ended.done, ended.done + 1]).toContain(now.customers)
    expect(now.audit.filter((call) => call === 'customers.create')).toHaveLength(now.customers)
    return cut ? 'all up to where its log was cut off' : 'all that was confirmed'
  }
  const there = JSON.stringify(now) === JSON.stringify(after)
  if (!there) expect(now).toEqual(before)
  if (ended.done > 0 && !cut) expect(there).toBe(true)
  return `${there ? 'all there' : 'not at all'}${cut ? ', its log cut off' : ''}`
}

const names = Object.keys(works) as WorkName[]
const shares = names.map((_, i) => Math.floor((KILLS + i) / names.length))

test.each(names.map((name, i) => [name, shares[i] as number] as const))(
  'killed during %s, %i times: the book opens, is whole, and the command is all there or not at all',
  async (name, times) => {
    const prepared = await prepare(name)
    const ended: string[] = []
    for (let n = 0; ended.length < times && n < 3 * times + 5; n += 1) {
      const how = await trialOf(name, n, prepared)
      if (how) ended.push(how)
    }
    outcomes.push(...ended)
    expect(ended).toHaveLength(times)
  },
  3_600_000,
)
