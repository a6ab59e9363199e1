import { type Kysely, sql } from 'kysely'

// Frozen: a released migration is never edited.
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // What a controller says of a month, section by section of its report; an empty one is no row.
  `CREATE TABLE report_comment (
    month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    section TEXT NOT NULL CHECK (section IN ('cover', 'figures', 'ageing', 'breakdowns', 'forecast', 'late', 'losses', 'provisions')),
    text TEXT NOT NULL CHECK (text <> ''), written_by TEXT NOT NULL, written_on TEXT NOT NULL,
    PRIMARY KEY (month, section)
  ) STRICT`,
]
