import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useT } from '../../app/i18n.ts'
import { Note } from '../../components/Note.tsx'
import { BackupsOffered } from './BackupsOffered.tsx'
import classes from './start.module.css'

type Props = { path: string; onRead: () => void; reading: boolean; onClose: () => void }

/** A book that could not be opened because it is damaged: its backups, or what can be read of it. */
export const DamagedBook = ({ path, onRead, reading, onClose }: Props) => {
  const t = useT()
  return (
    <Stack gap="sm" component="section" aria-labelledby="damaged-book">
      <Note tone="risk" role="alert">
        <Title order={2} id="damaged-book">
          {t('backups:damaged.title')}
        </Title>
        <Text size="sm" className={classes.place}>
          {t('backups:damaged.text', { path })}
        </Text>
      </Note>
      <BackupsOffered path={path} state="damaged" />
      <Group>
        <Button variant="default" onClick={onRead} loading={reading}>
          {t('backups:damaged.read')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('backups:damaged.readText')}
        </Text>
        <Button variant="subtle" ml="auto" onClick={onClose}>
          {t('backups:damaged.close')}
        </Button>
      </Group>
    </Stack>
  )
}
