import { z } from 'zod'
import { command, fileSchema, idSchema, pageSchema, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { amountSchema, currencySchema, minorSchema } from '../kernel/money.ts'
import { deadlineCodes, procedures, stepCodes } from './procedure.schema.ts'

/** Who has the account from then on: our own collection, or somebody outside. */
export const handoverTargets = ['collection', 'agency', 'lawyer', 'bailiff', 'court'] as const

/** Who it was handed to, and on what terms. */
export const mandateSchema = z.object({
  name: z.string().trim().max(200).default(''),
  /** The number of the file there. */
  reference: z.string().trim().max(100).default(''),
  email: z.string().trim().max(200).default(''),
  address: z.string().trim().max(500).default(''),
  /** What the recipient is paid for: “12 % of what is collected”. */
  feeBasis: z.string().trim().max(500).default(''),
})
export type Mandate = z.infer<typeof mandateSchema>

/** The way the claim goes, and what its papers say of the court and the debtor. */
const proceedingShape = {
  procedure: z.enum(procedures).nullable().default(null),
  /** Empty: proposed from the debtor's seat. */
  court: z.string().trim().max(200).default(''),
  /** Legal form as the register has it: SARL, SAS, association… */
  debtorForm: z.string().trim().max(100).default(''),
  debtorRegistry: z.string().trim().max(100).default(''),
}

export const accountSettings = z.object({
  imputation: z.enum(['principal-first', 'interest-first', 'costs-first']),
  /** The day capitalisation was asked for in court, or from which the contract says so; null: simple interest. */
  capitalisedFrom: daySchema.nullable(),
  capitalisedBy: z.enum(['', 'contract', 'court']),
  /** Null: the working day. */
  asOf: daySchema.nullable(),
})
export type AccountSettings = z.infer<typeof accountSettings>

export const deadlineSchema = z.object({
  code: z.enum(deadlineCodes),
  /** What the creditor must have done by then, what the debtor may do until then, or the first day to act. */
  kind: z.enum(['act', 'wait', 'from']),
  stepId: idSchema,
  since: daySchema,
  counted: daySchema,
  /** The next working day when it ends on none (CPC 642). */
  on: daySchema,
  law: z.string(),
  done: z.boolean(),
})

export const handoverSchema = z.object({
  id: idSchema,
  customerId: idSchema,
  customerCode: z.string(),
  customerName: z.string(),
  to: z.enum(handoverTargets),
  on: daySchema,
  by: z.string(),
  reason: z.string(),
  reviewId: idSchema.nullable(),
  mandate: mandateSchema,
  ...proceedingShape,
  account: accountSettings,
  /** The next deadline of its procedure; null without one to come. */
  next: deadlineSchema.nullable(),
  /** As they stood on the day it was handed over, and what is open of them now. */
  items: z.array(
    z.object({
      itemId: idSchema,
      number: z.string(),
      due: daySchema,
      currency: currencySchema,
      handed: minorSchema,
      open: minorSchema,
    }),
  ),
  totals: z.array(z.object({ currency: currencySchema, handed: minorSchema, open: minorSchema })),
  closedOn: daySchema.nullable(),
  closedBy: z.string(),
  closedBecause: z.string(),
})
export type Handover = z.infer<typeof handoverSchema>

export const stepSchema = z.object({
  id: idSchema,
  code: z.enum(stepCodes),
  day: daySchema,
  note: z.string(),
  /** Whether the debtor was met in person; null where it matters not. */
  inPerson: z.boolean().nullable(),
  /** Granted, deposited, paid over: in the company's currency. */
  amount: minorSchema.nullable(),
  documentId: idSchema.nullable(),
  documentName: z.string().nullable(),
  at: z.string(),
  by: z.string(),
  withdrawn: z.object({ on: daySchema, by: z.string(), because: z.string() }).nullable(),
})
export type HandoverStep = z.infer<typeof stepSchema>

export const issuedFile = z.object({
  id: idSchema,
  kind: z.string(),
  asOf: daySchema,
  imputation: z.string(),
  currency: currencySchema.nullable(),
  total: minorSchema.nullable(),
  documentId: idSchema,
  name: z.string(),
  size: z.int(),
  sha256: z.string(),
  day: daySchema,
  by: z.string(),
})
export type IssuedFile = z.infer<typeof issuedFile>

const detailSchema = z.object({
  handover: handoverSchema,
  /** In the order of their days; withdrawn ones too. */
  steps: z.array(stepSchema),
  deadlines: z.array(deadlineSchema),
  /** What was drawn up for it, the newest first. */
  files: z.array(issuedFile),
})
export type HandoverDetail = z.infer<typeof detailSchema>

export const handoversContract = {
  list: query('read', 'Accounts handed over to collection, with their open items', {
    input: pageSchema.extend({
      customerId: idSchema.optional(),
      show: z.enum(['open', 'closed', 'all']).default('open'),
    }),
    output: z.object({ total: z.int(), handovers: z.array(handoverSchema) }),
  }),
  get: query('read', 'One hand-over with its steps, the deadlines they set, and the files issued', {
    input: z.object({ id: idSchema }),
    output: detailSchema,
  }),
  handOver: command('collect', 'Hand an account over to collection: what is open of it that day is frozen', {
    input: z.object({
      customerId: idSchema,
      to: z.enum(handoverTargets),
      reason: z.string().trim().min(1).max(500),
      mandate: mandateSchema.prefault({}),
      ...proceedingShape,
    }),
    output: handoverSchema,
  }),
  update: command('collect', 'Change who has it in hand, the way it goes, or how its account is drawn up', {
    input: z.object({ id: idSchema, mandate: mandateSchema, ...proceedingShape, account: accountSettings }),
    output: detailSchema,
  }),
  addStep: command('collect', 'Write down what happened to it: filed, granted, served, objected to, paid over', {
    input: z.object({
      id: idSchema,
      code: z.enum(stepCodes),
      /** Not before it was handed over; only a hearing may be still to come. */
      day: daySchema,
      note: z.string().trim().max(1000).default(''),
      inPerson: z.boolean().nullable().default(null),
      amount: amountSchema.min(0).nullable().default(null),
      /** The paper itself, with its name. */
      name: z.string().trim().max(200).default(''),
      file: fileSchema.nullable().default(null),
    }),
    output: detailSchema,
  }),
  withdrawStep: command('collect', 'Withdraw a step that was written down by mistake: it stays with the reason', {
    input: z.object({ stepId: idSchema, reason: z.string().trim().min(1).max(500) }),
    output: detailSchema,
  }),
  close: command('collect', 'Close what was handed over: paid, given up, or taken back', {
    input: z.object({ id: idSchema, reason: z.string().trim().min(1).max(500) }),
    output: handoverSchema,
  }),
}
