import { IconCalendarDollar } from '@tabler/icons-react'
import type { FeatureNavigation } from '../../app/navigation.ts'

export const instalmentsNavigation: FeatureNavigation = {
  entries: [],
  actions: [
    {
      id: 'instalments.plans',
      labelKey: 'instalments:palette',
      icon: IconCalendarDollar,
      to: '/receivables/plans',
    },
  ],
}
