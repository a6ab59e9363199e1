import { IconClockHour4, IconTruckDelivery } from '@tabler/icons-react'
import type { FeatureNavigation } from '../../app/navigation.ts'

/** Its screens stand among the tabs of the proofs. */
export const deliveriesNavigation: FeatureNavigation = {
  entries: [],
  actions: [
    { id: 'deliveries.list', labelKey: 'deliveries:palette.list', icon: IconTruckDelivery, to: '/proofs/deliveries' },
    {
      id: 'deliveries.add',
      labelKey: 'deliveries:palette.add',
      icon: IconTruckDelivery,
      to: '/proofs/deliveries?adding=true',
    },
    { id: 'deliveries.delays', labelKey: 'deliveries:palette.delays', icon: IconClockHour4, to: '/proofs/delays' },
  ],
}
