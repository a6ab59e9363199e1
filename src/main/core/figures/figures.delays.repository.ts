import { type RawBuilder, sql } from 'kysely'
import { rowsAsArrays } from '../db/connection.ts'
import type { Reader } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { Delays } from './figures.model.ts'

type Stretch = { from: Day; until: Day }

/** Amount times days as two sums: in one, large amounts over many years would leave what SQLite counts exactly. */
const SPLIT = 1_000_000
export const weightedSums = (worth: string, days: string, which = 'TRUE') =>
  `sum(${worth} / ${SPLIT} * ${days}) FILTER (WHERE ${which}), sum(${worth} % ${SPLIT} * ${days}) FILTER (WHERE ${which})`
export const joined = (high: number | null, low: number | null): bigint =>
  BigInt(high ?? 0) * BigInt(SPLIT) + BigInt(low ?? 0)

type Sums = readonly (number | null)[]
const delays = ([parts, amount, days, high, low]: Sums): Delays => ({
  parts: parts ?? 0,
  amount: amount ?? 0,
  days: days ?? 0,
  weighted: joined(high ?? 0, low ?? 0),
})

/**
 * Parts of invoices that receipts of a stretch of days paid (its first day left out). A receipt counts on its own day,
 * however late it was matched; matches taken back by then are left out.
 */
export const paidParts = (home: string, { from, until }: Stretch, columns: RawBuilder<unknown>) => sql`
  SELECT ${columns}, CASE WHEN i.currency = ${home} THEN a.amount ELSE a.debit_base END AS worth,
    CAST(julianday(c.booked) - julianday(i.due) AS INTEGER) AS late,
    CAST(julianday(c.booked) - julianday(i.issued) AS INTEGER) AS issued
  FROM open_item c CROSS JOIN allocation a ON a.credit_id = c.id CROSS JOIN open_item i ON i.id = a.debit_id
  WHERE c.kind = 'payment' AND c.booked > ${from} AND c.booked <= ${until} AND a.amount > 0 AND a.day <= ${until}
    AND i.kind IN ('invoice', 'opening') AND (i.currency = ${home} OR a.debit_base IS NOT NULL)
    AND a.id NOT IN (SELECT reverses FROM allocation WHERE reverses IS NOT NULL AND day <= ${until})
  -- Kept apart: otherwise the days would be worked out again for every sum below.
  LIMIT -1`

/**
 * Those parts in the company's currency: days from due to receipt, those of the late ones, and days from issue to receipt.
 * `instalments`: each due line of an invoice counts once, its parts by their share of it, in millionths.
 */
export const paidDelays = async (
  db: Reader,
  home: string,
  stretch: Stretch,
): Promise<{ all: Delays; late: Delays; sinceIssue: Delays; instalments: { shares: number; days: number } }> => {
  const sums = (days: string, which: string) =>
    sql.raw(
      `count(*) FILTER (WHERE ${which}), sum(p.worth) FILTER (WHERE ${which}), sum(${days}) FILTER (WHERE ${which}), ${weightedSums('p.worth', days, which)}`,
    )
  const share = sql`CAST(round(1000000.0 * a.amount / i.amount) AS INTEGER) AS share`
  const [row = []] = await rowsAsArrays<readonly (number | null)[]>(
    db,
    sql`SELECT ${sums('p.late', 'TRUE')}, ${sums('p.late', 'p.late > 0')}, ${sums('p.issued', 'TRUE')},
      sum(p.share), sum(p.share * p.late) FROM (${paidParts(home, stretch, share)}) p`,
  )
  return {
    all: delays(row.slice(0, 5)),
    late: delays(row.slice(5, 10)),
    sinceIssue: delays(row.slice(10, 15)),
    instalments: { shares: row[15] ?? 0, days: row[16] ?? 0 },
  }
}
