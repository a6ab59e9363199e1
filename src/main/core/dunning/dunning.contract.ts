import { z } from 'zod'
import { handoverTargets } from '../handovers/handovers.contract.ts'
import { segmentSchema } from '../interest/interest.contract.ts'
import {
  command,
  fileSchema,
  idSchema,
  job,
  letterLanguageSchema,
  nothing,
  pageSchema,
  query,
} from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { currencySchema, minorSchema } from '../kernel/money.ts'
import { elementCheckSchema } from '../letters/formal.schema.ts'
import {
  approvals,
  channels,
  effects,
  groupings,
  planFields,
  planOfSchema,
  planSchema,
  planUseSchema,
} from './dunning.plan.schema.ts'
import { wordingContract } from './dunning.wording.contract.ts'

export type { LevelInput, Plan } from './dunning.plan.schema.ts'

export const proposedItem = z.object({
  itemId: idSchema,
  number: z.string(),
  issued: daySchema,
  due: daySchema,
  amount: minorSchema,
  open: minorSchema,
  /** Of what is open, contested and therefore not claimed. */
  disputed: minorSchema,
  daysLate: z.int(),
  level: z.int(),
  interest: minorSchema,
  indemnity: minorSchema,
})
/** Overdue as well, not yet due for a letter: named in it for information, not claimed. */
export const otherItem = proposedItem.pick({
  itemId: true,
  number: true,
  issued: true,
  due: true,
  amount: true,
  open: true,
  disputed: true,
  daysLate: true,
})
/** A yes given to a letter before it is issued; it holds up to the principal it was given for. */
export const approvalSchema = z.object({
  id: idSchema,
  by: z.string(),
  at: z.string(),
  note: z.string(),
  principal: minorSchema,
})
export type Approval = z.infer<typeof approvalSchema>
export const effectSchema = z.object({ kind: z.enum(effects), target: z.enum(handoverTargets).nullable() })
export const proposedLetter = z.object({
  /** Stable within a proposal: customer, currency, plan, and what sets it apart from another of theirs. */
  key: z.string(),
  planId: idSchema,
  planName: z.string(),
  grouping: z.enum(groupings),
  /** Told before the due date: it claims nothing. */
  notice: z.boolean(),
  customerId: idSchema,
  customerCode: z.string(),
  customerName: z.string(),
  currency: currencySchema,
  level: z.int(),
  levelName: z.string(),
  channel: z.enum(channels),
  approval: z.enum(approvals),
  /** Null until somebody approved it, and again once it claims more than was approved. */
  approved: approvalSchema.nullable(),
  /** What else happens when it is issued. */
  effect: effectSchema.nullable(),
  items: z.array(proposedItem),
  /** Overdue as well, named and not claimed. */
  others: z.array(otherItem),
  /** What is open of the items, less what is disputed. */
  principal: minorSchema,
  /** Unallocated receipts and credit notes, deducted. */
  credits: minorSchema,
  interest: minorSchema,
  indemnities: minorSchema,
  fees: minorSchema,
  /** Left of recovery costs, and of charges of invoices paid since; of earlier fees what is left is among the fees. */
  earlierCharges: minorSchema,
  total: minorSchema,
  /** Why this letter could not be issued as things stand: `no-bank-account`, `rate-missing 2027-S1 FR`, `rates-unknown CH`. */
  problems: z.array(z.string()),
  /**
   * What to look at before it goes; nothing is kept from going: `no-address` of a letter on paper, `bank-line-waiting` where
   * a receipt told by the bank and not matched yet looks like the customer's, `approval-outgrown`.
   */
  warnings: z.array(z.string()),
})
export type ProposedLetter = z.infer<typeof proposedLetter>

export const skipReasons = [
  'level-not-reached',
  'minimum-gap',
  'deadline-running',
  'previous-not-sent',
  'insolvent',
  'handed-over',
  'on-hold',
  'disputed',
  'instalment-plan',
  'promised',
  'payment-under-way',
  'item-minimum',
  'level-minimum',
  'ladder-finished',
  'covered-by-credits',
  'below-minimum',
  'no-threshold-for-currency',
  'customer-excluded',
] as const
export const skippedItem = z.object({
  itemId: idSchema,
  customerId: idSchema,
  customerCode: z.string(),
  customerName: z.string(),
  number: z.string(),
  due: daySchema,
  currency: currencySchema,
  open: minorSchema,
  daysLate: z.int(),
  reason: z.enum(skipReasons),
  /** The day it comes back, when known. */
  until: daySchema.nullable(),
})
export const proposalSchema = z.object({
  asOf: daySchema,
  /** Day of the last payment in the book: what was received later is not deducted. */
  lastPayment: daySchema.nullable(),
  /** Until which day the bank has told its movements. */
  lastBankDay: daySchema.nullable(),
  lastRun: z.object({ number: z.int(), asOf: daySchema }).nullable(),
  letters: z.array(proposedLetter),
  skipped: z.array(skippedItem),
})
export type Proposal = z.infer<typeof proposalSchema>

export const letterRow = z.object({
  id: idSchema,
  runId: idSchema,
  reference: z.string(),
  customerId: idSchema,
  customerCode: z.string(),
  customerName: z.string(),
  currency: currencySchema,
  level: z.int(),
  levelName: z.string(),
  channel: z.enum(channels),
  /** Null in letters older than the plan they could name. */
  planId: idSchema.nullable(),
  /** Key of the wording it was made with; null where that is no longer known. */
  wording: z.string().nullable(),
  wordingVersion: z.string().nullable(),
  notice: z.boolean(),
  effect: z.enum(effects).nullable(),
  language: letterLanguageSchema,
  day: daySchema,
  deadline: daySchema.nullable(),
  principal: minorSchema,
  credits: minorSchema,
  interest: minorSchema,
  indemnities: minorSchema,
  fees: minorSchema,
  earlierCharges: minorSchema,
  total: minorSchema,
  documentId: idSchema.nullable(),
  fileName: z.string().nullable(),
  sha256: z.string().nullable(),
  sentOn: daySchema.nullable(),
  cancelledOn: daySchema.nullable(),
  cancelReason: z.string().nullable(),
})
export type LetterRow = z.infer<typeof letterRow>

export const runSchema = z.object({
  id: idSchema,
  number: z.int(),
  asOf: daySchema,
  createdAt: z.string(),
  user: z.string(),
  letters: z.int(),
  sent: z.int(),
  cancelled: z.int(),
  /** Neither sent nor cancelled; in an older book a letter may be both. */
  toSend: z.int(),
})

export const holdSchema = z.object({
  id: idSchema,
  customerId: idSchema,
  customerCode: z.string(),
  customerName: z.string(),
  itemId: idSchema.nullable(),
  itemNumber: z.string().nullable(),
  reason: z.string(),
  /** Who looks after it. */
  owner: z.string(),
  until: daySchema.nullable(),
  createdOn: daySchema,
  createdBy: z.string(),
})

export const dunningContract = {
  plans: query('read', 'The dunning plans, the default one first, archived ones last', {
    input: nothing,
    output: z.object({ plans: z.array(planSchema) }),
  }),
  savePlan: command('configure', 'Add a dunning plan or change one; one that cannot work is refused with the reasons', {
    input: planFields.extend({ id: idSchema.nullable().default(null) }),
    output: planSchema,
  }),
  archivePlan: command('configure', 'Put a plan away that serves nobody, or bring it back; the default one stays', {
    input: z.object({ id: idSchema, archived: z.boolean().default(true) }),
    output: planSchema,
  }),
  makeDefaultPlan: command('configure', 'Make a plan the one of whoever has no other', {
    input: z.object({ id: idSchema }),
    output: planSchema,
  }),
  setPlan: command(
    'collect',
    'Choose the plan of a customer, a segment or some items; none: the next one outwards serves',
    {
      input: z
        .object({
          planId: idSchema.nullable(),
          customerId: idSchema.optional(),
          segment: z.string().trim().min(1).optional(),
          itemIds: z.array(idSchema).min(1).max(1000).optional(),
        })
        .refine(({ customerId, segment, itemIds }) => [customerId, segment, itemIds].filter(Boolean).length === 1, {
          message: 'name a customer, a segment or items',
        }),
      output: nothing,
    },
  ),
  planUse: query('read', 'Which plan serves which segments, customers and items', {
    input: nothing,
    output: planUseSchema,
  }),
  planOf: query('read', 'The plan of a customer or of one of its items, and why that one', {
    input: z.object({ customerId: idSchema, itemId: idSchema.optional() }),
    output: planOfSchema,
  }),
  approve: command('approve', 'Approve proposed letters that need a second person; who approves does not issue them', {
    input: z.object({
      asOf: daySchema,
      catchUp: z.boolean().default(false),
      keys: z.array(z.string()).min(1),
      note: z.string().trim().max(500).default(''),
    }),
    output: z.object({ approved: z.int() }),
  }),
  withdrawApproval: command('approve', 'Take an approval back, as long as its letter was not issued', {
    input: z.object({ id: idSchema }),
    output: nothing,
  }),
  propose: query('read', 'Every letter that could go on a day and, for every overdue item in none, why not', {
    input: z.object({ asOf: daySchema, catchUp: z.boolean().default(false) }),
    output: proposalSchema,
  }),
  issue: job('issue', 'Issue letters: they are set, numbered and kept in the book; issued letters never change', {
    input: z.object({
      asOf: daySchema,
      catchUp: z.boolean().default(false),
      /** Keys of the proposed letters to issue; without it all of them. */
      keys: z.array(z.string()).optional(),
      /** The human yes that a formal notice needs. */
      confirmed: z.boolean().default(false),
    }),
    output: z.object({ run: runSchema, letters: z.array(letterRow) }),
    alone: 'dunning.run-under-way',
  }),
  runs: query('read', 'Dunning runs, newest first', { input: nothing, output: z.object({ runs: z.array(runSchema) }) }),
  letters: query('read', 'Letters issued, by run or customer, by page', {
    input: pageSchema.extend({ runId: idSchema.optional(), customerId: idSchema.optional() }),
    output: z.object({ total: z.int(), letters: z.array(letterRow) }),
  }),
  letterDetail: query('read', 'One letter with its items and the detail of its interest', {
    input: z.object({ id: idSchema }),
    output: z.object({
      letter: letterRow,
      items: z.array(
        z.object({
          itemId: idSchema,
          number: z.string(),
          due: daySchema,
          open: minorSchema,
          disputed: minorSchema,
          daysLate: z.int(),
          level: z.int(),
          interest: minorSchema,
          indemnity: minorSchema,
          segments: z.array(segmentSchema),
        }),
      ),
    }),
  }),
  exportRun: query('read', 'The letters of a run as one ZIP with a PDF per customer, or all in one PDF', {
    input: z.object({ runId: idSchema, format: z.enum(['zip', 'pdf']) }),
    output: z.object({ name: z.string(), file: fileSchema }),
  }),
  markSent: command('issue', 'Record that the letters of a run (or some of them) were sent', {
    input: z.object({ runId: idSchema, letterIds: z.array(idSchema).optional() }),
    output: z.object({ marked: z.int() }),
  }),
  cancelLetter: command(
    'issue',
    'Cancel a letter that was not sent: it stays in the book with the reason, and its items go back a level',
    {
      input: z.object({ id: idSchema, reason: z.string().trim().min(1).max(500) }),
      output: letterRow,
    },
  ),
  previewLetter: query('read', 'The page of a proposed letter, as SVG, before it is issued', {
    input: z.object({ asOf: daySchema, catchUp: z.boolean().default(false), key: z.string() }),
    output: z.object({ pages: z.array(z.string()) }),
  }),
  ...wordingContract,
  notices: query('read', 'What each formal notice of a day has of the elements of a solid one, and what it lacks', {
    input: z.object({ asOf: daySchema, catchUp: z.boolean().default(false), keys: z.array(z.string()).optional() }),
    output: z.object({
      notices: z.array(
        z.object({
          key: z.string(),
          customerId: idSchema,
          customerName: z.string(),
          elements: z.array(elementCheckSchema),
        }),
      ),
    }),
  }),
  holds: query('read', 'Holds in force, of a customer or all', {
    input: z.object({ customerId: idSchema.optional() }),
    output: z.object({ holds: z.array(holdSchema) }),
  }),
  hold: command('collect', 'Suspend reminders of a customer or of one item until a day, with a reason', {
    input: z.object({
      customerId: idSchema,
      itemId: idSchema.nullable().default(null),
      reason: z.string().trim().min(1).max(300),
      owner: z.string().trim().max(100).default(''),
      until: daySchema.nullable().default(null),
    }),
    output: holdSchema,
  }),
  releaseHold: command('collect', 'End a hold today', { input: z.object({ id: idSchema }), output: nothing }),
}
