import {
  IconDatabaseExport,
  IconHistory,
  IconLockPassword,
  IconShieldCheck,
  IconShieldLock,
  IconUserOff,
  IconUsers,
} from '@tabler/icons-react'
import type { FeatureNavigation } from '../../app/navigation.ts'
import { needed } from './safety.search.ts'

export const safetyNavigation: FeatureNavigation = {
  entries: [{ to: '/safety', icon: IconShieldLock, labelKey: 'safety:nav', order: 86, needs: Object.values(needed) }],
  actions: [
    {
      id: 'safety.people',
      labelKey: 'safety:palette.people',
      icon: IconUsers,
      to: '/safety?section=people',
      needs: [needed.people],
    },
    {
      id: 'safety.backups',
      labelKey: 'safety:palette.backups',
      icon: IconDatabaseExport,
      to: '/safety?section=backups',
    },
    {
      id: 'safety.passphrase',
      labelKey: 'safety:palette.passphrase',
      icon: IconLockPassword,
      to: '/safety?section=passphrase',
      needs: [needed.passphrase],
    },
    {
      id: 'safety.activity',
      labelKey: 'safety:palette.activity',
      icon: IconHistory,
      to: '/safety?section=activity',
      needs: [needed.activity],
    },
    {
      id: 'safety.checks',
      labelKey: 'safety:palette.checks',
      icon: IconShieldCheck,
      to: '/safety?section=checks',
      needs: [needed.checks],
    },
    {
      id: 'safety.privacy',
      labelKey: 'safety:palette.privacy',
      icon: IconUserOff,
      to: '/safety?section=privacy',
      needs: [needed.privacy],
    },
  ],
}
