import { Autocomplete, Checkbox, Select, Textarea, TextInput, Title } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { letterLanguages } from '../../../../main/core/kernel/contract.ts'
import { api } from '../../../api/client.ts'
import { useT } from '../../../app/i18n.ts'
import { CheckedInput, leiCheck, sirenCheck, siretCheck, vatCheck } from '../../../components/CheckedInput.tsx'
import { DayInput } from '../../../components/DayInput.tsx'
import { CountrySelect } from '../../../components/PlaceSelects.tsx'
import { RegimeSelect } from '../../../components/RegimeSelect.tsx'
import { TermsInput } from '../../../components/TermsInput.tsx'
import { Addresses } from './Addresses.tsx'
import { Contacts } from './Contacts.tsx'
import { CustomerGroup } from './CustomerGroup.tsx'
import classes from './form.module.css'
import { IdentityChecks } from './IdentityChecks.tsx'
import type { CustomerValues } from './values.ts'

export type CustomerFormState = UseFormReturnType<CustomerValues>

type Props = {
  form: CustomerFormState
  companyTerms: string
  disabled: boolean
  /** What else a choice of country brings about. */
  onCountry?: (country: string) => void
  /** Of a customer that is in the book. */
  customerId?: string
}

export const CustomerForm = ({ form, companyTerms, disabled, customerId, onCountry }: Props) => {
  const t = useT()
  const { values } = form
  const salespeople = useQuery(api.customers.salespeople.queryOptions({ input: {} })).data?.salespeople ?? []
  const bind = <Field extends 'siren' | 'siret' | 'vatNumber' | 'lei' | 'terms'>(field: Field) => ({
    value: values[field],
    onChange: (value: string) => form.setFieldValue(field, value as never),
  })
  const required = (field: 'code' | 'name') =>
    form.isDirty(field) && values[field].trim() === '' ? t('customers:form.required') : form.errors[field]
  return (
    <fieldset className={classes.fields} disabled={disabled}>
      <section className={classes.grid} aria-label={t('customers:form.identity')}>
        <TextInput
          label={t('customers:form.code')}
          required
          maxLength={40}
          data-autofocus
          {...form.getInputProps('code')}
          error={required('code')}
        />
        <TextInput
          className={classes.wide}
          label={t('customers:form.name')}
          required
          maxLength={200}
          {...form.getInputProps('name')}
          error={required('name')}
        />
        <CountrySelect
          label={t('customers:form.country')}
          value={values.country}
          onChange={(country) => {
            form.setFieldValue('country', country)
            onCountry?.(country)
          }}
        />
        <CheckedInput label={t('customers:form.siren')} check={sirenCheck} {...bind('siren')} />
        <CheckedInput label={t('customers:form.vat')} check={vatCheck(values.country)} {...bind('vatNumber')} />
        <CheckedInput label={t('customers:form.siret')} check={siretCheck(values.siren)} {...bind('siret')} />
        <CheckedInput label={t('customers:form.lei')} check={leiCheck} {...bind('lei')} />
        <TextInput label={t('customers:form.naf')} placeholder="62.01Z" maxLength={10} {...form.getInputProps('naf')} />
        <div className={classes.full}>
          <IdentityChecks values={values} />
          {customerId && <CustomerGroup customerId={customerId} />}
        </div>
        <DayInput
          w="auto"
          clearable
          label={t('customers:form.foundedOn')}
          value={values.foundedOn}
          onChange={(day) => form.setFieldValue('foundedOn', day)}
        />
        <Select
          label={t('customers:form.language')}
          data={letterLanguages.map((value) => ({ value, label: t(`common:language.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('language')}
        />
        <TextInput label={t('customers:form.segment')} maxLength={60} {...form.getInputProps('segment')} />
        <Autocomplete
          label={t('customers:form.salesperson')}
          maxLength={60}
          data={salespeople}
          limit={8}
          {...form.getInputProps('salesperson')}
        />
        <TermsInput label={t('customers:form.terms')} fallback={companyTerms} {...bind('terms')} />
        <RegimeSelect value={values.lateRegime} onChange={(regime) => form.setFieldValue('lateRegime', regime)} />
        <Checkbox
          className={classes.full}
          label={t('customers:form.prospect')}
          {...form.getInputProps('prospect', { type: 'checkbox' })}
        />
        <Checkbox
          className={classes.full}
          label={t('customers:form.noReminders')}
          {...form.getInputProps('noReminders', { type: 'checkbox' })}
        />
        <Textarea
          className={classes.full}
          label={t('customers:form.notes')}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={5000}
          {...form.getInputProps('notes')}
        />
      </section>
      <section>
        <Title order={2}>{t('customers:form.contacts')}</Title>
        <Contacts form={form} />
      </section>
      <section>
        <Title order={2}>{t('customers:form.addresses')}</Title>
        <Addresses form={form} />
      </section>
    </fieldset>
  )
}
