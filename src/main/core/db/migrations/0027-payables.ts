import { type Kysely, sql } from 'kysely'

// Frozen: a released migration is never edited.
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // Who the ledger owes: the auxiliary account, or the account itself where it has none.
  `CREATE TABLE supplier (
    code TEXT PRIMARY KEY CHECK (code <> ''), name TEXT NOT NULL
  ) STRICT`,
  // Lines of the supplier accounts of a ledger, in its currency; above zero, more is owed. What opens a year tells what is
  // owed on its first day: it is never added to the years before. The source key names the line in any later reading.
  `CREATE TABLE supplier_movement (
    source_key TEXT PRIMARY KEY, supplier TEXT NOT NULL REFERENCES supplier (code), account TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('invoice', 'credit_note', 'payment', 'opening', 'adjustment')),
    number TEXT NOT NULL, booked TEXT NOT NULL, amount INTEGER NOT NULL CHECK (amount <> 0),
    lettering TEXT, lettered_on TEXT, import_id TEXT REFERENCES import_file (id),
    CHECK (lettered_on IS NULL OR lettering IS NOT NULL)
  ) STRICT`,
  // What was owed and bought on any day is added up from the index alone.
  'CREATE INDEX supplier_movement_by_day ON supplier_movement (booked, kind, amount)',
]
