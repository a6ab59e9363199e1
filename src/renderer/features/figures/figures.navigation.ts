import { IconChartHistogram } from '@tabler/icons-react'
import type { FeatureNavigation } from '../../app/navigation.ts'

export const figuresNavigation: FeatureNavigation = {
  entries: [{ to: '/figures/key', icon: IconChartHistogram, labelKey: 'figures:nav', order: 37 }],
  actions: [{ id: 'figures.key', labelKey: 'figures:title', icon: IconChartHistogram, to: '/figures/key' }],
}
