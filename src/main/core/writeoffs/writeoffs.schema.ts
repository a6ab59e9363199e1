import { z } from 'zod'
import { idSchema } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { currencySchema, minorSchema } from '../kernel/money.ts'
import { itemKinds } from '../receivables/receivables.contract.ts'

/** Why a debt is given up. */
export const writeOffReasons = [
  'insolvent-liquidation',
  'uneconomic',
  'time-barred',
  'settlement',
  'dispute-lost',
  'untraceable',
  'other',
] as const
export type WriteOffReason = (typeof writeOffReasons)[number]

export const writeOffStates = ['proposed', 'booked', 'refused', 'withdrawn'] as const

/** When the VAT of the invoices fell due: on invoicing (goods, services that opted for debits), or as they are paid. */
export const taxDueKinds = ['invoiced', 'received'] as const

/** What makes a loss definitive for the VAT (CGI art. 272-1). */
export const definitiveGrounds = [
  'liquidation',
  'plan',
  'disappeared',
  'stolen-cheque',
  'enforcement-failed',
  'other',
] as const

/**
 * Where the recovery of its VAT stands. `none`: nothing to recover; `unknown`: the VAT of an item is not known; `waiting`: not
 * definitive yet; `notice`: the notice to the customer is missing; `claim`: may be deducted; `claimed`; `lapsed`: too late.
 */
export const taxStates = ['none', 'unknown', 'waiting', 'notice', 'claim', 'claimed', 'lapsed'] as const
export type TaxState = (typeof taxStates)[number]

/** What whoever decides should know of an item. */
export const warningKinds = [
  'above-open',
  'disputed',
  'in-plan',
  'promised',
  'handed-over',
  'not-due',
  'insured',
] as const

const warning = z.object({
  kind: z.enum(warningKinds),
  itemId: idSchema,
  number: z.string(),
  /** Of what is disputed, insured, or open now where more was proposed. */
  amount: minorSchema.nullable(),
})
export type Warning = z.infer<typeof warning>

export const writeOffItem = z.object({
  itemId: idSchema,
  number: z.string(),
  kind: z.enum(itemKinds),
  issued: daySchema,
  due: daySchema,
  /** Of the whole item, and what of it is open on the working day. */
  invoiced: minorSchema,
  open: minorSchema,
  /** Given up, VAT included, and the VAT within it; null where it is not known. */
  amount: minorSchema,
  tax: minorSchema.nullable(),
  taxSource: z.enum(['invoice', 'rate']).nullable(),
  /** In percent; empty where it comes from the invoice itself. */
  taxRate: z.string(),
  /** Owed again since. */
  recovered: minorSchema,
  creditNumber: z.string().nullable(),
})

export const recoverySchema = z.object({
  id: idSchema,
  writeOffId: idSchema,
  reference: z.string(),
  customerId: idSchema,
  customerName: z.string(),
  currency: currencySchema,
  day: daySchema,
  by: z.string(),
  /** `received`: paid after all; `reversed`: the debt is owed again. */
  kind: z.enum(['received', 'reversed']),
  reason: z.string(),
  receiptNumber: z.string().nullable(),
  amount: minorSchema,
  /** VAT to be paid back to the State where it was recovered; null where it is not known. */
  tax: minorSchema.nullable(),
  items: z.array(z.object({ itemId: idSchema, number: z.string(), amount: minorSchema })),
})
export type Recovery = z.infer<typeof recoverySchema>

/** The VAT of a write-off, in its currency. */
export const taxStanding = z.object({
  state: z.enum(taxStates),
  due: z.enum(taxDueKinds),
  /** Within what is still written off; null where an item's is not known. */
  tax: minorSchema.nullable(),
  definitiveOn: daySchema.nullable(),
  ground: z.enum(definitiveGrounds).nullable(),
  /** The last day of the second year after the event. */
  deadline: daySchema.nullable(),
  daysLeft: z.int().nullable(),
  noticeId: idSchema.nullable(),
  noticeOn: daySchema.nullable(),
  noticeSentOn: daySchema.nullable(),
  claimedOn: daySchema.nullable(),
})
export type TaxStanding = z.infer<typeof taxStanding>

export const writeOffSchema = z.object({
  id: idSchema,
  reference: z.string(),
  customerId: idSchema,
  customerCode: z.string(),
  customerName: z.string(),
  currency: currencySchema,
  amount: minorSchema,
  /** In the company's currency, which authority is held against; null without a rate. */
  worth: minorSchema.nullable(),
  recovered: minorSchema,
  reason: z.enum(writeOffReasons),
  note: z.string(),
  state: z.enum(writeOffStates),
  proposedOn: daySchema,
  proposedBy: z.string(),
  answeredOn: daySchema.nullable(),
  answeredBy: z.string(),
  /** In whose place a deputy answered. */
  answeredFor: z.string(),
  answer: z.string(),
  /** From which it is booked. */
  day: daySchema.nullable(),
  items: z.array(writeOffItem),
  tax: taxStanding,
  documents: z.array(
    z.object({
      documentId: idSchema,
      name: z.string(),
      kind: z.enum(['evidence', 'vat-notice']),
      day: daySchema,
      by: z.string(),
    }),
  ),
  recoveries: z.array(recoverySchema),
  /** Of a proposal: what to know before it is answered, the first day it can be booked, and who may approve it. */
  warnings: z.array(warning),
  earliest: daySchema.nullable(),
  anyone: z.boolean(),
  approvers: z.array(z.string()),
  /** Whether the acting person may approve it, and if not why. */
  standing: z.enum(['may', 'own-proposal', 'above-authority', 'rate-missing', 'answered']),
})
export type WriteOff = z.infer<typeof writeOffSchema>
