import { type Kysely, sql } from 'kysely'

// Frozen: a released migration is never edited.
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `CREATE TABLE document (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, media_type TEXT NOT NULL, size INTEGER NOT NULL CHECK (size >= 0),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64), bytes BLOB NOT NULL, created_at TEXT NOT NULL
  ) STRICT`,

  `CREATE TABLE company (
    id INTEGER PRIMARY KEY CHECK (id = 1), name TEXT NOT NULL, legal_form TEXT NOT NULL DEFAULT '',
    capital TEXT NOT NULL DEFAULT '', siren TEXT NOT NULL DEFAULT '', vat_number TEXT NOT NULL DEFAULT '',
    registry TEXT NOT NULL DEFAULT '', street TEXT NOT NULL DEFAULT '', postal_code TEXT NOT NULL DEFAULT '',
    city TEXT NOT NULL DEFAULT '', country TEXT NOT NULL CHECK (length(country) = 2),
    currency TEXT NOT NULL CHECK (length(currency) = 3), language TEXT NOT NULL CHECK (language IN ('fr', 'en')),
    terms TEXT NOT NULL, phone TEXT NOT NULL DEFAULT '', email TEXT NOT NULL DEFAULT '',
    signatory TEXT NOT NULL DEFAULT '', signatory_role TEXT NOT NULL DEFAULT '', accent TEXT NOT NULL DEFAULT '#1f4e79',
    logo_id TEXT REFERENCES document (id)
  ) STRICT`,
  `CREATE TABLE bank_account (
    id TEXT PRIMARY KEY, currency TEXT NOT NULL CHECK (length(currency) = 3), iban TEXT NOT NULL, bic TEXT NOT NULL DEFAULT '',
    label TEXT NOT NULL DEFAULT '', UNIQUE (currency)
  ) STRICT`,

  `CREATE TABLE customer (
    id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, siren TEXT NOT NULL DEFAULT '',
    vat_number TEXT NOT NULL DEFAULT '', language TEXT NOT NULL CHECK (language IN ('fr', 'en')),
    country TEXT NOT NULL CHECK (length(country) = 2), terms TEXT, segment TEXT NOT NULL DEFAULT '',
    notes TEXT NOT NULL DEFAULT '', no_reminders INTEGER NOT NULL DEFAULT 0 CHECK (no_reminders IN (0, 1)),
    sort_name TEXT NOT NULL, search TEXT NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX customer_by_name ON customer (sort_name, id)',
  "CREATE INDEX customer_by_siren ON customer (siren) WHERE siren <> ''",
  `CREATE TABLE contact (
    id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customer (id) ON DELETE CASCADE, name TEXT NOT NULL,
    role TEXT NOT NULL DEFAULT '', email TEXT NOT NULL DEFAULT '', phone TEXT NOT NULL DEFAULT '',
    dunning INTEGER NOT NULL DEFAULT 0 CHECK (dunning IN (0, 1))
  ) STRICT`,
  'CREATE INDEX contact_by_customer ON contact (customer_id)',
  `CREATE TABLE address (
    id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('registered', 'billing', 'delivery')), street TEXT NOT NULL DEFAULT '',
    postal_code TEXT NOT NULL DEFAULT '', city TEXT NOT NULL DEFAULT '', country TEXT NOT NULL CHECK (length(country) = 2),
    UNIQUE (customer_id, kind)
  ) STRICT`,
  `CREATE VIRTUAL TABLE customer_search USING fts5(search, content = 'customer', tokenize = 'trigram')`,
  `CREATE TRIGGER customer_search_insert AFTER INSERT ON customer BEGIN
    INSERT INTO customer_search (rowid, search) VALUES (new.rowid, new.search);
  END`,
  `CREATE TRIGGER customer_search_delete AFTER DELETE ON customer BEGIN
    INSERT INTO customer_search (customer_search, rowid, search) VALUES ('delete', old.rowid, old.search);
  END`,
  `CREATE TRIGGER customer_search_update AFTER UPDATE OF search ON customer WHEN old.search <> new.search BEGIN
    INSERT INTO customer_search (customer_search, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO customer_search (rowid, search) VALUES (new.rowid, new.search);
  END`,
  `CREATE TABLE customer_event (
    id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customer (id) ON DELETE CASCADE, day TEXT NOT NULL,
    at TEXT NOT NULL, user TEXT NOT NULL, kind TEXT NOT NULL, details TEXT NOT NULL DEFAULT '{}'
  ) STRICT`,
  'CREATE INDEX customer_event_by_customer ON customer_event (customer_id, day)',

  `CREATE TABLE import_file (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, format TEXT NOT NULL, records INTEGER NOT NULL,
    created_items INTEGER NOT NULL, rejected INTEGER NOT NULL, at TEXT NOT NULL, user TEXT NOT NULL, report TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE import_mapping (
    name TEXT PRIMARY KEY, signature TEXT NOT NULL, mapping TEXT NOT NULL, updated_at TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX import_mapping_by_signature ON import_mapping (signature)',

  // One receivable movement: what a customer owes (positive) or is owed (negative), in minor units.
  // settled_on is a cache: the day of the match that closed it, null while any of it is open.
  `CREATE TABLE open_item (
    id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customer (id),
    kind TEXT NOT NULL CHECK (kind IN ('invoice', 'credit_note', 'payment', 'opening', 'adjustment')),
    number TEXT NOT NULL, label TEXT NOT NULL DEFAULT '', issued TEXT NOT NULL, booked TEXT NOT NULL, due TEXT NOT NULL,
    due_origin TEXT NOT NULL CHECK (due_origin IN ('document', 'terms', 'none')),
    currency TEXT NOT NULL CHECK (length(currency) = 3), amount INTEGER NOT NULL CHECK (amount <> 0),
    account TEXT NOT NULL DEFAULT '', journal TEXT NOT NULL DEFAULT '', entry TEXT NOT NULL DEFAULT '',
    approximate INTEGER NOT NULL DEFAULT 0 CHECK (approximate IN (0, 1)), settled_on TEXT,
    source_key TEXT UNIQUE, import_id TEXT REFERENCES import_file (id)
  ) STRICT`,
  'CREATE INDEX open_item_by_customer ON open_item (customer_id, settled_on, booked)',
  'CREATE INDEX open_item_as_of ON open_item (settled_on, booked, customer_id, currency, due, issued, amount, id)',
  'CREATE INDEX open_item_by_number ON open_item (number)',
  // A match of a debit with a credit; both sides fall by the same amount, on its day.
  `CREATE TABLE allocation (
    id TEXT PRIMARY KEY, debit_id TEXT NOT NULL REFERENCES open_item (id), credit_id TEXT NOT NULL REFERENCES open_item (id),
    amount INTEGER NOT NULL CHECK (amount > 0), day TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('lettering', 'import', 'manual')), lettering TEXT,
    CHECK (debit_id <> credit_id)
  ) STRICT`,
  'CREATE INDEX allocation_by_debit ON allocation (debit_id, day, amount)',
  'CREATE INDEX allocation_by_credit ON allocation (credit_id, day, amount)',
  'CREATE INDEX allocation_by_lettering ON allocation (lettering) WHERE lettering IS NOT NULL',

  `CREATE TABLE hold (
    id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
    item_id TEXT REFERENCES open_item (id), reason TEXT NOT NULL, until TEXT, created_on TEXT NOT NULL,
    created_by TEXT NOT NULL, released_on TEXT
  ) STRICT`,
  'CREATE INDEX hold_by_customer ON hold (customer_id)',

  `CREATE TABLE dunning_plan (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, is_default INTEGER NOT NULL CHECK (is_default IN (0, 1)),
    item_minimum INTEGER NOT NULL CHECK (item_minimum >= 0), letter_minimums TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE dunning_level (
    id TEXT PRIMARY KEY, plan_id TEXT NOT NULL REFERENCES dunning_plan (id) ON DELETE CASCADE, position INTEGER NOT NULL,
    name TEXT NOT NULL, wording TEXT NOT NULL, days INTEGER NOT NULL, minimum_gap INTEGER NOT NULL CHECK (minimum_gap >= 0),
    channel TEXT NOT NULL CHECK (channel IN ('email', 'letter', 'registered', 'call')),
    claims_interest INTEGER NOT NULL CHECK (claims_interest IN (0, 1)),
    claims_indemnity INTEGER NOT NULL CHECK (claims_indemnity IN (0, 1)), fee INTEGER NOT NULL CHECK (fee >= 0),
    new_deadline_days INTEGER, needs_confirmation INTEGER NOT NULL CHECK (needs_confirmation IN (0, 1)),
    UNIQUE (plan_id, position)
  ) STRICT`,
  `CREATE TABLE wording (
    key TEXT NOT NULL, language TEXT NOT NULL CHECK (language IN ('fr', 'en')), subject TEXT NOT NULL, body TEXT NOT NULL,
    updated_at TEXT NOT NULL, PRIMARY KEY (key, language)
  ) STRICT`,
  `CREATE TABLE dunning_run (
    id TEXT PRIMARY KEY, number INTEGER NOT NULL UNIQUE, as_of TEXT NOT NULL, created_at TEXT NOT NULL, user TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE dunning_letter (
    id TEXT PRIMARY KEY, run_id TEXT NOT NULL REFERENCES dunning_run (id), reference TEXT NOT NULL UNIQUE,
    customer_id TEXT NOT NULL REFERENCES customer (id), currency TEXT NOT NULL, level INTEGER NOT NULL,
    level_name TEXT NOT NULL, channel TEXT NOT NULL, language TEXT NOT NULL, day TEXT NOT NULL, deadline TEXT,
    principal INTEGER NOT NULL, credits INTEGER NOT NULL, interest INTEGER NOT NULL, indemnities INTEGER NOT NULL,
    fees INTEGER NOT NULL, total INTEGER NOT NULL, document_id TEXT REFERENCES document (id), file_name TEXT,
    sent_on TEXT, cancelled_on TEXT, cancel_reason TEXT
  ) STRICT`,
  'CREATE INDEX dunning_letter_by_run ON dunning_letter (run_id)',
  'CREATE INDEX dunning_letter_by_customer ON dunning_letter (customer_id, day)',
  `CREATE TABLE dunning_letter_item (
    letter_id TEXT NOT NULL REFERENCES dunning_letter (id), item_id TEXT NOT NULL REFERENCES open_item (id),
    level INTEGER NOT NULL, open INTEGER NOT NULL, days_late INTEGER NOT NULL, interest INTEGER NOT NULL,
    indemnity INTEGER NOT NULL, segments TEXT NOT NULL DEFAULT '[]', PRIMARY KEY (letter_id, item_id)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX dunning_letter_item_by_item ON dunning_letter_item (item_id, level)',

  `CREATE TABLE saved_view (
    id TEXT PRIMARY KEY, screen TEXT NOT NULL, name TEXT NOT NULL, params TEXT NOT NULL, UNIQUE (screen, name)
  ) STRICT`,
  `CREATE TABLE audit_entry (
    id INTEGER PRIMARY KEY, at TEXT NOT NULL, today TEXT NOT NULL, user TEXT NOT NULL, call TEXT NOT NULL, input TEXT NOT NULL
  ) STRICT`,
]
