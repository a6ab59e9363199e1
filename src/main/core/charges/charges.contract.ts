import { z } from 'zod'
import { command, fileSchema, idSchema, pageSchema, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { amountSchema, currencySchema, minorSchema } from '../kernel/money.ts'

/** Late interest, the fixed sum for recovery costs, what a letter costs, proved costs such as a bailiff's. */
export const chargeKinds = ['interest', 'indemnity', 'fee', 'cost'] as const
export type ChargeKind = (typeof chargeKinds)[number]

/** `undone`: a payment or waiver that was recorded by mistake. */
export const chargeEvents = ['claimed', 'paid', 'waived', 'withdrawn', 'undone'] as const
export type ChargeEvent = (typeof chargeEvents)[number]

const above = amountSchema.min(1)
const kind = z.enum(chargeKinds)
const reason = z.string().trim().min(1).max(500)

/** What is left to pay is what was claimed less what was paid, waived and withdrawn; never below zero. */
const sums = { claimed: minorSchema, paid: minorSchema, waived: minorSchema, withdrawn: minorSchema, open: minorSchema }

/** Of one invoice, or of none: fees and costs. */
export const chargeLine = z.object({
  currency: currencySchema,
  kind,
  itemId: idSchema.nullable(),
  itemNumber: z.string().nullable(),
  /** The invoice is paid, the charge is not. */
  itemSettled: z.boolean(),
  ...sums,
})
export type ChargeLine = z.infer<typeof chargeLine>

export const chargeTotal = z.object({ currency: currencySchema, kind, ...sums })

export const chargeEntry = z.object({
  id: idSchema,
  day: daySchema,
  by: z.string(),
  kind,
  event: z.enum(chargeEvents),
  currency: currencySchema,
  amount: above,
  itemId: idSchema.nullable(),
  itemNumber: z.string().nullable(),
  letterId: idSchema.nullable(),
  letterReference: z.string().nullable(),
  reason: z.string(),
  /** The receipt that paid it. */
  creditItemId: idSchema.nullable(),
  creditNumber: z.string().nullable(),
  documentId: idSchema.nullable(),
  documentName: z.string().nullable(),
  /** False when it was undone, or when the receipt that paid came back. */
  stands: z.boolean(),
  /** A payment or waiver that still stands. */
  undoable: z.boolean(),
})
export type ChargeEntry = z.infer<typeof chargeEntry>

const receipt = z.object({
  itemId: idSchema,
  number: z.string(),
  day: daySchema,
  currency: currencySchema,
  left: above,
})

export const chargesOfCustomer = z.object({
  totals: z.array(chargeTotal),
  lines: z.array(chargeLine),
  /** Newest first. */
  entries: z.array(chargeEntry),
  /** Receipts that are not all allocated: what charges may be paid from. */
  receipts: z.array(receipt),
})
export type ChargesOfCustomer = z.infer<typeof chargesOfCustomer>

const part = z.object({ kind, itemId: idSchema.nullable().default(null), amount: above })

export const chargesContract = {
  ofCustomer: query('read', 'What was claimed of a customer beside its invoices, and what is left of it', {
    input: z.object({ customerId: idSchema, asOf: daySchema.optional() }),
    output: chargesOfCustomer,
  }),
  list: query('read', 'Customers who owe charges, the largest sum first, by page', {
    input: pageSchema.extend({
      currency: currencySchema.optional(),
      /** Who owes nothing else. */
      only: z.enum(['all', 'nothing-else']).default('all'),
    }),
    output: z.object({
      total: z.int(),
      customers: z.array(
        z.object({
          customerId: idSchema,
          customerCode: z.string(),
          customerName: z.string(),
          currency: currencySchema,
          interest: minorSchema,
          indemnities: minorSchema,
          fees: minorSchema,
          costs: minorSchema,
          open: minorSchema,
          /** What is open of the invoices beside it. */
          principal: minorSchema,
        }),
      ),
    }),
  }),
  waive: command('collect', 'Give up charges, with the reason: never more than is left of them', {
    input: z.object({
      customerId: idSchema,
      currency: currencySchema,
      lines: z.array(part).min(1).max(500),
      reason,
    }),
    output: chargesOfCustomer,
  }),
  addCost: command('collect', 'Claim a recovery cost that is proved: a bailiff, a court registry', {
    input: z.object({
      customerId: idSchema,
      currency: currencySchema,
      amount: above,
      day: daySchema.optional(),
      itemId: idSchema.nullable().default(null),
      reason,
      /** The bailiff's note, the registry's receipt: kept with the entry. */
      file: fileSchema.nullable().default(null),
      fileName: z.string().default(''),
    }),
    output: chargesOfCustomer,
  }),
  recordPaid: command(
    'collect',
    'Charges were paid, from a receipt not allocated yet or outside the ledger: costs first, then fees, indemnities, interest',
    {
      input: z.object({
        customerId: idSchema,
        currency: currencySchema,
        day: daySchema,
        amount: above,
        /** The receipt that paid; without it the money came in outside the ledger, to a bailiff for instance. */
        creditItemId: idSchema.nullable().default(null),
        /** What was paid, where the customer said so; it adds up to the amount. */
        lines: z.array(part).min(1).max(500).optional(),
        note: z.string().trim().max(500).default(''),
      }),
      output: chargesOfCustomer,
    },
  ),
  undo: command('collect', 'Take back a payment or a waiver of charges recorded by mistake', {
    input: z.object({ entryId: idSchema, reason }),
    output: chargesOfCustomer,
  }),
}
