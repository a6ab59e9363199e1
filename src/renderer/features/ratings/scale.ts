import type { z } from 'zod'
import type { scaleSchema } from '../../../main/core/ratings/ratings.contract.ts'

export type Scale = z.infer<typeof scaleSchema>
