import { sql } from 'kysely'
import type { Reader, Writer } from '../kernel/context.ts'
import type { ReportCommentTable } from './reports.table.ts'

/** The last command on record that was no comment on a report; 0 for none. */
export const lastChange = async (db: Reader): Promise<number> => {
  const row = await db
    .selectFrom('audit_entry')
    .select('id')
    .where('call', '<>', 'reports.comment')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? 0
}

/** The first day of the ledger; null for an empty one. */
export const firstBooked = async (db: Reader): Promise<string | null> => {
  const { rows } = await sql<{ day: string | null }>`SELECT min(booked) AS day FROM open_item`.execute(db)
  return rows[0]?.day ?? null
}

export const listComments = (db: Reader, month: string): Promise<ReportCommentTable[]> =>
  db.selectFrom('report_comment').selectAll().where('month', '=', month).execute()

/** How many comments each month has. */
export const countComments = async (db: Reader): Promise<Map<string, number>> => {
  const rows = await db
    .selectFrom('report_comment')
    .select((eb) => ['month', eb.fn.countAll<number>().as('comments')])
    .groupBy('month')
    .execute()
  return new Map(rows.map(({ month, comments }) => [month, Number(comments)]))
}

export const writeComment = async (db: Writer, row: ReportCommentTable): Promise<void> => {
  const { text, written_by, written_on } = row
  await db
    .insertInto('report_comment')
    .values(row)
    .onConflict((conflict) => conflict.columns(['month', 'section']).doUpdateSet({ text, written_by, written_on }))
    .execute()
}

export const removeComment = async (
  db: Writer,
  { month, section }: Pick<ReportCommentTable, 'month' | 'section'>,
): Promise<void> => {
  await db.deleteFrom('report_comment').where('month', '=', month).where('section', '=', section).execute()
}
