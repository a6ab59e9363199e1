import { z } from 'zod'
import { proofKinds } from '../../../main/core/proofs/proofs.contract.ts'

/** An address typed or saved long ago may hold anything: what is not understood is left out. */
const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

export const proofShows = ['all', 'expiring', 'expired'] as const

export const proofsSearch = z.object({
  search: lenient(z.string()),
  show: lenient(z.enum(proofShows)),
  kind: lenient(z.enum(proofKinds)),
})
export type ProofsSearch = z.infer<typeof proofsSearch>
