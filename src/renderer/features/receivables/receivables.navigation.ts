import { IconFileInvoice, IconTableColumn } from '@tabler/icons-react'
import type { FeatureNavigation } from '../../app/navigation.ts'

export const receivablesNavigation: FeatureNavigation = {
  entries: [{ to: '/receivables', icon: IconFileInvoice, labelKey: 'receivables:nav', order: 20 }],
  actions: [
    {
      id: 'receivables.overdue',
      labelKey: 'receivables:palette.overdue',
      icon: IconFileInvoice,
      to: '/receivables?show=overdue',
    },
    { id: 'receivables.aged', labelKey: 'receivables:palette.aged', icon: IconTableColumn, to: '/receivables/aged' },
  ],
}
