import { Button, Text } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import type { MailSettingsOutput } from '../../../main/core/mail/mail.contract.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { ButtonLink } from '../../components/links.tsx'
import classes from './mail.module.css'
import { SendDialog } from './SendDialog.tsx'
import { useSender } from './useSender.ts'

/** What waits, through which server it would leave, and the button that lets it go. */
export const SendBar = ({ mail, waiting }: { mail: MailSettingsOutput; waiting: number }) => {
  const t = useT()
  const readOnly = useReadOnly('issue')
  const [asking, setAsking] = useState(false)
  const sender = useSender(mail)
  const { host } = mail.settings
  return (
    <div className={classes.send}>
      <div>
        <Text fw={600}>{waiting > 0 ? t('mail:outbox.waiting', { count: waiting }) : t('mail:outbox.none')}</Text>
        <Text size="sm" c="dimmed">
          {host ? t('mail:outbox.from', { host, from: sender }) : t('mail:outbox.noServer')}
        </Text>
      </div>
      {host === '' ? (
        <ButtonLink to="/mail/settings" variant="default">
          {t('mail:outbox.setServer')}
        </ButtonLink>
      ) : (
        waiting > 0 &&
        !readOnly && (
          <Button leftSection={<IconSend size={16} />} onClick={() => setAsking(true)}>
            {t('mail:outbox.send', { count: waiting })}
          </Button>
        )
      )}
      {asking && <SendDialog mail={mail} count={waiting} onClose={() => setAsking(false)} />}
    </div>
  )
}
