import { type RawBuilder, sql } from 'kysely'
import { escapeLike } from '../customers/customers.search.ts'
import type { Reader, Writer } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { fold } from '../kernel/text.ts'
import type { PostingKind, PostingOutcome, PostingShow } from './postings.contract.ts'
import type { PostingSlipTable, PostingTable } from './postings.table.ts'

export type PostingRecord = {
  letterId: string
  runId: string
  reference: string
  customerId: string
  customerCode: string
  customerName: string
  kind: PostingKind
  level: number
  levelName: string
  day: Day
  documentId: string
  fileName: string
  /** JSON; null for a letter issued before it was kept and not handled since. */
  address: string | null
  number: string
  slipId: string | null
  slipNumber: number | null
  slipDay: Day | null
  slipDocumentId: string | null
  stampedId: string | null
  depositedOn: Day | null
  outcome: PostingOutcome | null
  outcomeOn: Day | null
  receiptId: string | null
  cancelledOn: Day | null
}

export type PostingSelection = {
  letterIds?: readonly string[] | undefined
  runId?: string | undefined
  customerId?: string | undefined
  kind?: PostingKind | undefined
  search?: string | undefined
  /** Letters that were cancelled as well. */
  cancelled?: boolean
  /** Those that go another way too: printed, each is an ordinary letter. */
  everyChannel?: boolean
}

// A letter marked as sent otherwise counts as handed in that day.
const DEPOSITED = sql`coalesce(p.deposited_on, l.sent_on)`

const SHOWN: Record<PostingShow, RawBuilder<boolean>> = {
  'to-number': sql<boolean>`l.channel = 'registered' AND ${DEPOSITED} IS NULL AND coalesce(p.number, '') = ''`,
  'to-deposit': sql<boolean>`${DEPOSITED} IS NULL`,
  deposited: sql<boolean>`${DEPOSITED} IS NOT NULL AND p.outcome IS NULL`,
  answered: sql<boolean>`p.outcome IS NOT NULL`,
  returned: sql<boolean>`p.outcome IS NOT NULL AND p.outcome <> 'delivered'`,
  all: sql<boolean>`TRUE`,
}

const FROM = sql`dunning_letter l JOIN customer c ON c.id = l.customer_id LEFT JOIN posting p ON p.letter_id = l.id
  LEFT JOIN posting_slip s ON s.id = p.slip_id`

const selected = (selection: PostingSelection) => {
  const { letterIds, runId, customerId, kind, search = '', cancelled = false, everyChannel = false } = selection
  const conditions: RawBuilder<boolean>[] = [sql<boolean>`l.document_id IS NOT NULL`]
  if (!everyChannel) conditions.push(sql<boolean>`l.channel IN ('letter', 'registered')`)
  if (!cancelled) conditions.push(sql<boolean>`l.cancelled_on IS NULL`)
  if (letterIds) conditions.push(sql<boolean>`l.id IN (SELECT value FROM json_each(${JSON.stringify(letterIds)}))`)
  if (runId) conditions.push(sql<boolean>`l.run_id = ${runId}`)
  if (customerId) conditions.push(sql<boolean>`l.customer_id = ${customerId}`)
  if (kind) conditions.push(sql<boolean>`l.channel = ${kind}`)
  for (const word of search.split(/\s+/).filter(Boolean)) {
    const like = (text: string) => sql`LIKE ${`%${escapeLike(text)}%`} ESCAPE '\\'`
    conditions.push(
      sql<boolean>`(c.search ${like(fold(word))} OR l.reference ${like(word)} OR p.number ${like(word.replace(/\W/g, ''))})`,
    )
  }
  return sql<boolean>`${sql.join(conditions, sql` AND `)}`
}

/** Letters that go by post: the latest run first, each in the order of its references. */
export const listPostings = async (
  db: Reader,
  selection: PostingSelection,
  show: PostingShow,
  page: { offset: number; limit: number },
): Promise<PostingRecord[]> => {
  const { rows } = await sql<PostingRecord>`
    SELECT l.id AS letterId, l.run_id AS runId, l.reference, l.customer_id AS customerId, c.code AS customerCode,
      c.name AS customerName, CASE l.channel WHEN 'registered' THEN 'registered' ELSE 'letter' END AS kind, l.level, l.level_name AS levelName, l.day, l.document_id AS documentId,
      l.file_name AS fileName, coalesce(p.address, l.recipient) AS address, coalesce(p.number, '') AS number, s.id AS slipId,
      s.number AS slipNumber, s.day AS slipDay, s.document_id AS slipDocumentId, s.stamped_id AS stampedId,
      ${DEPOSITED} AS depositedOn, p.outcome, p.outcome_on AS outcomeOn, p.receipt_id AS receiptId, l.cancelled_on AS cancelledOn
    FROM ${FROM} WHERE ${selected(selection)} AND ${SHOWN[show]}
    ORDER BY l.day DESC, l.reference LIMIT ${page.limit} OFFSET ${page.offset}`.execute(db)
  return rows
}

export const countPostings = async (db: Reader, selection: PostingSelection): Promise<Record<PostingShow, number>> => {
  const counts = Object.entries(SHOWN).map(
    ([show, condition]) => sql`count(*) FILTER (WHERE ${condition}) AS ${sql.id(show)}`,
  )
  const { rows } = await sql<Record<PostingShow, number>>`
    SELECT ${sql.join(counts)} FROM ${FROM} WHERE ${selected(selection)}`.execute(db)
  return rows[0] as Record<PostingShow, number>
}

/** Which letters bear these numbers. */
export const lettersOfNumbers = async (db: Reader, numbers: readonly string[]) => {
  const { rows } = await sql<{ letterId: string; number: string; reference: string; cancelledOn: Day | null }>`
    SELECT p.letter_id AS letterId, p.number, l.reference, l.cancelled_on AS cancelledOn
    FROM posting p JOIN dunning_letter l ON l.id = p.letter_id
    WHERE p.number <> '' AND p.number IN (SELECT value FROM json_each(${JSON.stringify(numbers)}))`.execute(db)
  return rows
}

type Made = Pick<PostingTable, 'letter_id' | 'kind' | 'address' | 'created_at' | 'created_by'>
type Changes = Partial<Omit<PostingTable, keyof Made>>

/** Writes what is known of a letter's way, the first time or again. */
export const keepPosting = async (db: Writer, made: Made, changes: Changes): Promise<void> => {
  const fresh = { number: '', slip_id: null, deposited_on: null, outcome: null, outcome_on: null, receipt_id: null }
  await db
    .insertInto('posting')
    .values({ ...made, ...fresh, outcome_by: '', outcome_at: null, ...changes })
    .onConflict((conflict) => conflict.column('letter_id').doUpdateSet(changes))
    .execute()
}

export const clearNumbers = async (db: Writer, letterIds: readonly string[]): Promise<void> => {
  await sql`UPDATE posting SET number = '' WHERE letter_id IN (SELECT value FROM json_each(${JSON.stringify(letterIds)}))`.execute(
    db,
  )
}

export const nextSlipNumber = async (db: Reader): Promise<number> => {
  const { rows } = await sql<{ next: number }>`SELECT coalesce(max(number), 0) + 1 AS next FROM posting_slip`.execute(
    db,
  )
  return rows[0]?.next ?? 1
}

export const insertSlip = async (db: Writer, slip: PostingSlipTable): Promise<void> => {
  await db.insertInto('posting_slip').values(slip).execute()
}

export const findSlip = (db: Reader, id: string): Promise<PostingSlipTable | undefined> =>
  db.selectFrom('posting_slip').selectAll().where('id', '=', id).executeTakeFirst()

export const stampSlip = async (db: Writer, id: string, documentId: string): Promise<void> => {
  await db.updateTable('posting_slip').set({ stamped_id: documentId }).where('id', '=', id).execute()
}
