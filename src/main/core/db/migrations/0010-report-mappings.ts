import { type Kysely, sql } from 'kysely'

// Frozen: a released migration is never edited.
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // Where the values of a provider's report stand, as the user said once.
  `CREATE TABLE report_mapping (
    id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, provider TEXT NOT NULL CHECK (provider IN
      ('dnb', 'experian', 'creditsafe', 'altares', 'ellisphere', 'bdf', 'other')),
    format TEXT NOT NULL CHECK (format IN ('json', 'xml', 'csv')), content TEXT NOT NULL,
    saved_at TEXT NOT NULL, saved_by TEXT NOT NULL
  ) STRICT`,
]
