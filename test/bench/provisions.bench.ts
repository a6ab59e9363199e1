import { BENCH_DAY, openBenchBook } from './books.ts'
import { type Bench, type Figure, medians } from './harness.ts'

const [ITEMS, CUSTOMERS] = [1_000_000, 100_000]
const RUNS = 3

/** What may be lost of a whole book: rates of its history, every open debt with its VAT and cover, and what speaks against it. */
const bench: Bench = async () => {
  const { client, close } = await openBenchBook(ITEMS, CUSTOMERS)
  const asOf = BENCH_DAY
  const times = await medians(
    {
      aged: () => client.receivables.aged({ asOf }),
      matrix: () => client.provisions.matrix({ asOf }),
      cases: () => client.provisions.cases({ asOf, limit: 100 }),
    },
    RUNS,
  )
  await close()
  const figure = (work: string, value: number): Figure => ({
    work: `${work}, ${ITEMS.toLocaleString('en')} open items`,
    value: value / 1000,
    unit: 's',
    bare: { what: 'for the aged balance', value: times.aged / 1000 },
    aim: '≤ 5 s',
  })
  return [figure('provision matrix', times.matrix), figure('doubtful debts and what speaks against them', times.cases)]
}

export default bench
