import { IconCalendarDollar } from '@tabler/icons-react'
import type { FeatureItems } from '../../app/items.ts'
import { ItemPlans } from './ItemPlans.tsx'
import { PlanDialog } from './PlanDialog.tsx'

export const instalmentsItems: FeatureItems = {
  sections: [{ id: 'plans', order: 40, Section: ItemPlans }],
  actions: [
    {
      id: 'instalments.create',
      labelKey: 'instalments:action',
      shortcut: 'p',
      icon: IconCalendarDollar,
      primary: true,
      missing: ({ customer, items }) => {
        if (items.length === 0) return 'instalments:missing.item'
        if (!customer) return 'instalments:missing.oneCustomer'
        if (!items.some(({ open }) => open > 0)) return 'instalments:missing.debit'
        return new Set(items.map(({ currency }) => currency)).size > 1 ? 'instalments:missing.oneCurrency' : null
      },
      Dialog: PlanDialog,
    },
  ],
}
