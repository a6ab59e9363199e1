import { z } from 'zod'
import { idSchema, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { currencySchema, minorSchema } from '../kernel/money.ts'
import { riskClass } from '../policy/credit-policy.schema.ts'
import { writeOffReasons } from '../writeoffs/writeoffs.schema.ts'

/**
 * What let the sale in, on the day the invoice was issued: a review's decision, a limit set without one, an override,
 * beyond the limit with nobody's leave, no limit at all, the ceiling of new customers, or a day before the book knew limits.
 */
export const origins = ['review', 'limit', 'override', 'over-limit', 'no-limit', 'new-customer', 'before-book'] as const
export type Origin = (typeof origins)[number]

/** Whole months from a customer's first invoice to the one that was lost. */
export const relationAges = ['under6', 'to12', 'to36', 'over36'] as const
export type RelationAge = (typeof relationAges)[number]

/**
 * What the policy in force today would have done with the sale, from what was known on the eve: refused it for another
 * reason than the limit, given less credit than the account came to, given enough, or no limit can be worked out.
 */
export const policyEffects = ['refused', 'less', 'same', 'untold'] as const
export type PolicyEffect = (typeof policyEffects)[number]
/** What refuses an order whatever its limit. */
export const refusingRules = ['blocked', 'insolvency', 'plan-broken', 'promise-broken', 'overdue'] as const

export const lossSchema = z.object({
  itemId: idSchema,
  number: z.string(),
  customerId: idSchema,
  customerCode: z.string(),
  customerName: z.string(),
  /** Of the customer as it is today; empty for none. */
  segment: z.string(),
  salesperson: z.string(),
  /** The day the customer was first invoiced, and how old the relation was when the lost invoice was issued. */
  since: daySchema.nullable(),
  age: z.enum(relationAges),
  issued: daySchema,
  currency: currencySchema,
  /** Written off, or open and born before the judgment of a procedure in force (a cessation without one is no loss yet). */
  kind: z.enum(['written-off', 'insolvent']),
  /** The day of the write-off or of the judgment. */
  on: daySchema,
  /** Who gave it up and why; null for a small difference within the policy, and for what is not written off. */
  writeOff: z
    .object({
      id: idSchema,
      reference: z.string(),
      reason: z.enum(writeOffReasons),
      proposedBy: z.string(),
      approvedBy: z.string(),
    })
    .nullable(),
  /** In the item's currency, and its worth in the company's; null without a rate. */
  amount: minorSchema,
  worth: minorSchema.nullable(),
  origin: z.enum(origins),
  /** What the account came to that day, the invoice included: receivables alone, in the company's currency. */
  balance: minorSchema,
  /** The limit in force when it was issued, in the company's currency, and the review it came from. */
  limitId: idSchema.nullable(),
  limit: minorSchema.nullable(),
  reviewId: idSchema.nullable(),
  /** Who let it in: of the limit or the override; empty where nobody did. */
  decidedBy: z.string(),
  decidedOn: daySchema.nullable(),
})
export type Loss = z.infer<typeof lossSchema>

export const lossesContract = {
  list: query('read', 'Bad debts traced back to the approval that let them in, and counted by origin', {
    /** Days of the write-off or the judgment, both included; the twelve months up to the working day without them. */
    input: z.object({ from: daySchema.optional(), until: daySchema.optional(), customerId: idSchema.optional() }),
    output: z.object({
      from: daySchema,
      until: daySchema,
      /** Company's currency. */
      currency: currencySchema,
      total: minorSchema,
      byOrigin: z.array(z.object({ origin: z.enum(origins), items: z.int(), amount: minorSchema })),
      /** Of those that somebody let in; `person` is empty for the others. */
      byDecider: z.array(z.object({ person: z.string(), items: z.int(), amount: minorSchema })),
      bySegment: z.array(z.object({ segment: z.string(), items: z.int(), amount: minorSchema })),
      bySalesperson: z.array(z.object({ salesperson: z.string(), items: z.int(), amount: minorSchema })),
      byAge: z.array(z.object({ age: z.enum(relationAges), items: z.int(), amount: minorSchema })),
      losses: z.array(lossSchema),
    }),
  }),
  underPolicy: query(
    'read',
    'What the policy in force today would have changed: each loss measured by what was known then',
    {
      input: z.object({ from: daySchema.optional(), until: daySchema.optional(), customerId: idSchema.optional() }),
      output: z.object({
        from: daySchema,
        until: daySchema,
        currency: currencySchema,
        policyVersion: z.int(),
        /** Of the losses measured, and what of it would not have been sold on credit. */
        lost: minorSchema,
        avoided: minorSchema,
        /** Only the largest are measured: so many are not. */
        leftOut: z.int(),
        byEffect: z.array(
          z.object({ effect: z.enum(policyEffects), items: z.int(), amount: minorSchema, avoided: minorSchema }),
        ),
        losses: z.array(
          z.object({
            itemId: idSchema,
            kind: z.enum(['written-off', 'insolvent']),
            effect: z.enum(policyEffects),
            /** What refuses; null where the limit tells, or nothing does. */
            rule: z.enum(refusingRules).nullable(),
            /** The eve of the sale. */
            asOf: daySchema,
            /** What the policy would have recommended that day, and by which class; null where nothing can be worked out. */
            limit: minorSchema.nullable(),
            class: riskClass.nullable(),
            /** The account with the invoice: what the limit is held against. */
            balance: minorSchema,
            amount: minorSchema,
            avoided: minorSchema,
          }),
        ),
      }),
    },
  ),
}
