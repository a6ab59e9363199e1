import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { BackupTable } from '../../components/backups/BackupTable.tsx'
import { OtherBackup } from '../../components/backups/OtherBackup.tsx'
import { RestoreDialog } from '../../components/backups/RestoreDialog.tsx'

/** The backups of a book that cannot be opened; a backup takes the place of a damaged book, or goes where a lost one was. */
export const BackupsOffered = ({ path, state }: { path: string; state: 'damaged' | 'lost' }) => {
  const t = useT()
  const [restoring, setRestoring] = useState<string | null>(null)
  const { data } = useQuery(api.backups.list.queryOptions({ input: { path } }))
  const close = () => setRestoring(null)
  return (
    <>
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
      <OtherBackup onRestore={setRestoring} />
      {restoring && state === 'damaged' && (
        <RestoreDialog path={restoring} book={path} proposed="replace" onClose={close} />
      )}
      {restoring && state === 'lost' && <RestoreDialog path={restoring} book={null} to={path} onClose={close} />}
    </>
  )
}
