import { IconFileMinus } from '@tabler/icons-react'
import type { FeatureNavigation } from '../../app/navigation.ts'

/** The entry of the subject is that of the reminders. */
export const writeoffsNavigation: FeatureNavigation = {
  entries: [],
  actions: [{ id: 'writeoffs.list', labelKey: 'writeoffs:palette', icon: IconFileMinus, to: '/dunning/write-offs' }],
}
