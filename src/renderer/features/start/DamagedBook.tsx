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

type Props = { path: string; onRead: () => void; reading: boolean; onClose: () => void }

/** A book that could not be opened because it is damaged: its backups, or what can be read of it. */
export const DamagedBook = ({ path, onRead, reading, onClose }: Props) => {
  const t = useT()
  const [restoring, setRestoring] = useState<string | null>(null)
  const { data } = useQuery(api.backups.list.queryOptions({ input: { path } }))
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
      {data && data.backups.length > 0 && (
        <BackupTable
          label={t('backups:damaged.backups')}
          backups={data.backups}
          onRestore={(backup) => setRestoring(backup.path)}
        />
      )}
      {data?.backups.length === 0 && (
        <Text size="sm">
          {data.there
            ? t('backups:damaged.none', { folder: data.folder })
            : t('backups:list.absent', { folder: data.folder })}
        </Text>
      )}
      <OtherBackup onRestore={setRestoring} />
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
      {restoring && (
        <RestoreDialog path={restoring} book={path} proposed="replace" onClose={() => setRestoring(null)} />
      )}
    </Stack>
  )
}
