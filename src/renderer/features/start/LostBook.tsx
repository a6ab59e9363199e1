import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useT } from '../../app/i18n.ts'
import { Note } from '../../components/Note.tsx'
import { BackupsOffered } from './BackupsOffered.tsx'
import classes from './start.module.css'

/** A book whose file is gone: its backups bring it back to its place. */
export const LostBook = ({ path, onClose }: { path: string; onClose: () => void }) => {
  const t = useT()
  return (
    <Stack gap="sm" component="section" aria-labelledby="lost-book">
      <Note tone="late">
        <Title order={2} id="lost-book">
          {t('backups:lost.title')}
        </Title>
        <Text size="sm" className={classes.place}>
          {t('backups:lost.text', { path })}
        </Text>
      </Note>
      <BackupsOffered path={path} state="lost" />
      <Group justify="flex-end">
        <Button variant="subtle" onClick={onClose}>
          {t('backups:damaged.close')}
        </Button>
      </Group>
    </Stack>
  )
}
