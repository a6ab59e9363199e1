import { Tabs } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useT } from '../app/i18n.ts'

const addresses = {
  list: '/proofs',
  unproved: '/proofs/unproved',
  deliveries: '/proofs/deliveries',
  delays: '/proofs/delays',
} as const
type Tab = keyof typeof addresses
const tabs = Object.keys(addresses) as Tab[]

/** The screens about what proves a claim: documents, and delivery, invoice and sending in time. */
export const ProofsTabs = ({ value }: { value: Tab }) => {
  const t = useT()
  const navigate = useNavigate()
  return (
    <Tabs
      value={value}
      onChange={(tab) => tab && navigate({ to: addresses[tab as Tab] })}
      activateTabWithKeyboard={false}
    >
      <Tabs.List>
        {tabs.map((tab) => (
          <Tabs.Tab key={tab} value={tab}>
            {t(`proofs:tabs.${tab}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  )
}
