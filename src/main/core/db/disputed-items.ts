import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../kernel/day.ts'
import { openAsOf } from './open-items.ts'

/** Of the dispute named, whether it was open at the end of a day: the day it is closed it no longer is. */
export const disputeInForce = (dispute: string, asOf: Day): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(`${dispute}.opened_on`)} <= ${asOf}
    AND (${sql.ref(`${dispute}.closed_on`)} IS NULL OR ${sql.ref(`${dispute}.closed_on`)} > ${asOf})`

/**
 * What disputes contest of item `i` on a day, however much of it is still open. Of a dispute opened again, what was given up
 * when it was closed is contested no more from that day on.
 */
export const contestedAsOf = (asOf: Day): RawBuilder<number> => sql<number>`coalesce((
  SELECT sum(d.amount - coalesce((SELECT sum(json_extract(s.details, '$.conceded')) FROM dispute_step s
      WHERE s.dispute_id = d.id AND s.kind = 'closed' AND s.day <= ${asOf}), 0))
    FROM dispute d WHERE d.item_id = i.id AND ${disputeInForce('d', asOf)}), 0)`

/**
 * The disputed part of what is open of item `i` on a day, the one definition that lists, balances and letters share: what
 * was paid comes off the part nobody contests first, and a dispute of an item that is settled claims nothing.
 */
export const disputedAsOf = (asOf: Day): RawBuilder<number> =>
  sql<number>`max(0, min(${contestedAsOf(asOf)}, ${openAsOf(asOf)}))`
