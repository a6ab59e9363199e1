import { type Kysely, sql } from 'kysely'

// Frozen: a released migration is never edited.
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // What an item was worth in the company's currency when it was booked; null when its currency is that one, or no rate was known.
  'ALTER TABLE open_item ADD COLUMN base_amount INTEGER',

  // Matches are only added: one that is undone stays, and a row of the same amount below zero takes it back from a day on.
  `CREATE TABLE allocation_next (
    id TEXT PRIMARY KEY, debit_id TEXT NOT NULL REFERENCES open_item (id), credit_id TEXT NOT NULL REFERENCES open_item (id),
    amount INTEGER NOT NULL CHECK (amount <> 0), day TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('lettering', 'import', 'manual', 'bank')), lettering TEXT,
    exchange INTEGER NOT NULL DEFAULT 0, debit_base INTEGER, credit_base INTEGER, reverses TEXT UNIQUE REFERENCES allocation_next (id),
    undone_because TEXT CHECK (undone_because IN ('mistake', 'bounced', 'cancelled')),
    CHECK (debit_id <> credit_id), CHECK ((reverses IS NULL) = (amount > 0)),
    CHECK ((reverses IS NULL) = (undone_because IS NULL))
  ) STRICT`,
  `INSERT INTO allocation_next (id, debit_id, credit_id, amount, day, origin, lettering)
    SELECT id, debit_id, credit_id, amount, day, origin, lettering FROM allocation`,
  'DROP TABLE allocation',
  'ALTER TABLE allocation_next RENAME TO allocation',
  'CREATE INDEX allocation_by_debit ON allocation (debit_id, day, amount)',
  'CREATE INDEX allocation_by_credit ON allocation (credit_id, day, amount)',
  'CREATE INDEX allocation_by_lettering ON allocation (lettering) WHERE lettering IS NOT NULL',
  // What a bounce reopened: the only items that were settled on a day and are open again.
  "CREATE INDEX allocation_bounced ON allocation (day, debit_id, credit_id) WHERE undone_because = 'bounced'",

  `CREATE TABLE policy_version (
    version INTEGER PRIMARY KEY, in_force_from TEXT NOT NULL, author TEXT NOT NULL, at TEXT NOT NULL,
    summary TEXT NOT NULL DEFAULT '', content TEXT NOT NULL
  ) STRICT`,
  // Units of the company's currency for one unit of the other, as an exact decimal.
  `CREATE TABLE exchange_rate (
    currency TEXT NOT NULL CHECK (length(currency) = 3), day TEXT NOT NULL, rate TEXT NOT NULL,
    source TEXT NOT NULL DEFAULT '', PRIMARY KEY (currency, day)
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE bank_statement (
    id TEXT PRIMARY KEY, account TEXT NOT NULL, currency TEXT NOT NULL CHECK (length(currency) = 3),
    number TEXT NOT NULL DEFAULT '', opening_day TEXT, opening INTEGER, closing_day TEXT, closing INTEGER,
    difference INTEGER NOT NULL DEFAULT 0, format TEXT NOT NULL, import_id TEXT REFERENCES import_file (id)
  ) STRICT`,
  'CREATE INDEX bank_statement_by_account ON bank_statement (account, closing_day)',
  // key: the same movement told by an overlapping statement has the same key.
  `CREATE TABLE bank_line (
    id TEXT PRIMARY KEY, statement_id TEXT NOT NULL REFERENCES bank_statement (id), account TEXT NOT NULL,
    position INTEGER NOT NULL, booked TEXT NOT NULL, valued TEXT, amount INTEGER NOT NULL CHECK (amount <> 0),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    kind TEXT NOT NULL CHECK (kind IN ('transfer', 'direct_debit', 'cheque', 'draft', 'card', 'cash', 'return', 'charge', 'interest', 'other')),
    party TEXT NOT NULL DEFAULT '', party_account TEXT NOT NULL DEFAULT '', text TEXT NOT NULL DEFAULT '',
    reference TEXT NOT NULL DEFAULT '', creditor_reference TEXT NOT NULL DEFAULT '', documents TEXT NOT NULL DEFAULT '[]',
    bank_reference TEXT NOT NULL DEFAULT '', code TEXT NOT NULL DEFAULT '', return_reason TEXT NOT NULL DEFAULT '',
    original TEXT, key TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'matched', 'set_aside')),
    closed_on TEXT, closed_by TEXT, aside_reason TEXT NOT NULL DEFAULT ''
  ) STRICT`,
  'CREATE INDEX bank_line_by_state ON bank_line (state, booked)',
  'CREATE INDEX bank_line_by_statement ON bank_line (statement_id, position)',
  // What was done with a line, so that reopening it undoes that and nothing else: items made, receipts linked, matches made.
  `CREATE TABLE bank_line_trace (
    line_id TEXT NOT NULL REFERENCES bank_line (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('item', 'link', 'match', 'account', 'label')), ref TEXT NOT NULL,
    PRIMARY KEY (line_id, kind, ref)
  ) STRICT, WITHOUT ROWID`,
  // What past choices teach: who pays from this account, or under this label.
  `CREATE TABLE payer (
    kind TEXT NOT NULL CHECK (kind IN ('account', 'label')), value TEXT NOT NULL,
    customer_id TEXT NOT NULL REFERENCES customer (id) ON DELETE CASCADE, uses INTEGER NOT NULL, last_used TEXT NOT NULL,
    PRIMARY KEY (kind, value, customer_id)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX payer_by_customer ON payer (customer_id)',

  // What an open item of kind payment says beside its amount; above zero it is a refund or a receipt taken back.
  `CREATE TABLE payment (
    item_id TEXT PRIMARY KEY REFERENCES open_item (id) ON DELETE CASCADE,
    method TEXT NOT NULL CHECK (method IN ('transfer', 'direct_debit', 'cheque', 'draft', 'card', 'cash', 'other')),
    reference TEXT NOT NULL DEFAULT '', maturity TEXT, bank_line_id TEXT REFERENCES bank_line (id),
    bounces_id TEXT UNIQUE REFERENCES open_item (id), bounce_reason TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT ''
  ) STRICT`,
  'CREATE INDEX payment_by_bank_line ON payment (bank_line_id) WHERE bank_line_id IS NOT NULL',
  // tax: the part of the amount that is VAT to be corrected (discount, bad debt).
  `CREATE TABLE adjustment (
    item_id TEXT PRIMARY KEY REFERENCES open_item (id) ON DELETE CASCADE,
    reason TEXT NOT NULL CHECK (reason IN ('write_off', 'discount', 'set_off')),
    tax INTEGER NOT NULL DEFAULT 0, tax_rate TEXT NOT NULL DEFAULT '', counter_reference TEXT NOT NULL DEFAULT '',
    counter_amount INTEGER, note TEXT NOT NULL DEFAULT '', policy_version INTEGER REFERENCES policy_version (version)
  ) STRICT`,

  `CREATE TABLE instalment_plan (
    id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customer (id), currency TEXT NOT NULL CHECK (length(currency) = 3),
    agreed_on TEXT NOT NULL, created_by TEXT NOT NULL, note TEXT NOT NULL DEFAULT '',
    document_id TEXT REFERENCES document (id), cancelled_on TEXT, cancel_reason TEXT NOT NULL DEFAULT ''
  ) STRICT`,
  'CREATE INDEX instalment_plan_by_customer ON instalment_plan (customer_id)',
  // covered: what was open of the item when the plan was agreed.
  `CREATE TABLE instalment_plan_item (
    plan_id TEXT NOT NULL REFERENCES instalment_plan (id) ON DELETE CASCADE, item_id TEXT NOT NULL REFERENCES open_item (id),
    covered INTEGER NOT NULL CHECK (covered > 0), PRIMARY KEY (plan_id, item_id)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX instalment_plan_item_by_item ON instalment_plan_item (item_id)',
  `CREATE TABLE instalment (
    plan_id TEXT NOT NULL REFERENCES instalment_plan (id) ON DELETE CASCADE, position INTEGER NOT NULL, due TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0), PRIMARY KEY (plan_id, position)
  ) STRICT, WITHOUT ROWID`,

  "ALTER TABLE hold ADD COLUMN owner TEXT NOT NULL DEFAULT ''",
  `CREATE TABLE dispute (
    id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customer (id), item_id TEXT NOT NULL REFERENCES open_item (id),
    reason TEXT NOT NULL, amount INTEGER NOT NULL CHECK (amount > 0), opened_on TEXT NOT NULL, opened_by TEXT NOT NULL,
    owner TEXT NOT NULL DEFAULT '', deadline TEXT, description TEXT NOT NULL DEFAULT '',
    outcome TEXT CHECK (outcome IN ('credit_note', 'upheld', 'settled')), closed_on TEXT, closed_by TEXT,
    conceded INTEGER NOT NULL DEFAULT 0 CHECK (conceded >= 0), credit_item_id TEXT REFERENCES open_item (id) ON DELETE SET NULL,
    conclusion TEXT NOT NULL DEFAULT '', CHECK ((outcome IS NULL) = (closed_on IS NULL))
  ) STRICT`,
  'CREATE INDEX dispute_by_item ON dispute (item_id, closed_on, opened_on, amount, conceded)',
  'CREATE INDEX dispute_by_customer ON dispute (customer_id)',
  'CREATE INDEX dispute_open ON dispute (opened_on) WHERE closed_on IS NULL',
  `CREATE TABLE dispute_step (
    id TEXT PRIMARY KEY, dispute_id TEXT NOT NULL REFERENCES dispute (id) ON DELETE CASCADE, day TEXT NOT NULL,
    at TEXT NOT NULL, user TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('opened', 'note', 'changed', 'closed', 'reopened')),
    text TEXT NOT NULL DEFAULT '', details TEXT NOT NULL DEFAULT '{}'
  ) STRICT`,
  'CREATE INDEX dispute_step_by_dispute ON dispute_step (dispute_id, at)',

  `CREATE TABLE proof (
    id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customer (id), item_id TEXT REFERENCES open_item (id) ON DELETE SET NULL,
    kind TEXT NOT NULL CHECK (kind IN ('invoice', 'order', 'quote', 'contract', 'terms', 'delivery_note', 'receipt',
      'acknowledgement', 'correspondence', 'guarantee', 'other')),
    title TEXT NOT NULL DEFAULT '', day TEXT, expires_on TEXT, note TEXT NOT NULL DEFAULT '',
    document_id TEXT NOT NULL REFERENCES document (id), added_at TEXT NOT NULL, added_by TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX proof_by_customer ON proof (customer_id, kind)',
  'CREATE INDEX proof_by_item ON proof (item_id, kind) WHERE item_id IS NOT NULL',

  // When an invoice's goods were delivered and when it left, as told by files or by hand.
  `CREATE TABLE invoice_dates (
    item_id TEXT PRIMARY KEY REFERENCES open_item (id) ON DELETE CASCADE, delivered_on TEXT, sent_on TEXT
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE delivery (
    id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customer (id), reference TEXT NOT NULL, delivered_on TEXT NOT NULL,
    amount INTEGER CHECK (amount > 0), currency TEXT NOT NULL CHECK (length(currency) = 3), note TEXT NOT NULL DEFAULT '',
    item_id TEXT REFERENCES open_item (id) ON DELETE SET NULL, UNIQUE (customer_id, reference)
  ) STRICT`,
  'CREATE INDEX delivery_by_item ON delivery (item_id, delivered_on) WHERE item_id IS NOT NULL',
  'CREATE INDEX delivery_not_invoiced ON delivery (delivered_on) WHERE item_id IS NULL',

  `CREATE TABLE e_invoice (
    id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customer (id), number TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('invoice', 'credit_note')), issued TEXT NOT NULL, currency TEXT NOT NULL,
    gross INTEGER NOT NULL, prepaid INTEGER NOT NULL, payable INTEGER NOT NULL, syntax TEXT NOT NULL,
    profile TEXT NOT NULL DEFAULT '', content TEXT NOT NULL, missing_mentions TEXT NOT NULL DEFAULT '[]',
    sha256 TEXT NOT NULL UNIQUE, document_id TEXT NOT NULL REFERENCES document (id), import_id TEXT REFERENCES import_file (id)
  ) STRICT`,
  'CREATE INDEX e_invoice_by_customer ON e_invoice (customer_id, number)',
  `CREATE TABLE e_invoice_item (
    item_id TEXT PRIMARY KEY REFERENCES open_item (id) ON DELETE CASCADE,
    e_invoice_id TEXT NOT NULL REFERENCES e_invoice (id) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX e_invoice_item_by_invoice ON e_invoice_item (e_invoice_id)',

  // A movement that a ledger told again after the bank, an electronic invoice or the keyboard had: its key there, and the item it is.
  `CREATE TABLE told_again (
    source_key TEXT PRIMARY KEY, item_id TEXT NOT NULL REFERENCES open_item (id) ON DELETE CASCADE,
    import_id TEXT REFERENCES import_file (id)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX told_again_by_item ON told_again (item_id)',

  // The part of an item that a letter does not claim, because it is disputed.
  'ALTER TABLE dunning_letter_item ADD COLUMN disputed INTEGER NOT NULL DEFAULT 0 CHECK (disputed >= 0)',
]
