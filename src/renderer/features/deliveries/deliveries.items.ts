import { IconTruckDelivery } from '@tabler/icons-react'
import type { FeatureItems } from '../../app/items.ts'
import { DatesAction } from './DatesDialog.tsx'
import { ItemDates } from './ItemDates.tsx'

export const deliveriesItems: FeatureItems = {
  sections: [{ id: 'dates', order: 70, Section: ItemDates }],
  actions: [
    {
      id: 'deliveries.dates',
      labelKey: 'deliveries:action.label',
      shortcut: 'v',
      icon: IconTruckDelivery,
      missing: ({ items }) => {
        if (items.length === 0) return 'deliveries:action.item'
        return items.every(({ kind }) => kind === 'invoice') ? null : 'deliveries:action.invoice'
      },
      Dialog: DatesAction,
    },
  ],
}
