import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countsOf, openFolder, tell, timesOf } from './faults.ts'
import type { Outcome } from './mutations.child.ts'
import { inProgram, makeRealBook } from './real-book.ts'

const MUTATIONS = timesOf('MUTATIONS', 36)
const ENCRYPTED = Math.floor(MUTATIONS / 4)
/** In one process: what it may have left in memory shows within them. */
const AT_ONCE = 100

const { folder, remove } = openFolder()
const child = join(import.meta.dirname, 'mutations.child.ts')
let book: string
let encrypted: string
let recoveryKey: string

beforeAll(async () => {
  book = await makeRealBook(folder)
  encrypted = join(folder, 'encrypted.encours')
  copyFileSync(book, encrypted)
  await inProgram(folder, async (client) => {
    await client.book.open({ path: encrypted })
    recoveryKey = (await client.book.protect({ passphrase: 'le hérisson compte les wagons' })).recoveryKey
  })
})
afterAll(remove)

type Tried = { name: string; path: string; words: string[] }

/** Trials in a process of its own, from one to before another; where the process dies, that is how the trial ended. */
const trials = async (tried: Tried, from: number, to: number): Promise<Outcome[]> => {
  const own = join(folder, `${tried.name}-${from}`)
  mkdirSync(own)
  const words = [child, tried.path, own, String(from), String(to), ...tried.words]
  const process_ = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<number | null>((resolve) => process_.once('exit', resolve))
  const outcomes: Outcome[] = []
  let trying: number | null = null
  for await (const line of createInterface({ input: process_.stdout })) {
    const said = JSON.parse(line) as Outcome | { trying: number } | { queries: number }
    if ('trying' in said) trying = said.trying
    if ('queries' in said) expect(said.queries).toBeGreaterThan(50)
    if ('ended' in said) outcomes.push(said)
  }
  const status = await ended
  if (status === 0) return outcomes
  if (trying === null) throw new Error('the trials did not begin')
  const crash = { n: trying, name: 'see n', ended: `CRASH: the process ended with ${status}`, failed: [] }
  return [...outcomes, crash, ...(await trials(tried, trying + 1, to))]
}

/** None may be silent, and none end the program. */
const tryAll = async (tried: Tried, times: number): Promise<string[]> => {
  const begun = Date.now()
  const outcomes: Outcome[] = []
  for (let from = 0; from < times; from += AT_ONCE)
    outcomes.push(...(await trials(tried, from, Math.min(times, from + AT_ONCE))))
  const ended = countsOf(outcomes.map((one) => one.ended.replace(/by verify: .*/, 'by verify')))
  tell({ what: `Mutations of ${tried.name}`, tried: outcomes.length, ended, seconds: (Date.now() - begun) / 1000 })
  expect(outcomes).toHaveLength(times)
  expect(outcomes.filter((one) => /SILENT|CRASH/.test(one.ended))).toEqual([])
  // A call may stumble over what verify tells of, and over nothing else.
  const told = /^reported by verify/
  expect(outcomes.filter((one) => one.failed.length > 0 && !told.test(one.ended))).toEqual([])
  return Object.keys(ended)
}

test(`${MUTATIONS} mutations of a book: each is harmless or told`, async () => {
  const ended = await tryAll({ name: 'a book', path: book, words: [] }, MUTATIONS)
  expect(ended).toEqual(expect.arrayContaining(['unharmed', 'refused at opening: book.damaged', 'reported by verify']))
}, 3_600_000)

test(`${ENCRYPTED} mutations of an encrypted book: each is harmless or told`, async () => {
  await tryAll({ name: 'an encrypted book', path: encrypted, words: [recoveryKey] }, ENCRYPTED)
}, 3_600_000)
