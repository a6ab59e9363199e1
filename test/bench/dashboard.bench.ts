import { BENCH_DAY, openBenchBook } from './books.ts'
import { type Bench, type Figure, medians } from './harness.ts'

const ITEMS = 100_000

/** What a controller waits for: the numbers of the board, then its pictures. */
const bench: Bench = async () => {
  const { client, close } = await openBenchBook(ITEMS, 10_000)
  const asOf = BENCH_DAY
  const times = await medians({
    aged: () => client.receivables.aged({ asOf }),
    overview: () => client.dashboard.overview({ asOf }),
    trend: () => client.dashboard.trend({ asOf }),
    breakdown: () => client.dashboard.breakdown({ asOf, by: 'country' }),
    change: () => client.dashboard.dsoChange({ until: asOf }),
  })
  await close()
  const figure = (work: string, value: number, aim: string): Figure => ({
    work: `${work}, ${ITEMS.toLocaleString('en')} items`,
    value,
    unit: 'ms',
    bare: { what: 'for the aged balance', value: times.aged },
    aim,
  })
  return [
    figure('dashboard, its numbers', times.overview, '≤ 300 ms'),
    figure('dashboard, ageing and DSO over 24 months', times.trend, '≤ 300 ms'),
    figure('dashboard, a breakdown', times.breakdown, '≤ 300 ms'),
    figure('dashboard, what DSO changed by', times.change, ''),
  ]
}

export default bench
