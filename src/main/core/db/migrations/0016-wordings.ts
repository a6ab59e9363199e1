import { type Kysely, sql } from 'kysely'

// Frozen: a released migration is never edited.
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const LANGUAGES = "CHECK (language IN ('fr', 'en', 'de', 'es'))"

const uuid = (): string => {
  const hex = (bytes: number) => `lower(hex(randomblob(${bytes})))`
  return `${hex(4)} || '-' || ${hex(2)} || '-4' || substr(${hex(2)}, 2) || '-a' || substr(${hex(2)}, 2) || '-' || ${hex(6)}`
}

const statements = [
  // What was ever written: a letter names the version it was made with. `how` 'reset' stands for the text shipped with the
  // program, as it read on that day.
  `CREATE TABLE wording_version (
    id TEXT PRIMARY KEY, key TEXT NOT NULL, language TEXT NOT NULL ${LANGUAGES}, number INTEGER NOT NULL CHECK (number > 0),
    subject TEXT NOT NULL, body TEXT NOT NULL, how TEXT NOT NULL CHECK (how IN ('saved', 'restored', 'reset')),
    saved_at TEXT NOT NULL, saved_by TEXT NOT NULL, UNIQUE (key, language, number)
  ) STRICT`,
  `CREATE TRIGGER wording_version_written BEFORE UPDATE ON wording_version
    BEGIN SELECT RAISE(ABORT, 'a version of a wording stays as it is'); END`,
  `CREATE TRIGGER wording_version_kept BEFORE DELETE ON wording_version
    BEGIN SELECT RAISE(ABORT, 'versions of a wording are kept'); END`,
  `INSERT INTO wording_version (id, key, language, number, subject, body, how, saved_at, saved_by)
    SELECT ${uuid()}, key, language, 1, subject, body, 'saved', updated_at, '' FROM wording`,

  `CREATE TABLE wording_next (
    key TEXT NOT NULL, language TEXT NOT NULL ${LANGUAGES}, subject TEXT NOT NULL, body TEXT NOT NULL,
    updated_at TEXT NOT NULL, version_id TEXT NOT NULL REFERENCES wording_version (id), PRIMARY KEY (key, language)
  ) STRICT`,
  `INSERT INTO wording_next (key, language, subject, body, updated_at, version_id)
    SELECT wording.key, wording.language, wording.subject, wording.body, wording.updated_at, version.id
    FROM wording JOIN wording_version version ON version.key = wording.key AND version.language = wording.language`,
  'DROP TABLE wording',
  'ALTER TABLE wording_next RENAME TO wording',

  // Wordings of the user beside those of the program; based_on is always one of the program's. A key is never given twice.
  `CREATE TABLE own_wording (
    key TEXT PRIMARY KEY, name TEXT NOT NULL CHECK (name <> ''), based_on TEXT NOT NULL, made_at TEXT NOT NULL,
    made_by TEXT NOT NULL, removed_at TEXT
  ) STRICT`,

  // Customers are written to in four languages. The check stands on the column: it goes with it.
  `ALTER TABLE customer ADD COLUMN language_next TEXT NOT NULL DEFAULT 'fr'
    CHECK (language_next IN ('fr', 'en', 'de', 'es'))`,
  'UPDATE customer SET language_next = language',
  'ALTER TABLE customer DROP COLUMN language',
  'ALTER TABLE customer RENAME COLUMN language_next TO language',
]
