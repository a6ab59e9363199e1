import { z } from 'zod'
import { command, nothing, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { amountSchema, currencySchema, minorSchema } from '../kernel/money.ts'

export const semesterSchema = z.string().regex(/^[12]\d{3}-S[12]$/)
/** Percent a year: two decimals at most, never below zero. */
const percent = z.string().regex(/^\d{1,2}(\.\d{1,2})?$/)
const key = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{1,39}$/)
const source = z.string().trim().min(3).max(300)
const text = z.object({ fr: z.string(), en: z.string() })

/** How far a value is to be trusted; `own`: the user added it. */
export const rateMarks = [
  'confirmed',
  'single-source',
  'computed',
  'indicative',
  'general-knowledge',
  'unconfirmed',
  'own',
] as const

export const rateValue = z.object({
  semester: semesterSchema,
  rate: z.string(),
  mark: z.enum(rateMarks),
  note: text.nullable(),
  source: z.string(),
  reviewedOn: daySchema,
  /** Who added it; null of a value shipped with the program. */
  by: z.string().nullable(),
  /** What it takes the place of: the value shipped, or one added before. */
  replaces: z.string().nullable(),
})
export type RateValue = z.infer<typeof rateValue>

export const rateFollows = ['semester', 'frozen', 'payment'] as const

export const ratesSeries = z.object({
  key,
  label: text,
  /** Shipped with the program, or the user's own. */
  own: z.boolean(),
  /** The legal interest rate bounds contracts; no debt bears it. */
  regime: z.boolean(),
  currency: currencySchema,
  /** Points above the reference, or the user's words. */
  margin: z.string(),
  reference: text,
  follows: z.enum(rateFollows),
  from: daySchema,
  source: z.string(),
  sources: z.array(z.string()),
  reviewedOn: daySchema,
  indemnity: z.array(z.object({ from: minorSchema, amount: minorSchema })),
  retiredOn: daySchema.nullable(),
  /** Customers of this regime. */
  customers: z.int(),
  /** Newest first. */
  values: z.array(rateValue),
  /** Half-years up to the working day's without a value: interest over them stops. */
  missing: z.array(semesterSchema),
  /** The half-year to come, when it has no value yet. */
  next: semesterSchema.nullable(),
})
export type RatesSeries = z.infer<typeof ratesSeries>

const answer = z.object({ series: z.array(ratesSeries) })

export const ratesContract = {
  list: query(
    'read',
    'Late-payment rates, those shipped and those added, with source, review date and missing half-years',
    {
      input: nothing,
      output: answer,
    },
  ),
  addValue: command(
    'configure',
    'Add the rate of a half-year to a series, with its source; letters keep what they used',
    {
      input: z.object({
        series: key,
        semester: semesterSchema,
        rate: percent,
        source,
        reviewedOn: daySchema.optional(),
        /** Takes the place of a value that is there already. */
        corrects: z.boolean().default(false),
      }),
      output: answer,
    },
  ),
  addSeries: command('configure', 'Add a rate series of one’s own: another country, a contract with its own index', {
    input: z.object({
      key,
      label: z.string().trim().min(1).max(80),
      currency: currencySchema,
      margin: z.string().trim().max(200).default(''),
      follows: z.enum(rateFollows),
      from: daySchema,
      source,
      /** Fixed sum for recovery costs of a debt; 0 for none. */
      indemnity: amountSchema.min(0).default(0),
    }),
    output: answer,
  }),
  retire: command('configure', 'No longer offer a series of one’s own; one that customers have stays', {
    input: z.object({ key }),
    output: answer,
  }),
}
