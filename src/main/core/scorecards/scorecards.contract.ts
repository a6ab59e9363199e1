import { z } from 'zod'
import { idSchema, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { criterionSources } from '../policy/credit-policy.schema.ts'

const mark = z.int().min(0).max(100)
const decimal = z.string().regex(/^-?\d{1,12}(\.\d{1,6})?$/)

/** A score of an agency on its own scale: read as a place between its worst and its best value, never recomputed. */
export const externalScore = z
  .object({
    provider: z.string().trim().max(80),
    day: daySchema.nullable().default(null),
    value: decimal,
    worst: decimal,
    best: decimal,
  })
  .refine(({ worst, best }) => Number(worst) !== Number(best), { message: 'the scale has no length' })
export type ExternalScore = z.infer<typeof externalScore>

/** What a criterion's mark is made of. */
export const scorecardPart = z.object({
  code: z.string(),
  fr: z.string(),
  en: z.string(),
  /** As its ratio or source says it; null where it is not known. */
  value: z.string().nullable(),
  /** 0 to 100, one decimal; null where the part does not count. */
  mark: z.string().nullable(),
  reason: z.enum(['missing', 'not-meaningful', 'unbalanced', 'other-currency']).nullable(),
})
export type ScorecardPart = z.infer<typeof scorecardPart>

export const scorecardLine = z.object({
  code: z.string(),
  fr: z.string(),
  en: z.string(),
  source: z.enum(criterionSources),
  weight: z.int(),
  /** Of the criteria that are known, in percent with one decimal; null for one that is not. */
  share: z.string().nullable(),
  mark: mark.nullable(),
  /** What it adds: mark times share, one decimal. */
  points: z.string().nullable(),
  /** Why there is no mark. */
  reason: z.enum(['no-history', 'no-statement', 'stale', 'missing', 'not-marked']).nullable(),
  byHand: z.boolean(),
  parts: z.array(scorecardPart),
})
export type ScorecardLine = z.infer<typeof scorecardLine>

export const scorecardSchema = z.object({
  customerId: idSchema,
  asOf: daySchema,
  policyVersion: z.int(),
  /** 0 to 100; null when no criterion is known. */
  mark: mark.nullable(),
  /** Risk class, 1 (lowest risk) to 5, by the policy's bounds. */
  class: z.int().min(1).max(5).nullable(),
  /** What the policy does with customers of this class; empty where it says nothing. */
  action: z.string(),
  bounds: z.array(z.int()),
  /** Weight of the criteria that are known, in percent of all. */
  completeness: z.int(),
  lines: z.array(scorecardLine),
})
export type Scorecard = z.infer<typeof scorecardSchema>

export const scorecardsContract = {
  get: query(
    'read',
    'The policy’s scorecard of a customer: marks, weights over what is known, class, what is missing',
    {
      input: z.object({
        customerId: idSchema,
        asOf: daySchema.optional(),
        /** By code of the criterion, for those that are marked by hand. */
        marks: z.record(z.string(), mark).default({}),
        external: externalScore.nullable().default(null),
        foundedOn: daySchema.nullable().default(null),
      }),
      output: scorecardSchema,
    },
  ),
}
