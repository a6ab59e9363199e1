import { TextInput } from '@mantine/core'
import { useT } from '../../app/i18n.ts'
import { SettingsSection } from '../../components/SettingsSection.tsx'
import type { MailDraft } from './useMailDraft.ts'

export const PeopleFields = ({ draft: { values, set } }: { draft: MailDraft }) => {
  const t = useT()
  return (
    <SettingsSection title={t('mail:settings.people.title')} about={t('mail:settings.people.about')}>
      <TextInput
        data-full
        label={t('mail:settings.people.from')}
        description={t('mail:settings.people.fromHelp')}
        placeholder={t('mail:settings.people.fromHint')}
        value={values.from}
        onChange={(event) => set({ from: event.currentTarget.value })}
      />
      <TextInput
        label={t('mail:settings.people.replyTo')}
        description={t('mail:settings.people.replyToHelp')}
        value={values.replyTo}
        onChange={(event) => set({ replyTo: event.currentTarget.value })}
      />
      <TextInput
        label={t('mail:settings.people.copyTo')}
        description={t('mail:settings.people.copyToHelp')}
        value={values.copyTo}
        onChange={(event) => set({ copyTo: event.currentTarget.value })}
      />
    </SettingsSection>
  )
}
