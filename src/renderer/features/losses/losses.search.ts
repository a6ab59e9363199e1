import { z } from 'zod'
import { daySchema } from '../../../main/core/kernel/day.ts'
import { origins } from '../../../main/core/losses/losses.contract.ts'

/** An address typed or saved long ago may hold anything: what is not understood is left out. */
const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

export const lossAxes = ['decider', 'segment', 'salesperson', 'age', 'policy'] as const
export type LossAxis = (typeof lossAxes)[number]

export const lossesSearch = z.object({
  from: lenient(daySchema),
  until: lenient(daySchema),
  origin: lenient(z.enum(origins)),
  /** What else they are counted by; who decided it unless told. */
  by: lenient(z.enum(lossAxes)),
  /** The one of these that the list is reduced to; empty where there is none. */
  part: lenient(z.string()),
  /** The loss shown beside the list. */
  id: lenient(z.string()),
})
export type LossesSearch = z.infer<typeof lossesSearch>
