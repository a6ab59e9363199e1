import Sqlite from 'better-sqlite3'
import { prepareConnection } from '../../src/main/core/db/connection.ts'
import { BENCH_DAY, openBenchBook } from './books.ts'
import { type Bench, type Figure, medians } from './harness.ts'

/** The least that a history by age must read: every item once, by the day it was booked and the day it is due. */
const EVERY_ITEM = 'SELECT booked, due, sum(amount) FROM open_item GROUP BY booked, due'

const figuresOf = async (items: number, customers: number, aim: string): Promise<Figure> => {
  const { client, path, close } = await openBenchBook(items, customers)
  const sqlite = new Sqlite(path, { readonly: true })
  prepareConnection(sqlite, { readonly: true })
  const statement = sqlite.prepare(EVERY_ITEM)
  const { points, figures } = await client.figures.key({ asOf: BENCH_DAY })
  const times = await medians({
    told: () => client.figures.key({ asOf: BENCH_DAY }),
    bare: () => statement.all(),
  })
  sqlite.close()
  await close()
  return {
    work: `key figures with 24 months of history, ${items.toLocaleString('en')} items`,
    value: times.told,
    unit: 'ms',
    bare: { what: 'for the one statement that reads every item once', value: times.bare },
    aim,
    note: `${Object.keys(figures).length} figures, ${points.length} points`,
  }
}

const bench: Bench = async () => [
  await figuresOf(100_000, 10_000, '≤ 300 ms'),
  await figuresOf(1_000_000, 100_000, '≤ 3 s'),
]

export default bench
