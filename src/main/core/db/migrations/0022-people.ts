import { type Kysely, sql } from 'kysely'

// Frozen: a released migration is never edited.
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // What a role may do, as a JSON array of permissions. One of the shipped roles has a key and no name of its own: the
  // window then names it in its own language.
  `CREATE TABLE role (
    id TEXT PRIMARY KEY, key TEXT NOT NULL, name TEXT NOT NULL COLLATE NOCASE, position INTEGER NOT NULL,
    permissions TEXT NOT NULL CHECK (json_valid(permissions)), CHECK (key <> '' OR name <> '')
  ) STRICT`,
  `CREATE UNIQUE INDEX role_by_name ON role (name) WHERE name <> ''`,
  `CREATE UNIQUE INDEX role_by_key ON role (key) WHERE key <> ''`,
  // The verifier is the SHA-256 of what scrypt makes of the password and the salt. The salt is bytes, of which the audit
  // keeps a digest only: whoever reads the audit cannot try passwords against it.
  `CREATE TABLE person (
    id TEXT PRIMARY KEY, name TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (name <> ''), role_id TEXT NOT NULL REFERENCES role (id),
    active INTEGER NOT NULL CHECK (active IN (0, 1)), salt BLOB NOT NULL, cost INTEGER NOT NULL, block_size INTEGER NOT NULL,
    parallel INTEGER NOT NULL, verifier TEXT NOT NULL, must_change INTEGER NOT NULL CHECK (must_change IN (0, 1)),
    added_at TEXT NOT NULL, signed_in_at TEXT, failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0), failed_at TEXT
  ) STRICT`,
  'CREATE INDEX person_by_role ON person (role_id)',
  // Minutes without a call after which a session locks itself; null: never.
  `CREATE TABLE people_settings (
    id INTEGER PRIMARY KEY CHECK (id = 1), lock_after INTEGER CHECK (lock_after > 0)
  ) STRICT`,
]
