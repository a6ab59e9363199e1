import { type Kysely, sql } from 'kysely'
import type { Database } from './database.ts'

/**
 * Writes the file anew, without the free pages and the gaps in which SQLite leaves what was deleted, and empties the
 * write-ahead log. Waits for a transaction under way. False where another program reads the file: the log still holds
 * what was there until that one is closed.
 */
export const compactFile = async (writer: Kysely<Database>): Promise<boolean> => {
  await rebuildSearch(writer)
  await sql`VACUUM`.execute(writer)
  // The index goes by row numbers, which SQLite may give anew.
  await rebuildSearch(writer)
  const { rows } = await sql<{ busy: number }>`PRAGMA wal_checkpoint(TRUNCATE)`.execute(writer)
  return rows[0]?.busy === 0
}

const rebuildSearch = (writer: Kysely<Database>) =>
  sql`INSERT INTO customer_search (customer_search) VALUES ('rebuild')`.execute(writer)
