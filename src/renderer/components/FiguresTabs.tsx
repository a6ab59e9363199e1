import { type Screens, ScreenTabs } from './ScreenTabs.tsx'

const screens = {
  board: { to: '/figures', label: 'dashboard:tab' },
  key: { to: '/figures/key', label: 'forecasts:tabs.key' },
  forecast: { to: '/figures/forecast', label: 'forecasts:tabs.forecast' },
  provisions: { to: '/figures/provisions', label: 'provisions:tab' },
  report: { to: '/figures/report', label: 'reports:tab' },
} as const satisfies Screens

/** The screens of what the ledger tells as figures. */
export const FiguresTabs = ({ value }: { value: keyof typeof screens }) => (
  <ScreenTabs screens={screens} value={value} />
)
