import { Button } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Company } from '../../../../main/core/company/company.contract.ts'
import { languageOfCountry } from '../../../../main/core/customers/language.rules.ts'
import { api } from '../../../api/client.ts'
import { useCommand } from '../../../api/useCommand.ts'
import { useT } from '../../../app/i18n.ts'
import { useReadOnly } from '../../../app/readOnly.ts'
import { ErrorNote } from '../../../components/ErrorNote.tsx'
import { LeaveGuard } from '../../../components/LeaveGuard.tsx'
import { PageHeader } from '../../../components/PageHeader.tsx'
import { CustomerForm } from './CustomerForm.tsx'
import { CustomerWarnings } from './CustomerWarnings.tsx'
import classes from './form.module.css'
import { inputOf, isComplete, newCustomer } from './values.ts'

export const NewCustomerPage = () => {
  const t = useT()
  const company = useQuery(api.company.get.queryOptions({ input: {} }))
  return (
    <>
      <PageHeader title={t('customers:form.newTitle')} />
      <ErrorNote error={company.error} />
      {company.data && <NewCustomer company={company.data} />}
    </>
  )
}

const NewCustomer = ({ company }: { company: Company }) => {
  const t = useT()
  const navigate = useNavigate()
  const readOnly = useReadOnly('edit')
  const form = useForm({ initialValues: newCustomer(languageOfCountry(company.country, company), company.country) })
  const create = useCommand(api.customers.create.mutationOptions(), {
    done: t('customers:form.created'),
    onDone: ({ id }) => navigate({ to: '/customers/$id', params: { id }, ignoreBlocker: true }),
    quiet: true,
  })
  return (
    <form className={classes.scrolled} onSubmit={form.onSubmit((values) => create.mutate(inputOf(values)))}>
      <CustomerWarnings id={null} customer={inputOf(form.values)} />
      <CustomerForm
        form={form}
        companyTerms={company.terms}
        disabled={readOnly}
        // The language of the country, until another is chosen.
        onCountry={(country) => {
          if (form.values.language === languageOfCountry(form.values.country, company))
            form.setFieldValue('language', languageOfCountry(country, company))
        }}
      />
      <ErrorNote error={create.error} />
      <div className={classes.bar}>
        <Button variant="default" onClick={() => navigate({ to: '/customers' })}>
          {t('common:cancel')}
        </Button>
        <Button type="submit" disabled={readOnly || !isComplete(form.values)} loading={create.isPending}>
          {t('customers:form.create')}
        </Button>
      </div>
      <LeaveGuard anyStep dirty={form.isDirty()} />
    </form>
  )
}
