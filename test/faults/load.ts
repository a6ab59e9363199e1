// npm run test:load -- [--minutes N] [--items N] [--hours N]: a day of 24 hours at two hosts on a large book, in some minutes.
import { type ChildProcess, fork } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import Sqlite from 'better-sqlite3'
import { sealedFrom } from '../../src/main/core/audit/audit.service.ts'
import { connect } from '../../src/main/core/db/connection.ts'
import { BENCH_DAY, openBenchBook } from '../bench/books.ts'
import { percentile } from '../bench/harness.ts'
import type { Answers, Kind, Order, Told } from './load.host.ts'

/** In fewer each host has hardly written yet: growth is shown and not judged. */
const FEWEST_HOURS = 12
/** The hosts change who writes every so many hours. */
const SHIFT = 2
/** What the largest resident set of a process may grow from the hours after the warm-up to the last ones. */
const MOST_GROWTH = 1.15
const MOST_HEAP_GROWTH = 1.1
const MB = 2 ** 20

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    items: { type: 'string', default: '1000000' },
    hours: { type: 'string', default: '24' },
  },
})
const [minutes, items, HOURS] = [Number(values.minutes), Number(values.items), Number(values.hours)]
/** Until caches are as large as they get. */
const WARM_HOURS = Math.floor(HOURS / 3)
const customers = Math.max(20, Math.round(items / 50))

class Host {
  readonly kind: Kind
  readonly #child: ChildProcess
  #waiting: { done: (answer: never) => void; failed: (error: Error) => void } | null = null
  /** Largest resident set by hour of the day. */
  readonly rss: number[] = []
  readonly heap: number[] = []
  hour = 0

  private constructor(kind: Kind, folder: string) {
    this.kind = kind
    this.#child = fork(join(import.meta.dirname, 'load.host.ts'), [kind, folder], {
      execArgv: [...process.execArgv, '--expose-gc'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    this.#child.on('message', (told: Told) => this.#hear(told))
    this.#child.on('exit', (status) => this.#waiting?.failed(new Error(`the ${kind} host ended with status ${status}`)))
  }

  static async start(kind: Kind, folder: string): Promise<Host> {
    mkdirSync(folder, { recursive: true })
    const host = new Host(kind, folder)
    await host.#answer()
    return host
  }

  #hear(told: Told): void {
    if ('rss' in told) this.rss[this.hour] = Math.max(this.rss[this.hour] ?? 0, told.rss)
    else if ('error' in told) this.#waiting?.failed(new Error(`${this.kind} host, ${told.error}`))
    else this.#waiting?.done(told.answer as never)
  }

  #answer<T>(): Promise<T> {
    return new Promise((done, failed) => {
      this.#waiting = { done, failed }
    })
  }

  do<O extends Order>(order: O): Promise<Answers[O['order']]> {
    const answer = this.#answer<Answers[O['order']]>()
    this.#child.send(order)
    return answer
  }

  kill(): void {
    this.#child.kill()
  }
}

/** The bench's book, its rows sealed as if the program had written them. */
const largeBook = async () => {
  const book = await openBenchBook(Math.round(items * 0.52), customers, { openOneIn: 20 })
  await book.client.book.close({})
  const sqlite = new Sqlite(book.path)
  const db = connect(sqlite)
  const by = { user: 'test', now: `${BENCH_DAY}T06:00:00.000Z`, today: BENCH_DAY, call: 'book.create', input: {} }
  await db.transaction().execute((trx) => sealedFrom(sqlite, trx, by))
  const rows = sqlite.prepare('SELECT count(*) FROM open_item').pluck().get() as number
  await db.destroy()
  return { ...book, rows }
}

const problems: string[] = []
const say = (words: string) => console.log(words)
const inMB = (bytes: number | undefined) => `${Math.round((bytes ?? 0) / MB)}`

const begun = performance.now()
const book = await largeBook()
say(`${book.rows.toLocaleString('en')} items made in ${((performance.now() - begun) / 1000).toFixed(0)} s`)

const times = new Map<string, number[]>()
const note = (host: Kind, role: string, taken: Answers['hour']['times']) => {
  for (const [name, ms] of taken) {
    const key = `${name} | ${role} (${host})`
    times.set(key, [...(times.get(key) ?? []), ms])
  }
}

const hosts = await Promise.all([
  Host.start('thread', join(book.folder, 'thread')),
  Host.start('web', join(book.folder, 'web')),
])
try {
  let [writer, reader] = hosts
  const openBoth = async () => {
    const opened = [
      await writer.do({ order: 'open', path: book.path }),
      await reader.do({ order: 'open', path: book.path }),
    ]
    if (opened[0]?.readOnly) problems.push(`the ${writer.kind} host could not write`)
    if (!opened[1]?.readOnly) problems.push(`both hosts could write`)
  }
  await openBoth()
  const within = (minutes * 60_000) / HOURS
  const day = performance.now()
  for (let hour = 0; hour < HOURS; hour += 1) {
    if (hour > 0 && hour % SHIFT === 0) {
      for (const host of hosts) await host.do({ order: 'close' })
      ;[writer, reader] = [reader, writer]
      await openBoth()
    }
    for (const host of hosts) host.hour = hour
    const order = { order: 'hour' as const, hour, customers, within }
    const begun = performance.now()
    const [wrote, read] = await Promise.all([
      writer.do({ ...order, writes: true }),
      reader.do({ ...order, writes: false }),
    ])
    note(writer.kind, 'writes', wrote.times)
    note(reader.kind, 'reads', read.times)
    const spent = performance.now() - begun
    for (const host of hosts) host.heap[hour] = (await host.do({ order: 'memory' })).heap
    say(
      `hour ${String(hour + 1).padStart(2)} in ${(spent / 1000).toFixed(1)} s; ${hosts
        .map(({ kind, rss, heap }) => `${kind} ${inMB(rss[hour])} MB, heap ${inMB(heap[hour])}`)
        .join('; ')}`,
    )
  }
  say(`${HOURS} hours in ${((performance.now() - day) / 60_000).toFixed(1)} min`)
  const { ok, failed, ms } = await writer.do({ order: 'verify' })
  say(`verify: ${ok ? 'whole' : failed.join(', ')}, ${(ms / 1000).toFixed(1)} s`)
  if (!ok) problems.push(`the book is not whole: ${failed.join(', ')}`)
  for (const host of hosts) await host.do({ order: 'end' })
} catch (error) {
  problems.push((error as Error).message)
  for (const host of hosts) host.kill()
}
await book.close()

const rows = [...times].sort(([a], [b]) => a.localeCompare(b))
say(`\n${['call | host', 'times', 'p50', 'p95', 'max'].join(' | ')}  (ms)`)
for (const [name, all] of rows)
  say([name, all.length, ...[50, 95, 100].map((percent) => Math.round(percentile(all, percent)))].join(' | '))

/** Largest of the hours after the warm-up, and of as many at the end. */
const grown = (byHour: readonly number[]) => {
  const span = Math.floor((HOURS - WARM_HOURS) / 2)
  const largest = (from: number) => Math.max(...byHour.slice(from, from + span).map((value) => value ?? 0))
  return { before: largest(WARM_HOURS), after: largest(HOURS - span) }
}
for (const { kind, rss, heap } of hosts)
  for (const [what, byHour, most] of [
    ['resident set', rss, MOST_GROWTH],
    ['heap', heap, MOST_HEAP_GROWTH],
  ] as const) {
    const { before, after } = grown(byHour)
    say(`${kind}: ${what} ${inMB(before)} MB, at the end ${inMB(after)} MB`)
    if (HOURS >= FEWEST_HOURS && !(after <= before * most))
      problems.push(`the ${what} of the ${kind} host grew from ${inMB(before)} to ${inMB(after)} MB`)
  }
for (const problem of problems) console.error(`✗ ${problem}`)
process.exit(problems.length > 0 ? 1 : 0)
