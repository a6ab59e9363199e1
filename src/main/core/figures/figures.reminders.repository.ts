import { type RawBuilder, sql } from 'kysely'
import { rowsAsArrays } from '../db/connection.ts'
import type { Reader } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import { undoneMatches } from './figures.matches.repository.ts'
import type { Ask, AskedDebt, Receipt, Stretch } from './figures.model.ts'

/** Letters of a stretch of days that asked for something due, as they stood at its end. */
const letters = ({ from, until }: Stretch) => sql`dunning_letter l
  WHERE l.day > ${from} AND l.day <= ${until} AND l.notice = 0 AND (l.cancelled_on IS NULL OR l.cancelled_on > ${until})`

/** What letters claimed of each item: one row for a letter and an item. */
const toldByLetter = (stretch: Stretch) => sql`
  SELECT t.item_id, told.day, told.level, told.level_name, told.reference,
    (SELECT r.user FROM dunning_run r WHERE r.id = told.run_id) AS person, max(0, t.open - t.disputed) AS claimed
  FROM (SELECT l.* FROM ${letters(stretch)}) told CROSS JOIN dunning_letter_item t ON t.letter_id = told.id`

/** What was open of each item that somebody spoke about with the customer. */
const toldByCall = ({ from, until }: Stretch) => sql`
  SELECT t.item_id, c.day, NULL AS level, NULL AS level_name, c.id AS reference, c.by AS person,
    max(0, i.amount - coalesce((SELECT sum(a.amount) FROM allocation a WHERE a.debit_id = i.id AND a.day <= c.day), 0)) AS claimed
  FROM call c CROSS JOIN call_item t ON t.call_id = c.id CROSS JOIN open_item i ON i.id = t.item_id
  WHERE c.day > ${from} AND c.day <= ${until} AND c.incoming = 0`

/**
 * What was asked for, and what receipts paid of it after the day it was asked until the next time somebody asked for the
 * same item (a payment of that very day came before), in the company's currency. Never more than was claimed.
 */
export const askedParts = (home: string, stretch: Stretch, told: RawBuilder<unknown>) => sql`
  SELECT asked.*, min(asked.worth, coalesce((
      SELECT sum(CASE WHEN asked.currency = ${home} THEN a.amount ELSE coalesce(a.debit_base, 0) END)
      FROM allocation a CROSS JOIN open_item c ON c.id = a.credit_id
      WHERE a.debit_id = asked.item_id AND a.amount > 0 AND a.day <= ${stretch.until} AND c.kind = 'payment'
        AND c.booked > asked.day AND c.booked <= coalesce(asked.next, ${stretch.until})
        AND NOT EXISTS (SELECT 1 FROM allocation back WHERE back.reverses = a.id AND back.day <= ${stretch.until})), 0)) AS paid
  FROM (SELECT t.*, i.customer_id, i.number, i.due, i.currency,
      CASE WHEN i.currency = ${home} THEN t.claimed ELSE CAST(round(1.0 * t.claimed * i.base_amount / i.amount) AS INTEGER) END AS worth,
      lead(t.day) OVER (PARTITION BY t.item_id ORDER BY t.day, t.reference) AS next
    FROM (${told}) t CROSS JOIN open_item i ON i.id = t.item_id
    WHERE i.amount > 0 AND (i.currency = ${home} OR i.base_amount IS NOT NULL)) asked
  WHERE asked.worth > 0
  LIMIT -1`

export const askedByLetter = (home: string, stretch: Stretch) => askedParts(home, stretch, toldByLetter(stretch))
export const askedByAnyone = (home: string, stretch: Stretch) =>
  askedParts(home, stretch, sql`${toldByLetter(stretch)} UNION ALL ${toldByCall(stretch)}`)

type AskRow = readonly [number, Day, string, string, number | null, string | null, Day | null, Minor]
type ReceiptRow = readonly [number, Day, Day, number, Minor]

/** Every debt that was asked for in a stretch of days (its first left out), by letter or at the telephone, with its receipts. */
export const askedDebts = async (db: Reader, home: string, stretch: Stretch): Promise<AskedDebt[]> => {
  const { from, until } = stretch
  const told = sql`SELECT t.item_id, l.day, l.reference, (SELECT r.user FROM dunning_run r WHERE r.id = l.run_id) AS person,
      l.level, l.level_name, l.cancelled_on, max(0, t.open - t.disputed) AS claimed
    FROM dunning_letter l CROSS JOIN dunning_letter_item t ON t.letter_id = l.id
    WHERE l.day > ${from} AND l.day <= ${until} AND l.notice = 0
    UNION ALL SELECT item_id, day, reference, person, level, level_name, NULL, claimed FROM (${toldByCall(stretch)})`
  const worth = (part: string) =>
    sql`CASE WHEN i.currency = ${home} THEN ${sql.raw(part)} ELSE CAST(round(1.0 * ${sql.raw(part)} * i.base_amount / i.amount) AS INTEGER) END`
  const asks = await rowsAsArrays<AskRow>(
    db,
    sql`SELECT i.rowid, t.day, t.reference, t.person, t.level, t.level_name, t.cancelled_on, ${worth('t.claimed')}
    FROM (${told}) t CROSS JOIN open_item i ON i.id = t.item_id
    WHERE i.amount > 0 AND (i.currency = ${home} OR i.base_amount IS NOT NULL) ORDER BY t.day, t.reference`,
  )
  const receipts = await rowsAsArrays<ReceiptRow>(
    db,
    sql`SELECT i.rowid, c.booked, a.day, a.rowid, CASE WHEN i.currency = ${home} THEN a.amount ELSE coalesce(a.debit_base, 0) END
    FROM (SELECT DISTINCT item_id FROM (${told})) t CROSS JOIN open_item i ON i.id = t.item_id
      CROSS JOIN allocation a ON a.debit_id = i.id CROSS JOIN open_item c ON c.id = a.credit_id
    WHERE a.amount > 0 AND a.day <= ${until} AND c.kind = 'payment' AND c.booked > ${from}`,
  )
  const undone = await undoneMatches(db, until)
  const receiptsOf = Map.groupBy(receipts, ([item]) => item)
  return [...Map.groupBy(asks, ([item]) => item)].map(([item, rows]) => ({
    asks: rows.map(
      ([, day, reference, person, level, name, cancelledOn, claimed]): Ask => ({
        day,
        reference,
        person,
        level,
        name: name ?? '',
        cancelledOn,
        claimed,
      }),
    ),
    receipts: (receiptsOf.get(item) ?? []).map(
      ([, booked, matched, match, amount]): Receipt => ({ booked, matched, undone: undone.get(match) ?? null, amount }),
    ),
  }))
}

/** How many letters and calls of each person. */
export const actsByPerson = async (
  db: Reader,
  stretch: Stretch,
): Promise<Map<string, { letters: number; calls: number }>> => {
  const { rows } = await sql<{ person: string; letters: number; calls: number }>`
    SELECT person, sum(letter) AS letters, sum(1 - letter) AS calls FROM (
      SELECT (SELECT r.user FROM dunning_run r WHERE r.id = told.run_id) AS person, 1 AS letter
        FROM (SELECT l.run_id FROM ${letters(stretch)}) told
      UNION ALL
      SELECT c.by, 0 FROM call c WHERE c.day > ${stretch.from} AND c.day <= ${stretch.until} AND c.incoming = 0
    ) GROUP BY person`.execute(db)
  return new Map(rows.map(({ person, ...acts }) => [person, acts]))
}
