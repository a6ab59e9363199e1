import { IconChartBar, IconMessageCircleQuestion, IconPlayerPause } from '@tabler/icons-react'
import type { FeatureNavigation } from '../../app/navigation.ts'
import { useOpenDisputes } from './useOpenDisputes.ts'

export const disputesNavigation: FeatureNavigation = {
  entries: [
    {
      to: '/disputes',
      icon: IconMessageCircleQuestion,
      labelKey: 'disputes:nav',
      order: 34,
      useCount: useOpenDisputes,
    },
  ],
  actions: [
    { id: 'disputes.list', labelKey: 'disputes:palette.list', icon: IconMessageCircleQuestion, to: '/disputes' },
    { id: 'disputes.figures', labelKey: 'disputes:palette.figures', icon: IconChartBar, to: '/disputes/figures' },
    { id: 'disputes.holds', labelKey: 'disputes:palette.holds', icon: IconPlayerPause, to: '/disputes/holds' },
  ],
}
