import { Button, Group, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { Note } from '../Note.tsx'
import { besideOf } from './backup.words.ts'
import classes from './backups.module.css'
import { FailureNote } from './FailureNote.tsx'
import { useBackupState } from './useBackupState.ts'

/** Above every screen of a book: what is wrong with its file, its backups or the clock. */
export const BackupNotices = () => {
  const t = useT()
  const format = useFormat()
  const state = useBackupState()
  const book = useQuery(api.book.current.queryOptions({ input: {} })).data?.book
  const failure = state?.failures.find(({ path }) => path === book?.path)
  const toBackups = (label: string) => (
    <Button
      size="compact-sm"
      variant="default"
      renderRoot={(props) => <Link to="/safety" search={{ section: 'backups' }} {...props} />}
    >
      {label}
    </Button>
  )
  return (
    <>
      {state?.book?.replaced && <Replaced path={state.book.path} how={state.book.replaced} />}
      {book?.damaged && (
        <Note tone="late" role="alert" title={t('backups:notice.damaged')}>
          <Text size="sm">{t('backups:notice.damagedText')}</Text>
          <Group mt={4}>{toBackups(t('backups:notice.restore'))}</Group>
        </Note>
      )}
      {failure && !state?.book?.replaced && (
        <FailureNote failure={failure} action={toBackups(t('backups:notice.open'))} />
      )}
      {state?.book?.lastEntryAhead && (
        <Note tone="late" role="alert" title={t('backups:notice.clock')}>
          <Text size="sm">{t('backups:notice.clockText', { moment: format.moment(state.book.lastEntryAhead) })}</Text>
        </Note>
      )}
    </>
  )
}

/** What is still open is saved under another name: at its own, it would be lost. */
const Replaced = ({ path, how }: { path: string; how: 'missing' | 'replaced' }) => {
  const t = useT()
  const [to, setTo] = useState(() => besideOf(path, new Date().toISOString(), 'copie'))
  const copy = useCommand(api.backups.copy.mutationOptions(), {
    done: ({ path: saved }) => t('backups:notice.copied', { path: saved }),
  })
  return (
    <Note tone="late" role="alert" title={t(`backups:notice.${how}`)}>
      <Text size="sm">{t('backups:notice.replacedText')}</Text>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          copy.mutate({ path: to })
        }}
      >
        <Group align="flex-end" mt={4}>
          <TextInput
            flex={1}
            maw={640}
            label={t('backups:notice.copyPath')}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
            spellCheck={false}
            className={classes.path}
          />
          <Button type="submit" loading={copy.isPending} disabled={to.trim() === ''}>
            {t('backups:notice.copy')}
          </Button>
        </Group>
      </form>
    </Note>
  )
}
