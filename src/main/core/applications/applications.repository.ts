import { type RawBuilder, sql } from 'kysely'
import type { Reader, Writer } from '../kernel/context.ts'
import type { CreditApplicationTable, TradeReferenceTable } from './applications.table.ts'

export type ApplicationSelection = {
  id?: string | undefined
  customerId?: string | undefined
  show: 'open' | 'all'
}

export type ApplicationRecord = CreditApplicationTable & {
  customer_code: string
  customer_name: string
  document_name: string | null
  /** Of the review that it led to; one closed without decision is not counted. */
  review_id: string | null
  review_state: string | null
}

// The newest, should there be several.
const FROM = sql`credit_application a JOIN customer c ON c.id = a.customer_id LEFT JOIN document d ON d.id = a.document_id
  LEFT JOIN credit_review v ON v.id = (SELECT id FROM credit_review
    WHERE application_id = a.id AND state <> 'cancelled' ORDER BY opened_at DESC, id DESC LIMIT 1)`

const OPEN = sql<boolean>`(a.dropped_on IS NULL AND v.state IS NOT 'decided')`

const selected = ({ id, customerId, show }: ApplicationSelection): RawBuilder<boolean> => {
  const conditions = [show === 'open' ? OPEN : sql<boolean>`1`]
  if (id) conditions.push(sql<boolean>`a.id = ${id}`)
  if (customerId) conditions.push(sql<boolean>`a.customer_id = ${customerId}`)
  return sql<boolean>`${sql.join(conditions, sql` AND `)}`
}

/** Those under way first, then the newest. */
export const listApplications = async (
  db: Reader,
  selection: ApplicationSelection,
  page: { offset: number; limit: number },
): Promise<ApplicationRecord[]> => {
  const { rows } = await sql<ApplicationRecord>`
    SELECT a.*, c.code AS customer_code, c.name AS customer_name, d.name AS document_name, v.id AS review_id,
      v.state AS review_state
    FROM ${FROM} WHERE ${selected(selection)}
    ORDER BY NOT ${OPEN}, a.received_on DESC, a.recorded_at DESC, a.id DESC
    LIMIT ${page.limit} OFFSET ${page.offset}`.execute(db)
  return rows
}

export const countApplications = async (db: Reader, selection: ApplicationSelection): Promise<number> => {
  const { rows } = await sql<{ total: number }>`
    SELECT count(*) AS total FROM ${FROM} WHERE ${selected(selection)}`.execute(db)
  return rows[0]?.total ?? 0
}

/** Trade references of applications, in the order they were named. */
export const referencesOf = async (db: Reader, applicationIds: readonly string[]): Promise<TradeReferenceTable[]> => {
  const { rows } = await sql<TradeReferenceTable>`
    SELECT * FROM trade_reference WHERE application_id IN (SELECT value FROM json_each(${JSON.stringify(applicationIds)}))
    ORDER BY application_id, position`.execute(db)
  return rows
}

export const findReference = (db: Reader, id: string) =>
  db.selectFrom('trade_reference').selectAll().where('id', '=', id).executeTakeFirst()

/** An application of the customer that came with this very file. */
export const applicationOfFile = (db: Reader, customerId: string, sha256: string) =>
  db
    .selectFrom('credit_application')
    .innerJoin('document', 'document.id', 'credit_application.document_id')
    .select(['credit_application.id', 'credit_application.received_on'])
    .where('credit_application.customer_id', '=', customerId)
    .where('document.sha256', '=', sha256)
    .executeTakeFirst()

export const insertApplication = async (db: Writer, application: CreditApplicationTable): Promise<void> => {
  await db.insertInto('credit_application').values(application).execute()
}

export const updateApplication = async (
  db: Writer,
  id: string,
  changes: Partial<CreditApplicationTable>,
): Promise<void> => {
  await db.updateTable('credit_application').set(changes).where('id', '=', id).execute()
}

export const insertReference = async (db: Writer, reference: Omit<TradeReferenceTable, 'position'>): Promise<void> => {
  const { rows } = await sql<{ next: number }>`
    SELECT coalesce(max(position), 0) + 1 AS next FROM trade_reference
    WHERE application_id = ${reference.application_id}`.execute(db)
  await db
    .insertInto('trade_reference')
    .values({ ...reference, position: rows[0]?.next ?? 1 })
    .execute()
}

export const updateReference = async (db: Writer, id: string, changes: Partial<TradeReferenceTable>): Promise<void> => {
  await db.updateTable('trade_reference').set(changes).where('id', '=', id).execute()
}

export const deleteReference = async (db: Writer, id: string): Promise<void> => {
  await db.deleteFrom('trade_reference').where('id', '=', id).execute()
}
