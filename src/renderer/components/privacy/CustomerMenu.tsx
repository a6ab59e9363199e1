import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useT } from '../../app/i18n.ts'
import { useMayAny } from '../../app/people/usePeople.ts'
import { useCustomerData } from './useCustomerData.ts'

/** From a customer's file: what was done to it, what is known of it, and that it goes. */
export const CustomerMenu = ({ customerId: customer }: { customerId: string }) => {
  const t = useT()
  const may = useMayAny()
  const navigate = useNavigate()
  const data = useCustomerData()
  const erase = (kind: 'customer' | 'contact') =>
    navigate({ to: '/safety', search: { section: 'privacy', customer, erase: kind } })
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={32} loading={data.isPending} aria-label={t('safety:privacy.menu.label')}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {may('audit') && (
          <Menu.Item onClick={() => navigate({ to: '/safety', search: { section: 'activity', customer } })}>
            {t('safety:privacy.menu.activity')}
          </Menu.Item>
        )}
        <Menu.Item onClick={() => data.mutate(customer)}>{t('safety:privacy.menu.export')}</Menu.Item>
        {may('administer') && (
          <>
            <Menu.Item onClick={() => erase('contact')}>{t('safety:privacy.menu.contact')}</Menu.Item>
            <Menu.Item color="red" onClick={() => erase('customer')}>
              {t('safety:privacy.menu.erase')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
