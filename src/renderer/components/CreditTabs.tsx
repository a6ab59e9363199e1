import { type Screens, ScreenTabs } from './ScreenTabs.tsx'

const screens = {
  registers: { to: '/credit/registers', label: 'registers:tab' },
} as const satisfies Screens

/** The screens about credit. */
export const CreditTabs = ({ value }: { value: keyof typeof screens }) => <ScreenTabs screens={screens} value={value} />
