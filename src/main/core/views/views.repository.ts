import type { Reader, Writer } from '../kernel/context.ts'
import type { SavedViewTable } from './views.table.ts'

export const listViews = (db: Reader, screen: string) =>
  db.selectFrom('saved_view').selectAll().where('screen', '=', screen).orderBy('name').execute()

/** Saving under a name that is used replaces what it held. */
export const upsertView = (db: Writer, view: SavedViewTable) =>
  db
    .insertInto('saved_view')
    .values(view)
    .onConflict((conflict) => conflict.columns(['screen', 'name']).doUpdateSet({ params: view.params }))
    .returning('id')
    .executeTakeFirstOrThrow()

export const deleteView = async (db: Writer, id: string): Promise<void> => {
  await db.deleteFrom('saved_view').where('id', '=', id).execute()
}
