import { IconReportAnalytics } from '@tabler/icons-react'
import type { FeatureNavigation } from '../../app/navigation.ts'

/** The entry of the subject is that of the dashboard. */
export const reportsNavigation: FeatureNavigation = {
  entries: [],
  actions: [{ id: 'reports.month', labelKey: 'reports:title', icon: IconReportAnalytics, to: '/figures/report' }],
}
