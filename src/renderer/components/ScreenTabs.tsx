import { Menu, Tabs, UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { type LinkProps, useNavigate } from '@tanstack/react-router'
import { type TextKey, useT } from '../app/i18n.ts'
import classes from './ScreenTabs.module.css'

export type Screens = Record<string, { to: LinkProps['to']; label: TextKey }>
type Props<Of extends Screens, More extends Screens> = {
  screens: Of
  /** Those behind a menu at the end of the row; the one shown stands in the row as well. */
  more?: More
  value: (keyof Of | keyof More) & string
  /** Work waiting on a screen, beside its name. */
  counts?: Partial<Record<keyof Of, number | undefined>>
}

/** The screens of one subject, in order; the arrows walk them, Enter goes there. */
export const ScreenTabs = <Of extends Screens, More extends Screens = Record<never, never>>({
  screens,
  more,
  value,
  counts,
}: Props<Of, More>) => {
  const t = useT()
  const navigate = useNavigate()
  const behind: Screens = more ?? {}
  const here = behind[value]
  const row = Object.entries<Screens[string]>(here ? { ...screens, [value]: here } : screens)
  return (
    <div className={classes.row}>
      <Tabs
        className={classes.tabs}
        value={value}
        onChange={(name) => name && navigate({ to: (screens[name] ?? behind[name])?.to })}
        activateTabWithKeyboard={false}
      >
        <Tabs.List>
          {row.map(([name, { label }]) => (
            <Tabs.Tab key={name} value={name} px={9}>
              {t(label)}
              {counts?.[name] ? ` (${counts[name]})` : ''}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      {Object.keys(behind).length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <UnstyledButton className={classes.more}>
              {t('common:more')}
              <IconChevronDown size={14} aria-hidden />
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            {Object.entries(behind).map(([name, { to, label }]) => (
              <Menu.Item key={name} onClick={() => navigate({ to })}>
                {t(label)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  )
}
