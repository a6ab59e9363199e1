import { type Screens, ScreenTabs } from '../../components/ScreenTabs.tsx'

const screens = {
  proposal: { to: '/dunning', label: 'dunning:tabs.proposal' },
  letters: { to: '/dunning/letters', label: 'dunning:tabs.letters' },
  handovers: { to: '/dunning/handovers', label: 'dunning:tabs.handovers' },
  plan: { to: '/dunning/plan', label: 'dunning:tabs.plan' },
  wordings: { to: '/dunning/wordings', label: 'dunning:tabs.wordings' },
} as const satisfies Screens

export const DunningTabs = ({ value }: { value: keyof typeof screens }) => (
  <ScreenTabs screens={screens} value={value} />
)
