import { z } from 'zod'
import { idSchema, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { currencySchema, minorSchema } from '../kernel/money.ts'
import { riskClass } from '../policy/credit-policy.schema.ts'

/** Ways to work out a limit (domain 3.5), in the order they are told. */
export const methods = [
  'need',
  'equity',
  'supplier-share',
  'revenue-share',
  'working-capital',
  'own-capacity',
  'external',
] as const
export type Method = (typeof methods)[number]

/** One figure of the arithmetic: an amount in minor units, a number of days, a percentage or a factor. */
export const inputSchema = z.object({
  code: z.string(),
  unit: z.enum(['amount', 'days', 'percent', 'factor']),
  /** Amounts: minor units as text; else a decimal. Null when it is not known. */
  value: z.string().nullable(),
  /** Where it comes from: a statement's closing day, twelve months of invoices, what the customer asked for, a report. */
  source: z.string(),
})

export const candidateSchema = z.object({
  method: z.enum(methods),
  inputs: z.array(inputSchema),
  /** Minor units of the company's currency; null when it cannot be worked out. */
  amount: minorSchema.nullable(),
  reason: z.enum(['missing', 'stale', 'not-meaningful', 'other-currency', 'left-out']).nullable(),
  /** It is the one that decides. */
  binds: z.boolean(),
})
export type Candidate = z.infer<typeof candidateSchema>

export const recommendationSchema = z.object({
  customerId: idSchema,
  asOf: daySchema,
  currency: currencySchema,
  policyVersion: z.int(),
  class: riskClass.nullable(),
  /** Score factor of the class, as the policy says. */
  factor: z.string().nullable(),
  combine: z.enum(['blend', 'lowest']),
  candidates: z.array(candidateSchema),
  /** Steps of the blend, in order: what is compared, what comes out. */
  steps: z.array(z.object({ code: z.string(), amount: minorSchema })),
  guarantees: minorSchema,
  insured: minorSchema,
  /** New customers: not above the policy's ceiling while they are new. */
  ceiling: z.object({ amount: minorSchema, until: daySchema, applied: z.boolean() }).nullable(),
  /** Null when no candidate can be worked out: nothing is recommended, and that is said. */
  amount: minorSchema.nullable(),
  /** Of the need, what the limit does not cover: guarantee, shorter term, deposit. */
  gap: minorSchema.nullable(),
  terms: z.object({
    recommended: z.string(),
    days: z.int(),
    because: z.enum(['segment', 'company', 'customer', 'class', 'cash-only']),
    warnings: z.array(z.object({ code: z.string(), details: z.record(z.string(), z.unknown()) })),
  }),
  /** Days we grant (terms and how late they are paid) against days our suppliers grant us; null when the policy does not tell. */
  cash: z.object({
    granted: z.int(),
    paidIn: z.int().nullable(),
    obtained: z.int().nullable(),
    gap: z.int().nullable(),
    /** What the gap ties up at the need's pace. */
    financed: minorSchema.nullable(),
  }),
  /** Documents that the policy asks for such an amount and the file does not hold. */
  missing: z.array(z.object({ kind: z.string(), wanted: z.int(), held: z.int() })),
})
export type Recommendation = z.infer<typeof recommendationSchema>

export const recommendationsContract = {
  get: query('read', 'The limit and terms that the policy’s methods recommend, each with its arithmetic', {
    input: z.object({
      customerId: idSchema,
      asOf: daySchema.optional(),
      /** Yearly purchases without VAT that the customer announces; without it twelve months of our invoices. */
      purchases: minorSchema.min(0).optional(),
      /** Terms asked for; without it the customer's. */
      terms: z.string().optional(),
      /** Limit asked for: decides which documents are wanted. */
      asked: minorSchema.min(0).optional(),
    }),
    output: recommendationSchema,
  }),
}
