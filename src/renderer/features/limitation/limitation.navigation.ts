import { IconHourglassLow } from '@tabler/icons-react'
import type { FeatureNavigation } from '../../app/navigation.ts'

/** The entry of the subject is that of the reminders. */
export const limitationNavigation: FeatureNavigation = {
  entries: [],
  actions: [
    { id: 'limitation.list', labelKey: 'limitation:palette', icon: IconHourglassLow, to: '/dunning/limitation' },
  ],
}
