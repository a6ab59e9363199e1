import { PasswordInput, Text } from '@mantine/core'
import { useState } from 'react'
import type { MailSettingsOutput, Message } from '../../../main/core/mail/mail.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { FormDialog } from '../../components/FormDialog.tsx'
import { Note } from '../../components/Note.tsx'
import { useSend } from './useSend.ts'
import { useSender } from './useSender.ts'

type Props = {
  mail: MailSettingsOutput
  count: number
  /** Without it all that wait. */
  message?: Message
  onClose: () => void
}

/** Names what cannot be taken back, and asks for the password where it is not kept. */
export const SendDialog = ({ mail, count, message, onClose }: Props) => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const [password, setPassword] = useState('')
  const send = useSend()
  const sender = useSender(mail)
  const { host, user } = mail.settings
  const asksPassword = user !== '' && (mail.password === 'none' || mail.password === 'elsewhere')
  const label = t('mail:outbox.send', { count })
  return (
    <FormDialog
      title={label}
      onClose={onClose}
      submit={label}
      focusSubmit={!asksPassword}
      disabled={asksPassword && password === ''}
      onSubmit={() => {
        send({ count, ids: message && [message.id], password: asksPassword ? password : null })
        onClose()
      }}
    >
      <Text size="sm">{t('mail:outbox.from', { host, from: sender })}</Text>
      <Text size="sm">{t('mail:outbox.consequence', { count, day: format.day(today) })}</Text>
      {message?.sentOtherwise && (
        <Note tone="late">
          <Text size="sm">{t('mail:outbox.otherwise')}</Text>
        </Note>
      )}
      {asksPassword && (
        <PasswordInput
          data-autofocus
          required
          label={t('mail:outbox.password', { user })}
          description={t('mail:outbox.passwordHelp')}
          autoComplete="off"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
      )}
    </FormDialog>
  )
}
