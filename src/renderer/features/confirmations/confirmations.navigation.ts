import { IconFileCheck } from '@tabler/icons-react'
import type { FeatureNavigation } from '../../app/navigation.ts'

export const confirmationsNavigation: FeatureNavigation = {
  entries: [],
  actions: [
    {
      id: 'confirmations.rounds',
      labelKey: 'confirmations:palette',
      icon: IconFileCheck,
      to: '/receivables/confirmations',
    },
  ],
}
