import { sql } from 'kysely'
import { disputedAsOf } from '../db/disputed-items.ts'
import { openAsOf } from '../db/open-items.ts'
import type { Reader, Writer } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { InvoiceCoverTable } from './limits.table.ts'

/**
 * Freezes on invoices the cover that was in force the day each was issued, where none is frozen yet: the newest decision
 * by then, unless it had ended or taken the cover away. Returns how many took one.
 */
export const freezeCovers = async (
  db: Writer,
  which: { itemIds: readonly string[] } | { customerId: string },
  frozenOn: Day,
): Promise<number> => {
  const chosen =
    'itemIds' in which
      ? sql`i.id IN (SELECT value FROM json_each(${JSON.stringify(which.itemIds)}))`
      : sql`i.customer_id = ${which.customerId}`
  const result = await sql`
    INSERT OR IGNORE INTO invoice_cover (item_id, limit_id, insurer, policy_number, covered_share, amount, currency,
      extension_days, notice_days, frozen_on)
    SELECT i.id, l.id, l.insurer, l.policy_number, l.covered_share, l.amount, l.currency, l.extension_days, l.notice_days, ${frozenOn}
    FROM open_item i JOIN credit_limit l ON l.id = (SELECT c.id FROM credit_limit c
      WHERE c.customer_id = i.customer_id AND c.kind = 'insured' AND c.starts_on <= i.issued
      ORDER BY c.starts_on DESC, c.id DESC LIMIT 1)
    WHERE ${chosen} AND i.kind = 'invoice' AND i.amount > 0 AND l.amount > 0 AND (l.ends_on IS NULL OR l.ends_on >= i.issued)`.execute(
    db,
  )
  return Number(result.numAffectedRows ?? 0n)
}

export const findCover = (db: Reader, itemId: string): Promise<InvoiceCoverTable | undefined> =>
  db.selectFrom('invoice_cover').selectAll().where('item_id', '=', itemId).executeTakeFirst()

export const setDeclared = async (
  db: Writer,
  itemId: string,
  declared: Pick<InvoiceCoverTable, 'declared_on' | 'declared_by' | 'declared_as'>,
): Promise<void> => {
  await db.updateTable('invoice_cover').set(declared).where('item_id', '=', itemId).execute()
}

export type ClaimRow = InvoiceCoverTable & {
  number: string
  due: Day
  customer_id: string
  customer_code: string
  customer_name: string
  item_currency: string
  open: number
  disputed: number
}

/** Covered invoices that are open and overdue on a day; of the insolvent those not due yet as well. */
export const claimable = async (
  db: Reader,
  asOf: Day,
  insolvent: readonly string[],
  customerId?: string,
): Promise<ClaimRow[]> => {
  // Few invoices are covered: of the whole book their covers are read first, and only their items.
  const from =
    customerId === undefined
      ? sql`invoice_cover cover CROSS JOIN open_item i ON i.id = cover.item_id`
      : sql`open_item i INDEXED BY open_item_by_customer CROSS JOIN invoice_cover cover ON cover.item_id = i.id`
  const { rows } = await sql<ClaimRow>`
    SELECT cover.*, i.number, i.due, i.customer_id, c.code AS customer_code, c.name AS customer_name,
      i.currency AS item_currency, ${openAsOf(asOf)} AS open, ${disputedAsOf(asOf)} AS disputed
    FROM ${from} JOIN customer c ON c.id = i.customer_id
    WHERE ${customerId === undefined ? sql`TRUE` : sql`i.customer_id = ${customerId}`}
      AND i.booked <= ${asOf} AND (i.settled_on IS NULL OR i.settled_on > ${asOf})
      AND (i.due < ${asOf} OR i.customer_id IN (SELECT value FROM json_each(${JSON.stringify(insolvent)})))
      AND ${openAsOf(asOf)} > 0 ORDER BY i.due, i.number`.execute(db)
  return rows
}
