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

export type InvoiceCopy = { itemId: string; documentId: string; name: string; keptAt: string }

/** The copies of these invoices that can be laid beside a letter on paper, each document once. */
export const copiesOf = async (db: Db, itemIds: readonly string[]): Promise<InvoiceCopy[]> => {
  if (itemIds.length === 0) return []
  const wanted = JSON.stringify(itemIds)
  const { rows } = await sql<InvoiceCopy>`
    WITH copies AS (
      SELECT item_id, document_id FROM proof WHERE kind = 'invoice' AND item_id IN (SELECT value FROM json_each(${wanted}))
      UNION SELECT i.item_id, e.document_id FROM e_invoice_item i JOIN e_invoice e ON e.id = i.e_invoice_id
        WHERE i.item_id IN (SELECT value FROM json_each(${wanted})))
    SELECT c.item_id AS itemId, d.id AS documentId, d.name, d.created_at AS keptAt
    FROM copies c JOIN document d ON d.id = c.document_id WHERE d.media_type = 'application/pdf'
    GROUP BY c.item_id, d.sha256 ORDER BY d.name, d.id`.execute(db)
  return rows
}
