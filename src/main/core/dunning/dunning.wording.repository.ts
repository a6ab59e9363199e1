import { type Kysely, sql } from 'kysely'
import type { Database } from '../db/database.ts'
import type { LetterLanguage } from '../kernel/contract.ts'
import type { OwnWordingTable, WordingVersionTable } from './dunning.table.ts'

type Db = Kysely<Database>

export const findWording = (db: Db, key: string, language: LetterLanguage) =>
  db.selectFrom('wording').selectAll().where('key', '=', key).where('language', '=', language).executeTakeFirst()

export const listEditedWordings = (db: Db) => db.selectFrom('wording').selectAll().execute()

/** Appends a version and makes it the one in use; without `inUse` the program's text is used again. */
export const keepVersion = async (
  db: Db,
  version: Omit<WordingVersionTable, 'number'>,
  { inUse }: { inUse: boolean },
): Promise<void> => {
  const { id, key, language, subject, body, saved_at } = version
  const last = await db
    .selectFrom('wording_version')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('key', '=', key)
    .where('language', '=', language)
    .executeTakeFirst()
  await db
    .insertInto('wording_version')
    .values({ ...version, number: (last?.number ?? 0) + 1 })
    .execute()
  if (!inUse) {
    await db.deleteFrom('wording').where('key', '=', key).where('language', '=', language).execute()
    return
  }
  const now = { subject, body, updated_at: saved_at, version_id: id }
  await db
    .insertInto('wording')
    .values({ key, language, ...now })
    .onConflict((conflict) => conflict.columns(['key', 'language']).doUpdateSet(now))
    .execute()
}

export const findOwnWording = (db: Db, key: string) =>
  db.selectFrom('own_wording').selectAll().where('key', '=', key).executeTakeFirst()

/** The user's wordings, those removed among them. */
export const listOwnWordings = (db: Db) => db.selectFrom('own_wording').selectAll().orderBy('made_at').execute()

export const insertOwnWording = (db: Db, row: OwnWordingTable) => db.insertInto('own_wording').values(row).execute()

export const removeOwnWording = (db: Db, key: string, at: string) =>
  db.updateTable('own_wording').set({ removed_at: at }).where('key', '=', key).execute()

export const findVersion = (db: Db, id: string) =>
  db.selectFrom('wording_version').selectAll().where('id', '=', id).executeTakeFirst()

export const listVersions = (db: Db, key: string, language: LetterLanguage) =>
  db
    .selectFrom('wording_version')
    .selectAll()
    .where('key', '=', key)
    .where('language', '=', language)
    .orderBy('number', 'desc')
    .execute()

/** How many letters each version made, and the last of them. */
export const lettersByVersion = async (db: Db, key: string, language: LetterLanguage) => {
  const { rows } = await sql<{ version: string; letters: number; reference: string; day: string }>`
    SELECT wording_version AS version, count(*) AS letters, reference, max(day) AS day FROM dunning_letter
    WHERE wording = ${key} AND language = ${language} AND wording_version IS NOT NULL GROUP BY wording_version`.execute(
    db,
  )
  return rows
}

/** The levels of plans in use that send a wording. */
export const levelsUsing = (db: Db, key: string) =>
  db
    .selectFrom('dunning_level as l')
    .innerJoin('dunning_plan as p', 'p.id', 'l.plan_id')
    .select(['p.name as plan', 'l.name as level'])
    .where('l.wording', '=', key)
    .where('p.archived_on', 'is', null)
    .orderBy('p.name')
    .orderBy('l.position')
    .execute()
