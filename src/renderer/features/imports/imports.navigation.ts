import { IconFileImport, IconHistory } from '@tabler/icons-react'
import type { FeatureNavigation } from '../../app/navigation.ts'

export const importsNavigation: FeatureNavigation = {
  entries: [{ to: '/imports', icon: IconFileImport, labelKey: 'imports:nav', order: 40, needs: ['import'] }],
  actions: [
    { id: 'imports.files', labelKey: 'imports:palette.files', icon: IconFileImport, to: '/imports', needs: ['import'] },
    { id: 'imports.history', labelKey: 'imports:palette.history', icon: IconHistory, to: '/imports?view=history' },
  ],
}
