import { sql } from 'kysely'
import { rowsAsArrays } from '../db/connection.ts'
import { openItemsAsOf } from '../db/open-items.ts'
import type { Reader } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'

/** Item, customer, number, currency, due day, open, and of the last letter that was not cancelled its level, day, day it was done, whether it was a notice, deadline. */
export type StepRow = readonly [
  string,
  string,
  string,
  string,
  Day,
  number,
  number | null,
  Day | null,
  Day | null,
  number | null,
  Day | null,
]

/** What is overdue of customers, each item with the last letter it was in. */
export const overdueSteps = (db: Reader, asOf: Day, customerIds: readonly string[]): Promise<StepRow[]> =>
  rowsAsArrays<StepRow>(
    db,
    sql`SELECT item.id, item.customer_id, item.number, item.currency, item.due, item.open, last.level, l.day,
      coalesce(l.sent_on, (SELECT done_on FROM task WHERE id = l.task_id)), l.notice, l.deadline
    FROM ${openItemsAsOf(asOf, customerIds, sql`i.amount > 0 AND i.due < ${asOf}`, sql`i.number`)} item
    LEFT JOIN dunning_letter_item last ON last.item_id = item.id AND last.letter_id = (
      SELECT li.letter_id FROM dunning_letter_item li CROSS JOIN dunning_letter sent ON sent.id = li.letter_id
      WHERE li.item_id = item.id AND sent.cancelled_on IS NULL AND sent.day <= ${asOf} ORDER BY li.level DESC, sent.day DESC LIMIT 1)
    LEFT JOIN dunning_letter l ON l.id = last.letter_id
    WHERE item.open > 0`,
  )
