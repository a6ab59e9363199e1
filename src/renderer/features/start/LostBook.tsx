import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { BackupTable } from '../../components/backups/BackupTable.tsx'
import { OtherBackup } from '../../components/backups/OtherBackup.tsx'
import { RestoreDialog } from '../../components/backups/RestoreDialog.tsx'
import { Note } from '../../components/Note.tsx'
import classes from './start.module.css'

/** A book whose file is gone: its backups bring it back to its place. */
export const LostBook = ({ path, onClose }: { path: string; onClose: () => void }) => {
  const t = useT()
  const [restoring, setRestoring] = useState<string | null>(null)
  const { data } = useQuery(api.backups.list.queryOptions({ input: { path } }))
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
      {data && data.backups.length > 0 && (
        <BackupTable
          label={t('backups:damaged.backups')}
          backups={data.backups}
          onRestore={(backup) => setRestoring(backup.path)}
        />
      )}
      {data?.backups.length === 0 && (
        <Text size="sm">{t(data.there ? 'backups:damaged.none' : 'backups:list.absent', { folder: data.folder })}</Text>
      )}
      <Group justify="space-between">
        <OtherBackup onRestore={setRestoring} />
        <Button variant="subtle" onClick={onClose}>
          {t('backups:damaged.close')}
        </Button>
      </Group>
      {restoring && <RestoreDialog path={restoring} book={null} to={path} onClose={() => setRestoring(null)} />}
    </Stack>
  )
}
