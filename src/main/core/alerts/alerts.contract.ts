import { z } from 'zod'
import { command, idSchema, nothing, pageSchema, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { currencySchema, minorSchema } from '../kernel/money.ts'
import { proofKinds } from '../proofs/proof-kinds.schema.ts'
import { eventKinds } from '../registers/registers.contract.ts'

/** What calls for a look before the next review, the gravest first. */
export const alertKinds = [
  'insolvency',
  'limit-passed',
  'plan-broken',
  'promise-broken',
  'claim-due',
  'late-rising',
  'score-drop',
  'cover-ending',
  'limit-ending',
  'guarantee-ending',
  'document-stale',
  'inactive',
] as const
export type AlertKind = (typeof alertKinds)[number]

/** What an alert says of itself: each kind has its own part, the others are missing. */
export const alertDetails = z
  .object({
    // insolvency
    procedure: z.enum(eventKinds),
    gone: z.boolean(),
    court: z.string(),
    publishedOn: daySchema.nullable(),
    /** By when the claim must be declared; null when no notice told the opening. */
    declareBy: daySchema.nullable(),
    // limit-passed, of the customer or its group; amounts in the company's currency
    scope: z.enum(['own', 'group']),
    exposure: minorSchema,
    limit: minorSchema,
    over: minorSchema,
    currency: currencySchema,
    // limit-ending (`scope` as well), cover-ending, guarantee-ending: what ends, in its own currency
    amount: minorSchema,
    until: daySchema,
    ended: z.boolean(),
    /** The insurer or guarantor; of a report the agency. */
    by: z.string(),
    // plan-broken
    planId: idSchema,
    // promise-broken: `amount` is what it left open, in `currency`
    promiseId: idSchema,
    promisedFor: daySchema,
    // claim-due: `amount` is the insured part, `by` the insurer, `until` the last day to declare it
    number: z.string(),
    // late-rising: average days late, decimals
    recent: z.string(),
    before: z.string(),
    change: z.string(),
    // score-drop: our own payment score, or a value of an agency on its own scale
    source: z.enum(['behaviour', 'report']),
    from: z.string(),
    to: z.string(),
    fromDay: daySchema,
    scale: z.object({ code: z.string(), fr: z.string(), en: z.string() }),
    // document-stale: dated `day`, or of a proof the day it expired
    document: z.enum(['statement', 'report', 'proof']),
    proofKind: z.enum(proofKinds),
    documentDay: daySchema,
    // inactive; `limit` and `currency` as well
    lastInvoice: daySchema.nullable(),
    months: z.int(),
  })
  .partial()

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
  details: alertDetails,
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
