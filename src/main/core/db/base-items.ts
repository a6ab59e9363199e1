import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../kernel/day.ts'

/**
 * What is open of item `i` on a day, at the rate it was booked at, in the company's currency and with its sign: its worth
 * less the parts that the matches dated by then took. Null where that worth is not known.
 */
export const baseOpenAsOf = (asOf: Day): RawBuilder<number | null> => sql<
  number | null
>`(i.base_amount - CASE WHEN i.amount > 0
  THEN coalesce((SELECT sum(part.debit_base) FROM allocation part WHERE part.debit_id = i.id AND part.day <= ${asOf}), 0)
  ELSE -coalesce((SELECT sum(part.credit_base) FROM allocation part WHERE part.credit_id = i.id AND part.day <= ${asOf}), 0) END)`
