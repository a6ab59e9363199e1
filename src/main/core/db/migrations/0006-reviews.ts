import { type Kysely, sql } from 'kysely'

// Frozen: a released migration is never edited.
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // A credit review. `class`: by judgement where the last proposal says so, else the scorecard's. Amounts are of `currency`.
  `CREATE TABLE credit_review (
    id TEXT PRIMARY KEY, reference TEXT NOT NULL UNIQUE, customer_id TEXT NOT NULL REFERENCES customer (id),
    cause TEXT NOT NULL CHECK (cause IN ('application', 'periodic', 'alert', 'request')), detail TEXT NOT NULL DEFAULT '',
    application_id TEXT, state TEXT NOT NULL CHECK (state IN ('preparing', 'submitted', 'returned', 'decided', 'cancelled')),
    opened_on TEXT NOT NULL, opened_by TEXT NOT NULL, opened_at TEXT NOT NULL, due_on TEXT,
    currency TEXT NOT NULL CHECK (length(currency) = 3), current_limit INTEGER, class INTEGER CHECK (class BETWEEN 1 AND 5),
    frozen_on TEXT NOT NULL, evidence TEXT NOT NULL,
    outcome TEXT CHECK (outcome IN ('approved', 'refused')), decided_on TEXT, decided_by TEXT NOT NULL DEFAULT '',
    decided_for TEXT NOT NULL DEFAULT '', decided_at TEXT, decided_because TEXT NOT NULL DEFAULT '',
    limit_id TEXT REFERENCES credit_limit (id), policy_version INTEGER, next_review_on TEXT,
    cancelled_on TEXT, cancelled_by TEXT NOT NULL DEFAULT '', cancelled_because TEXT NOT NULL DEFAULT '',
    CHECK ((state = 'decided') = (outcome IS NOT NULL)), CHECK ((state = 'decided') = (decided_on IS NOT NULL)),
    CHECK ((state = 'decided') = (policy_version IS NOT NULL)), CHECK ((state = 'cancelled') = (cancelled_on IS NOT NULL))
  ) STRICT`,
  `CREATE UNIQUE INDEX credit_review_open ON credit_review (customer_id)
    WHERE state IN ('preparing', 'submitted', 'returned')`,
  "CREATE INDEX credit_review_decided ON credit_review (customer_id, decided_on, decided_at) WHERE state = 'decided'",
  'CREATE INDEX credit_review_by_customer ON credit_review (customer_id, opened_on)',
  'CREATE INDEX credit_review_by_state ON credit_review (state, opened_on)',
  // What was known, and what was decided of it, stays as it was; a customer merged into another takes its reviews along.
  `CREATE TRIGGER credit_review_closed BEFORE UPDATE ON credit_review WHEN old.state IN ('decided', 'cancelled')
    AND (new.id, new.reference, new.cause, new.detail, new.application_id, new.state, new.opened_on, new.opened_by, new.due_on,
      new.currency, new.current_limit, new.class, new.frozen_on, new.evidence, new.outcome, new.decided_on, new.decided_by,
      new.decided_for, new.decided_because, new.limit_id, new.policy_version, new.next_review_on, new.cancelled_on,
      new.cancelled_by, new.cancelled_because)
    IS NOT (old.id, old.reference, old.cause, old.detail, old.application_id, old.state, old.opened_on, old.opened_by, old.due_on,
      old.currency, old.current_limit, old.class, old.frozen_on, old.evidence, old.outcome, old.decided_on, old.decided_by,
      old.decided_for, old.decided_because, old.limit_id, old.policy_version, old.next_review_on, old.cancelled_on,
      old.cancelled_by, old.cancelled_because)
    BEGIN SELECT RAISE(ABORT, 'a closed review stays as it is'); END`,
  `CREATE TRIGGER credit_review_submitted BEFORE UPDATE OF evidence, frozen_on ON credit_review
    WHEN old.state = 'submitted' AND new.evidence <> old.evidence
    BEGIN SELECT RAISE(ABORT, 'what a proposal rests on stays as it is'); END`,
  `CREATE TRIGGER credit_review_kept BEFORE DELETE ON credit_review
    BEGIN SELECT RAISE(ABORT, 'reviews are kept'); END`,

  // Every version of a proposal with its answer. counted, counted_class: what the decider must have authority for, and of
  // which class; without an amount any authority will do.
  `CREATE TABLE review_proposal (
    review_id TEXT NOT NULL REFERENCES credit_review (id), version INTEGER NOT NULL CHECK (version > 0),
    kind TEXT NOT NULL CHECK (kind IN ('extend', 'maintain', 'reduce', 'withdraw')),
    group_id TEXT REFERENCES customer_group (id), amount INTEGER NOT NULL CHECK (amount >= 0), until TEXT, terms TEXT,
    conditions TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL, risk_class INTEGER CHECK (risk_class BETWEEN 1 AND 5),
    class INTEGER CHECK (class BETWEEN 1 AND 5), next_review_on TEXT, counted INTEGER,
    counted_class INTEGER CHECK (counted_class BETWEEN 1 AND 5), first_ceiling INTEGER,
    measured_limit_id TEXT REFERENCES credit_limit (id), policy_version INTEGER NOT NULL,
    by TEXT NOT NULL, day TEXT NOT NULL, at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('submitted', 'approved', 'refused', 'returned', 'taken-back')),
    answered_by TEXT NOT NULL DEFAULT '', answered_for TEXT NOT NULL DEFAULT '', answered_on TEXT, answer TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (review_id, version), CHECK ((state = 'submitted') = (answered_on IS NULL))
  ) STRICT, WITHOUT ROWID`,
  `CREATE TRIGGER review_proposal_answered BEFORE UPDATE ON review_proposal WHEN old.state <> 'submitted'
    BEGIN SELECT RAISE(ABORT, 'an answered proposal stays as it is'); END`,
  `CREATE TRIGGER review_proposal_written BEFORE UPDATE OF review_id, version, kind, group_id, amount, until, terms, conditions,
      reason, risk_class, class, next_review_on, counted, counted_class, first_ceiling, measured_limit_id, policy_version, by, day, at
    ON review_proposal BEGIN SELECT RAISE(ABORT, 'a proposal is replaced by a new version'); END`,
  `CREATE TRIGGER review_proposal_kept BEFORE DELETE ON review_proposal
    BEGIN SELECT RAISE(ABORT, 'proposals are kept'); END`,

  `CREATE TABLE review_note (
    id TEXT PRIMARY KEY, review_id TEXT NOT NULL REFERENCES credit_review (id), day TEXT NOT NULL, at TEXT NOT NULL,
    by TEXT NOT NULL, text TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX review_note_by_review ON review_note (review_id, at)',
  `CREATE TABLE review_document (
    document_id TEXT PRIMARY KEY REFERENCES document (id), review_id TEXT NOT NULL REFERENCES credit_review (id),
    kind TEXT NOT NULL CHECK (kind IN ('letter', 'dossier')), day TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX review_document_by_review ON review_document (review_id, day)',
]
