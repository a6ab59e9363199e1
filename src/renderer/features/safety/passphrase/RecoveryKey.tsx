import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { IconCopy, IconPrinter } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { saveFile } from '../../../api/download.ts'
import { useCommand } from '../../../api/useCommand.ts'
import { useLanguage, useT } from '../../../app/i18n.ts'
import { ErrorNote } from '../../../components/ErrorNote.tsx'
import { Note } from '../../../components/Note.tsx'
import classes from './passphrase.module.css'

const GROUPS_A_LINE = 5

type Props = { recoveryKey: string; onClose: () => void }

/** The recovery key, this once: to be printed or copied out, which its last group proves. */
export const RecoveryKey = ({ recoveryKey, onClose }: Props) => {
  const t = useT()
  const language = useLanguage()
  const [lastGroup, setLastGroup] = useState('')
  const [copied, setCopied] = useState(false)
  const note = useCommand(api.book.noteRecoveryKey.mutationOptions(), {
    quiet: true,
    done: t('safety:passphrase.recovery.noted'),
    onDone: onClose,
  })
  const sheet = useMutation({
    ...api.book.recoverySheet.mutationOptions(),
    onSuccess: ({ name, file }) => saveFile(name, file),
  })
  const groups = recoveryKey.split('-')
  const lines = Array.from({ length: Math.ceil(groups.length / GROUPS_A_LINE) }, (_, index) =>
    groups.slice(index * GROUPS_A_LINE, (index + 1) * GROUPS_A_LINE),
  )
  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      title={t('safety:passphrase.recovery.title')}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (lastGroup.trim() !== '') note.mutate({ lastGroup: lastGroup.trim() })
        }}
      >
        <Stack>
          <Text size="sm">{t('safety:passphrase.recovery.about')}</Text>
          <section className={classes.key} aria-label={t('safety:passphrase.recovery.title')}>
            {lines.map((line) => (
              <div key={line.join('-')} className={classes.line}>
                {line.map((group) => (
                  <code key={group}>{group}</code>
                ))}
              </div>
            ))}
          </section>
          <Group>
            <Button
              variant="default"
              leftSection={<IconPrinter size={16} />}
              loading={sheet.isPending}
              onClick={() => sheet.mutate({ recoveryKey, language })}
            >
              {t('safety:passphrase.recovery.print')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconCopy size={16} />}
              onClick={() => void navigator.clipboard.writeText(recoveryKey).then(() => setCopied(true))}
            >
              {t('safety:passphrase.recovery.copy')}
            </Button>
            <Text size="sm" c="dimmed" role="status">
              {copied && t('safety:passphrase.recovery.copied')}
            </Text>
          </Group>
          <Note tone="late" title={t('safety:passphrase.recovery.warningTitle')}>
            <Text size="sm">{t('safety:passphrase.recovery.warning')}</Text>
          </Note>
          <TextInput
            label={t('safety:passphrase.recovery.last')}
            description={t('safety:passphrase.recovery.lastAbout')}
            value={lastGroup}
            maw={280}
            spellCheck={false}
            autoComplete="off"
            data-autofocus
            onChange={(event) => setLastGroup(event.currentTarget.value)}
          />
          <ErrorNote error={note.error ?? sheet.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('safety:passphrase.recovery.later')}
            </Button>
            <Button type="submit" disabled={lastGroup.trim() === ''} loading={note.isPending}>
              {t('safety:passphrase.recovery.confirm')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
