import { sql } from 'kysely'
import { rowsAsArrays } from '../db/connection.ts'
import type { Reader, Writer } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { ProofKind } from '../proofs/proof-kinds.schema.ts'
import type { AlertSeenTable } from './alerts.table.ts'

// `whose` undefined: every customer. Each statement reads all of them in one pass.

export type Whose = readonly string[] | undefined

const among = (whose: readonly string[]) => sql`IN (SELECT value FROM json_each(${JSON.stringify(whose)}))`
const owned = (whose: Whose, column = 'customer_id') =>
  whose === undefined ? sql`` : sql`AND ${sql.ref(column)} ${among(whose)}`

/** The day of each customer's last invoice. */
export const lastInvoices = async (db: Reader, asOf: Day, whose: Whose): Promise<Map<string, Day>> => {
  const rows = await rowsAsArrays<readonly [string, Day]>(
    db,
    sql`SELECT customer_id, max(issued) FROM open_item
      WHERE kind = 'invoice' AND issued <= ${asOf} ${owned(whose)} GROUP BY customer_id`,
  )
  return new Map(rows)
}

export type Paper = { customerId: string; document: 'statement' | 'report'; day: Day; by: string }

/** Of each customer the newest statement and the newest agency report, where they are older than a day. */
export const stalePapers = async (db: Reader, asOf: Day, before: Day, whose: Whose): Promise<Paper[]> => {
  const { rows } = await sql<Paper>`
    SELECT customer_id AS customerId, 'statement' AS document, max(closed_on) AS day, '' AS "by" FROM financial_statement
      WHERE closed_on <= ${asOf} ${owned(whose)} GROUP BY customer_id HAVING max(closed_on) < ${before}
    UNION ALL
    SELECT customer_id, 'report', max(day), coalesce(nullif(provider_name, ''), provider) FROM external_rating
      WHERE day <= ${asOf} ${owned(whose)} GROUP BY customer_id HAVING max(day) < ${before}`.execute(db)
  return rows
}

export type ExpiredProof = { id: string; customerId: string; kind: ProofKind; expiredOn: Day }

/** Documents that have expired while no other of their kind is in force: of each kind the last to expire. */
export const expiredProofs = async (db: Reader, asOf: Day, whose: Whose): Promise<ExpiredProof[]> => {
  const { rows } = await sql<ExpiredProof>`
    SELECT id, customer_id AS customerId, kind, max(expires_on) AS expiredOn FROM proof
    WHERE expires_on < ${asOf} ${owned(whose)}
      AND NOT EXISTS (SELECT 1 FROM proof other WHERE other.customer_id = proof.customer_id AND other.kind = proof.kind
        AND coalesce(other.expires_on, ${asOf}) >= ${asOf})
    GROUP BY customer_id, kind`.execute(db)
  return rows
}

export type PairRow = {
  ratingId: string
  customerId: string
  by: string
  scale: string
  label: string
  day: Day
  value: string
  best: string
  worst: string
  beforeDay: Day
  before: string
}

/** The newest value of each agency and scale beside the one before it. */
export const reportedPairs = async (db: Reader, asOf: Day, whose: Whose): Promise<PairRow[]> => {
  const { rows } = await sql<PairRow>`
    SELECT * FROM (
      SELECT r.id AS ratingId, r.customer_id AS customerId, coalesce(nullif(r.provider_name, ''), r.provider) AS "by",
        v.scale, v.label, r.day, v.value, v.best, v.worst,
        row_number() OVER one AS place, lead(r.day) OVER one AS beforeDay, lead(v.value) OVER one AS before
      FROM external_rating r CROSS JOIN external_rating_value v ON v.rating_id = r.id
      WHERE r.day <= ${asOf} ${owned(whose, 'r.customer_id')}
      WINDOW one AS (PARTITION BY r.customer_id, r.provider, r.provider_name, v.scale, v.label
        ORDER BY r.day DESC, r.created_at DESC, r.id DESC))
    WHERE place = 1 AND before IS NOT NULL`.execute(db)
  return rows
}

export const seenMarks = (db: Reader, whose: Whose): Promise<AlertSeenTable[]> =>
  db
    .selectFrom('alert_seen')
    .selectAll()
    .$if(whose !== undefined, (query) =>
      query.where('customer_id', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(whose ?? [])}))`),
    )
    .execute()

/** The review that each customer has under way. */
export const openReviews = async (db: Reader, whose: Whose): Promise<Map<string, string>> => {
  const { rows } = await sql<{ customerId: string; id: string }>`
    SELECT customer_id AS customerId, id FROM credit_review INDEXED BY credit_review_open
    WHERE state IN ('preparing', 'submitted', 'returned') ${owned(whose)}`.execute(db)
  return new Map(rows.map(({ customerId, id }) => [customerId, id]))
}

export const insertSeen = async (db: Writer, seen: AlertSeenTable): Promise<void> => {
  const { seen_on, seen_by, at, because } = seen
  await db
    .insertInto('alert_seen')
    .values(seen)
    .onConflict((conflict) => conflict.doUpdateSet({ seen_on, seen_by, at, because }))
    .execute()
}

export type Named = { id: string; code: string; name: string }

/** Names of customers, in the order of names. */
export const namesOf = async (db: Reader, customerIds: readonly string[]): Promise<Named[]> => {
  const { rows } = await sql<Named>`
    SELECT id, code, name FROM customer WHERE id ${among(customerIds)} ORDER BY sort_name, code`.execute(db)
  return rows
}
