import { z } from 'zod'

/** An address typed or saved long ago may hold anything: what is not understood is left out. */
const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

export const applicationShows = ['open', 'all'] as const

/** Filters of the list, as its address holds them; a missing one stands at its default. */
export const applicationsSearch = z.object({
  show: lenient(z.enum(applicationShows)),
  /** The application shown beside the list. */
  id: lenient(z.uuid()),
  /** Asks for a new one at once; of this customer when one is named. */
  new: lenient(z.boolean()),
  customer: lenient(z.uuid()),
})
export type ApplicationsSearch = z.infer<typeof applicationsSearch>
