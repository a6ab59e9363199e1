import { PasswordInput, Radio, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { backupsContract } from '../../../main/core/backups/backups.contract.ts'
import { api, client } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useEnterBook } from '../../app/useEnterBook.ts'
import { Facts } from '../Facts.tsx'
import { FormDialog } from '../FormDialog.tsx'
import { besideOf, sizeText } from './backup.words.ts'
import classes from './backups.module.css'

type Preview = NonNullable<(typeof backupsContract)['preview']['~orpc']['outputSchema']>['_zod']['output']
type Place = 'beside' | 'replace'

type Props = {
  /** The backup’s path. */
  path: string
  /** The book that it may take the place of; null where none is known. */
  book: string | null
  /** What is proposed: beside a whole book, in place of a damaged one. */
  proposed?: Place
  /** Where a book that is gone stood. */
  to?: string
  onClose: () => void
}

/** What a backup holds, and where it goes; the book that it takes the place of is named with what becomes of it. */
export const RestoreDialog = ({ path, book, proposed = 'beside', to: stood, onClose }: Props) => {
  const t = useT()
  const enter = useEnterBook()
  const [passphrase, setPassphrase] = useState('')
  const [place, setPlace] = useState<Place>(book ? proposed : 'beside')
  const [wanted, setWanted] = useState<string | null>(null)
  const preview = useMutation(api.backups.preview.mutationOptions())
  const { mutate: read, data } = preview
  useEffect(() => read({ path }), [read, path])

  const secret = passphrase === '' ? {} : { passphrase }
  const to = place === 'replace' && book ? book : (wanted ?? stood ?? besideOf(book ?? path, data?.at ?? ''))
  const restore = useMutation({
    mutationFn: async () => {
      const { setAside } = await client.backups.restore({ path, to, replace: place === 'replace', ...secret })
      notifications.show({
        message: setAside
          ? t('backups:restore.done', { path: setAside })
          : t('backups:restore.doneBeside', { path: to }),
        autoClose: 15_000,
        closeButtonProps: { 'aria-label': t('common:close') },
      })
      await enter(await client.book.open({ path: to, ...secret }))
    },
    onSuccess: onClose,
  })
  const readable = data?.content != null
  return (
    <FormDialog
      title={t('backups:restore.title')}
      onClose={onClose}
      onSubmit={() => (readable ? restore.mutate() : read({ path, ...secret }))}
      submit={
        !readable
          ? t('backups:restore.read')
          : t(place === 'replace' ? 'backups:restore.submitReplace' : 'backups:restore.submit')
      }
      disabled={readable ? to.trim() === '' : passphrase === ''}
      pending={restore.isPending || preview.isPending}
      grave={readable && place === 'replace'}
      error={restore.error ?? preview.error}
      size={600}
    >
      {data ? <Content preview={data} /> : <Text c="dimmed">{!preview.error && t('backups:restore.reading')}</Text>}
      {data?.needsPassphrase && !readable && (
        <PasswordInput
          data-autofocus
          label={t('backups:restore.passphrase')}
          description={t('backups:restore.passphraseText')}
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          autoComplete="off"
        />
      )}
      {readable && book && (
        <Radio.Group label={t('backups:restore.where')} value={place} onChange={(value) => setPlace(value as Place)}>
          <Stack gap="xs" mt={4}>
            <Radio
              value="beside"
              label={t('backups:restore.beside')}
              description={t('backups:restore.besideText', { path: wanted ?? besideOf(book, data.at) })}
            />
            <Radio
              value="replace"
              label={t('backups:restore.replace')}
              description={t('backups:restore.replaceText')}
            />
          </Stack>
        </Radio.Group>
      )}
      {readable && place === 'beside' && (
        <TextInput
          label={t('backups:restore.toPath')}
          value={to}
          onChange={(event) => setWanted(event.currentTarget.value)}
          spellCheck={false}
        />
      )}
    </FormDialog>
  )
}

const Content = ({ preview }: { preview: Preview }) => {
  const t = useT()
  const format = useFormat()
  const { path, at, bytes, content } = preview
  return (
    <Stack gap="xs">
      <Text size="xs" c="dimmed" className={classes.path}>
        {path}
      </Text>
      <Facts
        facts={[
          [t('backups:restore.at'), format.moment(at)],
          [t('backups:restore.size'), sizeText(bytes, t, format)],
          content !== null && [t('backups:restore.company'), content.company],
          content !== null && [
            t('backups:restore.holds'),
            t('backups:restore.holdsText', {
              customers: format.number(content.customers),
              items: format.number(content.items),
            }),
          ],
          content !== null &&
            content.lastEntryAt !== null && [t('backups:restore.lastEntry'), format.moment(content.lastEntryAt)],
        ]}
      />
      {content?.version === 'older' && <Text size="sm">{t('backups:restore.older')}</Text>}
    </Stack>
  )
}
