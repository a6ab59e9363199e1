import { type Kysely, sql } from 'kysely'

// Frozen: a released migration is never edited.
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // One row once somebody changed them; without it the program's own hold.
  'CREATE TABLE worklist_weights (id INTEGER PRIMARY KEY CHECK (id = 1), weights TEXT NOT NULL CHECK (json_valid(weights))) STRICT',
  // What was done on a day.
  'CREATE INDEX call_by_day ON call (day, customer_id)',
  'CREATE INDEX dunning_letter_by_day ON dunning_letter (day, customer_id)',
]
