import { IconCalendarDollar } from '@tabler/icons-react'
import type { FeatureNavigation } from '../../app/navigation.ts'

/** The entry of the subject is that of the key figures. */
export const forecastsNavigation: FeatureNavigation = {
  entries: [],
  actions: [{ id: 'forecasts.cash', labelKey: 'forecasts:title', icon: IconCalendarDollar, to: '/figures/forecast' }],
}
