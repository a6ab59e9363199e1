import { type Kysely, sql } from 'kysely'

// Frozen: a released migration is never edited.
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const COLUMNS =
  'id, debit_id, credit_id, amount, day, origin, lettering, exchange, debit_base, credit_base, reverses, undone_because'

const statements = [
  // A match with a write-off that is taken back later, from that day on: the debt is owed again, as after a bounce.
  `CREATE TABLE allocation_next (
    id TEXT PRIMARY KEY, debit_id TEXT NOT NULL REFERENCES open_item (id), credit_id TEXT NOT NULL REFERENCES open_item (id),
    amount INTEGER NOT NULL CHECK (amount <> 0), day TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('lettering', 'import', 'manual', 'bank')), lettering TEXT,
    exchange INTEGER NOT NULL DEFAULT 0, debit_base INTEGER, credit_base INTEGER, reverses TEXT UNIQUE REFERENCES allocation_next (id),
    undone_because TEXT CHECK (undone_because IN ('mistake', 'bounced', 'cancelled', 'recovered')),
    CHECK (debit_id <> credit_id), CHECK ((reverses IS NULL) = (amount > 0)),
    CHECK ((reverses IS NULL) = (undone_because IS NULL))
  ) STRICT`,
  `INSERT INTO allocation_next (${COLUMNS}) SELECT ${COLUMNS} FROM allocation ORDER BY rowid`,
  'DROP TABLE allocation',
  'ALTER TABLE allocation_next RENAME TO allocation',
  'CREATE INDEX allocation_by_debit ON allocation (debit_id, day, amount)',
  'CREATE INDEX allocation_by_credit ON allocation (credit_id, day, amount)',
  'CREATE INDEX allocation_by_lettering ON allocation (lettering) WHERE lettering IS NOT NULL',
  // The only items that were settled on a day and are open again.
  "CREATE INDEX allocation_reopened ON allocation (day, debit_id, credit_id) WHERE undone_because IN ('bounced', 'recovered')",
  "CREATE INDEX allocation_bounced_debit ON allocation (debit_id, day, amount) WHERE undone_because = 'bounced'",

  // What somebody proposes to give up of a customer's debts, and what became of it. `worth`: in the company's currency,
  // which authority is held against; null without a rate. `day`: from which it is booked.
  `CREATE TABLE write_off (
    id TEXT PRIMARY KEY, reference TEXT NOT NULL UNIQUE, customer_id TEXT NOT NULL REFERENCES customer (id),
    currency TEXT NOT NULL CHECK (length(currency) = 3), amount INTEGER NOT NULL CHECK (amount > 0), worth INTEGER CHECK (worth > 0),
    reason TEXT NOT NULL CHECK (reason IN ('insolvent-liquidation', 'uneconomic', 'time-barred', 'settlement', 'dispute-lost',
      'untraceable', 'other')),
    note TEXT NOT NULL DEFAULT '', state TEXT NOT NULL CHECK (state IN ('proposed', 'booked', 'refused', 'withdrawn')),
    proposed_on TEXT NOT NULL, proposed_at TEXT NOT NULL, proposed_by TEXT NOT NULL,
    answered_on TEXT CHECK (answered_on >= proposed_on), answered_at TEXT, answered_by TEXT NOT NULL DEFAULT '',
    answered_for TEXT NOT NULL DEFAULT '', answer TEXT NOT NULL DEFAULT '', day TEXT,
    policy_version INTEGER REFERENCES policy_version (version),
    tax_due TEXT NOT NULL CHECK (tax_due IN ('invoiced', 'received')),
    definitive_on TEXT, definitive_ground TEXT CHECK (definitive_ground IN ('liquidation', 'plan', 'disappeared', 'stolen-cheque',
      'enforcement-failed', 'other')),
    notice_sent_on TEXT, tax_claimed_on TEXT,
    CHECK ((state = 'proposed') = (answered_on IS NULL)), CHECK ((state = 'booked') = (day IS NOT NULL)),
    CHECK ((definitive_on IS NULL) = (definitive_ground IS NULL))
  ) STRICT`,
  'CREATE INDEX write_off_by_customer ON write_off (customer_id, proposed_on)',
  'CREATE INDEX write_off_by_state ON write_off (state, proposed_on)',
  "CREATE INDEX write_off_by_day ON write_off (day) WHERE state = 'booked'",
  // What was asked and answered stays as it was; what is known of its VAT comes later.
  `CREATE TRIGGER write_off_answered BEFORE UPDATE ON write_off WHEN old.state <> 'proposed'
    AND (new.id, new.reference, new.currency, new.amount, new.worth, new.reason, new.note, new.state, new.proposed_on, new.proposed_by,
      new.answered_on, new.answered_by, new.answered_for, new.answer, new.day, new.policy_version)
    IS NOT (old.id, old.reference, old.currency, old.amount, old.worth, old.reason, old.note, old.state, old.proposed_on,
      old.proposed_by, old.answered_on, old.answered_by, old.answered_for, old.answer, old.day, old.policy_version)
    BEGIN SELECT RAISE(ABORT, 'an answered write-off stays as it is'); END`,
  `CREATE TRIGGER write_off_kept BEFORE DELETE ON write_off BEGIN SELECT RAISE(ABORT, 'write-offs are kept'); END`,

  // The VAT within the amount: of the invoice, at a rate that was told, or not known. `credit_id`: what booked it.
  `CREATE TABLE write_off_item (
    write_off_id TEXT NOT NULL REFERENCES write_off (id), item_id TEXT NOT NULL REFERENCES open_item (id),
    amount INTEGER NOT NULL CHECK (amount > 0), tax INTEGER CHECK (tax BETWEEN 0 AND amount),
    tax_source TEXT CHECK (tax_source IN ('invoice', 'rate')), tax_rate TEXT NOT NULL DEFAULT '',
    credit_id TEXT UNIQUE REFERENCES open_item (id), PRIMARY KEY (write_off_id, item_id),
    CHECK ((tax IS NULL) = (tax_source IS NULL))
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX write_off_item_by_item ON write_off_item (item_id)',

  // What proves the loss, and what is sent to the customer for its VAT.
  `CREATE TABLE write_off_document (
    document_id TEXT PRIMARY KEY REFERENCES document (id), write_off_id TEXT NOT NULL REFERENCES write_off (id),
    kind TEXT NOT NULL CHECK (kind IN ('evidence', 'vat-notice')), day TEXT NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX write_off_document_by_write_off ON write_off_document (write_off_id, day)',

  // A part of it that is owed again from a day: paid after all, or given up by mistake. `debit_id`: what took the credit up.
  `CREATE TABLE write_off_recovery (
    id TEXT PRIMARY KEY, write_off_id TEXT NOT NULL REFERENCES write_off (id), day TEXT NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('received', 'reversed')), reason TEXT NOT NULL DEFAULT '',
    receipt_id TEXT REFERENCES open_item (id), CHECK ((kind = 'received') = (receipt_id IS NOT NULL))
  ) STRICT`,
  'CREATE INDEX write_off_recovery_by_write_off ON write_off_recovery (write_off_id, day)',
  'CREATE INDEX write_off_recovery_by_day ON write_off_recovery (day)',
  `CREATE TABLE write_off_recovery_item (
    recovery_id TEXT NOT NULL REFERENCES write_off_recovery (id), item_id TEXT NOT NULL REFERENCES open_item (id),
    amount INTEGER NOT NULL CHECK (amount > 0), tax INTEGER CHECK (tax BETWEEN 0 AND amount),
    debit_id TEXT NOT NULL UNIQUE REFERENCES open_item (id), PRIMARY KEY (recovery_id, item_id)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX write_off_recovery_item_by_item ON write_off_recovery_item (item_id)',

  // The agreement a plan was put down in; made again, the earlier one stays. `document_id` of the plan is the copy that
  // came back signed.
  'ALTER TABLE instalment_plan ADD COLUMN signed_on TEXT',
  `CREATE TABLE instalment_letter (
    document_id TEXT PRIMARY KEY REFERENCES document (id), plan_id TEXT NOT NULL REFERENCES instalment_plan (id),
    reference TEXT NOT NULL UNIQUE, language TEXT NOT NULL CHECK (language IN ('fr', 'en', 'de', 'es')), day TEXT NOT NULL,
    at TEXT NOT NULL, by TEXT NOT NULL, missed TEXT NOT NULL CHECK (missed IN ('whole', 'instalment')),
    interest TEXT NOT NULL CHECK (interest IN ('waived', 'kept')), wording_version TEXT
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX instalment_letter_by_plan ON instalment_letter (plan_id, day)',
]
