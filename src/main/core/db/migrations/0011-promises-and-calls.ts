import { type Kysely, sql } from 'kysely'

// Frozen: a released migration is never edited.
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // Whether a promise was kept is no column: what arrived says so.
  `CREATE TABLE promise (
    id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customer (id), currency TEXT NOT NULL CHECK (length(currency) = 3),
    amount INTEGER NOT NULL CHECK (amount > 0), day TEXT NOT NULL CHECK (day >= made_on), made_on TEXT NOT NULL, at TEXT NOT NULL,
    by TEXT NOT NULL, channel TEXT NOT NULL CHECK (channel IN ('call', 'email', 'letter', 'meeting', 'other')),
    contact TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '', cancelled_on TEXT CHECK (cancelled_on >= made_on),
    cancelled_by TEXT NOT NULL DEFAULT '', cancelled_because TEXT NOT NULL DEFAULT '', replaced_by TEXT REFERENCES promise (id)
  ) STRICT`,
  'CREATE INDEX promise_by_customer ON promise (customer_id, made_on)',
  'CREATE INDEX promise_by_day ON promise (day, made_on, cancelled_on, customer_id)',
  // covered: what was open of the item when the promise was made; amount: the part of it that was promised.
  `CREATE TABLE promise_item (
    promise_id TEXT NOT NULL REFERENCES promise (id) ON DELETE CASCADE, item_id TEXT NOT NULL REFERENCES open_item (id),
    covered INTEGER NOT NULL CHECK (covered > 0), amount INTEGER NOT NULL CHECK (amount >= 0), PRIMARY KEY (promise_id, item_id)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX promise_item_by_item ON promise_item (item_id)',

  // A talk with a customer and what came of it.
  `CREATE TABLE call (
    id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customer (id), day TEXT NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('call', 'email', 'meeting', 'other')), incoming INTEGER NOT NULL CHECK (incoming IN (0, 1)),
    contact TEXT NOT NULL DEFAULT '', phone TEXT NOT NULL DEFAULT '', outcome TEXT NOT NULL CHECK (outcome IN
      ('promise', 'dispute', 'wrong-contact', 'call-back', 'paid', 'refused', 'no-answer', 'told')),
    note TEXT NOT NULL DEFAULT '', seconds INTEGER CHECK (seconds >= 0), promise_id TEXT REFERENCES promise (id),
    dispute_id TEXT REFERENCES dispute (id)
  ) STRICT`,
  'CREATE INDEX call_by_customer ON call (customer_id, day, id)',
  `CREATE TABLE call_item (
    call_id TEXT NOT NULL REFERENCES call (id) ON DELETE CASCADE, item_id TEXT NOT NULL REFERENCES open_item (id),
    PRIMARY KEY (call_id, item_id)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX call_item_by_item ON call_item (item_id)',
  // What is to be done on a day; of a talk, its next action.
  `CREATE TABLE task (
    id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customer (id), kind TEXT NOT NULL CHECK (kind IN
      ('call', 'email', 'letter', 'visit', 'check-payment', 'find-contact', 'settle-dispute', 'decide', 'other')),
    day TEXT NOT NULL, note TEXT NOT NULL DEFAULT '', owner TEXT NOT NULL, call_id TEXT UNIQUE REFERENCES call (id),
    created_on TEXT NOT NULL, created_by TEXT NOT NULL, done_on TEXT, done_by TEXT NOT NULL DEFAULT ''
  ) STRICT`,
  'CREATE INDEX task_open ON task (day, id) WHERE done_on IS NULL',
  'CREATE INDEX task_done ON task (done_on, id) WHERE done_on IS NOT NULL',
  'CREATE INDEX task_by_customer ON task (customer_id, day)',
]
