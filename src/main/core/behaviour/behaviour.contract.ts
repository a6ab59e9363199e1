import { z } from 'zod'
import { idSchema, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { currencySchema, minorSchema } from '../kernel/money.ts'

/** What moves the score, in the order it is told. */
export const behaviourLines = ['average', 'trend', 'share', 'overdue', 'plans', 'promises', 'bounced'] as const

export const behaviourSchema = z.object({
  customerId: idSchema,
  asOf: daySchema,
  /** Receipts after this day count: twelve months; those after `recentFrom` are the last three. */
  from: daySchema,
  recentFrom: daySchema,
  /** Of every amount here. */
  currency: currencySchema,
  /** 0 (worst) to 100; null where there is no history. */
  score: z.int().min(0).max(100).nullable(),
  /** Amount-weighted days late of what was paid, early counted as on time; decimals. Null where nothing was paid. */
  averageDaysLate: z.string().nullable(),
  /** The same with payments ahead of their due day counted below zero. */
  averageDays: z.string().nullable(),
  trend: z.object({
    /** Average days late of the last three months, and of the nine before. */
    recent: z.string().nullable(),
    before: z.string().nullable(),
    /** Above zero when it gets worse. */
    change: z.string().nullable(),
  }),
  /** Paid after the due day, in percent of what was paid. */
  sharePaidLate: z.string().nullable(),
  paid: z.object({ amount: minorSchema, late: minorSchema, parts: z.int() }),
  /** Overdue today: disputed parts and what credits not matched yet would pay are left out. */
  overdue: z.object({ amount: minorSchema, worstDays: z.int().nullable(), averageDays: z.string().nullable() }),
  brokenPlans: z.int(),
  /** Promises to pay of which nothing arrived in time. */
  brokenPromises: z.int(),
  bounced: z.object({ count: z.int(), amount: minorSchema }),
  /** Receipts whose worth in the company's currency is not known. */
  leftOut: z.int(),
  /** An index of our own on the scale of payment indices (domain 3.4): 80 is prompt. */
  index: z.object({ value: z.int(), risk: z.enum(['low', 'medium', 'high']) }).nullable(),
  /** The arithmetic of the score: they add up to it, within 0 and 100 and rounded. */
  lines: z.array(z.object({ code: z.enum(behaviourLines), value: z.string().nullable(), points: z.string() })),
})
export type Behaviour = z.infer<typeof behaviourSchema>

export const behaviourContract = {
  get: query('read', 'How a customer pays: a score from our own ledger, with its arithmetic', {
    input: z.object({ customerId: idSchema, asOf: daySchema.optional() }),
    output: behaviourSchema,
  }),
  paid: query('read', 'Every invoice a customer paid in the last months, with how late it was: its habit at a glance', {
    input: z.object({
      customerId: idSchema,
      asOf: daySchema.optional(),
      months: z.int().min(1).max(60).default(24),
    }),
    output: z.object({
      customerId: idSchema,
      /** Invoices settled after the first of these days, up to the other. */
      from: daySchema,
      asOf: daySchema,
      /** Of them all; `marks` holds the newest three hundred. */
      count: z.int(),
      marks: z.array(
        z.object({
          itemId: idSchema,
          number: z.string(),
          currency: currencySchema,
          amount: minorSchema,
          due: daySchema,
          /** The day of the last receipt. */
          paidOn: daySchema,
          /** Below zero when it came early. */
          daysLate: z.int(),
        }),
      ),
    }),
  }),
  history: query('read', 'The payment-behaviour score at the end of each of the last months, the oldest first', {
    input: z.object({ customerId: idSchema, months: z.int().min(1).max(36).default(12) }),
    output: z.object({
      points: z.array(z.object({ asOf: daySchema, score: z.int().nullable(), averageDaysLate: z.string().nullable() })),
    }),
  }),
}
