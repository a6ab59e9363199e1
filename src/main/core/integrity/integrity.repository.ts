import type Sqlite from 'better-sqlite3'
import { sqliteOf } from '../db/connection.ts'
import type { Reader } from '../kernel/context.ts'
import type { CheckName } from './integrity.contract.ts'

/** Statements that find what must never be, each row a place in words; written so that one pass over a table answers. */
const STATEMENTS: Partial<Record<CheckName, string>> = {
  matches: `SELECT 'match ' || a.id FROM allocation a
    LEFT JOIN open_item d ON d.id = a.debit_id LEFT JOIN open_item c ON c.id = a.credit_id
    WHERE d.amount IS NULL OR c.amount IS NULL OR d.amount < 0 OR c.amount > 0 OR d.currency <> c.currency OR d.customer_id <> c.customer_id`,
  'over-matched': `SELECT i.number || ' (' || i.id || ')' FROM open_item i JOIN (
      SELECT item_id, sum(amount) AS matched FROM (
        SELECT debit_id AS item_id, amount FROM allocation UNION ALL SELECT credit_id, amount FROM allocation)
      GROUP BY item_id) m ON m.item_id = i.id
    WHERE m.matched < 0 OR m.matched > abs(i.amount)`,
  settled: `SELECT i.number || ' (' || i.id || ')' FROM open_item i LEFT JOIN (
      SELECT item_id, sum(amount) AS matched FROM (
        SELECT debit_id AS item_id, amount FROM allocation UNION ALL SELECT credit_id, amount FROM allocation)
      GROUP BY item_id) m ON m.item_id = i.id
    WHERE (abs(i.amount) = coalesce(m.matched, 0)) <> (i.settled_on IS NOT NULL)`,
  // A match takes as much from both sides: what is left of all items is what they add up to.
  ledger: `SELECT coalesce(c.code, totals.customer_id) || ' ' || totals.currency FROM (
      SELECT i.customer_id, i.currency, sum(i.amount) AS booked,
        sum(i.amount - CASE WHEN i.amount > 0
          THEN coalesce((SELECT sum(a.amount) FROM allocation a WHERE a.debit_id = i.id), 0)
          ELSE -coalesce((SELECT sum(a.amount) FROM allocation a WHERE a.credit_id = i.id), 0) END) AS open
      FROM open_item i GROUP BY i.customer_id, i.currency) totals
    LEFT JOIN customer c ON c.id = totals.customer_id WHERE totals.booked <> totals.open`,
  letters: `SELECT l.reference FROM dunning_letter l
    LEFT JOIN (SELECT letter_id, sum(open - disputed) AS claimed FROM dunning_letter_item GROUP BY letter_id) items ON items.letter_id = l.id
    WHERE l.total <> l.principal - l.credits + l.interest + l.indemnities + l.fees + l.earlier_charges OR coalesce(items.claimed, 0) <> l.principal`,
}

export const placesOf = (db: Reader, name: CheckName): string[] => {
  const sqlite = sqliteOf(db)
  if (name === 'pages') {
    // The search keeps in memory how its index stood when this connection last read it. The check of the pages does not
    // look whether that still holds, and reports a damage that is none; a search does.
    sqlite.prepare(`SELECT count(*) FROM customer_search WHERE customer_search MATCH '"any"'`).get()
    const found = pagePlaces(sqlite)
    return found.length > 0 ? found : searchPlaces(sqlite)
  }
  if (name === 'foreign-keys')
    return (sqlite.pragma('foreign_key_check') as { table: string; rowid: number | null; parent: string }[]).map(
      ({ table, rowid, parent }) => `${table} ${rowid ?? ''} → ${parent}`,
    )
  const statement = STATEMENTS[name]
  return statement ? (sqlite.prepare(statement).pluck().all() as string[]) : []
}

/** What SQLite finds wrong with the pages, by their numbers: some damage ends its search before it is through. */
const pagePlaces = (sqlite: Sqlite.Database): string[] => {
  const places: string[] = []
  try {
    for (const line of sqlite.prepare('PRAGMA integrity_check(100)').pluck().iterate() as Iterable<string>)
      if (line !== 'ok') places.push(...line.split('\n').filter((one) => !one.startsWith('***')))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_'))) throw error
    places.push(error.message)
  }
  return places
}

const termsIn = (sqlite: Sqlite.Database, table: string) =>
  sqlite.prepare(`SELECT term, doc, "offset" FROM temp.${table}`).raw().iterate() as IterableIterator<
    [string, number, number]
  >

/**
 * Whether the index of the search holds the words of the customers, and none besides: SQLite's own check looks only at
 * how it is built. Made anew in memory, it must read the same.
 */
const searchPlaces = (sqlite: Sqlite.Database): string[] => {
  // Of this connection only its own tables in memory are written.
  sqlite.pragma('query_only = OFF')
  try {
    return differingTerms(sqlite)
  } finally {
    sqlite.pragma('query_only = ON')
  }
}

const differingTerms = (sqlite: Sqlite.Database): string[] => {
  try {
    sqlite.exec(`DROP TABLE IF EXISTS temp.kept_terms; DROP TABLE IF EXISTS temp.own_terms; DROP TABLE IF EXISTS temp.own_search;
      CREATE VIRTUAL TABLE temp.kept_terms USING fts5vocab(main, customer_search, 'instance');
      CREATE VIRTUAL TABLE temp.own_search USING fts5(search, content = '', tokenize = 'trigram');
      CREATE VIRTUAL TABLE temp.own_terms USING fts5vocab(temp, own_search, 'instance');
      INSERT INTO temp.own_search (rowid, search) SELECT rowid, search FROM main.customer`)
    const own = termsIn(sqlite, 'own_terms')
    try {
      for (const [term, doc, offset] of termsIn(sqlite, 'kept_terms')) {
        const { done, value } = own.next()
        if (done || value[0] !== term || value[1] !== doc || value[2] !== offset) return [`customer_search: ${term}`]
      }
      const { done, value } = own.next()
      return done ? [] : [`customer_search: ${value[0]}`]
    } finally {
      own.return?.()
    }
  } finally {
    sqlite.exec(
      'DROP TABLE IF EXISTS temp.own_terms; DROP TABLE IF EXISTS temp.own_search; DROP TABLE IF EXISTS temp.kept_terms',
    )
  }
}

/** Documents with what their bytes are held against; read one after the other, never all at once. */
export const documentsIn = (db: Reader) =>
  sqliteOf(db).prepare('SELECT id, name, sha256, bytes FROM document').iterate() as Iterable<{
    id: string
    name: string
    sha256: string
    bytes: Buffer
  }>
