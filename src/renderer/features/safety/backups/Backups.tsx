import { Button, Group, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useCommand } from '../../../api/useCommand.ts'
import { useFormat } from '../../../app/format.ts'
import { useT } from '../../../app/i18n.ts'
import { useMay } from '../../../app/people/usePeople.ts'
import { BackupTable } from '../../../components/backups/BackupTable.tsx'
import classes from '../../../components/backups/backups.module.css'
import { OtherBackup } from '../../../components/backups/OtherBackup.tsx'
import { RestoreDialog } from '../../../components/backups/RestoreDialog.tsx'
import { useBackupState } from '../../../components/backups/useBackupState.ts'
import { EmptyState } from '../../../components/EmptyState.tsx'
import { ErrorNote } from '../../../components/ErrorNote.tsx'
import { Note } from '../../../components/Note.tsx'
import { BackupSettings } from './BackupSettings.tsx'

const route = getRouteApi('/book/safety')
const desktop = window.encours

/** How the book is kept: the last backup in a sentence, those there are, where they go. */
export const Backups = () => {
  const t = useT()
  const { restore: chosen } = route.useSearch()
  const [restoring, setRestoring] = useState<string | null>(chosen ?? null)
  const may = useMay('administer')
  const book = useQuery(api.book.current.queryOptions({ input: {} })).data?.book
  const { data, error } = useQuery(api.backups.list.queryOptions({ input: {} }))
  return (
    <div className={classes.section}>
      <LastBackup />
      <ErrorNote error={error} />
      <section aria-labelledby="backups-kept">
        <Title order={2} id="backups-kept">
          {t('backups:list.title')}
        </Title>
        {data && (
          <Text size="xs" c="dimmed" className={classes.path}>
            {t('backups:list.folder', { folder: data.folder })}
          </Text>
        )}
        {data && !data.there && (
          <Note tone="late" role="alert">
            <Text size="sm">{t('backups:list.absent', { folder: data.folder })}</Text>
          </Note>
        )}
        {data?.backups.length === 0 && data.there && (
          <EmptyState title={t('backups:list.empty.title')} text={t('backups:list.empty.text')} />
        )}
        {data && data.backups.length > 0 && (
          <BackupTable
            label={t('backups:list.title')}
            backups={data.backups}
            {...(may && { onRestore: ({ path }) => setRestoring(path) })}
          />
        )}
        {may && <OtherBackup onRestore={setRestoring} {...(desktop && { choose: () => desktop.choose('backup') })} />}
      </section>
      {may && <BackupSettings />}
      {may && restoring && book && (
        <RestoreDialog
          path={restoring}
          book={book.path}
          proposed={book.damaged ? 'replace' : 'beside'}
          onClose={() => setRestoring(null)}
        />
      )}
    </div>
  )
}

const LastBackup = () => {
  const t = useT()
  const format = useFormat()
  const state = useBackupState()?.book
  const now = useCommand(api.backups.now.mutationOptions(), {
    done: ({ name }) => t('backups:state.done', { name }),
  })
  if (!state) return null
  const { last, changed, automatic, running } = state
  const busy = running || now.isPending
  return (
    <Note tone={last && (!changed || automatic) ? 'settled' : 'late'} role="status">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">
          {busy ? (
            t('backups:state.running')
          ) : (
            <>
              {last ? t('backups:state.last', { moment: format.moment(last.at) }) : t('backups:state.none')}{' '}
              {last && !changed && t('backups:state.same')}
              {changed &&
                t(!automatic ? 'backups:state.changedOff' : last ? 'backups:state.changed' : 'backups:state.first')}
            </>
          )}
        </Text>
        <Button size="compact-md" loading={busy} onClick={() => now.mutate({})} style={{ flex: 'none' }}>
          {t('backups:state.now')}
        </Button>
      </Group>
    </Note>
  )
}
