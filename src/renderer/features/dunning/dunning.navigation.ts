import { IconListNumbers, IconMail, IconMailForward, IconPencil, IconScale } from '@tabler/icons-react'
import type { FeatureNavigation } from '../../app/navigation.ts'
import { useLettersToSend } from './useLettersToSend.ts'

export const dunningNavigation: FeatureNavigation = {
  entries: [{ to: '/dunning', icon: IconMailForward, labelKey: 'dunning:nav', order: 30, useCount: useLettersToSend }],
  actions: [
    { id: 'dunning.letters', labelKey: 'dunning:palette.letters', icon: IconMail, to: '/dunning/letters' },
    { id: 'dunning.handovers', labelKey: 'dunning:palette.handovers', icon: IconScale, to: '/dunning/handovers' },
    { id: 'dunning.plan', labelKey: 'dunning:palette.plan', icon: IconListNumbers, to: '/dunning/plan' },
    { id: 'dunning.wordings', labelKey: 'dunning:palette.wordings', icon: IconPencil, to: '/dunning/wordings' },
  ],
}
