import { sql } from 'kysely'
import type { Reader, Writer } from '../kernel/context.ts'
import type { PersonTable, RoleTable } from './people.table.ts'

/** What a sign-in rests on: null `name` where the person is gone. */
export type Standing = {
  /** Whether the book has people at all. */
  on: number
  lockAfter: number | null
  name: string | null
  active: number | null
  verifier: string | null
  permissions: string | null
}

/** In one statement, for it is asked before every call. */
export const standingOf = async (db: Reader, personId: string | null): Promise<Standing> => {
  const { rows } = await sql<Standing>`
    SELECT EXISTS (SELECT 1 FROM person) AS "on", (SELECT lock_after FROM people_settings) AS lockAfter,
      p.name, p.active, p.verifier, r.permissions
    FROM (SELECT 1) LEFT JOIN person p ON p.id = ${personId} LEFT JOIN role r ON r.id = p.role_id`.execute(db)
  return rows[0] as Standing
}

export const allPeople = (db: Reader) => db.selectFrom('person').selectAll().orderBy('name').execute()

export const findPerson = (db: Reader, id: string) =>
  db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()

export const insertPerson = async (db: Writer, person: PersonTable): Promise<void> => {
  await db.insertInto('person').values(person).execute()
}

export const updatePerson = async (db: Writer, id: string, changes: Partial<PersonTable>): Promise<void> => {
  await db.updateTable('person').set(changes).where('id', '=', id).execute()
}

export const deletePerson = async (db: Writer, id: string): Promise<void> => {
  await db.deleteFrom('person').where('id', '=', id).execute()
}

export const allRoles = (db: Reader) => db.selectFrom('role').selectAll().orderBy('position').orderBy('name').execute()

export const upsertRole = async (db: Writer, role: RoleTable): Promise<void> => {
  const { id: _, ...changes } = role
  await db
    .insertInto('role')
    .values(role)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changes))
    .execute()
}

export const deleteRole = async (db: Writer, id: string): Promise<void> => {
  await db.deleteFrom('role').where('id', '=', id).execute()
}

export const upsertSettings = async (db: Writer, lock_after: number | null): Promise<void> => {
  await db
    .insertInto('people_settings')
    .values({ id: 1, lock_after })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ lock_after }))
    .execute()
}

/** The book is one person's again. */
export const deleteEverybody = async (db: Writer): Promise<void> => {
  await db.deleteFrom('person').execute()
  await db.deleteFrom('role').execute()
  await db.deleteFrom('people_settings').execute()
}
