import { type Kysely, sql } from 'kysely'

// Frozen: a released migration is never edited.
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  "ALTER TABLE customer ADD COLUMN siret TEXT NOT NULL DEFAULT ''",
  "ALTER TABLE customer ADD COLUMN lei TEXT NOT NULL DEFAULT ''",
  "ALTER TABLE customer ADD COLUMN naf TEXT NOT NULL DEFAULT ''",
  'ALTER TABLE customer ADD COLUMN founded_on TEXT',
  'ALTER TABLE customer ADD COLUMN prospect INTEGER NOT NULL DEFAULT 0 CHECK (prospect IN (0, 1))',
  "CREATE INDEX customer_by_lei ON customer (lei) WHERE lei <> ''",

  // What a register says of a customer, once; a notice that another corrects or annuls stays, withdrawn.
  `CREATE TABLE register_event (
    id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
    register TEXT NOT NULL CHECK (register IN ('sirene', 'bodacc', 'gleif', 'entry')), reference TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('safeguard', 'receivership', 'liquidation', 'professional_recovery', 'ceased',
      'struck_off', 'site_closed', 'closed', 'closed_short', 'reopened', 'other')),
    stage TEXT NOT NULL DEFAULT '' CHECK (stage IN ('', 'opening', 'conversion', 'plan')),
    day TEXT, published_on TEXT, court TEXT NOT NULL DEFAULT '', department TEXT NOT NULL DEFAULT '',
    nature TEXT NOT NULL DEFAULT '', source TEXT NOT NULL DEFAULT '', replaces TEXT NOT NULL DEFAULT '',
    withdrawn_on TEXT, withdrawn_by TEXT NOT NULL DEFAULT '', recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    dismissed_on TEXT, dismissed_by TEXT NOT NULL DEFAULT '', dismissed_because TEXT NOT NULL DEFAULT '',
    UNIQUE (customer_id, register, reference), CHECK (day IS NOT NULL OR published_on IS NOT NULL)
  ) STRICT`,
  `CREATE TABLE register_check (
    id TEXT PRIMARY KEY, day TEXT NOT NULL, at TEXT NOT NULL, user TEXT NOT NULL, name TEXT NOT NULL,
    register TEXT NOT NULL CHECK (register IN ('sirene', 'bodacc', 'gleif')), records INTEGER NOT NULL,
    matched INTEGER NOT NULL, problems INTEGER NOT NULL
  ) STRICT`,

  // Reports of agencies, each value on its provider's own scale.
  `CREATE TABLE external_rating (
    id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customer (id), provider TEXT NOT NULL CHECK (provider IN
      ('dnb', 'experian', 'creditsafe', 'altares', 'ellisphere', 'bdf', 'other')), provider_name TEXT NOT NULL DEFAULT '',
    day TEXT NOT NULL, recommended_limit INTEGER CHECK (recommended_limit >= 0),
    currency TEXT NOT NULL CHECK (length(currency) = 3), company_name TEXT NOT NULL DEFAULT '',
    siren TEXT NOT NULL DEFAULT '', duns TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '', document_id TEXT REFERENCES document (id),
    created_at TEXT NOT NULL, created_by TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX external_rating_by_customer ON external_rating (customer_id, day)',
  "CREATE INDEX external_rating_by_duns ON external_rating (duns) WHERE duns <> ''",
  `CREATE TABLE external_rating_value (
    rating_id TEXT NOT NULL REFERENCES external_rating (id) ON DELETE CASCADE, scale TEXT NOT NULL,
    label TEXT NOT NULL DEFAULT '', value TEXT NOT NULL, best TEXT NOT NULL DEFAULT '', worst TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (rating_id, scale, label)
  ) STRICT, WITHOUT ROWID`,
]
