import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../kernel/day.ts'

/**
 * Place of the first of some days that a text is not after, by halving: a row is compared with five of 25.
 * @param days ascending; the text is not after the last
 */
export const placeAmong = (days: readonly Day[], text: RawBuilder<unknown>, from = 0): RawBuilder<number> => {
  if (days.length <= 1) return sql.raw(String(from))
  const half = Math.ceil(days.length / 2)
  return sql<number>`CASE WHEN ${text} <= ${days[half - 1]} THEN ${placeAmong(days.slice(0, half), text, from)}
    ELSE ${placeAmong(days.slice(half), text, from + half)} END`
}
