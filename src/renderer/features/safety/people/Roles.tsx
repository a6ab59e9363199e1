import { ActionIcon, Button, Checkbox, Group, Menu, Table, Text, TextInput, Title } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Permission, permissions } from '../../../../main/core/kernel/contract.ts'
import type { Role } from '../../../../main/core/people/people.contract.ts'
import { api, client } from '../../../api/client.ts'
import { useCommand } from '../../../api/useCommand.ts'
import { useT } from '../../../app/i18n.ts'
import { useRoleName } from '../../../app/people/usePeople.ts'
import { useReadOnly } from '../../../app/readOnly.ts'
import { FormDialog } from '../../../components/FormDialog.tsx'
import classes from './people.module.css'

/** What each role allows: a tick changes it at once, and can be taken back. */
export const Roles = () => {
  const t = useT()
  const roleName = useRoleName()
  const readOnly = useReadOnly('administer')
  const roles = useQuery(api.people.roles.queryOptions({ input: {} })).data?.roles ?? []
  const [naming, setNaming] = useState<Role | 'new' | null>(null)
  const save = useCommand(api.people.saveRole.mutationOptions(), {
    done: t('safety:people.roles.saved'),
    undo: (_saved, { id }) => {
      const before = roles.find((role) => role.id === id)
      return before ? client.people.saveRole(pick(before)) : Promise.resolve()
    },
    toast: 'people.roles',
  })
  // A tick shows at once, before the book has it.
  const allows = ({ id, permissions: allowed }: Role, permission: Permission): boolean =>
    (save.isPending && save.variables.id === id ? save.variables.permissions : allowed).includes(permission)
  const toggle = (role: Role, permission: Permission, on: boolean) =>
    save.mutate({
      ...pick(role),
      permissions: on ? [...role.permissions, permission] : role.permissions.filter((one) => one !== permission),
    })
  return (
    <section className={classes.roles} aria-labelledby="roles">
      <Title order={2} id="roles">
        {t('safety:people.roles.title')}
      </Title>
      <Text size="sm" c="dimmed" maw={720}>
        {t('safety:people.roles.about')}
      </Text>
      <div className={classes.scroll}>
        <Table aria-label={t('safety:people.roles.title')} verticalSpacing={6} className={classes.matrix}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('safety:people.roles.permission')}</Table.Th>
              {roles.map((role) => (
                <Table.Th key={role.id} className={classes.role}>
                  <RoleHead role={role} readOnly={readOnly} onName={() => setNaming(role)} />
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {permissions.map((permission) => (
              <Table.Tr key={permission}>
                <Table.Th scope="row">
                  {t(`people:permissions.${permission}.name`)}
                  <Text size="xs" c="dimmed" fw={400}>
                    {t(`people:permissions.${permission}.text`)}
                  </Text>
                </Table.Th>
                {roles.map((role) => (
                  <Table.Td key={role.id}>
                    <Checkbox
                      className={classes.tick}
                      aria-label={t('safety:people.roles.may', {
                        role: roleName(role),
                        permission: t(`people:permissions.${permission}.name`),
                      })}
                      checked={allows(role, permission)}
                      disabled={readOnly || permission === 'read'}
                      onChange={({ currentTarget: { checked } }) => toggle(role, permission, checked)}
                    />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Group mt="sm">
          <Button variant="default" disabled={readOnly} onClick={() => setNaming('new')}>
            {t('safety:people.roles.add')}
          </Button>
        </Group>
        {naming && <NameRole role={naming === 'new' ? null : naming} onClose={() => setNaming(null)} />}
      </div>
    </section>
  )
}

const pick = ({ id, name, permissions: allowed }: Role) => ({ id, name, permissions: allowed })

type HeadProps = { role: Role; readOnly: boolean; onName: () => void }

const RoleHead = ({ role, readOnly, onName }: HeadProps) => {
  const t = useT()
  const name = useRoleName()(role)
  const remove = useCommand(api.people.removeRole.mutationOptions(), { done: t('safety:people.roles.removed') })
  return (
    <Group gap={2} justify="center" wrap="nowrap">
      <div>
        {name}
        <Text size="xs" c="dimmed" fw={400}>
          {t('safety:people.roles.people', { count: role.people })}
        </Text>
      </div>
      {!readOnly && (
        <Menu position="bottom-end" withinPortal returnFocus>
          <Menu.Target>
            <ActionIcon size="sm" aria-label={t('safety:people.roles.actions', { role: name })}>
              <IconDots size={14} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={onName}>{t('safety:people.roles.rename')}</Menu.Item>
            <Menu.Item onClick={() => remove.mutate({ id: role.id })}>{t('safety:people.roles.remove')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </Group>
  )
}

/** A new role only looks until something is ticked. */
const NameRole = ({ role, onClose }: { role: Role | null; onClose: () => void }) => {
  const t = useT()
  const [name, setName] = useState(role?.name ?? '')
  const save = useCommand(api.people.saveRole.mutationOptions(), {
    done: t('safety:people.roles.saved'),
    onDone: onClose,
    quiet: true,
  })
  return (
    <FormDialog
      title={t(role ? 'safety:people.roles.nameTitle' : 'safety:people.roles.add')}
      size={400}
      onClose={onClose}
      onSubmit={() => save.mutate({ ...(role && { id: role.id }), name, permissions: role?.permissions ?? ['read'] })}
      submit={t('safety:people.roles.nameAction')}
      disabled={name.trim() === '' && !role?.key}
      pending={save.isPending}
      error={save.error}
    >
      <TextInput
        label={t('safety:people.roles.name')}
        description={role?.key ? t('safety:people.roles.usual') : undefined}
        value={name}
        maxLength={60}
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
