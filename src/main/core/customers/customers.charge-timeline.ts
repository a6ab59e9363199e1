import { type RawBuilder, sql } from 'kysely'

/**
 * What became of charges beside the letters that claimed them: costs added, payments, waivers, and those taken back. The
 * parts of one act are one entry.
 */
export const chargeEntries = (id: string): RawBuilder<unknown> => sql`
    SELECT min(id), CASE event WHEN 'undone' THEN substr(at, 1, 10) ELSE day END, CASE event WHEN 'claimed' THEN 'charge_cost' ELSE 'charge_' || event END, reason,
      currency, sum(amount), by, json_object('entryId', min(id), 'day', day)
      FROM charge_entry WHERE customer_id = ${id} AND letter_id IS NULL GROUP BY at, by, event, currency, reason, day`
