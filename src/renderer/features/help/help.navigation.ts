import { IconHelp } from '@tabler/icons-react'
import type { FeatureNavigation } from '../../app/navigation.ts'

export const helpNavigation: FeatureNavigation = {
  entries: [{ to: '/help', icon: IconHelp, labelKey: 'help:nav', order: 99 }],
  actions: [],
}
