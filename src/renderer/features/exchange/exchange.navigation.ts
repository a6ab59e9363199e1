import { IconCoins } from '@tabler/icons-react'
import type { FeatureNavigation } from '../../app/navigation.ts'

export const exchangeNavigation: FeatureNavigation = {
  entries: [],
  actions: [
    { id: 'exchange.rates', labelKey: 'exchange:palette.rates', icon: IconCoins, to: '/company?section=exchange' },
    {
      id: 'exchange.revaluation',
      labelKey: 'exchange:palette.revaluation',
      icon: IconCoins,
      to: '/receivables/revaluation',
    },
  ],
}
