import { sql } from 'kysely'
import { rowsAsArrays } from '../db/connection.ts'
import type { Reader } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { type DelaysOfDay, SPLIT, type Stretch } from './figures.model.ts'

/**
 * Invoices of a stretch of days (its first left out) whose delivery or order the book knows, with both days: the day told
 * of the invoice, else its last delivery; the order that its deliveries name. An invoice made before waited no day.
 */
export const invoicedParts = (home: string, { from, until }: Stretch) => sql`
  SELECT *, max(0, CAST(julianday(issued) - julianday(delivered) AS INTEGER)) AS sinceDelivery,
    max(0, CAST(julianday(issued) - julianday(ordered) AS INTEGER)) AS sinceOrder
  FROM (SELECT i.id, i.customer_id, i.number, i.issued, i.booked, CASE WHEN i.currency = ${home} THEN i.amount ELSE i.base_amount END AS worth,
      coalesce((SELECT told.delivered_on FROM invoice_dates told WHERE told.item_id = i.id),
        (SELECT max(d.delivered_on) FROM delivery d WHERE d.item_id = i.id)) AS delivered,
      (SELECT min(o.day) FROM delivery d JOIN customer_order o ON o.customer_id = d.customer_id AND o.number = d.reference
        WHERE d.item_id = i.id) AS ordered
    FROM (SELECT item_id FROM invoice_dates WHERE delivered_on IS NOT NULL UNION SELECT item_id FROM delivery WHERE item_id IS NOT NULL) known
    CROSS JOIN open_item i ON i.id = known.item_id
    WHERE i.kind = 'invoice' AND i.amount > 0 AND i.booked > ${from} AND i.booked <= ${until}
      AND (i.currency = ${home} OR i.base_amount IS NOT NULL))
  LIMIT -1`

export type Invoiced = { sinceDelivery: DelaysOfDay[]; sinceOrder: DelaysOfDay[] }

/** Their sums by the day they were booked, in the company's currency: days from delivery, and from order, to the invoice. */
export const invoicedByDay = async (db: Reader, home: string, stretch: Stretch): Promise<Invoiced> => {
  const sums = (days: string) => {
    const which = `FILTER (WHERE p.${days} IS NOT NULL)`
    return sql.raw(
      `count(p.${days}), sum(p.worth) ${which}, sum(p.${days}), sum(p.worth / ${SPLIT} * p.${days}), sum(p.worth % ${SPLIT} * p.${days})`,
    )
  }
  const rows = await rowsAsArrays<readonly [Day, ...(number | null)[]]>(
    db,
    sql`SELECT p.booked, ${sums('sinceDelivery')}, ${sums('sinceOrder')} FROM (${invoicedParts(home, stretch)}) p GROUP BY p.booked`,
  )
  const from = (first: number) =>
    rows.map(([day, ...row]): DelaysOfDay => {
      const [parts, amount, days, high, low] = row.slice(first, first + 5)
      return { day, parts: parts ?? 0, amount: amount ?? 0, days: days ?? 0, high: high ?? 0, low: low ?? 0 }
    })
  return { sinceDelivery: from(0), sinceOrder: from(5) }
}
