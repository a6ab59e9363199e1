import { z } from 'zod'
import { letterLanguageSchema } from '../../../main/core/kernel/contract.ts'
import { daySchema } from '../../../main/core/kernel/day.ts'

/** An address typed or saved long ago may hold anything: what is not understood is left out. */
const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

export const proposalSearch = z.object({
  asOf: lenient(daySchema),
  catchUp: lenient(z.boolean()),
  /** Key of the letter shown. */
  letter: lenient(z.string()),
  side: lenient(z.enum(['preview', 'detail', 'skipped', 'finished'])),
})

export const lettersSearch = z.object({
  run: lenient(z.uuid()),
  letter: lenient(z.uuid()),
  /** Just issued: the next steps stand above the list. */
  issued: lenient(z.boolean()),
})

export const plansSearch = z.object({
  plan: lenient(z.union([z.uuid(), z.literal('new')])),
  /** Of a new plan, the one it is a copy of. */
  from: lenient(z.uuid()),
  show: lenient(z.literal('holidays')),
})

export const handoversSearch = z.object({
  show: lenient(z.enum(['open', 'closed', 'all'])),
  handover: lenient(z.uuid()),
})

export const wordingsSearch = z.object({
  key: lenient(z.string()),
  language: lenient(letterLanguageSchema),
})
