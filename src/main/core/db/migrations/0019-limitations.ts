import { type Kysely, sql } from 'kysely'

// Frozen: a released migration is never edited.
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // How long claims live: of a customer, of a segment, or of the whole book (neither).
  `CREATE TABLE limitation_regime (
    id TEXT PRIMARY KEY, segment TEXT CHECK (segment <> ''), customer_id TEXT REFERENCES customer (id) ON DELETE CASCADE,
    regime TEXT NOT NULL CHECK (regime IN ('commercial', 'professional', 'carriage', 'supplies', 'consumer', 'spain', 'other')),
    months INTEGER CHECK (months BETWEEN 1 AND 360), law TEXT NOT NULL DEFAULT '', set_on TEXT NOT NULL, set_by TEXT NOT NULL,
    CHECK (segment IS NULL OR customer_id IS NULL), CHECK ((regime = 'other') = (months IS NOT NULL))
  ) STRICT`,
  'CREATE UNIQUE INDEX limitation_regime_of_customer ON limitation_regime (customer_id) WHERE customer_id IS NOT NULL',
  'CREATE UNIQUE INDEX limitation_regime_of_segment ON limitation_regime (segment) WHERE segment IS NOT NULL',
  `CREATE UNIQUE INDEX limitation_regime_of_book ON limitation_regime ((1))
    WHERE customer_id IS NULL AND segment IS NULL`,
  // What stopped the time of claims or made it start again. until: the end of an act that lasts, null while it goes on.
  // source: what wrote it, where that is another part of the program.
  `CREATE TABLE limitation_act (
    id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customer (id), kind TEXT NOT NULL CHECK (kind IN
      ('acknowledgement', 'time-request', 'part-payment', 'plan', 'court-claim', 'order-served', 'enforcement', 'declaration',
       'demand', 'small-claims', 'mediation')),
    day TEXT NOT NULL, until TEXT CHECK (until >= day), whole INTEGER NOT NULL CHECK (whole IN (0, 1)),
    note TEXT NOT NULL DEFAULT '', document_id TEXT REFERENCES document (id), source TEXT NOT NULL DEFAULT '',
    at TEXT NOT NULL, by TEXT NOT NULL, withdrawn_on TEXT, withdrawn_by TEXT NOT NULL DEFAULT '',
    withdrawn_because TEXT NOT NULL DEFAULT ''
  ) STRICT`,
  'CREATE INDEX limitation_act_by_customer ON limitation_act (customer_id, day)',
  "CREATE UNIQUE INDEX limitation_act_by_source ON limitation_act (source) WHERE source <> ''",
  `CREATE TABLE limitation_act_item (
    act_id TEXT NOT NULL REFERENCES limitation_act (id) ON DELETE CASCADE,
    item_id TEXT NOT NULL REFERENCES open_item (id) ON DELETE CASCADE, PRIMARY KEY (act_id, item_id)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX limitation_act_item_by_item ON limitation_act_item (item_id)',

  // Whom a court named in a procedure.
  `CREATE TABLE insolvency_officer (
    id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customer (id),
    role TEXT NOT NULL CHECK (role IN ('representative', 'liquidator', 'administrator')), name TEXT NOT NULL CHECK (name <> ''),
    street TEXT NOT NULL DEFAULT '', postal_code TEXT NOT NULL DEFAULT '', city TEXT NOT NULL DEFAULT '',
    country TEXT NOT NULL DEFAULT 'FR' CHECK (length(country) = 2), email TEXT NOT NULL DEFAULT '',
    reference TEXT NOT NULL DEFAULT '', since TEXT NOT NULL, recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    removed_on TEXT, removed_by TEXT NOT NULL DEFAULT ''
  ) STRICT`,
  'CREATE INDEX insolvency_officer_by_customer ON insolvency_officer (customer_id, since)',
  // A claim declared in a procedure, as it was prepared; amounts in its currency. details: JSON, what the paper says beside them.
  `CREATE TABLE claim_declaration (
    id TEXT PRIMARY KEY, reference TEXT NOT NULL UNIQUE, customer_id TEXT NOT NULL REFERENCES customer (id),
    procedure TEXT NOT NULL, judgment TEXT NOT NULL, published_on TEXT, court TEXT NOT NULL DEFAULT '', deadline TEXT,
    currency TEXT NOT NULL CHECK (length(currency) = 3), principal INTEGER NOT NULL CHECK (principal >= 0),
    interest INTEGER NOT NULL CHECK (interest >= 0), indemnities INTEGER NOT NULL CHECK (indemnities >= 0),
    costs INTEGER NOT NULL CHECK (costs >= 0), credits INTEGER NOT NULL CHECK (credits >= 0),
    to_fall_due INTEGER NOT NULL CHECK (to_fall_due >= 0), total INTEGER NOT NULL CHECK (total > 0),
    addressee TEXT NOT NULL CHECK (json_valid(addressee)), details TEXT NOT NULL CHECK (json_valid(details)),
    document_id TEXT NOT NULL REFERENCES document (id), prepared_on TEXT NOT NULL, prepared_at TEXT NOT NULL, prepared_by TEXT NOT NULL,
    sent_on TEXT, sent_by TEXT NOT NULL DEFAULT '', channel TEXT CHECK (channel IN ('registered', 'portal', 'hand', 'letter')),
    registered_number TEXT NOT NULL DEFAULT '', received_on TEXT, receipt_id TEXT REFERENCES document (id),
    outcome_on TEXT, admitted INTEGER CHECK (admitted >= 0), contested INTEGER CHECK (contested >= 0),
    rejected INTEGER CHECK (rejected >= 0), outcome_note TEXT NOT NULL DEFAULT '', contested_on TEXT, answered_on TEXT,
    cancelled_on TEXT, cancelled_by TEXT NOT NULL DEFAULT '', cancelled_because TEXT NOT NULL DEFAULT '',
    CHECK (total = principal + interest + indemnities + costs - credits + to_fall_due),
    CHECK (outcome_on IS NULL OR admitted + contested + rejected = total)
  ) STRICT`,
  'CREATE INDEX claim_declaration_by_customer ON claim_declaration (customer_id, judgment)',
  // principal in the item's currency, open on the eve of the judgment; worth, interest and indemnity in the declaration's.
  `CREATE TABLE claim_declaration_item (
    declaration_id TEXT NOT NULL REFERENCES claim_declaration (id), item_id TEXT NOT NULL REFERENCES open_item (id),
    due TEXT NOT NULL, currency TEXT NOT NULL CHECK (length(currency) = 3), principal INTEGER NOT NULL CHECK (principal > 0),
    worth INTEGER NOT NULL CHECK (worth >= 0), interest INTEGER NOT NULL CHECK (interest >= 0),
    indemnity INTEGER NOT NULL CHECK (indemnity >= 0), PRIMARY KEY (declaration_id, item_id)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX claim_declaration_item_by_item ON claim_declaration_item (item_id)',

  // Retention of title: the clause as the customer agreed to it, and when.
  `CREATE TABLE retention_clause (
    id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customer (id),
    kind TEXT NOT NULL CHECK (kind IN ('terms', 'contract', 'order', 'quote', 'delivery-note', 'other')), version TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL CHECK (text <> ''), agreed_on TEXT NOT NULL, document_id TEXT REFERENCES document (id),
    published INTEGER NOT NULL DEFAULT 0 CHECK (published IN (0, 1)), note TEXT NOT NULL DEFAULT '', at TEXT NOT NULL, by TEXT NOT NULL,
    ended_on TEXT, ended_by TEXT NOT NULL DEFAULT ''
  ) STRICT`,
  'CREATE INDEX retention_clause_by_customer ON retention_clause (customer_id, agreed_on)',
  // Goods of an invoice, where they are and what became of them. resale_price in the invoice's currency.
  `CREATE TABLE retained_goods (
    id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customer (id), item_id TEXT NOT NULL REFERENCES open_item (id),
    description TEXT NOT NULL CHECK (description <> ''), serials TEXT NOT NULL DEFAULT '', storage TEXT NOT NULL DEFAULT '',
    delivery TEXT NOT NULL DEFAULT '', delivered_on TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('in-kind', 'fungible', 'severable', 'resold', 'gone')),
    resold_to TEXT NOT NULL DEFAULT '', resold_on TEXT, resale_price INTEGER CHECK (resale_price > 0),
    note TEXT NOT NULL DEFAULT '', at TEXT NOT NULL, by TEXT NOT NULL, removed_on TEXT, removed_by TEXT NOT NULL DEFAULT ''
  ) STRICT`,
  'CREATE INDEX retained_goods_by_customer ON retained_goods (customer_id)',
  'CREATE INDEX retained_goods_by_item ON retained_goods (item_id)',
  `CREATE TABLE retention_claim (
    id TEXT PRIMARY KEY, reference TEXT NOT NULL UNIQUE, customer_id TEXT NOT NULL REFERENCES customer (id),
    judgment TEXT NOT NULL, published_on TEXT, deadline TEXT, addressee TEXT NOT NULL CHECK (json_valid(addressee)),
    details TEXT NOT NULL CHECK (json_valid(details)), document_id TEXT NOT NULL REFERENCES document (id),
    prepared_on TEXT NOT NULL, prepared_at TEXT NOT NULL, prepared_by TEXT NOT NULL,
    sent_on TEXT, sent_by TEXT NOT NULL DEFAULT '', registered_number TEXT NOT NULL DEFAULT '', received_on TEXT,
    receipt_id TEXT REFERENCES document (id), answer TEXT CHECK (answer IN ('agreed', 'refused')), answered_on TEXT,
    judge_on TEXT, outcome TEXT CHECK (outcome IN ('returned', 'price', 'paid', 'dismissed')), outcome_on TEXT,
    note TEXT NOT NULL DEFAULT '', cancelled_on TEXT, cancelled_by TEXT NOT NULL DEFAULT '', cancelled_because TEXT NOT NULL DEFAULT '',
    CHECK ((answer IS NULL) = (answered_on IS NULL)), CHECK ((outcome IS NULL) = (outcome_on IS NULL))
  ) STRICT`,
  'CREATE INDEX retention_claim_by_customer ON retention_claim (customer_id, judgment)',
  // What is claimed: the goods themselves, or the price of those that were sold on and not paid for.
  `CREATE TABLE retention_claim_goods (
    claim_id TEXT NOT NULL REFERENCES retention_claim (id), goods_id TEXT NOT NULL REFERENCES retained_goods (id),
    claims TEXT NOT NULL CHECK (claims IN ('goods', 'price')), PRIMARY KEY (claim_id, goods_id)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX retention_claim_goods_by_goods ON retention_claim_goods (goods_id)',
]
