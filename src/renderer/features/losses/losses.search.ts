import { z } from 'zod'
import { daySchema } from '../../../main/core/kernel/day.ts'
import { origins } from '../../../main/core/losses/losses.contract.ts'

/** An address typed or saved long ago may hold anything: what is not understood is left out. */
const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

export const lossesSearch = z.object({
  from: lenient(daySchema),
  until: lenient(daySchema),
  origin: lenient(z.enum(origins)),
  /** Who decided; empty where nobody did. */
  person: lenient(z.string()),
  /** The loss shown beside the list. */
  id: lenient(z.string()),
})
export type LossesSearch = z.infer<typeof lossesSearch>
