import { type RawBuilder, sql } from 'kysely'
import { escapeLike } from '../customers/customers.search.ts'
import { runForEach } from '../db/connection.ts'
import type { Reader, Writer } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { BankLineTable, BankLineTraceTable, BankStatementTable } from './bank.table.ts'

const LINE_COLUMNS = [
  'id',
  'statement_id',
  'account',
  'position',
  'booked',
  'valued',
  'amount',
  'currency',
  'kind',
  'party',
  'party_account',
  'text',
  'reference',
  'creditor_reference',
  'documents',
  'bank_reference',
  'code',
  'return_reason',
  'original',
  'key',
] as const satisfies readonly (keyof BankLineTable)[]
export type NewLine = Pick<BankLineTable, (typeof LINE_COLUMNS)[number]>

/** Adds the lines that the book does not hold yet, known by their key. Returns how many that were. */
export const insertLines = (db: Writer, lines: readonly NewLine[]): Promise<number> =>
  runForEach(
    db,
    `INSERT INTO bank_line (${LINE_COLUMNS.join(', ')}) VALUES (${LINE_COLUMNS.map(() => '?').join(', ')})
      ON CONFLICT (key) DO NOTHING`,
    lines.map((line) => LINE_COLUMNS.map((column) => line[column])),
  )

export const insertStatement = async (db: Writer, statement: BankStatementTable): Promise<void> => {
  await db.insertInto('bank_statement').values(statement).execute()
}

export const updateStatement = async (
  db: Writer,
  id: string,
  changes: Partial<Omit<BankStatementTable, 'id'>>,
): Promise<void> => {
  await db.updateTable('bank_statement').set(changes).where('id', '=', id).execute()
}

/** Another statement that says the same: account, number, both balances. */
export const sameStatement = async (db: Reader, statement: BankStatementTable): Promise<string | null> => {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM bank_statement WHERE account = ${statement.account} AND closing_day IS ${statement.closing_day}
      AND id <> ${statement.id} AND currency = ${statement.currency} AND number = ${statement.number}
      AND opening_day IS ${statement.opening_day} AND opening IS ${statement.opening} AND closing IS ${statement.closing}
    LIMIT 1`.execute(db)
  return rows[0]?.id ?? null
}

/** Gives the lines of a statement to another one and takes it out of the book. */
export const mergeStatement = async (db: Writer, id: string, into: string): Promise<void> => {
  await db.updateTable('bank_line').set({ statement_id: into }).where('statement_id', '=', id).execute()
  await removeStatement(db, id)
}

export const removeStatement = async (db: Writer, id: string): Promise<void> => {
  await db.deleteFrom('bank_statement').where('id', '=', id).execute()
}

/** The closing balance of an account before a day; undefined when no statement ends by then. */
export const closingBefore = (db: Reader, account: string, currency: string, day: Day, exceptId: string) =>
  db
    .selectFrom('bank_statement')
    .select(['closing_day', 'closing'])
    .where('account', '=', account)
    .where('currency', '=', currency)
    .where('closing_day', '<=', day)
    .where('closing', 'is not', null)
    .where('id', '<>', exceptId)
    .orderBy('closing_day', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

/** What is asked of a line, as `roleOf` of the matching rules says it. */
const role = (line: string): RawBuilder<'receipt' | 'return' | 'out'> => {
  const [amount, kind] = [sql.ref(`${line}.amount`), sql.ref(`${line}.kind`)]
  return sql`CASE WHEN ${kind} = 'return' THEN iif(${amount} < 0, 'return', 'out')
    WHEN ${amount} > 0 AND ${kind} NOT IN ('charge', 'interest') THEN 'receipt' ELSE 'out' END`
}

export const pageOfStatements = async (db: Reader, { offset, limit }: { offset: number; limit: number }) => {
  const { rows } = await sql<BankStatementTable & { lines: number; open: number; imported_at: string | null }>`
    SELECT s.*, f.at AS imported_at,
      (SELECT count(*) FROM bank_line l WHERE l.statement_id = s.id) AS lines,
      (SELECT count(*) FROM bank_line l WHERE l.statement_id = s.id AND l.state = 'open' AND ${role('l')} <> 'out') AS open
    FROM bank_statement s LEFT JOIN import_file f ON f.id = s.import_id
    ORDER BY coalesce(s.closing_day, s.opening_day, f.at) DESC, s.id DESC LIMIT ${limit} OFFSET ${offset}`.execute(db)
  return rows
}

export const countStatements = async (db: Reader): Promise<number> => {
  const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM bank_statement`.execute(db)
  return rows[0]?.count ?? 0
}

/** The day until which the bank has told its movements. */
export const lastBankDay = async (db: Reader): Promise<Day | null> => {
  const { rows } = await sql<{ day: Day | null }>`
    SELECT max(day) AS day FROM (
      SELECT max(closing_day) AS day FROM bank_statement
      UNION ALL SELECT max(booked) FROM bank_line WHERE state = 'open'
      UNION ALL SELECT max(booked) FROM bank_line WHERE state = 'matched'
      UNION ALL SELECT max(booked) FROM bank_line WHERE state = 'set_aside')`.execute(db)
  return rows[0]?.day ?? null
}

export type LineFilters = {
  statementId?: string | undefined
  show: 'open' | 'matched' | 'set_aside' | 'all'
  role: 'receipt' | 'return' | 'out' | 'waiting' | 'all'
  search: string
  lineIds?: readonly string[] | undefined
}

const selection = (filters: LineFilters): RawBuilder<boolean> => {
  const conditions: RawBuilder<boolean>[] = []
  if (filters.lineIds) conditions.push(sql`l.id IN (SELECT value FROM json_each(${JSON.stringify(filters.lineIds)}))`)
  if (filters.statementId) conditions.push(sql`l.statement_id = ${filters.statementId}`)
  if (filters.show !== 'all') conditions.push(sql`l.state = ${filters.show}`)
  if (filters.role === 'waiting') conditions.push(sql`${role('l')} != 'out'`)
  else if (filters.role !== 'all') conditions.push(sql`${role('l')} = ${filters.role}`)
  for (const word of filters.search.split(/\s+/).filter(Boolean)) {
    const like = sql`LIKE ${`%${escapeLike(word)}%`} ESCAPE '\\'`
    const digits = word.replace(/[.,]/g, '')
    const amount = /^[+-]?\d+$/.test(digits)
      ? sql` OR CAST(abs(l.amount) AS TEXT) LIKE ${`${digits.replace(/^[+-]/, '')}%`}`
      : sql``
    conditions.push(
      sql`(l.text ${like} OR l.party ${like} OR l.party_account ${like} OR l.reference ${like} OR l.creditor_reference ${like}${amount})`,
    )
  }
  return conditions.length === 0 ? sql`1` : sql`(${sql.join(conditions, sql` AND `)})`
}

export type LineRecord = BankLineTable & { role: 'receipt' | 'return' | 'out'; placed: number }

// A line of the past never changes but for its state; what was made of it names it.
const placed = sql<number>`coalesce((SELECT sum(abs(i.amount)) FROM payment p JOIN open_item i ON i.id = p.item_id WHERE p.bank_line_id = l.id), 0)`

/** Lines with what was made of each; the earliest first. */
export const pageOfLines = async (
  db: Reader,
  filters: LineFilters,
  { offset, limit }: { offset: number; limit: number },
): Promise<LineRecord[]> => {
  const { rows } = await sql<LineRecord>`
    SELECT l.*, ${role('l')} AS role, ${placed} AS placed FROM bank_line l WHERE ${selection(filters)}
    ORDER BY l.booked, l.id LIMIT ${limit} OFFSET ${offset}`.execute(db)
  return rows
}

export const countLines = async (db: Reader, filters: LineFilters): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM bank_line l WHERE ${selection(filters)}`.execute(db)
  return rows[0]?.count ?? 0
}

/** Lines that wait for somebody. */
export const countWaiting = async (db: Reader): Promise<{ receipts: number; returns: number }> => {
  const { rows } = await sql<{ role: string; count: number }>`
    SELECT ${role('l')} AS role, count(*) AS count FROM bank_line l WHERE l.state = 'open' GROUP BY 1`.execute(db)
  const of = (wanted: string) => rows.find((row) => row.role === wanted)?.count ?? 0
  return { receipts: of('receipt'), returns: of('return') }
}

export const paymentsOfLines = async (db: Reader, lineIds: readonly string[]) => {
  const { rows } = await sql<{
    lineId: string
    itemId: string
    customerId: string
    customerName: string
    number: string
    amount: number
  }>`
    SELECT p.bank_line_id AS lineId, i.id AS itemId, i.customer_id AS customerId, c.name AS customerName, i.number, i.amount
    FROM payment p JOIN open_item i ON i.id = p.item_id JOIN customer c ON c.id = i.customer_id
    WHERE p.bank_line_id IN (SELECT value FROM json_each(${JSON.stringify(lineIds)})) ORDER BY i.number`.execute(db)
  return rows
}

/** Closes lines, or opens them again, on a day. */
export const setStates = (
  db: Writer,
  lines: readonly { id: string; state: BankLineTable['state']; day: Day | null; user: string | null; reason: string }[],
): Promise<number> =>
  runForEach(
    db,
    'UPDATE bank_line SET state = ?, closed_on = ?, closed_by = ?, aside_reason = ? WHERE id = ?',
    lines.map(({ id, state, day, user, reason }) => [state, day, user, reason, id]),
  )

export const addTraces = (db: Writer, traces: readonly BankLineTraceTable[]): Promise<number> =>
  runForEach(
    db,
    'INSERT INTO bank_line_trace (line_id, kind, ref) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    traces.map(({ line_id, kind, ref }) => [line_id, kind, ref]),
  )

export const tracesOf = (db: Reader, lineId: string) =>
  db.selectFrom('bank_line_trace').select(['kind', 'ref']).where('line_id', '=', lineId).execute()

export const removeTraces = async (db: Writer, lineId: string): Promise<void> => {
  await db.deleteFrom('bank_line_trace').where('line_id', '=', lineId).execute()
}

/** Matches of items that nothing has taken back. */
export const matchesInForce = async (
  db: Reader,
  { itemIds, matchIds }: { itemIds: readonly string[]; matchIds: readonly string[] },
): Promise<string[]> => {
  const [items, matches] = [JSON.stringify(itemIds), JSON.stringify(matchIds)]
  const { rows } = await sql<{ id: string }>`
    SELECT a.id FROM allocation a WHERE a.reverses IS NULL
      AND NOT EXISTS (SELECT 1 FROM allocation back WHERE back.reverses = a.id)
      AND (a.id IN (SELECT id FROM allocation WHERE debit_id IN (SELECT value FROM json_each(${items}))
          UNION SELECT id FROM allocation WHERE credit_id IN (SELECT value FROM json_each(${items}))
          UNION SELECT value FROM json_each(${matches})))`.execute(db)
  return rows.map(({ id }) => id)
}

export const itemsNamed = (db: Reader, ids: readonly string[]) =>
  db
    .selectFrom('open_item')
    .leftJoin('payment', 'payment.item_id', 'open_item.id')
    .select(['id', 'customer_id', 'number', 'kind', 'amount', 'currency', 'booked', 'payment.bounces_id'])
    .where('id', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`)
    .execute()
