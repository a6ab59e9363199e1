import { type RawBuilder, sql } from 'kysely'

/** Whether customer `c` has a contact whose address looks like one; what is sent checks it again. */
export const hasMail: RawBuilder<number> = sql<number>`EXISTS (
  SELECT 1 FROM contact k WHERE k.customer_id = c.id AND k.email LIKE '%_@_%._%')`

/** Whether customer `c` has a place that a letter can go to. */
export const hasPost: RawBuilder<number> = sql<number>`EXISTS (
  SELECT 1 FROM address a WHERE a.customer_id = c.id AND a.kind IN ('billing', 'registered') AND a.city <> '')`
