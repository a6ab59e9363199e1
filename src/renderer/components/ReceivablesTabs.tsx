import { Tabs } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useT } from '../app/i18n.ts'

const addresses = {
  items: '/receivables',
  aged: '/receivables/aged',
  plans: '/receivables/plans',
  revaluation: '/receivables/revaluation',
} as const
type Tab = keyof typeof addresses
const tabs = Object.keys(addresses) as Tab[]

/** The screens about what is owed. */
export const ReceivablesTabs = ({ value }: { value: Tab }) => {
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
            {t(`receivables:tabs.${tab}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  )
}
