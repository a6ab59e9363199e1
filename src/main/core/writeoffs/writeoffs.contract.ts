import { z } from 'zod'
import { command, fileSchema, idSchema, languageSchema, pageSchema, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { amountSchema, currencySchema, minorSchema } from '../kernel/money.ts'
import { definitiveGrounds, recoverySchema, taxDueKinds, writeOffReasons, writeOffSchema } from './writeoffs.schema.ts'

const rateSchema = z.string().regex(/^\d{1,2}(\.\d{1,3})?$/)
const parts = z
  .array(z.object({ itemId: idSchema, amount: amountSchema.min(1) }))
  .min(1)
  .max(500)

/** From the day of the event on; null while the loss is not definitive. */
const definitive = z.object({ on: daySchema, ground: z.enum(definitiveGrounds) }).nullable()

export const writeoffsContract = {
  list: query('read', 'Write-offs: proposals that wait, those booked, those whose VAT asks for something', {
    input: pageSchema.extend({
      show: z.enum(['proposed', 'booked', 'vat', 'refused', 'all']).default('all'),
      customerId: idSchema.optional(),
      /** Days they were booked, or proposed where they are not; both included. */
      from: daySchema.optional(),
      until: daySchema.optional(),
    }),
    output: z.object({
      total: z.int(),
      writeOffs: z.array(writeOffSchema),
      /** Of all the book. */
      waiting: z.int(),
      vatToDo: z.int(),
      /** What is written off of those selected, less what was recovered, by currency. */
      sums: z.array(z.object({ currency: currencySchema, amount: minorSchema, tax: minorSchema })),
    }),
  }),
  get: query('read', 'One write-off: items, who decided, its VAT and what was recovered', {
    input: z.object({ id: idSchema }),
    output: writeOffSchema,
  }),
  recoveries: query('read', 'What came in on debts written off, and write-offs taken back', {
    input: z.object({ customerId: idSchema.optional(), from: daySchema.optional(), until: daySchema.optional() }),
    output: z.object({ recoveries: z.array(recoverySchema) }),
  }),
  propose: command('collect', 'Propose to write debts of one customer off, with the reason and what proves the loss', {
    input: z.object({
      customerId: idSchema,
      /** Without an amount, all that is open of the item. */
      items: z
        .array(z.object({ itemId: idSchema, amount: amountSchema.min(1).optional() }))
        .min(1)
        .max(500),
      reason: z.enum(writeOffReasons),
      note: z.string().trim().max(1000).default(''),
      taxDue: z.enum(taxDueKinds).default('invoiced'),
      /** In percent, for items whose VAT the book does not know from their electronic invoice. */
      taxRate: rateSchema.nullable().default(null),
      definitive: definitive.default(null),
      evidence: z
        .array(z.object({ name: z.string().trim().min(1).max(200), file: fileSchema }))
        .max(20)
        .default([]),
    }),
    output: writeOffSchema,
  }),
  approve: command('approve', 'Approve a proposal and book it from a day on: the debts leave balance and reminders', {
    input: z.object({
      id: idSchema,
      /** Not to come, and not before a letter that claims one of the items; the working day without it. */
      day: daySchema.optional(),
      answer: z.string().trim().max(1000).default(''),
    }),
    output: writeOffSchema,
  }),
  refuse: command('approve', 'Refuse a proposal, with the reason', {
    input: z.object({ id: idSchema, answer: z.string().trim().min(1).max(1000) }),
    output: writeOffSchema,
  }),
  withdraw: command('collect', 'Withdraw one’s own proposal', {
    input: z.object({ id: idSchema, answer: z.string().trim().max(1000).default('') }),
    output: writeOffSchema,
  }),
  addEvidence: command('collect', 'Add a document that proves the loss', {
    input: z.object({ id: idSchema, name: z.string().trim().min(1).max(200), file: fileSchema }),
    output: writeOffSchema,
  }),
  recover: command(
    'collect',
    'Take a write-off back in whole or in part: a receipt came after all, or it was a mistake; both stay in the book',
    {
      input: z.object({
        id: idSchema,
        /** From which the debt is owed again; the working day without it. */
        day: daySchema.optional(),
        /** What is owed again of each item; without it what the receipt holds, the oldest first, or all of it. */
        items: parts.optional(),
        /** The receipt that is matched with it. */
        receiptId: idSchema.nullable().default(null),
        reason: z.string().trim().max(500).default(''),
      }),
      output: writeOffSchema,
    },
  ),
  vat: command('collect', 'What is known of a write-off’s VAT: its rate, when it fell due, the event, what was done', {
    input: z.object({
      id: idSchema,
      taxDue: z.enum(taxDueKinds).optional(),
      taxRate: rateSchema.optional(),
      definitive: definitive.optional(),
      /** The day the notice left, and the day the VAT was deducted. */
      noticeSentOn: daySchema.nullable().optional(),
      claimedOn: daySchema.nullable().optional(),
    }),
    output: writeOffSchema,
  }),
  vatPreview: query('read', 'The notice of unpaid invoices as it would leave today (CGI art. 272-1)', {
    input: z.object({ id: idSchema }),
    /** One SVG per page. */
    output: z.object({ pages: z.array(z.string()) }),
  }),
  vatNotice: command('issue', 'Issue the notice of unpaid invoices and keep it; asked again it gives the one issued', {
    input: z.object({ id: idSchema }),
    output: z.object({ documentId: idSchema, name: z.string(), sha256: z.string(), file: fileSchema }),
  }),
  accountantList: query('read', 'Write-offs and recoveries of a period for the accountant, with VAT and accounts', {
    input: z.object({
      from: daySchema,
      until: daySchema,
      format: z.enum(['csv', 'xlsx', 'pdf']).default('xlsx'),
      /** Without it the company's. */
      language: languageSchema.optional(),
    }),
    output: z.object({ name: z.string(), file: fileSchema }),
  }),
}
