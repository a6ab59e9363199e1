import { z } from 'zod'
import { daySchema } from '../../../main/core/kernel/day.ts'

export const horizons = ['4', '13', '26'] as const

/** An address typed or saved long ago may hold anything: what is not understood is left out. */
export const forecastsSearch = z.object({
  /** The working day unless told. */
  asOf: daySchema.optional().catch(undefined),
  /** Weeks; thirteen unless told. */
  weeks: z.enum(horizons).optional().catch(undefined),
})
export type ForecastsSearch = z.infer<typeof forecastsSearch>
