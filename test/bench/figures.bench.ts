import Sqlite from 'better-sqlite3'
import { prepareConnection } from '../../src/main/core/db/connection.ts'
import { BENCH_DAY, openBenchBook } from './books.ts'
import { handle } from './handled.ts'
import { type Bench, type Figure, medians } from './harness.ts'

/** The least that a history by age must read: every item once, by the day it was booked and the day it is due. */
const EVERY_ITEM = 'SELECT booked, due, sum(amount) FROM open_item GROUP BY booked, due'

type Book = { items: number; customers: number; openOneIn?: number; handled?: true }

const figuresOf = async (
  of: string,
  { items, customers, openOneIn = 1, handled }: Book,
  aim: string,
): Promise<Figure> => {
  const { client, path, close } = await openBenchBook(items, customers, { openOneIn })
  if (handled) {
    await client.book.close({})
    handle(path, items, customers)
    await client.book.open({ path })
  }
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
    work: `all key figures with 24 months of history, ${of}`,
    value: times.told,
    unit: 'ms',
    bare: { what: 'for the one statement that reads every item once', value: times.bare },
    aim,
    note: `${Object.keys({ ...key.figures, ...handling.figures }).length} figures, ${key.points.length} points`,
  }
}

const bench: Bench = async () => [
  await figuresOf('100,000 items', { items: 100_000, customers: 10_000 }, '≤ 300 ms'),
  await figuresOf('1,000,000 items', { items: 1_000_000, customers: 100_000 }, '≤ 3 s'),
  await figuresOf('520,000 invoices, 39 of 40 paid', { items: 520_000, customers: 50_000, openOneIn: 40 }, '≤ 3 s'),
  await figuresOf(
    '100,000 items with 5,000 limits, 13,250 reminders, 1,000 promises, 10,000 deliveries',
    { items: 100_000, customers: 10_000, openOneIn: 4, handled: true },
    '',
  ),
]

export default bench
