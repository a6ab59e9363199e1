import { IconBrowserCheck } from '@tabler/icons-react'
import type { FeatureNavigation } from '../../app/navigation.ts'

export const spacesNavigation: FeatureNavigation = {
  entries: [],
  actions: [{ id: 'spaces.many', labelKey: 'spaces:palette', icon: IconBrowserCheck, to: '/receivables/spaces' }],
}
