import { Tabs } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useT } from '../../app/i18n.ts'

const addresses = { list: '/disputes', figures: '/disputes/figures', holds: '/disputes/holds' } as const
type Tab = keyof typeof addresses
const tabs = Object.keys(addresses) as Tab[]

/** What keeps claims out of reminders: disputes, their figures, holds. */
export const DisputesTabs = ({ value }: { value: Tab }) => {
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
            {t(`disputes:tabs.${tab}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  )
}
