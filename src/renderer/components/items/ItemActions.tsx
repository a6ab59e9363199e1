import { ActionIcon, Button, Group, Kbd, Menu, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { type ActionTarget, type ItemAction, itemActions } from '../../app/items.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { keyName, useShortcuts } from '../../app/shortcuts.ts'
import classes from './items.module.css'
import { sumsOf } from './target.ts'

type Props = { target: ActionTarget; ticked: boolean; onDone: () => void }

/** What can be done with the items ticked or stood on: by button, by key, from the palette. */
export const ItemActions = ({ target, ticked, onDone }: Props) => {
  const t = useT()
  const readOnly = useReadOnly('collect')
  const [asked, setAsked] = useState<{ action: ItemAction; target: ActionTarget } | null>(null)
  // Dialogs are mounted when they are asked for; what runs in one step is ready from the start.
  // biome-ignore lint/correctness/useHookAtTopLevel: the list of actions never changes
  const runs = new Map(itemActions.map((action) => [action.id, 'useRun' in action ? action.useRun() : null]))
  const close = (done?: boolean) => {
    setAsked(null)
    if (done) onDone()
  }
  const start = (action: ItemAction) => {
    const missing = action.missing(target)
    if (missing)
      return notifications.show({
        id: missing,
        message: t(missing),
        closeButtonProps: { 'aria-label': t('common:close') },
      })
    const run = runs.get(action.id)
    if (run) run({ target, onClose: close })
    else setAsked({ action, target })
  }
  useShortcuts(
    readOnly
      ? []
      : itemActions.map((action) => ({
          key: action.shortcut,
          label: t(action.labelKey),
          run: () => start(action),
        })),
  )
  if (readOnly) return null
  return (
    <Group gap={4} wrap="wrap">
      {ticked && <Selected target={target} />}
      {itemActions
        .filter(({ primary }) => primary)
        .map((action) => (
          <Button
            key={action.id}
            variant="default"
            size="compact-sm"
            h={30}
            fz="sm"
            rightSection={<Key name={action.shortcut} />}
            onClick={() => start(action)}
          >
            {t(action.labelKey)}
          </Button>
        ))}
      <Menu position="bottom-end" width={380}>
        <Menu.Target>
          <ActionIcon variant="default" size={30} aria-label={t('common:items.more')}>
            <IconDots size={16} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {itemActions
            .filter(({ primary }) => !primary)
            .map((action) => {
              const missing = action.missing(target)
              return (
                <Menu.Item
                  key={action.id}
                  leftSection={<action.icon size={16} stroke={1.6} />}
                  rightSection={<Key name={action.shortcut} />}
                  // Stays readable: it says what is missing.
                  aria-disabled={missing !== null || undefined}
                  onClick={() => start(action)}
                >
                  {t(action.labelKey)}
                  {missing && (
                    <Text size="xs" c="dimmed">
                      {t(missing)}
                    </Text>
                  )}
                </Menu.Item>
              )
            })}
        </Menu.Dropdown>
      </Menu>
      {asked && 'Dialog' in asked.action && <asked.action.Dialog target={asked.target} onClose={close} />}
    </Group>
  )
}

/** How many are ticked, and what is open of them. */
const Selected = ({ target }: { target: ActionTarget }) => {
  const t = useT()
  const format = useFormat()
  return (
    <Text size="sm" className={classes.selected} role="status">
      {t('common:items.ticked', { count: target.items.length })}{' '}
      {sumsOf(target.items).map(({ currency, open }) => (
        <strong key={currency}>{format.money(open, currency)} </strong>
      ))}
    </Text>
  )
}

const Key = ({ name }: { name: string }) => {
  const t = useT()
  return <Kbd size="xs">{keyName(name, t)}</Kbd>
}
