import { z } from 'zod'
import {
  command,
  fileSchema,
  idSchema,
  job,
  languageSchema,
  letterLanguageSchema,
  nothing,
  pageSchema,
  query,
} from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { currencySchema, LARGEST_AMOUNT, minorSchema } from '../kernel/money.ts'

/** `positive`: the customer answers either way. `negative`: only when it disagrees (ISA 505, 10 and 15). */
export const confirmationForms = ['positive', 'negative'] as const
export type ConfirmationForm = (typeof confirmationForms)[number]

/** Most letters of a round. */
export const CONFIRMATIONS_LIMIT = 5000

/** To whom customers answer: never to the company itself. */
export const auditorSchema = z.object({
  name: z.string().trim().min(1).max(120),
  firm: z.string().trim().max(120).default(''),
  street: z.string().trim().max(300).default(''),
  postalCode: z.string().trim().max(20).default(''),
  city: z.string().trim().max(100).default(''),
  country: z.string().regex(/^[A-Z]{2}$/),
  email: z.string().trim().max(200).default(''),
})
export type Auditor = z.infer<typeof auditorSchema>

/** Ways of choosing add up: a customer is told by the first that takes it, in this order. */
export const chosenBys = ['chosen', 'all', 'largest', 'above', 'random'] as const
export type ChosenBy = (typeof chosenBys)[number]

const most = z.int().min(0).max(CONFIRMATIONS_LIMIT).default(0)
export const criteriaSchema = z.object({
  all: z.boolean().default(false),
  /** So many of the largest balances, whichever side they are on. */
  largest: most,
  /** Balances of so much or more, whichever side, in the company's currency. */
  above: z.int().min(1).max(LARGEST_AMOUNT).nullable().default(null),
  /** So many drawn from those that nothing else chose. */
  random: most,
  customerIds: z.array(idSchema).max(CONFIRMATIONS_LIMIT).default([]),
  /** Accounts without a balance that had a movement in the twelve months before are drawn from as well. */
  zero: z.boolean().default(false),
  /** Whoever has it draws the same customers again; without one the round gets its own. */
  seed: z.string().trim().max(60).default(''),
})
export type Criteria = z.infer<typeof criteriaSchema>

const balance = z.object({ currency: currencySchema, total: minorSchema })
export type Balance = z.infer<typeof balance>

/** Accounts of one currency: how many, their balances added up, and added up without their signs. */
const part = z.object({ currency: currencySchema, count: z.int(), total: minorSchema, gross: minorSchema })
export type Part = z.infer<typeof part>

export const drawnSchema = z.object({
  customerId: idSchema,
  code: z.string(),
  name: z.string(),
  chosenBy: z.enum(chosenBys),
  language: letterLanguageSchema,
  byMail: z.boolean(),
  byPost: z.boolean(),
  balances: z.array(balance),
})
export type Drawn = z.infer<typeof drawnSchema>

/** `waiting`: nothing recorded yet. `none`: recorded that no answer came; other evidence is looked for. */
export const confirmationStates = ['waiting', 'agrees', 'differs', 'none'] as const
export type ConfirmationState = (typeof confirmationStates)[number]

export const differenceReasons = [
  'payment-in-transit',
  'invoice-in-transit',
  'credit-note-missing',
  'disputed',
  'cut-off',
  'our-error',
  'their-error',
  'unexplained',
] as const
export type DifferenceReason = (typeof differenceReasons)[number]

export const answerSchema = z.object({
  outcome: z.enum(['agrees', 'differs', 'none', 'taken-back']),
  /** As the customer has them, with their signs as in our books. */
  stated: z.array(balance),
  reason: z.enum(differenceReasons).nullable(),
  note: z.string(),
  answeredOn: daySchema,
  recordedOn: daySchema,
  recordedBy: z.string(),
  documentId: idSchema.nullable(),
})
export type Answer = z.infer<typeof answerSchema>

export const confirmationSchema = drawnSchema.extend({
  id: idSchema,
  runId: idSchema,
  reference: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  /** Null once it was erased. */
  documentId: idSchema.nullable(),
  state: z.enum(confirmationStates),
  /** Still waiting after the deadline. */
  late: z.boolean(),
  /** What the customer states less what our books say, by currency; of an answer that differs. */
  differences: z.array(balance),
  /** The latest first; the first counts. */
  answers: z.array(answerSchema),
})
export type Confirmation = z.infer<typeof confirmationSchema>

const standing = z.object({ state: z.enum(confirmationStates), parts: z.array(part) })

export const confirmationRun = z.object({
  id: idSchema,
  number: z.int(),
  asOf: daySchema,
  form: z.enum(confirmationForms),
  auditor: auditorSchema,
  deadline: daySchema,
  seed: z.string(),
  criteria: criteriaSchema.omit({ customerIds: true }).extend({ chosen: z.int() }),
  madeOn: daySchema,
  madeBy: z.string(),
  /** What was drawn from, and what was drawn. */
  population: z.array(part),
  drawn: z.array(part),
  /** Letters by state, and what they come to. */
  counts: z.record(z.enum(confirmationStates), z.int()),
  standings: z.array(standing),
  byMail: z.int(),
  byPost: z.int(),
})
export type ConfirmationRun = z.infer<typeof confirmationRun>

const asked = {
  asOf: daySchema,
  form: z.enum(confirmationForms),
  auditor: auditorSchema,
  /** Until when answers are asked for. */
  deadline: daySchema,
}
const format = z.enum(['csv', 'xlsx', 'pdf'])

export const confirmationsContract = {
  draw: query('read', 'Whom a round of balance confirmations would ask, and how much of all balances that covers', {
    input: pageSchema.extend({ asOf: daySchema, criteria: criteriaSchema }),
    output: z.object({
      /** As given, or made for this look. */
      seed: z.string(),
      population: z.array(part),
      drawn: z.array(part),
      total: z.int(),
      byMail: z.int(),
      customers: z.array(drawnSchema),
    }),
  }),
  preview: query('read', 'A letter of a round on the page, as SVG, before it is issued', {
    input: z.object({ ...asked, customerId: idSchema }),
    output: z.object({ pages: z.array(z.string()) }),
  }),
  issue: job(
    'issue',
    'Issue a round of balance confirmations: letters are set, numbered and kept, the draw is recorded',
    {
      input: z.object({ ...asked, criteria: criteriaSchema }),
      output: z.object({ run: confirmationRun }),
    },
  ),
  runs: query('read', 'Rounds of balance confirmations, the latest first, with what was answered', {
    input: nothing,
    output: z.object({ runs: z.array(confirmationRun) }),
  }),
  letters: query('read', 'The letters of a round with their answers', {
    input: pageSchema.extend({
      runId: idSchema,
      show: z.enum([...confirmationStates, 'late', 'all']).default('all'),
      /** Those after this reference only. */
      after: z.string().max(40).default(''),
    }),
    output: z.object({ total: z.int(), letters: z.array(confirmationSchema) }),
  }),
  letter: query('read', 'A letter of a round with its answers', {
    input: z.object({ id: idSchema }),
    output: confirmationSchema,
  }),
  record: command(
    'collect',
    'Record what a customer answered, or that no answer came; a wrong entry is corrected by another',
    {
      input: z.object({
        id: idSchema,
        outcome: z.enum(['agrees', 'differs', 'none', 'taken-back']),
        /** Of an answer that differs; an account that is not named agrees. */
        stated: z
          .array(balance.extend({ total: z.int().min(-LARGEST_AMOUNT).max(LARGEST_AMOUNT) }))
          .max(50)
          .default([]),
        reason: z.enum(differenceReasons).nullable().default(null),
        note: z.string().trim().max(2000).default(''),
        /** The working day unless told. */
        answeredOn: daySchema.optional(),
        /** The slip as it came back. */
        name: z.string().trim().min(1).max(200).optional(),
        file: fileSchema.optional(),
      }),
      output: confirmationSchema,
    },
  ),
  list: query('read', 'The list of a round for the auditor: balances, answers, differences, how it was drawn', {
    input: z.object({ runId: idSchema, format, language: languageSchema.optional() }),
    output: z.object({ name: z.string(), file: fileSchema }),
  }),
  files: query('read', 'The letters of a round: a ZIP with one PDF each, or one PDF for the printer by postcode', {
    input: z.object({
      runId: idSchema,
      format: z.enum(['zip', 'pdf']),
      postOnly: z.boolean().default(false),
      duplex: z.boolean().default(false),
    }),
    output: z.object({ name: z.string(), file: fileSchema.nullable(), count: z.int() }),
  }),
  drafts: query('read', 'The letters of a round as drafts (.eml) with their PDF attached: one file, or all in a ZIP', {
    input: z.object({
      runId: idSchema,
      /** Those still waiting only: to remind of them. */
      waitingOnly: z.boolean().default(false),
    }),
    output: z.object({ name: z.string(), file: fileSchema.nullable(), count: z.int(), without: z.int() }),
  }),
}
