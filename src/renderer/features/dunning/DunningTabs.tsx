import { Tabs } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useT } from '../../app/i18n.ts'

const addresses = {
  proposal: '/dunning',
  letters: '/dunning/letters',
  plan: '/dunning/plan',
  wordings: '/dunning/wordings',
} as const
type Tab = keyof typeof addresses
const tabs = Object.keys(addresses) as Tab[]

export const DunningTabs = ({ value }: { value: Tab }) => {
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
            {t(`dunning:tabs.${tab}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  )
}
