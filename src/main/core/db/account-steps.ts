import { sql } from 'kysely'
import type { Reader } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { rowsAsArrays } from './connection.ts'

export type AccountStepRow = readonly [customerId: string, currency: string, day: Day, amount: number]

/** What changed on the accounts of customers by day and currency, the newest first. Matches change nothing of a balance. */
export const accountSteps = (db: Reader, asOf: Day, customerIds: readonly string[]): Promise<AccountStepRow[]> =>
  rowsAsArrays<AccountStepRow>(
    db,
    sql`SELECT customer_id, currency, booked, sum(amount) FROM open_item
      WHERE booked <= ${asOf} AND customer_id IN (SELECT value FROM json_each(${JSON.stringify(customerIds)}))
      GROUP BY customer_id, currency, booked ORDER BY booked DESC`,
  )
