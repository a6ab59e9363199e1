import { type Kysely, sql } from 'kysely'

// Frozen: a released migration is never edited.
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // Who has the account in hand, and on what terms.
  "ALTER TABLE handover ADD COLUMN recipient_name TEXT NOT NULL DEFAULT ''",
  "ALTER TABLE handover ADD COLUMN recipient_reference TEXT NOT NULL DEFAULT ''",
  "ALTER TABLE handover ADD COLUMN recipient_email TEXT NOT NULL DEFAULT ''",
  "ALTER TABLE handover ADD COLUMN recipient_address TEXT NOT NULL DEFAULT ''",
  "ALTER TABLE handover ADD COLUMN fee_basis TEXT NOT NULL DEFAULT ''",
  `ALTER TABLE handover ADD COLUMN procedure TEXT CHECK (procedure IN
    ('agency', 'payment-order', 'uncontested', 'small-claims', 'summary', 'trial', 'european-order'))`,
  "ALTER TABLE handover ADD COLUMN court TEXT NOT NULL DEFAULT ''",
  "ALTER TABLE handover ADD COLUMN debtor_form TEXT NOT NULL DEFAULT ''",
  "ALTER TABLE handover ADD COLUMN debtor_registry TEXT NOT NULL DEFAULT ''",
  // How the account of the claim is drawn up.
  `ALTER TABLE handover ADD COLUMN imputation TEXT NOT NULL DEFAULT 'interest-first' CHECK (imputation IN
    ('principal-first', 'interest-first', 'costs-first'))`,
  // The day capitalisation was asked for or agreed; null: interest bears none.
  'ALTER TABLE handover ADD COLUMN capitalised_from TEXT',
  "ALTER TABLE handover ADD COLUMN capitalised_by TEXT NOT NULL DEFAULT '' CHECK (capitalised_by IN ('', 'contract', 'court'))",
  // Null: the working day.
  'ALTER TABLE handover ADD COLUMN account_as_of TEXT',

  // What happened to it since, in the order it was written down. A step that was wrong is withdrawn, never changed.
  `CREATE TABLE handover_step (
    id TEXT PRIMARY KEY, handover_id TEXT NOT NULL REFERENCES handover (id), code TEXT NOT NULL CHECK (code <> ''),
    day TEXT NOT NULL, note TEXT NOT NULL DEFAULT '', in_person INTEGER CHECK (in_person IN (0, 1)),
    amount INTEGER CHECK (amount >= 0), document_id TEXT REFERENCES document (id), at TEXT NOT NULL, by TEXT NOT NULL,
    withdrawn_on TEXT, withdrawn_by TEXT NOT NULL DEFAULT '', withdrawn_because TEXT NOT NULL DEFAULT ''
  ) STRICT`,
  'CREATE INDEX handover_step_by_handover ON handover_step (handover_id, day, id)',
  'CREATE INDEX handover_step_by_document ON handover_step (document_id) WHERE document_id IS NOT NULL',

  // A paper or file that was drawn up for it; kept as it was issued.
  `CREATE TABLE handover_file (
    id TEXT PRIMARY KEY, handover_id TEXT NOT NULL REFERENCES handover (id), kind TEXT NOT NULL CHECK (kind <> ''),
    as_of TEXT NOT NULL, imputation TEXT NOT NULL, currency TEXT CHECK (length(currency) = 3), total INTEGER,
    document_id TEXT NOT NULL REFERENCES document (id), day TEXT NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX handover_file_by_handover ON handover_file (handover_id, at)',
  'CREATE INDEX handover_file_by_document ON handover_file (document_id)',

  // A piece found in the book that the file does without.
  `CREATE TABLE handover_left_out (
    handover_id TEXT NOT NULL REFERENCES handover (id), piece TEXT NOT NULL CHECK (piece <> ''), by TEXT NOT NULL,
    at TEXT NOT NULL, PRIMARY KEY (handover_id, piece)
  ) STRICT, WITHOUT ROWID`,
]
