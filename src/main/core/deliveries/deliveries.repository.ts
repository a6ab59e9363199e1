import { type RawBuilder, sql } from 'kysely'
import { escapeLike } from '../customers/customers.search.ts'
import { runForEach } from '../db/connection.ts'
import type { Reader, Writer } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { fold } from '../kernel/text.ts'
import type { DeliveryTable } from './deliveries.table.ts'

export type DeliverySelection = {
  id?: string | undefined
  customerId?: string | undefined
  show: 'waiting' | 'late' | 'invoiced' | 'all'
  search: string
}
export type DeliveryRecord = DeliveryTable & {
  customer_code: string
  customer_name: string
  item_number: string | null
  invoiced_on: Day | null
}

/** `lateUntil`: a delivery of that day or earlier that still waits is late. */
const selected = ({ id, customerId, show, search }: DeliverySelection, lateUntil: Day): RawBuilder<boolean> => {
  const conditions = [
    {
      waiting: sql<boolean>`d.item_id IS NULL`,
      late: sql<boolean>`d.item_id IS NULL AND d.delivered_on <= ${lateUntil}`,
      invoiced: sql<boolean>`d.item_id IS NOT NULL`,
      all: sql<boolean>`1`,
    }[show],
  ]
  if (id) conditions.push(sql<boolean>`d.id = ${id}`)
  if (customerId) conditions.push(sql<boolean>`d.customer_id = ${customerId}`)
  for (const word of search.split(/\s+/).filter(Boolean)) {
    const [written, folded] = [word, fold(word)].map((text) => sql`LIKE ${`%${escapeLike(text)}%`} ESCAPE '\\'`)
    conditions.push(sql<boolean>`(d.reference ${written} OR i.number ${written} OR c.search ${folded})`)
  }
  return sql<boolean>`${sql.join(conditions, sql` AND `)}`
}

const FROM = sql`delivery d JOIN customer c ON c.id = d.customer_id LEFT JOIN open_item i ON i.id = d.item_id`

/** Those not invoiced first, the oldest of them on top; then the invoiced ones, newest first. */
export const listDeliveries = async (
  db: Reader,
  selection: DeliverySelection,
  lateUntil: Day,
  page: { offset: number; limit: number },
): Promise<DeliveryRecord[]> => {
  const { rows } = await sql<DeliveryRecord>`
    SELECT d.*, c.code AS customer_code, c.name AS customer_name, i.number AS item_number, i.issued AS invoiced_on
    FROM ${FROM} WHERE ${selected(selection, lateUntil)}
    ORDER BY d.item_id IS NOT NULL, CASE WHEN d.item_id IS NULL THEN d.delivered_on END, d.delivered_on DESC, d.reference
    LIMIT ${page.limit} OFFSET ${page.offset}`.execute(db)
  return rows
}

export const countDeliveries = async (db: Reader, selection: DeliverySelection, lateUntil: Day): Promise<number> => {
  const { rows } = await sql<{ total: number }>`
    SELECT count(*) AS total FROM ${FROM} WHERE ${selected(selection, lateUntil)}`.execute(db)
  return rows[0]?.total ?? 0
}

export const findByReference = (db: Reader, customerId: string, reference: string) =>
  db
    .selectFrom('delivery')
    .select('id')
    .where('customer_id', '=', customerId)
    .where('reference', '=', reference)
    .executeTakeFirst()

export const insertDelivery = async (db: Writer, delivery: DeliveryTable): Promise<void> => {
  await db.insertInto('delivery').values(delivery).execute()
}

export const updateDelivery = async (db: Writer, id: string, changes: Partial<DeliveryTable>): Promise<void> => {
  await db.updateTable('delivery').set(changes).where('id', '=', id).execute()
}

export const deleteDelivery = async (db: Writer, id: string): Promise<number> => {
  const result = await db.deleteFrom('delivery').where('id', '=', id).executeTakeFirst()
  return Number(result.numDeletedRows)
}

/** When the goods of item `i` were delivered: the day told of the invoice, else its last delivery. */
const DELIVERED = sql<Day | null>`coalesce(dates.delivered_on,
  (SELECT max(delivery.delivered_on) FROM delivery WHERE delivery.item_id = i.id))`

/** The days of invoices among the items named; others have no row. */
export const datesOf = async (db: Reader, itemIds: readonly string[]) => {
  const { rows } = await sql<{
    id: string
    customer_id: string
    issued: Day
    delivered_on: Day | null
    told_delivered_on: Day | null
    sent_on: Day | null
  }>`
    SELECT i.id, i.customer_id, i.issued, ${DELIVERED} AS delivered_on, dates.delivered_on AS told_delivered_on, dates.sent_on
    FROM json_each(${JSON.stringify(itemIds)}) wanted JOIN open_item i ON i.id = wanted.value
    LEFT JOIN invoice_dates dates ON dates.item_id = i.id
    WHERE i.kind = 'invoice' AND i.amount > 0`.execute(db)
  return rows
}

export const upsertDates = (db: Writer, rows: readonly (readonly [string, Day | null, Day | null])[]) =>
  runForEach(
    db,
    `INSERT INTO invoice_dates (item_id, delivered_on, sent_on) VALUES (?, ?, ?)
     ON CONFLICT (item_id) DO UPDATE SET delivered_on = excluded.delivered_on, sent_on = excluded.sent_on`,
    rows,
  )

/**
 * The invoices of a period with the days they lost, from delivery to sending or the part of it that is known; none where
 * the invoice left before the delivery.
 */
const delayed = (from: Day, until: Day, currency: string) => sql<DelayedInvoice>`(
  SELECT *, max(0, coalesce(to_invoice + to_sending, to_invoice, to_sending, 0)) AS days FROM (
    SELECT dated.*, CAST(julianday(issued) - julianday(delivered_on) AS INTEGER) AS to_invoice,
      CAST(julianday(sent_on) - julianday(issued) AS INTEGER) AS to_sending
    FROM (SELECT i.id, i.customer_id, i.number, i.issued, i.amount, ${DELIVERED} AS delivered_on, dates.sent_on
      FROM open_item i LEFT JOIN invoice_dates dates ON dates.item_id = i.id
      WHERE i.kind = 'invoice' AND i.amount > 0 AND i.currency = ${currency} AND i.issued BETWEEN ${from} AND ${until}
      LIMIT -1) dated))`

type DelayedInvoice = {
  id: string
  customer_id: string
  number: string
  issued: Day
  amount: number
  delivered_on: Day | null
  sent_on: Day | null
  days: number
}

/** Sums over the invoices of a period, as text where they may exceed what a number counts exactly. */
export const delaySums = async (db: Reader, from: Day, until: Day, currency: string) => {
  // Instalments of one invoice are several items of the same number.
  const invoice = sql`json_array(customer_id, number, issued)`
  const { rows } = await sql<
    Record<'invoices' | 'withDelivery' | 'withSending' | 'withEither' | 'amount', number> &
      Record<'toInvoice' | 'toInvoiceAmount' | 'toSending' | 'toSendingAmount' | 'lost' | 'total', string>
  >`
    SELECT count(DISTINCT ${invoice}) AS invoices,
      count(DISTINCT CASE WHEN delivered_on IS NOT NULL THEN ${invoice} END) AS withDelivery,
      count(DISTINCT CASE WHEN sent_on IS NOT NULL THEN ${invoice} END) AS withSending,
      coalesce(sum(delivered_on IS NOT NULL OR sent_on IS NOT NULL), 0) AS withEither,
      coalesce(sum(amount), 0) AS amount, CAST(coalesce(sum(amount), 0) AS TEXT) AS total,
      CAST(coalesce(sum(max(0, to_invoice) * amount), 0) AS TEXT) AS toInvoice,
      CAST(coalesce(sum(CASE WHEN delivered_on IS NOT NULL THEN amount END), 0) AS TEXT) AS toInvoiceAmount,
      CAST(coalesce(sum(max(0, to_sending) * amount), 0) AS TEXT) AS toSending,
      CAST(coalesce(sum(CASE WHEN sent_on IS NOT NULL THEN amount END), 0) AS TEXT) AS toSendingAmount,
      CAST(coalesce(sum(days * amount), 0) AS TEXT) AS lost
    FROM ${delayed(from, until, currency)}`.execute(db)
  return rows[0]
}

export const slowestInvoices = async (db: Reader, from: Day, until: Day, currency: string, limit: number) => {
  const { rows } = await sql<DelayedInvoice & { customer_name: string }>`
    SELECT d.*, customer.name AS customer_name FROM ${delayed(from, until, currency)} d
    JOIN customer ON customer.id = d.customer_id
    WHERE d.days > 0 ORDER BY d.days DESC, d.amount DESC, d.id LIMIT ${limit}`.execute(db)
  return rows
}
