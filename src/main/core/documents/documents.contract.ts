import { z } from 'zod'
import { fileSchema, idSchema, query } from '../kernel/contract.ts'

export const documentsContract = {
  get: query('read', 'A document kept in the book', {
    input: z.object({ id: idSchema }),
    output: z.object({ name: z.string(), mediaType: z.string(), sha256: z.string(), file: fileSchema }),
  }),
}
