import { type Kysely, sql } from 'kysely'

// Frozen: a released migration is never edited.
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // An account that left the credit desk, with what was open of it that day.
  `CREATE TABLE handover (
    id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customer (id),
    target TEXT NOT NULL CHECK (target IN ('collection', 'agency', 'lawyer', 'bailiff', 'court')),
    day TEXT NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL, reason TEXT NOT NULL, review_id TEXT,
    closed_on TEXT CHECK (closed_on >= day), closed_by TEXT NOT NULL DEFAULT '', closed_because TEXT NOT NULL DEFAULT ''
  ) STRICT`,
  'CREATE INDEX handover_by_customer ON handover (customer_id, day)',
  `CREATE TABLE handover_item (
    handover_id TEXT NOT NULL REFERENCES handover (id), item_id TEXT NOT NULL REFERENCES open_item (id),
    handed INTEGER NOT NULL CHECK (handed <> 0), PRIMARY KEY (handover_id, item_id)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX handover_item_by_item ON handover_item (item_id)',
]
