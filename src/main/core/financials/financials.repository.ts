import { sql } from 'kysely'
import { runForEach } from '../db/connection.ts'
import type { Reader, Writer } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { FinancialLineTable, FinancialStatementTable } from './financials.table.ts'

const listOf = (values: readonly string[]) => sql<string>`(SELECT value FROM json_each(${JSON.stringify(values)}))`

export type StatementRecord = FinancialStatementTable & { document_name: string | null; lines: string }

/** Statements with their lines as JSON, by customer and the newest first; closed by a day when one is given. */
export const statementsOf = async (
  db: Reader,
  customerIds: readonly string[],
  closedBy: Day | null = null,
): Promise<StatementRecord[]> => {
  const { rows } = await sql<StatementRecord>`
    SELECT s.*, document.name AS document_name,
      (SELECT json_group_object(line, amount) FROM financial_line WHERE statement_id = s.id) AS lines
    FROM financial_statement s LEFT JOIN document ON document.id = s.document_id
    WHERE s.customer_id IN ${listOf(customerIds)} AND (${closedBy} IS NULL OR s.closed_on <= ${closedBy})
    ORDER BY s.customer_id, s.closed_on DESC, s.created_at DESC, s.id DESC`.execute(db)
  return rows
}

export const findStatement = (db: Reader, id: string) =>
  db.selectFrom('financial_statement').selectAll().where('id', '=', id).executeTakeFirst()

export const linesOf = (db: Reader, statementId: string): Promise<FinancialLineTable[]> =>
  db.selectFrom('financial_line').selectAll().where('statement_id', '=', statementId).orderBy('line').execute()

/** The statement of a customer that closes on a day, of the group or of the company alone. */
export const statementClosing = (db: Reader, customerId: string, closedOn: Day, consolidated: number) =>
  db
    .selectFrom('financial_statement')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('closed_on', '=', closedOn)
    .where('consolidated', '=', consolidated)
    .orderBy('created_at', 'desc')
    .executeTakeFirst()

/** Writes a statement, or writes it anew, with exactly these lines. */
export const writeStatement = async (
  db: Writer,
  row: FinancialStatementTable,
  lines: readonly (readonly [string, number])[],
): Promise<void> => {
  const { id, ...changes } = row
  await db
    .insertInto('financial_statement')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changes))
    .execute()
  await db.deleteFrom('financial_line').where('statement_id', '=', id).execute()
  await runForEach(
    db,
    'INSERT INTO financial_line (statement_id, line, amount) VALUES (?, ?, ?)',
    lines.map(([line, amount]) => [id, line, amount]),
  )
}

export const setDocument = async (db: Writer, id: string, documentId: string): Promise<void> => {
  await db.updateTable('financial_statement').set({ document_id: documentId }).where('id', '=', id).execute()
}

export const deleteStatement = async (db: Writer, id: string): Promise<void> => {
  await db.deleteFrom('financial_statement').where('id', '=', id).execute()
}

export type Identity = { id: string; code: string; name: string; siren: string }

/** Customers by their code or their SIREN. */
export const customersNamed = (db: Reader, by: 'code' | 'siren', value: string): Promise<Identity[]> =>
  db.selectFrom('customer').select(['id', 'code', 'name', 'siren']).where(by, '=', value).orderBy('code').execute()

export const identityOf = (db: Reader, id: string): Promise<Identity | undefined> =>
  db.selectFrom('customer').select(['id', 'code', 'name', 'siren']).where('id', '=', id).executeTakeFirst()
