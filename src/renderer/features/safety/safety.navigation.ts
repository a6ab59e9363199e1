import { IconHistory, IconShieldLock, IconUsers } from '@tabler/icons-react'
import type { FeatureNavigation } from '../../app/navigation.ts'
import { needed } from './safety.search.ts'

export const safetyNavigation: FeatureNavigation = {
  entries: [{ to: '/safety', icon: IconShieldLock, labelKey: 'safety:nav', order: 86, needs: Object.values(needed) }],
  actions: [
    {
      id: 'safety.people',
      labelKey: 'safety:palette.people',
      icon: IconUsers,
      to: '/safety?section=people',
      needs: [needed.people],
    },
    {
      id: 'safety.activity',
      labelKey: 'safety:palette.activity',
      icon: IconHistory,
      to: '/safety?section=activity',
      needs: [needed.activity],
    },
  ],
}
