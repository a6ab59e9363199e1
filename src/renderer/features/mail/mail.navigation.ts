import { IconMailCog, IconSend } from '@tabler/icons-react'
import type { FeatureNavigation } from '../../app/navigation.ts'

export const mailNavigation: FeatureNavigation = {
  entries: [{ to: '/mail/settings', icon: IconMailCog, labelKey: 'mail:nav', order: 88, needs: ['configure'] }],
  actions: [
    { id: 'mail.outbox', labelKey: 'mail:palette.outbox', icon: IconSend, to: '/dunning/outbox' },
    {
      id: 'mail.settings',
      labelKey: 'mail:palette.settings',
      icon: IconMailCog,
      to: '/mail/settings',
      needs: ['configure'],
    },
  ],
}
