import { z } from 'zod'
import { daySchema } from '../kernel/day.ts'
import { amountSchema } from '../kernel/money.ts'
import { proofKinds } from '../proofs/proof-kinds.schema.ts'

/** From 1 (lowest risk) to 5. */
export const riskClass = z.int().min(1).max(5)
export type RiskClass = z.infer<typeof riskClass>

/** A share in percent, as an exact decimal. */
export const percentSchema = z.string().regex(/^\d{1,3}(\.\d{1,3})?$/)
const factor = z.string().regex(/^\d{1,2}(\.\d{1,3})?$/)
const above = amountSchema.min(0)
const perClass = <T extends z.ZodType>(one: T) => z.tuple([one, one, one, one, one])

/** Where a criterion's mark comes from; `manual` is marked by whoever makes the review. */
export const criterionSources = [
  'behaviour',
  'structure',
  'profitability',
  'external',
  'age-size',
  'guarantees',
  'manual',
] as const

export const criterionSchema = z.object({
  code: z.string().regex(/^[a-z0-9-]{1,40}$/),
  fr: z.string().trim().min(1).max(80),
  en: z.string().trim().min(1).max(80),
  /** Weights count by their sum, which need not be 100. */
  weight: z.int().min(1).max(100),
  source: z.enum(criterionSources),
})

/** Parts of exposure, each counted or not (domain 3.5). */
export const exposureParts = ['open', 'unallocated', 'disputed', 'delivered', 'orders', 'bounced', 'drafts'] as const
export type ExposurePart = (typeof exposureParts)[number]

/** What a promise to pay that was not kept does to new orders. */
export const brokenPromiseEffects = ['none', 'warn', 'refuse'] as const
export type BrokenPromiseEffect = (typeof brokenPromiseEffects)[number]

/** How the firm grants credit. Amounts are in the company's currency. */
export const creditPolicy = z.object({
  limits: z.object({
    /** `blend`: min(need, factor × min(equity, supplier share, working capital), own capacity) + guarantees + insured; `lowest`: the lowest candidate. */
    combine: z.enum(['blend', 'lowest']),
    /** Days beyond terms that are usually allowed, counted in the need. */
    usualDelayDays: z.int().min(0).max(90),
    taxRate: percentSchema,
    equityPercent: percentSchema,
    supplierPercent: percentSchema,
    revenuePercent: percentSchema,
    workingCapitalPercent: percentSchema,
    /** Of our own yearly revenue, for one customer or group; null leaves the method out. */
    ownRevenue: above.nullable(),
    ownRevenuePercent: percentSchema,
    /** By class. */
    scoreFactors: perClass(factor),
  }),
  /** Terms by segment; customers of other segments have the company's. */
  termsBySegment: z.array(z.object({ segment: z.string().trim().min(1).max(60), terms: z.string().trim().min(1) })),
  scorecard: z.array(criterionSchema).min(1),
  /** Lowest mark of classes 1 to 4, descending. */
  classBounds: z
    .tuple([z.int(), z.int(), z.int(), z.int()])
    .refine((bounds) => bounds.every((bound, i) => i === 0 || bound < (bounds[i - 1] as number)), {
      message: 'descending',
    }),
  /** Documents asked for a limit from an amount on. */
  documents: z.array(
    z.object({
      from: above,
      kinds: z.array(z.enum(proofKinds)).default([]),
      statements: z.int().min(0).max(5),
      reports: z.int().min(0).max(3),
      references: z.int().min(0).max(5),
    }),
  ),
  /** Months between reviews, by class. */
  reviewMonths: perClass(z.int().min(1).max(60)),
  newCustomers: z.object({ months: z.int().min(0).max(36), ceiling: above }),
  /** Overdue above `minimum` for so many days warns, then refuses. */
  late: z.object({ minimum: above, warnDays: z.int().min(1).max(3650), refuseDays: z.int().min(1).max(3650) }),
  brokenPromise: z.enum(brokenPromiseEffects).default('warn'),
  /** Share of the limit from which it is watched. */
  watchPercent: z.int().min(1).max(100),
  /** What may be passed over the limit before an order is refused rather than warned of. */
  tolerancePercent: z.int().min(0).max(100),
  exposure: z.record(z.enum(exposureParts), z.boolean()),
  /** Who may decide how much, by class; a person not listed decides nothing. Empty: anyone decides. */
  authority: z.array(z.object({ person: z.string().trim().min(1).max(100), ceilings: perClass(above) })),
  deputies: z.array(
    z.object({
      person: z.string().trim().min(1).max(100),
      deputy: z.string().trim().min(1).max(100),
      from: daySchema,
      until: daySchema,
    }),
  ),
  /** Days without an answer before a request goes to the next higher authority. */
  escalationDays: z.int().min(1).max(90),
  /** From this amount on nobody approves their own proposal, whatever their ceiling. */
  fourEyesFrom: above,
  /** What is done with customers of each class, in words. */
  actions: perClass(z.string().trim().max(300)),
  /** A report or statement older than this no longer counts as fresh. */
  staleMonths: z.int().min(1).max(60),
  /** Days that our own suppliers grant us on average; null when it is not said. */
  supplierDays: z.int().min(0).max(180).nullable(),
  /** What raises an alert between two reviews. */
  alerts: z.object({
    /** Days by which the average of the last three months is later than that of the nine before. */
    lateRise: z.int().min(1).max(120),
    /** Points that the payment score lost in three months. */
    scoreDrop: z.int().min(1).max(100),
    /** Months without an invoice while a limit stands. */
    inactiveMonths: z.int().min(1).max(60),
    /** Days before a limit, a cover or a guarantee ends. */
    endingDays: z.int().min(1).max(180),
  }),
})
export type CreditPolicy = z.infer<typeof creditPolicy>
