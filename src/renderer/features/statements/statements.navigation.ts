import { IconFileText } from '@tabler/icons-react'
import type { FeatureNavigation } from '../../app/navigation.ts'

export const statementsNavigation: FeatureNavigation = {
  entries: [],
  actions: [
    { id: 'statements.many', labelKey: 'statements:palette', icon: IconFileText, to: '/receivables/statements' },
  ],
}
