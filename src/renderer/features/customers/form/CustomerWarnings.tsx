import { Alert, List } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconAlertTriangle } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CustomerInput } from '../../../../main/core/customers/customers.contract.ts'
import { api } from '../../../api/client.ts'
import { type TextKey, useT } from '../../../app/i18n.ts'

const sentences: Record<string, TextKey> = {
  'customer.siren-used': 'customers:warning.sirenUsed',
  'customer.vat-used': 'customers:warning.vatUsed',
  'customer.name-used': 'customers:warning.nameUsed',
  'customer.vat-differs-from-siren': 'customers:warning.vatDiffers',
  'address-returned': 'customers:warning.addressReturned',
  'terms.above-legal-ceiling': 'customers:warning.termsAboveCeiling',
}
// Said beside their fields while they are typed.
const saidByField = new Set(['identifier.siren', 'identifier.vat', 'terms.unreadable'])

type Props = { id: string | null; customer: CustomerInput }

/** What deserves a look without being refused, checked against the whole book while the form is filled. */
export const CustomerWarnings = ({ id, customer }: Props) => {
  const t = useT()
  const [settled] = useDebouncedValue(customer, 300)
  const check = useQuery({
    ...api.customers.check.queryOptions({ input: { id, customer: settled } }),
    enabled: settled.code.trim() !== '' && settled.name.trim() !== '',
    placeholderData: keepPreviousData,
  })
  const warnings = check.data?.warnings.filter(({ code }) => !saidByField.has(code)) ?? []
  if (warnings.length === 0) return null
  return (
    <Alert color="yellow" variant="light" c="var(--late)" icon={<IconAlertTriangle size={18} />} role="status">
      <List size="sm" listStyleType={warnings.length > 1 ? 'disc' : 'none'}>
        {warnings.map(({ code, details }) => (
          <List.Item key={`${code} ${JSON.stringify(details)}`}>
            {t(sentences[code] ?? 'customers:warning.other', { code, ...details })}
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}
