import { z } from 'zod'
import { command, idSchema, nothing, pageSchema, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'

/** What calls for a look before the next review, the gravest first. */
export const alertKinds = [
  'insolvency',
  'limit-passed',
  'plan-broken',
  'late-rising',
  'score-drop',
  'cover-ending',
  'limit-ending',
  'guarantee-ending',
  'document-stale',
  'inactive',
] as const
export type AlertKind = (typeof alertKinds)[number]

export const alertSchema = z.object({
  customerId: idSchema,
  code: z.string(),
  name: z.string(),
  kind: z.enum(alertKinds),
  /** Tells one occurrence from the next: what was seen does not come back, what happens again does. */
  occurrence: z.string(),
  /** The day it is about. */
  day: daySchema,
  /** Figures that the sentence is made of. */
  details: z.record(z.string(), z.unknown()),
  grave: z.boolean(),
  seen: z.object({ by: z.string(), on: daySchema, because: z.string() }).nullable(),
  /** Of an open review of the customer. */
  reviewId: idSchema.nullable(),
})
export type Alert = z.infer<typeof alertSchema>

export const alertsContract = {
  list: query('read', 'Alerts of all customers on the working day, the gravest first', {
    input: pageSchema.extend({
      customerId: idSchema.optional(),
      kind: z.enum(alertKinds).optional(),
      show: z.enum(['open', 'seen', 'all']).default('open'),
      search: z.string().default(''),
    }),
    output: z.object({
      total: z.int(),
      /** Of the open ones, whatever the filter. */
      counts: z.partialRecord(z.enum(alertKinds), z.int()),
      alerts: z.array(alertSchema),
    }),
  }),
  seen: command('edit', 'Say that an alert was looked at and needs no review, with the reason', {
    input: z.object({
      customerId: idSchema,
      kind: z.enum(alertKinds),
      occurrence: z.string().max(200),
      because: z.string().trim().min(1).max(500),
    }),
    output: nothing,
  }),
}
