import { z } from 'zod'

/** An address typed or saved long ago may hold anything: what is not understood is left out. */
const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

/** Months up to the cautious day; 0: what has passed. */
export const stretches = [0, 1, 3, 6, 12] as const

export const limitationSearch = z.object({
  within: lenient(z.coerce.number().refine((months) => (stretches as readonly number[]).includes(months))),
  search: lenient(z.string()),
  /** The item shown beside the list. */
  id: lenient(z.uuid()),
})
export type LimitationSearch = z.infer<typeof limitationSearch>
