import { useEffect, useState } from 'react'
import type { MailSettings, MailSettingsOutput } from '../../../main/core/mail/mail.contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'

/** The port that each way of encrypting usually has. */
export const usualPorts: Record<MailSettings['security'], number> = { starttls: 587, tls: 465, none: 25 }

/** The settings as they are being edited, and the password typed: empty leaves the one that is kept. */
export const useMailDraft = (saved: MailSettingsOutput) => {
  const t = useT()
  const [values, setValues] = useState(saved.settings)
  const [password, setPassword] = useState('')
  const save = useCommand(api.mail.saveSettings.mutationOptions(), { quiet: true, done: t('mail:settings.saved') })
  const forget = useCommand(api.mail.saveSettings.mutationOptions(), { done: t('mail:settings.login.forgotten') })
  // Saved, or changed elsewhere: what is in the book is the new starting point.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of the settings themselves starts again
  useEffect(() => {
    setValues(saved.settings)
    setPassword('')
  }, [JSON.stringify(saved)])
  const set = (part: Partial<MailSettings>) => setValues((old) => ({ ...old, ...part }))
  const key = JSON.stringify([values, password])
  const input = { settings: values, password: password === '' ? null : password }
  return {
    saved,
    values,
    set,
    /** A port that was the usual one follows. */
    setSecurity: (security: MailSettings['security']) =>
      set({
        security,
        ...(values.port === usualPorts[values.security] && { port: usualPorts[security] }),
        ...(security !== 'none' && { plainAllowed: false }),
      }),
    password,
    setPassword,
    input,
    /** Changes with everything typed. */
    key,
    dirty: key !== JSON.stringify([saved.settings, '']),
    /** The password that is kept was given for this server and this name. */
    sameAccount: values.host === saved.settings.host && values.user === saved.settings.user,
    submit: () => save.mutate(input),
    discard: () => {
      setValues(saved.settings)
      setPassword('')
      save.reset()
    },
    forget: () => forget.mutate({ settings: saved.settings, password: '' }),
    saving: save.isPending,
    error: save.error,
  }
}
export type MailDraft = ReturnType<typeof useMailDraft>
