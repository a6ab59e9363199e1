import { Button, PasswordInput, Text, TextInput } from '@mantine/core'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { SettingsSection } from '../../components/SettingsSection.tsx'
import type { MailDraft } from './useMailDraft.ts'

/** Name and password, and in words where the password is kept. */
export const LoginFields = ({ draft }: { draft: MailDraft }) => {
  const t = useT()
  const readOnly = useReadOnly('configure')
  const { values, set, password, setPassword, saved, sameAccount } = draft
  const kept = saved.password !== 'none'
  const place = () => {
    if (values.user === '') return 'noUser'
    return kept && !sameAccount ? 'moved' : saved.password
  }
  return (
    <SettingsSection title={t('mail:settings.login.title')} about={t('mail:settings.login.about')}>
      <TextInput
        label={t('mail:settings.login.user')}
        placeholder={t('mail:settings.login.userHint')}
        autoComplete="off"
        value={values.user}
        onChange={(event) => set({ user: event.currentTarget.value })}
      />
      <PasswordInput
        label={t('mail:settings.login.password')}
        placeholder={kept && sameAccount ? t('mail:settings.login.keep') : ''}
        disabled={values.user === ''}
        autoComplete="new-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <div data-full>
        <Text size="sm">{t(`mail:settings.login.place.${place()}`)}</Text>
        {kept && sameAccount && !draft.dirty && !readOnly && (
          <Button mt={8} variant="default" size="xs" onClick={draft.forget}>
            {t('mail:settings.login.forget')}
          </Button>
        )}
      </div>
    </SettingsSection>
  )
}
