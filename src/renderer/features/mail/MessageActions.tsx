import { Button, Group, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconDownload, IconSend } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { MailSettingsOutput, Message } from '../../../main/core/mail/mail.contract.ts'
import { api, client } from '../../api/client.ts'
import { saveFile } from '../../api/download.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useErrorToast } from '../../api/useErrorToast.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { SendDialog } from './SendDialog.tsx'

type Props = { message: Message; mail: MailSettingsOutput | undefined }

/** Its file; and while it waits, sending it alone or taking it out. */
export const MessageActions = ({ message, mail }: Props) => {
  const t = useT()
  const readOnly = useReadOnly('issue')
  const failed = useErrorToast()
  const [asking, setAsking] = useState(false)
  const save = useMutation({
    mutationFn: () => client.mail.message({ id: message.id }),
    onSuccess: ({ name, file }) => saveFile(name, file),
    onError: failed,
  })
  const cancel = useCommand(api.mail.cancel.mutationOptions(), { done: t('mail:outbox.panel.cancelled') })
  const waits = !readOnly && (message.state === 'queued' || message.state === 'failed')
  const ask = () =>
    modals.openConfirmModal({
      title: t('mail:outbox.panel.cancelTitle'),
      children: <Text size="sm">{t('mail:outbox.panel.cancelText')}</Text>,
      labels: { confirm: t('mail:outbox.panel.cancelConfirm'), cancel: t('mail:outbox.panel.cancelBack') },
      closeButtonProps: { 'aria-label': t('common:close') },
      onConfirm: () => cancel.mutate({ id: message.id }),
    })
  return (
    <Group gap="xs">
      {waits && mail?.settings.host && (
        <Button size="xs" leftSection={<IconSend size={16} />} onClick={() => setAsking(true)}>
          {t(message.state === 'failed' ? 'mail:outbox.panel.retry' : 'mail:outbox.panel.send')}
        </Button>
      )}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconDownload size={16} />}
        loading={save.isPending}
        onClick={() => save.mutate()}
      >
        {t('mail:outbox.panel.file')}
      </Button>
      {waits && (
        <Button variant="default" size="xs" loading={cancel.isPending} onClick={ask}>
          {t('mail:outbox.panel.cancel')}
        </Button>
      )}
      {asking && mail && <SendDialog mail={mail} count={1} message={message} onClose={() => setAsking(false)} />}
    </Group>
  )
}
