import { sql } from 'kysely'
import type { Reader, Writer } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { HandoverFileTable, HandoverStepTable, HandoverTable } from './handovers.table.ts'

export type StepRecord = HandoverStepTable & { document_name: string | null }

/** Steps of hand-overs in the order of their days; withdrawn ones too. */
export const stepsOfMany = async (db: Reader, handoverIds: readonly string[]): Promise<StepRecord[]> => {
  const { rows } = await sql<StepRecord>`
    SELECT s.*, d.name AS document_name FROM handover_step s LEFT JOIN document d ON d.id = s.document_id
    WHERE s.handover_id IN (SELECT value FROM json_each(${JSON.stringify(handoverIds)}))
    ORDER BY s.day, s.id`.execute(db)
  return rows
}

export const findStep = (db: Reader, id: string) =>
  db.selectFrom('handover_step').selectAll().where('id', '=', id).executeTakeFirst()

export const insertStep = async (db: Writer, step: HandoverStepTable): Promise<void> => {
  await db.insertInto('handover_step').values(step).execute()
}

export const withdrawStep = async (db: Writer, id: string, on: Day, by: string, because: string): Promise<void> => {
  await db
    .updateTable('handover_step')
    .set({ withdrawn_on: on, withdrawn_by: by, withdrawn_because: because })
    .where('id', '=', id)
    .execute()
}

export const updateHandover = async (db: Writer, id: string, changes: Partial<HandoverTable>): Promise<void> => {
  await db.updateTable('handover').set(changes).where('id', '=', id).execute()
}

export type FileRecord = HandoverFileTable & { name: string; size: number; sha256: string }

/** What was issued for a hand-over, the newest first. */
export const filesOf = async (db: Reader, handoverId: string): Promise<FileRecord[]> => {
  const { rows } = await sql<FileRecord>`
    SELECT f.*, d.name, d.size, d.sha256 FROM handover_file f JOIN document d ON d.id = f.document_id
    WHERE f.handover_id = ${handoverId} ORDER BY f.at DESC, f.id DESC`.execute(db)
  return rows
}

export const insertFile = async (db: Writer, file: HandoverFileTable): Promise<void> => {
  await db.insertInto('handover_file').values(file).execute()
}

export const leftOutOf = async (db: Reader, handoverId: string): Promise<Set<string>> => {
  const rows = await db.selectFrom('handover_left_out').select('piece').where('handover_id', '=', handoverId).execute()
  return new Set(rows.map(({ piece }) => piece))
}

/** Leaves a piece out of the file, or takes it in again. */
export const setLeftOut = async (
  db: Writer,
  row: { handover_id: string; piece: string; by: string; at: string },
  out: boolean,
): Promise<void> => {
  await db
    .deleteFrom('handover_left_out')
    .where('handover_id', '=', row.handover_id)
    .where('piece', '=', row.piece)
    .execute()
  if (out) await db.insertInto('handover_left_out').values(row).execute()
}

/** Hand-overs that are not closed and go a way of their own. */
export const proceeding = async (db: Reader) => {
  const { rows } = await sql<{
    id: string
    customerId: string
    customerCode: string
    customerName: string
    procedure: NonNullable<HandoverTable['procedure']>
  }>`
    SELECT h.id, c.id AS customerId, c.code AS customerCode, c.name AS customerName, h.procedure
    FROM handover h JOIN customer c ON c.id = h.customer_id
    WHERE h.closed_on IS NULL AND h.procedure IS NOT NULL`.execute(db)
  return rows
}
