import { type Kysely, sql } from 'kysely'

// Frozen: a released migration is never edited.
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

/** What is erased by law may be written over although it is closed: while its own erasure is under way, and only then. */
const unlessErased = (customer: string): string =>
  `NOT EXISTS (SELECT 1 FROM erasure e WHERE e.under_way = 1 AND e.customer_id = ${customer})`

const statements = [
  // How long personal data are kept, where that is not the program's own period.
  `CREATE TABLE retention_period (
    kind TEXT PRIMARY KEY CHECK (kind IN ('prospect', 'customer', 'talks', 'messages', 'documents', 'financials')),
    months INTEGER NOT NULL CHECK (months BETWEEN 1 AND 1200), source TEXT NOT NULL, set_on TEXT NOT NULL, set_by TEXT NOT NULL
  ) STRICT`,
  // What was erased, and that it was: nothing of what it said. until: only what is older than that day, which is kept itself.
  // compacted_at: since then nothing is left of it in the free pages of the file either.
  `CREATE TABLE erasure (
    id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customer (id),
    kind TEXT NOT NULL CHECK (kind IN ('customer', 'contact', 'talks', 'messages', 'documents', 'financials')),
    until TEXT, reason TEXT NOT NULL, day TEXT NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL,
    rows INTEGER NOT NULL CHECK (rows >= 0), documents INTEGER NOT NULL CHECK (documents >= 0),
    entries INTEGER NOT NULL CHECK (entries >= 0), under_way INTEGER NOT NULL CHECK (under_way IN (0, 1)), compacted_at TEXT
  ) STRICT`,
  'CREATE INDEX erasure_by_customer ON erasure (customer_id, kind)',
  `CREATE TRIGGER erasure_kept BEFORE DELETE ON erasure BEGIN SELECT RAISE(ABORT, 'erasures are kept'); END`,

  'DROP TRIGGER credit_review_closed',
  `CREATE TRIGGER credit_review_closed BEFORE UPDATE ON credit_review WHEN old.state IN ('decided', 'cancelled')
    AND (new.id, new.reference, new.cause, new.detail, new.application_id, new.state, new.opened_on, new.opened_by, new.due_on,
      new.currency, new.current_limit, new.class, new.frozen_on, new.evidence, new.outcome, new.decided_on, new.decided_by,
      new.decided_for, new.decided_because, new.limit_id, new.policy_version, new.next_review_on, new.cancelled_on,
      new.cancelled_by, new.cancelled_because)
    IS NOT (old.id, old.reference, old.cause, old.detail, old.application_id, old.state, old.opened_on, old.opened_by, old.due_on,
      old.currency, old.current_limit, old.class, old.frozen_on, old.evidence, old.outcome, old.decided_on, old.decided_by,
      old.decided_for, old.decided_because, old.limit_id, old.policy_version, old.next_review_on, old.cancelled_on,
      old.cancelled_by, old.cancelled_because)
    AND ${unlessErased('old.customer_id')}
    BEGIN SELECT RAISE(ABORT, 'a closed review stays as it is'); END`,
  'DROP TRIGGER review_proposal_answered',
  `CREATE TRIGGER review_proposal_answered BEFORE UPDATE ON review_proposal WHEN old.state <> 'submitted'
    AND ${unlessErased('(SELECT r.customer_id FROM credit_review r WHERE r.id = old.review_id)')}
    BEGIN SELECT RAISE(ABORT, 'an answered proposal stays as it is'); END`,
  'DROP TRIGGER review_proposal_written',
  `CREATE TRIGGER review_proposal_written BEFORE UPDATE OF review_id, version, kind, group_id, amount, until, terms, conditions,
      reason, risk_class, class, next_review_on, counted, counted_class, first_ceiling, measured_limit_id, policy_version, by, day, at
    ON review_proposal WHEN ${unlessErased('(SELECT r.customer_id FROM credit_review r WHERE r.id = old.review_id)')}
    BEGIN SELECT RAISE(ABORT, 'a proposal is replaced by a new version'); END`,
  'DROP TRIGGER charge_entry_keeps',
  `CREATE TRIGGER charge_entry_keeps BEFORE UPDATE OF id, currency, item_id, letter_id, kind, event, amount, day, at, by, reason,
      refers_to, credit_item_id, debit_item_id, document_id ON charge_entry WHEN ${unlessErased('old.customer_id')}
    BEGIN SELECT RAISE(ABORT, 'a charge is never changed'); END`,
  'DROP TRIGGER write_off_answered',
  `CREATE TRIGGER write_off_answered BEFORE UPDATE ON write_off WHEN old.state <> 'proposed'
    AND (new.id, new.reference, new.currency, new.amount, new.worth, new.reason, new.note, new.state, new.proposed_on, new.proposed_by,
      new.answered_on, new.answered_by, new.answered_for, new.answer, new.day, new.policy_version)
    IS NOT (old.id, old.reference, old.currency, old.amount, old.worth, old.reason, old.note, old.state, old.proposed_on,
      old.proposed_by, old.answered_on, old.answered_by, old.answered_for, old.answer, old.day, old.policy_version)
    AND ${unlessErased('old.customer_id')}
    BEGIN SELECT RAISE(ABORT, 'an answered write-off stays as it is'); END`,
]
