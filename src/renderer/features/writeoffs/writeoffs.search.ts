import { z } from 'zod'

/** An address typed or saved long ago may hold anything: what is not understood is left out. */
const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

export const shows = ['proposed', 'booked', 'vat', 'recoveries', 'refused'] as const
export type Show = (typeof shows)[number]

export const writeOffsSearch = z.object({
  show: lenient(z.enum(shows)),
  /** The write-off shown beside the list. */
  id: lenient(z.uuid()),
})
