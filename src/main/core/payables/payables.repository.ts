import { sql } from 'kysely'
import { rowsAsArrays, runForEach } from '../db/connection.ts'
import type { Reader, Writer } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { DayOfSuppliers, SupplierKind, SupplierLine } from './payables.model.ts'

export const countMovements = async (db: Reader): Promise<number> => {
  const { rows } = await sql<{ lines: number }>`SELECT count(*) AS lines FROM supplier_movement`.execute(db)
  return rows[0]?.lines ?? 0
}

export const upsertSuppliers = (db: Writer, suppliers: readonly (readonly [code: string, name: string])[]) =>
  runForEach(
    db,
    `INSERT INTO supplier (code, name) VALUES (?, ?)
    ON CONFLICT (code) DO UPDATE SET name = excluded.name WHERE name <> excluded.name`,
    suppliers,
  )

/** Adds lines; of those that the book holds, the lettering is brought up to date. How many changed anything. */
export const upsertMovements = (db: Writer, importId: string | null, lines: readonly SupplierLine[]): Promise<number> =>
  runForEach(
    db,
    `INSERT INTO supplier_movement (source_key, supplier, account, kind, number, booked, amount, lettering, lettered_on, import_id)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (source_key) DO UPDATE SET lettering = excluded.lettering, lettered_on = excluded.lettered_on
    WHERE lettering IS NOT excluded.lettering OR lettered_on IS NOT excluded.lettered_on`,
    lines.map((line) => [
      line.sourceKey,
      line.supplierCode,
      line.account,
      line.kind,
      line.number,
      line.booked,
      line.amount,
      line.lettering === '' ? null : line.lettering,
      line.lettering === '' ? null : line.letteringDate,
      importId,
    ]),
  )

// As with the customers' lines: what must be known until the end of the file stands in a table of the transaction.
export const openOpenings = async (db: Writer): Promise<void> => {
  await sql`CREATE TABLE staged_supplier_opening (source_key TEXT PRIMARY KEY) STRICT, WITHOUT ROWID`.execute(db)
}

export const stageOpenings = (db: Writer, openings: readonly SupplierLine[]): Promise<number> =>
  runForEach(
    db,
    'INSERT OR IGNORE INTO staged_supplier_opening (source_key) VALUES (?)',
    openings.map(({ sourceKey }) => [sourceKey]),
  )

export const closeOpenings = async (db: Writer): Promise<void> => {
  await sql`DROP TABLE staged_supplier_opening`.execute(db)
}

/** What calls itself an opening but stands on another day than the ledger's first opens nothing. */
export const unmakeOpenings = async (db: Writer, importId: string, from: Day): Promise<void> => {
  await sql`UPDATE supplier_movement SET kind = 'adjustment'
    WHERE kind = 'opening' AND booked <> ${from} AND import_id = ${importId}`.execute(db)
}

/** Openings of a day that the ledger under way does not tell any more. How many there were. */
export const dropOpeningsUntold = async (db: Writer, from: Day): Promise<number> => {
  const told = sql`(SELECT source_key FROM staged_supplier_opening)`
  const { rows } = await sql<{ own: number }>`
    SELECT count(*) AS own FROM supplier_movement m JOIN staged_supplier_opening s USING (source_key)
    WHERE m.booked = ${from} AND m.kind = 'opening'`.execute(db)
  if (rows[0]?.own === 0) return 0
  const { numAffectedRows } = await sql`DELETE FROM supplier_movement
    WHERE booked = ${from} AND kind = 'opening' AND source_key NOT IN ${told}`.execute(db)
  return Number(numAffectedRows ?? 0n)
}

/** Up to a day: what each day brought, by kind; the earliest first. From the index alone. */
export const movesOfSuppliers = async (db: Reader, until: Day): Promise<DayOfSuppliers[]> => {
  const rows = await rowsAsArrays<readonly [Day, SupplierKind, number]>(
    db,
    sql`SELECT booked, kind, sum(amount) FROM supplier_movement INDEXED BY supplier_movement_by_day
      WHERE booked <= ${until} GROUP BY booked, kind ORDER BY booked, kind`,
  )
  return rows.map(([day, kind, amount]) => ({ day, kind, amount }))
}

/** First and last day of the supplier lines that the book holds; null without any. */
export const knownDays = async (db: Reader): Promise<{ from: Day; until: Day } | null> => {
  const { rows } = await sql<{ from: Day | null; until: Day | null }>`
    SELECT (SELECT min(booked) FROM supplier_movement) AS "from", (SELECT max(booked) FROM supplier_movement) AS "until"`.execute(
    db,
  )
  const [row] = rows
  return row?.from && row.until ? { from: row.from, until: row.until } : null
}

export type SupplierRow = { code: string; name: string; owed: number; purchases: number; lastMoved: Day }

/**
 * Suppliers owed anything on a day, or bought from since another, the most owed first. What opened the last year counts,
 * and what came since.
 */
export const balancesOfSuppliers = async (
  db: Reader,
  { asOf, from }: { asOf: Day; from: Day },
  { offset, limit }: { offset: number; limit: number },
): Promise<{ total: number; rows: SupplierRow[] }> => {
  const { rows } = await sql<SupplierRow & { total: number }>`
    WITH opened AS (SELECT coalesce(max(booked), '') AS day FROM supplier_movement WHERE kind = 'opening' AND booked <= ${asOf}),
    told AS (
      SELECT m.supplier,
        coalesce(sum(m.amount) FILTER (WHERE m.booked >= opened.day AND (m.kind <> 'opening' OR m.booked = opened.day)), 0) AS owed,
        coalesce(sum(m.amount) FILTER (WHERE m.kind IN ('invoice', 'credit_note') AND m.booked > ${from}), 0) AS purchases,
        max(m.booked) AS lastMoved
      -- Nearly all of the lines are read: in their order, not each looked up by its day.
      FROM opened CROSS JOIN supplier_movement m NOT INDEXED WHERE m.booked <= ${asOf} GROUP BY m.supplier)
    SELECT told.supplier AS code, supplier.name, told.owed, told.purchases, told.lastMoved, count(*) OVER () AS total
    FROM told JOIN supplier ON supplier.code = told.supplier WHERE told.owed <> 0 OR told.purchases <> 0
    ORDER BY told.owed DESC, told.purchases DESC, told.supplier LIMIT ${limit} OFFSET ${offset}`.execute(db)
  // Beyond the last page no row tells the count.
  const total =
    rows[0]?.total ??
    (offset === 0 ? 0 : (await balancesOfSuppliers(db, { asOf, from }, { offset: 0, limit: 1 })).total)
  return { total, rows: rows.map(({ total: _, ...row }) => row) }
}
