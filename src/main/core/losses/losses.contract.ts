import { z } from 'zod'
import { idSchema, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { currencySchema, minorSchema } from '../kernel/money.ts'

/**
 * What let the sale in, on the day the invoice was issued: a review's decision, a limit set without one, an override,
 * beyond the limit, without any limit, a new customer's ceiling, before the book.
 */
export const origins = ['review', 'limit', 'override', 'over-limit', 'no-limit', 'new-customer'] as const
export type Origin = (typeof origins)[number]

export const lossSchema = z.object({
  itemId: idSchema,
  number: z.string(),
  customerId: idSchema,
  customerCode: z.string(),
  customerName: z.string(),
  issued: daySchema,
  currency: currencySchema,
  /** Written off as lost, or owed by the insolvent. */
  kind: z.enum(['written-off', 'insolvent']),
  on: daySchema,
  amount: minorSchema,
  origin: z.enum(origins),
  /** The limit in force when it was issued, the review it came from and who decided. */
  limitId: idSchema.nullable(),
  limit: minorSchema.nullable(),
  reviewId: idSchema.nullable(),
  decidedBy: z.string(),
  decidedOn: daySchema.nullable(),
})
export type Loss = z.infer<typeof lossSchema>

export const lossesContract = {
  list: query('read', 'Bad debts traced back to the approval that let them in, and counted by origin', {
    input: z.object({ from: daySchema.optional(), until: daySchema.optional(), customerId: idSchema.optional() }),
    output: z.object({
      from: daySchema,
      until: daySchema,
      /** Company's currency. */
      currency: currencySchema,
      total: minorSchema,
      byOrigin: z.array(z.object({ origin: z.enum(origins), items: z.int(), amount: minorSchema })),
      byDecider: z.array(z.object({ person: z.string(), items: z.int(), amount: minorSchema })),
      losses: z.array(lossSchema),
    }),
  }),
}
