import { sql } from 'kysely'
import type { Reader, Writer } from '../kernel/context.ts'
import type { DocumentTable } from './documents.table.ts'

export const insertDocument = async (db: Writer, document: DocumentTable): Promise<void> => {
  await db.insertInto('document').values(document).execute()
}

export const findDocument = (db: Reader, id: string) =>
  db.selectFrom('document').selectAll().where('id', '=', id).executeTakeFirst()

/** The fingerprints of documents, by their ids. */
export const fingerprintsOf = async (db: Reader, ids: readonly string[]): Promise<Map<string, string>> => {
  const { rows } = await sql<{ id: string; sha256: string }>`
    SELECT id, sha256 FROM document WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`.execute(db)
  return new Map(rows.map(({ id, sha256 }) => [id, sha256]))
}

export const deleteDocument = async (db: Writer, id: string): Promise<void> => {
  await db.deleteFrom('document').where('id', '=', id).execute()
}

/** Whether a proof, a letter, an e-invoice, an instalment plan, a financial statement, a limit, a review, a message, a hand-over, an act of limitation, a declared claim, a clause or the letterhead is this document. */
export const isReferred = async (db: Reader, id: string): Promise<boolean> => {
  const { rows } = await sql<{ referred: number }>`SELECT EXISTS (SELECT 1 FROM proof WHERE document_id = ${id})
    OR EXISTS (SELECT 1 FROM dunning_letter WHERE document_id = ${id}) OR EXISTS (SELECT 1 FROM e_invoice WHERE document_id = ${id})
    OR EXISTS (SELECT 1 FROM financial_statement WHERE document_id = ${id})
    OR EXISTS (SELECT 1 FROM instalment_plan WHERE document_id = ${id}) OR EXISTS (SELECT 1 FROM company WHERE logo_id = ${id})
    OR EXISTS (SELECT 1 FROM credit_limit WHERE document_id = ${id}) OR EXISTS (SELECT 1 FROM external_rating WHERE document_id = ${id})
    OR EXISTS (SELECT 1 FROM review_document WHERE document_id = ${id})
    OR EXISTS (SELECT 1 FROM credit_application WHERE document_id = ${id})
    OR EXISTS (SELECT 1 FROM mail_attachment WHERE document_id = ${id})
    OR EXISTS (SELECT 1 FROM posting WHERE receipt_id = ${id})
    OR EXISTS (SELECT 1 FROM posting_slip WHERE document_id = ${id} OR stamped_id = ${id})
    OR EXISTS (SELECT 1 FROM write_off_document WHERE document_id = ${id})
    OR EXISTS (SELECT 1 FROM instalment_letter WHERE document_id = ${id})
    OR EXISTS (SELECT 1 FROM handover_step WHERE document_id = ${id})
    OR EXISTS (SELECT 1 FROM charge_entry WHERE document_id = ${id})
    OR EXISTS (SELECT 1 FROM handover_file WHERE document_id = ${id})
    OR EXISTS (SELECT 1 FROM limitation_act WHERE document_id = ${id})
    OR EXISTS (SELECT 1 FROM claim_declaration WHERE ${id} IN (document_id, receipt_id))
    OR EXISTS (SELECT 1 FROM retention_clause WHERE document_id = ${id})
    OR EXISTS (SELECT 1 FROM retention_claim WHERE ${id} IN (document_id, receipt_id))
    OR EXISTS (SELECT 1 FROM statement_issue WHERE document_id = ${id})
    OR EXISTS (SELECT 1 FROM confirmation WHERE document_id = ${id})
    OR EXISTS (SELECT 1 FROM confirmation_answer WHERE document_id = ${id})
    OR EXISTS (SELECT 1 FROM customer_answer WHERE document_id = ${id})
    OR EXISTS (SELECT 1 FROM customer_answer_file WHERE document_id = ${id})
    AS referred`.execute(db)
  return rows[0]?.referred === 1
}
