import type { Reader, Writer } from '../kernel/context.ts'
import type { ReportMappingTable } from './ratings.table.ts'

export const listMappings = (db: Reader): Promise<ReportMappingTable[]> =>
  db.selectFrom('report_mapping').selectAll().orderBy('name').execute()

export const findMapping = (db: Reader, id: string) =>
  db.selectFrom('report_mapping').selectAll().where('id', '=', id).executeTakeFirst()

export const mappingNamed = (db: Reader, name: string) =>
  db.selectFrom('report_mapping').select('id').where('name', '=', name).executeTakeFirst()

export const writeMapping = async (db: Writer, row: ReportMappingTable): Promise<void> => {
  const { id: _id, ...changes } = row
  await db
    .insertInto('report_mapping')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changes))
    .execute()
}

export const deleteMapping = async (db: Writer, id: string): Promise<void> => {
  await db.deleteFrom('report_mapping').where('id', '=', id).execute()
}
