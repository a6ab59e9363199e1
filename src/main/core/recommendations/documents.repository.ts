import { sql } from 'kysely'
import type { Reader } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'

export type DocumentFact = { customerId: string; kind: string; day: Day }

/**
 * What the files of customers hold on a day, the newest first: proofs that have not expired by their kind, closing days of
 * `statements`, the day of the newest of the `reports` of each agency, days on which `references` were answered.
 */
export const documentFacts = async (db: Reader, customerIds: readonly string[], asOf: Day): Promise<DocumentFact[]> => {
  const whose = sql`(SELECT value FROM json_each(${JSON.stringify(customerIds)}))`
  const { rows } = await sql<DocumentFact>`
    SELECT DISTINCT customer_id AS customerId, kind, substr(added_at, 1, 10) AS day FROM proof
      WHERE customer_id IN ${whose} AND substr(added_at, 1, 10) <= ${asOf} AND coalesce(expires_on, ${asOf}) >= ${asOf}
    UNION ALL SELECT DISTINCT customer_id, 'statements', closed_on FROM financial_statement
      WHERE customer_id IN ${whose} AND closed_on <= ${asOf}
    UNION ALL SELECT customer_id, 'reports', max(day) FROM external_rating
      WHERE customer_id IN ${whose} AND day <= ${asOf} GROUP BY customer_id, provider, provider_name
    UNION ALL SELECT a.customer_id, 'references', r.answered_on
      FROM trade_reference r JOIN credit_application a ON a.id = r.application_id
      WHERE a.customer_id IN ${whose} AND r.answered_on <= ${asOf}
    ORDER BY 3 DESC`.execute(db)
  return rows
}
