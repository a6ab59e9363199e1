import { type Screens, ScreenTabs } from './ScreenTabs.tsx'

const screens = {
  list: { to: '/proofs', label: 'proofs:tabs.list' },
  unproved: { to: '/proofs/unproved', label: 'proofs:tabs.unproved' },
  deliveries: { to: '/proofs/deliveries', label: 'proofs:tabs.deliveries' },
  delays: { to: '/proofs/delays', label: 'proofs:tabs.delays' },
} as const satisfies Screens

/** The screens about what proves a claim: documents, and delivery, invoice and sending in time. */
export const ProofsTabs = ({ value }: { value: keyof typeof screens }) => <ScreenTabs screens={screens} value={value} />
