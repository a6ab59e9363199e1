import { Button, Text } from '@mantine/core'
import { IconBrowserCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Customer } from '../../../main/core/customers/customers.contract.ts'
import { api } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import { SpaceFacts } from './SpaceFacts.tsx'
import classes from './spaces.module.css'

/** The spaces made for a customer, the latest first, and the way to make one. */
export const CustomerSpaces = ({ customer }: { customer: Customer }) => {
  const t = useT()
  const readOnly = useReadOnly('issue')
  const [asked, setAsked] = useState(false)
  const { data, error } = useQuery(api.spaces.list.queryOptions({ input: { customerId: customer.id, limit: 50 } }))
  const publish = !readOnly && (
    <Button
      style={{ alignSelf: 'flex-start' }}
      leftSection={<IconBrowserCheck size={16} />}
      onClick={() => setAsked(true)}
    >
      {t('spaces:publish.action')}
    </Button>
  )
  return (
    <>
      <ErrorNote error={error} />
      {data?.spaces.length === 0 && (
        <EmptyState title={t('spaces:empty.customer')} text={t('spaces:about')} action={publish} />
      )}
      {data && data.spaces.length > 0 && (
        <>
          <Text size="sm" c="dimmed">
            {t('spaces:about')}
          </Text>
          {publish}
          <ul className={classes.rows}>
            {data.spaces.map((space) => (
              <li key={space.id}>
                <SpaceFacts space={space} />
              </li>
            ))}
          </ul>
        </>
      )}
      {asked && <PublishDialog customer={customer} onClose={() => setAsked(false)} />}
    </>
  )
}
