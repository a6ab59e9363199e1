import { z } from 'zod'

const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

export const todaySearch = z.object({
  search: lenient(z.string()),
  /** The customer stood on when another screen was opened from here. */
  at: lenient(z.string()),
  /** The dialog of the weights is shown: how the palette asks for it. */
  weights: lenient(z.literal(true)),
})
export type TodaySearch = z.infer<typeof todaySearch>
