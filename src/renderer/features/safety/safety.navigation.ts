import { IconHistory, IconShieldLock } from '@tabler/icons-react'
import type { FeatureNavigation } from '../../app/navigation.ts'

export const safetyNavigation: FeatureNavigation = {
  entries: [{ to: '/safety', icon: IconShieldLock, labelKey: 'safety:nav', order: 86 }],
  actions: [
    { id: 'safety.activity', labelKey: 'safety:palette.activity', icon: IconHistory, to: '/safety?section=activity' },
  ],
}
