import { z } from 'zod'
import { idSchema } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { minorSchema } from '../kernel/money.ts'

/** Not due, 1 to 30 days late, 31 to 60, 61 to 90, more: the columns of the aged balance. */
export const buckets = ['notDue', 'to30', 'to60', 'to90', 'older'] as const
export type Bucket = (typeof buckets)[number]

/** Why there is no rate or no amount. */
export const provisionGaps = [
  'no-sales',
  'history-too-short',
  'too-few-invoices',
  'never-reached',
  'rate-missing',
] as const
export type ProvisionGap = (typeof provisionGaps)[number]

/** What makes a debt doubtful; `ledger`: it stands in 416 there already. */
export const grounds = ['insolvency', 'court', 'notice', 'dispute', 'late', 'ledger', 'other'] as const
export type Ground = (typeof grounds)[number]

/** Percent from 0 to 100 with two decimals at most. */
export const percentSchema = z.string().regex(/^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)$/)

/** The longest first: more of what was late has been paid by then. */
export const lossDays = [365, 180, 90] as const
export type LossDays = (typeof lossDays)[number]

/** Where the VAT comes from: the electronic invoice, the rate told when a part was written off, the rate given, none abroad. */
export const taxSources = ['invoice', 'writeoff', 'rate', 'abroad'] as const
export type TaxSource = (typeof taxSources)[number]

export const settingsSchema = z.object({
  /** Invoices that fell due in so many months tell the rates. */
  months: z.int().min(6).max(60).default(24),
  /** What is unpaid so many days after its due day counts as lost. */
  lostAfter: z.literal(lossDays).default(90),
  bySegment: z.boolean().default(false),
  /** What is to come, in percent of the rates: 10 makes 4 % into 4.4 %. */
  adjustment: z
    .string()
    .regex(/^-?\d{1,3}(\.\d{1,2})?$/)
    .refine((text) => Number(text) >= -100 && Number(text) <= 500)
    .default('0'),
  /** Rates in percent, bucket by bucket, in place of the book's own. */
  byHand: z.array(percentSchema.nullable()).length(buckets.length).default([null, null, null, null, null]),
  /** Why the rates are adjusted or given by hand. */
  reason: z.string().trim().max(500).default(''),
  /** VAT in percent of what the book does not know the VAT of; nothing for customers abroad. */
  taxRate: percentSchema.default('20'),
})
export type Settings = z.infer<typeof settingsSchema>

/** As a matrix is asked for: without days, those are taken that the book's own history tells rates of, the longest first. */
export const askedSchema = settingsSchema.extend({ lostAfter: z.literal(lossDays).nullable().default(null) })
export type AskedSettings = z.infer<typeof askedSchema>

/** Amounts add up: gross less what is treated by case less credits less VAT less the insured part is the base. */
export const matrixLineSchema = z.object({
  bucket: z.enum(buckets),
  gross: minorSchema,
  cases: minorSchema,
  credits: minorSchema,
  tax: minorSchema,
  insured: minorSchema,
  base: minorSchema,
  /** Percent with two decimals: of our own history, and the one that counts, adjusted or by hand; null without one. */
  own: z.string().nullable(),
  rate: z.string().nullable(),
  byHand: z.boolean(),
  why: z.enum(provisionGaps).nullable(),
  amount: minorSchema.nullable(),
})
export type MatrixLine = z.infer<typeof matrixLineSchema>

export const historySchema = z.object({
  /** Due days of the invoices that tell the rates: after `from`, up to `until`. */
  from: daySchema,
  until: daySchema,
  invoices: z.int(),
  sold: minorSchema,
  /** Still unpaid at the end of the due day, and 30, 60 and 90 days later. */
  unpaid: z.array(minorSchema).length(4),
  lost: minorSchema,
})
export type History = z.infer<typeof historySchema>

export const groupSchema = z.object({
  /** Null: of all customers together. */
  segment: z.string().nullable(),
  history: historySchema,
  /** Its own history tells too little: the rates are those of all customers. */
  borrowed: z.boolean(),
  why: z.enum(provisionGaps).nullable(),
  lines: z.array(matrixLineSchema).length(buckets.length),
  amount: minorSchema.nullable(),
})
export type MatrixGroup = z.infer<typeof groupSchema>

export const caseSchema = z.object({
  itemId: idSchema,
  number: z.string(),
  customerId: idSchema,
  customerCode: z.string(),
  customerName: z.string(),
  segment: z.string(),
  issued: daySchema,
  due: daySchema,
  daysLate: z.int(),
  /** The ledger holds it in 416 already. */
  inLedger: z.boolean(),
  gross: minorSchema,
  credits: minorSchema,
  tax: minorSchema,
  taxSource: z.enum(taxSources),
  insured: minorSchema,
  base: minorSchema,
  /** What speaks for doubt, the weightiest first, each with the day it is known from. */
  signs: z.array(z.object({ ground: z.enum(grounds), since: daySchema.nullable(), detail: z.string() })),
  decision: z
    .object({
      id: idSchema,
      kind: z.enum(['doubtful', 'sound']),
      ground: z.enum(grounds).nullable(),
      probability: z.string(),
      note: z.string(),
      day: daySchema,
      by: z.string(),
      documentId: idSchema.nullable(),
      documentName: z.string().nullable(),
    })
    .nullable(),
  /** Of a debt decided doubtful. */
  amount: minorSchema.nullable(),
})
export type ProvisionCase = z.infer<typeof caseSchema>

export const entryKinds = ['transfer', 'transfer-back', 'impairment', 'release', 'matrix', 'matrix-release'] as const
export const entryLineSchema = z.object({
  account: z.string(),
  /** Customer of an auxiliary account; empty for a general one. */
  customerCode: z.string(),
  customerName: z.string(),
  debit: minorSchema,
  credit: minorSchema,
})
export const entrySchema = z.object({
  kind: z.enum(entryKinds),
  customerCode: z.string(),
  customerName: z.string(),
  lines: z.array(entryLineSchema),
})
export type ProvisionEntry = z.infer<typeof entrySchema>
