import { Button, Group, Modal, Radio, Stack, Table, Text, Title } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useCommand } from '../../../api/useCommand.ts'
import { useT } from '../../../app/i18n.ts'
import { useReadOnly } from '../../../app/readOnly.ts'
import { AnchorLink } from '../../../components/links.tsx'
import { MoneyText } from '../../../components/MoneyText.tsx'
import { spacedSiren } from '../identity.ts'
import type { DuplicateSet } from './pairs.ts'

type Alike = DuplicateSet['customers'][number]

export const DuplicateGroup = ({ alike: { key, reasons, customers } }: { alike: DuplicateSet }) => {
  const t = useT()
  const readOnly = useReadOnly('edit')
  const [keepId, setKeepId] = useState(customers[0]?.id)
  const [removing, setRemoving] = useState<Alike | null>(null)
  const keep = customers.find(({ id }) => id === keepId) ?? customers[0]
  const found = useQueries({
    queries: customers.map(({ code, name }) =>
      api.customers.list.queryOptions({ input: { search: `${code} ${name}`, limit: 20 } }),
    ),
  })
  const rows = customers.map(({ id }, i) => found[i]?.data?.customers.find((row) => row.id === id))
  if (!keep) return null
  return (
    <section>
      <Title order={2}>
        {reasons
          .map(({ reason, value }) =>
            t(`customers:duplicates.reason.${reason}`, { value: reason === 'siren' ? spacedSiren(value) : value }),
          )
          .join(' · ')}
      </Title>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={80}>{t('customers:duplicates.keep')}</Table.Th>
            <Table.Th w={120}>{t('customers:list.columns.code')}</Table.Th>
            <Table.Th>{t('customers:list.columns.name')}</Table.Th>
            <Table.Th w={140}>{t('customers:list.columns.city')}</Table.Th>
            <Table.Th w={140} ta="right">
              {t('customers:list.columns.balance')}
            </Table.Th>
            <Table.Th w={200} aria-label={t('customers:duplicates.confirm.action')} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {customers.map((customer, i) => (
            <Table.Tr key={customer.id}>
              <Table.Td>
                <Radio
                  name={key}
                  checked={customer.id === keep.id}
                  onChange={() => setKeepId(customer.id)}
                  aria-label={`${t('customers:duplicates.keep')} ${customer.code}`}
                />
              </Table.Td>
              <Table.Td>{customer.code}</Table.Td>
              <Table.Td>
                <AnchorLink to="/customers/$id" params={{ id: customer.id }}>
                  {customer.name}
                </AnchorLink>
              </Table.Td>
              <Table.Td>{rows[i]?.city}</Table.Td>
              <Table.Td ta="right">
                {rows[i] && <MoneyText amount={rows[i].balance} currency={rows[i].currency} showCurrency />}
              </Table.Td>
              <Table.Td ta="right">
                {customer.id !== keep.id && (
                  <Button variant="default" size="compact-sm" disabled={readOnly} onClick={() => setRemoving(customer)}>
                    {t('customers:duplicates.merge', { code: keep.code })}
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {removing && <ConfirmMerge keep={keep} remove={removing} onClose={() => setRemoving(null)} />}
    </section>
  )
}

const ConfirmMerge = ({ keep, remove, onClose }: { keep: Alike; remove: Alike; onClose: () => void }) => {
  const t = useT()
  const merge = useCommand(api.customers.merge.mutationOptions(), {
    done: t('customers:duplicates.done'),
    onDone: onClose,
  })
  const names = { keep: `${keep.name} (${keep.code})`, remove: `${remove.name} (${remove.code})` }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('customers:duplicates.confirm.title', { keep: keep.code, remove: remove.code })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack>
        <Text size="sm">{t('customers:duplicates.confirm.text', names)}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('common:cancel')}
          </Button>
          <Button
            color="red"
            loading={merge.isPending}
            onClick={() => merge.mutate({ keep: keep.id, remove: remove.id })}
          >
            {t('customers:duplicates.confirm.action')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
