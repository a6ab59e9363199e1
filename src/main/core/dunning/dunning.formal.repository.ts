import { type Kysely, sql } from 'kysely'
import type { Database } from '../db/database.ts'
import type { Day } from '../kernel/day.ts'

type Db = Kysely<Database>

/** A debtor as a notice names it; the address is the one a letter goes to. */
export type DebtorRow = {
  id: string
  name: string
  language: 'fr' | 'en' | 'de' | 'es'
  siren: string
  vatNumber: string
  street: string
  city: string
  attention: string | null
}

export const debtorsOf = async (db: Db, customerIds: readonly string[]): Promise<DebtorRow[]> => {
  if (customerIds.length === 0) return []
  const { rows } = await sql<DebtorRow>`
    SELECT c.id, c.name, c.language, c.siren, c.vat_number AS vatNumber, coalesce(a.street, '') AS street, coalesce(a.city, '') AS city,
      (SELECT nullif(k.name, '') FROM contact k WHERE k.customer_id = c.id AND k.dunning = 1 LIMIT 1) AS attention
    FROM customer c LEFT JOIN address a ON a.id = (SELECT id FROM address WHERE customer_id = c.id
      AND kind IN ('billing', 'registered') ORDER BY kind = 'billing' DESC LIMIT 1)
    WHERE c.id IN (SELECT value FROM json_each(${JSON.stringify(customerIds)}))`.execute(db)
  return rows
}

/** Letters that left and reminded of one of these items, oldest first; a notice before the due date reminds of nothing. */
export const lettersAbout = async (
  db: Db,
  itemIds: readonly string[],
  before: Day,
): Promise<{ day: Day; level_name: string; item_id: string }[]> => {
  if (itemIds.length === 0) return []
  const { rows } = await sql<{ day: Day; level_name: string; item_id: string }>`
    SELECT l.day, l.level_name, i.item_id FROM dunning_letter_item i JOIN dunning_letter l ON l.id = i.letter_id
    WHERE i.item_id IN (SELECT value FROM json_each(${JSON.stringify(itemIds)})) AND l.cancelled_on IS NULL
      AND l.sent_on IS NOT NULL AND l.day < ${before} AND l.notice = 0 AND l.document_id IS NOT NULL
    ORDER BY l.day, l.id`.execute(db)
  return rows
}

/** Which of these items have a copy of their invoice in the book. */
export const withCopy = async (db: Db, itemIds: readonly string[]): Promise<Set<string>> => {
  if (itemIds.length === 0) return new Set()
  const wanted = JSON.stringify(itemIds)
  const { rows } = await sql<{ id: string }>`
    SELECT item_id AS id FROM proof WHERE kind = 'invoice' AND item_id IN (SELECT value FROM json_each(${wanted}))
    UNION SELECT item_id FROM e_invoice_item WHERE item_id IN (SELECT value FROM json_each(${wanted}))`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
