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
  const both = async () =>
    [await client.figures.key({ asOf: BENCH_DAY }), await client.figures.handling({ asOf: BENCH_DAY })] as const
  const [key, handling] = await both()
  const times = await medians({
    told: both,
    bare: () => statement.all(),
  })
  sqlite.close()
  await close()
  return {
    work: `all key figures with 24 months of history, ${items.toLocaleString('en')} items`,
    value: times.told,
    unit: 'ms',
    bare: { what: 'for the one statement that reads every item once', value: times.bare },
    aim,
    note: `${Object.keys({ ...key.figures, ...handling.figures }).length} figures, ${key.points.length} points`,
  }
}

const bench: Bench = async () => [
  await figuresOf(100_000, 10_000, '≤ 300 ms'),
  await figuresOf(1_000_000, 100_000, '≤ 3 s'),
]

export default bench
