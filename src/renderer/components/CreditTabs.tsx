import { type Screens, ScreenTabs } from './ScreenTabs.tsx'

const screens = {
  queue: { to: '/credit', label: 'reviews:tabs.queue' },
  reviews: { to: '/credit/reviews', label: 'reviews:tabs.reviews' },
  alerts: { to: '/credit/alerts', label: 'reviews:tabs.alerts' },
  exposure: { to: '/credit/exposure', label: 'limits:tabs.exposure' },
  applications: { to: '/credit/applications', label: 'applications:tab' },
  orders: { to: '/credit/orders', label: 'orders:tab' },
} as const satisfies Screens

/** What is looked at less often than every day: behind one menu, so that the row stays one row. */
const more = {
  groups: { to: '/credit/groups', label: 'limits:tabs.groups' },
  claims: { to: '/credit/claims', label: 'limits:tabs.claims' },
  losses: { to: '/credit/losses', label: 'losses:tab' },
  registers: { to: '/credit/registers', label: 'registers:tab' },
} as const satisfies Screens

/** The screens of credit: what is decided first, what it rests on behind. */
export const CreditTabs = ({ value }: { value: keyof typeof screens | keyof typeof more }) => (
  <ScreenTabs screens={screens} more={more} value={value} />
)
