import { type Kysely, sql } from 'kysely'

// Frozen: a released migration is never edited.
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // Statements of account made together. How they were chosen is JSON: it is told, never asked for.
  `CREATE TABLE statement_run (
    id TEXT PRIMARY KEY, number INTEGER NOT NULL UNIQUE CHECK (number > 0), as_of TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('open', 'movements')), from_day TEXT CHECK (from_day <= as_of),
    chosen TEXT NOT NULL CHECK (json_valid(chosen)), made_on TEXT NOT NULL, made_at TEXT NOT NULL, made_by TEXT NOT NULL,
    CHECK ((kind = 'movements') = (from_day IS NOT NULL))
  ) STRICT`,
  // Totals of a statement: JSON of currency, total, overdue and what is to be paid.
  `CREATE TABLE statement_issue (
    id TEXT PRIMARY KEY, run_id TEXT NOT NULL REFERENCES statement_run (id), customer_id TEXT NOT NULL REFERENCES customer (id),
    language TEXT NOT NULL CHECK (language IN ('fr', 'en', 'de', 'es')), totals TEXT NOT NULL CHECK (json_valid(totals)),
    file_name TEXT NOT NULL, sha256 TEXT NOT NULL, document_id TEXT REFERENCES document (id)
  ) STRICT`,
  'CREATE INDEX statement_issue_by_run ON statement_issue (run_id)',
  'CREATE INDEX statement_issue_by_customer ON statement_issue (customer_id)',
  'CREATE INDEX statement_issue_by_document ON statement_issue (document_id) WHERE document_id IS NOT NULL',
  // Balances that customers are asked to confirm to the auditor, as of a closing day. The population is what was drawn from:
  // by currency, how many accounts and how much. The draw can be made again from the seed.
  `CREATE TABLE confirmation_run (
    id TEXT PRIMARY KEY, number INTEGER NOT NULL UNIQUE CHECK (number > 0), as_of TEXT NOT NULL,
    form TEXT NOT NULL CHECK (form IN ('positive', 'negative')), auditor TEXT NOT NULL CHECK (json_valid(auditor)),
    deadline TEXT NOT NULL, seed TEXT NOT NULL, criteria TEXT NOT NULL CHECK (json_valid(criteria)),
    population TEXT NOT NULL CHECK (json_valid(population)),
    made_on TEXT NOT NULL, made_at TEXT NOT NULL, made_by TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE confirmation (
    id TEXT PRIMARY KEY, run_id TEXT NOT NULL REFERENCES confirmation_run (id), reference TEXT NOT NULL UNIQUE,
    customer_id TEXT NOT NULL REFERENCES customer (id), chosen_by TEXT NOT NULL
      CHECK (chosen_by IN ('chosen', 'all', 'largest', 'above', 'random')),
    language TEXT NOT NULL CHECK (language IN ('fr', 'en', 'de', 'es')), balances TEXT NOT NULL CHECK (json_valid(balances)),
    file_name TEXT NOT NULL, sha256 TEXT NOT NULL, document_id TEXT REFERENCES document (id)
  ) STRICT`,
  'CREATE INDEX confirmation_by_run ON confirmation (run_id)',
  'CREATE INDEX confirmation_by_customer ON confirmation (customer_id)',
  'CREATE INDEX confirmation_by_document ON confirmation (document_id) WHERE document_id IS NOT NULL',
  // What came back. Nothing is overwritten: the last entry counts, and one taken back leaves the letter unanswered.
  `CREATE TABLE confirmation_answer (
    id TEXT PRIMARY KEY, confirmation_id TEXT NOT NULL REFERENCES confirmation (id),
    outcome TEXT NOT NULL CHECK (outcome IN ('agrees', 'differs', 'none', 'taken-back')),
    stated TEXT NOT NULL CHECK (json_valid(stated)), reason TEXT NOT NULL, note TEXT NOT NULL, answered_on TEXT NOT NULL,
    recorded_on TEXT NOT NULL, recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL, document_id TEXT REFERENCES document (id),
    CHECK ((outcome = 'differs') = (reason <> ''))
  ) STRICT`,
  'CREATE INDEX confirmation_answer_by_confirmation ON confirmation_answer (confirmation_id)',
  'CREATE INDEX confirmation_answer_by_document ON confirmation_answer (document_id) WHERE document_id IS NOT NULL',
]
