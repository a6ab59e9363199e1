import { type Kysely, sql } from 'kysely'

// Frozen: a released migration is never edited.
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // Customers that share a limit: a group of companies.
  `CREATE TABLE customer_group (
    id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, note TEXT NOT NULL DEFAULT ''
  ) STRICT`,
  `CREATE TABLE customer_group_member (
    customer_id TEXT PRIMARY KEY REFERENCES customer (id) ON DELETE CASCADE, group_id TEXT NOT NULL REFERENCES customer_group (id)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX customer_group_member_by_group ON customer_group_member (group_id)',

  // Decisions are only added: one that ends a limit is a row too. amount: null for no limit from that day on, zero for cash only.
  `CREATE TABLE credit_limit (
    id TEXT PRIMARY KEY, customer_id TEXT REFERENCES customer (id), group_id TEXT REFERENCES customer_group (id),
    kind TEXT NOT NULL CHECK (kind IN ('internal', 'temporary', 'insured', 'guarantee')),
    amount INTEGER CHECK (amount >= 0), currency TEXT NOT NULL CHECK (length(currency) = 3),
    starts_on TEXT NOT NULL, ends_on TEXT, decided_by TEXT NOT NULL, decided_on TEXT NOT NULL, at TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '', document_id TEXT REFERENCES document (id), policy_version INTEGER NOT NULL, review_id TEXT,
    risk_class INTEGER CHECK (risk_class BETWEEN 1 AND 5), insurer TEXT NOT NULL DEFAULT '', policy_number TEXT NOT NULL DEFAULT '',
    covered_share TEXT NOT NULL DEFAULT '', extension_days INTEGER NOT NULL DEFAULT 0 CHECK (extension_days >= 0),
    notice_days INTEGER NOT NULL DEFAULT 0 CHECK (notice_days >= 0), guarantor TEXT NOT NULL DEFAULT '',
    CHECK ((customer_id IS NULL) <> (group_id IS NULL)), CHECK (ends_on IS NULL OR ends_on >= starts_on)
  ) STRICT`,
  'CREATE INDEX credit_limit_by_customer ON credit_limit (customer_id, kind, starts_on)',
  'CREATE INDEX credit_limit_by_group ON credit_limit (group_id, kind, starts_on) WHERE group_id IS NOT NULL',
  `CREATE TABLE credit_block (
    id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customer (id), starts_on TEXT NOT NULL, ends_on TEXT,
    reason TEXT NOT NULL, blocked_by TEXT NOT NULL, at TEXT NOT NULL, lifted_on TEXT, lifted_by TEXT NOT NULL DEFAULT '',
    lifted_because TEXT NOT NULL DEFAULT ''
  ) STRICT`,
  'CREATE INDEX credit_block_by_customer ON credit_block (customer_id)',

  // The cover that an invoice was issued under, as it stood then: what happens to the cover later does not reach it.
  `CREATE TABLE invoice_cover (
    item_id TEXT PRIMARY KEY REFERENCES open_item (id) ON DELETE CASCADE, limit_id TEXT NOT NULL REFERENCES credit_limit (id),
    insurer TEXT NOT NULL, policy_number TEXT NOT NULL, covered_share TEXT NOT NULL, amount INTEGER NOT NULL CHECK (amount > 0),
    currency TEXT NOT NULL CHECK (length(currency) = 3), extension_days INTEGER NOT NULL, notice_days INTEGER NOT NULL,
    frozen_on TEXT NOT NULL, declared_on TEXT, declared_by TEXT NOT NULL DEFAULT '', declared_as TEXT NOT NULL DEFAULT ''
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE customer_order (
    id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customer (id), number TEXT NOT NULL, day TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0), currency TEXT NOT NULL CHECK (length(currency) = 3),
    prepaid INTEGER NOT NULL DEFAULT 0 CHECK (prepaid IN (0, 1)), expected TEXT, note TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL CHECK (state IN ('held', 'open', 'closed', 'cancelled')), changed_on TEXT NOT NULL, changed_by TEXT NOT NULL,
    UNIQUE (customer_id, number)
  ) STRICT`,
  `CREATE TABLE credit_override (
    id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customer (id), order_number TEXT NOT NULL DEFAULT '',
    amount INTEGER NOT NULL CHECK (amount > 0), codes TEXT NOT NULL, starts_on TEXT NOT NULL, ends_on TEXT NOT NULL,
    reason TEXT NOT NULL, granted_by TEXT NOT NULL, at TEXT NOT NULL, policy_version INTEGER NOT NULL,
    CHECK (ends_on >= starts_on)
  ) STRICT`,
  'CREATE INDEX credit_override_by_customer ON credit_override (customer_id, ends_on)',

  // Few rows each: what a bounce reopened of an item, and drafts not yet due.
  "CREATE INDEX allocation_bounced_debit ON allocation (debit_id, day, amount) WHERE undone_because = 'bounced'",
  "CREATE INDEX payment_draft ON payment (maturity, item_id) WHERE method = 'draft'",
]
