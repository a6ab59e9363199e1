import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../kernel/day.ts'
import { openAsOf } from './open-items.ts'

/** What matches dated after a day take off what was open of item `i`, with its sign; below zero where a bounce or a recovery reopens it. */
export const laterAsOf = (asOf: Day): RawBuilder<number> => sql<number>`(CASE WHEN i.amount > 0
  THEN coalesce((SELECT sum(a.amount) FROM allocation a WHERE a.debit_id = i.id AND a.day > ${asOf}), 0)
  ELSE -coalesce((SELECT sum(a.amount) FROM allocation a WHERE a.credit_id = i.id AND a.day > ${asOf}), 0) END)`

/**
 * Whether something was open of item `i` on a day, when it is not settled, or was settled later. Only what was
 * reopened later can have been settled in between: of everything else what is open need not be worked out.
 */
export const stillOpenAsOf = (asOf: Day): RawBuilder<boolean> =>
  sql<boolean>`(i.id NOT IN (${reopenedAfter(asOf)}) OR ${openAsOf(asOf)} <> 0)`

/** Items that a bounce, or the recovery of what was written off, reopens after a day. */
export const reopenedAfter = (asOf: Day): RawBuilder<string> => sql<string>`
  SELECT debit_id FROM allocation INDEXED BY allocation_reopened WHERE undone_because IN ('bounced', 'recovered') AND day > ${asOf}
  UNION ALL
  SELECT credit_id FROM allocation INDEXED BY allocation_reopened WHERE undone_because IN ('bounced', 'recovered') AND day > ${asOf}`
