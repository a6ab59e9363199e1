import { z } from 'zod'

/** An address typed or saved long ago may hold anything: what is not understood is left out. */
const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

export const customerShows = ['all', 'withBalance', 'overdue', 'inCredit', 'onHold', 'disputed', 'unproved'] as const
export const customerSorts = ['name', 'code', 'balance', 'overdue', 'daysLate'] as const
export const itemShows = ['open', 'overdue', 'credits', 'settled', 'all'] as const

/** Filters of the list, as its address holds them; a missing one stands at its default. */
export const customersSearch = z.object({
  search: lenient(z.string()),
  show: lenient(z.enum(customerShows)),
  segment: lenient(z.string()),
  salesperson: lenient(z.string()),
  sort: lenient(z.enum(customerSorts)),
  descending: lenient(z.boolean()),
})
export type CustomersSearch = z.infer<typeof customersSearch>

export const customerSearch = z.object({
  /** One of app/customerTabs.ts; the first without it. */
  tab: lenient(z.string()),
  show: lenient(z.enum(itemShows)),
  /** A column of the ageing strip: only its items are listed. */
  bucket: lenient(z.string()),
  currency: lenient(z.string().regex(/^[A-Z]{3}$/)),
})
export type CustomerSearch = z.infer<typeof customerSearch>
