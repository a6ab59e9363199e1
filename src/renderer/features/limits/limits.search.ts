import { z } from 'zod'

/** An address typed or saved long ago may hold anything: what is not understood is left out. */
const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

export const exposureShows = ['all', 'withLimit', 'without', 'watch', 'passed', 'passing', 'expired'] as const
export const exposureSorts = ['exposure', 'utilisation', 'available', 'overdue', 'passesOn', 'name'] as const

/** Filters of the list, as its address holds them; a missing one stands at its default. */
export const exposureSearch = z.object({
  search: lenient(z.string()),
  show: lenient(z.enum(exposureShows)),
  sort: lenient(z.enum(exposureSorts)),
  reversed: lenient(z.boolean()),
  /** The customer shown beside the list. */
  id: lenient(z.uuid()),
})
export type ExposureSearch = z.infer<typeof exposureSearch>

export const groupsSearch = z.object({ id: lenient(z.uuid()) })
export type GroupsSearch = z.infer<typeof groupsSearch>

export const claimsSearch = z.object({
  search: lenient(z.string()),
  show: lenient(z.enum(['open', 'all'])),
  /** The invoice shown beside the list. */
  id: lenient(z.uuid()),
})
export type ClaimsSearch = z.infer<typeof claimsSearch>
