import { IconPhone, IconScale } from '@tabler/icons-react'
import type { FeatureNavigation } from '../../app/navigation.ts'
import { useLeft } from './useLeft.ts'

export const worklistNavigation: FeatureNavigation = {
  entries: [{ to: '/today', icon: IconPhone, labelKey: 'worklist:nav', order: 5, useCount: useLeft }],
  actions: [
    { id: 'worklist.list', labelKey: 'worklist:palette.list', icon: IconPhone, to: '/today' },
    { id: 'worklist.weights', labelKey: 'worklist:palette.weights', icon: IconScale, to: '/today?weights=true' },
  ],
}
