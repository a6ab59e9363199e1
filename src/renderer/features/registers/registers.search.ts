import { z } from 'zod'

export const registerViews = ['check', 'marked', 'unidentified', 'history'] as const
export type RegisterView = (typeof registerViews)[number]

/** An address typed or saved long ago may hold anything: what is not understood is left out. */
export const registersSearch = z.object({ view: z.enum(registerViews).optional().catch(undefined) })
