import { z } from 'zod'
import { command, idSchema, nothing, query } from '../kernel/contract.ts'

/** What the screen's address holds: kept as JSON, so nothing but JSON. */
const params = z.record(z.string(), z.json())
export const viewSchema = z.object({ id: idSchema, screen: z.string(), name: z.string(), params })
export type View = z.infer<typeof viewSchema>

export const viewsContract = {
  list: query('read', 'Saved filters of a screen', {
    input: z.object({ screen: z.string() }),
    output: z.object({ views: z.array(viewSchema) }),
  }),
  save: command('read', 'Save the filters of a screen under a name', {
    input: z.object({ screen: z.string().min(1), name: z.string().trim().min(1).max(80), params }),
    output: viewSchema,
  }),
  remove: command('read', 'Remove saved filters', { input: z.object({ id: idSchema }), output: nothing }),
}
