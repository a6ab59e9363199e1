import { type Kysely, sql } from 'kysely'

// Frozen: a released migration is never edited.
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // What a person decided of a debt: that it is doubtful, on which ground and how probable its loss, or that it is sound
  // again. Nothing is overwritten: of each item the last decision by a day counts. Probability in percent.
  `CREATE TABLE provision_decision (
    id TEXT PRIMARY KEY, item_id TEXT NOT NULL REFERENCES open_item (id),
    day TEXT NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('doubtful', 'sound')),
    ground TEXT CHECK (ground IN ('insolvency', 'court', 'notice', 'dispute', 'late', 'ledger', 'other')),
    probability TEXT NOT NULL, note TEXT NOT NULL, document_id TEXT REFERENCES document (id),
    CHECK ((kind = 'doubtful') = (ground IS NOT NULL))
  ) STRICT`,
  'CREATE INDEX provision_decision_by_item ON provision_decision (item_id, day)',
  'CREATE INDEX provision_decision_by_document ON provision_decision (document_id) WHERE document_id IS NOT NULL',
  // A closing as it was taken over: how the matrix was made and what it gave, in the company's currency. `matrix_total` is
  // null where it could not be told. `previous_id`: the closing its entries start from.
  `CREATE TABLE provision_run (
    id TEXT PRIMARY KEY, as_of TEXT NOT NULL, previous_id TEXT REFERENCES provision_run (id),
    currency TEXT NOT NULL CHECK (length(currency) = 3), booked TEXT NOT NULL CHECK (booked IN ('cases', 'both')),
    settings TEXT NOT NULL CHECK (json_valid(settings)), matrix TEXT NOT NULL CHECK (json_valid(matrix)),
    entries TEXT NOT NULL CHECK (json_valid(entries)),
    matrix_total INTEGER, cases_total INTEGER NOT NULL CHECK (cases_total >= 0), doubtful_total INTEGER NOT NULL,
    made_on TEXT NOT NULL, made_at TEXT NOT NULL, made_by TEXT NOT NULL,
    withdrawn_on TEXT, withdrawn_by TEXT NOT NULL DEFAULT '', withdrawn_because TEXT NOT NULL DEFAULT '',
    CHECK (booked = 'cases' OR matrix_total IS NOT NULL)
  ) STRICT`,
  'CREATE UNIQUE INDEX provision_run_in_force ON provision_run (as_of) WHERE withdrawn_on IS NULL',
  // Debt by debt: open, credits of the same customer taken off, VAT, insured part, what is left to cover, and how much of it.
  `CREATE TABLE provision_run_item (
    run_id TEXT NOT NULL REFERENCES provision_run (id), item_id TEXT NOT NULL REFERENCES open_item (id),
    in_ledger INTEGER NOT NULL CHECK (in_ledger IN (0, 1)), ground TEXT NOT NULL, probability TEXT NOT NULL,
    gross INTEGER NOT NULL CHECK (gross > 0), credits INTEGER NOT NULL CHECK (credits >= 0),
    tax INTEGER NOT NULL CHECK (tax >= 0), insured INTEGER NOT NULL CHECK (insured >= 0),
    base INTEGER NOT NULL CHECK (base >= 0), amount INTEGER NOT NULL CHECK (amount >= 0 AND amount <= base),
    PRIMARY KEY (run_id, item_id)
  ) STRICT`,
  'CREATE INDEX provision_run_item_by_item ON provision_run_item (item_id)',
]
