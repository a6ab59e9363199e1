import { IconBuildingBank, IconFileImport, IconReportMoney, IconUserCheck } from '@tabler/icons-react'
import type { FeatureNavigation } from '../../app/navigation.ts'
import { useLinesToMatch } from './useLines.ts'

export const bankNavigation: FeatureNavigation = {
  entries: [{ to: '/bank', icon: IconBuildingBank, labelKey: 'bank:nav', order: 36, useCount: useLinesToMatch }],
  actions: [
    { id: 'bank.file', labelKey: 'bank:palette.file', icon: IconFileImport, to: '/imports' },
    { id: 'bank.statements', labelKey: 'bank:palette.statements', icon: IconReportMoney, to: '/bank/statements' },
    { id: 'bank.payers', labelKey: 'bank:palette.payers', icon: IconUserCheck, to: '/bank/payers' },
  ],
}
