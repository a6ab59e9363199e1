import { type Kysely, sql } from 'kysely'

// Frozen: a released migration is never edited.
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // Two statements of one day may stand side by side after customers were merged: both are kept.
  `CREATE TABLE financial_statement (
    id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customer (id), closed_on TEXT NOT NULL,
    months INTEGER NOT NULL CHECK (months BETWEEN 1 AND 24), currency TEXT NOT NULL CHECK (length(currency) = 3),
    source TEXT NOT NULL DEFAULT '', audited INTEGER NOT NULL CHECK (audited IN (0, 1)),
    consolidated INTEGER NOT NULL CHECK (consolidated IN (0, 1)), siren TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '', unit INTEGER NOT NULL CHECK (unit IN (1, 1000)),
    document_id TEXT REFERENCES document (id), created_at TEXT NOT NULL, created_by TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX financial_statement_by_customer ON financial_statement (customer_id, closed_on)',
  `CREATE TABLE financial_line (
    statement_id TEXT NOT NULL REFERENCES financial_statement (id) ON DELETE CASCADE, line TEXT NOT NULL,
    amount INTEGER NOT NULL, PRIMARY KEY (statement_id, line)
  ) STRICT, WITHOUT ROWID`,
]
