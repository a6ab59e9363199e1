import { z } from 'zod'
import { dayCounts } from '../interest/interest.contract.ts'
import { command, fileSchema, languageSchema, nothing, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { amountSchema, currencySchema } from '../kernel/money.ts'
import { proofKinds } from '../proofs/proof-kinds.schema.ts'
import { creditPolicy, percentSchema } from './credit-policy.schema.ts'

export const disputeReasonSchema = z.object({
  code: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .describe('stable: disputes keep it'),
  fr: z.string().trim().min(1).max(80),
  en: z.string().trim().min(1).max(80),
  /** Still offered for new disputes. */
  active: z.boolean(),
})

/** What the firm decided about its receivables. Every decision keeps the version it was taken under. */
export const policyContent = z.object({
  /** Largest difference that may be written off without a credit note, by currency; none where it is missing. */
  writeOffLimits: z.partialRecord(currencySchema, amountSchema.min(0)),
  /** Who may approve how much of a debt being written off, in the company's currency; empty: anyone else than its proposer. */
  losses: z.object({
    authority: z.array(z.object({ person: z.string().trim().min(1).max(100), ceiling: amountSchema.min(0) })),
    /** Up to this amount somebody may approve what they proposed themselves. */
    aloneUpTo: amountSchema.min(0),
  }),
  disputeReasons: z
    .array(disputeReasonSchema)
    .min(1)
    .refine((reasons) => new Set(reasons.map(({ code }) => code)).size === reasons.length, { message: 'codes repeat' }),
  /** Days from its opening by which a dispute should be settled. */
  disputeDays: z.int().min(1).max(365),
  /** What makes a claim provable: of each list, one document is enough. */
  requiredProofs: z.array(z.array(z.enum(proofKinds)).min(1)),
  /** A delivery should be invoiced within these hours. */
  invoicingHours: z.int().min(0).max(2000),
  /** Days after an instalment's due day before its plan counts as broken. */
  instalmentGraceDays: z.int().min(0).max(60),
  /** Working days after the day promised in which a payment still keeps the promise. */
  promiseGraceDays: z.int().min(0).max(10),
  /** What the firm writes on its invoices about late and early payment (C. com. L441-9, L441-10). */
  charges: z.object({
    /** Yearly late-payment rate of the contract, in percent; null for the statutory one. Below the floor it is warned of, never corrected. */
    lateRate: percentSchema.nullable(),
    /** How the days late are counted where the contract or the company's law sets the rate. */
    dayCount: z.enum(dayCounts).default('act/365'),
    /** `law`: the rate of each half-year as the law has it; `frozen`: that of the first day late holds for the whole delay. */
    rateFollows: z.enum(['law', 'frozen']).default('law'),
    /** For payment before the due day; null: none, which an invoice must say as well. */
    discount: z.object({ percent: percentSchema, days: z.int().min(1).max(90) }).nullable(),
  }),
  /** How credit is granted. */
  credit: creditPolicy,
})
export type PolicyContent = z.infer<typeof policyContent>

export const policySchema = z.object({
  /** 0: the policy shipped with the program, not edited yet. */
  version: z.int(),
  inForceFrom: daySchema.nullable(),
  author: z.string(),
  summary: z.string(),
  content: policyContent,
})
export type Policy = z.infer<typeof policySchema>

export const policyContract = {
  get: query('read', 'The policy in force on the working day', { input: nothing, output: policySchema }),
  versions: query('read', 'Every version of the policy, newest first', {
    input: nothing,
    output: z.object({ versions: z.array(policySchema) }),
  }),
  save: command('configure', 'A new version of the policy; older versions stay as they were', {
    input: z.object({
      content: policyContent,
      /** What changed, in the author's words. */
      summary: z.string().trim().max(500).default(''),
      /** Not before the day of the version before it; without it the working day. */
      inForceFrom: daySchema.optional(),
    }),
    output: policySchema,
  }),
  print: query('read', 'A version of the policy as a PDF to sign: every clause in words, and what it changed', {
    input: z.object({
      /** Without it the one in force. */
      version: z.int().min(0).optional(),
      /** Without it the company's. */
      language: languageSchema.optional(),
    }),
    output: z.object({ name: z.string(), file: fileSchema }),
  }),
}
