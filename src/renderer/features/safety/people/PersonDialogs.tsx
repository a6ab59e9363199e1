import { Radio, Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Person } from '../../../../main/core/people/people.contract.ts'
import { api } from '../../../api/client.ts'
import { useCommand } from '../../../api/useCommand.ts'
import { useT } from '../../../app/i18n.ts'
import { useRoleName } from '../../../app/people/usePeople.ts'
import { FormDialog } from '../../../components/FormDialog.tsx'

type Adding = { onClose: () => void; onAdded: (given: { name: string; password: string }) => void }

export const AddPerson = ({ onClose, onAdded }: Adding) => {
  const t = useT()
  const [name, setName] = useState('')
  const [roleId, setRoleId] = useState('')
  const add = useCommand(api.people.add.mutationOptions(), {
    onDone: ({ password }, input) => {
      onClose()
      onAdded({ name: input.name, password })
    },
    quiet: true,
  })
  return (
    <FormDialog
      title={t('safety:people.add.title')}
      onClose={onClose}
      onSubmit={() => add.mutate({ name: name.trim(), roleId })}
      submit={t('safety:people.add.action')}
      disabled={name.trim() === '' || roleId === ''}
      pending={add.isPending}
      error={add.error}
    >
      <TextInput
        label={t('safety:people.list.name')}
        description={t('safety:people.add.nameText')}
        value={name}
        maxLength={100}
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <RoleChoice value={roleId} onChange={setRoleId} />
    </FormDialog>
  )
}

export const ChangeRole = ({ person, onClose }: { person: Person; onClose: () => void }) => {
  const t = useT()
  const { id, name, role, active } = person
  const [roleId, setRoleId] = useState(role.id)
  const change = useCommand(api.people.update.mutationOptions(), {
    done: t('safety:people.change.done', { name }),
    onDone: onClose,
    quiet: true,
  })
  return (
    <FormDialog
      title={t('safety:people.change.title', { name })}
      onClose={onClose}
      onSubmit={() => change.mutate({ id, roleId, active })}
      submit={t('safety:people.change.action')}
      disabled={roleId === role.id}
      pending={change.isPending}
      error={change.error}
    >
      <RoleChoice value={roleId} onChange={setRoleId} />
    </FormDialog>
  )
}

/** Each role with what it allows, in words. */
const RoleChoice = ({ value, onChange }: { value: string; onChange: (id: string) => void }) => {
  const t = useT()
  const roleName = useRoleName()
  const roles = useQuery(api.people.roles.queryOptions({ input: {} })).data?.roles ?? []
  return (
    <Radio.Group label={t('safety:people.list.role')} value={value} onChange={onChange}>
      <Stack gap="xs" mt={6}>
        {roles.map((role) => (
          <Radio
            key={role.id}
            value={role.id}
            label={roleName(role)}
            description={role.permissions.map((one) => t(`people:permissions.${one}.name`)).join(' · ')}
          />
        ))}
      </Stack>
    </Radio.Group>
  )
}
