import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../kernel/day.ts'

/**
 * What was open on a day: items booked by then, less the matches dated by then. The one definition that balance,
 * statement, letter and interest share. A match dated later is not seen; a settled item is left out.
 */
export const openItemsAsOf = (asOf: Day): RawBuilder<OpenItemAsOf> => sql<OpenItemAsOf>`(
  SELECT i.*, i.amount - ${allocatedAsOf(asOf)} AS open
  FROM open_item i
  WHERE i.booked <= ${asOf} AND (i.settled_on IS NULL OR i.settled_on > ${asOf}))`

/** What had been matched of item `i` by a day, with the sign of the item. */
export const allocatedAsOf = (asOf: Day): RawBuilder<number> => sql<number>`
  CASE WHEN i.amount > 0
    THEN coalesce((SELECT sum(a.amount) FROM allocation a WHERE a.debit_id = i.id AND a.day <= ${asOf}), 0)
    ELSE -coalesce((SELECT sum(a.amount) FROM allocation a WHERE a.credit_id = i.id AND a.day <= ${asOf}), 0) END`

export type OpenItemAsOf = {
  id: string
  customer_id: string
  kind: 'invoice' | 'credit_note' | 'payment' | 'opening' | 'adjustment'
  number: string
  label: string
  issued: string
  booked: string
  due: string
  due_origin: string
  currency: string
  amount: number
  approximate: number
  open: number
}
