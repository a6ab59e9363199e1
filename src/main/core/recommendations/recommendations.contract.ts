import { z } from 'zod'
import { idSchema, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { amountSchema, currencySchema, minorSchema } from '../kernel/money.ts'
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

/** What a figure of the arithmetic is, in the order a method tells it. */
export const inputCodes = [
  'purchases',
  'tax',
  'terms-days',
  'delay-days',
  'equity',
  'payables',
  'revenue',
  'working-capital',
  'net-current-assets',
  'own-revenue',
  'percent',
  'agency-limit',
] as const
/** `announced` by the customer; `invoices`: twelve months of ours less credit notes, taxes included; `report`: an agency's. */
export const inputSources = ['announced', 'invoices', 'terms', 'policy', 'statement', 'report'] as const

/** One figure of the arithmetic: an amount in minor units, a number of days or a percentage. */
export const inputSchema = z.object({
  code: z.enum(inputCodes),
  unit: z.enum(['amount', 'days', 'percent']),
  /** Amounts: minor units as text; else a decimal. Null when it is not known. */
  value: z.string().nullable(),
  source: z.enum(inputSources),
  /** Last day of the invoices, closing day of the statement, day of the report. */
  day: daySchema.nullable(),
  /** The terms as written, or the agency. */
  by: z.string(),
})
export type Input = z.infer<typeof inputSchema>

/** Steps from the candidates to the amount, in order; those that cannot be worked out are left out. */
export const stepCodes = [
  'need',
  'structure',
  'weighted',
  'own-capacity',
  'lowest',
  'guarantees',
  'insured',
  'ceiling',
] as const

export const candidateSchema = z.object({
  method: z.enum(methods),
  inputs: z.array(inputSchema),
  /** Minor units of the company's currency; null when it cannot be worked out. */
  amount: minorSchema.nullable(),
  reason: z.enum(['missing', 'stale', 'not-meaningful', 'other-currency', 'left-out']).nullable(),
  /** It is the one that decides; none does where the class alone leaves nothing. */
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
  steps: z.array(z.object({ code: z.enum(stepCodes), amount: minorSchema })),
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
  /**
   * Days we grant on average by the terms recommended, days it takes with the customer's lateness, days our suppliers grant
   * us; null where it is not known, or the policy does not tell.
   */
  cash: z.object({
    granted: z.int(),
    paidIn: z.int().nullable(),
    obtained: z.int().nullable(),
    gap: z.int().nullable(),
    /** What the gap ties up at the pace of the purchases: a year of them with taxes × gap / 360; below zero it frees cash. */
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
      purchases: amountSchema.min(0).optional(),
      /** Terms asked for; without it the customer's. */
      terms: z.string().optional(),
      /** Limit asked for: decides which documents are wanted. */
      asked: amountSchema.min(0).optional(),
    }),
    output: recommendationSchema,
  }),
}
