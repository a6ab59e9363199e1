import { sql } from 'kysely'
import { rowsAsArrays } from '../db/connection.ts'
import type { Reader } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import type { DebtCount, DisputedDebt, Stretch } from './figures.model.ts'

/** Debts with a dispute that was open on a day or later, up to another; worth in the company's currency. */
export const disputedDebts = async (db: Reader, home: string, { from, until }: Stretch): Promise<DisputedDebt[]> => {
  const told = sql`SELECT id, item_id, amount, opened_on, closed_on FROM dispute
    WHERE opened_on <= ${until} AND (closed_on IS NULL OR closed_on > ${from})`
  const items = sql`SELECT DISTINCT item_id FROM (${told})`
  const debts = await rowsAsArrays<readonly [string, Day, Minor, Minor | null]>(
    db,
    sql`SELECT i.id, i.booked, i.amount, CASE WHEN i.currency = ${home} THEN i.amount ELSE i.base_amount END
    FROM (${items}) told CROSS JOIN open_item i ON i.id = told.item_id WHERE i.amount > 0 AND i.booked <= ${until}`,
  )
  const matches = await rowsAsArrays<readonly [string, Day, Minor]>(
    db,
    sql`SELECT a.debit_id, a.day, a.amount FROM (${items}) told CROSS JOIN allocation a ON a.debit_id = told.item_id
    WHERE a.day <= ${until}`,
  )
  const conceded = await rowsAsArrays<readonly [string, Day, Minor]>(
    db,
    sql`SELECT s.dispute_id, s.day, json_extract(s.details, '$.conceded') FROM (${told}) told
    CROSS JOIN dispute_step s ON s.dispute_id = told.id
    WHERE s.kind = 'closed' AND s.day <= ${until} AND json_extract(s.details, '$.conceded') IS NOT NULL`,
  )
  const disputes = await rowsAsArrays<readonly [string, string, Minor, Day, Day | null]>(db, told)
  const dated = (rows: readonly (readonly [string, Day, Minor])[]) => {
    const byId = Map.groupBy(rows, ([id]) => id)
    return (id: string) => (byId.get(id) ?? []).map(([, day, amount]) => ({ day, amount }))
  }
  const [matchesOf, concededOf] = [dated(matches), dated(conceded)]
  const disputesOf = Map.groupBy(disputes, ([, itemId]) => itemId)
  return debts.map(([id, booked, amount, worth]) => ({
    booked,
    amount,
    worth,
    matches: matchesOf(id),
    disputes: (disputesOf.get(id) ?? []).map(([disputeId, , contested, opened, closed]) => ({
      amount: contested,
      opened,
      closed,
      conceded: concededOf(disputeId),
    })),
  }))
}

/** Invoices and other debts that were open on a day or booked later, up to another, by the days they were booked and settled. */
export const debtCounts = async (db: Reader, { from, until }: Stretch): Promise<DebtCount[]> => {
  // In the order of the index: nothing is sorted.
  const rows = await rowsAsArrays<readonly [Day | null, Day, number]>(
    db,
    sql`SELECT i.settled_on, i.booked, sum(i.amount > 0) FROM open_item i INDEXED BY open_item_as_of
      WHERE i.settled_on IS NULL AND i.booked <= ${until} GROUP BY i.settled_on, i.booked
    UNION ALL SELECT i.settled_on, i.booked, sum(i.amount > 0) FROM open_item i INDEXED BY open_item_as_of
      WHERE i.settled_on > ${from} AND i.booked <= ${until} GROUP BY i.settled_on, i.booked`,
  )
  return rows.map(([settled, booked, debts]) => ({ settled, booked, debts }))
}

/** By the day they were closed until another, how many disputes and the days they had been open. */
export const closedDisputes = async (
  db: Reader,
  { from, until }: Stretch,
): Promise<{ day: Day; disputes: number; days: number }[]> => {
  const { rows } = await sql<{ day: Day; disputes: number; days: number }>`
    SELECT d.closed_on AS day, count(*) AS disputes,
      sum(CAST(julianday(d.closed_on) - julianday(d.opened_on) AS INTEGER)) AS days
    FROM dispute d WHERE d.closed_on > ${from} AND d.closed_on <= ${until} GROUP BY d.closed_on`.execute(db)
  return rows
}
