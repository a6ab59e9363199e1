import { Button, Group, Stack, TextInput, Title } from '@mantine/core'
import { IconFolderOpen } from '@tabler/icons-react'
import { useState } from 'react'
import { useT } from '../../app/i18n.ts'

type Props = { onOpen: (path: string) => void; opening: boolean }

/** A book that is not in the list: by the system's dialog in the desktop program, by its path in a browser. */
export const OtherBook = ({ onOpen, opening }: Props) => {
  const t = useT()
  const [path, setPath] = useState('')
  const desktop = window.encours
  return (
    <Stack gap="xs" component="section" aria-labelledby="other-book">
      <Title order={2} id="other-book">
        {t('start:other.title')}
      </Title>
      {desktop ? (
        <Group>
          <Button variant="default" leftSection={<IconFolderOpen size={16} />} onClick={() => desktop.choose('open')}>
            {t('start:other.choose')}
          </Button>
        </Group>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            onOpen(path.trim())
          }}
        >
          <Group align="flex-end">
            <TextInput
              flex={1}
              label={t('start:other.path')}
              placeholder={t('start:other.placeholder')}
              value={path}
              onChange={(event) => setPath(event.currentTarget.value)}
              spellCheck={false}
            />
            <Button type="submit" variant="default" disabled={path.trim() === ''} loading={opening}>
              {t('start:other.action')}
            </Button>
          </Group>
        </form>
      )}
    </Stack>
  )
}
