import { z } from 'zod'

export const sections = ['activity'] as const
export type Section = (typeof sections)[number]

/** An address typed or saved long ago may hold anything: what is not understood is left out. */
export const safetySearch = z.object({ section: z.enum(sections).optional().catch(undefined) })
