import { type Kysely, sql } from 'kysely'

// Frozen: a released migration is never edited.
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

// A letter that was not cancelled and still waits for the payment of something.
const PENDING = `l.cancelled_on IS NULL AND EXISTS (SELECT 1 FROM dunning_letter_item x JOIN open_item o ON o.id = x.item_id
  WHERE x.letter_id = l.id AND o.settled_on IS NULL)`
const UUID = `lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8' ||
  substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))`
const TAKEN_OVER = `INSERT INTO charge_entry (id, customer_id, currency, item_id, letter_id, kind, event, amount, day, at, by)
  SELECT ${UUID}, l.customer_id, l.currency`

const statements = [
  // What is claimed beside the invoices, and what became of it: never in the balance. Entries are only ever added; merging
  // two customers moves them. 'paid' with a credit item counts while the match of debit_item_id with it stands.
  `CREATE TABLE charge_entry (
    id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customer (id), currency TEXT NOT NULL CHECK (length(currency) = 3),
    item_id TEXT REFERENCES open_item (id), letter_id TEXT REFERENCES dunning_letter (id),
    kind TEXT NOT NULL CHECK (kind IN ('interest', 'indemnity', 'fee', 'cost')),
    event TEXT NOT NULL CHECK (event IN ('claimed', 'paid', 'waived', 'withdrawn', 'undone')),
    amount INTEGER NOT NULL CHECK (amount > 0), day TEXT NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL, reason TEXT NOT NULL DEFAULT '',
    refers_to TEXT REFERENCES charge_entry (id), credit_item_id TEXT REFERENCES open_item (id),
    debit_item_id TEXT REFERENCES open_item (id), document_id TEXT REFERENCES document (id),
    CHECK (kind NOT IN ('interest', 'indemnity') OR item_id IS NOT NULL),
    CHECK (event <> 'undone' OR refers_to IS NOT NULL), CHECK (event <> 'waived' OR reason <> ''),
    CHECK ((credit_item_id IS NULL) = (debit_item_id IS NULL)), CHECK (credit_item_id IS NULL OR event = 'paid')
  ) STRICT`,
  'CREATE INDEX charge_entry_by_customer ON charge_entry (customer_id, currency, kind, item_id, event, day, amount)',
  'CREATE INDEX charge_entry_by_item ON charge_entry (item_id, kind) WHERE item_id IS NOT NULL',
  'CREATE INDEX charge_entry_by_letter ON charge_entry (letter_id) WHERE letter_id IS NOT NULL',
  'CREATE INDEX charge_entry_by_credit ON charge_entry (credit_item_id) WHERE credit_item_id IS NOT NULL',
  'CREATE INDEX charge_entry_by_document ON charge_entry (document_id) WHERE document_id IS NOT NULL',
  'CREATE INDEX charge_entry_by_debit ON charge_entry (debit_item_id) WHERE debit_item_id IS NOT NULL',
  "CREATE UNIQUE INDEX charge_entry_undone ON charge_entry (refers_to) WHERE event = 'undone'",
  'CREATE INDEX charge_entry_refers ON charge_entry (refers_to) WHERE refers_to IS NOT NULL',
  `CREATE TRIGGER charge_entry_stays BEFORE DELETE ON charge_entry
    BEGIN SELECT RAISE(ABORT, 'a charge is never deleted'); END`,
  `CREATE TRIGGER charge_entry_keeps BEFORE UPDATE OF id, currency, item_id, letter_id, kind, event, amount, day, at, by, reason,
      refers_to, credit_item_id, debit_item_id, document_id ON charge_entry
    BEGIN SELECT RAISE(ABORT, 'a charge is never changed'); END`,

  // An adjustment of reason 'charges' takes out of the ledger the part of a receipt that paid charges.
  `CREATE TABLE adjustment_wider (
    item_id TEXT PRIMARY KEY REFERENCES open_item (id) ON DELETE CASCADE,
    reason TEXT NOT NULL CHECK (reason IN ('write_off', 'discount', 'set_off', 'charges')),
    tax INTEGER NOT NULL DEFAULT 0, tax_rate TEXT NOT NULL DEFAULT '', counter_reference TEXT NOT NULL DEFAULT '',
    counter_amount INTEGER, note TEXT NOT NULL DEFAULT '', policy_version INTEGER REFERENCES policy_version (version)
  ) STRICT`,
  `INSERT INTO adjustment_wider SELECT item_id, reason, tax, tax_rate, counter_reference, counter_amount, note, policy_version
    FROM adjustment`,
  'DROP TABLE adjustment',
  'ALTER TABLE adjustment_wider RENAME TO adjustment',

  // Rates beside those shipped: a series of the user's own, and values by half-year of any series. The last value told of a
  // half-year counts; those before it stay.
  `CREATE TABLE rate_series (
    key TEXT PRIMARY KEY, label TEXT NOT NULL, currency TEXT NOT NULL CHECK (length(currency) = 3), margin TEXT NOT NULL DEFAULT '',
    follows TEXT NOT NULL CHECK (follows IN ('semester', 'frozen', 'payment')), from_day TEXT NOT NULL, source TEXT NOT NULL,
    indemnity INTEGER NOT NULL DEFAULT 0 CHECK (indemnity >= 0), created_at TEXT NOT NULL, created_by TEXT NOT NULL, retired_on TEXT
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE rate_value (
    id TEXT PRIMARY KEY, series TEXT NOT NULL, semester TEXT NOT NULL CHECK (semester GLOB '[12][0-9][0-9][0-9]-S[12]'),
    rate TEXT NOT NULL, source TEXT NOT NULL CHECK (source <> ''), reviewed_on TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX rate_value_by_series ON rate_value (series, semester, id)',
  `CREATE TRIGGER rate_value_stays BEFORE DELETE ON rate_value
    BEGIN SELECT RAISE(ABORT, 'a rate is never deleted'); END`,
  `CREATE TRIGGER rate_value_keeps BEFORE UPDATE ON rate_value
    BEGIN SELECT RAISE(ABORT, 'a rate is never changed'); END`,

  // Key of the series whose interest the customer owes; null: the law of the company's country, or the contract's rate.
  'ALTER TABLE customer ADD COLUMN late_regime TEXT',
  // Charges of invoices that are in no letter any more, and recovery costs.
  'ALTER TABLE dunning_letter ADD COLUMN earlier_charges INTEGER NOT NULL DEFAULT 0',

  // What letters claimed before there was this ledger, as far as they wait for a payment: each said the interest to its day.
  `${TAKEN_OVER}, NULL, l.id, 'fee', 'claimed', l.fees, l.day, r.created_at, r.user
    FROM dunning_letter l JOIN dunning_run r ON r.id = l.run_id WHERE l.fees > 0 AND ${PENDING}`,
  `${TAKEN_OVER}, l.item_id, l.id, 'interest', 'claimed', l.interest - l.told, l.day, l.created_at, l.user FROM (
    SELECT l.customer_id, l.currency, l.id, l.day, x.item_id, x.interest, r.created_at, r.user,
      coalesce(max(x.interest) OVER (PARTITION BY x.item_id ORDER BY l.day, l.reference
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS told
    FROM dunning_letter_item x JOIN dunning_letter l ON l.id = x.letter_id JOIN dunning_run r ON r.id = l.run_id
    JOIN open_item i ON i.id = x.item_id WHERE l.cancelled_on IS NULL AND i.settled_on IS NULL
  ) l WHERE l.interest > l.told`,
  `${TAKEN_OVER}, l.item_id, l.id, 'indemnity', 'claimed', l.indemnity, l.day, l.created_at, l.user FROM (
    SELECT l.customer_id, l.currency, l.id, l.day, x.item_id, x.indemnity, r.created_at, r.user,
      row_number() OVER (PARTITION BY i.customer_id, i.kind, i.number, i.issued ORDER BY l.day, l.reference) AS place
    FROM dunning_letter_item x JOIN dunning_letter l ON l.id = x.letter_id JOIN dunning_run r ON r.id = l.run_id
    JOIN open_item i ON i.id = x.item_id WHERE l.cancelled_on IS NULL AND i.settled_on IS NULL AND x.indemnity > 0
  ) l WHERE l.place = 1`,
]
