import { IconScale } from '@tabler/icons-react'
import type { FeatureNavigation } from '../../app/navigation.ts'

/** The entry of the subject is that of the figures. */
export const provisionsNavigation: FeatureNavigation = {
  entries: [],
  actions: [{ id: 'provisions.matrix', labelKey: 'provisions:palette', icon: IconScale, to: '/figures/provisions' }],
}
