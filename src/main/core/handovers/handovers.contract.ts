import { z } from 'zod'
import { command, idSchema, pageSchema, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { currencySchema, minorSchema } from '../kernel/money.ts'

/** Who has the account from then on: our own collection, or somebody outside. */
export const handoverTargets = ['collection', 'agency', 'lawyer', 'bailiff', 'court'] as const

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

export const handoversContract = {
  list: query('read', 'Accounts handed over to collection, with their open items', {
    input: pageSchema.extend({
      customerId: idSchema.optional(),
      show: z.enum(['open', 'closed', 'all']).default('open'),
    }),
    output: z.object({ total: z.int(), handovers: z.array(handoverSchema) }),
  }),
  handOver: command('collect', 'Hand an account over to collection: what is open of it that day is frozen', {
    input: z.object({
      customerId: idSchema,
      to: z.enum(handoverTargets),
      reason: z.string().trim().min(1).max(500),
    }),
    output: handoverSchema,
  }),
  close: command('collect', 'Close what was handed over: paid, given up, or taken back', {
    input: z.object({ id: idSchema, reason: z.string().trim().min(1).max(500) }),
    output: handoverSchema,
  }),
}
