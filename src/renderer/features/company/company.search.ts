import { z } from 'zod'

export const sections = ['company', 'bank', 'letterhead', 'rates', 'exchange'] as const
export type Section = (typeof sections)[number]

/** An address typed or saved long ago may hold anything: what is not understood is left out. */
export const companySearch = z.object({ section: z.enum(sections).optional().catch(undefined) })
