import { ActionIcon, Button, Group, Menu, Table, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconDots } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Person } from '../../../../main/core/people/people.contract.ts'
import { api, client } from '../../../api/client.ts'
import { useCommand } from '../../../api/useCommand.ts'
import { useFormat } from '../../../app/format.ts'
import { useT } from '../../../app/i18n.ts'
import { usePeople, useRoleName } from '../../../app/people/usePeople.ts'
import { useReadOnly } from '../../../app/readOnly.ts'
import { useShortcuts } from '../../../app/shortcuts.ts'
import { ErrorNote } from '../../../components/ErrorNote.tsx'
import { SettingsSection } from '../../../components/SettingsSection.tsx'
import { ToneBadge } from '../../../components/ToneBadge.tsx'
import { OneTimePassword } from './OneTimePassword.tsx'
import { AddPerson, ChangeRole } from './PersonDialogs.tsx'

type Given = { name: string; password: string }

/** People with role, state and last sign-in; what an administrator may do about each. */
export const PeopleList = () => {
  const t = useT()
  const readOnly = useReadOnly('administer')
  const { data, error } = useQuery(api.people.list.queryOptions({ input: {} }))
  const [adding, setAdding] = useState(false)
  const [changing, setChanging] = useState<Person | null>(null)
  const [given, setGiven] = useState<Given | null>(null)
  useShortcuts(readOnly ? [] : [{ key: 'n', label: t('safety:people.list.add'), run: () => setAdding(true) }])
  return (
    <SettingsSection title={t('safety:people.list.title')} about={t('safety:people.list.about')}>
      <div data-full>
        <ErrorNote error={error} />
        {data && (
          <Table aria-label={t('safety:people.list.title')} verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('safety:people.list.name')}</Table.Th>
                <Table.Th>{t('safety:people.list.role')}</Table.Th>
                <Table.Th>{t('safety:people.list.state')}</Table.Th>
                <Table.Th>{t('safety:people.list.signedIn')}</Table.Th>
                <Table.Th w={44} aria-label={t('common:more')} />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.people.map((person) => (
                <PersonRow
                  key={person.id}
                  person={person}
                  readOnly={readOnly}
                  onChange={() => setChanging(person)}
                  onGiven={setGiven}
                />
              ))}
            </Table.Tbody>
          </Table>
        )}
        <Group mt="sm">
          <Button variant="default" disabled={readOnly} onClick={() => setAdding(true)}>
            {t('safety:people.list.add')}
          </Button>
        </Group>
        {adding && <AddPerson onClose={() => setAdding(false)} onAdded={setGiven} />}
        {changing && <ChangeRole person={changing} onClose={() => setChanging(null)} />}
        {given && <OneTimePassword {...given} onClose={() => setGiven(null)} />}
      </div>
    </SettingsSection>
  )
}

type RowProps = { person: Person; readOnly: boolean; onChange: () => void; onGiven: (given: Given) => void }

const PersonRow = ({ person, readOnly, onChange, onGiven }: RowProps) => {
  const t = useT()
  const format = useFormat()
  const roleName = useRoleName()
  const me = usePeople()?.me
  const { id, name, role, active, mustChange, signedInAt, failures } = person
  return (
    <Table.Tr>
      <Table.Td fw={600}>
        {name}
        {me?.id === id && (
          <Text span c="dimmed" fw={400}>
            {' '}
            ({t('safety:people.list.you')})
          </Text>
        )}
      </Table.Td>
      <Table.Td>{roleName(role)}</Table.Td>
      <Table.Td>
        <ToneBadge tone={active ? 'neutral' : 'risk'}>
          {t(active ? 'safety:people.list.active' : 'safety:people.list.inactive')}
        </ToneBadge>
        {active && mustChange && (
          <Text size="xs" c="dimmed">
            {t('safety:people.list.mustChange')}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {signedInAt ? format.moment(signedInAt) : t('safety:people.list.never')}
        {failures > 0 && (
          <Text size="xs" c="var(--late)">
            {t('safety:people.list.failures', { count: failures })}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{!readOnly && <PersonMenu person={person} onChange={onChange} onGiven={onGiven} />}</Table.Td>
    </Table.Tr>
  )
}

const PersonMenu = ({ person, onChange, onGiven }: Omit<RowProps, 'readOnly'>) => {
  const t = useT()
  const { id, name, role, active } = person
  const setActive = useCommand(api.people.update.mutationOptions(), {
    done: (_none, input) =>
      t(input.active ? 'safety:people.change.activated' : 'safety:people.change.deactivated', { name }),
    undo: (_none, input) => client.people.update({ ...input, active: !input.active }),
  })
  const reset = useCommand(api.people.resetPassword.mutationOptions(), {
    onDone: ({ password }) => onGiven({ name, password }),
  })
  const remove = useCommand(api.people.remove.mutationOptions(), { done: t('safety:people.remove.done', { name }) })
  const ask = (what: 'reset' | 'remove', run: () => void) =>
    modals.openConfirmModal({
      title: t(`safety:people.${what}.title`, { name }),
      children: <Text size="sm">{t(`safety:people.${what}.text`)}</Text>,
      labels: { confirm: t(`safety:people.${what}.action`), cancel: t('common:cancel') },
      ...(what === 'remove' && { confirmProps: { color: 'red' } }),
      cancelProps: { 'data-autofocus': true },
      closeButtonProps: { 'aria-label': t('common:close') },
      onConfirm: run,
    })
  return (
    <Menu position="bottom-end" withinPortal returnFocus>
      <Menu.Target>
        <ActionIcon aria-label={t('safety:people.list.actions', { name })}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onChange}>{t('safety:people.list.change')}</Menu.Item>
        <Menu.Item onClick={() => ask('reset', () => reset.mutate({ id }))}>{t('safety:people.list.reset')}</Menu.Item>
        <Menu.Item onClick={() => setActive.mutate({ id, roleId: role.id, active: !active })}>
          {t(active ? 'safety:people.list.deactivate' : 'safety:people.list.activate')}
        </Menu.Item>
        <Menu.Item onClick={() => ask('remove', () => remove.mutate({ id }))}>
          {t('safety:people.list.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
