import { z } from 'zod'

const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

export const reviewShows = ['open', 'mine', 'decided', 'all'] as const

export const reviewsSearch = z.object({
  search: lenient(z.string()),
  show: lenient(z.enum(reviewShows)),
  /** The review shown beside the list. */
  id: lenient(z.uuid()),
  /** The dialog that opens one is shown: how the palette asks for it. */
  new: lenient(z.literal(true)),
})
export type ReviewsSearch = z.infer<typeof reviewsSearch>

export const queueSearch = z.object({
  search: lenient(z.string()),
  /** `2027-03`: the reviews due in a month; `overdue`: those that are late. */
  month: lenient(z.union([z.literal('overdue'), z.string().regex(/^\d{4}-\d{2}$/)])),
})
export type QueueSearch = z.infer<typeof queueSearch>
