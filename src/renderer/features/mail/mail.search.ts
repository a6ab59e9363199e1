import { z } from 'zod'

/** An address typed or saved long ago may hold anything: what is not understood is left out. */
const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

export const shows = ['open', 'sent', 'all'] as const
export const outboxSearch = z.object({ show: lenient(z.enum(shows)), message: lenient(z.uuid()) })
