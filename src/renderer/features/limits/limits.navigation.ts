import { IconBuildings, IconGauge, IconUmbrella } from '@tabler/icons-react'
import type { FeatureNavigation } from '../../app/navigation.ts'

/** The entry of the subject is that of the reviews. */
export const limitsNavigation: FeatureNavigation = {
  entries: [],
  actions: [
    { id: 'limits.exposure', labelKey: 'limits:palette.exposure', icon: IconGauge, to: '/credit/exposure' },
    { id: 'limits.passed', labelKey: 'limits:palette.passed', icon: IconGauge, to: '/credit/exposure?show=passed' },
    { id: 'limits.passing', labelKey: 'limits:palette.passing', icon: IconGauge, to: '/credit/exposure?show=passing' },
    { id: 'limits.groups', labelKey: 'limits:palette.groups', icon: IconBuildings, to: '/credit/groups' },
    { id: 'limits.claims', labelKey: 'limits:palette.claims', icon: IconUmbrella, to: '/credit/claims' },
  ],
}
