import { IconScale } from '@tabler/icons-react'
import type { FeatureNavigation } from '../../app/navigation.ts'

export const policyNavigation: FeatureNavigation = {
  entries: [{ to: '/policy', icon: IconScale, labelKey: 'policy:nav', order: 80 }],
  actions: [{ id: 'policy', labelKey: 'policy:palette', icon: IconScale, to: '/policy' }],
}
