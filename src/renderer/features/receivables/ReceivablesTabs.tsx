import { Tabs } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useT } from '../../app/i18n.ts'

const addresses = { items: '/receivables', aged: '/receivables/aged' } as const
type Tab = keyof typeof addresses

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
        <Tabs.Tab value="items">{t('receivables:tabs.items')}</Tabs.Tab>
        <Tabs.Tab value="aged">{t('receivables:tabs.aged')}</Tabs.Tab>
      </Tabs.List>
    </Tabs>
  )
}
