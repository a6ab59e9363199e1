import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { Company } from '../../../main/core/company/company.contract.ts'
import { api, client } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { BankAccountForm } from './BankAccountForm.tsx'

type Account = Company['bankAccounts'][number]

/** Where customers pay, one account for each currency. */
export const BankAccounts = ({ company }: { company: Company }) => {
  const t = useT()
  const { bankAccounts } = company
  const [edited, setEdited] = useState<Account | 'new' | null>(null)
  const [leaving, setLeaving] = useState<Account | null>(null)
  const remove = useCommand(api.company.removeBankAccount.mutationOptions(), {
    done: (_, { currency }) => t('company:bank.removed', { currency }),
    undo: (_, { currency }) => {
      const account = bankAccounts.find((one) => one.currency === currency)
      return account ? client.company.setBankAccount(account) : Promise.resolve()
    },
    onDone: () => setLeaving(null),
  })
  useShortcuts([{ key: 'n', label: t('company:bank.add'), run: () => setEdited('new') }])
  const add = <Button onClick={() => setEdited('new')}>{t('company:bank.add')}</Button>
  return (
    <Stack gap="md" maw={960}>
      <Text c="dimmed" maw={720}>
        {t('company:bank.about')}
      </Text>
      {bankAccounts.length === 0 ? (
        <EmptyState title={t('company:bank.empty.title')} text={t('company:bank.empty.text')} action={add} />
      ) : (
        <>
          <Table aria-label={t('company:sections.bank')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th w={80}>{t('company:bank.currency')}</Table.Th>
                <Table.Th>{t('company:bank.iban')}</Table.Th>
                <Table.Th>{t('company:bank.bic')}</Table.Th>
                <Table.Th>{t('company:bank.label')}</Table.Th>
                <Table.Th w={200} aria-label={t('company:bank.edit')} />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {bankAccounts.map((account) => (
                <Table.Tr key={account.currency}>
                  <Table.Td fw={600}>{account.currency}</Table.Td>
                  <Table.Td style={{ whiteSpace: 'nowrap' }}>{account.iban}</Table.Td>
                  <Table.Td>{account.bic || '–'}</Table.Td>
                  <Table.Td>{account.label || '–'}</Table.Td>
                  <Table.Td>
                    <Group gap={4} justify="flex-end" wrap="nowrap">
                      <Button variant="subtle" size="compact-sm" onClick={() => setEdited(account)}>
                        {t('company:bank.edit')}
                      </Button>
                      <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setLeaving(account)}>
                        {t('company:bank.remove')}
                      </Button>
                    </Group>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          <Group>{add}</Group>
        </>
      )}
      <Modal
        closeButtonProps={{ 'aria-label': t('common:close') }}
        opened={edited !== null}
        onClose={() => setEdited(null)}
        size={560}
        title={
          edited && edited !== 'new'
            ? t('company:bank.editTitle', { currency: edited.currency })
            : t('company:bank.addTitle')
        }
      >
        {edited && (
          <BankAccountForm
            company={company}
            account={edited === 'new' ? null : edited}
            onClose={() => setEdited(null)}
          />
        )}
      </Modal>
      <Modal
        closeButtonProps={{ 'aria-label': t('common:close') }}
        opened={leaving !== null}
        onClose={() => setLeaving(null)}
        title={leaving && t('company:bank.removal.title', { currency: leaving.currency })}
      >
        {leaving && (
          <Stack>
            <Text>{t('company:bank.removal.text', { currency: leaving.currency })}</Text>
            <Group justify="flex-end">
              <Button variant="default" data-autofocus onClick={() => setLeaving(null)}>
                {t('company:bank.cancel')}
              </Button>
              <Button
                color="red"
                loading={remove.isPending}
                onClick={() => remove.mutate({ currency: leaving.currency })}
              >
                {t('company:bank.removal.confirm')}
              </Button>
            </Group>
          </Stack>
        )}
      </Modal>
    </Stack>
  )
}
