import { sql } from 'kysely'
import type { Reader } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'

type Document = { documentId: string; sha256: string; fileName: string; mediaType: string }

export type ProofPiece = Document & {
  id: string
  kind: string
  title: string
  day: Day | null
  itemId: string | null
}

/** Documents kept for a customer as a whole or for one of these items, the electronic invoices among them. */
export const proofPieces = async (
  db: Reader,
  customerId: string,
  itemIds: readonly string[],
): Promise<ProofPiece[]> => {
  const items = sql`(SELECT value FROM json_each(${JSON.stringify(itemIds)}))`
  const { rows } = await sql<ProofPiece>`
    SELECT 'proof:' || p.id AS id, p.kind, p.title, p.day, p.item_id AS itemId,
      d.id AS documentId, d.sha256, d.name AS fileName, d.media_type AS mediaType
    FROM proof p JOIN document d ON d.id = p.document_id
    WHERE p.customer_id = ${customerId} AND (p.item_id IS NULL OR p.item_id IN ${items})
    UNION ALL
    SELECT 'einvoice:' || e.id || ':' || ei.item_id, 'invoice', '', e.issued, ei.item_id, d.id, d.sha256, d.name, d.media_type
    FROM e_invoice_item ei JOIN e_invoice e ON e.id = ei.e_invoice_id JOIN document d ON d.id = e.document_id
    WHERE ei.item_id IN ${items}`.execute(db)
  return rows
}

export type LetterPiece = Document & {
  id: string
  reference: string
  levelName: string
  channel: string
  formal: number
  currency: string
  total: number
  day: Day
  sentOn: Day | null
  /** Of the registered letter. */
  number: string
  depositedOn: Day | null
  outcome: string | null
  outcomeOn: Day | null
  receiptId: string | null
  receiptSha256: string | null
  receiptName: string | null
  receiptType: string | null
  itemIds: string
}

/** Letters that stand and claim one of these items, oldest first, with what became of those that went by post. */
export const letterPieces = async (
  db: Reader,
  customerId: string,
  itemIds: readonly string[],
): Promise<LetterPiece[]> => {
  const { rows } = await sql<LetterPiece>`
    SELECT l.id, l.reference, l.level_name AS levelName, l.channel, coalesce(l.wording = 'formal', 0) AS formal, l.currency,
      l.total, l.day,
      l.sent_on AS sentOn, coalesce(p.number, '') AS number, p.deposited_on AS depositedOn, p.outcome, p.outcome_on AS outcomeOn,
      r.id AS receiptId, r.sha256 AS receiptSha256, r.name AS receiptName, r.media_type AS receiptType,
      d.id AS documentId, d.sha256, coalesce(l.file_name, d.name) AS fileName, d.media_type AS mediaType,
      (SELECT json_group_array(own.item_id) FROM dunning_letter_item own WHERE own.letter_id = l.id) AS itemIds
    FROM dunning_letter l JOIN document d ON d.id = l.document_id LEFT JOIN posting p ON p.letter_id = l.id
      LEFT JOIN document r ON r.id = p.receipt_id
    WHERE l.customer_id = ${customerId} AND l.cancelled_on IS NULL AND EXISTS (
      SELECT 1 FROM dunning_letter_item i WHERE i.letter_id = l.id
        AND i.item_id IN (SELECT value FROM json_each(${JSON.stringify(itemIds)})))
    ORDER BY l.day, l.reference`.execute(db)
  return rows
}

export type OtherPiece = Document & { id: string; kind: 'plan' | 'application' | 'procedure'; title: string; day: Day }

/** Signed instalment plans and credit applications of the customer, and the papers of the procedure's own steps. */
export const otherPieces = async (db: Reader, customerId: string, handoverId: string): Promise<OtherPiece[]> => {
  const { rows } = await sql<OtherPiece>`
    SELECT 'plan:' || p.id AS id, 'plan' AS kind, p.note AS title, p.agreed_on AS day,
      d.id AS documentId, d.sha256, d.name AS fileName, d.media_type AS mediaType
    FROM instalment_plan p JOIN document d ON d.id = p.document_id WHERE p.customer_id = ${customerId}
    UNION ALL
    SELECT 'application:' || a.id, 'application', a.applicant, a.received_on, d.id, d.sha256, d.name, d.media_type
    FROM credit_application a JOIN document d ON d.id = a.document_id WHERE a.customer_id = ${customerId}
    UNION ALL
    SELECT 'step:' || s.id, 'procedure', s.code, s.day, d.id, d.sha256, d.name, d.media_type
    FROM handover_step s JOIN document d ON d.id = s.document_id
    WHERE s.handover_id = ${handoverId} AND s.withdrawn_on IS NULL
    ORDER BY day, id`.execute(db)
  return rows
}

export type MessageRecord = { subject: string; sentOn: Day; to: string }

/** Messages sent to the customer, oldest first. */
export const sentMessages = async (db: Reader, customerId: string): Promise<MessageRecord[]> => {
  const { rows } = await sql<MessageRecord>`
    SELECT subject, sent_on AS sentOn, recipients AS "to" FROM mail_message
    WHERE customer_id = ${customerId} AND sent_on IS NOT NULL ORDER BY sent_at`.execute(db)
  return rows
}
