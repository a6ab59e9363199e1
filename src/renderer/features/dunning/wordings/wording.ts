import type { z } from 'zod'
import type { wordingSchema, wordingVersionSchema } from '../../../../main/core/dunning/dunning.wording.contract.ts'

export type Wording = z.infer<typeof wordingSchema>
export type WordingVersion = z.infer<typeof wordingVersionSchema>
