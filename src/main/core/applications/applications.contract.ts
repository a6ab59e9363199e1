import { z } from 'zod'
import { command, fileSchema, idSchema, languageSchema, nothing, pageSchema, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { amountSchema, currencySchema } from '../kernel/money.ts'

/** A supplier that the customer names, and what it answered (domain 3.1). */
export const referenceAnswer = z.object({
  answeredOn: daySchema,
  respondent: z.string().trim().max(120).default(''),
  capacity: z.string().trim().max(120).default(''),
  customerSince: daySchema.nullable().default(null),
  highestCredit: amountSchema.min(0).nullable().default(null),
  balance: amountSchema.min(0).nullable().default(null),
  overdue: amountSchema.min(0).nullable().default(null),
  terms: z.string().trim().max(60).default(''),
  daysBeyondTerms: z.int().min(0).max(999).nullable().default(null),
  means: z.string().trim().max(60).default(''),
  returned: z.int().min(0).max(999).nullable().default(null),
  disputes: z.string().trim().max(300).default(''),
  guarantees: z.string().trim().max(300).default(''),
  note: z.string().trim().max(1000).default(''),
})
export type ReferenceAnswer = z.infer<typeof referenceAnswer>

export const referenceSchema = z.object({
  id: idSchema,
  supplier: z.string(),
  contact: z.string(),
  askedOn: daySchema.nullable(),
  answer: referenceAnswer.nullable(),
  /** Prompt 100, up to 15 days 80, 16-30 60, 31-60 30, over 60 0; null without days (domain 3.1). */
  score: z.int().nullable(),
})
export type Reference = z.infer<typeof referenceSchema>

export const applicationInput = z.object({
  customerId: idSchema,
  receivedOn: daySchema.optional(),
  /** Company's currency without it. */
  currency: currencySchema.optional(),
  asked: amountSchema.min(0),
  purchases: amountSchema.min(0).nullable().default(null),
  terms: z.string().trim().max(40).default(''),
  applicant: z.string().trim().max(120).default(''),
  capacity: z.string().trim().max(120).default(''),
  note: z.string().trim().max(2000).default(''),
})
export type ApplicationInput = z.infer<typeof applicationInput>

export const applicationSchema = applicationInput.extend({
  id: idSchema,
  customerCode: z.string(),
  customerName: z.string(),
  receivedOn: daySchema,
  currency: currencySchema,
  state: z.enum(['gathering', 'in-review', 'decided', 'dropped']),
  reviewId: idSchema.nullable(),
  /** What the policy wants for the amount asked, and what the file holds. */
  wanted: z.array(z.object({ kind: z.string(), wanted: z.int(), held: z.int() })),
  references: z.array(referenceSchema),
  /** Weighted by highest credit; null while no answer tells the days beyond terms. */
  referenceScore: z.int().nullable(),
  /** The form as it came back. */
  documentId: idSchema.nullable(),
  documentName: z.string().nullable(),
  recordedBy: z.string(),
  /** Set aside. */
  dropped: z.object({ on: daySchema, by: z.string(), because: z.string() }).nullable(),
})
export type Application = z.infer<typeof applicationSchema>

export const applicationsContract = {
  list: query('read', 'Credit applications, those under way first', {
    input: pageSchema.extend({ customerId: idSchema.optional(), show: z.enum(['open', 'all']).default('open') }),
    output: z.object({ total: z.int(), applications: z.array(applicationSchema) }),
  }),
  get: query('read', 'A credit application with its documents and trade references', {
    input: z.object({ id: idSchema }),
    output: applicationSchema,
  }),
  record: command('edit', 'Record a credit application, or change one under way', {
    input: applicationInput.extend({ id: idSchema.nullable().default(null) }),
    output: applicationSchema,
  }),
  form: query('read', 'The application form as a PDF to fill in, by the policy’s documents for the amount', {
    input: z.object({
      customerId: idSchema.nullable().default(null),
      asked: amountSchema.min(0).nullable().default(null),
      language: languageSchema,
    }),
    output: z.object({ name: z.string(), file: fileSchema }),
  }),
  readForm: command(
    'edit',
    'Read a form that came back filled in: its application and references, kept with the form',
    {
      input: z.object({
        customerId: idSchema,
        /** The application under way that the form completes; without it a new one. */
        applicationId: idSchema.nullable().default(null),
        name: z.string().trim().min(1).max(200),
        file: fileSchema,
      }),
      output: applicationSchema,
    },
  ),
  addReference: command('edit', 'Name a supplier to ask for a trade reference', {
    input: z.object({
      applicationId: idSchema,
      supplier: z.string().trim().min(1).max(200),
      contact: z.string().trim().max(200).default(''),
    }),
    output: applicationSchema,
  }),
  referenceForm: query('read', 'The request for a trade reference as a PDF to fill in', {
    input: z.object({ id: idSchema, language: languageSchema }),
    output: z.object({ name: z.string(), file: fileSchema }),
  }),
  asked: command('edit', 'Say that a supplier was asked', {
    input: z.object({ id: idSchema, on: daySchema.optional() }),
    output: applicationSchema,
  }),
  answered: command('edit', 'Record what a supplier answered', {
    input: z.object({ id: idSchema, answer: referenceAnswer }),
    output: applicationSchema,
  }),
  removeReference: command('edit', 'Take back a reference that was not answered', {
    input: z.object({ id: idSchema }),
    output: applicationSchema,
  }),
  review: command('edit', 'Open the credit review of an application', {
    input: z.object({ id: idSchema }),
    output: z.object({ reviewId: idSchema }),
  }),
  drop: command('edit', 'Set an application aside: withdrawn, or without answer', {
    input: z.object({ id: idSchema, reason: z.string().trim().min(1).max(500) }),
    output: nothing,
  }),
}
