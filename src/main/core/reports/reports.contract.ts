import { z } from 'zod'
import { breakdowns } from '../dashboard/dashboard.contract.ts'
import { usualRates } from '../figures/figures.contract.ts'
import { command, fileSchema, languageSchema, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { currencySchema, minorSchema } from '../kernel/money.ts'
import { percentSchema } from '../policy/credit-policy.schema.ts'
import { askedSchema } from '../provisions/provisions.schema.ts'

/** `2026-10`: a month of 1900 to 2199, as days are. */
export const monthSchema = z.string().regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/, { message: 'not a month (YYYY-MM)' })

/** Of the report, in its order; each may have a comment, the cover's stands under the title. */
export const reportSections = [
  'cover',
  'figures',
  'ageing',
  'breakdowns',
  'forecast',
  'late',
  'losses',
  'provisions',
] as const
export type ReportSection = (typeof reportSections)[number]

const commentSchema = z.object({
  section: z.enum(reportSections),
  text: z.string(),
  writtenBy: z.string(),
  writtenOn: daySchema,
})
export type ReportComment = z.infer<typeof commentSchema>

/** Tables that leave the program as sheets of a workbook: one of each screen's, or all that a month's report rests on. */
export const sheetNames = [
  'figures',
  'trend',
  'breakdowns',
  'dsoChange',
  'overview',
  'handling',
  'forecast',
  'largest',
  'backTest',
  'late',
  'losses',
  'lossOrigins',
  'matrix',
  'cases',
] as const
export type SheetName = (typeof sheetNames)[number]

const onMonth = { month: monthSchema, language: languageSchema.optional() }

export const reportsContract = {
  months: query('read', 'Months that a report can be made of, the latest first, and what was said of each', {
    input: z.object({}),
    output: z.object({
      months: z.array(z.object({ month: monthSchema, comments: z.int() })),
    }),
  }),
  month: query('read', 'What a month’s report says in short, and the comments on it', {
    input: z.object({ month: monthSchema }),
    output: z.object({
      month: monthSchema,
      /** Its last day, or the working day of the month that has not ended. */
      asOf: daySchema,
      currency: currencySchema,
      total: minorSchema,
      overdue: minorSchema,
      comments: z.array(commentSchema),
    }),
  }),
  comment: command('edit', 'Write what is to be said of a section of a month’s report; an empty text takes it away', {
    input: z.object({ month: monthSchema, section: z.enum(reportSections), text: z.string().trim().max(4000) }),
    output: z.object({ comments: z.array(commentSchema) }),
  }),
  preview: query('read', 'The pages of a month’s report, as SVG', {
    input: z.object(onMonth),
    output: z.object({ pages: z.array(z.string()) }),
  }),
  file: query('read', 'A month’s report: the PDF, or a workbook of every table in it', {
    input: z.object({ ...onMonth, format: z.enum(['pdf', 'xlsx']) }),
    output: z.object({ name: z.string(), file: fileSchema }),
  }),
  sheets: query('read', 'Tables of the figures as a workbook (XLSX), a sheet each, as of any day', {
    input: z.object({
      of: z.array(z.enum(sheetNames)).min(1).max(sheetNames.length),
      asOf: daySchema.optional(),
      /** Of losses and of a change in DSO; a year, three months before the day without it. */
      from: daySchema.optional(),
      /** Breakdowns; all of them without it. */
      by: z.enum(breakdowns).optional(),
      /** Sales that receivables are held against, and points of the past. */
      months: z.int().min(1).max(24).default(12),
      history: z.int().min(0).max(36).default(24),
      weeks: z.int().min(1).max(52).default(13),
      financingRate: percentSchema.default(usualRates.financingRate),
      vatRate: percentSchema.default(usualRates.vatRate),
      /** Of the matrix. */
      settings: askedSchema.default(askedSchema.parse({})),
      language: languageSchema.optional(),
    }),
    output: z.object({ name: z.string(), file: fileSchema }),
  }),
}
