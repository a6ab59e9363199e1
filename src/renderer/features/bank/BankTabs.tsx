import { type Screens, ScreenTabs } from '../../components/ScreenTabs.tsx'

const screens = {
  matching: { to: '/bank', label: 'bank:tabs.matching' },
  statements: { to: '/bank/statements', label: 'bank:tabs.statements' },
  payers: { to: '/bank/payers', label: 'bank:tabs.payers' },
} as const satisfies Screens

export const BankTabs = ({ value }: { value: keyof typeof screens }) => <ScreenTabs screens={screens} value={value} />
