import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Application } from '../../../main/core/applications/applications.contract.ts'
import type { Day } from '../../../main/core/kernel/day.ts'
import type { Minor } from '../../../main/core/kernel/money.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useHome } from '../../app/useHome.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { CustomerInput, type NamedCustomer } from '../../components/CustomerInput.tsx'
import { DayInput } from '../../components/DayInput.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { MoneyInput } from '../../components/MoneyInput.tsx'
import { CurrencySelect } from '../../components/PlaceSelects.tsx'
import { TermsInput } from '../../components/TermsInput.tsx'
import classes from './applications.module.css'
import { FormFile } from './FormFile.tsx'
import { useReadForm } from './useReadForm.ts'

type Props = {
  /** The one that is changed; without it a new one. */
  application?: Application
  customer?: NamedCustomer | null
  onClose: () => void
  onDone: (application: Application) => void
}

/** Records a credit application: typed, or read from the form that the customer filled in. */
export const ApplicationDialog = ({ application, customer: known = null, onClose, onDone }: Props) => {
  const t = useT()
  const format = useFormat()
  const home = useHome()
  const today = useWorkingDay()
  const [customer, setCustomer] = useState<NamedCustomer | null>(
    application ? { id: application.customerId, name: application.customerName } : known,
  )
  const [asked, setAsked] = useState<Minor | null>(application?.asked ?? null)
  const [currency, setCurrency] = useState(application?.currency ?? home)
  const [receivedOn, setReceivedOn] = useState<Day | null>(application?.receivedOn ?? today)
  const [purchases, setPurchases] = useState<Minor | null>(application?.purchases ?? null)
  const [terms, setTerms] = useState(application?.terms ?? '')
  const [applicant, setApplicant] = useState(application?.applicant ?? '')
  const [capacity, setCapacity] = useState(application?.capacity ?? '')
  const [note, setNote] = useState(application?.note ?? '')
  const done = (recorded: Application) => {
    onClose()
    onDone(recorded)
  }
  const record = useCommand(api.applications.record.mutationOptions(), {
    done: ({ customerName }) =>
      t(application ? 'applications:form.saved' : 'applications:form.done', { name: customerName }),
    onDone: done,
    quiet: true,
  })
  const read = useReadForm(done)
  return (
    <FormDialog
      title={
        application ? t('applications:form.edit', { name: application.customerName }) : t('applications:form.title')
      }
      onClose={onClose}
      size={640}
      submit={
        application
          ? t('applications:form.save')
          : t('applications:form.submit', { amount: format.money(asked ?? 0, currency) })
      }
      disabled={!customer || asked === null || asked < 0 || receivedOn === null}
      pending={record.isPending || read.isPending}
      error={record.error ?? read.error}
      onSubmit={() =>
        customer &&
        asked !== null &&
        receivedOn &&
        record.mutate({
          id: application?.id ?? null,
          customerId: customer.id,
          asked,
          currency,
          receivedOn,
          purchases,
          terms,
          applicant,
          capacity,
          note,
        })
      }
    >
      {!application && (
        <CustomerInput
          data-autofocus
          required
          label={t('applications:form.customer')}
          value={customer}
          onChange={setCustomer}
        />
      )}
      <div className={classes.two}>
        <MoneyInput
          required
          {...(application && { 'data-autofocus': true })}
          label={t('applications:form.asked')}
          currency={currency}
          value={asked}
          onChange={setAsked}
        />
        <CurrencySelect label={t('applications:form.currency')} value={currency} onChange={setCurrency} />
        <MoneyInput
          label={t('applications:form.purchases')}
          currency={currency}
          value={purchases}
          onChange={setPurchases}
        />
        <DayInput
          required
          w="100%"
          maxDate={today}
          label={t('applications:form.receivedOn')}
          value={receivedOn}
          onChange={setReceivedOn}
        />
      </div>
      <div className={classes.three} style={{ alignItems: 'start' }}>
        <TermsInput label={t('applications:form.terms')} value={terms} onChange={setTerms} />
        <TextInput
          label={t('applications:form.applicant')}
          maxLength={120}
          value={applicant}
          onChange={(event) => setApplicant(event.currentTarget.value)}
        />
        <TextInput
          label={t('applications:form.capacity')}
          maxLength={120}
          value={capacity}
          onChange={(event) => setCapacity(event.currentTarget.value)}
        />
      </div>
      <Textarea
        autosize
        minRows={1}
        maxRows={6}
        maxLength={2000}
        label={t('applications:form.note')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <FormFile
        disabled={!customer}
        onFile={(file) => customer && read.mutate({ customerId: customer.id, applicationId: application?.id, file })}
      >
        {t(customer ? 'applications:form.orDropHint' : 'applications:form.orDropFirst')}
      </FormFile>
    </FormDialog>
  )
}
