import { ActionIcon, Button, Group, Menu, Modal, Stack, TextInput } from '@mantine/core'
import { IconBookmark, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client } from '../api/client.ts'
import { useCommand } from '../api/useCommand.ts'
import { useT } from '../app/i18n.ts'
import { useReadOnly } from '../app/readOnly.ts'
import classes from './SavedViews.module.css'

type Props<Filters extends object> = {
  /** Under which they are kept: `customers`, `items`. */
  screen: string
  /** Those on screen, as its address holds them. */
  filters: Filters
  onChoose: (filters: Filters) => void
}

/** Filters of a screen kept in the book under a name, and taken up again. */
export const SavedViews = <Filters extends object>({ screen, filters, onChoose }: Props<Filters>) => {
  const t = useT()
  const readOnly = useReadOnly('read')
  const [naming, setNaming] = useState(false)
  const views = useQuery(api.views.list.queryOptions({ input: { screen } })).data?.views ?? []
  const remove = useCommand(api.views.remove.mutationOptions(), {
    done: t('common:views.removed'),
    undo: (_, { id }) => {
      const view = views.find((one) => one.id === id)
      return view ? client.views.save({ screen, name: view.name, params: view.params }) : Promise.resolve()
    },
  })
  return (
    <>
      <Menu position="bottom-end" width={280}>
        <Menu.Target>
          <Button variant="default" leftSection={<IconBookmark size={16} aria-hidden />}>
            {t('common:views.title')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.length === 0 && <Menu.Label>{t('common:views.none')}</Menu.Label>}
          {views.map(({ id, name, params }) => (
            <Group key={id} gap={2} wrap="nowrap" className={classes.view}>
              <Menu.Item onClick={() => onChoose(params as Filters)}>{name}</Menu.Item>
              {!readOnly && (
                <ActionIcon aria-label={t('common:views.remove', { name })} onClick={() => remove.mutate({ id })}>
                  <IconTrash size={16} />
                </ActionIcon>
              )}
            </Group>
          ))}
          {!readOnly && (
            <>
              <Menu.Divider />
              <Menu.Item onClick={() => setNaming(true)}>{t('common:views.save')}</Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <NameView screen={screen} filters={filters} opened={naming} onClose={() => setNaming(false)} />
    </>
  )
}

type Naming = { screen: string; filters: object; opened: boolean; onClose: () => void }

const NameView = ({ screen, filters, opened, onClose }: Naming) => {
  const t = useT()
  const [name, setName] = useState('')
  const save = useCommand(api.views.save.mutationOptions(), {
    done: t('common:views.saved'),
    onDone: () => {
      setName('')
      onClose()
    },
  })
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('common:views.save')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          // What stands at its default is not part of the filters.
          const params = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined))
          save.mutate({ screen, name, params })
        }}
      >
        <Stack>
          <TextInput
            label={t('common:views.name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={80}
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" disabled={name.trim() === ''} loading={save.isPending}>
              {t('common:save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
