import { z } from 'zod'
import { daySchema } from '../../../main/core/kernel/day.ts'

/** An address typed or saved long ago may hold anything: what is not understood is left out. */
const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

export const disputeShows = ['open', 'overdue', 'closed', 'all'] as const
export const disputeSorts = ['age', 'deadline', 'amount', 'customer'] as const

/** Filters of the list, as its address holds them; a missing one stands at its default. */
export const disputesSearch = z.object({
  search: lenient(z.string()),
  show: lenient(z.enum(disputeShows)),
  reason: lenient(z.string()),
  owner: lenient(z.string()),
  sort: lenient(z.enum(disputeSorts)),
  ascending: lenient(z.boolean()),
  /** The dispute shown beside the list. */
  id: lenient(z.uuid()),
})
export type DisputesSearch = z.infer<typeof disputesSearch>

export const figuresSearch = z.object({ from: lenient(daySchema), until: lenient(daySchema) })
