import { type Kysely, sql } from 'kysely'

// Frozen: a released migration is never edited.
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // Where customers may pay online; empty: nowhere.
  `ALTER TABLE company ADD COLUMN payment_link TEXT NOT NULL DEFAULT ''`,
  // Files handed to customers. The file itself is not kept, only its fingerprint; nor is the passphrase. `holds` is JSON of
  // what it shows. The keys check and open what the customer answers: public key (SPKI) and AES key, base64, empty where
  // no answers are taken.
  `CREATE TABLE customer_space (
    id TEXT PRIMARY KEY, number INTEGER NOT NULL UNIQUE CHECK (number > 0),
    customer_id TEXT NOT NULL REFERENCES customer (id), as_of TEXT NOT NULL, until TEXT NOT NULL CHECK (until >= as_of),
    language TEXT NOT NULL CHECK (language IN ('fr', 'en', 'de', 'es')), holds TEXT NOT NULL CHECK (json_valid(holds)),
    went TEXT NOT NULL CHECK (went IN ('file', 'draft')), recipient TEXT NOT NULL, file_name TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size > 0), sha256 TEXT NOT NULL, public_key TEXT NOT NULL, sealing_key TEXT NOT NULL,
    published_on TEXT NOT NULL, published_at TEXT NOT NULL, published_by TEXT NOT NULL,
    withdrawn_on TEXT, withdrawn_by TEXT NOT NULL DEFAULT '', withdrawn_because TEXT NOT NULL DEFAULT '',
    CHECK ((public_key = '') = (sealing_key = ''))
  ) STRICT`,
  'CREATE INDEX customer_space_by_customer ON customer_space (customer_id)',
]
