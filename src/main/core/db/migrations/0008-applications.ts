import { type Kysely, sql } from 'kysely'

// Frozen: a released migration is never edited.
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // Amounts in minor units of `currency`. Whether it is under review, or decided, its review tells.
  `CREATE TABLE credit_application (
    id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customer (id), received_on TEXT NOT NULL,
    currency TEXT NOT NULL CHECK (length(currency) = 3), asked INTEGER NOT NULL CHECK (asked >= 0),
    purchases INTEGER CHECK (purchases >= 0), terms TEXT NOT NULL DEFAULT '', applicant TEXT NOT NULL DEFAULT '',
    capacity TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '',
    dropped_on TEXT, dropped_by TEXT NOT NULL DEFAULT '', dropped_because TEXT NOT NULL DEFAULT '',
    document_id TEXT REFERENCES document (id), recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX credit_application_by_customer ON credit_application (customer_id, received_on)',
  'CREATE INDEX credit_review_by_application ON credit_review (application_id) WHERE application_id IS NOT NULL',
  'CREATE INDEX credit_application_by_document ON credit_application (document_id) WHERE document_id IS NOT NULL',

  // A supplier that the customer named, and its answer as a whole.
  `CREATE TABLE trade_reference (
    id TEXT PRIMARY KEY, application_id TEXT NOT NULL REFERENCES credit_application (id) ON DELETE CASCADE,
    supplier TEXT NOT NULL, contact TEXT NOT NULL DEFAULT '', asked_on TEXT, answered_on TEXT,
    answer TEXT, position INTEGER NOT NULL, CHECK ((answer IS NULL) = (answered_on IS NULL))
  ) STRICT`,
  'CREATE INDEX trade_reference_by_application ON trade_reference (application_id, position)',
]
