import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { useT } from '../../../app/i18n.ts'
import { AnchorLink } from '../../../components/links.tsx'

/** The group whose limit a customer shares. */
export const CustomerGroup = ({ customerId }: { customerId: string }) => {
  const t = useT()
  const { data } = useQuery(api.limits.ofCustomer.queryOptions({ input: { customerId } }))
  if (!data) return null
  return (
    <Text size="sm">
      {data.group ? t('customers:identity.group', { name: data.group.name }) : t('customers:identity.noGroup')}{' '}
      <AnchorLink underline="always" to="/credit/groups">
        {t('customers:identity.groups')}
      </AnchorLink>
    </Text>
  )
}
