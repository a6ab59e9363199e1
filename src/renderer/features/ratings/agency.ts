import type { z } from 'zod'
import type { Rating, scaleSchema } from '../../../main/core/ratings/ratings.contract.ts'
import type { Translate } from '../../app/i18n.ts'

export type Scale = z.infer<typeof scaleSchema>

export const agencyName = (
  { provider, providerName }: Pick<Rating, 'provider' | 'providerName'>,
  t: Translate,
): string => providerName || t(`ratings:provider.${provider}`)
