import { z } from 'zod'
import { command, idSchema, nothing, pageSchema, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { currencySchema, minorSchema } from '../kernel/money.ts'

/** How long a claim lives, by the law that says so; `other`: so many months, of a law that is named. */
export const regimeCodes = ['commercial', 'professional', 'carriage', 'supplies', 'consumer', 'spain', 'other'] as const
export type RegimeCode = (typeof regimeCodes)[number]

/** What makes the time start again, or stops it for a while. */
export const actKinds = [
  'acknowledgement',
  'time-request',
  'part-payment',
  'plan',
  'court-claim',
  'order-served',
  'enforcement',
  'declaration',
  'demand',
  'small-claims',
  'mediation',
] as const
export type ActKind = (typeof actKinds)[number]

/** What is often taken for such an act and is none; asking for it is refused with the reason. */
export const noActKinds = [
  'formal-notice',
  'reminder',
  'call',
  'phone-promise',
  'agency-letter',
  'order-request',
] as const
export type NoActKind = (typeof noActKinds)[number]

export const regimeSchema = z.object({
  code: z.enum(regimeCodes),
  months: z.int(),
  law: z.string(),
  /** An out-of-court demand makes the time start again, as in Spain. */
  demandCounts: z.boolean(),
})
export type Regime = z.infer<typeof regimeSchema>

export const setRegime = z
  .object({
    code: z.enum(regimeCodes),
    /** Of `other` only. */
    months: z.int().min(1).max(360).nullable().default(null),
    law: z.string().trim().max(120).default(''),
  })
  .refine(({ code, months, law }) => (code === 'other') === (months !== null) && (code !== 'other' || law !== ''), {
    message: 'other needs its months and its law; the others have theirs',
  })

export const actSchema = z.object({
  id: idSchema,
  customerId: idSchema,
  kind: z.enum(actKinds),
  day: daySchema,
  /** The end of an act that lasts; null while it goes on. */
  until: daySchema.nullable(),
  /** Everything that was owed on its day. */
  whole: z.boolean(),
  items: z.array(z.object({ itemId: idSchema, number: z.string() })),
  note: z.string(),
  documentId: idSchema.nullable(),
  documentName: z.string().nullable(),
  /** Written by a declared claim or a procedure: it is withdrawn there. */
  fromElsewhere: z.boolean(),
  by: z.string(),
  withdrawn: z.object({ on: daySchema, by: z.string(), because: z.string() }).nullable(),
})
export type RecordedAct = z.infer<typeof actSchema>

/** An act as it bears on one item; without an id it was read from the ledger or a signed plan. */
export const bearingSchema = z.object({
  id: idSchema.nullable(),
  kind: z.enum(actKinds),
  day: daySchema,
  until: daySchema.nullable(),
  /** `late`: the claim was barred by then; `without`: the regime gives it no effect. */
  effect: z.enum(['restarts', 'suspends', 'late', 'without']),
})
export type Bearing = z.infer<typeof bearingSchema>

/** The last day on which one may still act, and why that one. */
export const runSchema = z.object({
  day: daySchema,
  /** The day from which the time in force is counted. */
  from: daySchema,
  interruptedBy: bearingSchema.nullable(),
  /** Days that agreed talks added. */
  suspendedDays: z.int(),
})
export type Run = z.infer<typeof runSchema>

/** Passed, or within so many months. */
export const alertLevels = ['passed', '1', '3', '6', '12'] as const
export type AlertLevel = (typeof alertLevels)[number]

export const limitationSchema = z.object({
  itemId: idSchema,
  number: z.string(),
  kind: z.string(),
  issued: daySchema,
  performedOn: daySchema.nullable(),
  due: daySchema,
  currency: currencySchema,
  open: minorSchema,
  regime: regimeSchema,
  /** From the performance or the invoice, whichever came first: the one to act by (domain 1.7). */
  cautious: runSchema,
  /** From the day after the due date. */
  usual: runSchema,
  /** An act that lasts goes on: the days are those if it ended today. */
  suspended: z.boolean(),
  level: z.enum(alertLevels).nullable(),
  daysLeft: z.int(),
  /** Carried over without its invoice: when it was really issued is not known. */
  dateUnknown: z.boolean(),
  acts: z.array(bearingSchema),
})
export type Limitation = z.infer<typeof limitationSchema>

export const limitationRow = limitationSchema.extend({
  customerId: idSchema,
  customerCode: z.string(),
  customerName: z.string(),
})
export type LimitationRow = z.infer<typeof limitationRow>

const levelSum = z.object({ level: z.enum(alertLevels), items: z.int(), amount: minorSchema })

const settingsSchema = z.object({
  /** Of claims on customers without a rule of their own or of their segment. */
  book: regimeSchema,
  segments: z.array(z.object({ segment: z.string(), regime: regimeSchema })),
  customers: z.array(z.object({ customerId: idSchema, code: z.string(), name: z.string(), regime: regimeSchema })),
  /** Those to choose from, with their law. */
  regimes: z.array(regimeSchema),
})
export type LimitationSettings = z.infer<typeof settingsSchema>

export const limitationsContract = {
  list: query('read', 'Open invoices whose limitation is near or has passed, the nearest first', {
    input: pageSchema.extend({
      asOf: daySchema.optional(),
      /** Months up to the cautious day; what has passed is always among them. */
      within: z.int().min(0).max(60).default(12),
      customerId: idSchema.optional(),
      search: z.string().default(''),
    }),
    output: z.object({
      total: z.int(),
      /** Company's currency. */
      currency: currencySchema,
      /** Of all within the months asked for, whatever the page. */
      levels: z.array(levelSum),
      items: z.array(limitationRow),
    }),
  }),
  ofCustomer: query(
    'read',
    'Every open invoice of a customer with its two days of limitation, and the acts that moved them',
    {
      input: z.object({ customerId: idSchema, asOf: daySchema.optional() }),
      output: z.object({
        regime: regimeSchema,
        /** Where the rule comes from. */
        regimeOf: z.enum(['customer', 'segment', 'book']),
        items: z.array(limitationSchema),
        acts: z.array(actSchema),
        /** Instalment plans without a signed agreement: they interrupt nothing. */
        unsignedPlans: z.array(z.object({ planId: idSchema, agreedOn: daySchema })),
      }),
    },
  ),
  recordAct: command('collect', 'Record an act that interrupts or suspends the limitation of claims on a customer', {
    input: z.object({
      customerId: idSchema,
      /** None: everything that was owed on that day. */
      itemIds: z.array(idSchema).max(1000).default([]),
      kind: z.enum([...actKinds, ...noActKinds]),
      day: daySchema,
      until: daySchema.nullable().default(null),
      note: z.string().trim().max(1000).default(''),
      /** A document kept for the customer. */
      documentId: idSchema.nullable().default(null),
    }),
    output: actSchema,
  }),
  endAct: command('collect', 'Say when an act that lasts came to its end: the judgment, the end of the talks', {
    input: z.object({ id: idSchema, until: daySchema }),
    output: actSchema,
  }),
  withdrawAct: command('collect', 'Withdraw an act recorded by mistake, or one that the law holds for nothing', {
    input: z.object({ id: idSchema, reason: z.string().trim().min(1).max(500) }),
    output: actSchema,
  }),
  settings: query('read', 'How long claims live: of the book, of segments, of customers', {
    input: nothing,
    output: settingsSchema,
  }),
  setRegime: command('configure', 'Set how long claims live, of the book, a segment or a customer', {
    input: z.object({
      segment: z.string().trim().min(1).max(60).optional(),
      customerId: idSchema.optional(),
      /** Null: the rule of the segment, or of the book; the book always has one. */
      regime: setRegime.nullable(),
    }),
    output: settingsSchema,
  }),
}
