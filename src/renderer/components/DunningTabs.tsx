import { useQuery } from '@tanstack/react-query'
import { api } from '../api/client.ts'
import { type Screens, ScreenTabs } from './ScreenTabs.tsx'

const screens = {
  proposal: { to: '/dunning', label: 'dunning:tabs.proposal' },
  letters: { to: '/dunning/letters', label: 'dunning:tabs.letters' },
  outbox: { to: '/dunning/outbox', label: 'mail:tab' },
  handovers: { to: '/dunning/handovers', label: 'dunning:tabs.handovers' },
} as const satisfies Screens

/** What is looked at less often than every run: behind one menu, so that the row stays one row at 1280. */
const more = {
  registered: { to: '/dunning/registered', label: 'postings:tab' },
  plan: { to: '/dunning/plan', label: 'dunning:tabs.plan' },
  wordings: { to: '/dunning/wordings', label: 'dunning:tabs.wordings' },
  limitation: { to: '/dunning/limitation', label: 'limitation:tab' },
  writeOffs: { to: '/dunning/write-offs', label: 'writeoffs:tab' },
} as const satisfies Screens

/** The screens of reminders; the outbox says how many messages are not settled. */
export const DunningTabs = ({ value }: { value: keyof typeof screens | keyof typeof more }) => {
  const outbox = useQuery(api.mail.outbox.queryOptions({ input: { limit: 1 } })).data?.total
  return <ScreenTabs screens={screens} more={more} value={value} counts={{ outbox }} />
}
