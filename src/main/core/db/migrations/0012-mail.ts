import { type Kysely, sql } from 'kysely'

// Frozen: a released migration is never edited.
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // One row. The password is sealed by the system's keychain or by a key that stands outside the book.
  `CREATE TABLE mail_settings (
    id INTEGER PRIMARY KEY CHECK (id = 1), book_key TEXT NOT NULL,
    host TEXT NOT NULL DEFAULT '', port INTEGER NOT NULL DEFAULT 587 CHECK (port BETWEEN 1 AND 65535),
    security TEXT NOT NULL DEFAULT 'starttls' CHECK (security IN ('starttls', 'tls', 'none')),
    plain_allowed INTEGER NOT NULL DEFAULT 0 CHECK (plain_allowed IN (0, 1)), login TEXT NOT NULL DEFAULT '',
    sender TEXT NOT NULL DEFAULT '', reply_to TEXT NOT NULL DEFAULT '', copy_to TEXT NOT NULL DEFAULT '',
    password BLOB, password_by TEXT CHECK (password_by IN ('keychain', 'file')),
    CHECK ((password IS NULL) = (password_by IS NULL))
  ) STRICT`,
  'INSERT INTO mail_settings (id, book_key) VALUES (1, lower(hex(randomblob(8))))',
  // 'sending' is written before the bytes leave: found later, nobody knows whether they arrived.
  `CREATE TABLE mail_message (
    id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customer (id), letter_id TEXT REFERENCES dunning_letter (id),
    recipients TEXT NOT NULL, copies TEXT NOT NULL, subject TEXT NOT NULL, body TEXT NOT NULL, header_id TEXT NOT NULL,
    sender TEXT NOT NULL DEFAULT '', reply_to TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'uncertain', 'sent', 'failed', 'cancelled')),
    queued_on TEXT NOT NULL, queued_at TEXT NOT NULL, queued_by TEXT NOT NULL, dated TEXT, attempts INTEGER NOT NULL DEFAULT 0,
    failure TEXT, permanent INTEGER NOT NULL DEFAULT 0 CHECK (permanent IN (0, 1)), said TEXT NOT NULL DEFAULT '',
    sent_on TEXT, sent_at TEXT, sent_by TEXT NOT NULL DEFAULT '', sha256 TEXT,
    CHECK ((state = 'sent') = (sent_on IS NOT NULL))
  ) STRICT`,
  // A letter goes once.
  "CREATE UNIQUE INDEX mail_message_by_letter ON mail_message (letter_id) WHERE state <> 'cancelled'",
  'CREATE INDEX mail_message_by_customer ON mail_message (customer_id, queued_at)',
  'CREATE INDEX mail_message_by_day ON mail_message (queued_at)',
  `CREATE INDEX mail_message_open ON mail_message (queued_at) WHERE state IN ('queued', 'sending', 'uncertain', 'failed')`,
  `CREATE TABLE mail_attachment (
    message_id TEXT NOT NULL REFERENCES mail_message (id), position INTEGER NOT NULL,
    document_id TEXT NOT NULL REFERENCES document (id), name TEXT NOT NULL, PRIMARY KEY (message_id, position)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX mail_attachment_by_document ON mail_attachment (document_id)',
]
