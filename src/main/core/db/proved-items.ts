import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../kernel/day.ts'

/** Kinds that, kept for the customer as a whole, prove each of its invoices. */
export const CUSTOMER_KINDS: readonly string[] = ['contract', 'terms', 'guarantee']

const oneOf = (kinds: readonly string[]) => sql`(${sql.join(kinds.map((kind) => sql`${kind}`))})`
const inForce = (today: Day) => sql`(proof.expires_on IS NULL OR proof.expires_on >= ${today})`

/**
 * Whether item `i` has one document of these kinds that has not expired: its own, one of its customer where the kind
 * covers all its invoices, or the e-invoice it came from.
 */
export const provedBy = (kinds: readonly string[], today: Day): RawBuilder<boolean> => {
  const general = kinds.filter((kind) => CUSTOMER_KINDS.includes(kind))
  const ways = [
    sql`EXISTS (SELECT 1 FROM proof WHERE proof.item_id = i.id AND proof.kind IN ${oneOf(kinds)} AND ${inForce(today)})`,
  ]
  if (general.length > 0)
    ways.push(sql`EXISTS (SELECT 1 FROM proof WHERE proof.customer_id = i.customer_id AND proof.item_id IS NULL
      AND proof.kind IN ${oneOf(general)} AND ${inForce(today)})`)
  if (kinds.includes('invoice'))
    ways.push(sql`EXISTS (SELECT 1 FROM e_invoice_item WHERE e_invoice_item.item_id = i.id)`)
  return sql<boolean>`(${sql.join(ways, sql` OR `)})`
}

/** Whether item `i` lacks what one of these requirements asks for. */
export const unprovedBy = (requirements: readonly (readonly string[])[], today: Day): RawBuilder<boolean> =>
  requirements.length === 0
    ? sql<boolean>`0`
    : sql<boolean>`NOT (${sql.join(
        requirements.map((kinds) => provedBy(kinds, today)),
        sql` AND `,
      )})`
