import { z } from 'zod'
import { pageSchema, query } from '../kernel/contract.ts'

export const auditContract = {
  list: query('read', 'What was done in the book, newest first', {
    input: pageSchema,
    output: z.object({
      total: z.int(),
      entries: z.array(
        z.object({ id: z.int(), at: z.string(), today: z.string(), user: z.string(), call: z.string() }),
      ),
    }),
  }),
}
