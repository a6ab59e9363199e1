import { IconTrendingDown } from '@tabler/icons-react'
import type { FeatureNavigation } from '../../app/navigation.ts'

/** The entry of the subject is that of the reviews. */
export const lossesNavigation: FeatureNavigation = {
  entries: [],
  actions: [{ id: 'losses.list', labelKey: 'losses:palette', icon: IconTrendingDown, to: '/credit/losses' }],
}
