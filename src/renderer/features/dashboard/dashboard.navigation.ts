import { IconChartHistogram, IconLayoutDashboard } from '@tabler/icons-react'
import type { FeatureNavigation } from '../../app/navigation.ts'

/** The entry of all that the ledger tells as figures; its other screens stand beside the board. */
export const dashboardNavigation: FeatureNavigation = {
  entries: [{ to: '/figures', icon: IconChartHistogram, labelKey: 'figures:nav', order: 37 }],
  actions: [{ id: 'dashboard.board', labelKey: 'dashboard:title', icon: IconLayoutDashboard, to: '/figures' }],
}
