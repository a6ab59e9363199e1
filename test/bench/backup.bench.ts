import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { sealedFrom } from '../../src/main/core/audit/audit.service.ts'
import { connect, prepareConnection } from '../../src/main/core/db/connection.ts'
import { BENCH_DAY, openBenchBook } from './books.ts'
import { type Bench, medians } from './harness.ts'

const ITEMS = 100_000
const CUSTOMERS = 10_000

/** The book is written by statements of its own: sealed, it is one that the program wrote. */
const seal = async (path: string): Promise<void> => {
  const sqlite = new Sqlite(path)
  const db = connect(sqlite)
  prepareConnection(sqlite, { readonly: false })
  const by = { today: BENCH_DAY, now: `${BENCH_DAY}T12:00:00.000Z`, user: 'bench', call: 'book.create', input: {} }
  await db.transaction().execute((trx) => sealedFrom(sqlite, trx, by))
  await db.destroy()
}

const bench: Bench = async () => {
  const { client, path, folder, close } = await openBenchBook(ITEMS, CUSTOMERS)
  await client.book.close({})
  await seal(path)
  await client.book.open({ path })
  const bytes = statSync(path).size
  const source = new Sqlite(path, { readonly: true })
  let nth = 0
  const fresh = async () => {
    nth += 1
    return join(folder, `copy-${nth}`)
  }
  const call = () => client.customers.list({ limit: 50 })
  /** The longest that a call takes while something runs. */
  const longest = async (running: Promise<unknown>): Promise<number> => {
    let [worst, ended] = [0, false]
    running.then(() => {
      ended = true
    })
    while (!ended) {
      const begun = performance.now()
      await call()
      worst = Math.max(worst, performance.now() - begun)
      await setImmediate()
    }
    return worst
  }
  const times = await medians(
    {
      verified: { before: fresh, work: (to: string) => client.backups.copy({ path: to }), after: (to) => rmSync(to) },
      bare: { before: fresh, work: (to: string) => source.backup(to), after: (to) => rmSync(to) },
    },
    3,
  )
  const to = await fresh()
  const waited = await longest(client.backups.copy({ path: to }))
  rmSync(to)
  const alone = await longest(new Promise((done) => setTimeout(done, 1000)))
  source.close()
  await close()
  return [
    {
      work: `backup of a book of ${ITEMS.toLocaleString('en')} items, verified`,
      value: times.verified,
      unit: 'ms',
      bare: { what: 'for SQLite’s own copy, neither verified nor synced', value: times.bare },
      aim: '',
      note: `${(bytes / 1e6).toFixed(0)} MB; ${(bytes / 1e3 / times.verified).toFixed(0)} MB a second`,
    },
    {
      work: 'longest wait of a call meanwhile',
      value: waited,
      unit: 'ms',
      bare: { what: 'for the longest of as many without a backup', value: alone },
      aim: '',
    },
  ]
}

export default bench
