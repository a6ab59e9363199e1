import type { Reader, Writer } from '../kernel/context.ts'
import type { DocumentTable } from './documents.table.ts'

export const insertDocument = async (db: Writer, document: DocumentTable): Promise<void> => {
  await db.insertInto('document').values(document).execute()
}

export const findDocument = (db: Reader, id: string) =>
  db.selectFrom('document').selectAll().where('id', '=', id).executeTakeFirst()

export const deleteDocument = async (db: Writer, id: string): Promise<void> => {
  await db.deleteFrom('document').where('id', '=', id).execute()
}
