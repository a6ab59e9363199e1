import { Checkbox } from '@mantine/core'
import { useT } from '../../app/i18n.ts'
import { SettingsSection } from '../../components/SettingsSection.tsx'
import type { MailDraft } from './useMailDraft.ts'

/** What messages bring beside the letter; each run may choose otherwise. */
export const BroughtFields = ({ draft: { values, set } }: { draft: MailDraft }) => {
  const t = useT()
  return (
    <SettingsSection title={t('mail:settings.brought.title')} about={t('mail:settings.brought.about')}>
      <Checkbox
        data-full
        label={t('mail:settings.brought.statement')}
        description={t('mail:run.withStatementHelp')}
        checked={values.withStatement}
        onChange={(event) => set({ withStatement: event.currentTarget.checked })}
      />
      <Checkbox
        data-full
        label={t('mail:run.withInvoices')}
        description={t('mail:run.withInvoicesHelp')}
        checked={values.withInvoices}
        onChange={(event) => set({ withInvoices: event.currentTarget.checked })}
      />
    </SettingsSection>
  )
}
