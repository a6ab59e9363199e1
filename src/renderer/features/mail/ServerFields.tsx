import { Checkbox, NumberInput, Select, Text, TextInput } from '@mantine/core'
import { mailSecurities } from '../../../main/core/mail/mail.contract.ts'
import { useT } from '../../app/i18n.ts'
import { Note } from '../../components/Note.tsx'
import { SettingsSection } from '../../components/SettingsSection.tsx'
import { type MailDraft, usualPorts } from './useMailDraft.ts'

export const ServerFields = ({ draft: { values, set, setSecurity } }: { draft: MailDraft }) => {
  const t = useT()
  return (
    <SettingsSection title={t('mail:settings.server.title')} about={t('mail:settings.server.about')}>
      <TextInput
        data-wide
        label={t('mail:settings.server.host')}
        placeholder={t('mail:settings.server.hostHint')}
        value={values.host}
        onChange={(event) => set({ host: event.currentTarget.value.trim() })}
      />
      <NumberInput
        data-narrow
        label={t('mail:settings.server.port')}
        max={65_535}
        allowDecimal={false}
        allowNegative={false}
        hideControls
        value={values.port || ''}
        onChange={(port) => set({ port: Number(port) || 0 })}
        onBlur={() => values.port === 0 && set({ port: usualPorts[values.security] })}
      />
      <Select
        data-wide
        allowDeselect={false}
        label={t('mail:settings.server.security')}
        value={values.security}
        onChange={(security) => security && setSecurity(security as typeof values.security)}
        data={mailSecurities.map((value) => ({ value, label: t(`mail:settings.server.securities.${value}`) }))}
      />
      {values.security === 'none' && (
        <div data-full>
          <Checkbox
            label={t('mail:settings.server.plain')}
            description={t('mail:settings.server.plainHelp')}
            checked={values.plainAllowed}
            onChange={(event) => set({ plainAllowed: event.currentTarget.checked })}
          />
        </div>
      )}
      {values.host === '' && (
        <div data-full>
          <Note title={t('mail:settings.server.noneTitle')}>
            <Text size="sm">{t('mail:settings.server.none')}</Text>
          </Note>
        </div>
      )}
    </SettingsSection>
  )
}
