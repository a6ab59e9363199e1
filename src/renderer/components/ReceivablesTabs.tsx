import { type Screens, ScreenTabs } from './ScreenTabs.tsx'

const screens = {
  items: { to: '/receivables', label: 'receivables:tabs.items' },
  aged: { to: '/receivables/aged', label: 'receivables:tabs.aged' },
  statements: { to: '/receivables/statements', label: 'statements:tab' },
  confirmations: { to: '/receivables/confirmations', label: 'confirmations:tab' },
  spaces: { to: '/receivables/spaces', label: 'spaces:tab' },
  answers: { to: '/receivables/answers', label: 'answers:tab' },
  plans: { to: '/receivables/plans', label: 'receivables:tabs.plans' },
  revaluation: { to: '/receivables/revaluation', label: 'receivables:tabs.revaluation' },
} as const satisfies Screens

/** The screens about what is owed. */
export const ReceivablesTabs = ({ value }: { value: keyof typeof screens }) => (
  <ScreenTabs screens={screens} value={value} />
)
