import { z } from 'zod'

export const horizons = ['4', '13', '26'] as const

/** An address typed or saved long ago may hold anything: what is not understood is left out. */
export const forecastsSearch = z.object({
  /** Weeks; thirteen unless told. */
  weeks: z.enum(horizons).optional().catch(undefined),
})
