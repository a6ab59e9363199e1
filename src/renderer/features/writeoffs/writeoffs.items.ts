import { IconFileMinus } from '@tabler/icons-react'
import type { FeatureItems } from '../../app/items.ts'
import { ProposeItems } from './ProposeItems.tsx'

export const writeoffsItems: FeatureItems = {
  sections: [],
  actions: [
    {
      id: 'writeoffs.propose',
      labelKey: 'writeoffs:action',
      shortcut: 'w',
      icon: IconFileMinus,
      missing: ({ customer, items }) => {
        if (items.length === 0) return 'writeoffs:missing.item'
        if (!customer) return 'writeoffs:missing.oneCustomer'
        if (new Set(items.map(({ currency }) => currency)).size > 1) return 'writeoffs:missing.oneCurrency'
        return items.some(({ open }) => open > 0) ? null : 'writeoffs:missing.debit'
      },
      Dialog: ProposeItems,
    },
  ],
}
