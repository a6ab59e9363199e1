import { type Screens, ScreenTabs } from './ScreenTabs.tsx'

const screens = {
  items: { to: '/receivables', label: 'receivables:tabs.items' },
  aged: { to: '/receivables/aged', label: 'receivables:tabs.aged' },
  statements: { to: '/receivables/statements', label: 'statements:tab' },
  spaces: { to: '/receivables/spaces', label: 'spaces:tab' },
  answers: { to: '/receivables/answers', label: 'answers:tab' },
} as const satisfies Screens

/** What is looked at now and then, or once a year: behind one menu, so that the row stays one row beside a panel. */
const more = {
  plans: { to: '/receivables/plans', label: 'receivables:tabs.plans' },
  confirmations: { to: '/receivables/confirmations', label: 'confirmations:tab' },
  revaluation: { to: '/receivables/revaluation', label: 'receivables:tabs.revaluation' },
} as const satisfies Screens

/** The screens about what is owed. */
export const ReceivablesTabs = ({ value }: { value: keyof typeof screens | keyof typeof more }) => (
  <ScreenTabs screens={screens} more={more} value={value} />
)
