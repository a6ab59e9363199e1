import { type RawBuilder, sql } from 'kysely'
import { escapeLike } from '../customers/customers.search.ts'
import { disputeInForce } from '../db/disputed-items.ts'
import type { Reader, Writer } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { fold } from '../kernel/text.ts'
import type { CreditReviewTable, ReviewDocumentTable, ReviewNoteTable, ReviewProposalTable } from './reviews.table.ts'

/** A review with its customer's names, without its evidence. */
export type ReviewRecord = Omit<CreditReviewTable, 'evidence'> & { customer_code: string; customer_name: string }

export type ReviewSelection = {
  id?: string | undefined
  customerIds?: readonly string[] | undefined
  show: 'open' | 'submitted' | 'decided' | 'all'
  search: string
}

const SHOWN = {
  open: sql<boolean>`r.state IN ('preparing', 'submitted', 'returned')`,
  submitted: sql<boolean>`r.state = 'submitted'`,
  decided: sql<boolean>`r.state = 'decided'`,
  all: sql<boolean>`1`,
}

const among = (ids: readonly string[]) => sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`

const selected = ({ id, customerIds, show, search }: ReviewSelection): RawBuilder<boolean> => {
  const conditions = [SHOWN[show]]
  if (id) conditions.push(sql<boolean>`r.id = ${id}`)
  if (customerIds) conditions.push(sql<boolean>`r.customer_id IN ${among(customerIds)}`)
  for (const word of search.split(/\s+/).filter(Boolean)) {
    const [written, folded] = [word, fold(word)].map((text) => sql`LIKE ${`%${escapeLike(text)}%`} ESCAPE '\\'`)
    conditions.push(sql<boolean>`(r.reference ${written} OR r.detail ${written} OR c.search ${folded})`)
  }
  return sql<boolean>`${sql.join(conditions, sql` AND `)}`
}

const COLUMNS = sql.raw(
  [
    ...['id', 'reference', 'customer_id', 'cause', 'detail', 'application_id', 'state', 'opened_on', 'opened_by'],
    ...[
      'opened_at',
      'due_on',
      'currency',
      'current_limit',
      'class',
      'frozen_on',
      'outcome',
      'decided_on',
      'decided_by',
    ],
    ...['decided_for', 'decided_at', 'decided_because', 'limit_id', 'policy_version', 'next_review_on', 'cancelled_on'],
    ...['cancelled_by', 'cancelled_because'],
  ]
    .map((column) => `r.${column}`)
    .join(', '),
)

/** Reviews that wait for an answer first, then those under way, then the others, the newest first. */
export const listReviews = async (
  db: Reader,
  selection: ReviewSelection,
  page?: { offset: number; limit: number },
): Promise<ReviewRecord[]> => {
  const { rows } = await sql<ReviewRecord>`
    SELECT ${COLUMNS}, c.code AS customer_code, c.name AS customer_name
    FROM credit_review r JOIN customer c ON c.id = r.customer_id WHERE ${selected(selection)}
    ORDER BY CASE r.state WHEN 'submitted' THEN 0 WHEN 'returned' THEN 1 WHEN 'preparing' THEN 2 ELSE 3 END,
      coalesce(r.decided_at, r.opened_at) DESC, r.id DESC
    LIMIT ${page?.limit ?? -1} OFFSET ${page?.offset ?? 0}`.execute(db)
  return rows
}

export const countReviews = async (db: Reader, selection: ReviewSelection): Promise<number> => {
  const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM credit_review r
    JOIN customer c ON c.id = r.customer_id WHERE ${selected(selection)}`.execute(db)
  return rows[0]?.count ?? 0
}

export const evidenceOf = async (db: Reader, id: string): Promise<string> =>
  (await db.selectFrom('credit_review').select('evidence').where('id', '=', id).executeTakeFirstOrThrow()).evidence

/** The review under way of a customer. */
export const openReviewOf = async (db: Reader, customerId: string) => {
  const { rows } = await sql<{ id: string; reference: string }>`SELECT id, reference FROM credit_review
    WHERE customer_id = ${customerId} AND state IN ('preparing', 'submitted', 'returned')`.execute(db)
  return rows[0]
}

/** The highest number given in a series, `R-2026-`; 0 for the first. */
export const lastReference = async (db: Reader, series: string): Promise<number> => {
  const { rows } = await sql<{ last: number | null }>`
    SELECT max(CAST(substr(reference, ${series.length + 1}) AS INTEGER)) AS last FROM credit_review
    WHERE reference >= ${series} AND reference < ${`${series}:`}`.execute(db)
  return rows[0]?.last ?? 0
}

export const insertReview = async (db: Writer, review: CreditReviewTable): Promise<void> => {
  await db.insertInto('credit_review').values(review).execute()
}

export const updateReview = async (db: Writer, id: string, changes: Partial<CreditReviewTable>): Promise<void> => {
  await db.updateTable('credit_review').set(changes).where('id', '=', id).execute()
}

/** Every version of the proposals of reviews, in order. */
export const proposalsOf = (db: Reader, reviewIds: readonly string[]): Promise<ReviewProposalTable[]> =>
  db
    .selectFrom('review_proposal')
    .selectAll()
    .where('review_id', 'in', among(reviewIds) as RawBuilder<string>)
    .orderBy('review_id')
    .orderBy('version')
    .execute()

export const insertProposal = async (db: Writer, proposal: ReviewProposalTable): Promise<void> => {
  await db.insertInto('review_proposal').values(proposal).execute()
}

type Answer = Pick<ReviewProposalTable, 'state' | 'answered_by' | 'answered_for' | 'answered_on' | 'answer'>

/** Answers the version that waits; earlier ones are answered and stay. */
export const answerProposal = async (db: Writer, reviewId: string, answer: Answer): Promise<void> => {
  await db
    .updateTable('review_proposal')
    .set(answer)
    .where('review_id', '=', reviewId)
    .where('state', '=', 'submitted')
    .execute()
}

export const notesOf = (db: Reader, reviewId: string) =>
  db.selectFrom('review_note').selectAll().where('review_id', '=', reviewId).orderBy('at').orderBy('id').execute()

export const insertNote = async (db: Writer, note: ReviewNoteTable): Promise<void> => {
  await db.insertInto('review_note').values(note).execute()
}

export const documentsOf = (db: Reader, reviewId: string) =>
  db
    .selectFrom('review_document')
    .innerJoin('document', 'document.id', 'review_document.document_id')
    .select(['document.id as documentId', 'review_document.kind', 'document.name', 'review_document.day as on'])
    .where('review_id', '=', reviewId)
    .orderBy('review_document.day')
    .orderBy('document.id')
    .execute()

/** Notes that a document of the book belongs to a review. */
export const insertReviewDocument = async (db: Writer, document: ReviewDocumentTable): Promise<void> => {
  await db.insertInto('review_document').values(document).execute()
}

/** How many disputes of a customer are open on a day. */
export const openDisputes = async (db: Reader, customerId: string, asOf: Day): Promise<number> => {
  const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM dispute
    WHERE customer_id = ${customerId} AND ${disputeInForce('dispute', asOf)}`.execute(db)
  return rows[0]?.count ?? 0
}

export type ReviewedRow = {
  customer_id: string
  decided_on: Day | null
  next_review_on: Day | null
  class: number | null
  open_id: string | null
}

// INDEXED BY: without statistics SQLite would read every decided review of the book for one customer.
/** Of each customer its last review decided by a day, and the one under way; of those named, or of all that have one. */
export const reviewedRows = async (db: Reader, asOf: Day, customerIds?: readonly string[]): Promise<ReviewedRow[]> => {
  const whose = customerIds === undefined ? sql`` : sql`AND customer_id IN ${among(customerIds)}`
  const { rows } = await sql<ReviewedRow>`
    SELECT customer_id, max(decided_on) AS decided_on, max(next_review_on) AS next_review_on, max(class) AS class,
      max(open_id) AS open_id
    FROM (
      SELECT customer_id, decided_on, next_review_on, class, NULL AS open_id
      FROM (SELECT customer_id, decided_on, next_review_on, class, max(decided_at || id)
        FROM credit_review INDEXED BY credit_review_decided
        WHERE state = 'decided' AND decided_on <= ${asOf} ${whose} GROUP BY customer_id)
      UNION ALL
      SELECT customer_id, NULL, NULL, NULL, id FROM credit_review INDEXED BY credit_review_open
      WHERE state IN ('preparing', 'submitted', 'returned') ${whose})
    GROUP BY customer_id`.execute(db)
  return rows
}

/** The first invoice of customers. */
export const firstInvoices = async (db: Reader, customerIds: readonly string[]): Promise<Map<string, Day>> => {
  const { rows } = await sql<{ id: string; day: Day | null }>`
    SELECT wanted.value AS id, (SELECT min(i.issued) FROM open_item i WHERE i.customer_id = wanted.value
      AND i.kind IN ('invoice', 'opening')) AS day FROM json_each(${JSON.stringify(customerIds)}) wanted`.execute(db)
  return new Map(rows.flatMap(({ id, day }) => (day === null ? [] : [[id, day] as const])))
}

/** What a review approved, while no later one of its customer was decided. */
export const approvedBy = async (db: Reader, reviewId: string) => {
  const { rows } = await sql<
    Pick<CreditReviewTable, 'customer_id' | 'currency'> & Pick<ReviewProposalTable, 'group_id' | 'amount' | 'until'>
  >`
    SELECT r.customer_id, r.currency, p.group_id, p.amount, p.until FROM credit_review r
    JOIN review_proposal p ON p.review_id = r.id AND p.state = 'approved'
    WHERE r.id = ${reviewId} AND r.state = 'decided' AND NOT EXISTS (SELECT 1 FROM credit_review later
      WHERE later.customer_id = r.customer_id AND later.state = 'decided' AND later.decided_on >= r.decided_on
        AND (later.decided_at, later.id) > (r.decided_at, r.id))`.execute(db)
  return rows[0]
}

/** The customers of the book by name. */
export const customerNames = (db: Reader) => db.selectFrom('customer').select(['id', 'code', 'name']).execute()

/** What an application asks for. */
export const applicationAsked = (db: Reader, id: string) =>
  db
    .selectFrom('credit_application')
    .select(['customer_id', 'currency', 'asked', 'purchases', 'terms'])
    .where('id', '=', id)
    .executeTakeFirst()
