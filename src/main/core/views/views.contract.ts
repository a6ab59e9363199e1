import { z } from 'zod'
import { command, idSchema, nothing, query } from '../kernel/contract.ts'

const view = z.object({ id: idSchema, screen: z.string(), name: z.string(), params: z.record(z.string(), z.unknown()) })

export const viewsContract = {
  list: query('read', 'Saved filters of a screen', {
    input: z.object({ screen: z.string() }),
    output: z.object({ views: z.array(view) }),
  }),
  save: command('read', 'Save the filters of a screen under a name', {
    input: z.object({
      screen: z.string().min(1),
      name: z.string().trim().min(1).max(80),
      params: z.record(z.string(), z.unknown()),
    }),
    output: view,
  }),
  remove: command('read', 'Remove saved filters', { input: z.object({ id: idSchema }), output: nothing }),
}
