import { Button, Group, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { useT } from '../../../app/i18n.ts'
import { useReadOnly } from '../../../app/readOnly.ts'
import { CustomerInput } from '../../../components/CustomerInput.tsx'
import { useCustomerData } from '../../../components/privacy/useCustomerData.ts'
import { SafetyPart } from '../SafetyPart.tsx'

const route = getRouteApi('/book/safety')

/** What a person may ask for: all that is known of them, or that it goes. */
export const PersonAsks = () => {
  const t = useT()
  const readOnly = useReadOnly('administer')
  const { customer: id } = route.useSearch()
  const navigate = route.useNavigate()
  const customer = useQuery({
    ...api.customers.get.queryOptions({ input: { id: id ?? '' } }),
    enabled: id !== undefined,
  }).data?.customer
  const data = useCustomerData()
  const go = (erase: 'customer' | 'contact') => navigate({ search: { section: 'privacy', customer: id, erase } })
  return (
    <SafetyPart title={t('safety:privacy.person.title')} about={t('safety:privacy.person.about')}>
      <Group gap="sm" align="flex-end">
        <CustomerInput
          key={customer?.id ?? 'nobody'}
          w={320}
          clearable
          label={t('safety:privacy.person.customer')}
          value={customer ? { id: customer.id, name: customer.name } : null}
          onChange={(next) => navigate({ search: { section: 'privacy', customer: next?.id }, replace: true })}
        />
        <Button
          variant="default"
          leftSection={<IconDownload size={16} />}
          disabled={!customer}
          loading={data.isPending}
          onClick={() => customer && data.mutate(customer.id)}
        >
          {t('safety:privacy.person.export')}
        </Button>
        <Button variant="default" disabled={!customer || readOnly} onClick={() => go('contact')}>
          {t('safety:privacy.person.contact')}
        </Button>
        <Button variant="default" color="red" disabled={!customer || readOnly} onClick={() => go('customer')}>
          {t('safety:privacy.person.erase')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {t('safety:privacy.person.exportAbout')}
      </Text>
    </SafetyPart>
  )
}
