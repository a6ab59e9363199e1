import { BENCH_DAY, openBenchBook } from './books.ts'
import { type Bench, medians } from './harness.ts'

const ITEMS = 100_000
const CUSTOMERS = 10_000

const bench: Bench = async () => {
  const { client, close } = await openBenchBook(ITEMS, CUSTOMERS)
  const { rows, left } = await client.worklist.get({})
  const customerId = rows[0]?.customerId ?? ''
  const times = await medians({
    list: () => client.worklist.get({}),
    sheet: () => client.worklist.sheet({ customerId }),
    aged: () => client.receivables.aged({ asOf: BENCH_DAY }),
  })
  await close()
  return [
    {
      work: `worklist of ${ITEMS.toLocaleString('en')} open items, ${CUSTOMERS.toLocaleString('en')} customers, first screen`,
      value: times.list,
      unit: 'ms',
      bare: { what: 'for the aged balance', value: times.aged },
      aim: '≤ 200 ms',
      note: `${left.toLocaleString('en')} customers placed, the first ${rows.length} with their reasons`,
    },
    { work: 'the call sheet of one of them', value: times.sheet, unit: 'ms', bare: null, aim: '≤ 50 ms' },
  ]
}

export default bench
