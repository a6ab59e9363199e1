import { IconFileDollar, IconFilePlus } from '@tabler/icons-react'
import type { FeatureNavigation } from '../../app/navigation.ts'

/** The entry of the subject is that of the reviews. */
export const applicationsNavigation: FeatureNavigation = {
  entries: [],
  actions: [
    {
      id: 'applications.list',
      labelKey: 'applications:palette.list',
      icon: IconFileDollar,
      to: '/credit/applications',
    },
    {
      id: 'applications.add',
      labelKey: 'applications:palette.add',
      icon: IconFilePlus,
      to: '/credit/applications?new=true',
    },
  ],
}
