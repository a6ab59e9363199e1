import { type Kysely, sql } from 'kysely'

// Frozen: a released migration is never edited.
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // What customers answered from their space. `document_id` is the file as it came, signed; `sender` and `request` are JSON of
  // what it says. `nonce` is drawn by the page: the same answer is taken once. `made_id` is the promise, dispute or
  // application that came of it; `task_id` what stands in the worklist meanwhile, which somebody may have dropped.
  `CREATE TABLE customer_answer (
    id TEXT PRIMARY KEY, space_id TEXT NOT NULL REFERENCES customer_space (id),
    customer_id TEXT NOT NULL REFERENCES customer (id), nonce TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('payment', 'dispute', 'credit', 'contact')), issued_at TEXT NOT NULL,
    read_on TEXT NOT NULL, read_at TEXT NOT NULL, read_by TEXT NOT NULL,
    sender TEXT NOT NULL CHECK (json_valid(sender)), request TEXT NOT NULL CHECK (json_valid(request)),
    document_id TEXT REFERENCES document (id),
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'accepted', 'declined')),
    decided_on TEXT, decided_by TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL DEFAULT '', made_id TEXT, task_id TEXT,
    UNIQUE (space_id, nonce), CHECK ((state = 'waiting') = (decided_on IS NULL))
  ) STRICT`,
  'CREATE INDEX customer_answer_by_customer ON customer_answer (customer_id)',
  `CREATE INDEX customer_answer_waiting ON customer_answer (read_on) WHERE state = 'waiting'`,
  'CREATE INDEX customer_answer_by_document ON customer_answer (document_id)',
  `CREATE TABLE customer_answer_file (
    answer_id TEXT NOT NULL REFERENCES customer_answer (id), place INTEGER NOT NULL CHECK (place >= 0),
    document_id TEXT REFERENCES document (id), PRIMARY KEY (answer_id, place)
  ) STRICT`,
  'CREATE INDEX customer_answer_file_by_document ON customer_answer_file (document_id)',
]
