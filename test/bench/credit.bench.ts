import Sqlite from 'better-sqlite3'
import { prepareConnection } from '../../src/main/core/db/connection.ts'
import { BENCH_DAY, openBenchBook } from './books.ts'
import { type Bench, medians, millisecondsOf, percentile } from './harness.ts'

const ITEMS = 100_000
const CUSTOMERS = 10_000
const VERDICTS = 400
const LIMIT = 5_000_000

/** What one customer owes, read from its items: the least that a verdict can do. */
const OWED = `
  SELECT sum(i.amount - coalesce((SELECT sum(a.amount) FROM allocation a WHERE a.debit_id = i.id AND a.day <= :today), 0)) AS owed
  FROM open_item i WHERE i.customer_id = :customer AND i.settled_on IS NULL AND i.booked <= :today AND i.amount > 0`

const bench: Bench = async () => {
  const { client, path, close } = await openBenchBook(ITEMS, CUSTOMERS)
  const sqlite = new Sqlite(path)
  prepareConnection(sqlite, { readonly: false })
  limitAll(sqlite)
  const owed = sqlite.prepare(OWED)
  const ids = sqlite.prepare('SELECT id FROM customer ORDER BY id').pluck().all() as string[]
  const asked = Array.from({ length: VERDICTS }, (_, n) => ids[(n * 2477) % ids.length] as string)
  const times = { verdict: [] as number[], bare: [] as number[] }
  let refused = 0
  const before = process.cpuUsage()
  for (const customerId of asked) {
    let verdict: { verdict: string; exposure: { total: number } } | null = null
    times.verdict.push(
      await millisecondsOf(async () => {
        verdict = await client.limits.verdict({ customerId, amount: 1_000_000 })
      }),
    )
    let bare = 0
    times.bare.push(
      await millisecondsOf(() => {
        bare = (owed.get({ customer: customerId, today: BENCH_DAY }) as { owed: number }).owed
      }),
    )
    const told = verdict as unknown as { verdict: string; exposure: { total: number } }
    if (told.exposure.total !== bare) throw new Error('The verdict and the ledger do not agree.')
    if (told.verdict === 'refuse') refused += 1
  }
  const { user, system } = process.cpuUsage(before)
  const processor = ((user + system) / 1000 / VERDICTS).toFixed(1)
  const sets = await medians({
    exposures: () => client.limits.exposures({ asOf: BENCH_DAY }),
    passing: () => client.limits.exposures({ asOf: BENCH_DAY, show: 'passing' }),
    due: () => client.reviews.due({ until: BENCH_DAY }),
    aged: () => client.receivables.aged({ asOf: BENCH_DAY }),
  })
  payMany(sqlite)
  const { alerts } = await medians({ alerts: () => client.alerts.list({ limit: 1000 }) })
  const { counts } = await client.alerts.list({ limit: 1 })
  sqlite.close()
  await close()
  const size = `${ITEMS.toLocaleString('en')} open items`
  return [
    {
      work: `verdict on an order, book of ${size}`,
      value: percentile(times.verdict, 95),
      unit: 'ms',
      bare: {
        what: 'for the one statement that adds up what the customer owes, p95',
        value: percentile(times.bare, 95),
      },
      aim: 'p95 ≤ 10 ms',
      note: `p95 of ${VERDICTS} customers, exposure by part, limits and late rules; ${refused} refused; ${processor} ms of processor time each`,
    },
    {
      work: `exposure of ${CUSTOMERS.toLocaleString('en')} customers, ${size}`,
      value: sets.exposures,
      unit: 'ms',
      bare: { what: 'for the aged balance', value: sets.aged },
      aim: '≤ 1 s',
    },
    {
      work: 'the same, those that will pass their limit within 30 days',
      value: sets.passing,
      unit: 'ms',
      bare: { what: 'for the aged balance', value: sets.aged },
      aim: '≤ 1 s',
    },
    {
      work: `alerts of ${CUSTOMERS.toLocaleString('en')} customers, ${size} and as many paid ones`,
      value: alerts,
      unit: 'ms',
      bare: { what: 'for their exposure', value: sets.exposures },
      aim: '≤ 2 s',
      note: `all kinds in one list: ${Object.entries(counts)
        .map(([kind, found]) => `${found.toLocaleString('en')} ${kind}`)
        .join(', ')}`,
    },
    {
      work: `reviews due, ${CUSTOMERS.toLocaleString('en')} customers with a limit`,
      value: sets.due,
      unit: 'ms',
      bare: { what: 'for the aged balance', value: sets.aged },
      aim: '≤ 1 s',
    },
  ]
}

/** A limit for every customer, and an order for one in ten. */
const limitAll = (sqlite: Sqlite.Database): void => {
  sqlite.exec(`
    INSERT INTO credit_limit (id, customer_id, kind, amount, currency, starts_on, decided_by, decided_on, at, policy_version)
      SELECT 'limit-' || id, id, 'internal', ${LIMIT}, 'EUR', '2025-01-01', 'bench', '2025-01-01', '2025-01-01T00:00:00Z', 0 FROM customer;
    INSERT INTO customer_order (id, customer_id, number, day, amount, currency, state, expected, changed_on, changed_by)
      SELECT 'order-' || id, id, 'CMD', date('${BENCH_DAY}', '+5 days'), 250000, 'EUR', 'open', date('${BENCH_DAY}', '+10 days'),
        '${BENCH_DAY}', 'bench' FROM customer WHERE rowid % 10 = 0;
    ANALYZE`)
}

/** Ten invoices more of every customer over fifteen months, each paid from five days early to forty late. */
const payMany = (sqlite: Sqlite.Database): void => {
  sqlite.exec(`
    CREATE TEMP TABLE paid AS SELECT id AS customer_id, id || '-' || n AS id, due, 20000 + (place * 31 + n * 17) % 100000 AS amount,
        date(due, ((place * 7 + n * 13) % 46 - 5) || ' days') AS day
      FROM (SELECT c.id, c.rowid AS place, n.value AS n, date('${BENCH_DAY}', '-' || (45 + n.value * 42 + c.rowid % 30) || ' days') AS due
        FROM customer c CROSS JOIN json_each('[0,1,2,3,4,5,6,7,8,9]') n);
    INSERT INTO open_item (id, customer_id, kind, number, issued, booked, due, due_origin, currency, amount, settled_on)
      SELECT 'due-' || id, customer_id, 'invoice', 'H' || id, date(due, '-30 days'), date(due, '-30 days'), due, 'terms', 'EUR', amount, day FROM paid;
    INSERT INTO open_item (id, customer_id, kind, number, issued, booked, due, due_origin, currency, amount, settled_on)
      SELECT 'paid-' || id, customer_id, 'payment', 'V' || id, day, day, day, 'none', 'EUR', -amount, day FROM paid;
    INSERT INTO allocation (id, debit_id, credit_id, amount, day, origin)
      SELECT 'match-' || id, 'due-' || id, 'paid-' || id, amount, day, 'manual' FROM paid;
    DROP TABLE paid;
    ANALYZE`)
}

export default bench
