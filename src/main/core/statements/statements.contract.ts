import { z } from 'zod'
import { fileSchema, idSchema, letterLanguageSchema, query } from '../kernel/contract.ts'
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
}
