import { type Kysely, sql } from 'kysely'

// Frozen: a released migration is never edited.
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // Who sells to a customer, as the firm writes the name; empty: nobody named.
  `ALTER TABLE customer ADD COLUMN salesperson TEXT NOT NULL DEFAULT ''`,
]
