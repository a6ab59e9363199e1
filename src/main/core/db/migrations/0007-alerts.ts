import { type Kysely, sql } from 'kysely'

// Frozen: a released migration is never edited.
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // Alerts that somebody looked at; what happens again has another occurrence.
  `CREATE TABLE alert_seen (
    customer_id TEXT NOT NULL REFERENCES customer (id) ON DELETE CASCADE, kind TEXT NOT NULL CHECK (kind IN ('insolvency',
      'limit-passed', 'plan-broken', 'promise-broken', 'claim-due', 'late-rising', 'score-drop', 'cover-ending',
      'limit-ending', 'guarantee-ending', 'document-stale', 'inactive')),
    occurrence TEXT NOT NULL, seen_on TEXT NOT NULL, seen_by TEXT NOT NULL, at TEXT NOT NULL, because TEXT NOT NULL,
    PRIMARY KEY (customer_id, kind, occurrence)
  ) STRICT, WITHOUT ROWID`,
]
