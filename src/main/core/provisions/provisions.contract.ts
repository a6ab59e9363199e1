import { z } from 'zod'
import { command, fileSchema, idSchema, languageSchema, pageSchema, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { currencySchema, minorSchema } from '../kernel/money.ts'
import {
  askedSchema,
  buckets,
  caseSchema,
  entrySchema,
  grounds,
  groupSchema,
  lossDays,
  percentSchema,
  provisionGaps,
  settingsSchema,
} from './provisions.schema.ts'

const runSchema = z.object({
  id: idSchema,
  asOf: daySchema,
  currency: currencySchema,
  booked: z.enum(['cases', 'both']),
  settings: settingsSchema,
  /** Null where the matrix could not be told. */
  matrixTotal: minorSchema.nullable(),
  casesTotal: minorSchema,
  /** What stands in 416. */
  doubtfulTotal: minorSchema,
  madeOn: daySchema,
  madeBy: z.string(),
  withdrawnOn: daySchema.nullable(),
  withdrawnBy: z.string(),
  withdrawnBecause: z.string(),
  /** The newest in force: the only one that can be withdrawn. */
  last: z.boolean(),
})
export type ProvisionRun = z.infer<typeof runSchema>

const thresholds = {
  /** A debt later than so many days is told as very late. */
  lateDays: z.int().min(30).max(3650).default(180),
}
const booked = z.enum(['cases', 'both']).default('cases')

export const provisionsContract = {
  matrix: query('read', 'Expected credit loss by age: our own roll-rates on what is open, net of VAT and insurance', {
    input: askedSchema.extend({ asOf: daySchema.optional() }),
    output: z.object({
      asOf: daySchema,
      currency: currencySchema,
      /** What is unpaid so many days after its due day counted as lost. */
      lostAfter: z.literal(lossDays),
      /** Debts of other currencies whose worth is not known: in no figure. */
      leftOut: z.int(),
      /** All customers together, or one for each segment that owes something. */
      groups: z.array(groupSchema),
      /** Of all groups, bucket by bucket. */
      totals: z.array(
        z.object({
          bucket: z.enum(buckets),
          gross: minorSchema,
          cases: minorSchema,
          credits: minorSchema,
          tax: minorSchema,
          insured: minorSchema,
          base: minorSchema,
          amount: minorSchema.nullable(),
        }),
      ),
      amount: minorSchema.nullable(),
      why: z.enum(provisionGaps).nullable(),
      /** Credits that no debt of their customer is left for, below zero. */
      creditsLeft: minorSchema,
    }),
  }),
  cases: query('read', 'Debts that are doubtful or may be, each with what speaks for it and what was decided', {
    input: pageSchema.extend({
      asOf: daySchema.optional(),
      ...thresholds,
      taxRate: percentSchema.default('20'),
      show: z.enum(['proposed', 'doubtful', 'sound', 'all']).default('all'),
      customerId: idSchema.optional(),
    }),
    output: z.object({
      asOf: daySchema,
      currency: currencySchema,
      total: z.int(),
      cases: z.array(caseSchema),
      counts: z.object({ proposed: z.int(), doubtful: z.int(), sound: z.int() }),
      /** Of what is decided doubtful. */
      doubtful: z.object({
        gross: minorSchema,
        tax: minorSchema,
        insured: minorSchema,
        base: minorSchema,
        amount: minorSchema,
      }),
      leftOut: z.int(),
    }),
  }),
  decide: command('approve', 'Decide that debts are doubtful, on which ground and how probable their loss is', {
    input: z.object({
      itemIds: z.array(idSchema).min(1).max(1000),
      /** Not to come; the working day without it. */
      day: daySchema.optional(),
      ground: z.enum(grounds),
      probability: percentSchema,
      note: z.string().trim().max(1000).default(''),
      evidence: z
        .object({ name: z.string().trim().min(1).max(200), file: fileSchema })
        .nullable()
        .default(null),
    }),
    output: z.object({ decided: z.int() }),
  }),
  clear: command('approve', 'Decide that debts are sound after all, with the reason', {
    input: z.object({
      itemIds: z.array(idSchema).min(1).max(1000),
      day: daySchema.optional(),
      note: z.string().trim().min(1).max(1000),
    }),
    output: z.object({ decided: z.int() }),
  }),
  history: query('read', 'What was decided of a debt, the latest first', {
    input: z.object({ itemId: idSchema }),
    output: z.object({ decisions: z.array(caseSchema.shape.decision.unwrap()) }),
  }),
  closing: query('read', 'What a closing would book: its entries since the closing before it', {
    input: askedSchema.extend({ asOf: daySchema.optional(), booked }),
    output: z.object({
      asOf: daySchema,
      currency: currencySchema,
      previous: z.object({ id: idSchema, asOf: daySchema, amount: minorSchema, doubtful: minorSchema }).nullable(),
      /** Impairment (491) to stand at the end of the day, and what it changes by. */
      amount: minorSchema.nullable(),
      change: minorSchema.nullable(),
      /** 416 to stand at the end of the day. */
      doubtful: minorSchema,
      entries: z.array(entrySchema),
      debit: minorSchema,
      credit: minorSchema,
      /** Debts of other currencies whose worth is not known: in no figure. */
      leftOut: z.int(),
    }),
  }),
  close: command('approve', 'Take a closing over: matrix, cases and entries are kept as they are', {
    input: askedSchema.extend({ asOf: daySchema, booked }),
    output: runSchema,
  }),
  withdraw: command('approve', 'Withdraw the last closing, with the reason; it stays in the book', {
    input: z.object({ id: idSchema, reason: z.string().trim().min(1).max(500) }),
    output: runSchema,
  }),
  runs: query('read', 'Closings, the latest first', {
    input: pageSchema,
    output: z.object({ total: z.int(), runs: z.array(runSchema) }),
  }),
  run: query('read', 'One closing as it was taken over', {
    input: z.object({ id: idSchema }),
    output: runSchema.extend({
      previousAsOf: daySchema.nullable(),
      groups: z.array(groupSchema),
      entries: z.array(entrySchema),
      cases: z.array(
        caseSchema.omit({ signs: true, decision: true, taxSource: true, daysLate: true }).extend({
          ground: z.enum(grounds),
          probability: z.string(),
          /** The decision it was taken over on; no day where its debt was erased since. */
          decidedOn: daySchema.nullable(),
          decidedBy: z.string(),
          note: z.string(),
          /** Name of the document; empty without one. */
          evidence: z.string(),
        }),
      ),
    }),
  }),
  file: query('read', 'A closing for the accountant: its list, its matrix or its entries, also as lines of a FEC', {
    input: z
      .object({
        id: idSchema,
        what: z.enum(['list', 'matrix', 'entries']),
        /** `fec`: entries only. */
        format: z.enum(['csv', 'xlsx', 'pdf', 'fec']),
        /** Without it the company's. */
        language: languageSchema.optional(),
      })
      .refine(({ what, format }) => format !== 'fec' || what === 'entries', { path: ['format'] }),
    output: z.object({ name: z.string(), file: fileSchema }),
  }),
}
