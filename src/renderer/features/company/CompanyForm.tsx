import { Select, TextInput } from '@mantine/core'
import { useT } from '../../app/i18n.ts'
import { CheckedInput, sirenCheck, vatCheck } from '../../components/CheckedInput.tsx'
import { Note } from '../../components/Note.tsx'
import { CountrySelect } from '../../components/PlaceSelects.tsx'
import { SettingsSection } from '../../components/SettingsSection.tsx'
import { TermsPicker } from './TermsPicker.tsx'
import type { CompanyDraft } from './useCompanyDraft.ts'
import { isOfAnotherCompany } from './useCompanyProblems.ts'

const languages = ['fr', 'en'] as const

/** Who the company is, where it is, who signs, and how its customers pay. */
export const CompanyForm = ({ draft }: { draft: CompanyDraft }) => {
  const t = useT()
  const { form, bind } = draft
  const { country, currency } = form.values
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        draft.submit()
      }}
    >
      <SettingsSection title={t('company:identity.title')} about={t('company:identity.about')}>
        <TextInput data-full required label={t('company:identity.name')} {...form.getInputProps('name')} />
        <TextInput
          label={t('company:identity.legalForm')}
          placeholder={t('company:identity.legalFormHint')}
          {...form.getInputProps('legalForm')}
        />
        <TextInput
          label={t('company:identity.capital')}
          placeholder={t('company:identity.capitalHint')}
          {...form.getInputProps('capital')}
        />
        <CheckedInput
          label={t('company:identity.siren')}
          placeholder={t('company:identity.sirenHint')}
          check={sirenCheck}
          {...bind('siren')}
        />
        <CheckedInput
          label={t('company:identity.vatNumber')}
          placeholder={t('company:identity.vatHint')}
          check={vatCheck(country)}
          {...bind('vatNumber')}
          error={
            isOfAnotherCompany(form.values)
              ? t('company:problems.vatSiren', { siren: form.values.siren })
              : form.errors.vatNumber
          }
        />
        <TextInput
          label={t('company:identity.registry')}
          placeholder={t('company:identity.registryHint')}
          {...form.getInputProps('registry')}
        />
      </SettingsSection>
      <SettingsSection title={t('company:address.title')} about={t('company:address.about')}>
        <TextInput data-full label={t('company:address.street')} {...form.getInputProps('street')} />
        <TextInput data-narrow label={t('company:address.postalCode')} {...form.getInputProps('postalCode')} />
        <TextInput data-wide label={t('company:address.city')} {...form.getInputProps('city')} />
        <CountrySelect data-full label={t('company:address.country')} {...bind('country')} />
        <TextInput type="tel" label={t('company:address.phone')} {...form.getInputProps('phone')} />
        <TextInput type="email" label={t('company:address.email')} {...form.getInputProps('email')} />
      </SettingsSection>
      <SettingsSection title={t('company:signatory.title')} about={t('company:signatory.about')}>
        <TextInput label={t('company:signatory.name')} {...form.getInputProps('signatory')} />
        <TextInput
          label={t('company:signatory.role')}
          placeholder={t('company:signatory.roleHint')}
          {...form.getInputProps('signatoryRole')}
        />
      </SettingsSection>
      <SettingsSection title={t('company:terms.title')} about={t('company:terms.about')}>
        <TermsPicker {...bind('terms')} />
        {form.isDirty('terms') && (
          <div data-full>
            <Note tone="late">{t('company:terms.moves')}</Note>
          </div>
        )}
      </SettingsSection>
      <SettingsSection title={t('company:paymentLink.title')} about={t('company:paymentLink.about')}>
        <TextInput
          data-full
          type="url"
          label={t('company:paymentLink.label')}
          placeholder="https://"
          {...form.getInputProps('paymentLink')}
        />
      </SettingsSection>
      <SettingsSection title={t('company:book.title')} about={t('company:book.about')}>
        <Select
          label={t('company:book.language')}
          data={languages.map((value) => ({ value, label: t(`company:book.languages.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('language')}
        />
        <TextInput
          label={t('company:book.currency')}
          description={t('company:book.currencyFixed')}
          inputWrapperOrder={['label', 'input', 'description']}
          value={currency}
          readOnly
        />
      </SettingsSection>
      {/* Enter saves from any field. */}
      <button type="submit" hidden />
    </form>
  )
}
