import { sql } from 'kysely'
import type { Reader } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'

export type Purchases = { documents: number; amount: number; unvalued: number }

/**
 * Invoices less credit notes that a customer was sent in a stretch of days, `from` excluded and `to` included, in the
 * company's currency; `unvalued`: how many have no known worth there.
 */
export const invoicedTo = async (
  db: Reader,
  customerId: string,
  home: string,
  { from, to }: { from: Day; to: Day },
): Promise<Purchases> => {
  const { rows } = await sql<Purchases>`
    SELECT count(*) AS documents, coalesce(sum(CASE WHEN i.currency = ${home} THEN i.amount ELSE i.base_amount END), 0) AS amount,
      count(CASE WHEN i.currency <> ${home} AND i.base_amount IS NULL THEN 1 END) AS unvalued
    FROM open_item i WHERE i.customer_id = ${customerId} AND i.kind IN ('invoice', 'credit_note')
      AND i.issued > ${from} AND i.issued <= ${to}`.execute(db)
  return rows[0] as Purchases
}

/** The day a customer was first invoiced; null when it never was. */
export const firstInvoiced = async (db: Reader, customerId: string, asOf: Day): Promise<Day | null> => {
  const row = await db
    .selectFrom('open_item')
    .select((eb) => eb.fn.min('issued').as('day'))
    .where('customer_id', '=', customerId)
    .where('kind', 'in', ['invoice', 'opening'])
    .where('issued', '<=', asOf)
    .executeTakeFirst()
  return row?.day ?? null
}
