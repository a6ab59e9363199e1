import { z } from 'zod'
import { issuedFile } from '../handovers/handovers.contract.ts'
import { procedures } from '../handovers/procedure.schema.ts'
import { command, fileSchema, idSchema, job, languageSchema, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { currencySchema, minorSchema } from '../kernel/money.ts'
import { accountSchema } from './account.schema.ts'
import { imputations, pieceKinds, routeReasons } from './claims.schema.ts'

const subject = z.object({
  handoverId: idSchema.optional(),
  customerId: idSchema.optional(),
  /** Of a customer; without them all that is open. */
  itemIds: z.array(idSchema).max(5000).optional(),
  asOf: daySchema.optional(),
  imputation: z.enum(imputations).optional(),
  /** The day capitalisation was asked for; null for simple interest. Left out: as the hand-over says. */
  capitalisedFrom: daySchema.nullable().optional(),
})

/** Papers that are drawn up for a claim; each names the procedures it belongs to. */
export const paperKinds = [
  'account',
  'mandate',
  'agency-sheet',
  'payment-order-request',
  'uncontested-request',
  'small-claims-request',
  'lawyer-sheet',
] as const
export type PaperKind = (typeof paperKinds)[number]

const reasonSchema = z.object({ code: z.enum(routeReasons), details: z.record(z.string(), z.unknown()) })

export const routeSchema = z.object({
  procedure: z.enum(procedures),
  /** `caution`: open, with something to look at first. */
  state: z.enum(['open', 'caution', 'closed']),
  /** What closes it or asks for care, first; then what it costs and takes. */
  reasons: z.array(reasonSchema),
  recommended: z.boolean(),
})
export type Route = z.infer<typeof routeSchema>

export const pieceSchema = z.object({
  key: z.string(),
  kind: z.enum(pieceKinds),
  title: z.string(),
  day: daySchema.nullable(),
  /** Numbers of the invoices it is about; empty for all. */
  items: z.array(z.string()),
  /** Null: drawn up with the file. */
  documentId: idSchema.nullable(),
  fileName: z.string(),
  mediaType: z.string(),
  /** Its place in the list; null while it is left out. */
  number: z.int().nullable(),
  /** `page`: in the PDF; `listed`: only in the ZIP, its format has no page. */
  shown: z.enum(['page', 'listed']),
})
export type Piece = z.infer<typeof pieceSchema>

export const missingSchema = z.object({
  kind: z.enum(['invoice', 'order', 'delivery', 'terms', 'formal-notice', 'receipt', 'registry', 'address']),
  /** Numbers of the invoices that lack it; empty when it is one for all. */
  items: z.array(z.string()),
})
export type Missing = z.infer<typeof missingSchema>

export const claimsContract = {
  account: query('read', 'The account of a claim: principal, interest and costs line by line, by currency', {
    input: subject,
    output: z.object({ accounts: z.array(accountSchema) }),
  }),
  accountFile: query('read', 'The account of a claim as PDF or XLSX', {
    input: subject.extend({ format: z.enum(['pdf', 'xlsx']), language: languageSchema.optional() }),
    output: z.object({ name: z.string(), file: fileSchema }),
  }),
  routes: query('read', 'Which ways to payment or a title are open for a claim, and why the others are not', {
    input: z.object({ handoverId: idSchema.optional(), customerId: idSchema.optional() }),
    output: z.object({
      currency: currencySchema,
      /** What would be claimed on the working day, interest first. */
      total: minorSchema,
      routes: z.array(routeSchema),
      /** Insolvent: the claim is declared, no route is open. */
      insolvent: z.boolean(),
      court: z.object({
        kind: z.enum(['economic', 'commercial', 'civil']),
        city: z.string(),
        /** Written by the user, else proposed from the debtor's seat. */
        name: z.string(),
        proposed: z.boolean(),
      }),
      debtor: z.object({ form: z.string(), merchant: z.enum(['yes', 'no', 'unknown']) }),
    }),
  }),
  pieces: query('read', 'The numbered list of exhibits of a claim, and what is missing', {
    input: z.object({ handoverId: idSchema, language: languageSchema.optional() }),
    output: z.object({ pieces: z.array(pieceSchema), missing: z.array(missingSchema) }),
  }),
  leaveOut: command('collect', 'Leave an exhibit out of the file of a claim, or take it in again', {
    input: z.object({ handoverId: idSchema, piece: z.string().min(1).max(200), out: z.boolean() }),
    output: z.object({ pieces: z.array(pieceSchema), missing: z.array(missingSchema) }),
  }),
  papers: query('read', 'Papers that can be drawn up for a hand-over, by its procedure', {
    input: z.object({ handoverId: idSchema }),
    output: z.object({ papers: z.array(z.enum(paperKinds)) }),
  }),
  paper: query('read', 'A paper of a claim on the page, as SVG, before it is issued', {
    input: z.object({ handoverId: idSchema, kind: z.enum(paperKinds), language: languageSchema.optional() }),
    output: z.object({ pages: z.array(z.string()) }),
  }),
  issuePaper: command('issue', 'Issue a paper of a claim: it is kept with its fingerprint and never changes', {
    input: z.object({ handoverId: idSchema, kind: z.enum(paperKinds), language: languageSchema.optional() }),
    output: issuedFile,
  }),
  file: job(
    'issue',
    'Issue the file of a claim: account and exhibits in one ZIP or one PDF, kept with its fingerprint',
    {
      input: z.object({ handoverId: idSchema, format: z.enum(['zip', 'pdf']), language: languageSchema.optional() }),
      output: issuedFile,
    },
  ),
}
