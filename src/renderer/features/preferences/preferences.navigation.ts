import { IconAdjustments, IconLanguage } from '@tabler/icons-react'
import { currentLanguage, setLanguage } from '../../app/i18n.ts'
import type { FeatureNavigation } from '../../app/navigation.ts'

export const preferencesNavigation: FeatureNavigation = {
  entries: [{ to: '/preferences', icon: IconAdjustments, labelKey: 'preferences:nav', order: 95 }],
  actions: [
    {
      id: 'preferences.language',
      labelKey: 'preferences:palette.language',
      icon: IconLanguage,
      run: () => setLanguage(currentLanguage() === 'fr' ? 'en' : 'fr'),
    },
  ],
}
