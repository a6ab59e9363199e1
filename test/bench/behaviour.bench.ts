import Sqlite from 'better-sqlite3'
import { behaviourOfMany } from '../../src/main/core/behaviour/behaviour.service.ts'
import { connect, prepareConnection } from '../../src/main/core/db/connection.ts'
import { BENCH_DAY, openBenchBook } from './books.ts'
import { type Bench, medians } from './harness.ts'

const ITEMS = 100_000
const CUSTOMERS = 10_000

/** What was paid, by customer, in one statement: the least that any score of behaviour must read. */
const PAID = `
  SELECT i.customer_id, sum(a.amount) AS paid, sum(a.amount * max(0, julianday(c.booked) - julianday(i.due))) AS days
  FROM allocation a CROSS JOIN open_item i ON i.id = a.debit_id CROSS JOIN open_item c ON c.id = a.credit_id
  GROUP BY i.customer_id`

/** Pays nine in ten of the bench's invoices, each some days after it was due. */
const pay = (path: string): void => {
  const sqlite = new Sqlite(path)
  sqlite.exec(`
    CREATE TEMP TABLE paid AS SELECT id, customer_id, amount, rowid AS n,
      date(due, (rowid % 45) || ' days') AS day FROM open_item
      WHERE kind = 'invoice' AND settled_on IS NULL AND rowid % 10 <> 0 AND id NOT IN (SELECT debit_id FROM allocation);
    CREATE UNIQUE INDEX paid_by_id ON paid (id);
    INSERT INTO open_item (id, customer_id, kind, number, issued, booked, due, due_origin, currency, amount, settled_on)
      SELECT 'paid-' || n, customer_id, 'payment', 'V' || n, day, day, day, 'none', 'EUR', -amount, day FROM paid
      WHERE day <= '${BENCH_DAY}';
    INSERT INTO allocation (id, debit_id, credit_id, amount, day, origin)
      SELECT 'match-' || n, id, 'paid-' || n, amount, day, 'manual' FROM paid WHERE day <= '${BENCH_DAY}';
    UPDATE open_item SET settled_on = (SELECT day FROM paid WHERE paid.id = open_item.id)
      WHERE id IN (SELECT id FROM paid WHERE day <= '${BENCH_DAY}');
    ANALYZE;`)
  sqlite.close()
}

const bench: Bench = async () => {
  const { client, path, close } = await openBenchBook(ITEMS, CUSTOMERS)
  await client.book.close({})
  pay(path)
  const sqlite = new Sqlite(path, { readonly: true })
  prepareConnection(sqlite, { readonly: true })
  const db = connect(sqlite)
  const statement = sqlite.prepare(PAID)
  const all = await behaviourOfMany({ db, today: BENCH_DAY }, BENCH_DAY)
  const scored = [...all.values()].filter(({ score }) => score !== null).length
  const times = await medians({
    scored: () => behaviourOfMany({ db, today: BENCH_DAY }, BENCH_DAY),
    bare: () => statement.all(),
  })
  await db.destroy()
  await close()
  return [
    {
      work: `payment behaviour of ${CUSTOMERS.toLocaleString('en')} customers, ${ITEMS.toLocaleString('en')} items`,
      value: times.scored,
      unit: 'ms',
      bare: { what: 'for the one statement that adds up what was paid', value: times.bare },
      aim: '≤ 1.5 s',
      note: `${scored.toLocaleString('en')} scores with their arithmetic; the bare statement knows no disputes and nothing overdue`,
    },
  ]
}

export default bench
