import { z } from 'zod'
import { rateSchema } from '../exchange/exchange.contract.ts'
import { command, idSchema, nothing, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { amountSchema, currencySchema, minorSchema } from '../kernel/money.ts'
import { itemKinds } from '../receivables/receivables.contract.ts'

export const paymentMethods = ['transfer', 'direct_debit', 'cheque', 'draft', 'card', 'cash', 'other'] as const
export type PaymentMethod = (typeof paymentMethods)[number]

const above = amountSchema.min(1)

/** Of VAT, in percent, as a decimal: 20, 5.5. */
export const taxRateSchema = z.string().regex(/^\d{1,2}(\.\d{1,3})?$/)

/** What a credit settles: nothing yet, the oldest debts first, or a split by hand. */
export const allocationChoice = z.union([
  z.enum(['none', 'oldest']),
  z.array(z.object({ itemId: idSchema, amount: above })).min(1),
])
export type AllocationChoice = z.infer<typeof allocationChoice>

export const matchSchema = z.object({
  id: idSchema,
  debitId: idSchema,
  debitNumber: z.string(),
  creditId: idSchema,
  creditNumber: z.string(),
  amount: above,
  day: daySchema,
  /** In the company's currency: a gain is above zero. */
  exchange: minorSchema,
})
export type Match = z.infer<typeof matchSchema>

/** What came of a movement: the item made, its matches, and what is left of it to place (zero or more). */
export const settled = z.object({
  itemId: idSchema,
  number: z.string(),
  matches: z.array(matchSchema),
  left: minorSchema,
})

export const itemMatch = matchSchema.extend({
  /** The other side. */
  otherId: idSchema,
  otherKind: z.enum(itemKinds),
  otherNumber: z.string(),
  origin: z.enum(['lettering', 'import', 'manual', 'bank']),
  undoneOn: daySchema.nullable(),
  undoneBecause: z.enum(['mistake', 'bounced', 'cancelled', 'recovered']).nullable(),
})

export const paymentsContract = {
  receive: command('collect', 'Record a receipt and what it settles; what it does not settle stays unallocated', {
    input: z.object({
      customerId: idSchema,
      day: daySchema,
      /** Without it, what a split by hand adds up to. */
      amount: above.optional(),
      currency: currencySchema,
      method: z.enum(paymentMethods),
      reference: z.string().trim().max(100).default(''),
      /** Of a draft: the day it is paid. */
      maturity: daySchema.nullable().default(null),
      note: z.string().trim().max(500).default(''),
      /** For another currency than the company's; without it the rate kept for the day, if any. */
      rate: rateSchema.optional(),
      allocate: allocationChoice.default('oldest'),
    }),
    output: settled,
  }),
  bounce: command('collect', 'A receipt came back: what it settled is open again from that day, at its own due dates', {
    input: z.object({
      itemId: idSchema,
      day: daySchema,
      reason: z.string().trim().max(200).default(''),
      reference: z.string().trim().max(100).default(''),
    }),
    output: settled.extend({ reopened: z.array(idSchema) }),
  }),
  refund: command('collect', 'Pay back what a customer has in credit: never more than it', {
    input: z.object({
      customerId: idSchema,
      day: daySchema,
      amount: above,
      currency: currencySchema,
      method: z.enum(paymentMethods),
      reference: z.string().trim().max(100).default(''),
      note: z.string().trim().max(500).default(''),
      /** Credits paid back; the oldest first without it. */
      credits: z.array(z.object({ itemId: idSchema, amount: above })).optional(),
    }),
    output: settled,
  }),
  writeOff: command('collect', 'Write off a small difference, of a debit or of a credit, within the policy’s limit', {
    input: z.object({
      itemId: idSchema,
      day: daySchema,
      amount: above.optional(),
      note: z.string().trim().max(500).default(''),
    }),
    output: settled,
  }),
  discount: command('collect', 'Grant an early-payment discount, with the correction of its VAT', {
    input: z.object({
      itemId: idSchema,
      day: daySchema,
      /** Taxes included. */
      amount: above,
      taxRate: taxRateSchema.default('0'),
      note: z.string().trim().max(500).default(''),
    }),
    output: settled.extend({ tax: minorSchema }),
  }),
  setOff: command('collect', 'Set a debt of ours to the same party against what they owe (C. civ. 1347)', {
    input: z.object({
      customerId: idSchema,
      day: daySchema,
      /** Number and amount of their document. */
      reference: z.string().trim().min(1).max(100),
      amount: above,
      currency: currencySchema,
      allocate: allocationChoice.default('oldest'),
      note: z.string().trim().max(500).default(''),
    }),
    /** `counterLeft` is what we still owe them. */
    output: settled.extend({ counterLeft: minorSchema }),
  }),
  allocate: command('collect', 'Match debits with credits of one customer and currency, by hand', {
    input: z.object({
      matches: z
        .array(z.object({ debitId: idSchema, creditId: idSchema, amount: above }))
        .min(1)
        .max(500),
      /** Not before both sides exist; without it the day both do. */
      day: daySchema.optional(),
    }),
    output: z.object({ matches: z.array(matchSchema) }),
  }),
  allocateOldest: command('collect', 'Match what a customer has in credit with their oldest debts', {
    input: z.object({ customerId: idSchema, currency: currencySchema.optional() }),
    output: z.object({ matches: z.array(matchSchema) }),
  }),
  undo: command(
    'collect',
    'Undo matches: they stay in the book, taken back from their own day, and both sides are open again',
    {
      input: z.object({ matchIds: z.array(idSchema).min(1).max(500) }),
      output: z.object({ matches: z.array(matchSchema), items: z.array(idSchema) }),
    },
  ),
  remove: command('collect', 'Remove a movement entered by hand by mistake, once its matches are undone', {
    input: z.object({ itemId: idSchema }),
    output: nothing,
  }),
  matches: query('read', 'The matches of an item, those undone as well, with their days', {
    input: z.object({ itemId: idSchema }),
    output: z.object({ matches: z.array(itemMatch) }),
  }),
  detail: query('read', 'What a receipt, refund, write-off, discount or set-off says beside its amount', {
    input: z.object({ itemId: idSchema }),
    output: z.object({
      payment: z
        .object({
          method: z.enum(paymentMethods),
          reference: z.string(),
          maturity: daySchema.nullable(),
          note: z.string(),
          bankLineId: idSchema.nullable(),
          /** The receipt that it takes back. */
          bouncesId: idSchema.nullable(),
          /** What took it back. */
          bouncedById: idSchema.nullable(),
          bouncedOn: daySchema.nullable(),
          bounceReason: z.string(),
        })
        .nullable(),
      adjustment: z
        .object({
          reason: z.enum(['write_off', 'discount', 'set_off', 'charges']),
          tax: minorSchema,
          taxRate: z.string(),
          counterReference: z.string(),
          counterAmount: minorSchema.nullable(),
          note: z.string(),
        })
        .nullable(),
      /** Entered by hand: may be removed. */
      removable: z.boolean(),
    }),
  }),
}
