import { IconChartHistogram } from '@tabler/icons-react'
import type { FeatureNavigation } from '../../app/navigation.ts'

/** The entry of the subject is that of the board. */
export const figuresNavigation: FeatureNavigation = {
  entries: [],
  actions: [{ id: 'figures.key', labelKey: 'figures:title', icon: IconChartHistogram, to: '/figures/key' }],
}
