import { IconAlertTriangle } from '@tabler/icons-react'
import type { FeatureNavigation } from '../../app/navigation.ts'

export const alertsNavigation: FeatureNavigation = {
  entries: [],
  actions: [{ id: 'alerts.list', labelKey: 'alerts:palette', icon: IconAlertTriangle, to: '/credit/alerts' }],
}
