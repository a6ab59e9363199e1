import { Button, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import type { Language } from '../../../main/core/kernel/contract.ts'
import { api } from '../../api/client.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { bicCheck, CheckedInput, ibanCheck, sirenCheck, vatCheck } from '../../components/CheckedInput.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { CountrySelect, CurrencySelect } from '../../components/PlaceSelects.tsx'
import { TermsInput } from '../../components/TermsInput.tsx'
import { creationOf, type NewCompany, newCompany, passes, sirenOfFile, vatOfSiren } from './newCompany.ts'
import classes from './start.module.css'
import { useOpening } from './useOpening.ts'

type Props = {
  /** Imported once the book is there. */
  file: File | null
  /** Where the book goes, when the desktop's dialog asked for it. */
  path?: string
  onCancel: () => void
}

/** The company a new book is for. */
export const CompanyForm = ({ file, path, onCancel }: Props) => {
  const t = useT()
  const language = useLanguage()
  const folder = useQuery(api.book.recent.queryOptions({ input: {} })).data?.folder
  const { create } = useOpening(file)
  const form = useForm({ initialValues: newCompany(language, path ?? '', file ? sirenOfFile(file.name) : '') })
  const { country } = form.values
  const french = country === 'FR'
  const bind = <Field extends keyof NewCompany>(field: Field) => ({
    value: form.values[field],
    onChange: (value: NewCompany[Field]) => form.setFieldValue(field, value as never),
  })
  return (
    <form
      onSubmit={form.onSubmit((values) => {
        if (values.name.trim() === '') return form.setFieldError('name', t('start:form.nameMissing'))
        if (passes(values)) create.mutate(creationOf(values))
      })}
    >
      <Stack gap="lg">
        <div>
          <Title order={1}>{t('start:form.title')}</Title>
          {file && <Text c="dimmed">{t('start:form.importing', { file: file.name })}</Text>}
        </div>
        <section className={classes.form}>
          <Title order={2} className={classes.full}>
            {t('start:form.identity')}
          </Title>
          <TextInput
            className={classes.wide}
            required
            label={t('start:form.name')}
            data-autofocus
            {...form.getInputProps('name')}
          />
          <TextInput label={t('start:form.legalForm')} {...form.getInputProps('legalForm')} />
          <CountrySelect label={t('start:form.country')} {...bind('country')} />
          <CheckedInput
            label={t('start:form.siren')}
            check={sirenCheck}
            disabled={!french}
            value={french ? form.values.siren : ''}
            onChange={(siren) => {
              form.setFieldValue('siren', siren)
              const vat = vatOfSiren(siren)
              if (vat && form.values.vatNumber === '') form.setFieldValue('vatNumber', vat)
            }}
          />
          <CheckedInput label={t('start:form.vat')} check={vatCheck(country)} {...bind('vatNumber')} />
        </section>
        <section className={classes.form}>
          <Title order={2} className={classes.full}>
            {t('start:form.address')}
          </Title>
          <TextInput className={classes.full} label={t('start:form.street')} {...form.getInputProps('street')} />
          <TextInput
            className={classes.narrow}
            label={t('start:form.postalCode')}
            {...form.getInputProps('postalCode')}
          />
          <TextInput label={t('start:form.city')} {...form.getInputProps('city')} />
        </section>
        <section className={classes.form}>
          <div className={classes.full}>
            <Title order={2}>{t('start:form.payment')}</Title>
            <Text c="dimmed" size="sm">
              {t('start:form.paymentText')}
            </Text>
          </div>
          <CheckedInput className={classes.wide} label={t('start:form.iban')} check={ibanCheck} {...bind('iban')} />
          <CheckedInput label={t('start:form.bic')} check={bicCheck} {...bind('bic')} />
          <TermsInput label={t('start:form.terms')} {...bind('terms')} />
        </section>
        <section className={classes.form}>
          <Title order={2} className={classes.full}>
            {t('start:form.book')}
          </Title>
          <CurrencySelect label={t('start:form.currency')} {...bind('currency')} />
          <Select
            label={t('start:form.language')}
            data={(['fr', 'en'] satisfies Language[]).map((value) => ({ value, label: t(`common:language.${value}`) }))}
            allowDeselect={false}
            {...form.getInputProps('language')}
          />
          <TextInput
            className={classes.full}
            label={t('start:form.path')}
            description={folder && t('start:form.pathText', { folder })}
            spellCheck={false}
            {...form.getInputProps('path')}
          />
        </section>
        <ErrorNote error={create.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={create.isPending} disabled={!passes(form.values)}>
            {t('start:form.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
