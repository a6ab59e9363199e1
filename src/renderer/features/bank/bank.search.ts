import { z } from 'zod'
import { lineRoles } from '../../../main/core/bank/bank.contract.ts'

/** An address typed or saved long ago may hold anything: what is not understood is left out. */
const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

export const lineShows = ['open', 'matched', 'set_aside', 'all'] as const

/** Filters of the bank lines, as the address holds them; a missing one stands at its default. */
export const matchingSearch = z.object({
  show: lenient(z.enum(lineShows)),
  /** Without it, those of which something is asked. */
  role: lenient(z.enum([...lineRoles, 'all'])),
  search: lenient(z.string()),
  /** Lines of one statement. */
  statement: lenient(z.uuid()),
})
export type MatchingSearch = z.infer<typeof matchingSearch>

export const payersSearch = z.object({ search: lenient(z.string()) })
