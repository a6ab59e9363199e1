import { Button, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useEffect } from 'react'
import type { Customer } from '../../../../main/core/customers/customers.contract.ts'
import { api, client } from '../../../api/client.ts'
import { useCommand } from '../../../api/useCommand.ts'
import { useT } from '../../../app/i18n.ts'
import { useReadOnly } from '../../../app/readOnly.ts'
import { ErrorNote } from '../../../components/ErrorNote.tsx'
import { LeaveGuard } from '../../../components/LeaveGuard.tsx'
import { CustomerForm } from './CustomerForm.tsx'
import { CustomerWarnings } from './CustomerWarnings.tsx'
import classes from './form.module.css'
import { inputOf, isComplete, valuesOf } from './values.ts'

type Props = { customer: Customer; effectiveTerms: string }

/** The file of a customer, edited in place. */
export const CustomerFile = ({ customer, effectiveTerms }: Props) => {
  const t = useT()
  const readOnly = useReadOnly('edit')
  const form = useForm({ initialValues: valuesOf(customer) })
  const { setInitialValues, reset } = form
  // Saved, undone or imported anew: the form starts from what the book now holds.
  useEffect(() => {
    setInitialValues(valuesOf(customer))
    reset()
  }, [customer, setInitialValues, reset])
  const save = useCommand(api.customers.update.mutationOptions(), {
    done: t('customers:form.saved'),
    undo: () => client.customers.update({ id: customer.id, customer: inputOf(valuesOf(customer)) }),
    quiet: true,
  })
  const dirty = form.isDirty()
  return (
    <form
      className={classes.scrolled}
      onSubmit={form.onSubmit((values) => save.mutate({ id: customer.id, customer: inputOf(values) }))}
    >
      <CustomerWarnings id={customer.id} customer={inputOf(form.values)} />
      <CustomerForm form={form} companyTerms={effectiveTerms} disabled={readOnly} customerId={customer.id} />
      <ErrorNote error={save.error} />
      {dirty && (
        <div className={classes.bar}>
          <Text size="sm" c="dimmed" mr="auto" role="status">
            {t('customers:form.dirty')}
          </Text>
          <Button variant="default" onClick={() => form.reset()}>
            {t('customers:form.discard')}
          </Button>
          <Button type="submit" disabled={!isComplete(form.values)} loading={save.isPending}>
            {t('common:save')}
          </Button>
        </div>
      )}
      <LeaveGuard anyStep dirty={dirty && !save.isPending} />
    </form>
  )
}
