import Sqlite from 'better-sqlite3'
import { BENCH_DAY, nameOf, openBenchBook } from './books.ts'
import { type Bench, millisecondsOf, percentile } from './harness.ts'

const CUSTOMERS = 100_000
const LOOKED_FOR = 40

/** What a person types on the way to a name: each letter more is one more call. */
const typed = (): string[] =>
  Array.from({ length: LOOKED_FOR }, (_, n) => nameOf(n * 2477)).flatMap((name) => {
    const [, family = '', town = '', number = ''] = name.split(' ')
    return [...letterByLetter(family, number), `${family} ${town}`]
  })

const letterByLetter = (family: string, number: string): string[] => [
  ...Array.from({ length: family.length }, (_, i) => family.slice(0, i + 1)),
  ...Array.from({ length: number.length }, (_, i) => `${family} ${number.slice(0, i + 1)}`),
  `C${number.padStart(6, '0')}`,
]

const bench: Bench = async () => {
  const { client, path, close } = await openBenchBook(CUSTOMERS, CUSTOMERS)
  const sqlite = new Sqlite(path, { readonly: true })
  const bare = sqlite.prepare(
    'SELECT id, code, name FROM customer WHERE rowid IN (SELECT rowid FROM customer_search WHERE customer_search MATCH ?) LIMIT 20',
  )
  const searches = typed()
  const times = { find: [] as number[], list: [] as number[], bare: [] as number[] }
  for (const search of searches) {
    times.find.push(await millisecondsOf(() => client.customers.find({ search })))
    times.list.push(await millisecondsOf(() => client.customers.list({ search, limit: 100 })))
    const words = search
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .split(' ')
      .filter((word) => word.length > 2)
    if (words.length > 0)
      times.bare.push(await millisecondsOf(() => bare.all(words.map((word) => `"${word}"`).join(' AND '))))
  }
  sqlite.close()
  await close()
  const against = { what: 'for the index alone, words of three letters and more', value: percentile(times.bare, 95) }
  const note = `p95 of ${searches.length} searches, letter by letter`
  return [
    {
      work: `search as you type, ${CUSTOMERS.toLocaleString('en')} customers`,
      value: percentile(times.find, 95),
      unit: 'ms',
      bare: against,
      aim: 'p95 ≤ 15 ms',
      note,
    },
    {
      work: 'the same in the customer list, with balances',
      value: percentile(times.list, 95),
      unit: 'ms',
      bare: against,
      aim: '',
      note: `${note}; on ${BENCH_DAY}, every customer owes one invoice`,
    },
  ]
}

export default bench
