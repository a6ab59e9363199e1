import { Button, Menu, ScrollArea, Text } from '@mantine/core'
import { IconBraces } from '@tabler/icons-react'
import { useT } from '../../../app/i18n.ts'

type Props = { fields: readonly { name: string; example: string }[]; onInsert: (name: string) => void }

/** Fields that a letter fills in, put where the caret stood. */
export const FieldMenu = ({ fields, onInsert }: Props) => {
  const t = useT()
  return (
    <Menu position="top-start" width={320} returnFocus={false}>
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconBraces size={14} />}>
          {t('wordings:insert')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <ScrollArea.Autosize mah={320} type="auto">
          {fields.map(({ name, example }) => (
            <Menu.Item key={name} onClick={() => onInsert(name)}>
              {name}
              <Text size="xs" c="dimmed" truncate>
                {t('wordings:example', { example })}
              </Text>
            </Menu.Item>
          ))}
        </ScrollArea.Autosize>
      </Menu.Dropdown>
    </Menu>
  )
}
