import { type RawBuilder, sql } from 'kysely'
import { baseOpenAsOf } from '../db/base-items.ts'
import { rowsAsArrays } from '../db/connection.ts'
import { disputeInForce } from '../db/disputed-items.ts'
import { openAsOf, openItemsAsOf } from '../db/open-items.ts'
import type { Reader } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'

const listed = (values: readonly string[]): RawBuilder<string> =>
  sql<string>`(SELECT value FROM json_each(${JSON.stringify(values)}))`

/** What is open of `d`, in the company's currency; null where that is not known. */
const worth = (home: string, asOf: Day) =>
  sql<number | null>`CASE WHEN d.currency = ${home} THEN d.open
    ELSE (SELECT ${baseOpenAsOf(asOf)} FROM open_item i WHERE i.rowid = d.place) END`

export type DebtRow = readonly [
  itemId: string,
  customerId: string,
  due: Day,
  account: string,
  open: number | null,
  gross: number | null,
  tax: string | number | null,
  coverId: string | null,
  share: string | null,
  most: number | null,
  currency: string | null,
]

/** Every debt open on a day, with the VAT its electronic invoice tells and the cover it was issued under. */
export const openDebts = (db: Reader, home: string, asOf: Day): Promise<DebtRow[]> =>
  rowsAsArrays<DebtRow>(
    db,
    sql`SELECT d.id, d.customer_id, d.due, d.account, ${worth(home, asOf)}, e.gross, e.content ->> '$.tax',
      cover.limit_id, cover.covered_share, cover.amount, cover.currency
    FROM ${openItemsAsOf(asOf, undefined, sql`i.amount > 0`, sql`i.account`)} d
      LEFT JOIN e_invoice_item link ON link.item_id = d.id LEFT JOIN e_invoice e ON e.id = link.e_invoice_id
      LEFT JOIN invoice_cover cover ON cover.item_id = d.id
    WHERE d.open > 0`,
  )

/** Where customers stand; read once, for a book has ten debts to a customer. */
export const customersPlaced = async (db: Reader): Promise<Map<string, { segment: string; country: string }>> =>
  new Map(
    (await rowsAsArrays<readonly [string, string, string]>(db, sql`SELECT id, segment, country FROM customer`)).map(
      ([id, segment, country]) => [id, { segment, country }],
    ),
  )

/** Rates of VAT, in percent, that were told of items when a part of them was written off; the latest counts. */
export const ratesTold = async (db: Reader): Promise<Map<string, string>> =>
  new Map(
    await rowsAsArrays<readonly [string, string]>(
      db,
      sql`SELECT i.item_id, i.tax_rate FROM write_off_item i JOIN write_off w ON w.id = i.write_off_id
        WHERE i.tax_source = 'rate' AND i.tax_rate <> '' AND w.state NOT IN ('refused', 'withdrawn')
        ORDER BY w.proposed_at, w.id`,
    ),
  )

/** Credits open on a day by customer, in the company's currency, below zero. */
export const openCredits = (db: Reader, home: string, asOf: Day): Promise<(readonly [string, number])[]> =>
  rowsAsArrays(
    db,
    sql`SELECT d.customer_id, sum(${worth(home, asOf)}) AS worth
      FROM ${openItemsAsOf(asOf, undefined, sql`i.amount < 0`)} d WHERE d.open < 0 GROUP BY d.customer_id HAVING worth < 0`,
  )

/** The last day by which anything was booked; null in an empty book. */
export const lastBooked = async (db: Reader, asOf: Day): Promise<Day | null> => {
  const { rows } = await sql<{ day: Day | null }>`
    SELECT max(booked) AS day FROM open_item WHERE booked <= ${asOf}`.execute(db)
  return rows[0]?.day ?? null
}

/** Of one customer, or of all together: telling them apart costs more than adding them up. */
const owner = (apart: boolean) => (apart ? sql`i.customer_id` : sql`''`)

export type SoldRow = readonly [customerId: string, invoices: number, first: Day, sold: number]

/** Invoices that fell due after a day, up to another, by customer or all together; openings tell nothing of what was paid before them. */
export const soldOf = (
  db: Reader,
  home: string,
  { from, until }: { from: Day; until: Day },
  asOf: Day,
  apart: boolean,
): Promise<SoldRow[]> =>
  rowsAsArrays<SoldRow>(
    db,
    sql`SELECT ${owner(apart)} AS owner, count(*), min(i.due), sum(CASE WHEN i.currency = ${home} THEN i.amount ELSE i.base_amount END)
    FROM open_item i WHERE i.kind = 'invoice' AND i.amount > 0 AND i.due > ${from} AND i.due <= ${until} AND i.booked <= ${asOf}
      AND (i.currency = ${home} OR i.base_amount IS NOT NULL)
    GROUP BY owner`,
  )

/** Paid by the due day, within 30, 60 and 90 days of it, and by when the rest counts as lost. */
export type PaidRow = readonly [customerId: string, p0: number, p30: number, p60: number, p90: number, pLost: number]

/**
 * What was paid of those invoices and when: a receipt counts on its own day, anything else on the day it was matched; what
 * was written off was never paid, what bounced neither. As it was known on a day.
 */
export const paidOf = (
  db: Reader,
  home: string,
  { from, until }: { from: Day; until: Day },
  asOf: Day,
  lostAfter: number,
  apart: boolean,
): Promise<PaidRow[]> => {
  const within = (days: number) => sql`coalesce(sum(p.part) FILTER (WHERE p.late <= ${days}), 0)`
  return rowsAsArrays<PaidRow>(
    db,
    sql`SELECT p.owner, ${within(0)}, ${within(30)}, ${within(60)}, ${within(90)}, ${within(lostAfter)} FROM (
      SELECT ${owner(apart)} AS owner, CASE WHEN i.currency = ${home} THEN a.amount ELSE a.debit_base END AS part,
        CAST(julianday(CASE WHEN k.kind = 'payment' THEN k.booked ELSE a.day END) - julianday(i.due) AS INTEGER) AS late
      FROM open_item i CROSS JOIN allocation a ON a.debit_id = i.id
        CROSS JOIN open_item k ON k.id = a.credit_id
      WHERE i.kind = 'invoice' AND i.amount > 0 AND i.due > ${from} AND i.due <= ${until} AND i.booked <= ${asOf}
        AND (i.currency = ${home} OR i.base_amount IS NOT NULL) AND a.day <= ${asOf}
        AND NOT EXISTS (SELECT 1 FROM adjustment w WHERE w.item_id = k.id AND w.reason = 'write_off')
    ) p GROUP BY p.owner`,
  )
}

export type Sign = { itemId: string; since: Day; detail: string }

/** Debts that somebody brought before a court, or gave to those who do, and that are with them on a day. */
export const inCourt = async (db: Reader, asOf: Day): Promise<Sign[]> => {
  const { rows } = await sql<Sign>`
    SELECT i.item_id AS itemId, min(h.day) AS since, min(h.target) AS detail
    FROM handover h JOIN handover_item i ON i.handover_id = h.id
    WHERE (h.target IN ('lawyer', 'bailiff', 'court') OR h.procedure IN ('payment-order', 'uncontested', 'small-claims', 'summary', 'trial', 'european-order'))
      AND h.day <= ${asOf} AND (h.closed_on IS NULL OR h.closed_on > ${asOf})
    GROUP BY i.item_id`.execute(db)
  return rows
}

/** Debts claimed by a formal notice whose deadline has passed; eight days where it names none. */
export const inNotice = async (db: Reader, asOf: Day, wordings: readonly (string | null)[]): Promise<Sign[]> => {
  const known = wordings.flatMap((one) => (one === null ? [] : [one]))
  const { rows } = await sql<Sign>`
    SELECT l.item_id AS itemId, min(letter.day) AS since, letter.reference AS detail
    FROM dunning_letter letter JOIN dunning_letter_item l ON l.letter_id = letter.id
    WHERE letter.wording IN ${listed(known)} AND letter.day <= ${asOf}
      AND (letter.cancelled_on IS NULL OR letter.cancelled_on > ${asOf})
      AND coalesce(letter.deadline, date(letter.day, '+8 days')) < ${asOf}
    GROUP BY l.item_id`.execute(db)
  return rows
}

export const inDispute = async (db: Reader, asOf: Day): Promise<Sign[]> => {
  const { rows } = await sql<Sign>`
    SELECT d.item_id AS itemId, min(d.opened_on) AS since, d.reason AS detail FROM dispute d
    WHERE ${disputeInForce('d', asOf)} GROUP BY d.item_id`.execute(db)
  return rows
}

export type Named = {
  id: string
  number: string
  issued: Day
  account: string
  customer_id: string
  code: string
  name: string
}

/** Debts with the name of their customer. */
export const itemsNamed = async (db: Reader, ids: readonly string[]): Promise<Map<string, Named>> => {
  const { rows } = await sql<Named>`
    SELECT i.id, i.number, i.issued, i.account, i.customer_id, c.code, c.name
    FROM open_item i JOIN customer c ON c.id = i.customer_id WHERE i.id IN ${listed(ids)}`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** What was written off of debts in a stretch of days, its first day left out, in the company's currency. */
export const writtenOffOf = async (
  db: Reader,
  home: string,
  ids: readonly string[],
  { from, until }: { from: Day; until: Day },
): Promise<Map<string, number>> => {
  const { rows } = await sql<{ id: string; amount: number | null }>`
    SELECT a.debit_id AS id, sum(CASE WHEN i.currency = ${home} THEN a.amount ELSE a.debit_base END) AS amount
    FROM allocation a JOIN open_item i ON i.id = a.debit_id JOIN adjustment w ON w.item_id = a.credit_id AND w.reason = 'write_off'
    WHERE a.debit_id IN ${listed(ids)} AND a.day > ${from} AND a.day <= ${until} GROUP BY a.debit_id`.execute(db)
  return new Map(rows.map(({ id, amount }) => [id, Math.max(0, amount ?? 0)]))
}

/** The account most debts stand on: what the accounts of entries are as long as. */
export const usualAccount = async (db: Reader): Promise<string> => {
  const { rows } = await sql<{ account: string }>`
    SELECT account FROM (SELECT account FROM open_item LIMIT 1000) GROUP BY account ORDER BY count(*) DESC, account LIMIT 1`.execute(
    db,
  )
  return rows[0]?.account || '411000'
}

/** What is open of items on a day, with its sign; nothing of one booked later. */
export const openOf = async (
  db: Reader,
  ids: readonly string[],
  asOf: Day,
): Promise<Map<string, { number: string; open: number }>> => {
  const { rows } = await sql<{ id: string; number: string; open: number }>`
    SELECT i.id, i.number, CASE WHEN i.booked <= ${asOf} THEN ${openAsOf(asOf)} ELSE 0 END AS open
    FROM open_item i WHERE i.id IN ${listed(ids)}`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}
