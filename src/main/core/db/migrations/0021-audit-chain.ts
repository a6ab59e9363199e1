import { type Kysely, sql } from 'kysely'

// Frozen: a released migration is never edited.
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // Sums of the hashes of a table's rows, parted in two ways: what another program changed does not add up any more.
  `CREATE TABLE seal (
    tbl TEXT NOT NULL, part INTEGER NOT NULL CHECK (part IN (0, 1)), bucket INTEGER NOT NULL, sum INTEGER NOT NULL, rows INTEGER NOT NULL,
    PRIMARY KEY (tbl, part, bucket)
  ) STRICT, WITHOUT ROWID`,
  // Each entry's hash covers the one before it: none can be changed, added or taken out without breaking the chain.
  // What an entry tells is kept beside its digest, so that personal data may be erased and the chain still hold.
  `CREATE TABLE audit_log (
    id INTEGER PRIMARY KEY, at TEXT NOT NULL, today TEXT NOT NULL, user TEXT NOT NULL, call TEXT NOT NULL,
    input TEXT, input_digest TEXT NOT NULL, changes_digest TEXT NOT NULL, counts TEXT NOT NULL,
    state INTEGER NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL
  ) STRICT`,
  `INSERT INTO audit_log SELECT id, at, today, user, call, input, '', '', '{}', 0, '', '' FROM audit_entry`,
  'DROP TABLE audit_entry',
  'ALTER TABLE audit_log RENAME TO audit_entry',
  'CREATE INDEX audit_entry_by_call ON audit_entry (call, id)',
  `CREATE TABLE audit_change (
    entry_id INTEGER NOT NULL REFERENCES audit_entry (id), position INTEGER NOT NULL, tbl TEXT NOT NULL, key TEXT NOT NULL,
    before TEXT, after TEXT, digest TEXT NOT NULL, PRIMARY KEY (entry_id, position)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE audit_subject (
    subject TEXT NOT NULL, entry_id INTEGER NOT NULL REFERENCES audit_entry (id), PRIMARY KEY (subject, entry_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TRIGGER audit_entry_kept BEFORE DELETE ON audit_entry BEGIN SELECT RAISE(ABORT, 'the audit is kept'); END`,
  `CREATE TRIGGER audit_entry_written BEFORE UPDATE ON audit_entry
    WHEN NOT (old.hash = '' OR (new.input IS NULL AND new.hash = old.hash AND new.id = old.id))
    BEGIN SELECT RAISE(ABORT, 'the audit never changes'); END`,
  `CREATE TRIGGER audit_change_kept BEFORE DELETE ON audit_change BEGIN SELECT RAISE(ABORT, 'the audit is kept'); END`,
  `CREATE TRIGGER audit_change_written BEFORE UPDATE ON audit_change
    WHEN NOT (new.before IS NULL AND new.after IS NULL AND new.digest = old.digest AND new.entry_id = old.entry_id
      AND new.position = old.position AND new.tbl = old.tbl AND new.key = old.key)
    BEGIN SELECT RAISE(ABORT, 'the audit never changes'); END`,
]
