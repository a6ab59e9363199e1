import Sqlite from 'better-sqlite3'
import { prepareConnection } from '../../src/main/core/db/connection.ts'
import { addDays } from '../../src/main/core/kernel/day.ts'
import { BENCH_DAY, openBenchBook } from './books.ts'
import { type Bench, medians } from './harness.ts'

const ITEMS = 100_000
const CUSTOMERS = 10_000

/** The aged balance by customer in one statement: the fastest of several that were tried. */
const AGED = `
  SELECT customer_id, sum(open) AS total,
    sum(CASE WHEN amount < 0 THEN open ELSE 0 END) AS unallocated,
    sum(CASE WHEN amount > 0 AND due >= :today THEN open ELSE 0 END) AS notDue,
    sum(CASE WHEN amount > 0 AND due < :today AND due >= :d30 THEN open ELSE 0 END) AS d30,
    sum(CASE WHEN amount > 0 AND due < :d30 AND due >= :d60 THEN open ELSE 0 END) AS d60,
    sum(CASE WHEN amount > 0 AND due < :d60 AND due >= :d90 THEN open ELSE 0 END) AS d90,
    sum(CASE WHEN amount > 0 AND due < :d90 THEN open ELSE 0 END) AS older
  FROM (
    SELECT customer_id, due, amount, amount AS open FROM open_item
    WHERE settled_on IS NULL AND currency = 'EUR' AND booked <= :today
    UNION ALL
    SELECT i.customer_id, i.due, i.amount, -a.amount FROM allocation a JOIN open_item i ON i.id = a.debit_id
    WHERE a.day <= :today AND i.settled_on IS NULL AND i.currency = 'EUR' AND i.booked <= :today
  ) GROUP BY customer_id`
const days = {
  today: BENCH_DAY,
  d30: addDays(BENCH_DAY, -30),
  d60: addDays(BENCH_DAY, -60),
  d90: addDays(BENCH_DAY, -90),
}

const bench: Bench = async () => {
  const { client, path, close } = await openBenchBook(ITEMS, CUSTOMERS)
  const sqlite = new Sqlite(path, { readonly: true })
  prepareConnection(sqlite, { readonly: true })
  const statement = sqlite.prepare(AGED)
  const rows = statement.all(days) as { total: number; older: number }[]
  const report = await client.receivables.aged({ asOf: BENCH_DAY })
  const sum = (key: 'total' | 'older') => rows.reduce((total, row) => total + row[key], 0)
  if (sum('total') !== report.total.total || sum('older') !== report.total.values.over90)
    throw new Error('The statement and the report do not agree: they are not the same work.')
  const times = await medians({
    aged: () => client.receivables.aged({ asOf: BENCH_DAY }),
    bare: () => statement.all(days),
    proposed: () => client.dunning.propose({ asOf: BENCH_DAY }),
  })
  const { letters, skipped } = await client.dunning.propose({ asOf: BENCH_DAY })
  sqlite.close()
  await close()
  const size = `${ITEMS.toLocaleString('en')} open items, ${CUSTOMERS.toLocaleString('en')} customers`
  return [
    {
      work: `aged balance of ${size}`,
      value: times.aged,
      unit: 'ms',
      bare: { what: 'for the one statement that computes it', value: times.bare },
      aim: '≤ 1.5×',
      note: 'through the call, with names, totals, the control line and the check of what goes out',
    },
    {
      work: 'dunning proposal on the same book',
      value: times.proposed,
      unit: 'ms',
      bare: { what: 'for the aged balance', value: times.aged },
      aim: '≤ 3×',
      note: `${letters.length.toLocaleString('en')} letters, ${skipped.length.toLocaleString('en')} items left out with the reason`,
    },
  ]
}

export default bench
