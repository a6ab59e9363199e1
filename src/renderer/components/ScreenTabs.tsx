import { Tabs } from '@mantine/core'
import { type LinkProps, useNavigate } from '@tanstack/react-router'
import { type TextKey, useT } from '../app/i18n.ts'

export type Screens = Record<string, { to: LinkProps['to']; label: TextKey }>
type Props<Of extends Screens> = { screens: Of; value: keyof Of & string }

/** The screens of one subject, in order; the arrows walk them, Enter goes there. */
export const ScreenTabs = <Of extends Screens>({ screens, value }: Props<Of>) => {
  const t = useT()
  const navigate = useNavigate()
  return (
    <Tabs
      value={value}
      onChange={(name) => name && navigate({ to: screens[name]?.to })}
      activateTabWithKeyboard={false}
    >
      <Tabs.List>
        {Object.entries(screens).map(([name, { label }]) => (
          <Tabs.Tab key={name} value={name}>
            {t(label)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  )
}
