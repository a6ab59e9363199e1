import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countsOf, openFolder, tell, timesOf } from './faults.ts'
import type { Outcome } from './mutations.child.ts'
import { mutations } from './mutations.ts'
import { makeRealBook } from './real-book.ts'

const MUTATIONS = timesOf('MUTATIONS', 60)
/** In one process: what it may have left in memory shows within them. */
const AT_ONCE = 100

const { folder, remove } = openFolder()
const child = join(import.meta.dirname, 'mutations.child.ts')
const begun = Date.now()
let book: string
const outcomes: Outcome[] = []

beforeAll(async () => {
  book = await makeRealBook(folder)
})
afterAll(() => {
  const ended = countsOf(outcomes.map(({ ended }) => ended.replace(/by verify: .*/, 'by verify')))
  tell({ what: 'Mutations of a book', tried: outcomes.length, ended, seconds: (Date.now() - begun) / 1000 })
  remove()
})

/** Trials in a process of its own, from one to before another; where the process dies, that is how the trial ended. */
const trials = async (from: number, to: number): Promise<void> => {
  const own = join(folder, `from-${from}`)
  mkdirSync(own)
  const process_ = spawn(process.execPath, [child, book, own, String(from), String(to)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>((resolve) => process_.once('exit', resolve))
  let trying = from
  for await (const line of createInterface({ input: process_.stdout })) {
    const said = JSON.parse(line) as Outcome | { trying: number } | { queries: number }
    if ('trying' in said) trying = said.trying
    if ('queries' in said) expect(said.queries).toBeGreaterThan(50)
    if ('ended' in said) outcomes.push(said)
  }
  const status = await ended
  if (status === 0) return
  outcomes.push({ n: trying, name: 'see n', ended: `CRASH: the process ended with ${status}`, failed: [] })
  await trials(trying + 1, to)
}

test(`${MUTATIONS} mutations of a book: each is harmless or told; none is silent, and none ends the program`, async () => {
  for (let from = 0; from < MUTATIONS; from += AT_ONCE) await trials(from, Math.min(MUTATIONS, from + AT_ONCE))
  expect(outcomes).toHaveLength(MUTATIONS)
  expect(outcomes.filter(({ ended }) => /SILENT|CRASH/.test(ended))).toEqual([])
  // A call may stumble over what verify tells of, and over nothing else.
  const told = /^reported by verify/
  expect(outcomes.filter(({ failed, ended }) => failed.length > 0 && !told.test(ended))).toEqual([])
  // Of the sixty first, five of each kind: something of everything was tried.
  expect(mutations.length * 5).toBe(60)
  expect(Object.keys(countsOf(outcomes.map(({ ended }) => ended)))).toEqual(
    expect.arrayContaining(['unharmed', 'refused at opening: book.damaged']),
  )
}, 3_600_000)
