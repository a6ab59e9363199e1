import { sql } from 'kysely'
import { rowsAsArrays } from '../db/connection.ts'
import type { Reader } from '../kernel/context.ts'
import { type Day, maxDay } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import type { PaidPart, Stretch } from './figures.model.ts'
import { since } from './figures.repository.ts'

/** So many at once: all of a large book's would take hundreds of megabytes. */
const CHUNK = 50_000

/** Day; of the debit booked, due, issued, what it gave up and whether that counts; of the credit booked, what it gave up and whether that counts. */
type Match = readonly [Day, Day, Day, Day, Minor | null, 0 | 1, Day, Minor | null, 0 | 1, 0 | 1, number, number]

/** By the row of a match, the day on which it was taken back; few are. */
export const undoneMatches = async (db: Reader, until: Day): Promise<Map<number, Day>> =>
  new Map(
    await rowsAsArrays<readonly [number, Day]>(
      db,
      sql`SELECT undone.rowid, back.day FROM allocation back CROSS JOIN allocation undone ON undone.id = back.reverses
      WHERE back.reverses IS NOT NULL AND back.day <= ${until}`,
    ),
  )

/**
 * Goes through the matches dated by a day once, in the company's currency: for positions from another day on what each took
 * off its debit and gave back of its credit, and every part of an invoice that a receipt booked after a third day paid.
 */
export const readMatches = async (
  db: Reader,
  home: string,
  { from, until, paidFrom }: Stretch & { paidFrom: Day },
  { move, paid }: { move: (day: Day, due: Day | null, amount: Minor) => void; paid: (part: PaidPart) => void },
): Promise<void> => {
  const undone = await undoneMatches(db, until)
  const [last] = await rowsAsArrays<readonly [number | null]>(db, sql`SELECT max(rowid) FROM allocation`)
  for (let after = 0; after < (last?.[0] ?? 0); after += CHUNK) {
    const rows = await rowsAsArrays<Match>(
      db,
      sql`SELECT a.day, d.booked, d.due, d.issued, CASE WHEN d.currency = ${home} THEN a.amount ELSE a.debit_base END,
        ${since('d', from)} AND d.booked <= ${until}, c.booked,
        CASE WHEN d.currency = ${home} THEN a.amount ELSE a.credit_base END, ${since('c', from)} AND c.booked <= ${until},
        c.kind = 'payment' AND d.kind IN ('invoice', 'opening') AND a.amount > 0 AND c.booked > ${paidFrom} AND c.booked <= ${until},
        CAST(round(1000000.0 * a.amount / d.amount) AS INTEGER), a.rowid
      FROM allocation a CROSS JOIN open_item c ON c.id = a.credit_id CROSS JOIN open_item d ON d.id = a.debit_id
      WHERE a.rowid > ${after} AND a.rowid <= ${after + CHUNK} AND a.day <= ${until}`,
    )
    for (const [day, booked, due, issued, debit, ofDebit, receipt, credit, ofCredit, isPaid, share, row] of rows) {
      if (ofDebit) move(maxDay(day, booked), due, 0 - (debit ?? 0))
      if (ofCredit) move(maxDay(day, receipt), null, credit ?? 0)
      if (isPaid && debit !== null)
        paid({ paid: receipt, matched: day, undone: undone.get(row) ?? null, amount: debit, due, issued, share })
    }
  }
}
