import { z } from 'zod'
import { daySchema } from '../../../main/core/kernel/day.ts'

export const periods = ['3', '6', '12'] as const

/** An address typed or saved long ago may hold anything: what is not understood is left out. */
export const figuresSearch = z.object({
  asOf: daySchema.optional().catch(undefined),
  /** Months of sales that receivables are held against; twelve unless told. */
  months: z.enum(periods).optional().catch(undefined),
})
export type FiguresSearch = z.infer<typeof figuresSearch>
