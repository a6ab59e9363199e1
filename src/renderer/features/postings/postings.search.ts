import { z } from 'zod'
import { postingShows } from '../../../main/core/postings/postings.contract.ts'

/** An address typed or saved long ago may hold anything: what is not understood is left out. */
const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

export const postingsSearch = z.object({
  show: lenient(z.enum(postingShows)),
  ordinary: lenient(z.boolean()),
  search: lenient(z.string()),
  letter: lenient(z.uuid()),
})
