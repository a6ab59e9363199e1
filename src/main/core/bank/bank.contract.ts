import { z } from 'zod'
import { command, idSchema, job, pageSchema, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { amountSchema, currencySchema, minorSchema } from '../kernel/money.ts'
import { taxRateSchema } from '../payments/payments.contract.ts'
import { bankLineKinds } from './bank-kinds.schema.ts'

export const statementRow = z.object({
  id: idSchema,
  account: z.string(),
  currency: currencySchema,
  number: z.string(),
  format: z.string(),
  openingDay: daySchema.nullable(),
  opening: minorSchema.nullable(),
  closingDay: daySchema.nullable(),
  closing: minorSchema.nullable(),
  /** Closing less opening and lines. */
  difference: minorSchema,
  lines: z.int(),
  open: z.int(),
  importedAt: z.string().nullable(),
})

/** receipt: money in; return: a receipt taken back; out: charges, interest and expenses, of which nothing is asked. */
export const lineRoles = ['receipt', 'return', 'out'] as const

export const bankLine = z.object({
  id: idSchema,
  statementId: idSchema,
  account: z.string(),
  booked: daySchema,
  valued: daySchema.nullable(),
  amount: minorSchema,
  currency: currencySchema,
  kind: z.enum(bankLineKinds),
  role: z.enum(lineRoles),
  party: z.string(),
  partyAccount: z.string(),
  text: z.string(),
  reference: z.string(),
  creditorReference: z.string(),
  bankReference: z.string(),
  returnReason: z.string(),
  state: z.enum(['open', 'matched', 'set_aside']),
  /** What is still to be placed of it, above zero. */
  left: minorSchema,
  asideReason: z.string(),
  closedOn: daySchema.nullable(),
  closedBy: z.string().nullable(),
  /** What was made of it. */
  payments: z.array(
    z.object({
      itemId: idSchema,
      customerId: idSchema,
      customerName: z.string(),
      number: z.string(),
      amount: minorSchema,
    }),
  ),
})
export type BankLine = z.infer<typeof bankLine>

/** Why a candidate is one, in words of the window. `detail` is the text found, the name or the difference. */
export const matchReasons = [
  'creditor-reference',
  'number',
  'short-number',
  'end-to-end',
  'structured-document',
  'account-known',
  'label-known',
  'name',
  'amount-exact',
  'amount-sum',
  'amount-balance',
  'amount-discount',
  'amount-near',
  'account-asked',
  'earlier-receipt',
] as const

export const proposalSchema = z.object({
  /** Stable within the line's proposals. */
  key: z.string(),
  customerId: idSchema,
  customerCode: z.string(),
  customerName: z.string(),
  /** 0 to 100. */
  score: z.int(),
  /** Reference and amount exact, and no rival: may be accepted without a look. */
  ready: z.boolean(),
  /** settle: a receipt is made and allocated; link: the book holds the receipt already; bounce: a receipt is taken back. */
  action: z.enum(['settle', 'link', 'bounce']),
  /** What is settled; of a link or a bounce, the receipt. */
  items: z.array(
    z.object({
      itemId: idSchema,
      number: z.string(),
      due: daySchema,
      open: minorSchema,
      /** Placed on it, by the line and by the credits deducted. */
      amount: minorSchema,
      /** Of `discount` and `writeOff`, its part. */
      discount: minorSchema,
      writeOff: minorSchema,
    }),
  ),
  /** Credit notes that the customer deducted. */
  credits: z.array(z.object({ itemId: idSchema, number: z.string(), amount: minorSchema })),
  /** Early-payment discount that the customer took. */
  discount: minorSchema,
  /** A difference within the policy's limit. */
  writeOff: minorSchema,
  /** Not placed on any item: stays in the customer's credit. */
  unallocated: minorSchema,
  reasons: z.array(z.object({ code: z.enum(matchReasons), detail: z.string() })),
})
export type BankProposal = z.infer<typeof proposalSchema>

const placed = z.object({ itemId: idSchema, amount: amountSchema.min(1) })

export const bankContract = {
  statements: query('read', 'Bank statements, newest first', {
    input: pageSchema,
    output: z.object({ total: z.int(), statements: z.array(statementRow), lastDay: daySchema.nullable() }),
  }),
  lines: query('read', 'Bank lines, oldest first, by page', {
    input: pageSchema.extend({
      statementId: idSchema.optional(),
      show: z.enum(['open', 'matched', 'set_aside', 'all']).default('open'),
      /** `waiting`: receipts and returns, without expenses of which nothing is asked. */
      role: z.enum([...lineRoles, 'waiting', 'all']).default('all'),
      search: z.string().default(''),
    }),
    output: z.object({
      total: z.int(),
      lines: z.array(bankLine),
      /** Lines of the whole book that wait for somebody: receipts and returns. */
      counts: z.object({ open: z.int(), receipts: z.int(), returns: z.int() }),
    }),
  }),
  proposals: query('read', 'Who paid what: candidates of bank lines, best first, with score and reasons', {
    /** Without ids, every open line; `offset` and `limit` page them. */
    input: pageSchema.extend({ lineIds: z.array(idSchema).max(1000).optional() }),
    output: z.object({ lines: z.array(z.object({ lineId: idSchema, proposals: z.array(proposalSchema) })) }),
  }),
  match: command('collect', 'Make receipts of a bank line and what they settle; several customers may share one', {
    input: z.object({
      lineId: idSchema,
      parts: z
        .array(
          z.object({
            customerId: idSchema,
            /** Of the line, above zero. */
            amount: amountSchema.min(1),
            /** `oldest`, or a split by hand; what is not placed stays unallocated. */
            allocate: z.union([z.enum(['none', 'oldest']), z.array(placed)]).default([]),
            /** Credit notes deducted: they settle what `allocate` names before the line does. */
            credits: z.array(placed).default([]),
            /** Discount granted on these items, taxes included, with the VAT rate in percent. */
            discounts: z.array(placed.extend({ taxRate: taxRateSchema.default('0') })).default([]),
            /** Small differences written off, within the policy's limit. */
            writeOffs: z.array(placed).default([]),
          }),
        )
        .min(1)
        .max(200),
    }),
    output: bankLine,
  }),
  link: command('collect', 'The line is a receipt that the book holds already: it is cleared on the bank’s day', {
    input: z.object({ lineId: idSchema, itemIds: z.array(idSchema).min(1).max(200) }),
    output: bankLine,
  }),
  bounce: command('collect', 'The line takes back a receipt: rejected debit, bounced cheque, returned transfer', {
    input: z.object({ lineId: idSchema, itemId: idSchema, reason: z.string().trim().max(200).default('') }),
    output: bankLine,
  }),
  matchReady: job('collect', 'Accept every proposal that is ready: exact reference and amount', {
    input: z.object({ lineIds: z.array(idSchema).optional() }),
    output: z.object({ matched: z.int(), left: z.int() }),
  }),
  setAside: command('collect', 'The line is no receipt of a customer, with the reason', {
    input: z.object({ lineIds: z.array(idSchema).min(1).max(1000), reason: z.string().trim().max(200).default('') }),
    output: z.object({ changed: z.int() }),
  }),
  reopen: command('collect', 'Undo what was made of a line: its receipts go, what they settled is open again', {
    input: z.object({ lineId: idSchema }),
    output: bankLine,
  }),
  payers: query('read', 'What past choices taught: the accounts and labels of a customer', {
    input: z.object({ customerId: idSchema.optional() }),
    output: z.object({
      payers: z.array(
        z.object({
          kind: z.enum(['account', 'label']),
          value: z.string(),
          customerId: idSchema,
          customerName: z.string(),
          uses: z.int(),
          lastUsed: daySchema,
        }),
      ),
    }),
  }),
  forget: command('collect', 'Forget an account or a label', {
    input: z.object({ kind: z.enum(['account', 'label']), value: z.string(), customerId: idSchema }),
    output: z.object({ removed: z.int() }),
  }),
}
