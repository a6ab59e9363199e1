import { type Screens, ScreenTabs } from '../../components/ScreenTabs.tsx'

const screens = {
  list: { to: '/disputes', label: 'disputes:tabs.list' },
  figures: { to: '/disputes/figures', label: 'disputes:tabs.figures' },
  holds: { to: '/disputes/holds', label: 'disputes:tabs.holds' },
} as const satisfies Screens

/** What keeps claims out of reminders: disputes, their figures, holds. */
export const DisputesTabs = ({ value }: { value: keyof typeof screens }) => (
  <ScreenTabs screens={screens} value={value} />
)
