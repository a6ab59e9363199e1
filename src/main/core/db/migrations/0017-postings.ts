import { type Kysely, sql } from 'kysely'

// Frozen: a released migration is never edited.
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // JSON: whom the letter was addressed to, as it was printed; null for letters issued before this was kept.
  'ALTER TABLE dunning_letter ADD COLUMN recipient TEXT CHECK (recipient IS NULL OR json_valid(recipient))',

  // The list of letters handed in at the post office, as it was printed, and as it came back stamped.
  `CREATE TABLE posting_slip (
    id TEXT PRIMARY KEY, number INTEGER NOT NULL UNIQUE CHECK (number > 0), day TEXT NOT NULL,
    document_id TEXT NOT NULL REFERENCES document (id), stamped_id TEXT REFERENCES document (id),
    created_at TEXT NOT NULL, created_by TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX posting_slip_by_document ON posting_slip (document_id)',
  'CREATE INDEX posting_slip_by_stamped ON posting_slip (stamped_id) WHERE stamped_id IS NOT NULL',
  // What became of a letter that goes by post; a letter without a row was only issued. number: as the post gave it.
  `CREATE TABLE posting (
    letter_id TEXT PRIMARY KEY REFERENCES dunning_letter (id),
    kind TEXT NOT NULL CHECK (kind IN ('registered', 'letter')), number TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL CHECK (json_valid(address)), slip_id TEXT REFERENCES posting_slip (id), deposited_on TEXT,
    outcome TEXT CHECK (outcome IN ('delivered', 'refused', 'unclaimed', 'unknown-address')), outcome_on TEXT,
    receipt_id TEXT REFERENCES document (id), outcome_by TEXT NOT NULL DEFAULT '', outcome_at TEXT,
    created_at TEXT NOT NULL, created_by TEXT NOT NULL,
    CHECK ((outcome IS NULL) = (outcome_on IS NULL)), CHECK (outcome IS NULL OR deposited_on IS NOT NULL),
    CHECK (outcome_on >= deposited_on), CHECK (receipt_id IS NULL OR outcome IS NOT NULL)
  ) STRICT, WITHOUT ROWID`,
  "CREATE UNIQUE INDEX posting_by_number ON posting (number) WHERE number <> ''",
  'CREATE INDEX posting_by_slip ON posting (slip_id) WHERE slip_id IS NOT NULL',
  'CREATE INDEX posting_by_receipt ON posting (receipt_id) WHERE receipt_id IS NOT NULL',
  "CREATE INDEX posting_returned ON posting (letter_id) WHERE outcome = 'unknown-address'",

  // What a message brings beside the letter, unless another choice is made for a run.
  'ALTER TABLE mail_settings ADD COLUMN with_statement INTEGER NOT NULL DEFAULT 0 CHECK (with_statement IN (0, 1))',
  'ALTER TABLE mail_settings ADD COLUMN with_invoices INTEGER NOT NULL DEFAULT 1 CHECK (with_invoices IN (0, 1))',
]
