import { IconInfoCircle } from '@tabler/icons-react'
import type { FeatureNavigation } from '../../app/navigation.ts'

export const aboutNavigation: FeatureNavigation = {
  entries: [],
  actions: [{ id: 'about', labelKey: 'about:palette', icon: IconInfoCircle, to: '/about' }],
}
