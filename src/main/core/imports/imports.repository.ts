import { sql } from 'kysely'
import type { CustomerEventTable, CustomerTable } from '../customers/customers.table.ts'
import { runForEach } from '../db/connection.ts'
import type { Reader, Writer } from '../kernel/context.ts'
import type { OpenItemTable } from '../receivables/receivables.table.ts'
import type { ImportFileTable, ImportMappingTable } from './imports.table.ts'

const ITEM_COLUMNS = [
  'id',
  'customer_id',
  'kind',
  'number',
  'label',
  'issued',
  'booked',
  'due',
  'due_origin',
  'currency',
  'amount',
  'base_amount',
  'account',
  'journal',
  'entry',
  'approximate',
  'settled_on',
  'source_key',
  'import_id',
] as const satisfies readonly (keyof OpenItemTable)[]

/** Adds items; those that the book holds already are left out beforehand (`idsOfSources`). */
export const insertItems = (db: Writer, items: readonly OpenItemTable[]): Promise<number> =>
  runForEach(
    db,
    `INSERT INTO open_item (${ITEM_COLUMNS.join(', ')}) VALUES (${ITEM_COLUMNS.map(() => '?').join(', ')})`,
    items.map((item) => ITEM_COLUMNS.map((column) => item[column])),
  )

/** Whether the book holds anything that came from a file. */
export const hasSources = async (db: Reader): Promise<boolean> =>
  (await db.selectFrom('open_item').select('id').where('source_key', 'is not', null).limit(1).executeTakeFirst()) !==
  undefined

/** The items that the book already holds of the source keys given. */
export const idsOfSources = async (db: Reader, sourceKeys: readonly string[]): Promise<Map<string, string>> => {
  const keys = sql`(SELECT value FROM json_each(${JSON.stringify(sourceKeys)}))`
  const { rows } = await sql<{ source_key: string; id: string }>`
    SELECT source_key, id FROM open_item WHERE source_key IN ${keys}
    UNION ALL SELECT source_key, item_id FROM told_again WHERE source_key IN ${keys}`.execute(db)
  return new Map(rows.map((row) => [row.source_key, row.id]))
}

type FromElsewhere = Pick<OpenItemTable, 'id' | 'customer_id' | 'kind' | 'number' | 'booked' | 'currency' | 'amount'>

// Made from the bank, by hand or of an electronic invoice: whatever no ledger has told.
const FROM_ELSEWHERE = sql`(SELECT id, customer_id, kind, number, booked, currency, amount FROM open_item WHERE source_key IS NULL
  UNION ALL SELECT id, customer_id, kind, number, booked, currency, amount FROM open_item
    WHERE source_key >= 'einvoice:' AND source_key < 'einvoice;')`

/** Whether the book holds movements that a ledger may tell again. */
export const hasItemsFromElsewhere = async (db: Reader): Promise<boolean> =>
  (await sql`SELECT 1 FROM ${FROM_ELSEWHERE} LIMIT 1`.execute(db)).rows.length > 0

/** Movements of these customers that came from elsewhere than a ledger and that none has told again yet. */
export const itemsFromElsewhere = async (db: Reader, customerIds: readonly string[]): Promise<FromElsewhere[]> => {
  const { rows } = await sql<FromElsewhere>`
    SELECT item.* FROM ${FROM_ELSEWHERE} item
    WHERE item.customer_id IN (SELECT value FROM json_each(${JSON.stringify(customerIds)}))
      AND NOT EXISTS (SELECT 1 FROM told_again WHERE told_again.item_id = item.id)`.execute(db)
  return rows
}

export const insertToldAgain = (db: Writer, importId: string, found: readonly { key: string; itemId: string }[]) =>
  runForEach(
    db,
    'INSERT INTO told_again (source_key, item_id, import_id) VALUES (?, ?, ?)',
    found.map(({ key, itemId }) => [key, itemId, importId]),
  )

export const insertCustomers = async (
  db: Writer,
  customers: readonly CustomerTable[],
  events: readonly CustomerEventTable[],
): Promise<void> => {
  for (const [table, rows] of [
    ['customer', customers],
    ['customer_event', events],
  ] as const) {
    const [first] = rows
    if (!first) continue
    const columns = Object.keys(first)
    await runForEach(
      db,
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      rows.map((row) => columns.map((column) => (row as Record<string, unknown>)[column])),
    )
  }
}

export type AllocationRow = {
  id: string
  debitId: string
  creditId: string
  amount: number
  day: string
  origin: 'lettering' | 'import'
  lettering: string | null
}

export const insertAllocations = (db: Writer, rows: readonly AllocationRow[]): Promise<number> =>
  runForEach(
    db,
    'INSERT INTO allocation (id, debit_id, credit_id, amount, day, origin, lettering) VALUES (?, ?, ?, ?, ?, ?, ?)',
    rows.map((row) => [row.id, row.debitId, row.creditId, row.amount, row.day, row.origin, row.lettering]),
  )

/** Code, id and terms of every customer: what an import needs to find them. */
export const customersByCode = (db: Reader) =>
  db.selectFrom('customer').select(['id', 'code', 'terms', 'segment', 'sort_name']).execute()

/** Codes by which files may still name a customer: those it bore, and those of customers merged into it. */
export const formerCodes = async (db: Reader) => {
  const { rows } = await sql<{
    id: string
    code: string
    name: string
    terms: string | null
    segment: string
  }>`
    SELECT customer.id, coalesce(details ->> '$.code.before', details ->> '$.code') AS code,
      CASE customer_event.kind WHEN 'merged' THEN details ->> '$.name' ELSE customer.name END AS name, customer.terms, customer.segment
    FROM customer_event JOIN customer ON customer.id = customer_id
    WHERE customer_event.kind IN ('merged', 'edited') AND details ->> '$.code' IS NOT NULL ORDER BY at`.execute(db)
  return rows
}

/**
 * A piece number that several entries share (a month, a batch) names no invoice: such items get their entry number as
 * well. Items of earlier imports count, so that a longer export of the same year ends with the same numbers.
 */
export const distinguishNumbers = async (db: Writer, hadItems: boolean): Promise<void> => {
  await sql`
    WITH shared AS (
      SELECT number FROM staged_document GROUP BY number HAVING count(DISTINCT entry) > 1
      ${
        hadItems
          ? sql`UNION SELECT staged.number FROM staged_document staged JOIN open_item earlier
        ON earlier.number > staged.number || '-' AND earlier.number < staged.number || '.'
        AND earlier.number = staged.number || '-' || ltrim(earlier.entry, '0')`
          : sql``
      }
    )
    UPDATE open_item SET number = number || '-' || ltrim(entry, '0')
    WHERE id IN (SELECT staged.id FROM shared JOIN staged_document staged ON staged.number = shared.number)
      AND ltrim(entry, '0') <> ''`.execute(db)
}

export const insertFile = async (db: Writer, file: ImportFileTable): Promise<void> => {
  await db.insertInto('import_file').values(file).execute()
}

export const updateFile = async (db: Writer, id: string, changes: Partial<ImportFileTable>): Promise<void> => {
  await db.updateTable('import_file').set(changes).where('id', '=', id).execute()
}

export const deleteFile = async (db: Writer, id: string): Promise<void> => {
  await db.deleteFrom('import_file').where('id', '=', id).execute()
}

export const listFiles = (db: Reader) =>
  db
    .selectFrom('import_file')
    .select(['id', 'name', 'format', 'at', 'user', 'report'])
    .orderBy('at', 'desc')
    .limit(200)
    .execute()

export const findFileByHash = (db: Reader, sha256: string) =>
  db
    .selectFrom('import_file')
    .select(['at'])
    .where('sha256', '=', sha256)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()

export const listMappings = (db: Reader) => db.selectFrom('import_mapping').selectAll().orderBy('name').execute()

export const findMapping = (db: Reader, signature: string) =>
  db
    .selectFrom('import_mapping')
    .selectAll()
    .where('signature', '=', signature)
    .orderBy('updated_at', 'desc')
    .limit(1)
    .executeTakeFirst()

export const upsertMapping = async (db: Writer, row: ImportMappingTable): Promise<void> => {
  const { signature, mapping, updated_at } = row
  await db
    .insertInto('import_mapping')
    .values(row)
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ signature, mapping, updated_at }))
    .execute()
}

export const deleteMapping = async (db: Writer, name: string): Promise<void> => {
  await db.deleteFrom('import_mapping').where('name', '=', name).execute()
}

// What an import must remember until its end stands in tables of the book, not in memory: a ledger may hold a million
// lines. They live and die inside the import's transaction; a temporary table would lie in memory, or outside the book.
export const openStaging = async (db: Writer): Promise<void> => {
  await sql`CREATE TABLE staged_match (
    lettering TEXT NOT NULL, day TEXT NOT NULL, id TEXT NOT NULL, amount INTEGER NOT NULL, lettered_on TEXT,
    PRIMARY KEY (lettering, day, id)
  ) STRICT, WITHOUT ROWID`.execute(db)
  await sql`CREATE TABLE staged_document (
    number TEXT NOT NULL, entry TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (number, entry, id)
  ) STRICT, WITHOUT ROWID`.execute(db)
}

/** An item of the file: `lettering` is empty where the line has none. */
export type StagedMatch = { id: string; day: string; amount: number; lettering: string; letteredOn: string | null }

export const stageMatches = (db: Writer, items: readonly StagedMatch[]) =>
  runForEach(
    db,
    'INSERT OR IGNORE INTO staged_match (lettering, day, id, amount, lettered_on) VALUES (?, ?, ?, ?, ?)',
    items.map((item) => [item.lettering, item.day, item.id, item.amount, item.letteredOn]),
  )

/** A new document: its number, and the entry it was booked by. */
export type StagedDocument = { id: string; number: string; entry: string }

export const stageDocuments = (db: Writer, documents: readonly StagedDocument[]) =>
  runForEach(
    db,
    'INSERT INTO staged_document (number, entry, id) VALUES (?, ?, ?)',
    documents.map((document) => [document.number, document.entry, document.id]),
  )

export const closeStaging = async (db: Writer): Promise<void> => {
  await sql`DROP TABLE staged_match`.execute(db)
  await sql`DROP TABLE staged_document`.execute(db)
}

export type LetteredItem = { lettering: string; letteredOn: string | null; id: string; day: string; amount: number }

/** Staged items in the order of their letterings, after the one named, whole letterings only; memory stays flat. */
export const letteredItems = async (db: Writer, after: string, limit: number): Promise<LetteredItem[]> => {
  const { rows } = await sql<LetteredItem>`
    SELECT lettering, lettered_on AS letteredOn, id, day, amount FROM staged_match
    WHERE lettering > ${after} AND lettering <= (
      SELECT max(lettering) FROM (SELECT lettering FROM staged_match WHERE lettering > ${after} ORDER BY lettering LIMIT ${limit}))
    ORDER BY lettering, day, id`.execute(db)
  return rows
}

/** Sets the day of settlement of items whose matches were just made. */
export const settleItems = (db: Writer, settled: readonly (readonly [day: string, id: string])[]): Promise<number> =>
  runForEach(db, 'UPDATE open_item SET settled_on = ? WHERE id = ?', settled)

/** Existing matches of the letterings named, to tell what a newer export changed; with what took them back, if anything did. */
export const allocationsOfLetterings = async (db: Reader, letterings: readonly string[]) =>
  db
    .selectFrom('allocation as a')
    .leftJoin('allocation as back', 'back.reverses', 'a.id')
    .select(['a.id', 'a.debit_id', 'a.credit_id', 'a.amount', 'a.day', 'a.lettering', 'back.undone_because'])
    .where('a.lettering', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(letterings)}))`)
    .execute()

/** Matches by this year's lettering of items that this year's export no longer letters. */
export const matchesWithoutLettering = async (db: Reader, fiscalStart: string) => {
  const { rows } = await sql<{ id: string; debit_id: string; credit_id: string; lettering: string }>`
    SELECT DISTINCT a.id, a.debit_id, a.credit_id, a.lettering FROM staged_match staged
    JOIN allocation a ON a.debit_id = staged.id OR a.credit_id = staged.id
    WHERE staged.lettering = '' AND a.origin = 'lettering' AND a.lettering LIKE ${`${fiscalStart} %`}`.execute(db)
  return rows
}

/** Every match of the items named, once per item and side; what takes one back belongs to its lettering. */
export const matchesOfItems = async (db: Reader, itemIds: readonly string[]) => {
  const ids = JSON.stringify(itemIds)
  const { rows } = await sql<{ itemId: string; amount: number; lettering: string | null }>`
    SELECT debit_id AS itemId, amount, ${letteringOfMatch} AS lettering FROM allocation a
      WHERE debit_id IN (SELECT value FROM json_each(${ids}))
    UNION ALL
    SELECT credit_id, amount, ${letteringOfMatch} FROM allocation a WHERE credit_id IN (SELECT value FROM json_each(${ids}))`.execute(
    db,
  )
  return rows
}

const letteringOfMatch = sql<string | null>`CASE WHEN a.reverses IS NULL THEN a.lettering
  ELSE (SELECT undone.lettering FROM allocation undone WHERE undone.id = a.reverses) END`

/** Removes matches, and what took them back. */
export const deleteAllocations = async (db: Writer, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return
  const among = sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`
  await sql`DELETE FROM allocation WHERE id IN ${among} OR reverses IN ${among}`.execute(db)
}

export const hasLetterings = async (db: Reader): Promise<boolean> =>
  (await db.selectFrom('allocation').select('id').where('lettering', 'is not', null).limit(1).executeTakeFirst()) !==
  undefined

export type KnownItem = {
  id: string
  customer_id: string
  amount: number
  due: string
  booked: string
  import_id: string | null
  matched: number
  matches: number
  /** 1 when the key is another telling of an item that did not come from a ledger. */
  again: number
}

/** The items of the source keys given, with what is matched of each, whatever the day. */
export const itemsByKeys = async (db: Reader, sourceKeys: readonly string[]): Promise<Map<string, KnownItem>> => {
  const keys = sql`(SELECT value FROM json_each(${JSON.stringify(sourceKeys)}))`
  const { rows } = await sql<KnownItem & { source_key: string }>`
    SELECT told.source_key, told.again, i.id, i.customer_id, i.amount, i.due, i.booked, i.import_id,
      coalesce((SELECT sum(amount) FROM allocation WHERE debit_id = i.id OR credit_id = i.id), 0) AS matched,
      (SELECT count(*) FROM allocation WHERE debit_id = i.id OR credit_id = i.id) AS matches
    FROM (SELECT source_key, id, 0 AS again FROM open_item WHERE source_key IN ${keys}
      UNION ALL SELECT source_key, item_id, 1 FROM told_again WHERE source_key IN ${keys}) told
    JOIN open_item i ON i.id = told.id`.execute(db)
  return new Map(rows.map(({ source_key, ...item }) => [source_key, item]))
}

export const updateItem = async (db: Writer, id: string, changes: Partial<OpenItemTable>): Promise<void> => {
  await db.updateTable('open_item').set(changes).where('id', '=', id).execute()
}

export type ItemToSettle = {
  id: string
  customer_id: string
  number: string
  currency: string
  booked: string
  open: number
}

/** The debits that bear the numbers given, the earliest due first, with what is left of each whatever the day. */
export const debitsToSettle = async (db: Reader, numbers: readonly string[]): Promise<ItemToSettle[]> => {
  const { rows } = await sql<ItemToSettle>`
    SELECT i.id, i.customer_id, i.number, i.currency, i.booked,
      i.amount - coalesce((SELECT sum(amount) FROM allocation WHERE debit_id = i.id), 0) AS open
    FROM open_item i WHERE i.number IN (SELECT value FROM json_each(${JSON.stringify(numbers)})) AND i.amount > 0
    ORDER BY i.due, i.id`.execute(db)
  return rows
}

/** What the credits given were ever matched with, those matches undone as well: the same settlement read again. */
export const matchesOfCredits = async (db: Reader, creditIds: readonly string[]) => {
  const { rows } = await sql<{ credit_id: string; debit_id: string; day: string; amount: number }>`
    SELECT credit_id, debit_id, day, amount FROM allocation
    WHERE credit_id IN (SELECT value FROM json_each(${JSON.stringify(creditIds)})) AND reverses IS NULL`.execute(db)
  return rows
}
