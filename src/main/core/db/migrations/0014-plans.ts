import { type Kysely, sql } from 'kysely'

// Frozen: a released migration is never edited.
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // Any number of plans; the one of default serves whoever has no other.
  `ALTER TABLE dunning_plan ADD COLUMN grouping TEXT NOT NULL DEFAULT 'customer' CHECK (grouping IN ('customer', 'invoice'))`,
  `ALTER TABLE dunning_plan ADD COLUMN working_days TEXT NOT NULL DEFAULT 'none'
    CHECK (working_days IN ('none', 'next', 'previous'))`,
  'ALTER TABLE dunning_plan ADD COLUMN lists_younger INTEGER NOT NULL DEFAULT 0 CHECK (lists_younger IN (0, 1))',
  'ALTER TABLE dunning_plan ADD COLUMN archived_on TEXT',
  'CREATE UNIQUE INDEX dunning_plan_default ON dunning_plan (is_default) WHERE is_default = 1',

  // minimum_amounts: JSON, minor units by currency. fee_percent: percent of the principal, a decimal as text.
  `CREATE TABLE dunning_level_next (
    id TEXT PRIMARY KEY, plan_id TEXT NOT NULL REFERENCES dunning_plan (id) ON DELETE CASCADE, position INTEGER NOT NULL,
    name TEXT NOT NULL, wording TEXT NOT NULL, days INTEGER NOT NULL,
    basis TEXT NOT NULL DEFAULT 'due' CHECK (basis IN ('due', 'month-end', 'previous')),
    minimum_gap INTEGER NOT NULL CHECK (minimum_gap >= 0),
    minimum_amounts TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(minimum_amounts)),
    channel TEXT NOT NULL CHECK (channel IN ('call', 'email', 'letter', 'registered', 'task')),
    claims_interest INTEGER NOT NULL CHECK (claims_interest IN (0, 1)),
    claims_indemnity INTEGER NOT NULL CHECK (claims_indemnity IN (0, 1)), fee INTEGER NOT NULL CHECK (fee >= 0),
    fee_percent TEXT NOT NULL DEFAULT '0', new_deadline_days INTEGER CHECK (new_deadline_days > 0),
    repeat_days INTEGER CHECK (repeat_days > 0),
    approval TEXT NOT NULL DEFAULT 'none' CHECK (approval IN ('none', 'confirm', 'second-person')),
    effect TEXT CHECK (effect IN ('delivery-stop', 'credit-review', 'hand-over')),
    effect_target TEXT CHECK (effect_target IN ('collection', 'agency', 'lawyer', 'bailiff', 'court')),
    UNIQUE (plan_id, position), CHECK (effect_target IS NULL OR effect = 'hand-over')
  ) STRICT`,
  `INSERT INTO dunning_level_next (id, plan_id, position, name, wording, days, minimum_gap, channel, claims_interest,
      claims_indemnity, fee, new_deadline_days, approval)
    SELECT id, plan_id, position, name, wording, days, minimum_gap, channel, claims_interest, claims_indemnity, fee,
      CASE WHEN new_deadline_days > 0 THEN new_deadline_days END, CASE needs_confirmation WHEN 1 THEN 'confirm' ELSE 'none' END
    FROM dunning_level`,
  'DROP TABLE dunning_level',
  'ALTER TABLE dunning_level_next RENAME TO dunning_level',

  // Whose plan it is: the nearest wins, item before customer before segment before default.
  `CREATE TABLE dunning_plan_of_customer (
    customer_id TEXT PRIMARY KEY REFERENCES customer (id) ON DELETE CASCADE, plan_id TEXT NOT NULL REFERENCES dunning_plan (id)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX dunning_plan_of_customer_by_plan ON dunning_plan_of_customer (plan_id)',
  `CREATE TABLE dunning_plan_of_segment (
    segment TEXT PRIMARY KEY CHECK (segment <> ''), plan_id TEXT NOT NULL REFERENCES dunning_plan (id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE dunning_plan_of_item (
    item_id TEXT PRIMARY KEY REFERENCES open_item (id) ON DELETE CASCADE, plan_id TEXT NOT NULL REFERENCES dunning_plan (id)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX dunning_plan_of_item_by_plan ON dunning_plan_of_item (plan_id)',

  // What a letter was made by; an older one by the plan there was.
  'ALTER TABLE dunning_letter ADD COLUMN plan_id TEXT REFERENCES dunning_plan (id)',
  'ALTER TABLE dunning_letter ADD COLUMN wording TEXT',
  'ALTER TABLE dunning_letter ADD COLUMN wording_version TEXT',
  `ALTER TABLE dunning_letter ADD COLUMN grouping TEXT NOT NULL DEFAULT 'customer' CHECK (grouping IN ('customer', 'invoice'))`,
  // Told before anything was due: no step of the ladder hangs on it.
  'ALTER TABLE dunning_letter ADD COLUMN notice INTEGER NOT NULL DEFAULT 0 CHECK (notice IN (0, 1))',
  // What else it did: the delivery stop or the hand-over it made, which its cancellation takes back.
  `ALTER TABLE dunning_letter ADD COLUMN effect TEXT CHECK (effect IN ('delivery-stop', 'credit-review', 'hand-over'))`,
  'ALTER TABLE dunning_letter ADD COLUMN effect_id TEXT',
  // The call or task it left behind.
  'ALTER TABLE dunning_letter ADD COLUMN task_id TEXT REFERENCES task (id)',
  `UPDATE dunning_letter SET plan_id = (SELECT id FROM dunning_plan WHERE is_default = 1),
    wording = (SELECT level.wording FROM dunning_level level JOIN dunning_plan plan ON plan.id = level.plan_id
      WHERE plan.is_default = 1 AND level.position = dunning_letter.level)`,
  `CREATE INDEX dunning_letter_by_effect ON dunning_letter (customer_id, day) WHERE effect IS NOT NULL AND cancelled_on IS NULL`,

  // A person's yes to a proposed letter, up to an amount; used up by the letter that is issued.
  `CREATE TABLE dunning_approval (
    id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customer (id), currency TEXT NOT NULL CHECK (length(currency) = 3),
    plan_id TEXT NOT NULL REFERENCES dunning_plan (id), level INTEGER NOT NULL, letter_key TEXT NOT NULL,
    principal INTEGER NOT NULL, as_of TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL, note TEXT NOT NULL DEFAULT '',
    withdrawn_by TEXT, withdrawn_at TEXT, letter_id TEXT REFERENCES dunning_letter (id)
  ) STRICT`,
  `CREATE UNIQUE INDEX dunning_approval_in_force ON dunning_approval (letter_key, level)
    WHERE withdrawn_at IS NULL AND letter_id IS NULL`,
  'CREATE INDEX dunning_approval_by_letter ON dunning_approval (letter_id) WHERE letter_id IS NOT NULL',
  'CREATE INDEX dunning_approval_by_customer ON dunning_approval (customer_id)',

  // What differs from the public holidays that the program works out: days more, days struck off.
  `CREATE TABLE holiday (
    country TEXT NOT NULL CHECK (length(country) = 2), day TEXT NOT NULL, name TEXT NOT NULL DEFAULT '',
    works INTEGER NOT NULL CHECK (works IN (0, 1)), PRIMARY KEY (country, day)
  ) STRICT, WITHOUT ROWID`,
]
