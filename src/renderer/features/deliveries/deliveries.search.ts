import { z } from 'zod'
import { daySchema } from '../../../main/core/kernel/day.ts'
import { currencySchema } from '../../../main/core/kernel/money.ts'

/** An address typed or saved long ago may hold anything: what is not understood is left out. */
const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

export const deliveryShows = ['waiting', 'late', 'invoiced', 'all'] as const

export const deliveriesSearch = z.object({
  search: lenient(z.string()),
  show: lenient(z.enum(deliveryShows)),
  /** A new one is being recorded. */
  adding: lenient(z.boolean()),
})
export type DeliveriesSearch = z.infer<typeof deliveriesSearch>

export const delaysSearch = z.object({
  from: lenient(daySchema),
  until: lenient(daySchema),
  currency: lenient(currencySchema),
})
export type DelaysSearch = z.infer<typeof delaysSearch>
