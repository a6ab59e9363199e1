import { IconMailCheck } from '@tabler/icons-react'
import type { FeatureNavigation } from '../../app/navigation.ts'

export const answersNavigation: FeatureNavigation = {
  entries: [],
  actions: [{ id: 'answers.list', labelKey: 'answers:palette', icon: IconMailCheck, to: '/receivables/answers' }],
}
