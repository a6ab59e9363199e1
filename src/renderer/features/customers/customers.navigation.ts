import { IconCopy, IconUserPlus, IconUsers } from '@tabler/icons-react'
import type { FeatureNavigation } from '../../app/navigation.ts'

export const customersNavigation: FeatureNavigation = {
  entries: [{ to: '/customers', icon: IconUsers, labelKey: 'customers:nav', order: 10 }],
  actions: [
    {
      id: 'customers.new',
      labelKey: 'customers:palette.new',
      icon: IconUserPlus,
      to: '/customers/new',
      needs: ['edit'],
    },
    { id: 'customers.overdue', labelKey: 'customers:palette.overdue', icon: IconUsers, to: '/customers?show=overdue' },
    {
      id: 'customers.duplicates',
      labelKey: 'customers:palette.duplicates',
      icon: IconCopy,
      to: '/customers/duplicates',
    },
  ],
}
