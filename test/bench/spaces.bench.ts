import { pbkdf2, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { createProgram } from '../../src/main/core/core.ts'
import { PASSPHRASE_ROUNDS } from '../../src/main/core/spaces/space.model.ts'
import { clientOn, testPorts } from '../support/book.ts'
import { BENCH_DAY, openBenchBook } from './books.ts'
import { type Bench, millisecondsOf } from './harness.ts'

const SPACES = 1000
const ITEMS = 10_000
/** Keys that are worked out alone: the others take as long. */
const KEYS = 100
const root = resolve(import.meta.dirname, '../..')
const page = join(root, 'out', 'main', 'space')
const worker = join(root, 'out', 'main', 'typesetter.js')

/** A thousand spaces with their statements, beside the least of it: their keys, which must be slow to work out. */
const bench: Bench = async () => {
  const work = `${SPACES.toLocaleString('en')} customer spaces, each with its statement`
  if (!existsSync(page)) return [{ work, skipped: 'the page is not built: npm run build' }]
  const made = await openBenchBook(ITEMS, SPACES)
  await made.client.book.close({})
  // As a host has it: letters on their own threads, the page as it was built.
  const program = createProgram({ ...testPorts(made.folder, 'web'), spacePage: page, typesetterWorker: worker })
  await program.openBook(made.path)
  const client = clientOn(program, BENCH_DAY)
  const keys = await millisecondsOf(() =>
    Promise.all(
      Array.from({ length: KEYS }, () =>
        promisify(pbkdf2)('sept mots', randomBytes(16), PASSPHRASE_ROUNDS, 32, 'sha256'),
      ),
    ),
  )
  const taken = await millisecondsOf(async () => {
    const steps = await client.spaces.publishMany({})
    while (!(await steps.next()).done) {}
  })
  const { spaces } = await client.spaces.list({ limit: SPACES })
  await program.close()
  await made.close()
  const largest = Math.max(...spaces.map(({ size }) => size))
  return [
    {
      work,
      value: taken / 1000,
      unit: 's',
      bare: { what: 'for their keys alone, 600,000 rounds each', value: (keys / 1000) * (SPACES / KEYS) },
      aim: '≤ 60 s',
      note: `${spaces.length.toLocaleString('en')} files, the largest ${Math.round(largest / 1000)} kB`,
    },
  ]
}

export default bench
