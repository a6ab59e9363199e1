import { z } from 'zod'

export const claimTabs = ['account', 'routes', 'pieces', 'papers', 'steps'] as const
export type ClaimTab = (typeof claimTabs)[number]

export const claimSearch = z.object({ tab: z.enum(claimTabs).optional().catch(undefined) })
