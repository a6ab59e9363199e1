import { z } from 'zod'
import { fileSchema, idSchema, job, letterLanguageSchema, nothing, pageSchema, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { currencySchema, minorSchema } from '../kernel/money.ts'
import { itemKinds } from '../receivables/receivables.contract.ts'

/** What is open on a day, or what was booked between two days; both end with the balance of the day. */
export const statementKinds = ['open', 'movements'] as const
export type StatementKind = (typeof statementKinds)[number]

export const statementInput = z.object({
  customerId: idSchema,
  asOf: daySchema,
  kind: z.enum(statementKinds).default('open'),
  /** First day of the movements; without it the first of the month, three months before. */
  from: daySchema.nullable().default(null),
  /** Upper bounds of the ageing in days, ascending. */
  buckets: z.array(z.int().min(1).max(3650)).min(1).max(8).default([30, 60, 90]),
  /** Without it the customer's. */
  language: letterLanguageSchema.optional(),
})
export type StatementInput = z.infer<typeof statementInput>

export const statementLine = z.object({
  itemId: idSchema,
  kind: z.enum(itemKinds),
  number: z.string(),
  label: z.string(),
  issued: daySchema,
  due: daySchema,
  /** Signed: positive is owed by the customer. */
  amount: minorSchema,
  open: minorSchema,
  /** 0 when not overdue, and for credits. */
  daysLate: z.int(),
  disputed: minorSchema,
  /** Covered by an instalment plan in force. */
  planned: z.boolean(),
})
export type StatementLine = z.infer<typeof statementLine>

export const statementMovement = z.object({
  itemId: idSchema,
  booked: daySchema,
  kind: z.enum(itemKinds),
  number: z.string(),
  label: z.string(),
  due: daySchema,
  amount: minorSchema,
  /** After it. */
  balance: minorSchema,
})
export type StatementMovement = z.infer<typeof statementMovement>

export const statementAccount = z.object({
  currency: currencySchema,
  /** What the customer owes in all: the total of the aged balance's line. */
  total: minorSchema,
  notDue: minorSchema,
  overdue: minorSchema,
  /** Credits matched with nothing, below zero. */
  unallocated: minorSchema,
  disputed: minorSchema,
  /** Overdue and neither disputed nor in an instalment plan, less the credits; not below zero. */
  toPay: minorSchema,
  ageing: z.array(z.object({ key: z.string(), amount: minorSchema })),
  /** By due date; credits after all debits. */
  lines: z.array(statementLine),
  /** Of a statement of movements. */
  opening: minorSchema.nullable(),
  movements: z.array(statementMovement),
})
export type StatementAccount = z.infer<typeof statementAccount>

export const statementSchema = z.object({
  customerId: idSchema,
  asOf: daySchema,
  kind: z.enum(statementKinds),
  from: daySchema.nullable(),
  /** One for each currency; the company's with nothing in it when the customer owes nothing. */
  accounts: z.array(statementAccount),
  /** Instalment plans in force. */
  plans: z.array(
    z.object({
      currency: currencySchema,
      agreedOn: daySchema,
      open: minorSchema,
      nextDue: daySchema.nullable(),
      nextAmount: minorSchema,
    }),
  ),
})
export type Statement = z.infer<typeof statementSchema>

const totals = z.array(z.object({ currency: currencySchema, total: minorSchema }))

/** Most statements that are made together. */
export const STATEMENTS_LIMIT = 10_000

/** Whoever has something open, has something overdue, or had a movement in the time told as well. */
export const statementShows = ['open', 'overdue', 'moved'] as const

export const statementChoice = z.object({
  asOf: daySchema,
  kind: z.enum(statementKinds).default('open'),
  /** As of one statement. */
  from: daySchema.nullable().default(null),
  show: z.enum(statementShows).default('open'),
  segment: z.string().max(60).optional(),
  salesperson: z.string().max(120).optional(),
  /** These, whatever is open of them; the conditions above are then not looked at. */
  customerIds: z.array(idSchema).min(1).max(STATEMENTS_LIMIT).optional(),
})
export type StatementChoice = z.infer<typeof statementChoice>

/** What is taken of a choice: all of it but some, or some only. */
const taken = {
  except: z.array(idSchema).max(STATEMENTS_LIMIT).default([]),
  only: z.array(idSchema).max(STATEMENTS_LIMIT).optional(),
}
export type StatementTaken = { except: readonly string[]; only?: readonly string[] | undefined }

/** `nothing`: nothing open on the day, nor, of a statement of movements, booked in the time it tells. */
export const noStatementReasons = ['nothing', 'left-out'] as const

const sums = z.array(z.object({ currency: currencySchema, total: minorSchema, overdue: minorSchema }))

export const statementCandidate = z.object({
  customerId: idSchema,
  code: z.string(),
  name: z.string(),
  language: letterLanguageSchema,
  /** By currency; empty when nothing is open. */
  totals: sums,
  /** Why there would be none. */
  without: z.enum(noStatementReasons).nullable(),
  /** An address for messages is known; a postal one is. */
  byMail: z.boolean(),
  byPost: z.boolean(),
})
export type StatementCandidate = z.infer<typeof statementCandidate>

export const statementRun = z.object({
  id: idSchema,
  number: z.int(),
  asOf: daySchema,
  kind: z.enum(statementKinds),
  from: daySchema.nullable(),
  madeOn: daySchema,
  madeBy: z.string(),
  /** Statements; of those, how many have an address for messages, and how many a postal one only. */
  count: z.int(),
  byMail: z.int(),
  byPost: z.int(),
  totals: sums,
})
export type StatementRun = z.infer<typeof statementRun>

export const statementIssue = z.object({
  id: idSchema,
  customerId: idSchema,
  code: z.string(),
  name: z.string(),
  language: letterLanguageSchema,
  totals: z.array(z.object({ currency: currencySchema, total: minorSchema, overdue: minorSchema, toPay: minorSchema })),
  byMail: z.boolean(),
  fileName: z.string(),
  sha256: z.string(),
  /** Null once it was erased. */
  documentId: idSchema.nullable(),
})
export type StatementIssue = z.infer<typeof statementIssue>

export const statementsContract = {
  figures: query('read', 'Statement of a customer’s account as of a day: open items or movements, ageing, totals', {
    input: statementInput,
    output: statementSchema,
  }),
  preview: query('read', 'The pages of a statement, as SVG', {
    input: statementInput,
    output: z.object({ pages: z.array(z.string()) }),
  }),
  file: query('read', 'A statement as PDF, in the customer’s language', {
    input: statementInput,
    output: z.object({ name: z.string(), sha256: z.string(), totals, file: fileSchema }),
  }),
  choose: query('read', 'Whose statements would be made together, and who would have none', {
    input: statementChoice.extend({ ...pageSchema.shape, ...taken }),
    output: z.object({
      total: z.int(),
      /** Of those taken, how many would have one, how many of them have an address for messages, and what they come to. */
      count: z.int(),
      byMail: z.int(),
      totals: sums,
      candidates: z.array(statementCandidate),
    }),
  }),
  issue: job(
    'issue',
    'Make statements for many customers, each in its language; they are kept with their fingerprints',
    {
      input: statementChoice.extend(taken),
      output: z.object({
        run: statementRun,
        without: z.array(
          z.object({ customerId: idSchema, code: z.string(), name: z.string(), reason: z.enum(noStatementReasons) }),
        ),
      }),
    },
  ),
  runs: query('read', 'Statements made together, the latest first', {
    input: nothing,
    output: z.object({ runs: z.array(statementRun) }),
  }),
  issued: query('read', 'The statements of a run', {
    input: pageSchema.extend({ runId: idSchema }),
    output: z.object({ total: z.int(), statements: z.array(statementIssue) }),
  }),
  files: query('read', 'The statements of a run: a ZIP with one PDF each, or one PDF for the printer by postcode', {
    input: z.object({
      runId: idSchema,
      format: z.enum(['zip', 'pdf']),
      /** Of customers without an address for messages only. */
      postOnly: z.boolean().default(false),
      /** Each begins on a front side. */
      duplex: z.boolean().default(false),
    }),
    output: z.object({ name: z.string(), file: fileSchema.nullable(), count: z.int() }),
  }),
}
