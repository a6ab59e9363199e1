import { IconMailbox } from '@tabler/icons-react'
import type { FeatureNavigation } from '../../app/navigation.ts'

export const postingsNavigation: FeatureNavigation = {
  entries: [],
  actions: [{ id: 'postings', labelKey: 'postings:palette', icon: IconMailbox, to: '/dunning/registered' }],
}
