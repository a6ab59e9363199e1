import { z } from 'zod'

/** An address typed or saved long ago may hold anything: what is not understood is left out. */
const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

export const orderShows = ['running', 'held', 'open', 'closed', 'cancelled', 'all'] as const

/** Filters of the list, as its address holds them; a missing one stands at its default. */
export const ordersSearch = z.object({
  search: lenient(z.string()),
  show: lenient(z.enum(orderShows)),
  /** The order shown beside the list. */
  id: lenient(z.uuid()),
})
export type OrdersSearch = z.infer<typeof ordersSearch>

/** What is asked about an order; amount in minor units of the currency. */
export const checkSearch = z.object({
  customer: lenient(z.uuid()),
  amount: lenient(z.int().min(0)),
  currency: lenient(z.string().regex(/^[A-Z]{3}$/)),
  number: lenient(z.string()),
  prepaid: lenient(z.boolean()),
})
export type CheckSearch = z.infer<typeof checkSearch>
